"""« Leave this site », in a real browser: at once, leaving no trace that a page can spare, honest about the others."""

from collections.abc import Mapping

import pytest
from playwright.sync_api import Browser, Page, Request, Route

from tests.site.browsing import HEIGHT, REACHABLE, go, opened, path
from tests.site.built import LANGUAGES, PAGES, SECTIONS, BuiltSite, address_of

NEUTRAL: Mapping[str, str] = {"fr": "https://fr.wikipedia.org/", "en": "https://en.wikipedia.org/"}
SAID = ".c-exit__said"
FOR_JOURNALISTS = {*PAGES["espace-presse"].values()}
CLICK = "document.querySelector('.c-exit a').click();"
COME_BACK = "dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}));"
# The words that can be seen, and the title of the tab.
SEEN = """() => [
  [...document.body.querySelectorAll('*')]
    .filter(box => !box.children.length && box.checkVisibility({visibilityProperty: true}))
    .map(box => box.textContent),
  document.title
]"""
# What has the focus, when something else lies over its middle and over all its corners.
HIDDEN_FOCUS = """() => {
  const here = document.activeElement, box = here.getBoundingClientRect();
  const points = [.02, .5, .98].flatMap(x => [.1, .5, .9].map(y => [box.x + box.width * x, box.y + box.height * y]));
  const seen = points.some(([x, y]) => here.contains(document.elementFromPoint(x, y)));
  return here === document.body || seen ? null : here.outerHTML;
}"""

in_each_language = pytest.mark.parametrize("language", LANGUAGES)


def told(page: Page) -> list[Request]:
    """Let a stand-in answer for the neutral sites, and give the list of what it is asked."""
    asked: list[Request] = []

    def answer(route: Route) -> None:
        asked.append(route.request)
        route.fulfill(content_type="text/html", body="<!doctype html><title>Neutral</title>")

    page.route("https://*.wikipedia.org/**", answer)
    return asked


def press_shift(page: Page, times: int) -> None:
    """Press Shift and let it go."""
    for _ in range(times):
        page.keyboard.press("Shift")


@in_each_language
@pytest.mark.parametrize("scripts", [True, False])
def test_the_link_leads_to_a_neutral_site_of_the_language_which_learns_nothing(
    browser: Browser, host: str, language: str, scripts: bool
) -> None:
    with opened(browser, host, 375, scripts=scripts) as page:
        asked = told(page)
        go(page, PAGES["aide"][language])
        page.click(".c-exit a")
        page.wait_for_url(NEUTRAL[language])
        headers = [request.all_headers() for request in asked if request.is_navigation_request()]
        knows = page.evaluate("[document.referrer, window.opener, window.name]")
    assert [("referer" in header, "origin" in header) for header in headers] == [(False, False)]
    assert knows == ["", None, ""]


@in_each_language
def test_shift_pressed_three_times_leaves(screen: Page, language: str) -> None:
    told(screen)
    go(screen, address_of("members:ccem", language))
    press_shift(screen, 3)
    screen.wait_for_url(NEUTRAL[language])


@pytest.mark.parametrize("way", ["link", "link in the notice", "keys"])
def test_the_page_left_gives_up_its_place_in_the_history_of_the_tab(screen: Page, way: str) -> None:
    told(screen)
    go(screen, PAGES["accueil"]["fr"])
    go(screen, PAGES["aide"]["fr"])
    if way == "keys":
        press_shift(screen, 3)
    else:
        screen.click(".c-exit a" if way == "link" else "main .c-leave")
    screen.wait_for_url(NEUTRAL["fr"])
    screen.go_back()
    assert path(screen) == PAGES["accueil"]["fr"]  # and this, no script can hide: the privacy page says so


@in_each_language
def test_the_pages_on_privacy_and_on_help_say_that_the_back_button_shows_the_page_before(
    site: BuiltSite, language: str
) -> None:
    for name, section in (("confidentialite", "quitter"), ("aide", "surveille")):
        page = site.page(PAGES[name][language])
        heading = page.find(id=section)
        assert heading is not None
        assert {"fr": "bouton Retour", "en": "Back button"}[language] in page.get_text()


def test_without_a_script_the_page_stays_in_the_history(without_scripts: Page) -> None:
    told(without_scripts)
    go(without_scripts, PAGES["aide"]["fr"])
    without_scripts.click(".c-exit a")
    without_scripts.wait_for_url(NEUTRAL["fr"])
    without_scripts.go_back()
    assert path(without_scripts) == PAGES["aide"]["fr"]


@in_each_language
def test_each_press_of_shift_is_told(screen: Page, language: str) -> None:
    go(screen, PAGES["aide"][language])
    assert screen.locator(SAID).get_attribute("role") == "status"
    heard = []
    for _ in range(2):
        press_shift(screen, 1)
        heard.append(screen.locator(SAID).inner_text())
    assert (
        heard
        == {
            "fr": [
                "Touche Maj\u00a0: encore 2 fois pour quitter ce site.",
                "Touche Maj\u00a0: encore 1 fois pour quitter ce site.",
            ],
            "en": ["Shift: press 2 more times to leave this site.", "Shift: press once more to leave this site."],
        }[language]
    )


def test_presses_far_apart_count_no_more_and_this_is_told(screen: Page) -> None:
    told(screen)
    screen.clock.install()
    go(screen, PAGES["aide"]["en"])
    press_shift(screen, 2)
    screen.clock.fast_forward(5_000)
    assert screen.locator(SAID).inner_text() == "Too late: press Shift 3 times again to leave this site."
    press_shift(screen, 1)
    assert screen.locator(SAID).inner_text() == "Shift: press 2 more times to leave this site."


def test_capital_letters_are_no_call_to_leave(screen: Page) -> None:
    told(screen)
    go(screen, PAGES["aide"]["en"])
    for _ in range(4):
        screen.keyboard.press("Shift+A")
    assert screen.locator(SAID).inner_text() == ""
    assert path(screen) == PAGES["aide"]["en"]


def test_a_letter_between_the_presses_starts_the_count_again(screen: Page) -> None:
    told(screen)
    go(screen, PAGES["aide"]["en"])
    press_shift(screen, 2)
    screen.keyboard.press("a")
    press_shift(screen, 1)
    assert screen.locator(SAID).inner_text() == "Shift: press 2 more times to leave this site."


# A line may be slow: what is seen is asked for in the same breath as the leaving, before any other site can answer.


def test_the_page_is_covered_at_once(phone: Page) -> None:
    told(phone)
    go(phone, PAGES["aide"]["en"])
    assert phone.evaluate(f"() => {{ {CLICK} return ({SEEN})(); }}") == [["Loading…"], "Loading…"]


def test_the_open_menu_is_covered_too(phone: Page) -> None:
    told(phone)
    go(phone, PAGES["accueil"]["en"])
    phone.click(".c-menu-button")
    assert phone.locator("#menu").is_visible() is True
    assert phone.evaluate(f"() => {{ {CLICK} return ({SEEN})(); }}") == [["Loading…"], "Loading…"]


def test_the_page_is_itself_again_for_who_comes_back(phone: Page) -> None:
    told(phone)
    go(phone, PAGES["aide"]["en"])
    before = phone.evaluate(SEEN)
    assert phone.evaluate(f"() => {{ {CLICK} {COME_BACK} return ({SEEN})(); }}") == before


# Where it stands.


@in_each_language
def test_the_way_out_is_on_every_page_but_those_for_journalists(site: BuiltSite, language: str) -> None:
    for address, page in site.of(language):
        journalists = address in FOR_JOURNALISTS or address.startswith(SECTIONS["press"][language])
        found = [len(page.select(selector)) for selector in (".c-exit", "script[src$='leave-site.js']")]
        assert found == ([0, 0] if journalists else [1, 1]), address


@in_each_language
def test_the_second_tab_reaches_the_way_out(screen: Page, language: str) -> None:
    go(screen, address_of("legal:directive-2011-36-ue", language))
    screen.keyboard.press("Tab")
    screen.keyboard.press("Tab")
    assert screen.evaluate("document.activeElement.matches('.c-exit a')") is True


@pytest.mark.parametrize("selector", [".c-exit a", ".c-help-button"])
@pytest.mark.parametrize("where", [0, 1_000, 100_000])
def test_on_a_phone_the_urgent_ways_stay_at_the_foot_of_the_screen(phone: Page, selector: str, where: int) -> None:
    go(phone, address_of("minutes:2014-09-29", "fr"))
    phone.evaluate(f"scrollTo(0, {where})")
    box = phone.locator(selector).bounding_box()
    assert box is not None
    assert phone.evaluate(REACHABLE, selector) is True
    assert box["y"] > HEIGHT * 3 / 4
    assert box["height"] >= 44


@pytest.mark.parametrize("width", [320, 375, 1280])
def test_on_a_large_screen_too_the_way_out_follows_the_reader(browser: Browser, host: str, width: int) -> None:
    with opened(browser, host, width) as page:
        go(page, address_of("minutes:2014-09-29", "fr"))
        page.evaluate("scrollTo(0, 3000)")
        assert page.evaluate(REACHABLE, ".c-exit a") is True


def test_the_last_words_of_a_page_are_not_under_the_urgent_ways(phone: Page) -> None:
    go(phone, PAGES["aide"]["fr"])
    phone.evaluate("scrollTo(0, 100000)")
    last = phone.locator(".c-footer__end").bounding_box()
    way = phone.locator(".c-exit a").bounding_box()
    assert last is not None
    assert way is not None
    assert last["y"] + last["height"] <= way["y"]


@pytest.mark.parametrize("width", [320, 375, 1280])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_what_has_the_focus_is_never_hidden(browser: Browser, host: str, width: int, key: str) -> None:
    with opened(browser, host, width) as page:
        go(page, PAGES["aide"]["fr"])
        hidden = []
        for _ in range(page.locator("a:visible, button:visible, summary:visible").count()):
            page.keyboard.press(key)
            hidden.append(page.evaluate(HIDDEN_FOCUS))
    assert [element for element in hidden if element] == []


def test_where_the_screen_is_too_low_the_urgent_ways_leave_it_to_the_text(browser: Browser, host: str) -> None:
    with opened(browser, host, 320, 256) as page:  # 1280 by 1024, seen at 400 %
        go(page, PAGES["aide"]["fr"])
        page.evaluate("scrollTo(0, 2000)")
        seen = [page.evaluate(REACHABLE, selector) for selector in (".c-exit a", ".c-help-button")]
    assert seen == [False, False]


def test_the_way_out_is_not_printed(phone: Page) -> None:
    go(phone, PAGES["aide"]["fr"])
    phone.emulate_media(media="print")
    assert phone.locator(".c-leave:visible").count() == 0
