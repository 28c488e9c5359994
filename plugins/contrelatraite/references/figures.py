"""Figures: the numbers and the days of a text, each as its language writes it (1 500, 1,500; 12,5, 12.5; 1er mai).

Read on the text as it is written: bringing a text to its normal form costs ten times as much.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from babel.dates import get_month_names
from babel.numbers import get_decimal_symbol, get_group_symbol, parse_decimal

from contrelatraite.languages import Language

_NOT_SAID = re.compile(r"\]\([^()\s]*\)|https?://[^\s<>]+|\{[ \t]*[#a-z][^{}\n]*\}")  # addresses and anchors
_DIGIT = re.compile(r"\d")
_NOON = 12
_LAST_DAY = 31
_MONTH = 12  # characters, and more than a month's name has
_SPELLED_OUT = 10

Value = Decimal | tuple[int, int]  # a number, or a day: its month and its number


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or a day, the whole numbers it is written with, and its span in the text."""

    value: Value
    digits: frozenset[int]
    start: int
    end: int

    @property
    def is_small(self) -> bool:
        """Whether a language may rather spell it out."""
        return isinstance(self.value, Decimal) and self.value <= _SPELLED_OUT


def unanswered(figures: Sequence[Figure], others: Sequence[Figure]) -> list[Figure]:
    """Give those of a text's figures that another text does not have, each once, in order.

    A time or the number of a section may have other signs between its digits (9 h 30, 9.30; 8.7), and a day may
    stand without its month (« publié le 5 »): such figures answer each other.
    """
    values = {other.value for other in others}
    numbers = {number for other in others if isinstance(other.value, Decimal) for number in other.digits}
    days = {Decimal(other.value[1]) for other in others if isinstance(other.value, tuple)}
    missing = {
        figure.value: figure
        for figure in reversed(figures)
        if figure.value not in values and figure.value not in days and not figure.digits <= numbers
    }
    return list(reversed(missing.values()))


class FigureReader:
    """Finds the figures of a text of one language."""

    def __init__(self, language: Language) -> None:
        """Take the months' names, the signs of decimals and thousands and the afternoon's name from the language."""
        locale = self._locale = language.locale
        names = {
            name.lower(): number
            for context in ("format", "stand-alone")
            for number, name in get_month_names("wide", context=context, locale=locale).items()
        }
        self._months = names
        self._group = get_group_symbol(locale)
        months = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
        group = r"[ \u00a0\u202f]" if self._group.isspace() else re.escape(self._group)
        afternoon = r"\.?".join(map(re.escape, locale.day_periods["format"]["abbreviated"]["pm"])) + r"\.?"
        self._pattern = re.compile(
            rf"(?P<number>\d{{1,3}}(?:{group}\d{{3}})+(?!\d)|\d+)(?P<part>{re.escape(get_decimal_symbol(locale))}\d+)?"
            rf"(?P<rank>[^\W\d_]{{1,3}}\b)?(?:\s(?:(?P<month>{months})\b|(?P<pm>{afternoon})(?!\w)))?",
            re.IGNORECASE,
        )

    def find(self, text: str) -> Iterator[Figure]:
        """Yield the figures of a text of Markdown, in order; addresses and anchors are not said, and left out."""
        if not _DIGIT.search(text):
            return
        said = _NOT_SAID.sub(lambda found: "\0" * len(found[0]), text)
        for found in self._pattern.finditer(said):
            if (figure := self._figure(found)) is not None:
                yield figure

    def _figure(self, found: re.Match[str]) -> Figure | None:
        """Read one; None for a rank (5e, 5th), which the other language may spell out."""
        start, end = found.span()
        written = found["number"] + (found["part"] or "")
        month = found["month"] or next(iter(found.string[max(0, start - _MONTH) : start].split()[-1:]), "")
        if month.lower() in self._months and written.isdecimal() and int(written) <= _LAST_DAY:
            day = int(written)
            return Figure((self._months[month.lower()], day), frozenset({day}), start, end)
        if found["rank"]:
            return None
        digits = [int(run) for run in re.findall(r"\d+", found[0])]
        if found["pm"] and digits[0] < _NOON:
            digits[0] += _NOON
            return Figure(Decimal(".".join(map(str, digits))), frozenset(digits), start, end)
        if written.isdecimal():
            return Figure(Decimal(digits[0]), frozenset(digits), start, end)
        plain = re.sub(r"\s", self._group, written) if self._group.isspace() else written
        return Figure(parse_decimal(plain, locale=self._locale), frozenset(digits), start, end)
