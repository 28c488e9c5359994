"""X: contributed text cannot run: no raw HTML, no scheme but https, mailto, tel and ours (invariant 5)."""

import re
from collections.abc import Iterator

from contrelatraite.checks.privacy import digits
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.references.resolve import allowed_address
from contrelatraite.site import Entry, Site

_HOST = re.compile(r"(?:https?://(?:www\.)?|www\.)([^\s/?#]+)", re.IGNORECASE)
_NUMBER = re.compile(r"\+?\d[\d .()\u00a0\u202f-]*\d")
_EMAIL = re.compile(r"[\w.+-]++@[\w.-]++")


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


def check_words(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A link whose words are an address or a number leads there: help must be where it is said to be."""
    for version in entry.versions.values():
        for link in version.body.links:
            if link.text != link.target and _says_another(link.text, link.target):
                values = {"read": " ".join(link.text.split()), "target": link.target}
                place = version.source.body_place(link.start, link.end)
                yield Diagnostic("R209", version.source.path, place, values)


def _says_another(words: str, target: str) -> bool:
    if target.startswith("tel:"):
        said = digits("".join(_NUMBER.findall(words)[:1]))
        return said not in {"", digits(target.removeprefix("tel:"))}
    if target.startswith("mailto:"):
        said = "".join(_EMAIL.findall(words)[:1]).lower()
        return said not in {"", target.removeprefix("mailto:").lower()}
    said = "".join(_HOST.findall(words)[:1]).lower()
    return said not in {"", "".join(_HOST.findall(target)[:1]).lower()}


def check_pictures(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A text holds no picture: what a page shows is named in the header, and stands in the entry's folder."""
    for version in entry.versions.values():
        for picture in version.body.pictures:
            place = version.source.body_place(picture.start, picture.end)
            yield Diagnostic("X104", version.source.path, place, {"read": picture.target})


CHECKS = (check_html, check_addresses, check_words, check_pictures)
