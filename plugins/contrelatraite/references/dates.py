"""Dates in words, as people write them in the site's languages: « 4 juin 2013 », "29 September 2014"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from babel.dates import get_day_names, get_month_names

from contrelatraite.languages import Language
from contrelatraite.references.text import fold_name


@dataclass(frozen=True, slots=True)
class Written:
    """A date in a loose text: `text[start:end]`; `year` is None when the words give none."""

    start: int
    end: int
    month: int
    day: int
    year: int | None

    def nearest(self, day: date | None) -> date | None:
        """Give the day, in the year that brings it nearest to another when the words give none."""
        if self.year is not None or day is None:
            return self.on(None)
        years = (self.on(day.year + step) for step in (0, 1, -1))
        return min((found for found in years if found), key=lambda found: abs(found - day), default=None)

    def on(self, year: int | None) -> date | None:
        """Give the day, with that year when the words give none; None when there is no such day."""
        try:
            return date(self.year or year or 0, self.month, self.day)
        except ValueError:
            return None


class Weekday(NamedTuple):
    """The name of a day of the week in a loose text: its start, and the day (Monday is 0)."""

    start: int
    number: int


class DateReader:
    """Finds the dates of a text in its loose form."""

    def __init__(self, languages: Iterable[Language] = ()) -> None:
        """Take the names of the months and of the days of the week from each language."""
        languages = tuple(languages)
        self._months = {
            fold_name(name).loose.text: number
            for language in languages
            for context in ("format", "stand-alone")
            for number, name in get_month_names("wide", context=context, locale=language.locale).items()
        }
        self._weekdays = {
            fold_name(name).loose.text: number
            for language in languages
            for context in ("format", "stand-alone")
            for number, name in get_day_names("wide", context=context, locale=language.locale).items()
        }
        self._weekday = re.compile(
            rf"\b(?P<name>{'|'.join(map(re.escape, self._weekdays)) or '(?!)'}),? (?:le |the )?$"
        )
        self._longest = max(map(len, self._weekdays), default=0) + len(", the ")
        names = "|".join(sorted(map(re.escape, self._months), key=len, reverse=True)) or "(?!)"
        self._pattern = re.compile(
            rf"\b(?P<day>[0-3]?\d)(?:er|st|nd|rd|th)? (?P<month>{names})\b(?: (?P<year>\d{{4}})\b)?"
        )

    def find(self, text: str) -> Iterator[Written]:
        """Yield the dates of a text, in order."""
        for found in self._pattern.finditer(text):
            year = int(found["year"]) if found["year"] else None
            yield Written(*found.span(), self._months[found["month"]], int(found["day"]), year)

    def weekday_before(self, text: str, written: Written) -> Weekday | None:
        """Give the day of the week that stands before a date: « lundi 29 septembre », "Monday 29 September"."""
        found = self._weekday.search(text, max(0, written.start - self._longest), written.start)
        return Weekday(found.start("name"), self._weekdays[found["name"]]) if found else None

    def first_day(self, text: str) -> date | None:
        """Give the first date of a text that has its year: the day from which a text speaks, when nothing else says."""
        return next((day for written in self.find(text) if (day := written.on(None)) is not None), None)
