"""X: contributed text cannot run: no raw HTML, no scheme but https, mailto, tel and ours (invariant 5)."""

from collections.abc import Iterator

from contrelatraite.diagnostics import Diagnostic
from contrelatraite.references.resolve import allowed_address
from contrelatraite.site import Entry, Site


def check_html(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A text holds no HTML; the rendering would show it as it is written."""
    for version in entry.versions.values():
        for start, end in version.body.html:
            read = version.body.text[start:end].split("\n")[0]
            yield Diagnostic("X101", version.source.path, version.source.body_place(start, end), {"read": read})


def check_addresses(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A link leads to https, mailto, tel, an entry or a section of the page."""
    for version in entry.versions.values():
        for link in version.body.links:
            if ":" in link.target and not allowed_address(link.target):
                place = version.source.body_place(link.start, link.end)
                yield Diagnostic("X102", version.source.path, place, {"read": link.target})


def check_pictures(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A text holds no picture: what a page shows is named in the header, and stands in the entry's folder."""
    for version in entry.versions.values():
        for picture in version.body.pictures:
            place = version.source.body_place(picture.start, picture.end)
            yield Diagnostic("X104", version.source.path, place, {"read": picture.target})


CHECKS = (check_html, check_addresses, check_pictures)
