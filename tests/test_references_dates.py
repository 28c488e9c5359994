"""Dates in words, as people write them in the site's languages."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contrelatraite.languages import Language
from contrelatraite.references.dates import DateReader, Written
from contrelatraite.references.text import fold


@pytest.fixture(scope="module")
def dates(languages: Mapping[str, Language]) -> DateReader:
    """Read dates in French and in English."""
    return DateReader(languages.values())


def read(dates: DateReader, text: str) -> list[tuple[str, int, int, int | None]]:
    """Give the dates of a text: their words, day, month and year."""
    loose = fold(text).loose
    return [(text[loose.origin(d.start) : loose.end(d.end)], d.day, d.month, d.year) for d in dates.find(loose.text)]


@pytest.mark.parametrize(
    ("text", "day", "month", "year"),
    [
        ("4 juin 2013", 4, 6, 2013),
        ("04 juin 2013", 4, 6, 2013),
        ("1er octobre 2014", 1, 10, 2014),
        ("1 octobre 2014", 1, 10, 2014),
        ("21 juin", 21, 6, None),
        ("29 September 2014", 29, 9, 2014),
        ("29th September 2014", 29, 9, 2014),
        ("1st June 2013", 1, 6, 2013),
        ("2nd June", 2, 6, None),
        ("3rd June", 3, 6, None),
    ],
)
def test_a_date_in_words_is_found(dates: DateReader, text: str, day: int, month: int, year: int | None) -> None:
    assert read(dates, text) == [(text, day, month, year)]


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("29 août 2014", 8),
        ("29 AOÛT 2014", 8),
        ("29 aout 2014", 8),
        ("29 décembre 2014", 12),
        ("29 Février 2014", 2),
        ("29 mars 2014", 3),
        ("29\u00a0juin\u202f2014", 6),
        ("29 juin\n\n2014", 6),
        ("29 June 2014", 6),
    ],
)
def test_months_are_read_whatever_their_case_accents_and_spaces(dates: DateReader, text: str, month: int) -> None:
    assert [(written.day, written.month, written.year) for written in dates.find(fold(text).loose.text)] == [
        (29, month, 2014)
    ]


def test_a_date_within_a_text_stands_where_it_is_written(dates: DateReader) -> None:
    assert read(dates, "Le lundi 29 septembre 2014, puis le 7 novembre.") == [
        ("29 septembre 2014", 29, 9, 2014),
        ("7 novembre", 7, 11, None),
    ]


@pytest.mark.parametrize(
    "text", ["septembre 2014", "en 2014", "29/09/2014", "129 septembre 2014", "29 sept 2014", "mars", "29 juine", ""]
)
def test_what_is_no_date_in_words_is_not_found(dates: DateReader, text: str) -> None:
    assert read(dates, text) == []


@pytest.mark.parametrize("text", ["21 juin 20135", "21 juin 201", "21 juin, 2013"])
def test_a_number_that_is_no_year_is_not_taken_for_one(dates: DateReader, text: str) -> None:
    assert read(dates, text) == [("21 juin", 21, 6, None)]


def test_without_languages_no_month_has_a_name() -> None:
    assert list(DateReader().find("29 septembre 2014")) == []


@pytest.mark.parametrize(
    ("written", "year", "day"),
    [
        (Written(0, 1, 6, 21, 2013), None, date(2013, 6, 21)),
        (Written(0, 1, 6, 21, 2013), 2015, date(2013, 6, 21)),
        (Written(0, 1, 6, 21, None), 2015, date(2015, 6, 21)),
        (Written(0, 1, 6, 21, None), None, None),
        (Written(0, 1, 6, 31, 2013), None, None),
        (Written(0, 1, 2, 29, None), 2015, None),
        (Written(0, 1, 2, 29, None), 2016, date(2016, 2, 29)),
        (Written(0, 1, 6, 0, 2013), None, None),
    ],
)
def test_a_date_is_on_its_own_year_else_on_that_of_the_context(
    written: Written, year: int | None, day: date | None
) -> None:
    assert written.on(year) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Réunion du 4 juin 2013, après celle du 24 mai 2013", date(2013, 6, 4)),
        ("Le 21 juin ; le 25 juillet 2013", date(2013, 7, 25)),
        ("Le 31 juin 2013 ; le 25 juillet 2013", date(2013, 7, 25)),
        ("Meeting of 29 September 2014", date(2014, 9, 29)),
        ("Le 21 juin", None),
        ("", None),
    ],
)
def test_a_text_speaks_from_its_first_whole_date(dates: DateReader, text: str, day: date | None) -> None:
    assert dates.first_day(fold(text).loose.text) == day


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from(["fr", "en"]))
def test_a_date_that_the_site_writes_is_read_back(languages: Mapping[str, Language], day: date, code: str) -> None:
    text = languages[code].in_words(day)
    assert DateReader(languages.values()).first_day(fold(text).loose.text) == day
