"""N: the hours of Paris, the last moment of a day, an embargo and an event that begin and end at the border."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from contrelatraite.content import read_and_check
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.languages import Language
from tests.support import translate, write

Languages = Mapping[str, Language]

LINK = "x" * 80  # the shortest that is admitted


def problems(content: Path, languages: Languages, today: str = "2026-01-01") -> list[Diagnostic]:
    """Give what is wrong, the missing translations apart."""
    found = read_and_check(content, languages, date.fromisoformat(today)).problems
    return [problem for problem in found if problem.code != "T101"]


def codes(content: Path, languages: Languages, key: str, today: str = "2026-01-01", **facts: Any) -> list[str]:  # noqa: ANN401  a header holds any value
    """Give the codes of what is wrong with an entry."""
    write(content, key, **facts)
    return [problem.code for problem in problems(content, languages, today)]


# What a member's news has to do with trafficking.


@pytest.mark.parametrize("kind", ["news", "events"])
@pytest.mark.parametrize("author", [None, "collective"])
def test_the_collective_need_not_say_what_its_news_has_to_do_with_trafficking(
    content: Path, languages: Languages, kind: str, author: str | None
) -> None:
    assert codes(content, languages, f"{kind}:a", author=author) == []


@pytest.mark.parametrize(("link", "expected"), [(None, ["N101"]), (LINK[1:], ["S121"]), (LINK, [])])
def test_a_member_says_it_of_its_event_in_eighty_characters(
    content: Path, languages: Languages, link: str | None, expected: list[str]
) -> None:
    write(content, "members:asso-a")
    assert codes(content, languages, "events:a", author="asso-a", trafficking_link=link) == expected


def test_a_member_says_it_in_the_translation_too(content: Path, languages: Languages) -> None:
    write(content, "members:asso-a")
    write(content, "news:a", author="asso-a", trafficking_link=LINK)
    translate(content, "news:a")
    assert [(p.code, p.path) for p in problems(content, languages)] == [("N101", "content/news/a/index.en.md")]


# The end of an event.


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2025-10-18", "2025-10-18"),
        ("2025-10-18T23:30+02:00", "2025-10-18"),
        ("2025-10-18", "2025-10-17T22:00+00:00"),  # midnight in Paris
        ("2025-10-18T10:00+02:00", "2025-10-18T08:00+00:00"),
        ("2025-10-26T02:30+02:00", "2025-10-26T03:00+01:00"),
    ],
)
def test_an_event_may_end_when_it_begins(content: Path, languages: Languages, start: str, end: str) -> None:
    assert codes(content, languages, "events:a", start=start, end=end) == []


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2025-10-18T09:01+02:00", "2025-10-18T09:00+02:00"),
        ("2025-10-18", "2025-10-17T21:59+00:00"),
        ("2025-10-17T22:00+00:00", "2025-10-17"),
        ("2025-10-18T10:01+02:00", "2025-10-18T08:00+00:00"),
    ],
)
def test_an_event_does_not_end_a_minute_before(content: Path, languages: Languages, start: str, end: str) -> None:
    assert codes(content, languages, "events:a", start=start, end=end) == ["N102"]


# The offset of Paris.


@pytest.mark.parametrize(
    "start",
    [
        "2025-03-30T01:59+01:00",
        "2025-03-30T03:00+02:00",
        "2025-10-26T01:59+02:00",
        "2025-10-26T02:30+02:00",  # this hour comes twice
        "2025-10-26T03:00+01:00",
        "2025-07-15T08:00Z",
        "2025-07-15T04:00-04:00",  # in Guadeloupe
        "2025-10-26T02:30+01:00",
        "2025-07-15",
    ],
)
def test_an_hour_of_paris_or_of_elsewhere_is_left_alone(content: Path, languages: Languages, start: str) -> None:
    assert codes(content, languages, "events:a", start=start) == []


@pytest.mark.parametrize(
    ("start", "nearest"),
    [
        ("2025-07-15T10:00+01:00", "2025-07-15T10:00+02:00"),
        ("2025-03-30T01:59+02:00", "2025-03-30T01:59+01:00"),
        ("2025-03-30T03:00+01:00", "2025-03-30T03:00+02:00"),
        ("2025-10-26T01:59+01:00", "2025-10-26T01:59+02:00"),
        ("2025-10-26T03:00+02:00", "2025-10-26T03:00+01:00"),
        ("2025-03-30T02:30+01:00", "2025-03-30T03:30+02:00"),  # the hour that the clocks of Paris skip
        ("2025-03-30T02:30+02:00", "2025-03-30T03:30+02:00"),
    ],
)
def test_an_hour_of_the_other_season_is_told_with_the_offset_of_that_day(
    content: Path, languages: Languages, start: str, nearest: str
) -> None:
    write(content, "events:a", start=start)
    assert [(p.code, p.values.get("nearest")) for p in problems(content, languages)] == [("N103", nearest)]


@pytest.mark.parametrize(
    ("key", "days", "field"),
    [
        ("press:a", {"date": "2025-07-15T10:00+01:00", "embargo": "2025-07-15T12:00+02:00"}, "date"),
        ("events:a", {"start": "2025-07-15T10:00+02:00", "end": "2025-07-15T12:00+01:00"}, "end"),
    ],
)
def test_each_hour_is_told_by_its_field(
    content: Path, languages: Languages, key: str, days: dict[str, str], field: str
) -> None:
    write(content, key, **days)
    assert [(p.code, p.values.get("field")) for p in problems(content, languages)] == [("N103", field)]


# The embargo of a release.


@pytest.mark.parametrize(
    ("embargo", "nearest", "end"),
    [
        ("2025-07-30T10:00+05:00", "2025-07-30T10:00+02:00", "2025-07-30T07:00+02:00"),
        ("2025-07-30T10:00-02:00", "2025-07-30T10:00+02:00", "2025-07-30T14:00+02:00"),
        ("2025-07-30T10:00+01:00", "2025-07-30T10:00+02:00", "2025-07-30T11:00+02:00"),
        ("2025-07-30T10:00Z", "2025-07-30T10:00+02:00", "2025-07-30T12:00+02:00"),
    ],
)
def test_an_embargo_is_written_in_the_time_of_paris(
    content: Path, languages: Languages, embargo: str, nearest: str, end: str
) -> None:
    write(content, "press:a", date="2025-07-29", embargo=embargo)
    found = [(p.code, p.values.get("nearest"), p.values.get("end")) for p in problems(content, languages)]
    assert found == [("N108", nearest, end)]


# Who speaks.


VOICES: list[tuple[str, dict[str, Any]]] = [
    ("news:a", {"author": "asso", "trafficking_link": "x" * 80}),
    ("press:a", {"signatories": ["asso"]}),
]


@pytest.mark.parametrize(("key", "fields"), VOICES)
def test_who_speaks_in_public_is_shown_in_public(
    content: Path, languages: Languages, key: str, fields: dict[str, Any]
) -> None:
    write(content, "members:asso", status="draft")
    assert codes(content, languages, key, **fields) == ["N109"]


@pytest.mark.parametrize(("key", "fields"), VOICES)
def test_a_member_that_is_shown_may_speak(
    content: Path, languages: Languages, key: str, fields: dict[str, Any]
) -> None:
    write(content, "members:asso")
    assert codes(content, languages, key, **fields) == []


def test_a_draft_may_be_written_by_a_draft(content: Path, languages: Languages) -> None:
    write(content, "members:asso", status="draft")
    assert codes(content, languages, "press:a", signatories=["asso"], status="draft") == []


# The embargo and the day of a release.


@pytest.mark.parametrize(
    ("day", "embargo", "expected"),
    [
        ("2025-07-30T10:00+02:00", "2025-07-30T10:00+02:00", []),
        ("2025-07-30T10:00+02:00", "2025-07-30T09:59+02:00", ["N104"]),
        ("2025-07-30", "2025-07-30T00:00+02:00", []),
        ("2025-07-30", "2025-07-29T23:59+02:00", ["N104"]),
    ],
)
def test_an_embargo_ends_no_earlier_than_the_date_of_its_release(
    content: Path, languages: Languages, day: str, embargo: str, expected: list[str]
) -> None:
    assert codes(content, languages, "press:a", date=day, embargo=embargo) == expected


@pytest.mark.parametrize("day", ["2026-07-30", "2026-07-30T10:00+02:00", "2026-07-29T23:30+00:00"])
@pytest.mark.parametrize(("today", "expected"), [("2026-07-29", ["N105"]), ("2026-07-30", [])])
def test_a_release_is_out_on_its_day_and_not_on_the_day_before(
    content: Path, languages: Languages, day: str, today: str, expected: list[str]
) -> None:
    assert codes(content, languages, "press:a", today, date=day) == expected


@pytest.mark.parametrize("kept", [{"status": "draft"}, {"embargo": "2026-07-30T10:00+02:00"}])
def test_a_draft_and_a_release_under_embargo_may_be_dated_ahead(
    content: Path, languages: Languages, kept: dict[str, str]
) -> None:
    assert codes(content, languages, "press:a", date="2026-07-30", **kept) == []


@pytest.mark.parametrize(
    ("day", "nearest"),
    [
        ("2026-12-18", "2026-12-18T00:00+01:00"),
        ("2026-03-29", "2026-03-29T00:00+01:00"),  # the clocks change two hours later
        ("2026-10-25", "2026-10-25T00:00+02:00"),
    ],
)
def test_a_release_dated_ahead_is_told_an_embargo_until_the_midnight_of_paris(
    content: Path, languages: Languages, day: str, nearest: str
) -> None:
    write(content, "press:a", date=day)
    assert [(p.code, p.values.get("nearest")) for p in problems(content, languages)] == [("N105", nearest)]


def test_a_release_that_has_its_hour_is_told_an_embargo_until_then(content: Path, languages: Languages) -> None:
    write(content, "press:a", date="2026-07-30T10:00+02:00")
    told = [(p.code, p.values.get("nearest")) for p in problems(content, languages)]
    assert told == [("N105", "2026-07-30T10:00+02:00")]


# The day that comes back every year.


@pytest.mark.parametrize("observance", ["W30-7", "7-30", "0730", "02-30"])
def test_a_yearly_day_is_a_month_and_a_day(content: Path, languages: Languages, observance: str) -> None:
    assert codes(content, languages, "events:a", start="2014-07-30", observance=observance) == ["S106"]


@pytest.mark.parametrize(
    ("start", "observance"),
    [
        ("2014-07-30", "07-30"),
        ("2024-02-29", "02-29"),
        ("2014-07-29T22:00+00:00", "07-30"),  # midnight in Paris
    ],
)
def test_a_yearly_day_is_that_on_which_it_first_was(
    content: Path, languages: Languages, start: str, observance: str
) -> None:
    assert codes(content, languages, "events:a", start=start, observance=observance) == []


@pytest.mark.parametrize(
    ("start", "observance", "nearest"),
    [("2014-07-29T22:00+00:00", "07-29", "07-30"), ("2014-03-01", "02-29", "03-01"), ("2014-10-07", "07-10", "10-07")],
)
def test_another_yearly_day_is_told_that_of_the_start(
    content: Path, languages: Languages, start: str, observance: str, nearest: str
) -> None:
    write(content, "events:a", start=start, observance=observance)
    assert [(p.code, p.values.get("nearest")) for p in problems(content, languages)] == [("N106", nearest)]


# The minutes of an event.


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"start": "2014-09-29"}, []),
        ({"start": "2014-09-30"}, ["N107"]),
        ({"start": "2014-09-29", "end": "2014-09-30"}, []),
        ({"start": "2014-09-28", "end": "2014-09-29"}, []),
        ({"start": "2014-09-27", "end": "2014-09-28"}, ["N107"]),
        ({"start": "2014-09-28T22:00+00:00"}, []),  # midnight in Paris
        ({"start": "2014-09-29T22:00+00:00"}, ["N107"]),
    ],
)
def test_the_minutes_of_an_event_are_of_one_of_its_days(
    content: Path, languages: Languages, days: dict[str, str], expected: list[str]
) -> None:
    write(content, "minutes:2014-09-29")
    assert codes(content, languages, "events:a", minutes="2014-09-29", **days) == expected


def test_minutes_that_could_not_be_read_are_of_no_other_day(content: Path, languages: Languages) -> None:
    write(content, "minutes:2014-09-29", date="2014-09-31")
    assert codes(content, languages, "events:a", start="2014-10-16", minutes="2014-09-29") == ["S104"]
