"""What follows from the facts of several entries."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from contrelatraite import relations
from contrelatraite.site import Entry, Site
from tests.support import site_of, translate, write


def keys(entries: Iterable[Entry]) -> list[str]:
    """Give the keys of entries."""
    return [entry.key for entry in entries]


def legal(site: Site, name: str) -> dict[str, list[str]]:
    """Give the relations of a text of law."""
    found = relations.legal_relations(site.entries[f"legal:{name}"], site)
    return {relation.name: [entry.id for entry in relation.entries] for relation in found}


# Texts of law


@pytest.mark.parametrize(
    ("field", "reverse"), [("amends", "amended-by"), ("replaces", "replaced-by"), ("transposes", "transposed-by")]
)
def test_a_relation_between_texts_is_seen_from_both(content: Path, field: str, reverse: str) -> None:
    related: dict[str, Any] = {field: ["old"]}
    write(content, "legal:new", **related)
    write(content, "legal:old")
    site = site_of(content)
    assert (legal(site, "new"), legal(site, "old")) == ({field: ["old"]}, {reverse: ["new"]})


def test_two_texts_that_name_each_other_as_related_are_told_once(content: Path) -> None:
    write(content, "legal:a", related=["b"])
    write(content, "legal:b", related=["a"])
    assert legal(site_of(content), "a") == {"related": ["b"]}


def test_related_texts_come_oldest_first(content: Path) -> None:
    write(content, "legal:a", related=["b", "c", "d"])
    write(content, "legal:b", date="2013-01-01")
    write(content, "legal:c", date="2011-01-01")
    write(content, "legal:d", date="2012-01-01")
    assert legal(site_of(content), "a") == {"related": ["c", "d", "b"]}


def test_a_relation_to_a_text_that_this_site_does_not_show_is_left_out(content: Path) -> None:
    write(content, "legal:a", amends=["b"])
    assert legal(site_of(content), "a") == {}


def test_the_issuer_is_told_by_the_body_at_the_top(content: Path) -> None:
    write(content, "institutions:ue")
    write(content, "institutions:parlement", parent="ue")
    write(content, "institutions:commission", parent="parlement")
    write(content, "legal:a", issuer="commission")
    site = site_of(content)
    root = relations.issuer_root(site.entries["legal:a"], site)
    assert root is site.entries["institutions:ue"]


def test_a_body_whose_parent_is_not_shown_is_at_the_top(content: Path) -> None:
    write(content, "institutions:parlement", parent="ue")
    write(content, "legal:a", issuer="parlement")
    site = site_of(content)
    assert relations.issuer_root(site.entries["legal:a"], site) is site.entries["institutions:parlement"]


def test_bodies_that_are_each_others_parents_have_a_top_all_the_same(content: Path) -> None:
    write(content, "institutions:a", parent="b")
    write(content, "institutions:b", parent="a")
    write(content, "legal:a", issuer="a")
    site = site_of(content)
    assert relations.issuer_root(site.entries["legal:a"], site) is site.entries["institutions:a"]


def test_an_issuer_that_is_not_shown_has_no_top(content: Path) -> None:
    write(content, "legal:a")
    site = site_of(content)
    assert relations.issuer_root(site.entries["legal:a"], site) is None


def test_texts_are_grouped_by_the_body_at_the_top_and_none_is_left_out(content: Path) -> None:
    write(content, "institutions:ue")
    write(content, "institutions:onu")
    write(content, "institutions:parlement", parent="ue")
    for name, issuer in (("a", "parlement"), ("b", "onu"), ("c", "ue")):
        write(content, f"legal:{name}", issuer=issuer)
    site = site_of(content)
    groups = relations.by_issuer(site.of("legal"), site)
    assert [(body and body.id, keys(texts)) for body, texts in groups] == [
        ("onu", ["legal:b"]),
        ("ue", ["legal:a", "legal:c"]),
    ]


def test_the_texts_that_a_body_issued_come_newest_first(content: Path) -> None:
    write(content, "institutions:onu")
    write(content, "legal:a", issuer="onu", date="2001-01-01")
    write(content, "legal:b", issuer=["ue", "onu"], date="2002-01-01")
    write(content, "legal:c", issuer="ue")
    site = site_of(content)
    assert keys(relations.issued_by(site.entries["institutions:onu"], site)) == ["legal:b", "legal:a"]


def test_the_children_of_a_body_are_those_whose_parent_it_is(content: Path) -> None:
    write(content, "institutions:ue")
    write(content, "institutions:b", parent="ue")
    write(content, "institutions:a", parent="ue")
    write(content, "institutions:c", parent="b")
    site = site_of(content)
    assert keys(relations.children(site.entries["institutions:ue"], site)) == ["institutions:a", "institutions:b"]


# Acronyms


def test_acronyms_are_those_of_a_language_in_alphabetical_order(content: Path) -> None:
    write(content, "institutions:onudc", acronym="ONUDC")
    translate(content, "institutions:onudc", acronym="UNODC")
    write(content, "members:ea", acronym="ÉA")
    write(content, "members:ccem", acronym="CCEM")
    write(content, "members:sans")
    site = site_of(content)
    assert {
        language: [(acronym, entry.key) for acronym, entry in relations.acronyms(site, language)]
        for language in ("fr", "en")
    } == {
        "fr": [("CCEM", "members:ccem"), ("ÉA", "members:ea"), ("ONUDC", "institutions:onudc")],
        "en": [("CCEM", "members:ccem"), ("ÉA", "members:ea"), ("UNODC", "institutions:onudc")],
    }


# Meetings


def test_the_meetings_of_an_association_come_newest_first(content: Path) -> None:
    write(content, "members:ccem")
    write(content, "minutes:a", date="2013-01-01", attendance=["ccem"])
    write(content, "minutes:b", date="2015-01-01", attendance=[{"member": "ccem", "people": "2"}])
    write(content, "minutes:c", date="2014-01-01", attendance=["afj"])
    site = site_of(content)
    assert keys(relations.meetings_of(site.entries["members:ccem"], site)) == ["minutes:b", "minutes:a"]


def test_the_delegations_of_an_association_come_newest_first(content: Path) -> None:
    write(content, "members:ccem")
    write(content, "minutes:a", date="2013-01-01", delegation=["ccem"])
    write(content, "minutes:b", date="2015-01-01", delegation=["afj", "ccem"])
    write(content, "minutes:c", date="2014-01-01", attendance=["ccem"])
    site = site_of(content)
    assert keys(relations.delegations_of(site.entries["members:ccem"], site)) == ["minutes:b", "minutes:a"]


def test_an_entry_has_its_neighbours_in_time_among_its_kind(content: Path) -> None:
    write(content, "minutes:b", date="2013-01-01")
    write(content, "minutes:c", date="2014-01-01")
    write(content, "minutes:a", date="2015-01-01")
    write(content, "news:a", date="2014-06-01")
    site = site_of(content)
    rows = {name: relations.neighbours(site.entries[f"minutes:{name}"], site) for name in "bca"}
    assert {name: [other and other.id for other in row] for name, row in rows.items()} == {
        "b": [None, "c"],
        "c": ["b", "a"],
        "a": ["c", None],
    }


def test_two_meetings_of_one_day_stand_in_the_order_of_their_ids(content: Path) -> None:
    write(content, "minutes:b")
    write(content, "minutes:a")
    site = site_of(content)
    assert relations.neighbours(site.entries["minutes:a"], site) == (None, site.entries["minutes:b"])


# Meetings by day


def test_a_day_has_the_minutes_of_its_meeting(content: Path) -> None:
    write(content, "minutes:a", date="2014-09-29")
    assert relations.meetings(site_of(content)) == {date(2014, 9, 29): ("minutes:a",)}


def test_a_day_has_the_event_that_announced_its_meeting(content: Path) -> None:
    write(content, "events:reunion", start="2014-11-07")
    write(content, "events:colloque", start="2014-12-01")
    write(content, "minutes:a", date="2014-09-29", next=[{"date": "2014-11-07", "event": "reunion"}])
    assert relations.meetings(site_of(content)) == {
        date(2014, 11, 7): ("events:reunion",),
        date(2014, 9, 29): ("minutes:a",),
    }


@pytest.mark.parametrize("meeting", [{"date": "2014-11-07"}, {"date": "2014-11-07", "event": "inconnu"}])
def test_a_meeting_announced_without_an_event_has_no_page(content: Path, meeting: dict[str, str]) -> None:
    write(content, "minutes:a", date="2014-09-29", next=[meeting])
    assert relations.meetings(site_of(content)) == {date(2014, 9, 29): ("minutes:a",)}


def test_the_minutes_of_a_meeting_take_the_place_of_its_announcement(content: Path) -> None:
    write(content, "events:reunion", start="2014-11-07")
    write(content, "minutes:a", date="2014-09-29", next=[{"date": "2014-11-07", "event": "reunion"}])
    write(content, "minutes:b", date="2014-11-07")
    assert relations.meetings(site_of(content))[date(2014, 11, 7)] == ("minutes:b",)


def test_two_meetings_of_one_day_are_both_there(content: Path) -> None:
    write(content, "minutes:a", date="2014-09-29")
    write(content, "minutes:b", date="2014-09-29")
    assert relations.meetings(site_of(content)) == {date(2014, 9, 29): ("minutes:a", "minutes:b")}


@pytest.mark.parametrize("name", ["2014-11-07", "2014-11-07-pleniere", "a"])
def test_the_minutes_of_an_announced_meeting_are_those_of_its_day_whatever_their_name(content: Path, name: str) -> None:
    write(content, "events:reunion", start="2014-11-07T10:00+01:00")
    write(content, "minutes:2014-09-29", next=[{"date": "2014-11-07", "event": "reunion"}])
    write(content, f"minutes:{name}", date="2014-11-07")
    site = site_of(content)
    held = relations.minutes_of(site.entries["events:reunion"], site)
    assert held is site.entries[f"minutes:{name}"]


def test_a_day_without_a_meeting_has_no_minutes(content: Path) -> None:
    write(content, "minutes:a", date="2014-09-29")
    assert relations.minutes_on(date(2014, 9, 30), site_of(content)) is None


# The plan whose measures a text means


def plan(content: Path, day: date | None, key: str = "legal:plan") -> str | None:
    """Give what the measures of a text of that day belong to when it names a plan."""
    return relations.plan_of_measures(site_of(content), key, day)


def write_plan_and_draft(content: Path, **draft: Any) -> None:  # noqa: ANN401  a header holds any value
    """Write a plan of May 2014 and its draft of January."""
    fields = {"type": "plan", "date": "2014-01-27", "adopted": False, "related": ["plan"], **draft}
    write(content, "legal:draft", **fields)
    write(content, "legal:plan", type="plan", date="2014-05-14")


@pytest.mark.parametrize(
    ("day", "key"),
    [
        (date(2014, 1, 26), None),
        (date(2014, 1, 27), "legal:draft"),
        (date(2014, 5, 13), "legal:draft"),
        (date(2014, 5, 14), "legal:plan"),
        (None, "legal:plan"),
    ],
)
def test_before_a_plan_is_adopted_its_measures_are_those_of_its_draft(
    content: Path, day: date | None, key: str | None
) -> None:
    write_plan_and_draft(content)
    assert plan(content, day) == key


def test_a_draft_is_its_own_plan_on_any_day(content: Path) -> None:
    write_plan_and_draft(content)
    days = (date(2014, 1, 1), date(2018, 1, 1), None)
    assert [plan(content, day, "legal:draft") for day in days] == ["legal:draft"] * 3


@pytest.mark.parametrize("draft", [{"related": []}, {"adopted": True}, {"date": "2014-03-01"}])
def test_a_text_that_is_not_the_draft_of_the_plan_by_then_does_not_stand_for_it(
    content: Path, draft: dict[str, Any]
) -> None:
    write_plan_and_draft(content, **draft)
    assert plan(content, date(2014, 2, 1)) is None


@pytest.mark.parametrize("key", ["legal:loi", "legal:inconnu", "members:ccem"])
def test_what_is_no_plan_has_no_measures(content: Path, key: str) -> None:
    write(content, "legal:loi")
    write(content, "members:ccem")
    assert plan(content, date(2018, 1, 1), key) is None


# Groups of a list


def test_an_entry_stands_in_each_group_that_it_names_and_one_for_all_stands_in_every_group(content: Path) -> None:
    write(content, "members:a", exploitation=["labour", "sexual"])
    write(content, "members:b", exploitation=["all-forms"])
    write(content, "members:c")
    found = relations.by_value(site_of(content).of("members"), "exploitation", "exploitation", "all-forms")
    assert [(value, keys(group)) for value, group in found] == [
        ("sexual", ["members:a", "members:b"]),
        ("labour", ["members:a", "members:b"]),
        ("all-forms", ["members:b"]),
    ]


def test_a_field_of_one_value_gives_groups_too(content: Path) -> None:
    write(content, "legal:a", type="directive")
    found = relations.by_value(site_of(content).of("legal"), "type", "legal-type")
    assert [(value, keys(group)) for value, group in found] == [("directive", ["legal:a"])]
