"""T: both languages are one object. A missing half is a known state: it is told, and counted."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import TypeVar

from contrelatraite.diagnostics import Diagnostic
from contrelatraite.languages import Language
from contrelatraite.references.figures import Figure, FigureReader, unanswered
from contrelatraite.references.resolve import Reference, leads_nowhere, parse
from contrelatraite.site import Entry, Site, Version

T = TypeVar("T")
_NONE = "—"
_FEW = 3  # differences told one by one: a text that was written anew has many, told together
_MANY = 12  # of those, how many are named


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


def check_references(entry: Entry, site: Site) -> Iterator[Diagnostic]:
    """The texts refer to the same entries, each at least once; a reference that leads nowhere is told first."""
    references = {code: _references(version) for code, version in entry.versions.items()}
    if any(leads_nowhere(target, site, code) for code, found in references.items() for target in found):
        return
    expected = references[entry.source.language]
    for version in list(entry.versions.values())[1:]:
        own = references[version.language]
        here = [target for target in own if target not in expected]
        there = [target for target in expected if target not in own]
        differences = [
            (own[mine] if mine else _after(own, list(expected), other), str(mine or _NONE), str(other or _NONE))
            for mine, other in zip_longest(here, there)
        ]
        yield from _told("T104", version, entry.source, differences)


def _told(
    code: str, version: Version, source: Version, differences: list[tuple[tuple[int, int], str, str]]
) -> Iterator[Diagnostic]:
    """Tell each difference (where, what is here, what is there) at its place; many of them at once, at the first."""
    if len(differences) > _FEW:
        spans, here, there = zip(*differences, strict=True)
        differences = [(spans[0], _named(here), _named(there))]
    for span, mine, other in differences:
        values = {"source": source.source.path, "here": mine, "there": other}
        yield Diagnostic(code, version.source.path, version.source.body_place(*span), values)


def _named(items: Iterable[str]) -> str:
    given = [item for item in items if item != _NONE]
    return ", ".join([*given[:_MANY], *(["…"] if len(given) > _MANY else [])]) or _NONE


def _references(version: Version) -> dict[Reference, tuple[int, int]]:
    """Give the explicit references of a text, in order, with the span of the first of each."""
    found: dict[Reference, tuple[int, int]] = {}
    for link in version.body.links:
        reference = parse(link.target)
        if reference is not None:
            found.setdefault(reference, (link.start, link.end))
    return found


def check_figures(entries: Iterable[Entry], languages: Mapping[str, Language]) -> Iterator[Diagnostic]:
    """The texts give the same numbers and days; what is spelled out is not compared."""
    readers = {code: FigureReader(language) for code, language in languages.items()}
    for entry in entries:
        if len(entry.versions) == 1:
            continue
        read = {code: list(readers[code].find(version.body.text)) for code, version in entry.versions.items()}
        expected = read[entry.source.language]
        for version in list(entry.versions.values())[1:]:
            yield from _other_figures(version, read[version.language], entry.source, expected)


def _other_figures(
    version: Version, own: list[Figure], source: Version, expected: list[Figure]
) -> Iterator[Diagnostic]:
    differences = []
    spans = {figure.value: (figure.start, figure.end) for figure in reversed(own)}
    order = [figure.value for figure in expected]
    for mine, other in zip_longest(unanswered(own, expected), unanswered(expected, own)):
        alone = other if mine is None else mine if other is None else None
        if alone is not None and alone.is_small:
            continue  # the other language spells it out
        span = (mine.start, mine.end) if mine else _after(spans, order, other.value if other else None)
        differences.append((span, _quoted(version, mine), _quoted(source, other)))
    yield from _told("T105", version, source, differences)


def _quoted(version: Version, figure: Figure | None) -> str:
    return " ".join(version.body.text[figure.start : figure.end].split()) if figure else _NONE


def _after(spans: Mapping[T, tuple[int, int]], order: list[T], missing: T | None) -> tuple[int, int]:
    """Give the place to look for what is missing: that of what stands before it in the source, else the beginning."""
    before = order[: order.index(missing)] if missing in order else []
    return next((spans[item] for item in reversed(before) if item in spans), (0, 1))


CHECKS = (check_halves, check_sections, check_references)
