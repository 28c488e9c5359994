"""What the meetings decided, who owes it, and where it stands on a day."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from contrelatraite.follow_ups import Decision, State, decisions, in_state, owed_by
from tests.support import site_of, translate, write

TODAY = date(2015, 1, 1)


def decided(content: Path, **item: Any) -> Decision:  # noqa: ANN401  a header holds any value
    """Give a follow-up that one meeting decided."""
    write(content, "minutes:a", follow_ups=[{"id": "lettre", "owners": ["ccem"], **item}])
    (decision,) = decisions(site_of(content), TODAY)
    return decision


@pytest.mark.parametrize(
    ("item", "state"),
    [
        ({}, "open"),
        ({"due": "2015-01-02"}, "open"),
        ({"due": "2015-01-01"}, "open"),
        ({"due": "2014-12-31"}, "late"),
        ({"due": "2014-12-31", "done": "2015-06-01"}, "done"),
        ({"done": "2014-10-01"}, "done"),
    ],
)
def test_a_follow_up_is_late_after_its_day_unless_it_is_done(content: Path, item: dict[str, str], state: State) -> None:
    assert decided(content, **item).state == state


def test_follow_ups_come_by_meeting_newest_first_in_the_order_of_the_minutes(content: Path) -> None:
    for name in ("2013-01-01", "2014-01-01"):
        items = [{"id": f"{number}-{name}", "owners": ["ccem"]} for number in "ba"]
        write(content, f"minutes:{name}", date=name, follow_ups=items)
    assert [decision.item.id for decision in decisions(site_of(content), TODAY)] == [
        "b-2014-01-01",
        "a-2014-01-01",
        "b-2013-01-01",
        "a-2013-01-01",
    ]


def test_the_meeting_that_settled_a_follow_up_is_the_one_of_that_day(content: Path) -> None:
    write(content, "minutes:2014-11-01", date="2014-11-01")
    decision = decided(content, done="2014-11-01")
    assert decision.settled is not None
    assert decision.settled.key == "minutes:2014-11-01"


def test_a_follow_up_done_on_a_day_without_a_meeting_has_none(content: Path) -> None:
    assert decided(content, done="2014-11-01").settled is None


def test_follow_ups_are_kept_by_their_state(content: Path) -> None:
    items = [{"id": "a", "owners": ["ccem"]}, {"id": "b", "owners": ["ccem"], "due": "2014-10-01"}]
    write(content, "minutes:a", follow_ups=items)
    found = decisions(site_of(content), TODAY)
    kept = {state: [decision.item.id for decision in in_state(found, state)] for state in ("late", "open", "done")}
    assert kept == {"late": ["b"], "open": ["a"], "done": []}


def test_follow_ups_are_kept_by_those_who_owe_them(content: Path) -> None:
    items = [{"id": "a", "owners": ["ccem", "afj"]}, {"id": "b", "owners": "afj"}, {"id": "c", "owners": "collective"}]
    write(content, "members:afj")
    write(content, "minutes:a", follow_ups=items)
    found = decisions(site_of(content), TODAY)
    owed = {owner: [decision.item.id for decision in owed_by(found, owner)] for owner in ("ccem", "afj", "collective")}
    assert owed == {"ccem": ["a"], "afj": ["a", "b"], "collective": ["c"]}


def test_the_minutes_that_settle_a_follow_up_may_be_named_and_are_told(content: Path) -> None:
    write(content, "minutes:2014-11-01-bureau", date="2014-11-01")
    items = [{"id": "lettre", "owners": "collective", "done": "2014-11-01-bureau"}]
    write(content, "minutes:a", follow_ups=items, follow_up_wording={"lettre": "Écrire"})
    (decision,) = decisions(site_of(content), TODAY)
    assert decision.as_row("fr") == {
        "meeting": "a",
        "id": "lettre",
        "text": "Écrire",
        "owners": ["collective"],
        "due": None,
        "done": "2014-11-01-bureau",
        "settled": "2014-11-01-bureau",
        "state": "done",
    }


def test_the_wording_of_a_follow_up_is_in_the_language_asked_for_else_in_the_sources(content: Path) -> None:
    write(
        content,
        "minutes:a",
        follow_ups=[{"id": "lettre", "owners": ["ccem"]}],
        follow_up_wording={"lettre": "Écrire"},
    )
    translate(content, "minutes:a", follow_up_wording={"lettre": "Write"})
    (decision,) = decisions(site_of(content), TODAY)
    assert [decision.wording(language) for language in ("fr", "en", "de")] == ["Écrire", "Write", "Écrire"]


def test_what_minutes_that_nobody_sees_yet_settled_has_no_day(content: Path) -> None:
    write(content, "minutes:a", follow_ups=[{"id": "b", "owners": "collective", "done": "2014-11-01-bureau"}])
    (decision,) = decisions(site_of(content), date(2026, 1, 1))
    assert (decision.state, decision.settled, decision.done_on) == ("done", None, None)
