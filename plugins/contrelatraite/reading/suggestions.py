"""What was probably meant: problems of the headers → the same, with the exact text to paste where it can be known.

A day in another form, a month or a year in a day's place, an hour without its offset; a field or a value in the words
of one of the site's languages. Those words stand in the catalogues (contexts "field" and "value"), months in Babel.
"""

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time
from functools import lru_cache
from typing import Literal

from babel.dates import get_month_names

from contrelatraite.clock import PARIS
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.labels import LABELS
from contrelatraite.languages import Language
from contrelatraite.reading.mending import folded, plain_id
from contrelatraite.reading.vocabulary import FIELDS, VALUES

_HOUR = re.compile(r"(?:^|[\sTt,àa@])(?P<hour>\d{1,2})\s*(?:[hH:]\s*+(?P<minute>\d{2})?)(?::\d{2}(?:\.\d+)?)?\s*+$")
_BY_YEAR = re.compile(r"(?P<y>\d{4})(?P<between>[-/. ]?)(?P<m>\d{1,2})(?P=between)(?P<d>\d{1,2})")
_BY_DAY = re.compile(r"(?P<d>\d{1,2})([-/. ])(?P<m>\d{1,2})\2(?P<y>\d{4})")
_DAY_MONTH = re.compile(
    r"(?:[^\W\d_]+\.? )?(?P<d>\d{1,2})(?:er|st|nd|rd|th|\.)? (?:de )?(?P<month>[^\W\d_]+)\.?,? (?P<y>\d{4})"
)
_MONTH_DAY = re.compile(r"(?:[^\W\d_]+,? )?(?P<month>[^\W\d_]+)\.? (?P<d>\d{1,2})(?:st|nd|rd|th)?,? (?P<y>\d{4})")
_HALF = re.compile(r"\d{4}(?:[-/. ]\d{1,2})?[-/. ]?|\d{1,2}[-/. ]\d{4}|(?P<month>[^\W\d_]+)\.? \d{4}")
_HYPHENS = re.compile("[\u2010-\u2015\u2212]")  # those that word processors write
_HOURS = re.compile(
    r"(?P<h>\d{1,2}) ?[hH:.] ?(?P<m>\d{2})?"
    r"(?: ?(?:[-\u2010-\u2015]|à|to) ?(?P<until_h>\d{1,2}) ?[hH:.] ?(?P<until_m>\d{2})?)?"
)
_LEAP_YEAR = 2000  # it has every day of a year
_LAST_MONTH = 12
_CLOSE = 0.8  # the part of their letters that a word and the slip share, so that nobody is told another word
_LONGEST = 40  # letters: no word of the schemas is longer
_MENDED = {"S101", "S103", "S104", "S106", "S118"}

Context = Literal["field", "value"]


def what_was_meant(problems: Iterable[Diagnostic], languages: Iterable[Language]) -> list[Diagnostic]:
    """Tell the problems again, each with what was probably meant."""
    given = list(problems)
    if not any(problem.code in _MENDED for problem in given):
        return given
    spoken = tuple(languages)
    return [_better(problem, spoken) for problem in given]


def _better(problem: Diagnostic, languages: tuple[Language, ...]) -> Diagnostic:
    read, field = str(problem.values.get("read", "")), str(problem.values.get("field", ""))
    match problem.code:
        case "S101" | "S103" as code:
            return _narrowed(problem, *((field, "field") if code == "S101" else (read, "value")), languages)
        case "S104":
            if day := day_in(read, languages):
                return replace(problem, code="S009", values={**problem.values, "nearest": day.isoformat(), "day": day})
            return replace(problem, code="S010") if is_half(read, languages) else problem
        case "S106":
            example = in_form(read, field, languages) or problem.values["example"]
            return replace(problem, values={**problem.values, "example": example})
        case "S118":
            if moment := moment_in(read, languages):
                nearest = moment.isoformat(timespec="minutes")
                return replace(problem, code="S011", values={**problem.values, "nearest": nearest, "day": moment})
    return problem


def _narrowed(problem: Diagnostic, read: str, context: Context, languages: tuple[Language, ...]) -> Diagnostic:
    """Leave, of what is allowed, what was meant: by its meaning; by its letters only if no language knows the word.

    « hommes » looks more like “women” than like “men”.
    """
    allowed = problem.values["allowed"]
    if not isinstance(allowed, tuple):
        return problem
    meant = translated(read, context, languages)
    among = tuple(word for word in allowed if word in meant) or (() if meant else _slip(read, allowed))
    return replace(problem, values={**problem.values, "allowed": among or allowed})


def _slip(read: str, allowed: tuple[str, ...]) -> tuple[str, ...]:
    """Give the allowed word that was written with a slip; few slip on the first letter (“notes” is not “votes”)."""
    wanted = folded(read[:_LONGEST])
    words = {folded(word): word for word in allowed if folded(word)[:1] == wanted[:1]}
    return tuple(words[close] for close in difflib.get_close_matches(wanted, words, 1, _CLOSE))


def translated(read: str, context: Context, languages: Iterable[Language]) -> set[str]:
    """Give the schemas' words that a word of one of the languages stands for; it may stand for several."""
    return _meanings(context, tuple(languages)).get(folded(read), set())


@lru_cache(maxsize=8)
def _meanings(context: Context, languages: tuple[Language, ...]) -> Mapping[str, set[str]]:
    """Give what each word means: the schemas' own, those of the catalogues, and the labels that pages show."""
    meanings: dict[str, set[str]] = {}
    for key in FIELDS if context == "field" else VALUES:
        spoken = (word for language in languages for word in language.pgettext(context, key).split(","))
        for word in (key, *spoken):
            meanings.setdefault(folded(word), set()).add(key)
    for key, label in (pair for labels in LABELS.values() for pair in labels.items()):
        for language in languages:
            meanings.setdefault(folded(language.gettext(label)), set()).add(key)
    return meanings


def in_form(read: str, field: str, languages: Iterable[Language]) -> str | None:
    """Give, in the form of a field, the value that a text writes: an example would be pasted in its place."""
    match field:
        case "id" | "slug":
            return plain_id(read)
        case "time":
            return _hours(read)
        case "observance":
            tried = (f"{read}-{_LEAP_YEAR}", f"{read}/{_LEAP_YEAR}", f"{read} {_LEAP_YEAR}", f"{_LEAP_YEAR}-{read}")
            day = next((day for text in tried if (day := day_in(text, languages))), None)
            return f"{day:%m-%d}" if day else None
    return None


def _hours(read: str) -> str | None:
    """Give an hour, or a beginning and an end, as 09:00 or 09:00-12:30; nothing else may stand in the text."""
    found = _HOURS.fullmatch(" ".join(read.split()))
    if found is None:
        return None
    pairs = [(found["h"], found["m"]), (found["until_h"], found["until_m"])]
    try:
        return "-".join(f"{time(int(hour), int(minute or 0)):%H:%M}" for hour, minute in pairs if hour)
    except ValueError:  # no such hour
        return None


def day_in(read: str, languages: Iterable[Language]) -> date | None:
    """Give the day that a text writes in another form; 05/06/2025 is 5 June, as most of the world writes it."""
    text = _HYPHENS.sub("-", " ".join(read.split()))
    if found := _BY_YEAR.fullmatch(text) or _BY_DAY.fullmatch(text):
        year, month, day = int(found["y"]), int(found["m"]), int(found["d"])
        return _day(year, month, day) or (_day(year, day, month) if month > _LAST_MONTH else None)
    months = _months(languages)
    for pattern in (_DAY_MONTH, _MONTH_DAY):
        found = pattern.fullmatch(text)
        if found and folded(found["month"]) in months:
            return _day(int(found["y"]), months[folded(found["month"])], int(found["d"]))
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _months(languages: Iterable[Language]) -> Mapping[str, int]:
    return {
        folded(name): number
        for language in languages
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=language.locale).items()
    }


def is_half(read: str, languages: Iterable[Language]) -> bool:
    """Whether a text is a year, or a year and a month: the day is never made up."""
    found = _HALF.fullmatch(_HYPHENS.sub("-", " ".join(read.split())))
    return found is not None and (found["month"] is None or folded(found["month"]) in _months(languages))


def moment_in(read: str, languages: Iterable[Language]) -> datetime | None:
    """Give the day and hour that a text writes without an offset: the hour is that of Paris on that day."""
    found = _HOUR.search(read)
    if found is None:
        return None
    written = read[: found.start()].strip(" ,à")
    day = day_in(written, languages)
    if day is None:
        return None
    try:
        return datetime(day.year, day.month, day.day, int(found["hour"]), int(found["minute"] or 0), tzinfo=PARIS)
    except ValueError:
        return None
