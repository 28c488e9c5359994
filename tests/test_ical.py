"""Calendars: valid iCalendar (RFC 5545), the same event always the same."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import icalendar
import pytest

from contrelatraite.languages import Language
from contrelatraite.rendering.ical import calendar, one
from contrelatraite.rendering.pages import View, view
from tests.support import NOW, site_of, translate, write

HOST = "https://www.exemple.org"


@pytest.fixture
def shown(content: Path, languages: Mapping[str, Language]) -> View:
    write(content, "events:jour", start="2014-10-16", place="Paris", organiser="Asso A", summary="x" * 60)
    translate(content, "events:jour", title="day")
    write(content, "events:jours", start="2013-06-24", end="2013-06-28")
    write(content, "events:tard", start="2014-10-16", end="2014-10-16T22:30+00:00")
    write(content, "events:heure", start="2014-11-07T10:00+01:00", end="2014-11-07T12:30+01:00")
    write(content, "events:sans-fin", start="2015-01-20T10:00+01:00")
    write(content, "events:journee", start="2013-12-18", observance="07-30")
    write(content, "events:bissextile", start="2013-01-01", observance="02-29")
    return view(site_of(content), languages, NOW)


def event(shown: View, name: str, language: str = "fr") -> icalendar.Event:
    """Give an event as a reader sees it."""
    found = icalendar.Calendar.from_ical(one(shown.site.entries[f"events:{name}"], shown, language, HOST))
    (event,) = found.events
    return event


def said(shown: View, name: str, field: str) -> Any:  # noqa: ANN401  a field holds a date, a moment or a text
    """Give what a field of an event holds; None when it has none."""
    held: Any = event(shown, name).get(field)
    return getattr(held, "dt", held)


def when(shown: View, name: str) -> tuple[date | None, date | None]:
    """Give the start and the end that the file says."""
    return said(shown, name, "dtstart"), said(shown, name, "dtend")


def test_the_last_day_of_an_event_is_that_of_paris(shown: View) -> None:
    assert when(shown, "tard") == (date(2014, 10, 16), date(2014, 10, 18))


def test_the_end_of_a_whole_day_is_the_day_after(shown: View) -> None:
    assert when(shown, "jour") == (date(2014, 10, 16), date(2014, 10, 17))


def test_the_end_of_several_days_is_the_day_after_the_last(shown: View) -> None:
    assert when(shown, "jours") == (date(2013, 6, 24), date(2013, 6, 29))


def test_an_hour_is_that_of_greenwich(shown: View) -> None:
    assert when(shown, "heure") == (datetime(2014, 11, 7, 9, tzinfo=UTC), datetime(2014, 11, 7, 11, 30, tzinfo=UTC))


def test_an_end_that_is_not_known_is_not_said(shown: View) -> None:
    assert when(shown, "sans-fin") == (datetime(2015, 1, 20, 9, tzinfo=UTC), None)


def test_a_yearly_day_comes_back_from_the_first_one_marked(shown: View) -> None:
    assert (when(shown, "journee"), dict(said(shown, "journee", "rrule"))) == (
        (date(2014, 7, 30), date(2014, 7, 31)),
        {"FREQ": ["YEARLY"]},
    )


def test_the_29th_of_february_waits_for_its_year(shown: View) -> None:
    assert when(shown, "bissextile") == (date(2016, 2, 29), date(2016, 3, 1))


def test_an_event_is_one_in_all_languages_and_at_all_times(shown: View) -> None:
    uids = [str(event(shown, "jour", language)["uid"]) for language in ("fr", "en")]
    assert uids == ["038854fb-b905-5db6-a15b-05c9e1565708"] * 2


def test_two_events_are_two(shown: View) -> None:
    found = icalendar.Calendar.from_ical(calendar(shown, "fr", HOST))
    assert len({str(each["uid"]) for each in found.events}) == len(shown.site.of("events"))


def test_words_say_in_which_language_they_are(shown: View) -> None:
    summaries: list[Any] = [event(shown, name, "en")["summary"] for name in ("jour", "jours")]
    assert [(str(each), each.params["LANGUAGE"]) for each in summaries] == [("day", "en"), ("jours", "fr")]


def test_an_event_leads_to_its_page(shown: View) -> None:
    assert str(event(shown, "jour")["url"]) == f"{HOST}/events/jour/"


def test_the_moment_of_the_build_stamps_each_event(shown: View) -> None:
    assert said(shown, "jour", "dtstamp") == NOW


def test_nobody_can_be_written_to(shown: View) -> None:
    assert (
        b"ORGANIZER" in calendar(shown, "fr", HOST),
        b"MAILTO" in calendar(shown, "fr", HOST).upper(),
    ) == (False, False)


def test_no_line_is_longer_than_75_bytes(shown: View) -> None:
    assert [line for line in calendar(shown, "fr", HOST).split(b"\r\n") if len(line) > 75] == []
