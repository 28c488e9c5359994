"""S: the shape of an entry: sections and their anchors, files, titles and addresses that are its own."""

from collections.abc import Iterator, Mapping

from contrelatraite.addresses import Addresses
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.languages import Language
from contrelatraite.reading.mending import plain_id
from contrelatraite.site import Entry, Site

_TITLE = ("title",)
_SLUG = ("slug",)


def check_headings(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """Sections begin at the second level; each has an anchor of its own (anchors are never made from titles)."""
    for version in entry.versions.values():
        seen: set[str] = set()
        for heading in version.body.headings:
            place = version.source.body_place(heading.start, heading.end)
            path = version.source.path
            if heading.level == 1:
                yield Diagnostic("S107", path, place, {"read": heading.title})
            elif not heading.anchor or plain_id(heading.anchor) != heading.anchor:
                values = {"read": heading.title, "nearest": plain_id(heading.title), "marks": "#" * heading.level}
                yield Diagnostic("S108", path, place, values)
            elif heading.anchor in seen:
                yield Diagnostic("S109", path, place, {"id": heading.anchor})
            seen.add(heading.anchor or "")


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
