"""T: both languages are one object. A missing half is a known state: it is told, and counted."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import TypeVar

from contrelatraite.diagnostics import Diagnostic
from contrelatraite.languages import Language
from contrelatraite.references.figures import Figure, FigureReader, unanswered
from contrelatraite.references.resolve import parse
from contrelatraite.site import Entry, Site, Version

T = TypeVar("T")
_NONE = "—"


def check_halves(entry: Entry, site: Site) -> Iterator[Diagnostic]:
    """Each language of the site has its version."""
    source = entry.source.source
    for language in site.languages:
        file = f"index.{language}.md"
        if language not in entry.versions and not (entry.folder / file).exists():  # one with errors is told as such
            values = {"language": language, "file": file}
            yield Diagnostic("T101", source.path, source.place(("title",)), values)


def check_sections(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """The sections have the same anchors in the same order in each language."""
    expected = entry.source.body.anchors
    for version in list(entry.versions.values())[1:]:
        anchors = version.body.anchors
        if anchors != expected:
            # The first difference is the place to look.
            at = next((n for n, pair in enumerate(zip(anchors, expected, strict=False)) if pair[0] != pair[1]), None)
            at = min(len(anchors), len(expected)) if at is None else at
            headings = [heading for heading in version.body.headings if heading.anchor]
            last = headings[min(at, len(headings) - 1)] if headings else None
            place = version.source.body_place(last.start if last else 0, last.end if last else 1)
            values = {
                "source": entry.source.source.path,
                "here": f"#{anchors[at]}" if at < len(anchors) else "—",
                "there": f"#{expected[at]}" if at < len(expected) else "—",
            }
            yield Diagnostic("T103", version.source.path, place, values)


def check_references(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """The texts refer to the same entries, each at least once."""
    expected = _references(entry.source)
    for version in list(entry.versions.values())[1:]:
        own = _references(version)
        here = [target for target in own if target not in expected]
        there = [target for target in expected if target not in own]
        for mine, other in zip_longest(here, there):
            place = version.source.body_place(
                *(own[mine] if mine else _after(list(own.items()), list(expected), other))
            )
            values = {"source": entry.source.source.path, "here": mine or _NONE, "there": other or _NONE}
            yield Diagnostic("T104", version.source.path, place, values)


def _references(version: Version) -> dict[str, tuple[int, int]]:
    """Give the explicit references of a text, in order, with the span of the first of each."""
    found: dict[str, tuple[int, int]] = {}
    for link in version.body.links:
        if parse(link.target) is not None:
            found.setdefault(link.target, (link.start, link.end))
    return found


def check_figures(site: Site, languages: Mapping[str, Language]) -> Iterator[Diagnostic]:
    """The texts give the same numbers and days; what is spelled out is not compared."""
    readers = {code: FigureReader(language) for code, language in languages.items()}
    for entry in site:
        if len(entry.versions) == 1:
            continue
        read = {code: list(readers[code].find(version.body.text)) for code, version in entry.versions.items()}
        expected = read[entry.source.language]
        for version in list(entry.versions.values())[1:]:
            yield from _other_figures(version, read[version.language], entry.source, expected)


def _other_figures(
    version: Version, own: list[Figure], source: Version, expected: list[Figure]
) -> Iterator[Diagnostic]:
    here, there = unanswered(own, expected), unanswered(expected, own)
    for mine, other in zip_longest(here, there):
        if (mine is None or other is None) and (mine or other).is_small:
            continue  # the other language spells it out
        if mine:
            span = (mine.start, mine.end)
        else:
            span = _after(
                [(figure.value, (figure.start, figure.end)) for figure in own],
                [figure.value for figure in expected],
                other.value,
            )
        values = {
            "source": source.source.path,
            "here": _quoted(version, mine),
            "there": _quoted(source, other),
        }
        yield Diagnostic("T105", version.source.path, version.source.body_place(*span), values)


def _quoted(version: Version, figure: Figure | None) -> str:
    return " ".join(version.body.text[figure.start : figure.end].split()) if figure else _NONE


def _after(own: list[tuple[T, tuple[int, int]]], expected: list[T], missing: T | None) -> tuple[int, int]:
    """Give the place to look for what is missing: what stands before it in the source, else the text's beginning."""
    spans = dict(reversed(own))
    before = expected[: expected.index(missing)] if missing in expected else []
    return next((spans[item] for item in reversed(before) if item in spans), (0, 1))


CHECKS = (check_halves, check_sections, check_references)
