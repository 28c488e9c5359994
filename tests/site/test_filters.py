"""The lists of members and of law, filtered by an address, without a script."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import Page

from contrelatraite.reading.registry import register
from contrelatraite.site import Entry
from tests.site.browsing import go
from tests.site.built import LANGUAGES, ROOT, SECTIONS, address_of

FILTERS: Mapping[str, tuple[str, str]] = {"works-on": ("exploitation", "all-forms"), "beside": ("audience", "all")}

in_each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    """Give the entries of the site."""
    return [*register(ROOT / "content", LANGUAGES)[0]]


def listed(page: Page) -> list[str]:
    """Give the addresses of the entries that a visitor sees in the list."""
    links = page.locator("main section :is(h3, .c-list li) > a:visible")
    return sorted(str(link.get_attribute("href")) for link in links.all())


def groups(page: Page) -> list[str]:
    """Give the addresses of the filters."""
    found = [str(link.get_attribute("href")) for link in page.locator(".c-filters a").all()]
    assert found
    return found


@in_each_language
def test_a_filter_of_the_members_shows_those_who_say_so_and_nobody_else(
    without_scripts: Page, entries: list[Entry], language: str
) -> None:
    go(without_scripts, SECTIONS["members"][language])
    chosen = {address: name for address in groups(without_scripts) for name in FILTERS if address[1:].startswith(name)}
    assert {*chosen.values()} == {*FILTERS}
    for address, name in chosen.items():
        without_scripts.click(f".c-filters a[href='{address}']")
        value, (field, every) = address.removeprefix(f"#{name}-"), FILTERS[name]
        assert listed(without_scripts) == sorted(
            address_of(entry.key, language)
            for entry in entries
            if entry.kind.name == "members" and {value, every} & {*getattr(entry.facts, field)}
        )


@in_each_language
def test_a_filter_of_the_law_shows_one_kind_of_text(without_scripts: Page, entries: list[Entry], language: str) -> None:
    go(without_scripts, SECTIONS["legal"][language])
    without_scripts.click(".c-filters a[href='#type-directive']")
    assert listed(without_scripts) == sorted(
        address_of(entry.key, language)
        for entry in entries
        if entry.kind.name == "legal" and entry.facts.type == "directive"
    )


@in_each_language
@pytest.mark.parametrize("kind", ["members", "legal"])
def test_the_whole_list_comes_back(without_scripts: Page, entries: list[Entry], kind: str, language: str) -> None:
    go(without_scripts, SECTIONS[kind][language])
    whole = listed(without_scripts)
    address = next(
        address for address in groups(without_scripts) if without_scripts.locator(f".c-facet{address}").count()
    )
    without_scripts.click(f".c-filters a[href='{address}']")
    assert listed(without_scripts) != whole
    without_scripts.click(f".c-facet{address} a[href='#filters']")
    assert listed(without_scripts) == whole
    assert whole == sorted(address_of(entry.key, language) for entry in entries if entry.kind.name == kind)


@in_each_language
def test_a_filtered_list_can_be_shared_by_its_address(without_scripts: Page, language: str) -> None:
    go(without_scripts, f"{SECTIONS['members'][language]}#beside-minors")
    assert without_scripts.locator(".c-facet:visible").count() == 1
    assert without_scripts.locator("#beside-minors").is_visible() is True


@in_each_language
@pytest.mark.parametrize("kind", ["members", "legal"])
def test_every_filter_leads_to_a_part_of_the_page_and_says_how_many_stand_there(
    without_scripts: Page, kind: str, language: str
) -> None:
    go(without_scripts, SECTIONS[kind][language])
    for address in groups(without_scripts):
        without_scripts.click(f".c-filters a[href='{address}']")
        part = without_scripts.locator(f"section:has({address}), section{address}")
        number = without_scripts.locator(f".c-filters li:has(a[href='{address}']) .c-count").inner_text()
        assert part.locator("li:has(> a, > h3)").count() == int(number), address


def test_where_the_browser_knows_no_popover_the_menu_is_open(phone: Page) -> None:
    def older(page: str) -> str:
        return page.replace(" popover ", " ")

    phone.route("**/", lambda route: route.fulfill(body=older(route.fetch().text()), content_type="text/html"))
    go(phone, SECTIONS["members"]["fr"])
    assert phone.locator("#menu").get_attribute("popover") is None
    assert phone.locator("#menu a:visible").count() == phone.locator("#menu a").count() > 0
