"""A header → the facts and words of its kind, or what is wrong with them and where."""

from pathlib import Path
from typing import Any

import pytest

from contrelatraite.diagnostics import Diagnostic, Place, Values
from contrelatraite.kinds import KINDS
from contrelatraite.reading.header import split
from contrelatraite.reading.registry import register, show
from tests.support import CODES, translate, write

FRENCH, ENGLISH = "index.fr.md", "index.en.md"
NEWS = tuple(name for part in ("Facts", "Words") for name in getattr(KINDS["news"].schema, part).model_fields)


def problems(content: Path) -> list[Diagnostic]:
    """Give what is wrong with the headers of a content folder."""
    return register(content, CODES)[1]


def told(content: Path, path: str, **fields: Any) -> tuple[str, str, Values]:  # noqa: ANN401  a header holds any value
    """Give the one problem of an entry's header: its code, the line and columns it points at, its values."""
    file = write(content, path, **fields)
    (problem,) = problems(content)
    line, start, end = problem.place
    assert problem.path == show(file, content)
    return problem.code, file.read_text("utf-8").split("\n")[line - 1][start - 1 : end - 1], problem.values


def test_a_fact_in_a_translation_is_told_with_the_file_of_the_facts(content: Path) -> None:
    write(content, "news:a")
    translate(content, "news:a", date="2014-10-18")
    assert problems(content) == [
        Diagnostic("T102", f"content/news/a/{ENGLISH}", Place(4, 1, 5), {"field": "date", "source": FRENCH})
    ]


def test_an_unknown_field_of_a_translation_is_no_fact(content: Path) -> None:
    write(content, "news:a")
    translate(content, "news:a", titel="x")
    assert problems(content) == [
        Diagnostic("S101", f"content/news/a/{ENGLISH}", Place(4, 1, 6), {"field": "titel", "allowed": NEWS})
    ]


def test_an_unknown_field_is_told_with_all_that_stand_there(content: Path) -> None:
    facts = ("status", "people", "no_mentions", "website", "parent", "official_hosts", "linked")
    allowed = (*facts, "title", "summary", "acronym", "aliases")
    assert told(content, "institutions:a", xyz="x") == ("S101", "xyz", {"field": "xyz", "allowed": allowed})


def test_an_unknown_field_within_a_field_is_told_with_those_that_stand_there(content: Path) -> None:
    assert told(content, "news:a", people=[{"name": "Ada", "xyz": "Ministre"}]) == (
        "S101",
        '"xyz"',
        {"field": "xyz", "allowed": ("name", "office", "consent")},
    )


def test_the_fields_told_are_those_of_that_field_alone(content: Path) -> None:
    contact = {"email": "a@exemple.org", "confirmed": "2020-01-02", "yeer": "2014"}  # `year` is a report's
    allowed = ("name", "role", "email", "phone", "public", "confirmed")
    assert told(content, "members:a", contact=contact) == ("S101", '"yeer"', {"field": "yeer", "allowed": allowed})


def test_a_name_is_held_from_and_not_since(content: Path) -> None:
    assert told(content, "institutions:a", aliases=[{"name": "b", "since": "2001-01-01"}]) == (
        "S101",
        '"since"',
        {"field": "since", "allowed": ("name", "from", "until")},
    )


def test_a_missing_field_is_told_at_the_top(content: Path) -> None:
    assert told(content, "news:a", title=None) == ("S102", "-", {"field": "title", "read": "", "nearest": "title: …"})


def test_a_missing_field_within_a_field_is_told_where_it_is_missing(content: Path) -> None:
    assert told(content, "members:a", membership=[{"status": "member"}]) == (
        "S102",
        '{"status": "member"}',
        {"field": "since", "read": "", "nearest": "since: …"},
    )


def test_a_value_outside_a_closed_list_is_told_with_all(content: Path) -> None:
    assert told(content, "minutes:a", type="xyz") == (
        "S103",
        '"xyz"',
        {"read": "xyz", "field": "type", "allowed": ("plenary", "informal", "delegation", "working-group")},
    )


def test_a_wrong_status_is_told_with_the_two_that_exist(content: Path) -> None:
    assert told(content, "news:a", status="hidden") == (
        "S103",
        '"hidden"',
        {"read": "hidden", "field": "status", "allowed": ("draft", "published")},
    )


def test_a_yes_in_another_word_is_told_with_the_two_words(content: Path) -> None:
    contact = {"public": "oui", "confirmed": "2020-01-02"}
    assert told(content, "members:a", contact=contact) == (
        "S103",
        '"oui"',
        {"read": "oui", "field": "public", "allowed": ("true", "false")},
    )


def test_a_wrong_date_is_told_where_it_stands(content: Path) -> None:
    assert told(content, "news:a", date="18/10/2014") == (
        "S104",
        '"18/10/2014"',
        {"field": "date", "read": "18/10/2014"},
    )


def test_a_wrong_date_within_a_list_is_told_where_it_stands(content: Path) -> None:
    assert told(content, "members:a", membership=[{"status": "member", "since": "2014"}]) == (
        "S104",
        '"2014"',
        {"field": "since", "read": "2014"},
    )


@pytest.mark.parametrize("text", ["a" * 59, "a" * 301])
def test_a_summary_of_another_length_is_told_with_its_length(content: Path, text: str) -> None:
    values = {"field": "summary", "read": text, "length": str(len(text)), "least": "60", "most": "300"}
    assert told(content, "news:a", summary=text) == ("S105", f'"{text}"', values)


def test_a_summary_that_may_be_absent_has_the_same_lengths(content: Path) -> None:
    values = {"field": "summary", "read": "court", "length": "5", "least": "60", "most": "300"}
    assert told(content, "minutes:a", summary="court") == ("S105", '"court"', values)


def test_a_link_with_trafficking_that_is_too_short_is_told_without_a_greatest_length(content: Path) -> None:
    values = {"field": "trafficking_link", "read": "court", "length": "5", "least": "80"}
    assert told(content, "news:a", trafficking_link="court") == ("S121", '"court"', values)


def test_an_empty_title_is_told_as_too_short(content: Path) -> None:
    values = {"field": "title", "read": "", "length": "0", "least": "1"}
    assert told(content, "news:a", title="") == ("S121", '""', values)


def test_any_text_may_name_another_entry_since_the_references_are_checked_later(content: Path) -> None:
    write(content, "news:a", author="Le CCEM")
    write(content, "legal:a", issuer="ONU !")
    write(content, "press:a", signatories=["ccem", "Le CCEM"])
    assert problems(content) == []


def test_a_value_in_another_form_is_told(content: Path) -> None:
    assert told(content, "pages:a", slug="A b") == (
        "S106",
        '"A b"',
        {"field": "slug", "read": "A b", "example": "obtenir-de-l-aide"},
    )


def test_a_text_where_a_list_is_asked_for_is_told(content: Path) -> None:
    assert told(content, "minutes:a", agenda="Actualité") == (
        "S113",
        '"Actualité"',
        {"field": "agenda", "read": "Actualité"},
    )


def test_a_text_where_fields_are_asked_for_is_told(content: Path) -> None:
    assert told(content, "members:a", contact="a@exemple.org") == (
        "S114",
        '"a@exemple.org"',
        {
            "field": "contact",
            "read": "a@exemple.org",
            "nearest": "{name: …, role: …, email: …, phone: …, public: …, confirmed: …}",
        },
    )


def test_a_list_where_a_text_is_asked_for_is_told(content: Path) -> None:
    assert told(content, "news:a", title=["a", "b"]) == ("S115", '["a", "b"]', {"field": "title", "read": ""})


@pytest.mark.parametrize("people", ["deux", "0", "1.5"])
def test_a_number_that_is_not_whole_or_too_small_is_told(content: Path, people: str) -> None:
    assert told(content, "minutes:a", attendance=[{"member": "ccem", "people": people}]) == (
        "S116",
        f'"{people}"',
        {"field": "people", "read": people},
    )


def test_a_wrong_website_is_told_with_the_nearest(content: Path) -> None:
    values = {"field": "website", "read": "sosesclaves.org", "nearest": "https://sosesclaves.org"}
    assert told(content, "members:a", website="sosesclaves.org") == ("M104", '"sosesclaves.org"', values)


def test_a_wrong_website_of_one_language_is_told_where_it_stands(content: Path) -> None:
    values = {"field": "en", "read": "exemple.org/en", "nearest": "https://exemple.org/en"}
    websites = {"fr": "https://exemple.org", "en": "exemple.org/en"}
    assert told(content, "members:a", website=websites) == ("M104", '"exemple.org/en"', values)


def test_one_text_where_a_list_of_fields_is_asked_for_is_told_with_those_of_an_item(content: Path) -> None:
    assert told(content, "news:a", people=["Ada"]) == (
        "S114",
        '"Ada"',
        {"field": "people", "read": "Ada", "nearest": "{name: Ada}"},
    )


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("legal:a", "official"),
        ("minutes:a", "follow_up_wording"),
        ("minutes:a", "annex_wording"),
        ("pages:a", "helpline_wording"),
    ],
)
def test_one_text_where_words_by_id_are_asked_for_is_not_told_to_write_the_fields_of_the_header_there(
    content: Path, key: str, field: str
) -> None:
    _, pointed, values = told(content, key, **{field: "https://exemple.org"})
    assert (pointed, values.get("nearest")) == ('"https://exemple.org"', "{…: …}")


@pytest.mark.parametrize(
    ("key", "fields", "nearest"),
    [
        ("members:a", {"membership": None}, "membership: [{status: …, since: …}]"),
        ("members:a", {"membership": []}, "membership: [{status: …, since: …}]"),
        ("minutes:a", {"follow_ups": [{"id": "a"}]}, "owners: […]"),
        ("minutes:a", {"votes": [{}]}, "voters: […]"),
        ("minutes:a", {"votes": ["asso-a"]}, "{voters: [asso-a]}"),
        ("minutes:a", {"follow_ups": ["Écrire : vite"]}, '{id: "Écrire : vite", owners: […]}'),
        ("institutions:a", {"aliases": [{"until": "2012-12-31"}]}, "name: …"),
    ],
)
def test_what_is_missing_is_told_in_the_form_that_the_schema_reads(
    content: Path, key: str, fields: dict[str, Any], nearest: str
) -> None:
    assert told(content, key, **fields)[2].get("nearest") == nearest


@pytest.mark.parametrize(("key", "field"), [("members:a", "membership"), ("legal:a", "issuer")])
def test_an_empty_list_is_not_told_to_be_written_like_an_example_that_there_is_not(
    content: Path, key: str, field: str
) -> None:
    code, pointed, values = told(content, key, **{field: []})
    assert (code, pointed, values.get("example")) != ("S106", "[]", "…")


@pytest.mark.parametrize(
    ("key", "fields", "read", "example"),
    [
        ("events:a", {"observance": "30-07"}, "30-07", "07-30"),
        ("minutes:a", {"next": [{"date": "2013-06-21", "time": "10h"}]}, "10h", "10:00-12:30"),
        ("minutes:a", {"follow_ups": [{"id": "Lettre", "owners": "collective"}]}, "Lettre", "rendez-vous"),
        ("members:a", {"reports": [{"year": "14", "title": "Rapport"}]}, "14", "2025"),
        ("pages:a", {"helplines": [{"id": "urgence", "call": "dix-sept"}]}, "dix-sept", "112"),
        ("pages:a", {"helplines": [{"id": "urgence", "text": "cent"}]}, "cent", "112"),
        ("pages:a", {"helplines": [{"id": "urgence", "hours": "9-17"}]}, "9-17", "always"),
    ],
)
def test_a_value_in_another_form_is_told_with_an_example_of_the_form(
    content: Path, key: str, fields: dict[str, Any], read: str, example: str
) -> None:
    code, pointed, values = told(content, key, **fields)
    assert (code, pointed, values["read"], values["example"]) == ("S106", f'"{read}"', read, example)


@pytest.mark.parametrize("embargo", ["2015-07-30", "2015-07-30T10:00", "2015-07-30 10:00+02:00", "30/07/2015"])
def test_an_embargo_without_its_day_its_hour_or_its_offset_is_told_that_it_needs_all_three(
    content: Path, embargo: str
) -> None:
    assert told(content, "press:a", embargo=embargo) == (
        "S118",
        f'"{embargo}"',
        {"field": "embargo", "read": embargo},
    )


def test_an_empty_name_in_its_short_form_is_told_at_the_field_that_was_written(content: Path) -> None:
    values = {"field": "aliases", "read": "", "length": "0", "least": "1"}
    assert told(content, "members:a", aliases=[""]) == ("S121", '""', values)


def test_somebody_without_an_office_or_a_consent_is_no_fault_of_the_form(content: Path) -> None:
    write(content, "news:a", people=[{"name": "Ada"}])
    assert problems(content) == []


@pytest.mark.parametrize("linked", ["true", "false"])
def test_an_institution_may_say_that_its_names_are_not_linked(content: Path, linked: str) -> None:
    write(content, "institutions:a", linked=linked)
    (entry,) = register(content, CODES)[0]
    assert (problems(content), entry.facts.linked) == ([], linked == "true")


# Parts


def test_a_header_is_split_into_facts_and_words_and_an_empty_field_is_absent() -> None:
    header = {"title": "Un titre", "date": "2014-10-18", "author": None, "siteweb": "x", "summary": None}
    assert split(header, KINDS["news"]) == ({"date": "2014-10-18", "siteweb": "x"}, {"title": "Un titre"})
