"""A whole visit in a real browser: it talks to this site alone, keeps nothing, moves nothing, and help is in view."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request

from tests.site.browsing import KEPT, REACHABLE, go, path
from tests.site.built import LANGUAGES, PAGES, SEARCH, address_of, language_of

# What moved after it was drawn, since the page began.
MOVED = """() => new Promise(done => {
  let moved = 0;
  new PerformanceObserver(list => { for (const shift of list.getEntries()) moved += shift.value; })
    .observe({type: 'layout-shift', buffered: true});
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(moved), 50)));
})"""
PICTURES = (".svg", ".png", ".avif", ".webp", ".jpg", ".ico")

in_each_language = pytest.mark.parametrize("language", LANGUAGES)


@dataclass
class Visits:
    """What was seen on a visit to many pages."""

    requests: list[Request] = field(default_factory=list)
    sockets: list[str] = field(default_factory=list)
    workers: list[str] = field(default_factory=list)
    complaints: set[tuple[str, str]] = field(default_factory=set)
    kept: dict[str, list[str]] = field(default_factory=dict)
    state: object = None
    referrers: list[str] = field(default_factory=list)
    fetched: dict[str, list[str]] = field(default_factory=dict)
    moved: dict[str, float] = field(default_factory=dict)
    help_in_view: dict[str, bool] = field(default_factory=dict)


def watched(context: BrowserContext, seen: Visits) -> Page:
    """Give a page of which all that the browser asks for and says is written down."""
    context.on("request", lambda request: seen.requests.append(request))  # noqa: PLW0108  it cannot mark a method of list
    context.on("serviceworker", lambda worker: seen.workers.append(worker.url))
    page = context.new_page()
    page.on("websocket", lambda socket: seen.sockets.append(socket.url))
    page.on("console", lambda said: seen.complaints.add((path(page), said.text)))
    page.on("pageerror", lambda error: seen.complaints.add((path(page), str(error))))
    return page


def look(page: Page, address: str, seen: Visits) -> None:
    """See a page on a phone: what it fetches, what moves on it, what it keeps; look for something where one can."""
    before = len(seen.requests)
    go(page, address)
    seen.moved[address] = page.evaluate(MOVED)
    seen.fetched[address] = [
        urlsplit(request.url).path
        for request in seen.requests[before:]
        if not urlsplit(request.url).path.endswith(PICTURES)
    ]
    seen.help_in_view[address] = page.evaluate(REACHABLE, ".c-help-button")
    for box in page.locator("input[type=search]:visible").all():
        box.fill("traite" if language_of(address) == "fr" else "trafficking")
        box.press("Enter")
        page.wait_for_load_state("networkidle")
    seen.kept[address] = page.evaluate(KEPT)


@pytest.fixture(scope="module")
def visits(browser: Browser, host: str, addresses: list[str]) -> Visits:
    """Visit every template in each language, with what one may press on the way, in a browser that was never used."""
    seen = Visits()
    with browser.new_context(base_url=host, viewport={"width": 375, "height": 667}) as context:
        page = watched(context, seen)
        for address in addresses:
            look(page, address, seen)
        for language in LANGUAGES:
            go(page, PAGES["accueil"][language])
            page.get_by_role("button", name="Menu").click()
            for step in ("#menu a >> nth=0", ".c-language", ".c-help-button"):
                page.locator(step).click()
                seen.referrers.append(page.evaluate("document.referrer"))
            seen.kept[f"after the menu, the other language and help, from {language}"] = page.evaluate(KEPT)
        seen.state = context.storage_state(indexed_db=True)
    return seen


def test_the_browser_talks_to_this_site_alone(visits: Visits, host: str) -> None:
    assert {urlsplit(request.url).netloc for request in visits.requests} == {urlsplit(host).netloc}


def test_no_socket_is_opened_and_no_worker_started(visits: Visits) -> None:
    assert (visits.sockets, visits.workers) == ([], [])


def test_no_page_learns_where_the_visitor_comes_from(visits: Visits) -> None:
    assert visits.referrers == [""] * 6


def test_the_console_stays_silent(visits: Visits) -> None:
    assert visits.complaints == set()


def test_no_cookie_is_set(visits: Visits) -> None:
    assert visits.state == {"cookies": [], "origins": []}


def test_nothing_is_kept_in_the_browser(visits: Visits) -> None:
    assert {address: kept for address, kept in visits.kept.items() if kept} == {}


def test_what_is_kept_would_be_found(phone: Page) -> None:
    go(phone, "/")
    phone.evaluate("localStorage.setItem('a', '1'); document.cookie = 'b=1'; caches.open('c')")
    assert phone.evaluate(KEPT) == ["a", "c", "b=1"]


def test_a_page_takes_at_most_three_requests_before_search_or_pictures(visits: Visits) -> None:
    others = {address: [name for name in names if "/search." not in name] for address, names in visits.fetched.items()}
    assert {address: names for address, names in others.items() if len(names) > 3} == {}


def test_nothing_moves_once_it_is_drawn(visits: Visits, addresses: list[str]) -> None:
    # To the thousandth, as Lighthouse counts: a page that comes in pieces grows a little at its foot.
    assert {address: round(moved, 3) for address, moved in visits.moved.items()} == dict.fromkeys(addresses, 0)


def test_a_move_would_be_found(phone: Page) -> None:
    go(phone, "/")
    phone.evaluate(
        "() => { const late = document.createElement('p'); document.body.prepend(late); "
        "late.style.blockSize = '300px'; }"
    )  # the policy of the page refuses a style in an attribute
    assert phone.evaluate(MOVED) > 0.1


def test_help_is_in_the_first_view_of_every_page_on_a_phone(visits: Visits, addresses: list[str]) -> None:
    assert visits.help_in_view == dict.fromkeys(addresses, True)


@in_each_language
def test_the_first_number_to_call_is_in_the_first_view_on_a_phone(phone: Page, language: str) -> None:
    go(phone, PAGES["aide"][language])
    assert phone.evaluate(REACHABLE, ".c-helpline__number") is True


@in_each_language
def test_the_way_out_is_in_the_first_view_of_the_help_page_on_a_phone(phone: Page, language: str) -> None:
    go(phone, PAGES["aide"][language])
    assert phone.evaluate(REACHABLE, ".c-exit > a") is True


def test_the_language_switch_leads_to_the_same_page_and_back(phone: Page, addresses: list[str]) -> None:
    french = [address for address in addresses if language_of(address) == "fr"]
    back, languages = {}, {}
    for address in french:
        go(phone, address)
        phone.locator(".c-language").click()
        languages[address] = phone.locator("html").get_attribute("lang")
        phone.locator(".c-language").click()
        back[address] = path(phone)
    assert back == {address: address for address in french}
    assert languages == dict.fromkeys(french, "en")


# Without scripts.

WORDS = "element => element.innerText.replace(/\\s+/g, ' ')"


def test_every_template_but_the_search_says_the_same_without_scripts(
    phone: Page, without_scripts: Page, addresses: list[str]
) -> None:
    said: dict[bool, dict[str, list[str]]] = {True: {}, False: {}}
    compared = [address for address in addresses if address not in SEARCH.values()]
    for scripts, page in ((True, phone), (False, without_scripts)):
        for address in compared:
            go(page, address)
            said[scripts][address] = [page.locator(part).evaluate(WORDS) for part in (".c-header", "main", ".c-footer")]
    assert said[True] == said[False]


@in_each_language
def test_without_scripts_the_menu_opens_and_leads_to_each_part(without_scripts: Page, language: str) -> None:
    go(without_scripts, PAGES["accueil"][language])
    leads = [link.get_attribute("href") for link in without_scripts.locator("#menu a").all()]
    reached = []
    for address in leads:
        go(without_scripts, PAGES["accueil"][language])
        without_scripts.get_by_role("button", name="Menu").click()
        without_scripts.locator(f"#menu a[href='{address}']").click()
        reached.append(path(without_scripts))
    assert leads
    assert reached == leads


@in_each_language
def test_without_scripts_the_language_switch_leads_to_the_same_page(without_scripts: Page, language: str) -> None:
    other = {"fr": "en", "en": "fr"}[language]
    go(without_scripts, address_of("minutes:2014-09-29", language))
    without_scripts.click(".c-language")
    assert path(without_scripts) == address_of("minutes:2014-09-29", other)


@in_each_language
def test_without_scripts_the_contents_lead_to_a_section(without_scripts: Page, language: str) -> None:
    go(without_scripts, address_of("minutes:2014-09-29", language))
    folded = without_scripts.locator(".c-contents summary:visible")
    if folded.count():
        folded.click()
    without_scripts.click(".c-contents a[href='#cncdh']")
    section = without_scripts.locator("#cncdh").bounding_box()
    assert section is not None
    assert 0 <= section["y"] < 780 / 2


@in_each_language
def test_without_scripts_help_gives_its_numbers(without_scripts: Page, language: str) -> None:
    go(without_scripts, PAGES["accueil"][language])
    without_scripts.click(".c-help-button")
    without_scripts.wait_for_url(f"**{PAGES['aide'][language]}")
    numbers = without_scripts.locator(".c-helpline__number")
    assert [number.is_visible() for number in numbers.all()] == [True] * 9
