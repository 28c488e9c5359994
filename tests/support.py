"""Small content trees, languages and texts for the tests."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject

from contrelatraite.kinds import KINDS
from contrelatraite.languages import Language, load
from contrelatraite.reading.registry import register
from contrelatraite.reading.source import Source, parse
from contrelatraite.site import Site

CODES = ("fr", "en")
NOW = datetime(2026, 1, 1, tzinfo=UTC)  # the moment from which a site of the tests speaks
SUMMARY = "Un résumé assez long pour être admis : il dit en une phrase ce que la page apprend à qui la lit."

# The least that a valid source file of each kind holds.
LEAST: Mapping[str, Mapping[str, Any]] = {
    "members": {
        "summary": SUMMARY,
        "membership": [{"status": "member", "since": "2014-09-29"}],
        "website": "https://www.exemple.org",
    },
    "institutions": {},
    "legal": {"summary": SUMMARY, "type": "law", "issuer": "parlement", "date": "2013-08-05"},
    "minutes": {"date": "2014-09-29", "type": "plenary"},
    "press": {"summary": SUMMARY, "date": "2015-07-30"},
    "news": {"summary": SUMMARY, "date": "2014-10-18"},
    "events": {"start": "2014-10-16"},
    "pages": {"slug": ""},
}

FRENCH = r"""msgid ""
msgstr ""
"Language: fr\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

msgctxt "address"
msgid "members"
msgstr "membres"

msgctxt "address"
msgid "law"
msgstr "droit"

msgctxt "address"
msgid "minutes"
msgstr "comptes-rendus"

msgctxt "address"
msgid "follow-ups"
msgstr "suites"

msgctxt "first day of the month"
msgid "1"
msgstr "1er"

msgctxt "before a message"
msgid ": "
msgstr " : "

msgid "%(date)s, %(time)s"
msgstr "%(date)s à %(time)s"

msgid "meeting of %(date)s"
msgstr "réunion du %(date)s"

msgid "error"
msgstr "erreur"

msgid "the field “%(field)s” is written twice."
msgstr "le champ « %(field)s » est écrit deux fois."

msgid "Keep one of the two."
msgstr "Gardez l’un des deux."

msgid "%(problems)s in %(files)s."
msgstr "%(problems)s dans %(files)s."

msgid "%(n)s problem"
msgid_plural "%(n)s problems"
msgstr[0] "%(n)s problème"
msgstr[1] "%(n)s problèmes"

msgid "%(n)s file"
msgid_plural "%(n)s files"
msgstr[0] "%(n)s fichier"
msgstr[1] "%(n)s fichiers"

#, fuzzy
msgid "minutes of %(date)s"
msgstr "quelque chose qui n’est pas relu"
"""
ENGLISH = r"""msgid ""
msgstr ""
"Language: en_GB\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"""


NO_WORDS = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'


def write_catalogue(folder: Path, code: str, text: str) -> None:
    """Write the catalogue of a language."""
    path = folder / code / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")


def languages(folder: Path) -> Mapping[str, Language]:
    """Give French and English with the few words above."""
    write_catalogue(folder, "fr", FRENCH)
    write_catalogue(folder, "en", ENGLISH)
    return load(CODES, folder)


def file_text(fields: Mapping[str, Any], body: str = "") -> str:
    """Write a content file: JSON's values are YAML's. A field of None is left out."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in fields.items() if value is not None]
    return "\n".join(["---", *lines, "---", body])


def write(content: Path, key: str, body: str = "", *, language: str = "fr", **fields: Any) -> Path:  # noqa: ANN401  a header holds any value
    """Write the source file of an entry, valid unless `fields` change that; its title is its id."""
    kind, _, name = key.partition(":")
    return _write(content / kind / name / f"index.{language}.md", {"title": name, **LEAST[kind], **fields}, body)


def translate(content: Path, key: str, body: str = "", *, language: str = "en", **fields: Any) -> Path:  # noqa: ANN401  as `write`
    """Write a translation of an entry: its words alone."""
    kind, _, name = key.partition(":")
    words = {key: value for key, value in LEAST[kind].items() if key in KINDS[kind].schema.Words.model_fields}
    return _write(content / kind / name / f"index.{language}.md", {"title": name, **words, **fields}, body)


def _write(path: Path, fields: Mapping[str, Any], body: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(file_text(fields, body), "utf-8")
    return path


def pdf(subject: str = "", **catalogue: DictionaryObject) -> bytes:
    """Give a document of one blank page, with that subject and those entries in its catalogue."""
    writer = PdfWriter()
    writer.add_blank_page(200, 200)
    writer.metadata = {"/Subject": subject}
    for name, value in catalogue.items():
        writer.root_object[NameObject(f"/{name}")] = value
    written = BytesIO()
    writer.write(written)
    return written.getvalue()


def site_of(content: Path) -> Site:
    """Register a content folder in which nothing is wrong."""
    site, problems = register(content, CODES)
    assert problems == []
    return site


def header(text: str) -> Source:
    """Read a header in which nothing is wrong."""
    source, problems = parse(f"---\n{text}\n---\n", "a.md")
    assert problems == []
    assert source is not None
    return source
