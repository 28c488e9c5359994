"""Addresses: where each page and file of the site stands. One table of kinds, one catalogue per language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from contrelatraite.kinds import FOLLOW_UPS, KINDS, SEARCH, Kind
from contrelatraite.languages import Language
from contrelatraite.reading.source import KeyPath
from contrelatraite.site import Entry


@dataclass(frozen=True)
class Addresses:
    """The addresses of a site in its languages; all begin and end with a slash, and are the same on every host."""

    languages: Mapping[str, Language]

    def root(self, language: str) -> str:
        """Give the home page: the first language stands at the root."""
        return "/" if language == next(iter(self.languages)) else f"/{language}/"

    def index(self, kind: Kind, language: str) -> str:
        """Give the list of a kind."""
        if kind.segment is None:
            return self.root(language)
        return f"{self.root(language)}{self.languages[language].pgettext('address', kind.segment)}/"

    def follow_ups(self, language: str) -> str:
        """Give the page of follow-ups, beside the minutes."""
        return f"{self.index(KINDS['minutes'], language)}{self.languages[language].pgettext('address', FOLLOW_UPS)}/"

    def search(self, language: str) -> str:
        """Give the page of the search."""
        return f"{self.root(language)}{self.languages[language].pgettext('address', SEARCH)}/"

    def missing(self, language: str) -> str:
        """Give the page for an address that leads nowhere."""
        return f"{self.root(language)}404.html"

    def made(self) -> Iterator[tuple[str, str]]:
        """Yield the addresses of the pages that nobody wrote, each with the template that makes it."""
        for language in self.languages:
            for kind in KINDS.values():
                if kind.segment is not None:
                    yield self.index(kind, language), f"theme/templates/index/{kind.name}.html"
            yield self.follow_ups(language), "theme/templates/follow-ups.html"
            yield self.search(language), "theme/templates/search.html"

    def entry(self, entry: Entry, language: str) -> str:
        """Give the page of an entry in that language, or in its source's when it does not exist there."""
        version = entry.version(language)
        slug = getattr(version.words, "slug", entry.id)
        index = self.index(entry.kind, version.language)
        return f"{index}{slug}/" if slug else index

    def feed(self, kind: Kind, language: str) -> str:
        """Give the feed of a kind's list."""
        return f"{self.index(kind, language)}atom.xml"

    def calendar(self, language: str) -> str:
        """Give the calendar to subscribe to."""
        return f"{self.index(KINDS['events'], language)}calendar.ics"

    def event(self, entry: Entry, language: str) -> str:
        """Give the file that adds one event to a calendar."""
        return f"{self.entry(entry, language)}event.ics"

    def file(self, entry: Entry, name: str) -> str:
        """Give a file of the entry's folder: it stands beside the page of the source language."""
        return f"{self.entry(entry, entry.source.language)}{name}"


def output_file(address: str) -> str:
    """Give the file of the output folder that answers at an address."""
    return f"{address.lstrip('/')}index.html" if address.endswith("/") else address.lstrip("/")


def own_files(entry: Entry) -> Iterator[tuple[KeyPath, str]]:
    """Yield the files that an entry's header names, with the place of each in the header."""
    facts = entry.facts
    if getattr(facts, "logo", None):
        yield ("logo",), facts.logo
    for field in ("reports", "annexes"):
        for number, item in enumerate(getattr(facts, field, ())):
            if item.file:
                yield (field, number, "file"), item.file
    for number, name in enumerate(getattr(facts, "attachments", ())):
        yield ("attachments", number), name
