"""Feeds: valid Atom (RFC 4287), whatever the titles hold."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree

from contrelatraite.kinds import KINDS
from contrelatraite.languages import Language
from contrelatraite.rendering.feeds import feed, plain, tag
from contrelatraite.rendering.pages import View, view
from tests.support import NOW, site_of, translate, write

HOST = "https://www.exemple.org"
A = "{http://www.w3.org/2005/Atom}"


def read(shown: View, kind: str = "news", language: str = "fr") -> etree._Element:
    """Write a feed, and read it back."""
    return etree.fromstring(feed(KINDS[kind], shown, language, HOST))


@pytest.fixture
def shown(content: Path, languages: Mapping[str, Language]) -> View:
    write(content, "members:asso-a", title="L’association A")
    write(content, "news:ancienne", date="2014-10-01", author="collective")
    write(content, "news:nouvelle", date="2014-10-18", author="asso-a", trafficking_link="x" * 80)
    translate(content, "news:nouvelle")
    write(content, "press:demain", date="2015-07-30T09:00+02:00", embargo="2015-07-31T00:00+02:00")
    write(content, "legal:sans-jour", date=None)
    write(content, "minutes:2014-09-29", published="2014-10-05")
    return view(site_of(content), languages, NOW)


def test_the_newest_entry_is_first(shown: View) -> None:
    assert [title.text for title in read(shown).findall(f"{A}entry/{A}title")] == ["nouvelle", "ancienne"]


def test_a_feed_holds_what_exists_in_its_language(shown: View) -> None:
    assert [title.text for title in read(shown, language="en").findall(f"{A}entry/{A}title")] == ["nouvelle"]


def test_a_day_is_noon_in_greenwich(shown: View) -> None:
    assert [day.text for day in read(shown).iter(f"{A}published")] == ["2014-10-18T12:00:00Z", "2014-10-01T12:00:00Z"]


def test_a_release_is_published_when_its_embargo_ends(shown: View) -> None:
    assert [day.text for day in read(shown, "press").iter(f"{A}published")] == ["2015-07-30T22:00:00Z"]


def test_minutes_are_updated_when_they_are_published(shown: View) -> None:
    assert [day.text for day in read(shown, "minutes").iter(f"{A}updated")] == ["2014-10-05T12:00:00Z"] * 2


def test_a_text_without_a_day_is_in_no_feed(shown: View) -> None:
    assert read(shown, "legal").findall(f"{A}entry") == []


def test_an_empty_feed_speaks_from_the_moment_of_the_build(shown: View) -> None:
    assert read(shown, "legal").findtext(f"{A}updated") == "2026-01-01T00:00:00Z"


def test_the_member_that_speaks_is_the_author(shown: View) -> None:
    authors = [[name.text for name in entry.iter(f"{A}name")] for entry in read(shown).iter(f"{A}entry")]
    assert authors == [["L’association A"], []]


def test_a_thing_keeps_its_name_whatever_its_address() -> None:
    assert tag("news", "a", "fr") == "tag:contrelatraite.org,2014-10-01:news:a:fr"


def test_a_control_character_does_not_kill_a_feed() -> None:
    assert plain("a\x00\x08b\ufffe\ud800 é\u202f») 😀") == "ab é\u202f») 😀"
