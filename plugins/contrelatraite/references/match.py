"""Match: a text → the entries it names, longest first, whole words only; two meanings are told, never guessed."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from contrelatraite.references.dates import DateReader
from contrelatraite.references.names import NameIndex
from contrelatraite.references.text import Folded, fold, fold_name

_ARTICLE = re.compile(
    r"\b(?:articles?|art\.) (?P<number>\d+)(?: ?\(\d+\))?(?:,? (?:paragraphe|paragraph|§) \d+)?,? "
    r"(?:de la |de l'|du |of the |of )$"
)
_LONGEST_ARTICLE = 60  # characters that « article 11, paragraphe 2, de la » may take


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of a text that names an entry: `text[start:end]`, and the keys it may mean."""

    start: int
    end: int
    keys: tuple[str, ...]
    anchor: str | None = None

    @property
    def target(self) -> str | None:
        """The reference it makes; None when it could mean two things."""
        if len(self.keys) != 1:
            return None
        return f"{self.keys[0]}#{self.anchor}" if self.anchor else self.keys[0]


@dataclass(frozen=True)
class Matcher:
    """Finds mentions; `anchors` gives the sections of an entry, so that an article is found in its text."""

    index: NameIndex
    anchors: Callable[[str], tuple[str, ...]]
    dates: DateReader = field(default_factory=DateReader)

    def find(self, text: str, day: date | None = None, ignored: tuple[str, ...] = ()) -> list[Mention]:
        """Give the mentions of a text, in order.

        `day` is the day from which the text speaks: names are taken as they were then. `ignored` are phrases in
        which nothing is a mention.
        """
        folded = fold(text)
        taken = [span for phrase in ignored for span in _occurrences(folded, phrase)]
        found: list[Mention] = []
        end = 0
        for start, stop, keys in sorted(self._names(folded, day), key=lambda span: (span[0], -span[1])):
            if start < end or any(start < b and a < stop for a, b in taken):
                continue
            free = max([end, *(b for _, b in taken if b <= start)])
            found.append(self._mention(folded, start, stop, keys, free))
            end = stop
        return found

    def find_undated(self, text: str) -> list[Mention]:
        """Give the mentions of a text that says by itself from which day it speaks: by the first date in it."""
        return self.find(text, self.dates.first_day(fold(text).loose))

    def _names(self, folded: Folded, day: date | None) -> Iterator[tuple[int, int, tuple[str, ...]]]:
        for (automaton, table), text in zip(self.index.automata, (folded.exact, folded.loose), strict=True):
            if automaton is None:
                continue
            for last, name in automaton.iter(text):
                start, stop = last + 1 - len(name), last + 1
                if _inside_a_word(text, start, stop):
                    continue
                keys = self.index.meanings(table[name], day)
                if keys:
                    yield start, stop, keys

    def _mention(self, folded: Folded, start: int, stop: int, keys: tuple[str, ...], free: int) -> Mention:
        """Make the mention, with the article before it; nothing is taken from before `free`."""
        before = folded.loose[max(free, start - _LONGEST_ARTICLE) : start]
        article = _ARTICLE.search(before)
        if article and len(keys) == 1:
            anchor = f"article-{article['number']}"
            if anchor in self.anchors(keys[0]):
                start -= len(before) - article.start()
                return Mention(folded.origin(start), folded.end(stop), keys, anchor)
        return Mention(folded.origin(start), folded.end(stop), keys)


def _inside_a_word(text: str, start: int, stop: int) -> bool:
    before, after = text[start - 1 : start], text[stop : stop + 1]
    return before.isalnum() or after.isalnum()


def _occurrences(folded: Folded, phrase: str) -> Iterator[tuple[int, int]]:
    for found in re.finditer(re.escape(fold_name(phrase).lower()), folded.loose):
        yield found.span()
