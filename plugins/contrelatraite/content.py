"""The flow up to the report: read → register → validate → resolve. The command and the build both call it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from contrelatraite.checks import check
from contrelatraite.diagnostics import Diagnostic, in_order
from contrelatraite.languages import Language
from contrelatraite.references.match import Matcher, Mention
from contrelatraite.references.names import build
from contrelatraite.registry import register
from contrelatraite.site import Entry, Site, Version


@dataclass(frozen=True)
class Checked:
    """The content, what finds mentions in it, and every problem, in order."""

    site: Site
    matcher: Matcher
    problems: list[Diagnostic]


def read_and_check(content: Path, languages: Mapping[str, Language], today: date) -> Checked:
    """Read the content folder and find all that is wrong with it."""
    site, problems = register(content, languages)
    matcher = matcher_of(site, languages)
    problems += check(site, today)
    problems += _ambiguities(site, matcher)
    return Checked(site, matcher, in_order(problems))


def matcher_of(site: Site, languages: Mapping[str, Language]) -> Matcher:
    """Make the matcher of a site's names."""

    def anchors(key: str) -> tuple[str, ...]:
        entry = site.get(key)
        return entry.source.body.anchors if entry else ()

    return Matcher(build(site, languages), anchors)


def mentions(entry: Entry, version: Version, matcher: Matcher) -> Iterator[Mention]:
    """Yield the mentions of a text by their place in it, its own subject left out; none where kinds have none."""
    if entry.kind.mentions:
        for mention in matcher.find(version.body.prose, entry.day, entry.facts.no_mentions):
            if entry.key not in mention.keys:
                yield mention


def _ambiguities(site: Site, matcher: Matcher) -> Iterator[Diagnostic]:
    """Two candidates: no link, one warning that lists both, once per text and name."""
    for entry in site:
        for version in entry.versions.values():
            told: set[str] = set()
            for mention in mentions(entry, version, matcher):
                read = " ".join(version.body.text[mention.start : mention.end].split())
                if mention.target is None and read not in told:
                    told.add(read)
                    place = version.source.body_place(mention.start, mention.end)
                    yield Diagnostic("R203", version.source.path, place, {"read": read, "targets": mention.keys})
