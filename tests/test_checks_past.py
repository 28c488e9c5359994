"""S130: what is told as past is past, on the day of the check."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from contrelatraite.content import read_and_check
from contrelatraite.languages import Language
from tests.support import write

DAY = "2026-03-02"
CONTACT = {"email": "a@example.org", "public": "true"}


@pytest.mark.parametrize(
    "key_and_fields",
    [
        ("members:a", {"membership": [{"status": "member", "since": DAY}]}),
        ("members:a", {"contact": {**CONTACT, "confirmed": DAY}}),
        ("members:a", {"people": [{"name": "Prénom Nom", "consent": DAY}]}),
        ("minutes:a", {"date": DAY}),
        ("minutes:a", {"published": DAY}),
        (
            "minutes:a",
            {"follow_ups": [{"id": "b", "owners": "collective", "done": DAY}], "follow_up_wording": {"b": "B"}},
        ),
        ("news:a", {"date": DAY}),
        ("legal:a", {"checked": DAY}),
    ],
    ids=lambda pair: f"{pair[0]} {next(iter(pair[1]))}",
)
@pytest.mark.parametrize(("before", "expected"), [(1, ["S130"]), (0, [])], ids=["the day before", "that day"])
def test_a_day_told_as_past_has_come(
    content: Path,
    languages: Mapping[str, Language],
    key_and_fields: tuple[str, dict[str, Any]],
    before: int,
    expected: list[str],
) -> None:
    key, fields = key_and_fields
    write(content, key, **fields)
    found = read_and_check(content, languages, date.fromisoformat(DAY) - timedelta(days=before)).problems
    assert [problem.code for problem in found if problem.code == "S130"] == expected


@pytest.mark.parametrize("fields", [{"repealed": DAY}, {"in_force": DAY}, {"transposition_deadline": DAY}])
def test_a_law_may_speak_of_days_to_come(
    content: Path, languages: Mapping[str, Language], fields: dict[str, Any]
) -> None:
    write(content, "legal:a", **fields)
    found = read_and_check(content, languages, date(2026, 1, 1)).problems
    assert "S130" not in [problem.code for problem in found]
