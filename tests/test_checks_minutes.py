"""C: who spoke on the day its status changed, what is due on the day of the meeting, sections and words counted."""

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

TODAY = date(2026, 1, 1)
DAY, DAY_BEFORE, DAY_AFTER = "2014-09-29", "2014-09-28", "2014-09-30"
SITE = {"id": "site", "owners": "collective"}  # a follow-up
TWO_SECTIONS = "## Le site {#site}\n\n## La campagne {#campagne}"


def problems(content: Path, languages: Languages) -> list[Diagnostic]:
    """Give what is wrong, the missing translations and what is told of the members themselves apart."""
    found = read_and_check(content, languages, TODAY).problems
    return [problem for problem in found if problem.code[0] not in "MT"]


def codes(content: Path, languages: Languages, body: str = "", **facts: Any) -> list[str]:  # noqa: ANN401  a header holds any value
    """Give the codes of what is wrong with minutes."""
    write(content, "minutes:a", body, **facts)
    return [problem.code for problem in problems(content, languages)]


def shown(content: Path, languages: Languages, **facts: Any) -> list[tuple[str, str]]:  # noqa: ANN401  as `codes`
    """Give the code of each problem of minutes, and the value at which it points."""
    lines = write(content, "minutes:a", **facts).read_text("utf-8").split("\n")
    found = [(problem.code, problem.place) for problem in problems(content, languages)]
    return [(code, lines[place.line - 1][place.column - 1 : place.end_column - 1]) for code, place in found]


def told(content: Path, languages: Languages) -> list[tuple[str, str]]:
    """Give the code and the file of each problem."""
    return [(problem.code, problem.path.removeprefix("content/")) for problem in problems(content, languages)]


# The agenda.


@pytest.mark.parametrize(
    ("agenda", "body", "expected"),
    [
        (["Le site", "La campagne"], TWO_SECTIONS, []),
        (["Le site", "La campagne"], f"{TWO_SECTIONS}\n\n### Les suites {{#suites}}", []),
        (["Le site", "La campagne"], f"{TWO_SECTIONS}\n\n```\n## Un exemple\n```", []),
        (["Le site", "La campagne"], f"{TWO_SECTIONS}\n\n## Les suites {{#suites}}", ["C101"]),
        (["Le site"], "Rien n’est dit.", ["C101"]),
        (["La campagne", "Le site"], TWO_SECTIONS, ["C101"]),
        (["La campagne", "Le point sur le site"], TWO_SECTIONS, ["C101"]),
        (["Le nouveau site", "Une campagne"], TWO_SECTIONS, []),
    ],
)
def test_the_agenda_has_as_many_items_as_the_text_has_sections(
    content: Path, languages: Languages, agenda: list[str], body: str, expected: list[str]
) -> None:
    assert codes(content, languages, body, agenda=agenda) == expected


@pytest.mark.parametrize(("agenda", "expected"), [([], []), (["The website"], [("C101", "minutes/a/index.en.md")])])
def test_the_agenda_of_the_translation_is_counted_apart_and_may_be_left_out(
    content: Path, languages: Languages, agenda: list[str], expected: list[tuple[str, str]]
) -> None:
    write(content, "minutes:a", TWO_SECTIONS, agenda=["Le site", "La campagne"])
    translate(content, "minutes:a", TWO_SECTIONS, agenda=agenda)
    assert told(content, languages) == expected


# Words by id.


def test_what_has_its_words_in_both_languages_is_left_alone(content: Path, languages: Languages) -> None:
    lists: dict[str, Any] = {"follow_ups": [SITE], "annexes": [{"number": "1"}]}
    words: dict[str, Any] = {"follow_up_wording": {"site": "a"}, "annex_wording": {"1": "b"}}
    write(content, "minutes:a", **lists, **words)
    translate(content, "minutes:a", **words)
    assert told(content, languages) == []


def test_words_of_the_translation_alone_are_told_there(content: Path, languages: Languages) -> None:
    write(content, "minutes:a")
    translate(content, "minutes:a", annex_wording={"1": "a"})
    assert told(content, languages) == [("C103", "minutes/a/index.en.md")]


def test_two_follow_ups_of_one_id_are_told_at_their_list(content: Path, languages: Languages) -> None:
    words: dict[str, Any] = {"follow_up_wording": {"site": "a"}}
    assert codes(content, languages, follow_ups=[SITE, SITE], **words) == ["C114"]


def test_a_number_that_words_write_in_another_way_is_told_from_both_sides(content: Path, languages: Languages) -> None:
    assert codes(content, languages, annexes=[{"number": "1"}], annex_wording={"01": "a"}) == ["C102", "C103"]


def test_the_helplines_of_a_page_have_their_words_too(content: Path, languages: Languages) -> None:
    wording = {"b": {"name": "B", "what": "b"}}
    write(content, "pages:aide", slug="aide", helplines=[{"id": "a"}], helpline_wording=wording)
    page = "pages/aide/index.fr.md"
    assert sorted(told(content, languages)) == [("C102", page), ("C103", page)]


# Who speaks and votes.


@pytest.mark.parametrize(
    ("membership", "expected"),
    [
        ([{"status": "member", "since": DAY}], []),
        ([{"status": "member", "since": DAY_AFTER}], ["C104"]),
        ([{"status": "member", "since": DAY_AFTER, "attested": "true"}], []),  # nobody knows since when
        ([{"status": "member", "since": "2014-01-01", "until": DAY}], []),
        ([{"status": "member", "since": "2014-01-01", "until": DAY_BEFORE}], ["C104"]),
        ([{"status": "candidate", "since": DAY}], ["C104"]),
        ([{"status": "observer", "since": "2013-09-29", "until": DAY}, {"status": "member", "since": DAY}], []),
        ([{"status": "observer", "since": "2013-09-29", "until": DAY_BEFORE}, {"status": "member", "since": DAY}], []),
        (
            [{"status": "observer", "since": "2013-09-29", "until": DAY}, {"status": "member", "since": DAY_AFTER}],
            ["C104"],
        ),
        (
            [{"status": "member", "since": "2014-01-01", "until": DAY_BEFORE}, {"status": "former", "since": DAY}],
            ["C104"],
        ),
        ([{"status": "member", "since": "2014-01-01", "until": DAY}, {"status": "former", "since": DAY_AFTER}], []),
    ],
)
def test_who_is_a_member_on_the_day_speaks_for_the_collective(
    content: Path, languages: Languages, membership: list[dict[str, str]], expected: list[str]
) -> None:
    write(content, "members:asso-a", membership=membership)
    assert codes(content, languages, delegation="asso-a") == expected


@pytest.mark.parametrize(("since", "expected"), [(DAY, []), (DAY_AFTER, ["C104"])])
def test_who_is_a_member_on_the_day_votes(content: Path, languages: Languages, since: str, expected: list[str]) -> None:
    write(content, "members:asso-a", membership=[{"status": "member", "since": since}])
    assert codes(content, languages, votes=[{"voters": "asso-a"}]) == expected


def test_of_several_votes_the_voter_who_may_not_is_shown(content: Path, languages: Languages) -> None:
    write(content, "members:asso-a")
    write(content, "members:asso-b", membership=[{"status": "observer", "since": DAY}])
    votes = [{"voters": ["asso-a"]}, {"voters": ["asso-a", "asso-b"]}]
    assert shown(content, languages, votes=votes) == [("C104", '"asso-b"')]


def test_a_member_that_could_not_be_read_may_speak(content: Path, languages: Languages) -> None:
    write(content, "members:asso-a", membership=[{"status": "observer", "since": "2014-09-31"}])
    assert codes(content, languages, delegation="asso-a") == ["S104"]


# Who attends.


@pytest.mark.parametrize(
    ("membership", "expected"),
    [
        ([{"status": "candidate", "since": DAY}], []),
        ([{"status": "member", "since": DAY_AFTER}], []),  # it comes to see
        ([{"status": "member", "since": "2014-01-01", "until": DAY}], []),
        ([{"status": "member", "since": "2014-01-01", "until": DAY_BEFORE}], ["C105"]),
        (
            [
                {"status": "observer", "since": "2013-09-29", "until": DAY_BEFORE},
                {"status": "member", "since": DAY_AFTER},
            ],
            ["C105"],
        ),
        ([{"status": "former", "since": "2014-01-01", "until": DAY_BEFORE}, {"status": "member", "since": DAY}], []),
    ],
)
def test_who_attends_has_not_left(
    content: Path, languages: Languages, membership: list[dict[str, str]], expected: list[str]
) -> None:
    write(content, "members:asso-a", membership=membership)
    assert codes(content, languages, attendance=["asso-a"]) == expected


@pytest.mark.parametrize("present", ["asso-a", {"member": "asso-a", "people": "2"}])
def test_who_has_left_is_shown_whatever_the_number_of_its_people(
    content: Path, languages: Languages, present: str | dict[str, str]
) -> None:
    write(content, "members:asso-a", membership=[{"status": "former", "since": DAY}])
    assert shown(content, languages, attendance=[present]) == [("C105", '"asso-a"')]


def test_a_body_outside_of_the_collective_is_a_guest(content: Path, languages: Languages) -> None:
    write(content, "institutions:organisme-a")
    assert codes(content, languages, guests="organisme-a") == []


def test_of_several_guests_the_association_of_the_collective_is_shown(content: Path, languages: Languages) -> None:
    write(content, "institutions:organisme-a")
    write(content, "members:asso-a", membership=[{"status": "candidate", "since": DAY}])
    assert shown(content, languages, guests=["organisme-a", "asso-a"]) == [("C106", '"asso-a"')]


# Follow-ups and the next meeting.


def follow_up(**days: str) -> dict[str, Any]:
    """Give the fields of one follow-up."""
    return {"follow_ups": [{**SITE, **days}], "follow_up_wording": {"site": "a"}}


@pytest.mark.parametrize(("due", "expected"), [(DAY_BEFORE, ["C107"]), (DAY, []), (DAY_AFTER, [])])
def test_a_follow_up_is_due_on_the_day_of_the_meeting_at_the_earliest(
    content: Path, languages: Languages, due: str, expected: list[str]
) -> None:
    assert codes(content, languages, **follow_up(due=due)) == expected


@pytest.mark.parametrize(("done", "expected"), [(DAY_BEFORE, ["C108"]), (DAY_AFTER, [])])
def test_a_follow_up_is_done_after_the_meeting(
    content: Path, languages: Languages, done: str, expected: list[str]
) -> None:
    assert codes(content, languages, **follow_up(done=done)) == expected


@pytest.mark.parametrize(("done", "expected"), [("20141015", ["S009"]), ("2014-W42-3", ["S104"])])
def test_a_day_has_one_form_only(content: Path, languages: Languages, done: str, expected: list[str]) -> None:
    assert codes(content, languages, **follow_up(done=done)) == expected


def test_a_follow_up_may_be_done_before_it_is_due(content: Path, languages: Languages) -> None:
    assert codes(content, languages, **follow_up(due="2015-01-01", done=DAY_AFTER)) == []


@pytest.mark.parametrize(("held", "expected"), [(DAY_BEFORE, ["C108"]), (DAY, []), (DAY_AFTER, [])])
def test_the_minutes_that_show_it_done_are_of_another_meeting_no_earlier(
    content: Path, languages: Languages, held: str, expected: list[str]
) -> None:
    write(content, "minutes:bureau", date=held)
    assert codes(content, languages, **follow_up(done="bureau")) == expected


def test_the_minutes_that_decided_it_do_not_show_it_done(content: Path, languages: Languages) -> None:
    assert codes(content, languages, **follow_up(done="a")) == ["C108"]


def test_minutes_called_by_their_day_do_not_show_it_done_either(content: Path, languages: Languages) -> None:
    write(content, f"minutes:{DAY}", **follow_up(done=DAY))
    assert [problem.code for problem in problems(content, languages)] == ["C108"]


@pytest.mark.parametrize(("day", "expected"), [(DAY_BEFORE, ["C109"]), (DAY, []), (DAY_AFTER, [])])
def test_the_next_meeting_is_not_held_before_this_one(
    content: Path, languages: Languages, day: str, expected: list[str]
) -> None:
    assert codes(content, languages, next=[{"date": day}]) == expected


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"start": "2014-10-16"}, []),
        ({"start": "2014-10-16T23:59+02:00"}, []),
        ({"start": "2014-10-15T22:00+00:00"}, []),  # midnight in Paris
        ({"start": "2014-10-15", "end": "2014-10-16"}, []),
        ({"start": "2014-10-16", "end": "2014-10-17"}, []),
        ({"start": "2014-10-14", "end": "2014-10-15"}, ["C110"]),
        ({"start": "2014-10-17", "end": "2014-10-18"}, ["C110"]),
        ({"start": "2007-10-16", "observance": "10-16"}, []),
        ({"start": "2007-10-18", "observance": "10-18"}, ["C110"]),
    ],
)
def test_an_announced_event_is_on_one_of_its_days_in_any_year_if_it_comes_back(
    content: Path, languages: Languages, days: dict[str, str], expected: list[str]
) -> None:
    write(content, "events:journee", **days)
    assert codes(content, languages, next=[{"date": "2014-10-16", "event": "journee"}]) == expected


# Days.


@pytest.mark.parametrize(
    "text",
    [
        "Lundi, le 29 septembre 2014",
        "du lundi 29 septembre au mercredi 1er octobre 2014",
        "lundi 28 septembre",  # in 2015
        "vendredi 2 janvier",  # in 2015
        "mardi 29 février",  # in no year near
        "mardi 4 juin 2013, puis le vendredi 21 juin",  # in the year just named
        "du mercredi 1er juillet, comme en 1998",  # in 2015
        "dimanche 31 septembre 2014",  # never
        "dimanche, puis le 29 septembre 2014",
        "dimanche 29/09/2014",
    ],
)
def test_a_day_of_the_week_that_agrees_or_may_agree_is_left_alone(
    content: Path, languages: Languages, text: str
) -> None:
    assert codes(content, languages, f"Rendez-vous {text}.") == []


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("MARDI 1er octobre 2014", "mercredi 1er octobre 2014"),
        ("mercredi 29 septembre", "lundi 29 septembre 2014"),
        ("samedi 2 janvier", "vendredi 2 janvier 2015"),
        ("lundi 1er mars 2016", "mardi 1er mars 2016"),
    ],
)
def test_another_day_of_the_week_is_told_with_the_words_that_are_meant_in_the_text_s_language(
    content: Path, languages: Languages, text: str, day: str
) -> None:
    write(content, "minutes:a", f"Rendez-vous {text}.")
    assert [(p.code, p.values.get("nearest")) for p in problems(content, languages)] == [("C111", day)]


@pytest.mark.parametrize(("published", "expected"), [(DAY_BEFORE, ["C112"]), (DAY, [])])
def test_minutes_may_be_published_on_the_day_of_the_meeting(
    content: Path, languages: Languages, published: str, expected: list[str]
) -> None:
    assert codes(content, languages, published=published) == expected


@pytest.mark.parametrize("name", [DAY, f"{DAY}-bureau", f"{DAY}-2", "bureau", f"bureau-{DAY_AFTER}", "2014-09"])
def test_a_folder_is_called_by_the_day_of_the_meeting_or_by_no_day(
    content: Path, languages: Languages, name: str
) -> None:
    write(content, f"minutes:{name}", date=DAY)
    assert told(content, languages) == []


def test_a_folder_called_by_another_day_keeps_the_rest_of_its_name(content: Path, languages: Languages) -> None:
    write(content, f"minutes:{DAY_AFTER}-bureau", date=DAY)
    expected = [("C113", f"{DAY}-bureau")]
    assert [(p.code, p.values.get("nearest")) for p in problems(content, languages)] == expected
