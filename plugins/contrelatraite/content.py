"""The flow up to the report: read → register → validate → resolve. The command and the build both call it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path, PurePosixPath

from contrelatraite.checks import check
from contrelatraite.diagnostics import Diagnostic, in_order
from contrelatraite.languages import Language
from contrelatraite.reading.registry import register
from contrelatraite.reading.suggestions import what_was_meant
from contrelatraite.references.dates import DateReader
from contrelatraite.references.match import Matcher, Mention
from contrelatraite.references.names import build
from contrelatraite.relations import meetings, plan_of_measures
from contrelatraite.site import Entry, Site


@dataclass(frozen=True)
class Checked:
    """The content, what finds mentions in it, and every problem, in order."""

    site: Site
    languages: Mapping[str, Language]
    problems: list[Diagnostic]

    @cached_property
    def matcher(self) -> Matcher:
        """What finds mentions, made when a text is first searched: most kinds have none."""
        return matcher_of(self.site, self.languages)


def read_and_check(
    content: Path, languages: Mapping[str, Language], today: date, only: Collection[PurePosixPath] = ()
) -> Checked:
    """Read the content folder and find all that is wrong with it, or with some of its files: see `check_read`."""
    return check_read(read(content, languages), today, only)


def check_read(found: Checked, today: date, only: Collection[PurePosixPath] = ()) -> Checked:
    """Find all that is wrong with a content that was read.

    `only` names files and folders, written as the paths of problems are. What is wrong elsewhere is then left out, and
    no rule runs on an entry that has no part in them; what is said of them is the same.
    """
    entries = [entry for entry in found.site if not only or _meets(entry, only)]
    judged = what_was_meant(check(entries, found.site, found.languages, today), found.languages.values())
    problems = in_order([*found.problems, *judged, *_ambiguities(entries, found)])
    told = [problem for problem in problems if not only or _within(PurePosixPath(problem.path), only)]
    return replace(found, problems=told)


def _meets(entry: Entry, places: Iterable[PurePosixPath]) -> bool:
    """Whether some of the places are in the entry's folder, or hold it."""
    folder = PurePosixPath(entry.source.source.path).parent
    return _within(folder, places) or any(place.is_relative_to(folder) for place in places)


def _within(path: PurePosixPath, places: Iterable[PurePosixPath]) -> bool:
    return any(path.is_relative_to(place) for place in places)


def read(content: Path, languages: Mapping[str, Language]) -> Checked:
    """Read the content folder, and find no more than what keeps a file from being read."""
    site, problems = register(content, languages)
    return Checked(site, languages, what_was_meant(problems, languages.values()))


def matcher_of(site: Site, languages: Mapping[str, Language]) -> Matcher:
    """Make the matcher of a site's names."""

    def anchors(key: str) -> tuple[str, ...]:
        entry = site.get(key)
        return entry.source.body.anchors if entry else ()

    return Matcher(
        build(site), anchors, DateReader(languages.values()), meetings(site), partial(plan_of_measures, site)
    )


def find_mentions(entry: Entry, matcher: Matcher, text: str) -> list[Mention]:
    """Give the mentions of a text of an entry, its own subject left out; none where its kind has none."""
    if not entry.kind.mentions:
        return []
    found = matcher.find(text, entry.day, entry.facts.no_mentions)
    return [mention for mention in found if entry.key not in mention.keys]


def _ambiguities(entries: Iterable[Entry], found: Checked) -> Iterator[Diagnostic]:
    """Two candidates: no link, one warning that lists both, once per text and name."""
    for entry in entries:
        for version in entry.versions.values() if entry.kind.mentions else ():
            told: set[str] = set()
            for mention in find_mentions(entry, found.matcher, version.body.prose):
                read = " ".join(version.body.text[mention.start : mention.end].split())
                if mention.target is None and read not in told:
                    told.add(read)
                    place = version.source.body_place(mention.start, mention.end)
                    yield Diagnostic("R203", version.source.path, place, {"read": read, "targets": mention.keys})
