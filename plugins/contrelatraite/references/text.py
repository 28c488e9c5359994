"""The normal form of text: what is the same to a reader compares equal, and every character keeps its place.

Two forms. The exact one keeps case, for acronyms: one kind of space, apostrophe, dash and quote, no accents on Latin
letters, no mark-up, no space around a dash. The loose one, for names in words, drops case and plurals too, and takes
a dash for a space (« Nations-Unies », « Secours Catholique – Caritas France »).
"""

import re
import unicodedata
from dataclasses import dataclass

_SAME = {
    **{space: " " for code in range(0x3001) if (space := chr(code)).isspace()},
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
_REST_OF_WORD = re.compile(r"[\w\u0300-\u036f]*")
_BREAK = re.compile(r"<br ?/?>", re.IGNORECASE)
_DROPPED = re.compile(
    r"[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]"  # accents written apart, soft hyphens, signs without width
    r"|<sup>\d{1,3}</sup>"  # the call of a note
    r"|</?[a-zA-Z]{1,6}>"  # <sup> inside a name
)
_SPACES = re.compile(
    r"(?<= ) +"  # all spaces but one
    r"| +(?=-)|(?<=-) +"  # a line that breaks at a dash
)
_PLURAL = re.compile(r"(?<=[a-z]{3})[sx](?![a-z0-9])")


@dataclass(frozen=True, slots=True)
class Form:
    """A text in a normal form; `at` gives the place of each character in the author's text, and the author's end."""

    author: str
    text: str
    at: tuple[int, ...] | None

    def origin(self, position: int) -> int:
        """Give the place in the author's text of a place in the normal form."""
        return position if self.at is None else self.at[position]

    def end(self, position: int) -> int:
        """Give the end in the author's text of a stretch that ends at a place in the normal form."""
        end = self.origin(position - 1) + 1
        dropped = self.author[end : self.origin(position)]  # a plural's s belongs to the word, spaces do not
        return end + len(_REST_OF_WORD.match(dropped)[0])  # type: ignore[index]  # it matches the empty text too

    def without(self, pattern: re.Pattern[str]) -> "Form":
        """Give the form without what the pattern matches."""
        spans = [found.span() for found in pattern.finditer(self.text)]
        if not spans:
            return self
        places = self.at or range(len(self.text) + 1)
        kept: list[str] = []
        at: list[int] = []
        last = 0
        for start, end in [*spans, (len(self.text), len(self.text))]:
            kept.append(self.text[last:start])
            at += places[last:start]
            last = end
        return Form(self.author, "".join(kept), (*at, places[len(self.text)]))


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in both normal forms."""

    exact: Form
    loose: Form


def fold(text: str) -> Folded:
    """Bring a text to its normal forms."""
    plain = _BREAK.sub(lambda found: " " * len(found[0]), text).translate(_TABLE)
    exact = Form(text, plain, None).without(_DROPPED).without(_SPACES)
    lower = exact.text.lower()
    if len(lower) != len(exact.text):  # a letter whose small form is two characters: leave the case as it is
        lower = exact.text
    lower = lower.replace("-", " ")
    return Folded(exact, Form(text, lower, exact.at).without(_PLURAL))


def fold_name(name: str) -> Folded:
    """Bring a name to its normal forms."""
    return fold(unicodedata.normalize("NFC", name).strip())
