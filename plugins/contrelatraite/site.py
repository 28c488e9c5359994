"""The registered content, as values: entries, each in its languages, and the site that holds them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from contrelatraite.kinds import KINDS, Kind
from contrelatraite.reading.body import Body
from contrelatraite.reading.mending import folded
from contrelatraite.reading.source import Source


@dataclass(frozen=True)
class Version:
    """An entry in one language: its words, its text and the file they come from."""

    language: str
    words: Any  # the Words of the kind's schema: which one, only the kind knows
    body: Body
    source: Source


@dataclass(frozen=True)
class Entry:
    """One entry: its facts, once, and its versions, by language, the source's first."""

    kind: Kind
    id: str
    folder: Path
    facts: Any  # the Facts of the kind's schema: which one, only the kind knows
    versions: Mapping[str, Version]

    @property
    def key(self) -> str:
        """The entry as references write it: `members:ccem`."""
        return f"{self.kind.name}:{self.id}"

    @property
    def source(self) -> Version:
        """The version that holds the facts."""
        return next(iter(self.versions.values()))

    def version(self, language: str) -> Version:
        """Give the version in that language, or the source's when it does not exist yet."""
        return self.versions.get(language, self.source)

    def words(self, language: str) -> Any:  # noqa: ANN401  the Words of the kind's schema, as `facts`
        """Give the words in that language, or the source's."""
        return self.version(language).words

    def title(self, language: str, *, short: bool = False) -> str:
        """Give the title; `short` prefers a short title where the kind has one."""
        words = self.words(language)
        return str((short and getattr(words, "short_title", None)) or words.title)

    def acronym(self, language: str) -> str | None:
        """Give the acronym in that language, else the source's."""
        return getattr(self.words(language), "acronym", None) or getattr(self.source.words, "acronym", None)

    @property
    def day(self) -> date | None:
        """The day the entry speaks from."""
        day: date | None = self.facts.day
        return day

    def hidden(self, now: datetime) -> bool:
        """Whether the public must not see it yet: a draft, or under embargo (design, invariant 4)."""
        embargo = getattr(self.facts, "embargo", None)
        return self.facts.status == "draft" or (embargo is not None and now < embargo)


@dataclass(frozen=True)
class Site:
    """All entries, by key, in the order of kinds and ids; and every id that has a folder, valid or not."""

    entries: Mapping[str, Entry]
    known: frozenset[str]
    languages: tuple[str, ...]

    def __iter__(self) -> Iterator[Entry]:
        """Go through the entries."""
        return iter(self.entries.values())

    def get(self, key: str) -> Entry | None:
        """Give the entry of that key."""
        return self.entries.get(key)

    @cached_property
    def _by_kind(self) -> dict[str, list[Entry]]:
        groups: dict[str, list[Entry]] = {name: [] for name in KINDS}
        for entry in self:
            groups[entry.kind.name].append(entry)
        return groups

    @cached_property
    def called(self) -> Mapping[str, Mapping[str, frozenset[str]]]:
        """The ids of each kind by all that they are called, folded: ids, titles, acronyms and aliases, any language."""
        names: dict[str, dict[str, frozenset[str]]] = {name: {} for name in KINDS}

        def call(kind: str, name: str, word: str) -> None:
            names[kind][folded(word)] = names[kind].get(folded(word), frozenset()) | {name}

        for key in self.known:
            kind, _, name = key.partition(":")
            call(kind, name, name)
        for entry in self:
            for words in (version.words for version in entry.versions.values()):
                short = (getattr(words, field, None) for field in ("acronym", "short_title"))
                aliases = (alias.name for alias in getattr(words, "aliases", ()))
                for word in (words.title, *short, *aliases):
                    call(entry.kind.name, entry.id, word or entry.id)
        return names

    def of(self, kind: str) -> list[Entry]:
        """Give the entries of a kind, by id."""
        return self._by_kind[kind]

    def visible(self, now: datetime) -> "Site":
        """Give the site as the public sees it at that moment."""
        shown = {key: entry for key, entry in self.entries.items() if not entry.hidden(now)}
        return Site(shown, self.known, self.languages)
