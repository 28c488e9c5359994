"""Where each page and file of the site stands."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from contrelatraite.addresses import Addresses, output_file, own_files
from contrelatraite.kinds import KINDS
from contrelatraite.languages import Language
from contrelatraite.rendering.pages import plan, view
from contrelatraite.site import Entry
from tests.support import NOW, site_of, translate, write


@pytest.fixture
def addresses(languages: Mapping[str, Language]) -> Addresses:
    """Give the addresses of a site in French and English."""
    return Addresses(languages)


def only(content: Path) -> Entry:
    """Give the one entry of a content folder."""
    (entry,) = site_of(content)
    return entry


def test_the_first_language_stands_at_the_root(addresses: Addresses) -> None:
    assert (addresses.root("fr"), addresses.root("en")) == ("/", "/en/")


@pytest.mark.parametrize(
    ("kind", "language", "address"),
    [
        ("members", "fr", "/membres/"),
        ("members", "en", "/en/members/"),
        ("legal", "fr", "/droit/"),
        ("legal", "en", "/en/law/"),
        ("minutes", "fr", "/comptes-rendus/"),
        ("pages", "fr", "/"),
        ("pages", "en", "/en/"),
    ],
)
def test_the_list_of_a_kind_stands_at_its_root(addresses: Addresses, kind: str, language: str, address: str) -> None:
    assert addresses.index(KINDS[kind], language) == address


def test_the_follow_ups_stand_beside_the_minutes(addresses: Addresses) -> None:
    assert (addresses.follow_ups("fr"), addresses.follow_ups("en")) == (
        "/comptes-rendus/suites/",
        "/en/minutes/follow-ups/",
    )


def test_an_entry_stands_under_its_kind_by_its_id(addresses: Addresses, content: Path) -> None:
    write(content, "members:ccem")
    translate(content, "members:ccem")
    entry = only(content)
    assert (addresses.entry(entry, "fr"), addresses.entry(entry, "en")) == ("/membres/ccem/", "/en/members/ccem/")


def test_a_page_stands_at_the_slug_of_its_language(addresses: Addresses, content: Path) -> None:
    write(content, "pages:help", slug="aide")
    translate(content, "pages:help", slug="get-help")
    entry = only(content)
    assert (addresses.entry(entry, "fr"), addresses.entry(entry, "en")) == ("/aide/", "/en/get-help/")


def test_the_page_without_a_slug_is_the_home_page(addresses: Addresses, content: Path) -> None:
    write(content, "pages:home")
    translate(content, "pages:home")
    entry = only(content)
    assert (addresses.entry(entry, "fr"), addresses.entry(entry, "en")) == ("/", "/en/")


def test_an_entry_that_is_not_translated_stands_at_its_source(addresses: Addresses, content: Path) -> None:
    write(content, "members:ccem")
    assert addresses.entry(only(content), "en") == "/membres/ccem/"


def test_an_entry_in_english_alone_stands_there(addresses: Addresses, content: Path) -> None:
    write(content, "members:ccem", language="en")
    assert addresses.entry(only(content), "fr") == "/en/members/ccem/"


def test_a_file_stands_beside_the_page_of_the_source(addresses: Addresses, content: Path) -> None:
    write(content, "members:ccem")
    translate(content, "members:ccem")
    assert addresses.file(only(content), "logo.svg") == "/membres/ccem/logo.svg"


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/membres/ccem/", "membres/ccem/index.html"),
        ("/404.html", "404.html"),
        ("/membres/ccem/logo.svg", "membres/ccem/logo.svg"),
    ],
)
def test_an_address_is_answered_by_a_file(address: str, file: str) -> None:
    assert output_file(address) == file


def test_every_page_that_nobody_wrote_has_its_address_kept_for_it_and_its_template(
    content: Path, languages: Mapping[str, Language], addresses: Addresses
) -> None:
    pages = [page for page in plan(view(site_of(content), languages, NOW)) if page.entry is None and page.listed]
    assert sorted(addresses.made()) == sorted((page.address, f"theme/templates/{page.templates[0]}") for page in pages)


def test_the_files_of_a_member_are_its_logo_and_its_reports(content: Path) -> None:
    reports = [
        {"year": "2013", "title": "Rapport", "url": "https://exemple.org/rapport.pdf"},
        {"year": "2014", "title": "Rapport", "file": "rapport.pdf"},
    ]
    write(content, "members:ccem", logo="logo.svg", reports=reports)
    assert list(own_files(only(content))) == [(("logo",), "logo.svg"), (("reports", 1, "file"), "rapport.pdf")]


def test_the_files_of_minutes_are_their_annexes(content: Path) -> None:
    write(content, "minutes:a", annexes=[{"number": "1"}, {"number": "2", "file": "lettre.pdf"}])
    assert list(own_files(only(content))) == [(("annexes", 1, "file"), "lettre.pdf")]


@pytest.mark.parametrize("kind", ["news", "press"])
def test_the_files_of_news_and_releases_are_attached(content: Path, kind: str) -> None:
    write(content, f"{kind}:a", attachments=["a.pdf", "b.pdf"])
    assert list(own_files(only(content))) == [(("attachments", 0), "a.pdf"), (("attachments", 1), "b.pdf")]


@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_that_names_no_file_has_none(content: Path, kind: str) -> None:
    write(content, f"{kind}:a")
    assert list(own_files(only(content))) == []
