"""S: the shape of an entry: sections and their anchors, files, titles and addresses that are its own."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, count

from contrelatraite.addresses import Addresses
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.languages import Language
from contrelatraite.reading.body import Heading
from contrelatraite.reading.mending import plain_id
from contrelatraite.site import Entry, Site, Version

_TITLE = ("title",)
_SLUG = ("slug",)
# An anchor written nearly as one: { #actions }, {actions}, (#actions).
_NEARLY = re.compile(r"(?:\{(?P<braces>[\w \t#:-]*)\}|\(#(?P<round>[^()]*)\))$")
# The ids that the theme gives to parts of pages: a link to a section of that name would lead there.
OF_THE_THEME = frozenset(
    {
        *("acronyms", "agenda", "annexes", "attachments", "bodies", "by-association", "by-meeting", "contents-title"),
        *("dated", "delegations", "filters", "filters-title", "follow-ups", "footer-help", "footer-press"),
        *("footer-site", "home-law", "home-members", "main", "meetings", "mentioned", "menu", "next-meetings"),
        *("otherwise", "owed", "press-contact", "query", "releases", "reports", "search-privacy", "texts"),
        *("trafficking-link", "yearly"),
    }
)


def check_headings(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """Sections begin at the second level; each has an anchor of its own (anchors are never made from titles)."""
    for version in entry.versions.values():
        seen: set[str] = set()
        anchors = frozenset(version.body.anchors)
        for rank, heading in enumerate(version.body.headings):
            place = version.source.body_place(heading.start, heading.end)
            path = version.source.path
            if heading.level == 1:
                yield Diagnostic("S107", path, place, {"read": heading.title})
            elif not heading.anchor or plain_id(heading.anchor) != heading.anchor:
                title = _NEARLY.sub("", heading.title).rstrip()
                nearest = _anchor_meant(heading, _across(entry, version, rank), anchors)
                values = {"read": title, "nearest": nearest, "marks": "#" * heading.level}
                yield Diagnostic("S108", path, place, values)
            elif heading.anchor in seen:
                yield Diagnostic("S109", path, place, {"id": heading.anchor})
            seen.add(heading.anchor or "")


def _across(entry: Entry, version: Version, rank: int) -> list[Heading]:
    """Give the sections that stand at the same rank in the other languages."""
    others = (other.body.headings[rank : rank + 1] for other in entry.versions.values() if other is not version)
    return [heading for found in others for heading in found]


def _anchor_meant(heading: Heading, across: Iterable[Heading], taken: frozenset[str]) -> str:
    """Give the anchor that the section has in another language, else the one nearly written, else that of its title."""
    for other in across:
        if other.anchor and other.level == heading.level and plain_id(other.anchor) not in taken:
            return plain_id(other.anchor)
    nearly = _NEARLY.search(heading.title)
    written = heading.anchor or (nearly and (nearly["braces"] or nearly["round"])) or ""
    anchor = plain_id(written if any(map(str.isalnum, written)) else heading.title)
    tried = chain((anchor,), (f"{anchor}-{number}" for number in count(2)))
    return next(each for each in tried if each not in taken and each not in OF_THE_THEME)


def check_underlines(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A section's title is marked with ##; a line under it would be shown."""
    for version in entry.versions.values():
        for start, end in version.body.underlines:
            place = version.source.body_place(start, end)
            yield Diagnostic("S122", version.source.path, place, {"read": version.body.text[start:end].strip()})


def check_languages(entry: Entry, site: Site) -> Iterator[Diagnostic]:
    """An address by language is given for a language of the site."""
    source = entry.source.source
    for field in ("website", "official"):
        given = getattr(entry.facts, field, None)
        for language in given if isinstance(given, dict) else ():
            # An address for all languages is written alone: the key it gets then stands in no file.
            if language not in site.languages and (field, language) in source.keys:
                place = source.key_place((field, language))
                yield Diagnostic(
                    "S103", source.path, place, {"read": language, "field": field, "allowed": site.languages}
                )


def check_unique(site: Site, languages: Mapping[str, Language]) -> Iterator[Diagnostic]:
    """No two pages of a language have the same title, no two pages the same address."""
    addresses = Addresses(languages)
    titles: dict[tuple[str, str], str] = {}
    taken = dict(addresses.made())
    for entry in site:
        for language, version in entry.versions.items():
            source = version.source
            title = version.words.title
            other = titles.setdefault((language, title), source.path)
            if other != source.path:
                yield Diagnostic("S111", source.path, source.place(_TITLE), {"title": title, "other": other})
            address = addresses.entry(entry, language)
            other = taken.setdefault(address, source.path)
            if other != source.path:
                yield Diagnostic("S112", source.path, source.place(_SLUG), {"address": address, "other": other})


CHECKS = (check_headings, check_underlines, check_languages)
