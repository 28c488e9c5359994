"""The normal form of text: what is the same to a reader compares equal, and every character keeps its place."""

import re
import unicodedata
from dataclasses import dataclass

_SAME = {
    **dict.fromkeys("\u00a0\u202f\u2007\u2009\t\n\r", " "),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
    **dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"),
    **dict.fromkeys("«»“”„", '"'),
}


def _without_accents() -> dict[int, str]:
    """Each accented Latin letter that is one character → its base letter, so that a text keeps its length."""
    table = {}
    for code in range(0x00C0, 0x0250):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code) and base.isascii():
            table[code] = base
    return table


_TABLE = str.maketrans({**_without_accents(), **{ord(char): same for char, same in _SAME.items()}})
_SPACES = re.compile(r" {2,}")
_MARKS = re.compile(r"[\u0300-\u036f]")  # accents written apart from their letters


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in normal form: `exact` keeps the case, `loose` does not; `at` gives the place of each character."""

    author: str
    exact: str
    loose: str
    at: tuple[int, ...] | None

    def end(self, position: int) -> int:
        """Give the end in the author's text of a stretch that ends at a place in the normal form."""
        if self.at is None:
            return position
        end = self.at[position - 1] + 1
        while _MARKS.match(self.author, end):
            end += 1
        return end

    def origin(self, position: int) -> int:
        """Give the place in the author's text of a place in the normal form."""
        return position if self.at is None else self.at[position]


def fold(text: str) -> Folded:
    """Bring a text to its normal form: one kind of space, apostrophe, dash and quote, no accents on Latin letters."""
    exact = text.translate(_TABLE)
    places: tuple[int, ...] | None = None
    if _SPACES.search(exact) or _MARKS.search(exact):
        kept = [
            n
            for n, char in enumerate(exact)
            if not _MARKS.match(char) and (char != " " or n == 0 or exact[n - 1] != " ")
        ]
        exact = "".join([exact[n] for n in kept])
        places = (*kept, len(text))
    loose = exact.lower()
    return Folded(text, exact, loose if len(loose) == len(exact) else exact, places)


def fold_name(name: str) -> str:
    """Bring a name to the normal form that keeps case."""
    return fold(unicodedata.normalize("NFC", name).strip()).exact
