"""The site in a real browser: small and large screens, light and dark, by keyboard, without scripts, in private."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.site.built import FOLLOW_UPS, LANGUAGES, NOT_FOUND, PAGES, ROOT, SEARCH, SECTIONS, BuiltSite, address_of

CHROMIUM = Path("/usr/bin/chromium")
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
WIDTHS = (320, 375, 1280)
HEIGHT = 780
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")

# One page of every template.
SHOWN = {
    "404.html": NOT_FOUND,
    "follow-ups.html": FOLLOW_UPS,
    "search.html": SEARCH,
    "pages/accueil.html": PAGES["accueil"],
    "pages/aide.html": PAGES["aide"],
    "pages/espace-presse.html": PAGES["espace-presse"],
    "pages.html": PAGES["collectif"],
    **{f"index/{kind}.html": section for kind, section in SECTIONS.items()},
    **{
        f"{key.partition(':')[0]}.html": {language: address_of(key, language) for language in LANGUAGES}
        for key in (
            "members:ccem",
            "institutions:miprof",
            "legal:directive-2011-36-ue",
            "minutes:2014-09-29",
            "press:communique-2015-07-30",
            "news:nouveau-site-2014",
            "events:journee-mondiale-30-juillet",
        )
    },
}
ADDRESSES = [page[language] for page in SHOWN.values() for language in LANGUAGES]

FOCUSED = """() => {
  const here = document.activeElement, style = getComputedStyle(here), box = here.getBoundingClientRect();
  return {id: here.id, classes: here.className, outline: `${style.outlineStyle} ${style.outlineWidth}`,
          inView: box.top >= 0 && box.bottom <= innerHeight && box.height > 0};
}"""
REACHABLE = """selector => {
  const box = document.querySelector(selector).getBoundingClientRect();
  const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return box.top >= 0 && box.bottom <= innerHeight && there !== null && there.closest(selector) !== null;
}"""
DISPLAYED = "cells => cells.map(cell => getComputedStyle(cell).display)"
KEPT = """async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map(base => base.name), ...await caches.keys()]"""

in_each_language = pytest.mark.parametrize("language", LANGUAGES)


class Silent(SimpleHTTPRequestHandler):
    """Serves without a word on the terminal."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401  the signature of the standard library
        """Say nothing."""


@dataclass
class Visits:
    """What was seen on a visit to many pages."""

    hosts: set[str] = field(default_factory=set)
    complaints: set[tuple[str, str]] = field(default_factory=set)
    kept: set[tuple[str, str]] = field(default_factory=set)
    cookies: list[str] = field(default_factory=list)
    widths: dict[tuple[str, int, str], int] = field(default_factory=dict)
    help_in_view: dict[str, bool] = field(default_factory=dict)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Give Debian's Chromium."""
    if not CHROMIUM.is_file():
        reason = f"{CHROMIUM} is missing: install the package chromium to run the browser tests"
        if os.environ.get("BROWSER_TESTS") == "required":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def host(site: BuiltSite) -> Iterator[str]:
    """Serve the built site."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(site.folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@contextmanager
def opened(browser: Browser, host: str, width: int, *, scripts: bool = True) -> Iterator[Page]:
    """Give a page of that width, which jumps where a smooth scroll would take its time."""
    with browser.new_context(
        base_url=host,
        viewport={"width": width, "height": HEIGHT},
        java_script_enabled=scripts,
        reduced_motion="reduce",
    ) as context:
        context.set_default_timeout(10_000)
        yield context.new_page()


@pytest.fixture
def phone(browser: Browser, host: str) -> Iterator[Page]:
    """Give a page on a phone."""
    with opened(browser, host, 375) as page:
        yield page


@pytest.fixture
def screen(browser: Browser, host: str) -> Iterator[Page]:
    """Give a page on a large screen."""
    with opened(browser, host, 1280) as page:
        yield page


@pytest.fixture
def without_scripts(browser: Browser, host: str) -> Iterator[Page]:
    """Give a page on a phone that runs no script."""
    with opened(browser, host, 375, scripts=False) as page:
        yield page


@pytest.fixture(scope="module")
def addresses(site: BuiltSite) -> list[str]:
    """Give a page of every template in each language, and every page with a table, which must fold."""
    return [
        *dict.fromkeys([*ADDRESSES, *(address for address, page in site.pages.items() if page.select("main table"))])
    ]


@pytest.fixture(scope="module")
def visits(browser: Browser, host: str, addresses: list[str]) -> Visits:
    """Visit these pages at each width, in light and in dark."""
    seen = Visits()
    with browser.new_context(base_url=host) as context:
        page = context.new_page()
        page.on("request", lambda request: seen.hosts.add(urlsplit(request.url).netloc))
        page.on("console", lambda said: seen.complaints.add((urlsplit(page.url).path, said.text)))
        page.on("pageerror", lambda error: seen.complaints.add((urlsplit(page.url).path, str(error))))
        for address in addresses:
            go(page, address)
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": HEIGHT})
                for scheme in SCHEMES:
                    page.emulate_media(color_scheme=scheme)
                    place = (address, width, scheme)
                    seen.widths[place] = page.evaluate("document.documentElement.scrollWidth")
            page.set_viewport_size({"width": 375, "height": HEIGHT})
            seen.help_in_view[address] = page.evaluate(REACHABLE, ".c-help-button")
            seen.kept |= {(address, name) for name in page.evaluate(KEPT)}
        seen.cookies = [str(cookie) for cookie in context.cookies()]
    return seen


def go(page: Page, address: str) -> None:
    """Open a page that is there."""
    answer = page.goto(address)
    assert answer is not None
    assert answer.ok, f"no page at {address}"


def path(page: Page) -> str:
    """Give the address at which the page is."""
    return urlsplit(page.url).path


def test_every_template_of_the_theme_is_visited() -> None:
    folder = ROOT / "theme" / "templates"
    templates = {file.relative_to(folder).as_posix() for file in folder.rglob("*.html")}
    shared = {"base.html", "entry.html", "index/list.html", "redirect.html"}  # the last leads on before one can look
    assert {name for name in templates - shared if not name.startswith("partials/")} == set(SHOWN)


def test_no_page_scrolls_sideways(visits: Visits) -> None:
    assert {place: width for place, width in visits.widths.items() if width > place[1]} == {}


@in_each_language
@pytest.mark.parametrize(("width", "shown"), [(320, "block"), (375, "block"), (1280, "table-cell")])
def test_the_cells_of_a_table_stand_one_under_the_other_on_a_phone(
    browser: Browser, host: str, language: str, width: int, shown: str
) -> None:
    with opened(browser, host, width) as page:
        go(page, address_of("minutes:2014-09-29", language))
        cells = page.eval_on_selector_all("main tbody :is(th, td)", DISPLAYED)
    assert cells
    assert set(cells) == {shown}


def test_every_page_was_measured_at_every_width_and_scheme(visits: Visits, addresses: list[str]) -> None:
    assert set(visits.widths) == {
        (address, width, scheme) for address in addresses for width in WIDTHS for scheme in SCHEMES
    }


def test_the_browser_talks_to_this_site_alone(visits: Visits, host: str) -> None:
    assert visits.hosts == {urlsplit(host).netloc}


def test_the_console_stays_silent(visits: Visits) -> None:
    assert visits.complaints == set()


def test_no_cookie_is_set(visits: Visits) -> None:
    assert visits.cookies == []


def test_nothing_is_kept_in_the_browser(visits: Visits) -> None:
    assert visits.kept == set()


def test_help_is_in_the_first_view_of_every_page_on_a_phone(visits: Visits, addresses: list[str]) -> None:
    assert visits.help_in_view == dict.fromkeys(addresses, True)


@in_each_language
def test_one_click_leads_to_help_in_the_language_of_the_page(phone: Page, language: str) -> None:
    go(phone, address_of("minutes:2014-09-29", language))
    phone.click(".c-help-button")
    assert path(phone) == PAGES["aide"][language]


@in_each_language
def test_the_first_number_to_call_is_in_the_first_view_on_a_phone(phone: Page, language: str) -> None:
    go(phone, PAGES["aide"][language])
    assert phone.evaluate(REACHABLE, ".c-helpline__number") is True


@in_each_language
def test_the_way_out_is_in_the_first_view_of_the_help_page_on_a_phone(phone: Page, language: str) -> None:
    go(phone, PAGES["aide"][language])
    assert phone.evaluate(REACHABLE, "main .c-leave") is True


# By keyboard.


def test_the_first_tab_reaches_the_skip_link_in_full_view(screen: Page) -> None:
    go(screen, "/")
    screen.keyboard.press("Tab")
    focused = screen.evaluate(FOCUSED)
    assert (focused["classes"], focused["inView"]) == ("c-skip", True)


def test_the_skip_link_leads_into_the_content(screen: Page) -> None:
    go(screen, "/")
    screen.keyboard.press("Tab")
    screen.keyboard.press("Enter")
    assert screen.evaluate(FOCUSED)["id"] == "main"


def test_what_has_the_focus_in_the_header_is_plainly_outlined(screen: Page) -> None:
    go(screen, PAGES["collectif"]["fr"])
    links = screen.locator(".c-skip, .c-header a:visible").count()
    outlines = []
    for _ in range(links):
        screen.keyboard.press("Tab")
        outlines.append(screen.evaluate(FOCUSED)["outline"])
    assert outlines == ["solid 3px"] * links


def to_the_menu_button(page: Page) -> None:
    """Press Tab until the Menu button has the focus."""
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.evaluate(FOCUSED)["classes"] == "c-menu-button":
            return
    pytest.fail("the Menu button is not reached by keyboard")


def test_the_menu_is_closed_at_first_on_a_phone(phone: Page) -> None:
    go(phone, "/")
    assert phone.locator("#menu").is_visible() is False


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_menu_opens_by_keyboard_on_a_phone(phone: Page, key: str) -> None:
    go(phone, "/")
    to_the_menu_button(phone)
    phone.keyboard.press(key)
    assert phone.locator("#menu").is_visible() is True


def test_escape_closes_the_menu_on_a_phone(phone: Page) -> None:
    go(phone, "/")
    to_the_menu_button(phone)
    phone.keyboard.press("Enter")
    phone.locator("#menu").wait_for(state="visible")
    phone.keyboard.press("Escape")
    assert phone.locator("#menu").is_visible() is False


def test_the_first_tab_in_the_open_menu_reaches_its_first_link(phone: Page) -> None:
    go(phone, "/")
    to_the_menu_button(phone)
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    first = phone.evaluate("document.activeElement === document.querySelector('#menu a')")
    assert first is True


def test_the_menu_is_there_without_a_button_on_a_large_screen(screen: Page) -> None:
    go(screen, "/")
    shown = [screen.locator(selector).is_visible() for selector in ("#menu", ".c-menu-button")]
    assert shown == [True, False]


# Without scripts.


@in_each_language
def test_without_scripts_the_menu_opens_and_leads_on(without_scripts: Page, language: str) -> None:
    go(without_scripts, PAGES["accueil"][language])
    without_scripts.click(".c-menu-button")
    without_scripts.click(f"#menu a[href='{SECTIONS['members'][language]}']")
    assert path(without_scripts) == SECTIONS["members"][language]


@in_each_language
def test_without_scripts_the_language_switch_leads_to_the_same_page(without_scripts: Page, language: str) -> None:
    other = {"fr": "en", "en": "fr"}[language]
    go(without_scripts, address_of("minutes:2014-09-29", language))
    without_scripts.click(".c-language")
    assert path(without_scripts) == address_of("minutes:2014-09-29", other)


@in_each_language
def test_without_scripts_the_contents_lead_to_a_section(without_scripts: Page, language: str) -> None:
    go(without_scripts, address_of("minutes:2014-09-29", language))
    without_scripts.click(".c-contents a[href='#cncdh']")
    section = without_scripts.locator("#cncdh").bounding_box()
    assert section is not None
    assert 0 <= section["y"] < HEIGHT / 2


@in_each_language
def test_without_scripts_help_gives_its_numbers(without_scripts: Page, language: str) -> None:
    go(without_scripts, PAGES["accueil"][language])
    without_scripts.click(".c-help-button")
    without_scripts.wait_for_url(f"**{PAGES['aide'][language]}")
    numbers = without_scripts.locator(".c-helpline__number")
    assert [number.is_visible() for number in numbers.all()] == [True] * 9
