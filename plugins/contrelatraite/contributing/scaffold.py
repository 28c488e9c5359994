"""Scaffold: a kind and an id → the files of a new entry, one per language, with every field explained.

A line that begins with `# ` explains; one that begins with `#` alone is a field to use by deleting that sign.
"""

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path

from contrelatraite.contributing.guide import Field, fields_of
from contrelatraite.kinds import KINDS, Kind
from contrelatraite.languages import Language
from contrelatraite.marking import _
from contrelatraite.reading.mending import plain_id

_WIDTH = 110


class RefusedError(Exception):
    """The entry cannot be made; the message says why, in the languages of the site's makers."""


def folder_of(content: Path, kind: str, name: str) -> Path:
    """Give the folder of a new entry; raise RefusedError when there is no such kind, no such id, or one already."""
    if kind not in KINDS:
        nearest = difflib.get_close_matches(kind.lower(), KINDS, 1, 0.0)[0]
        message = (
            f"« {kind} » n’est pas un type de fiche : écrivez {nearest}. · “{kind}” is not a kind: write {nearest}."
        )
        raise RefusedError(message)
    if plain_id(name) != name:
        nearest = plain_id(name)
        message = (
            f"« {name} » n’est pas un nom de dossier : écrivez {nearest}. · "
            f"“{name}” is not a folder’s name: write {nearest}."
        )
        raise RefusedError(message)
    folder = content / kind / name
    if folder.exists() or folder.is_symlink():
        shown = f"{content.name}/{kind}/{name}"
        message = f"{shown} existe déjà ; rien n’a changé. · {shown} already exists; nothing has changed."
        raise RefusedError(message)
    return folder


def write(folder: Path, files: Mapping[str, str]) -> list[Path]:
    """Write the files of a new entry into its folder, which must not exist (FileExistsError): nothing is lost."""
    folder.mkdir(parents=True)
    paths = []
    for name, text in files.items():
        path = folder / name
        path.write_text(text, "utf-8", newline="\n")
        paths.append(path)
    return paths


def blank(kind: Kind, languages: Mapping[str, Language]) -> dict[str, str]:
    """Give the files of an entry to fill: its facts and words in the first language, its words in the others."""
    source = next(iter(languages))
    return {
        f"index.{code}.md": "\n".join(_lines(kind, language, source=None if code == source else source))
        for code, language in languages.items()
    }


def _lines(kind: Kind, language: Language, source: str | None) -> Iterator[str]:
    """Yield the lines of one file; `source` is the language of the facts when it is another."""
    fields = [field for field in fields_of(kind) if source is None or field.worded]
    yield "---"
    yield from _comment(language.gettext(_("The lines that begin with # explain; they are never published.")))
    if source is not None:
        where = _("This file holds the words alone; dates, addresses and other facts stand in index.%(source)s.md.")
        yield from _comment(language.gettext(where) % {"source": source})
    yield ""
    yield from _comment(language.gettext(_("To fill: write each value after the colon and a space.")))
    for field in fields:
        if field.required:
            yield ""
            yield from _explained(field, language)
            yield f"{field.name}:"
    yield ""
    yield from _comment(
        language.gettext(_("Optional: delete the # before a field to use it, and write your own value."))
    )
    for field in fields:
        if not field.required:
            yield ""
            yield from _explained(field, language)
            yield from (f"#{line}" for line in _written(field, language).split("\n"))
    yield "---"
    yield ""


def _explained(field: Field, language: Language) -> Iterator[str]:
    """Yield what the field is for, its values, what it holds, and an example where the field is to be filled."""
    yield from _comment(field.what(language))
    yield from _listed(field, language)
    for inner in field.inner:
        colon = language.pgettext("before a message", ": ")
        yield from _comment(f"{inner.name}{colon}{inner.what(language)}", "  ")
        yield from _listed(inner, language, "    ")
    if field.required:
        yield from _comment(language.gettext(_("Example:")))
        yield from (f"# {line}" for line in _written(field, language).split("\n"))


def _listed(field: Field, language: Language, indent: str = "") -> Iterator[str]:
    """Yield the allowed values; of true and false, what is said of the field tells which to write."""
    if field.values == ("true", "false"):
        return
    values = [f"{value} ({label})" if label else value for value, label in field.meanings(language)]
    if values:
        yield from _comment(language.gettext(_("Values: %(values)s")) % {"values": ", ".join(values)}, indent)


def _written(field: Field, language: Language) -> str:
    """The field and its example, as they stand in a header."""
    example = field.example(language)
    return f"{field.name}:{example}" if example.startswith("\n") else f"{field.name}: {example}"


def _comment(text: str, indent: str = "") -> Iterator[str]:
    """Cut a comment between words; a no-break space is never cut at."""
    line = f"#{indent}"
    for word in text.split(" "):
        if len(line) + 1 + len(word) > _WIDTH:
            yield line
            line = f"#{indent}"
        line += f" {word}"
    yield line
