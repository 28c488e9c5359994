"""The registered content, as values."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from contrelatraite.kinds import KINDS
from contrelatraite.site import Entry
from tests.support import site_of, translate, write

NOW = datetime(2015, 7, 30, 8, 0, tzinfo=UTC)


def only(content: Path) -> Entry:
    """Give the one entry of a content folder."""
    (entry,) = site_of(content)
    return entry


def test_a_version_is_given_in_its_language_else_in_the_sources(content: Path) -> None:
    write(content, "news:a", title="Un titre")
    translate(content, "news:a", title="A title")
    entry = only(content)
    assert [entry.version(code).words.title for code in ("fr", "en", "de")] == ["Un titre", "A title", "Un titre"]


def test_words_are_given_in_their_language_else_in_the_sources(content: Path) -> None:
    write(content, "news:a", title="Un titre")
    entry = only(content)
    assert entry.words("en") is entry.source.words


def test_a_short_title_is_given_where_there_is_one(content: Path) -> None:
    write(content, "legal:a", title="Directive 2011/36/UE", short_title="La directive")
    translate(content, "legal:a", title="Directive 2011/36/EU")
    entry = only(content)
    assert (entry.title("fr"), entry.title("fr", short=True), entry.title("en", short=True)) == (
        "Directive 2011/36/UE",
        "La directive",
        "Directive 2011/36/EU",
    )


def test_a_kind_without_short_titles_gives_its_title(content: Path) -> None:
    write(content, "news:a", title="Un titre")
    assert only(content).title("fr", short=True) == "Un titre"


def test_an_acronym_may_differ_by_language_else_is_that_of_the_source(content: Path) -> None:
    write(content, "institutions:onudc", acronym="ONUDC")
    translate(content, "institutions:onudc", acronym="UNODC")
    write(content, "institutions:oim", acronym="OIM")
    translate(content, "institutions:oim")
    write(content, "institutions:ue")
    acronyms = {entry.id: (entry.acronym("fr"), entry.acronym("en")) for entry in site_of(content)}
    assert acronyms == {"onudc": ("ONUDC", "UNODC"), "oim": ("OIM", "OIM"), "ue": (None, None)}


def test_a_kind_without_acronyms_has_none(content: Path) -> None:
    write(content, "news:a")
    assert only(content).acronym("fr") is None


@pytest.mark.parametrize(
    ("kind", "day"),
    [
        ("members", None),
        ("institutions", None),
        ("pages", None),
        ("legal", date(2013, 8, 5)),
        ("minutes", date(2014, 9, 29)),
        ("press", date(2015, 7, 30)),
        ("news", date(2014, 10, 18)),
        ("events", date(2014, 10, 16)),
    ],
)
def test_an_entry_speaks_from_its_day(content: Path, kind: str, day: date | None) -> None:
    write(content, f"{kind}:a")
    assert only(content).day == day


def test_a_published_entry_is_not_hidden(content: Path) -> None:
    write(content, "news:a")
    assert not only(content).hidden(NOW)


@pytest.mark.parametrize("kind", KINDS)
def test_a_draft_of_any_kind_is_hidden(content: Path, kind: str) -> None:
    write(content, f"{kind}:a", status="draft")
    assert only(content).hidden(NOW)


@pytest.mark.parametrize(
    ("embargo", "hidden"),
    [
        ("2015-07-30T10:00:01+02:00", True),
        ("2015-07-30T10:00:00+02:00", False),
        ("2015-07-30T08:00:00Z", False),
        ("2015-07-30T09:00:00Z", True),
    ],
)
def test_a_release_is_hidden_until_its_embargo_ends(content: Path, embargo: str, hidden: bool) -> None:
    write(content, "press:a", embargo=embargo)
    assert only(content).hidden(NOW) is hidden


def test_a_draft_stays_hidden_after_its_embargo(content: Path) -> None:
    write(content, "press:a", status="draft", embargo="2015-07-30T08:00:00Z")
    assert only(content).hidden(NOW)


def test_entries_are_found_by_their_key(content: Path) -> None:
    write(content, "news:a")
    site = site_of(content)
    assert (site.get("news:a"), site.get("news:b")) == (only(content), None)


def test_the_entries_of_a_kind_come_by_id_and_a_kind_may_be_empty(content: Path) -> None:
    for key in ("news:b", "news:a", "press:a"):
        write(content, key)
    site = site_of(content)
    assert {kind: [entry.id for entry in site.of(kind)] for kind in ("news", "press", "legal")} == {
        "news": ["a", "b"],
        "press": ["a"],
        "legal": [],
    }


def test_what_the_public_sees_leaves_out_drafts_and_embargoes_but_keeps_their_ids_known(content: Path) -> None:
    write(content, "news:a")
    write(content, "news:b", status="draft")
    write(content, "press:a", embargo="2015-07-30T09:00:00Z")
    public = site_of(content).visible(NOW)
    assert (list(public.entries), [entry.id for entry in public.of("news")], public.known) == (
        ["news:a"],
        ["a"],
        frozenset({"news:a", "news:b", "press:a"}),
    )
