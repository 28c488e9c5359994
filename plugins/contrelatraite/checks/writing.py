"""How the texts are written (S, X): typography, as a hint with the line to paste, and lines within each other."""

import re
from collections.abc import Iterator

from contrelatraite.diagnostics import Diagnostic, Place
from contrelatraite.reading.body import MOST_COLUMNS
from contrelatraite.reading.mending import quoted
from contrelatraite.site import Entry, Site, Version
from contrelatraite.typography import corrected

_DEEPEST = 40  # brackets, or marks of lists and quotations, within each other; a text needs three
_MOST_FENCES = 100  # lines that open or close a stretch of code
_MARKS = re.compile(rf"^(?:[ \t]*(?:>|[-*+][ \t]|\d+[.)][ \t])){{{_DEEPEST}}}|^[ \t]{{{4 * _DEEPEST}}}", re.MULTILINE)
_FENCE = re.compile(r"^[ \t>]*(?:```|~~~)", re.MULTILINE)
_OPENING = {"]": "[", ")": "("}
_BRACKET = re.compile(r"\n[ \t]*\n|[\[\]()]")


def check_depth(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A text is not nested without end: reading it would take hours."""
    for version in entry.versions.values():
        at = too_deep(version.body.text, version.body.uncoded)
        if at is not None:
            place = version.source.body_place(at, at + 1)
            yield Diagnostic("X112", version.source.path, place, {"most": str(_DEEPEST)})


def too_deep(text: str, uncoded: str) -> int | None:
    """Give where a text goes deeper than any text needs, if it does; each paragraph begins anew."""
    if found := _MARKS.search(uncoded):
        return found.start()
    fences = [found.start() for found in _FENCE.finditer(text)]
    if len(fences) > _MOST_FENCES:
        return fences[_MOST_FENCES]
    depth = {"[": 0, "(": 0}  # each on its own: one left open is looked for up to the end of its paragraph
    for found in _BRACKET.finditer(uncoded):
        sign = found[0]
        if sign in depth:
            depth[sign] += 1
            if depth[sign] > _DEEPEST:
                return found.start()
        elif sign in _OPENING:
            depth[_OPENING[sign]] = max(0, depth[_OPENING[sign]] - 1)
        else:
            depth = dict.fromkeys(depth, 0)
    return None


def check_tables(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A table is no wider than a page: each of its rows would be filled up to the width of the first."""
    for version in entry.versions.values():
        for start, end in version.body.wide_rows[:1]:
            place = version.source.body_place(start, end)
            yield Diagnostic("X123", version.source.path, place, {"most": str(MOST_COLUMNS)})


def check_typography(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A text is typeset as its language is printed; the corrected line is given whole."""
    for version in entry.versions.values():
        yield from _in_words(version)
        yield from _in_text(version)


def _in_words(version: Version) -> Iterator[Diagnostic]:
    source, worded = version.source, type(version.words).model_fields
    for path, place in source.values.items():
        value = source.value(path)
        if path[0] in worded and isinstance(value, str) and (better := corrected(value, version.language)) != value:
            line = source.lines[place.line - 1]
            bare = line[place.column - 1 : place.end_column - 1] == value
            # Between quotes, or over several lines: the whole value, as YAML reads it on one.
            nearest = better if bare else quoted(re.sub(r"[ \t\n]+", " ", better).strip(" "))
            yield Diagnostic("S014", source.path, place, {"nearest": nearest})


def _in_text(version: Version) -> Iterator[Diagnostic]:
    source = version.source
    shown = source.body.split("\n")
    for number, uncoded in enumerate(version.body.uncoded.split("\n")):
        line = shown[number]
        # A line that holds code is left alone: what is blanked out of it is not to be corrected.
        if uncoded == line and (better := corrected(line, version.language)) != line:
            first = next(
                at for at, char in enumerate(f"{line}\n") if not better.startswith(line[: at + 1]) or char == "\n"
            )
            place = Place(source.body_line + number, first + 1, first + 2)
            yield Diagnostic("S014", source.path, place, {"nearest": better})


CHECKS = (check_depth, check_tables, check_typography)
