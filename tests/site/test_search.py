"""The search in a real browser: words as people type them, what is asked of whom, and what it leaves behind."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from contrelatraite.rendering.search import _legible
from tests.site.browsing import KEPT, go, opened
from tests.site.built import LANGUAGES, NOT_FOUND, SEARCH, SECTIONS, BuiltSite, address_of, same_pages

in_each_language = pytest.mark.parametrize("language", LANGUAGES)

VIOLATIONS = "addEventListener('securitypolicyviolation', event => console.error(event.violatedDirective))"


@dataclass
class Heard:
    """What the page asked for, and what the browser complained of."""

    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)


@dataclass
class Searched:
    """The page of the search, and what was heard of it."""

    page: Page
    heard: Heard

    def search(self, words: str, language: str = "fr") -> None:
        """Open the page, type words, and wait for the answer."""
        go(self.page, SEARCH[language])
        self.type(words)

    def type(self, words: str) -> None:
        """Type words, press Enter, and wait for the answer."""
        busy = self.page.get_attribute(".c-search", "data-busy")
        self.page.fill("#query", words)
        self.page.keyboard.press("Enter")
        self.page.wait_for_function(
            "busy => ![busy, ''].includes(document.querySelector('.c-search__status').textContent)", arg=busy
        )

    def found(self, selector: str = ".c-search__title a") -> list[str]:
        """Give the addresses of the results."""
        links = self.page.locator(f".c-search__results {selector}").all()
        return [str(link.get_attribute("href")) for link in links]

    def said(self) -> str:
        """Give what is said to all, screen readers included."""
        return self.page.inner_text(".c-search__status")


@pytest.fixture
def searched(browser: Browser, host: str) -> Iterator[Searched]:
    """Give a page in which every request and complaint is heard."""
    heard = Heard()
    with opened(browser, host, 375) as page:
        page.add_init_script(VIOLATIONS)
        page.on("request", lambda request: heard.requests.append(request.url))
        page.on("console", lambda said: heard.complaints.append(said.text))
        page.on("pageerror", lambda error: heard.complaints.append(str(error)))
        yield Searched(page, heard)


def indexed(site: BuiltSite, language: str) -> list[str]:
    """Give the addresses of the pages that a language's index holds."""
    files = sorted((site.folder / "pagefind" / language / "fragment").iterdir())
    fragments = [json.loads(gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")) for file in files]
    assert fragments
    return sorted(str(fragment["url"]) for fragment in fragments)


# The index.


@in_each_language
def test_every_page_of_a_language_is_in_its_index_once(site: BuiltSite, language: str) -> None:
    assert indexed(site, language) == sorted(page[language] for page in same_pages() if page is not NOT_FOUND)


def test_there_is_an_index_for_each_language_and_nothing_else(site: BuiltSite) -> None:
    assert sorted(path.name for path in (site.folder / "pagefind").iterdir()) == sorted(LANGUAGES)


@in_each_language
def test_the_search_page_is_one_tap_away_from_every_page(site: BuiltSite, language: str) -> None:
    without = [
        address for address, page in site.of(language) if not page.select(f".c-footer a[href='{SEARCH[language]}']")
    ]
    assert without == []


@pytest.mark.parametrize(
    ("written", "legible"),
    [
        ("mise en œuvre", "mise en o\u034feuvre"),
        ("Œuvre", "O\u034feuvre"),
        ("l’esclavage, d'Ivoire, Qu’elle", "l’\u2060 esclavage, d'\u2060 Ivoire, Qu’\u2060 elle"),
        ("aujourd’hui, the victim’s rights", "aujourd’hui, the victim’s rights"),
    ],
)
def test_ligatures_and_elided_articles_are_written_so_that_their_words_are_found(written: str, legible: str) -> None:
    assert _legible(written) == legible


# Words as people type them.


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("traite des etres humains", "traite des êtres humains"),
        ("proxenetisme", "proxénétisme"),
        ("PROXENETISME", "proxénétisme"),
        ("victime", "victimes"),
        ("oeuvre", "œuvre"),
        ("l'aide", "l’aide"),
        ("aide", "l’aide"),
        ("d'esclavage", "esclavages"),
        ("greta", "GRETA"),
    ],
)
def test_both_ways_of_typing_find_the_same_pages(searched: Searched, typed: str, written: str) -> None:
    searched.search(typed)
    found = searched.said()
    assert searched.found()
    searched.page.reload()
    searched.type(written)
    assert searched.said() == found


@pytest.mark.parametrize(
    ("language", "words", "key"),
    [
        ("fr", "OICEM", "members:oicem"),
        ("fr", "CCEM", "members:ccem"),
        ("fr", "comite contre l'esclavage moderne", "members:ccem"),
        ("fr", "2011/36", "legal:directive-2011-36-ue"),
        ("fr", "2011/36/UE", "legal:directive-2011-36-ue"),
        ("fr", "article 225-4-1", "legal:code-penal-225-4-1"),
        ("en", "2011/36/EU", "legal:directive-2011-36-ue"),
        ("en", "modern slavery", "members:ccem"),
    ],
)
def test_the_first_result_is_the_page_that_was_meant(searched: Searched, language: str, words: str, key: str) -> None:
    searched.search(words, language)
    assert searched.found()[0] == address_of(key, language)


def test_the_acronym_of_a_body_finds_its_own_page(searched: Searched) -> None:
    searched.search("GRETA")
    assert address_of("institutions:greta", "fr") in searched.found()


def test_english_words_are_stemmed(searched: Searched) -> None:
    searched.search("victim", "en")
    one = searched.said()
    searched.type("victims")
    assert searched.said() == one


def test_a_word_that_is_nowhere_finds_nothing_and_says_so(searched: Searched) -> None:
    searched.search("zzzz")
    assert (searched.said(), searched.found()) == (searched.page.get_attribute(".c-search", "data-none"), [])


# The other language.


def test_a_word_of_the_other_language_finds_its_pages_under_a_heading_that_says_so(searched: Searched) -> None:
    searched.search("get help")
    heading = searched.page.inner_text(".c-search__results h2")
    assert heading.startswith("Résultats dans une autre langue\u00a0: anglais ")
    assert searched.found()[0] == "/en/get-help/"


def test_trafficking_typed_on_the_french_page_offers_english_pages(searched: Searched) -> None:
    searched.search("trafficking")
    assert searched.found("[lang=en] a[hreflang=en]")


def test_results_of_the_other_language_say_in_which_they_are(searched: Searched) -> None:
    searched.search("get help")
    marks = searched.page.eval_on_selector_all(
        ".c-search__results li a", "links => links.map(link => [link.hreflang, link.closest('[lang]').lang].join())"
    )
    assert set(marks) == {"en,en"}


# What is shown.


def test_results_are_grouped_by_kind_with_their_number(searched: Searched) -> None:
    searched.search("victimes")
    headings = [
        heading.inner_text().rpartition(" ") for heading in searched.page.locator(".c-search__results h2").all()
    ]
    total = searched.said().rpartition(" ")[2]
    assert len({kind for kind, _, _ in headings}) == len(headings) > 1
    assert sum(int(count) for _, _, count in headings) == int(total)


def test_a_result_leads_to_the_section_that_speaks_of_it(searched: Searched) -> None:
    searched.search("indemnisation")
    sections = searched.found(".c-inline-list a")
    assert sections
    assert {urlsplit(address).fragment == "" for address in sections} == {False}


def test_the_words_found_are_marked_and_nothing_shows_how_they_were_indexed(searched: Searched) -> None:
    searched.search("oeuvre")
    assert searched.page.locator("mark").first.inner_text().startswith("œuvr")
    assert not {"\u2060", "\u034f"} & set(searched.page.inner_text(".c-search__results"))


# By keyboard.


def test_focus_stays_in_the_field_while_results_come(searched: Searched) -> None:
    searched.search("victimes")
    assert searched.page.evaluate("document.activeElement.id") == "query"


def test_results_are_reached_and_opened_by_keyboard(searched: Searched) -> None:
    searched.search("OICEM")
    searched.page.keyboard.press("Tab")  # the button
    searched.page.keyboard.press("Tab")
    searched.page.keyboard.press("Enter")
    searched.page.wait_for_url(f"**{address_of('members:oicem', 'fr')}")


def test_show_all_shows_the_rest_and_moves_the_focus_there(searched: Searched) -> None:
    searched.search("victimes")
    group = searched.page.locator(".c-search__group", has=searched.page.locator("button:visible")).first
    number = int(group.locator("h2 .c-count").inner_text())
    group.locator("button").press("Enter")
    group.locator(f".c-list > li >> nth={number - 1}").wait_for()
    sixth = group.locator(".c-list > li >> nth=5")
    assert sixth.evaluate("item => item.contains(document.activeElement)") is True
    assert group.locator(".c-list > li").count() == number


# What is asked of whom, and what is left.


@in_each_language
def test_nothing_of_the_search_is_fetched_before_it_is_used(searched: Searched, language: str) -> None:
    go(searched.page, SEARCH[language])
    searched.page.wait_for_load_state("networkidle")
    assert [address for address in searched.heard.requests if "pagefind" in address] == []


def test_other_pages_do_not_fetch_the_script_of_the_search(searched: Searched) -> None:
    go(searched.page, SECTIONS["members"]["fr"])
    searched.page.wait_for_load_state("networkidle")
    assert [address for address in searched.heard.requests if "search.js" in address] == []


def test_a_search_stays_under_the_security_policy_and_in_silence(searched: Searched) -> None:
    searched.search("get help")
    assert searched.heard.complaints == []


def test_a_search_asks_this_site_alone(searched: Searched, host: str) -> None:
    searched.search("get help")
    assert {urlsplit(address).netloc for address in searched.heard.requests} == {urlsplit(host).netloc}


def test_what_was_typed_is_in_no_request(searched: Searched) -> None:
    searched.search("proxenetisme")
    assert [address for address in searched.heard.requests if "prox" in address.lower()] == []


def test_what_was_typed_is_not_in_the_address_nor_in_the_history(searched: Searched) -> None:
    go(searched.page, SEARCH["fr"])
    before = searched.page.evaluate("[location.href, history.length].join()")
    searched.type("victimes")
    assert searched.page.evaluate("[location.href, history.length].join()") == before


def test_nothing_is_kept_in_the_browser(searched: Searched) -> None:
    searched.search("victimes")
    assert (searched.page.evaluate(KEPT), searched.page.context.cookies()) == ([], [])


def test_a_page_left_and_come_back_to_has_forgotten_the_search(searched: Searched) -> None:
    searched.search("OICEM")
    searched.page.click(".c-search__title a")
    searched.page.wait_for_url(f"**{address_of('members:oicem', 'fr')}")
    searched.page.go_back()
    assert (searched.page.input_value("#query"), searched.found(), searched.said()) == ("", [], "")


# Without what it needs.


@in_each_language
def test_without_scripts_the_page_has_no_field_and_says_how_to_find_things(
    browser: Browser,
    host: str,
    language: str,
) -> None:
    with opened(browser, host, 375, scripts=False) as page:
        go(page, SEARCH[language])
        seen = [page.locator(selector).is_visible() for selector in ("form", ".c-search__without")]
        assert seen == [False, True]
        page.click(f"main a[href='{SECTIONS['legal'][language]}']")
        assert urlsplit(page.url).path == SECTIONS["legal"][language]


def test_when_the_index_cannot_be_loaded_the_page_says_so(searched: Searched) -> None:
    searched.page.route("**/pagefind/**", lambda route: route.abort())
    searched.search("victimes")
    assert searched.said() == searched.page.get_attribute(".c-search", "data-failed")


def test_only_what_the_search_page_reads_is_published(site: BuiltSite) -> None:
    suffixes = {path.suffix for path in Path(site.folder, "pagefind").rglob("*") if path.is_file()}
    assert suffixes == {".js", ".json", ".pagefind", ".pf_meta", ".pf_index", ".pf_fragment"}
