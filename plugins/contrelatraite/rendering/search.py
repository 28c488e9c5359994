"""The search: the built pages in, the files that the search page reads out. Nothing else here knows Pagefind.

One index per language, each with its own stemmer: a page that imports two of them searches both. Pagefind takes
accents off by itself. What it does not know, French needs, and stands in the text as signs without width that
theme/static/js/search.js takes away before it shows an excerpt: see `_legible`.

The program is asked directly. The class of its Python package waits a tenth of a second for each page, and for ever
when the program fails; the program's own walk through a folder gives other bytes on another disk.
"""

import base64
import gzip
import json
import re
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from bs4 import BeautifulSoup
from bs4.filter import SoupStrainer

from contrelatraite.addresses import output_file
from contrelatraite.rendering.pages import Page

FOLDER = "pagefind"
KINDS_FILE = "kinds.json"

# What Pagefind writes and the search page reads; its own interfaces stay behind.
_READ = ("pagefind.js", "pagefind-entry.json", "*.pf_meta", "index/*.pf_index", "fragment/*.pf_fragment")
_SIGNATURE = b"pagefind_dcd"  # before what its compressed files hold

_MAIN = SoupStrainer("main")
_LEFT_OUT = "nav, form, template, .c-notice, .c-backlinks"  # what helps to read, and what other pages say
_APART = "dt, dd, th, td"  # cells without a space between them
_AS_TITLE = ".c-kicker"  # what kind it is, its acronym

_LIGATURE = re.compile("[œæ]", re.IGNORECASE)
_LETTERS = {"œ": "o\u034fe", "Œ": "O\u034fe", "æ": "a\u034fe", "Æ": "A\u034fe"}
_ELISION = re.compile(r"\b([ldjmnstc]|qu)([’'])(?=\w)", re.IGNORECASE)


class SearchError(Exception):
    """Pagefind did not do what it was asked: a site whose search lacks pages must not be built."""


def index(built: Path, pages: Iterable[Page]) -> None:
    """Read the listed pages as they were built, and write one index per language into `built`.

    Raises SearchError when a page has no content, or Pagefind refuses one or fails.
    """
    by_language: dict[str, list[Page]] = {}
    for page in sorted(pages, key=lambda page: page.address):
        if page.listed:
            by_language.setdefault(page.language, []).append(page)
    for language, listed in by_language.items():
        _index(built, language, listed)


def _index(built: Path, language: str, pages: Iterable[Page]) -> None:
    kinds = {page.address: _kind(page) for page in pages}
    texts = {page.address: _text(built, page) for page in pages}
    requests: list[dict[str, Any]] = [{"type": "NewIndex", "config": {"force_language": language}}]
    requests += [
        {"type": "AddFile", "index_id": 0, "url": address, "file_path": None, "file_contents": text}
        for address, text in texts.items()
    ]
    *_, files = _ask([*requests, {"type": "GetFiles", "index_id": 0}])
    made = {file["path"]: base64.b64decode(file["content"]) for file in files["files"]}
    _keep(made, built / FOLDER / language, language, kinds)


def _kind(page: Page) -> str:
    """Give the group in which a result is shown: a list and a page that nobody wrote are pages of the site."""
    return page.kind.name if page.entry and page.kind else "pages"


def _text(built: Path, page: Page) -> str:
    """Give what is searched of a page: its content; of a list, its head, for each entry has a page of its own."""
    soup = BeautifulSoup((built / output_file(page.address)).read_bytes(), "lxml", parse_only=_MAIN)
    main = soup.main
    content = main.select_one(".c-entry__head") if main and page.entry is None else main
    if content is None or content.find("h1") is None:
        message = f"{page.address}: nothing to search in this page"
        raise SearchError(message)
    for element in content.select(_LEFT_OUT):
        element.decompose()
    for element in content.select(_APART):
        element.insert_after(" ")
    for element in content.select(_AS_TITLE):
        element["data-pagefind-weight"] = "7"  # that of an h1
    for string in content.find_all(string=True):
        string.replace_with(_legible(string))
    return f'<html lang="{page.language}"><body>{content}</body></html>'


def _legible(text: str) -> str:
    """Write French so that Pagefind finds its words, with signs that show nothing and are taken away again.

    A ligature becomes two letters joined by U+034F, which falls with the accents: « oeuvre » finds « œuvre ». An
    elided article is parted from its word by U+2060 and a space: « esclavage » finds « l’esclavage », and its plural.
    """
    return _ELISION.sub("\\1\\2\u2060 ", _LIGATURE.sub(lambda found: _LETTERS[found[0]], text))


def _ask(requests: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Send Pagefind its requests in order, waiting for each answer: so the same pages give the same bytes."""
    from pagefind.service import get_executable  # noqa: PLC0415  `check` does not search

    program = get_executable()
    if program is None:
        message = "Pagefind is not installed: pip install 'pagefind[bin]'"
        raise SearchError(message)
    answers = []
    with subprocess.Popen([program, "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as service:  # noqa: S603  the locked program
        if service.stdin is None or service.stdout is None:  # never: both are asked for above
            raise SearchError
        for number, request in enumerate(requests):
            service.stdin.write(
                base64.b64encode(json.dumps({"message_id": number, "payload": request}).encode()) + b","
            )
            service.stdin.flush()
            answer = bytearray()
            while (byte := service.stdout.read(1)) not in {b",", b""}:
                answer += byte
            payload = json.loads(base64.b64decode(answer))["payload"] if byte else {"message": "no answer"}
            if payload.get("type") not in {"NewIndex", "IndexedFile", "GetFiles"}:
                message = f"Pagefind, asked to {request['type']} {request.get('url', '')}: {payload.get('message')}"
                raise SearchError(message)
            answers.append(payload)
    return answers


def _keep(made: Mapping[str, bytes], target: Path, language: str, kinds: Mapping[str, str]) -> None:
    """Keep what the search page reads, and say of which kind each result is: counted without fetching it."""
    wasm = json.loads(made["pagefind-entry.json"])["languages"][language]["wasm"]
    found = {}
    for name, content in sorted(made.items()):
        path = PurePosixPath(name)
        if not any(path.match(pattern) for pattern in (*_READ, f"wasm.{wasm or 'unknown'}.pagefind")):
            continue
        kept = target / path
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(content)
        if path.parent.name == "fragment":
            found[path.stem] = kinds[_address(content)]
    if len(found) != len(kinds):
        message = f"the search has {len(found)} pages of {len(kinds)} ({language})"
        raise SearchError(message)
    (target / KINDS_FILE).write_text(json.dumps(found), "utf-8")


def _address(fragment: bytes) -> str:
    return str(json.loads(gzip.decompress(fragment).removeprefix(_SIGNATURE))["url"])
