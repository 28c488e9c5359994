"""T: both languages are one object. A missing half is a known state: it is told, and counted."""

from collections.abc import Iterator

from contrelatraite.diagnostics import Diagnostic
from contrelatraite.site import Entry, Site


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


CHECKS = (check_halves, check_sections)
