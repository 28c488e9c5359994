"""The index of names: every way in which a text may name an entry, in one automaton."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import ahocorasick

from contrelatraite.languages import Language
from contrelatraite.references.text import fold_name
from contrelatraite.schema.fields import Name
from contrelatraite.site import Entry, Site

_CAPITALS_OF_AN_ACRONYM = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a name may mean, and when."""

    key: str
    name: Name


class NameIndex:
    """The names of a site. `exact` holds acronyms, which keep their case; `loose` all the other names."""

    def __init__(self, names: Iterable[tuple[str, Name]]) -> None:
        """Index pairs of an entry's key and one of its names."""
        self.exact: dict[str, list[Candidate]] = defaultdict(list)
        self.loose: dict[str, list[Candidate]] = defaultdict(list)
        for key, name in sorted(names, key=lambda pair: (pair[0], pair[1].name)):
            folded = fold_name(name.name)
            table, folded = (self.exact, folded) if is_acronym(folded) else (self.loose, folded.lower())
            candidate = Candidate(key, name)
            if candidate not in table[folded]:
                table[folded].append(candidate)

    @cached_property
    def automata(self) -> tuple[tuple[ahocorasick.Automaton, Mapping[str, list[Candidate]]], ...]:
        """The automaton of each table that is not empty, the exact one first."""
        return tuple((_automaton(table), table) if table else (None, table) for table in (self.exact, self.loose))

    def meanings(self, candidates: Iterable[Candidate], day: date | None) -> tuple[str, ...]:
        """Give the keys that a name may mean in a text of that day."""
        return tuple(sorted({candidate.key for candidate in candidates if candidate.name.held(day)}))


def _automaton(table: Mapping[str, list[Candidate]]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for name in table:
        automaton.add_word(name, name)
    automaton.make_automaton()
    return automaton


def is_acronym(name: str) -> bool:
    """Whether a name is one word with capitals inside: « CCEM », « Ac.Sé », but not « Europol »."""
    return " " not in name and sum(char.isupper() for char in name) >= _CAPITALS_OF_AN_ACRONYM


def build(site: Site, languages: Mapping[str, Language]) -> NameIndex:
    """Index the names of all entries, in all their languages: a French text may name a thing in English."""
    return NameIndex((entry.key, name) for entry in site for name in names(entry, languages))


def names(entry: Entry, languages: Mapping[str, Language]) -> Iterator[Name]:
    """Yield the names of an entry."""
    for version in entry.versions.values():
        words = version.words
        if entry.kind.name == "minutes":
            yield from _meeting_names(entry, languages[version.language])
        elif entry.kind.name in {"members", "institutions", "legal"} or getattr(entry.facts, "observance", None):
            plain = (words.title, getattr(words, "short_title", None), getattr(words, "acronym", None))
            yield from (Name(name=name) for name in plain if name)
        yield from getattr(words, "aliases", ())
        yield from getattr(words, "citations", ())


def _meeting_names(entry: Entry, language: Language) -> Iterator[Name]:
    """A meeting is named by its date, where the words say that it is a meeting."""
    day = language.in_words(entry.facts.date)
    for pattern in (
        language.gettext("meeting of %(date)s"),
        language.gettext("meeting of the Collective of %(date)s"),
        language.gettext("plenary of %(date)s"),
        language.gettext("plenary meeting of %(date)s"),
        language.gettext("minutes of %(date)s"),
    ):
        yield Name(name=pattern % {"date": day})
