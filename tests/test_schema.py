"""The fields of the headers: the types that several kinds share, then each kind."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from contrelatraite.kinds import KINDS
from contrelatraite.schema import events, fields, identifiers, legal, members, minutes, pages, press
from contrelatraite.schema.fields import Header, Name
from tests.support import LEAST, SUMMARY

Errors = list[tuple[tuple[int | str, ...], str]]


def read(kind: Any, value: object) -> Any:  # noqa: ANN401  the value of any type
    """Read a value as a field of that type does."""
    return TypeAdapter(kind).validate_python(value)


def refused(kind: Any, value: object) -> tuple[str, dict[str, Any]]:  # noqa: ANN401  as `read`
    """Give the type of the one error of a value that is refused, and its values."""
    with pytest.raises(ValidationError) as caught:
        read(kind, value)
    (error,) = caught.value.errors()
    return error["type"], error.get("ctx", {})


def errors(kind: type[BaseModel], value: object) -> Errors:
    """Give where and how a header is refused."""
    with pytest.raises(ValidationError) as caught:
        kind.model_validate(value)
    return [(error["loc"], error["type"]) for error in caught.value.errors()]


def facts(kind: str, **changes: object) -> Any:  # noqa: ANN401  the Facts of any kind
    """Read the facts of a valid source file, changed."""
    schema = KINDS[kind].schema
    least = {name: value for name, value in LEAST[kind].items() if name in schema.Facts.model_fields}
    return schema.Facts.model_validate({**least, **changes})


def words(kind: str, **changes: object) -> Any:  # noqa: ANN401  the Words of any kind
    """Read the words of a valid file, changed."""
    schema = KINDS[kind].schema
    least = {name: value for name, value in LEAST[kind].items() if name in schema.Words.model_fields}
    return schema.Words.model_validate({"title": "Un titre", **least, **changes})


def models(kind: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Yield every model of the schemas."""
    for model in kind.__subclasses__():
        yield model
        yield from models(model)


# Dates


def test_a_day_is_year_month_day() -> None:
    assert read(fields.Day, "2025-06-05") == date(2025, 6, 5)


@given(st.dates(date(1800, 1, 1), date(2199, 12, 31)))
def test_any_day_comes_back(day: date) -> None:
    assert read(fields.Day, day.isoformat()) == day


@pytest.mark.parametrize(
    "written",
    [
        "05-06-2025",
        "05/06/2025",
        "2025/06/05",
        "2025-6-5",
        "20250605",
        "2025-W23-4",
        "2025-06-05 ",
        "2025-06-05\n",
        "5 juin 2025",
        "2025",
        "2025-06",
        "2025-06-05T10:00:00Z",
        "٢٠٢٥-٠٦-٠٥",
    ],
)
def test_a_day_in_another_form_is_refused(written: str) -> None:
    assert refused(fields.Day, written) == ("S104", {"read": written})


@pytest.mark.parametrize("written", ["2025-02-29", "2025-06-31", "2025-13-01", "2025-00-10", "0000-01-01"])
def test_a_day_that_does_not_exist_is_refused(written: str) -> None:
    assert refused(fields.Day, written) == ("S104", {"read": written})


@pytest.mark.parametrize("written", [None, ""])
def test_no_day_is_refused(written: str | None) -> None:
    assert refused(fields.Day, written) == ("S104", {"read": ""})


@pytest.mark.parametrize(
    ("written", "moment"),
    [
        ("2015-07-30", date(2015, 7, 30)),
        ("2015-07-30T10:00+02:00", datetime(2015, 7, 30, 10, tzinfo=timezone(timedelta(hours=2)))),
        ("2015-07-30T08:00:30Z", datetime(2015, 7, 30, 8, 0, 30, tzinfo=UTC)),
    ],
)
def test_a_moment_is_a_day_or_an_hour_with_its_offset(written: str, moment: date) -> None:
    assert read(fields.Moment, written) == moment


@pytest.mark.parametrize("written", ["2015-07-30T10:00", "2015-07-30 10:00+02:00", "2015-07-30T25:00Z", "10:00"])
def test_an_hour_without_an_offset_or_in_another_form_is_refused(written: str) -> None:
    assert refused(fields.Moment, written) == ("S118", {"read": written})


def test_an_instant_is_an_hour_with_its_offset() -> None:
    assert read(fields.Instant, "2015-07-30T08:00Z") == datetime(2015, 7, 30, 8, tzinfo=UTC)


def test_a_day_is_not_an_instant() -> None:
    assert refused(fields.Instant, "2015-07-30") == ("S118", {"read": "2015-07-30"})


def test_the_day_of_a_moment_is_that_of_paris_whatever_its_offset() -> None:
    moment = datetime(2015, 7, 29, 22, 30, tzinfo=UTC)
    assert (fields.as_day(moment), fields.as_day(date(2015, 7, 29))) == (date(2015, 7, 30), date(2015, 7, 29))


@pytest.mark.parametrize("written", ["1799-12-31", "2200-01-01", "9999-12-31", "0001-01-01"])
def test_a_day_or_a_moment_is_of_years_that_the_site_can_speak_of(written: str) -> None:
    assert refused(fields.Day, written) == ("S123", {"read": written, "first": "1800", "last": "2199"})
    moment = f"{written}T00:00:00+14:00"
    for shape in (fields.Moment, fields.Instant):
        assert refused(shape, moment) == ("S123", {"read": moment, "first": "1800", "last": "2199"})


# Words of a closed set, ids, addresses, texts


def test_yes_is_true_and_no_is_false() -> None:
    assert (read(fields.YesNo, "true"), read(fields.YesNo, "false")) == (True, False)


@pytest.mark.parametrize("written", ["yes", "oui", "True", "1", ""])
def test_yes_in_another_word_is_refused_with_the_two_words(written: str) -> None:
    assert refused(fields.YesNo, written) == ("S103", {"read": written, "allowed": ("true", "false")})


@pytest.mark.parametrize("written", ["ccem", "2014-09-29", "directive-2011-36-ue", "a"])
def test_an_anchor_is_small_letters_digits_and_hyphens(written: str) -> None:
    assert read(fields.Anchor, written) == written


@pytest.mark.parametrize("written", ["CCEM", "hors la rue", "a--b", "-a", "a-", "é", "a_b", "../a", "a\n", ""])
def test_an_anchor_in_another_form_is_refused(written: str) -> None:
    assert refused(fields.Anchor, written) == ("S106", {"read": written})


@pytest.mark.parametrize("written", ["ccem", "CCEM", "hors la rue", "../a"])
def test_the_id_of_another_entry_is_any_text_since_the_references_are_checked_later(written: str) -> None:
    assert read(fields.Id, written) == written


def test_the_id_of_another_entry_is_not_empty() -> None:
    assert refused(fields.Id, "")[0] == "string_too_short"


def test_a_list_of_one_id_may_be_written_as_the_id() -> None:
    assert (read(fields.Ids, "ccem"), read(fields.Ids, ["ccem", "adn"])) == (("ccem",), ("ccem", "adn"))


@pytest.mark.parametrize(
    "written",
    [
        "https://www.exemple.org",
        "https://exemple.org/a/b?c=d&e=f#g",
        "https://exemple.org:8443/",
        "https://xn--exmple-cva.org/",
        "https://exemple.org/@nom",
    ],
)
def test_an_address_begins_with_https(written: str) -> None:
    assert read(fields.HttpsAddress, written) == written


@pytest.mark.parametrize(
    ("written", "nearest"),
    [
        ("http://exemple.org", "https://exemple.org"),
        ("exemple.org", "https://exemple.org"),
        ("www.exemple.org/a", "https://www.exemple.org/a"),
        ("ftp://exemple.org", "https://exemple.org"),
        ("https:/exemple.org", "https://exemple.org"),
        ("HTTP://exemple.org", "https://exemple.org"),
        ("//exemple.org", "https://exemple.org"),
        ("https://https://exemple.org", "https://exemple.org"),
        ("https:///exemple.org", "https://exemple.org"),
        ("<https://exemple.org>", "https://exemple.org"),
        ("“https://exemple.org”", "https://exemple.org"),
        ("«\u00a0https://exemple.org/a_(b)\u00a0»", "https://exemple.org/a_(b)"),
        ("http://exemple.org/article,12.html", "https://exemple.org/article,12.html"),
    ],
)
def test_an_address_without_https_is_refused_with_the_nearest(written: str, nearest: str) -> None:
    assert refused(fields.HttpsAddress, written) == ("M104", {"read": written, "nearest": nearest})


@pytest.mark.parametrize(
    "written",
    [
        *("https://", "https://exemple", "https://exemple.org/a b", "javascript:alert(1)", "", "https://…", "a@a.org"),
        *("https://a.org, https://b.org", "a.org,b.org", "http://a.org/https://b.org", "fr: https://a.org"),
    ],
)
def test_an_address_that_leads_nowhere_or_to_two_places_is_refused_without_another(written: str) -> None:
    assert refused(fields.HttpsAddress, written) == ("M104", {"read": written, "nearest": "https://…"})


@pytest.mark.parametrize("written", ["https://exemple.org@ailleurs.org", "https://exemple.org:mot@ailleurs.org/"])
def test_an_address_that_shows_one_host_and_leads_to_another_is_refused(written: str) -> None:
    assert refused(fields.HttpsAddress, written) == ("M104", {"read": written, "nearest": "https://…"})


def test_a_text_is_not_empty() -> None:
    assert refused(fields.Text, "")[0] == "string_too_short"


def test_a_text_is_not_spaces_alone() -> None:
    assert refused(fields.Text, " ")[0] == "string_too_short"


@pytest.mark.parametrize(
    ("length", "error"), [(59, "string_too_short"), (60, None), (300, None), (301, "string_too_long")]
)
def test_a_summary_has_60_to_300_characters(length: int, error: str | None) -> None:
    text = "é" * length
    assert (refused(fields.Summary, text)[0] if error else read(fields.Summary, text)) == (error or text)


@pytest.mark.parametrize(("length", "error"), [(79, "string_too_short"), (80, None)])
def test_the_link_with_trafficking_has_80_characters_or_more(length: int, error: str | None) -> None:
    text = "é" * length
    assert (refused(fields.Link, text)[0] if error else read(fields.Link, text)) == (error or text)


# Names and the days on which they held


def test_a_name_may_be_written_short() -> None:
    assert read(fields.Names, ["CCEM", {"name": "OCRTEH", "from": "2001-01-01", "until": "2010-12-31"}]) == (
        Name(name="CCEM"),
        Name.model_validate({"name": "OCRTEH", "from": date(2001, 1, 1), "until": date(2010, 12, 31)}),
    )


def test_the_beginning_of_a_name_is_written_from() -> None:
    assert errors(Name, {"name": "CCEM", "since": "2001-01-01"}) == [(("since",), "extra_forbidden")]


@pytest.mark.parametrize(
    ("day", "held"),
    [
        (date(2000, 12, 31), False),
        (date(2001, 1, 1), True),
        (date(2010, 12, 31), True),
        (date(2011, 1, 1), False),
        (None, False),
    ],
)
def test_a_name_holds_from_its_first_day_to_its_last(day: date | None, held: bool) -> None:
    name = Name.model_validate({"name": "OCRTEH", "from": "2001-01-01", "until": "2010-12-31"})
    assert name.held(day) is held


def test_a_text_without_a_day_takes_the_last_name() -> None:
    assert Name.model_validate({"name": "MIPROF", "from": "2013-01-03"}).held(None) is True


def test_a_name_without_dates_always_holds() -> None:
    assert Name(name="CCEM").held(date(1900, 1, 1)) is True


# All kinds


@pytest.mark.parametrize("kind", KINDS)
def test_the_least_of_a_kind_is_valid(kind: str) -> None:
    assert (facts(kind).status, words(kind).title) == ("published", "Un titre")


@pytest.mark.parametrize(
    ("kind", "required"),
    [
        ("members", {"title", "summary", "membership"}),
        ("institutions", {"title"}),
        ("legal", {"title", "summary", "type", "issuer"}),
        ("minutes", {"title", "date", "type"}),
        ("press", {"title", "summary", "date"}),
        ("news", {"title", "summary", "date"}),
        ("events", {"title", "start"}),
        ("pages", {"title", "slug"}),
    ],
)
def test_each_kind_has_its_required_fields(kind: str, required: set[str]) -> None:
    schema = KINDS[kind].schema
    all_fields = {**schema.Facts.model_fields, **schema.Words.model_fields}
    assert {name for name, field in all_fields.items() if field.is_required()} == required


def test_schemas_have_models() -> None:
    assert len(list(models(Header))) > 2 * len(KINDS)


@pytest.mark.parametrize("model", list(models(Header)), ids=lambda model: f"{model.__module__}.{model.__name__}")
def test_every_model_is_closed_and_does_not_change(model: type[BaseModel]) -> None:
    assert (model.model_config.get("extra"), model.model_config.get("frozen")) == ("forbid", True)


@pytest.mark.parametrize("kind", KINDS)
def test_an_unknown_field_is_refused(kind: str) -> None:
    with pytest.raises(ValidationError) as caught:
        facts(kind, save_as="index.html")
    assert [(error["loc"], error["type"]) for error in caught.value.errors()] == [(("save_as",), "extra_forbidden")]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_title(kind: str) -> None:
    least = {name: SUMMARY for name in ("summary",) if KINDS[kind].schema.Words.model_fields[name].is_required()}
    slug = {"slug": ""} if kind == "pages" else {}
    assert errors(KINDS[kind].schema.Words, {**least, **slug}) == [(("title",), "missing")]


def test_no_field_is_both_a_fact_and_a_word() -> None:
    assert {
        name: set(kind.schema.Facts.model_fields) & set(kind.schema.Words.model_fields) for name, kind in KINDS.items()
    } == {name: set() for name in KINDS}


@pytest.mark.parametrize("status", ["draft", "published"])
def test_an_entry_is_a_draft_or_published(status: str) -> None:
    assert facts("news", status=status).status == status


@pytest.mark.parametrize("status", ["hidden", "Draft", "draft\n", ""])
def test_another_status_is_refused(status: str) -> None:
    with pytest.raises(ValidationError):
        facts("news", status=status)


def test_people_are_named_with_their_office_or_their_consent() -> None:
    people = [{"name": "Ada", "office": "Ministre"}, {"name": "Zoé", "consent": "2020-01-02"}]
    assert facts("news", people=people).people == (
        fields.Person(name="Ada", office="Ministre"),
        fields.Person(name="Zoé", consent=date(2020, 1, 2)),
    )


# Each kind


def test_a_member_has_at_least_one_status() -> None:
    assert errors(members.Facts, {"membership": []}) == [(("membership",), "too_short")]


def _history() -> Any:  # noqa: ANN401  the Facts of a member
    return facts(
        "members",
        membership=[
            {"status": "candidate", "since": "2012-01-01", "until": "2012-12-31"},
            {"status": "observer", "since": "2013-01-01", "until": "2014-01-01"},
            {"status": "member", "since": "2014-01-01"},
        ],
    )


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2011-12-31", "candidate"),  # not begun yet: what is known
        ("2012-12-31", "candidate"),
        ("2014-01-01", "member"),
        ("2026-01-01", "member"),
    ],
)
def test_the_last_status_known_on_a_day(day: str, status: str) -> None:
    assert _history().last_status(date.fromisoformat(day)) == status


@pytest.mark.parametrize(("day", "status"), [("2026-05-31", "observer"), ("2026-06-01", "former")])
def test_a_status_that_ends_and_has_none_after_it_is_a_former_one_from_the_next_day(day: str, status: str) -> None:
    observer = facts("members", membership=[{"status": "observer", "since": "2025-06-01", "until": "2026-05-31"}])
    assert observer.last_status(date.fromisoformat(day)) == status


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (date(2011, 12, 31), None),
        (date(2012, 1, 1), "candidate"),
        (date(2013, 6, 1), "observer"),
        (date(2014, 1, 1), "member"),
        (date(2030, 1, 1), "member"),
    ],
)
def test_the_status_of_a_member_on_a_day_is_the_one_the_sources_show(day: date, status: str | None) -> None:
    assert _history().status_on(day) == status


def test_a_member_has_one_website_or_one_per_language() -> None:
    one = "https://www.exemple.org"
    both = {"fr": one, "en": f"{one}/en"}
    assert (facts("members", website=one).website, facts("members", website=both).website) == ({"any": one}, both)


def test_a_website_without_https_has_a_problem_of_its_own() -> None:
    with pytest.raises(ValidationError) as caught:
        facts("members", website="exemple.org")
    assert [(error["loc"], error["type"]) for error in caught.value.errors()] == [(("website", "any"), "M104")]


def test_a_contact_is_private_unless_it_says_otherwise_and_says_when_it_was_confirmed() -> None:
    contact = facts("members", contact={"email": "a@exemple.org", "confirmed": "2020-01-02"}).contact
    assert contact.model_dump(exclude_none=True) == {
        "email": "a@exemple.org",
        "public": False,
        "confirmed": date(2020, 1, 2),
    }


def test_a_contact_that_nobody_confirmed_is_refused() -> None:
    with pytest.raises(ValidationError) as caught:
        facts("members", contact={"email": "a@exemple.org"})
    assert [(error["loc"], error["type"]) for error in caught.value.errors()] == [(("contact", "confirmed"), "missing")]


@pytest.mark.parametrize("year", ["14", "20144", "deux mille"])
def test_the_year_of_a_report_has_four_digits(year: str) -> None:
    assert errors(members.Report, {"year": year, "title": "Rapport"}) == [(("year",), "string_pattern_mismatch")]


@pytest.mark.parametrize("field", ["exploitation", "audience"])
def test_what_a_member_does_is_said_in_the_words_of_a_closed_list(field: str) -> None:
    with pytest.raises(ValidationError) as caught:
        facts("members", **{field: ["all", "autre"]})
    assert {error["type"] for error in caught.value.errors()} == {"literal_error"}


def test_a_text_of_law_has_one_issuer_or_several() -> None:
    several = ["parlement-europeen", "conseil"]
    assert (facts("legal", issuer="etat").issuer, facts("legal", issuer=several).issuer) == (("etat",), tuple(several))


def test_a_text_of_law_without_an_issuer_is_refused() -> None:
    assert errors(legal.Facts, {"type": "law", "issuer": []}) == [(("issuer",), "too_short")]


@pytest.mark.parametrize(
    ("dates", "day"),
    [
        ({"date": "2013-08-05", "in_force": "2013-08-07"}, date(2013, 8, 5)),
        ({"date": None, "in_force": "2013-08-07"}, date(2013, 8, 7)),
        ({"date": None}, None),
    ],
)
def test_a_text_of_law_speaks_from_its_adoption_else_from_its_entry_into_force(
    dates: dict[str, str | None], day: date | None
) -> None:
    assert facts("legal", **dates).day == day


def test_an_identifier_that_no_issuer_writes_is_refused() -> None:
    assert errors(identifiers.Identifiers, {"isbn": "x"}) == [(("isbn",), "extra_forbidden")]


def test_an_association_present_alone_may_be_written_short() -> None:
    assert facts("minutes", attendance=["ccem", {"member": "afj", "people": "2"}]).attendance == (
        minutes.Attendance(member="ccem", people=1),
        minutes.Attendance(member="afj", people=2),
    )


@pytest.mark.parametrize(("people", "error"), [("0", "greater_than_equal"), ("deux", "int_parsing")])
def test_those_who_came_are_a_number_of_at_least_one(people: str, error: str) -> None:
    assert errors(minutes.Attendance, {"member": "ccem", "people": people}) == [(("people",), error)]


@pytest.mark.parametrize("time", ["10:00", "10:00-12:30"])
def test_a_meeting_has_a_start_and_perhaps_an_end(time: str) -> None:
    assert minutes.Meeting.model_validate({"date": "2013-06-21", "time": time}).time == time


@pytest.mark.parametrize("time", ["10h", "10:00 - 12:30", "9:00", "10:00-", "25:00", "10:75"])
def test_an_hour_in_another_form_or_that_no_clock_shows_is_refused(time: str) -> None:
    assert errors(minutes.Meeting, {"date": "2013-06-21", "time": time}) == [(("time",), "string_pattern_mismatch")]


def test_somebody_owes_a_follow_up() -> None:
    assert errors(minutes.FollowUp, {"id": "lettre", "owners": []}) == [(("owners",), "too_short")]


def test_minutes_speak_from_the_day_of_the_meeting() -> None:
    assert facts("minutes", published="2014-10-20").day == date(2014, 9, 29)


def test_all_members_sign_a_release_unless_some_are_named() -> None:
    assert (facts("press").signatories, facts("press", signatories=["ccem"]).signatories) == (("all",), ("ccem",))


def test_an_embargo_is_an_hour_with_its_offset() -> None:
    assert errors(press.Facts, {"date": "2015-07-30", "embargo": "2015-07-30"}) == [(("embargo",), "S118")]


def test_a_release_speaks_from_the_day_of_its_date() -> None:
    assert facts("press", date="2015-07-30T10:00+02:00").day == date(2015, 7, 30)


def test_an_event_speaks_from_its_start() -> None:
    assert facts("events", start="2014-10-16T09:00+02:00", end="2014-10-17").day == date(2014, 10, 16)


def test_a_yearly_day_has_its_month_and_day() -> None:
    assert facts("events", start="2013-12-18", observance="07-30").anniversary == date(2000, 7, 30)


def test_an_event_that_does_not_come_back_has_no_yearly_day() -> None:
    assert facts("events").anniversary is None


@pytest.mark.parametrize("observance", ["30-07", "7-30", "07/30", "13-01", "02-30", "00-10"])
def test_a_yearly_day_in_another_form_or_that_does_not_exist_is_refused(observance: str) -> None:
    assert [where for where, _ in errors(events.Facts, {"start": "2013-12-18", "observance": observance})] == [
        ("observance",)
    ]


@pytest.mark.parametrize("slug", ["", "aide", "mentions-legales"])
def test_a_slug_is_one_segment_of_an_address_or_nothing_for_the_home_page(slug: str) -> None:
    assert words("pages", slug=slug).slug == slug


@pytest.mark.parametrize("slug", ["Aide", "a/b", "..", "aide/", "a b", "é", "aide\n"])
def test_a_slug_in_another_form_is_refused(slug: str) -> None:
    assert errors(pages.Words, {"title": "a", "slug": slug}) == [(("slug",), "string_pattern_mismatch")]


def test_a_helpline_is_called_written_to_or_both() -> None:
    line = {"id": "urgence", "call": "17", "text": "114", "hours": "always", "languages": ["fr"], "free": "true"}
    (helpline,) = facts("pages", helplines=[line]).helplines
    assert helpline.model_dump() == {**line, "languages": ("fr",), "free": True}


@pytest.mark.parametrize("number", ["dix-sept", "17;ext=1", "", "17\n"])
def test_a_number_to_call_is_digits(number: str) -> None:
    assert errors(pages.Helpline, {"id": "urgence", "call": number}) == [(("call",), "string_pattern_mismatch")]


def test_the_hours_of_a_helpline_are_told_only_when_it_never_closes() -> None:
    assert errors(pages.Helpline, {"id": "urgence", "hours": "9-17"}) == [(("hours",), "string_pattern_mismatch")]


def test_a_page_has_its_place_in_the_menu_from_one_on() -> None:
    assert (facts("pages", menu="1").menu, errors(pages.Facts, {"menu": "0"})) == (
        1,
        [(("menu",), "greater_than_equal")],
    )
