"""The index of names: every way in which a text may name an entry, in one automaton."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import ahocorasick

from contrelatraite.references.text import fold_name
from contrelatraite.schema.fields import Name
from contrelatraite.site import Entry, Site

_CAPITALS_OF_AN_ACRONYM = 2
_LETTERS_OF_A_SPOKEN_ACRONYM = 5  # « Unicef », « Ecpat » are written like words; « Ofii » is not


@dataclass(frozen=True, slots=True)
class Candidate:
    """One thing that a name may mean, and when.

    `within` is the end of the name that names its parent, in the normal form: in « Comité d’orientation de la
    MIPROF », the committee is the words before it.
    """

    key: str
    name: Name
    within: str = ""


class NameIndex:
    """The names of a site. `exact` holds acronyms, which keep their case; `loose` all the other names."""

    def __init__(self, names: Iterable[tuple[str, Name]], parents: Mapping[str, tuple[str, ...]] | None = None) -> None:
        """Index pairs of an entry's key and one of its names; `parents` gives the acronyms of an entry's parent."""
        self.exact: dict[str, list[Candidate]] = defaultdict(list)
        self.loose: dict[str, list[Candidate]] = defaultdict(list)
        for key, name in sorted(names, key=lambda pair: (pair[0], pair[1].name)):
            folded = fold_name(name.name)
            if is_acronym(folded.exact.text):
                table, text, within = self.exact, folded.exact.text, ""
            else:
                table, text = self.loose, folded.loose.text
                within = _parent_within(text, (parents or {}).get(key, ()))
            candidate = Candidate(key, name, within)
            if text and candidate not in table[text]:
                table[text].append(candidate)

    @cached_property
    def automata(self) -> tuple[ahocorasick.Automaton | None, ahocorasick.Automaton | None]:
        """The automaton of the exact table and that of the loose one; None for an empty table."""
        return _automaton(self.exact), _automaton(self.loose)

    @staticmethod
    def meanings(candidates: Iterable[Candidate], day: date | None) -> tuple[Candidate, ...]:
        """Give what a name may mean in a text of that day, one candidate for each entry."""
        held = {candidate.key: candidate for candidate in candidates if candidate.name.held(day)}
        return tuple(held[key] for key in sorted(held))


def _automaton(table: Mapping[str, list[Candidate]]) -> ahocorasick.Automaton | None:
    if not table:
        return None
    automaton = ahocorasick.Automaton()
    for name in table:
        automaton.add_word(name, name)
    automaton.make_automaton()
    return automaton


def _parent_within(name: str, acronyms: Iterable[str]) -> str:
    """The end of a name that joins its parent's acronym to it: « de la miprof »; empty when there is none."""
    for acronym in acronyms:
        for joint in (" de la ", " du ", " de l'", " des ", " de ", " of the ", " of "):
            if name.endswith(end := joint + fold_name(acronym).loose.text):
                return end
    return ""


def is_acronym(name: str) -> bool:
    """Whether a name is one word with capitals inside: « CCEM », « Ac.Sé », but not « Europol »."""
    return " " not in name and sum(char.isupper() for char in name) >= _CAPITALS_OF_AN_ACRONYM


def build(site: Site) -> NameIndex:
    """Index the names of all entries, in all their languages: a French text may name a thing in English."""
    shown = {entry.key: entry for entry in site if getattr(entry.facts, "linked", True)}
    parents = {}
    for key, entry in shown.items():
        parent = shown.get(f"institutions:{getattr(entry.facts, 'parent', None)}")
        if parent is not None:
            parents[key] = tuple(name.name for name in names(parent) if is_acronym(name.name))
    return NameIndex(((entry.key, name) for entry in shown.values() for name in names(entry)), parents)


def names(entry: Entry) -> Iterator[Name]:
    """Yield the names of an entry. Meetings are named by their dates: see `match`."""
    if not entry.kind.named and not getattr(entry.facts, "observance", None):
        return
    for version in entry.versions.values():
        words = version.words
        for name in (words.title, getattr(words, "short_title", None)):
            if name:
                yield Name(name=name)
        acronym = getattr(words, "acronym", None)
        if acronym:
            yield Name(name=acronym)
            if len(acronym) >= _LETTERS_OF_A_SPOKEN_ACRONYM and acronym.isalpha() and acronym.isupper():
                yield Name(name=acronym.capitalize())
        yield from getattr(words, "aliases", ())
        yield from getattr(words, "citations", ())
