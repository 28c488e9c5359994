"""M: what a history, a contact and a vote due look like when they are right, a day from when they are not."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from contrelatraite.checks.members import later
from contrelatraite.content import read_and_check
from contrelatraite.languages import Language
from tests.support import write

Languages = Mapping[str, Language]


def codes(content: Path, languages: Languages, today: str = "2026-01-01", **facts: Any) -> list[str]:  # noqa: ANN401  a header holds any value
    """Give the codes of what is wrong with a member, its missing translation apart."""
    write(content, "members:a", **facts)
    problems = read_and_check(content, languages, date.fromisoformat(today)).problems
    return [problem.code for problem in problems if problem.code != "T101"]


@pytest.mark.parametrize("since", ["2015-09-29", "2015-09-30"])
def test_a_status_that_begins_when_the_last_ended_or_the_day_after_leaves_no_gap(
    content: Path, languages: Languages, since: str
) -> None:
    first = {"status": "observer", "since": "2014-09-29", "until": "2015-09-29"}
    assert codes(content, languages, membership=[first, {"status": "member", "since": since}]) == []


def test_a_status_two_days_later_leaves_a_gap(content: Path, languages: Languages) -> None:
    first = {"status": "observer", "since": "2014-09-29", "until": "2015-09-29"}
    assert codes(content, languages, membership=[first, {"status": "member", "since": "2015-10-01"}]) == ["M107"]


def test_before_a_status_that_is_only_attested_there_is_no_gap(content: Path, languages: Languages) -> None:
    first = {"status": "observer", "since": "2014-09-29", "until": "2015-09-29"}
    then = {"status": "member", "since": "2018-07-05", "attested": "true"}
    assert codes(content, languages, membership=[first, then]) == []


@pytest.mark.parametrize(("today", "expected"), [("2024-09-29", []), ("2024-09-30", ["M106"])])
def test_a_vote_is_due_after_one_year_in_a_leap_year_too(
    content: Path, languages: Languages, today: str, expected: list[str]
) -> None:
    observer = {"status": "observer", "since": "2023-09-29"}
    assert codes(content, languages, today, membership=[observer]) == expected


@pytest.mark.parametrize(("today", "expected"), [("2025-11-03", []), ("2025-11-04", ["M108"])])
def test_a_contact_is_confirmed_again_after_two_years(
    content: Path, languages: Languages, today: str, expected: list[str]
) -> None:
    contact = {"email": "contact@example.org", "public": "true", "confirmed": "2023-11-03"}
    assert codes(content, languages, today, contact=contact) == expected


def test_a_month_without_that_day_ends_on_the_first_of_the_next() -> None:
    assert later(date(2024, 2, 29), 12) == date(2025, 3, 1)
