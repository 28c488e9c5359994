"""The built site as the tests read it: how it is built, its pages, and the addresses that the design gives."""

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bs4 import BeautifulSoup, Tag

ROOT = Path(__file__).parents[2]
HOST = "https://www.contrelatraite.org"
LANGUAGES = ("fr", "en")

# The table of addresses of the design, written out here on purpose: the code has its own.
SECTIONS: Mapping[str, Mapping[str, str]] = {
    "members": {"fr": "/membres/", "en": "/en/members/"},
    "institutions": {"fr": "/acteurs/", "en": "/en/institutions/"},
    "legal": {"fr": "/droit/", "en": "/en/law/"},
    "minutes": {"fr": "/comptes-rendus/", "en": "/en/minutes/"},
    "press": {"fr": "/presse/", "en": "/en/press/"},
    "news": {"fr": "/actualites/", "en": "/en/news/"},
    "events": {"fr": "/agenda/", "en": "/en/events/"},
}
PAGES: Mapping[str, Mapping[str, str]] = {
    "accueil": {"fr": "/", "en": "/en/"},
    "accessibilite": {"fr": "/accessibilite/", "en": "/en/accessibility/"},
    "aide": {"fr": "/obtenir-de-l-aide/", "en": "/en/get-help/"},
    "collectif": {"fr": "/le-collectif/", "en": "/en/the-collective/"},
    "confidentialite": {"fr": "/confidentialite/", "en": "/en/privacy/"},
    "contact": {"fr": "/contact/", "en": "/en/contact/"},
    "contribuer": {"fr": "/contribuer/", "en": "/en/contribute/"},
    "espace-presse": {"fr": "/espace-presse/", "en": "/en/press-room/"},
    "mentions-legales": {"fr": "/mentions-legales/", "en": "/en/legal-notice/"},
    "traite": {"fr": "/la-traite/", "en": "/en/human-trafficking/"},
}
FOLLOW_UPS: Mapping[str, str] = {"fr": "/comptes-rendus/suites/", "en": "/en/minutes/follow-ups/"}
SEARCH: Mapping[str, str] = {"fr": "/recherche/", "en": "/en/search/"}
NOT_FOUND: Mapping[str, str] = {"fr": "/404.html", "en": "/en/404.html"}


def address_of(key: str, language: str) -> str:
    """Give the address of an entry: `members:ccem`, `legal:directive-2011-36-ue#article-8`."""
    key, mark, anchor = key.partition("#")
    kind, _, name = key.partition(":")
    page = PAGES[name][language] if kind == "pages" else f"{SECTIONS[kind][language]}{name}/"
    return page + mark + anchor


def entry_keys() -> list[str]:
    """Give the keys of all entries: the folders of the content."""
    kinds = [*SECTIONS, "pages"]
    keys = [f"{kind}:{folder.name}" for kind in kinds for folder in sorted((ROOT / "content" / kind).iterdir())]
    assert keys
    return keys


def same_pages() -> list[Mapping[str, str]]:
    """Give every page of the site once, as its address in each language."""
    entries = [{language: address_of(key, language) for language in LANGUAGES} for key in entry_keys()]
    return [*entries, *SECTIONS.values(), FOLLOW_UPS, SEARCH, NOT_FOUND]


def environment(**changes: str) -> dict[str, str]:
    """Give the environment of a build or a command, the plugin of this repository included."""
    return {**os.environ, "PYTHONPATH": str(ROOT / "plugins"), **changes}


def build(output: Path, root: Path = ROOT, **changes: str) -> None:
    """Build the site into `output` as `make html` does; `changes` are those of the environment."""
    command = [sys.executable, "-m", "pelican", "content", "-s", "pelicanconf.py", "--fatal", "errors"]
    answer = subprocess.run(  # noqa: S603  our own command
        [*command, "-o", str(output)], cwd=root, env=environment(**changes), capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stdout + answer.stderr


@dataclass(frozen=True)
class BuiltSite:
    """A built site, its pages parsed once."""

    folder: Path

    @cached_property
    def _read(self) -> Mapping[str, BeautifulSoup]:
        return {
            "/" + path.relative_to(self.folder).as_posix().removesuffix("index.html"): read(path)
            for path in sorted(self.folder.rglob("*.html"))
        }

    @cached_property
    def pages(self) -> Mapping[str, BeautifulSoup]:
        """Every page, by address; never none. What stands at an old address only leads on: it is none."""
        found = {address: page for address, page in self._read.items() if address not in self.old_addresses}
        assert found
        return found

    @cached_property
    def old_addresses(self) -> Mapping[str, BeautifulSoup]:
        """What stands at the addresses of the former sites."""
        return {address: page for address, page in self._read.items() if page.select_one('meta[http-equiv="refresh"]')}

    def of(self, language: str) -> Iterator[tuple[str, BeautifulSoup]]:
        """Yield the addresses and pages of a language."""
        found = [(address, page) for address, page in self.pages.items() if language_of(address) == language]
        assert found
        yield from found

    def page(self, address: str) -> BeautifulSoup:
        """Give the page at an address."""
        assert address in self.pages, f"no page at {address}"
        return self.pages[address]


def read(path: Path) -> BeautifulSoup:
    """Parse a page."""
    return BeautifulSoup(path.read_bytes(), "lxml")


def language_of(address: str) -> str:
    """Give the language of an address: the table of the design."""
    return "en" if address.startswith("/en/") else "fr"


def only(page: Tag, selector: str) -> Tag:
    """Give the one element that the selector finds."""
    found = page.select(selector)
    assert len(found) == 1, f"{len(found)} {selector}"
    return found[0]


def words(element: Tag) -> str:
    """Give the words of an element, on one line; no-break spaces stay."""
    return " ".join(word for word in element.get_text().replace("\n", " ").split(" ") if word)


def links(page: Tag, selector: str) -> list[str]:
    """Give the addresses of the links that the selector finds, in order."""
    return [str(link["href"]) for link in page.select(selector)]
