"""By keyboard alone: every link and button is reached, in the order of the page, plainly seen, and left again.

WCAG 2.2: 2.1.1 keyboard, 2.1.2 no trap, 2.4.1 bypass blocks, 2.4.3 order, 2.4.7 visible, 2.4.11 not obscured.
"""

import pytest
from playwright.sync_api import Browser, Page

from tests.site.browsing import go, opened
from tests.site.built import PAGES

# What Tab must reach: links and fields that can be seen, and the boxes that scroll.
STOPS = """() => {
  const can = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
  window.stops = [...document.querySelectorAll(can)].filter(stop => !stop.disabled && stop.checkVisibility());
  return window.stops.length;
}"""
FOCUSED = """() => {
  const here = document.activeElement, style = getComputedStyle(here), box = here.getBoundingClientRect();
  return {id: here.id, classes: here.className, outline: `${style.outlineStyle} ${style.outlineWidth}`,
          inView: box.top >= 0 && box.bottom <= innerHeight && box.height > 0};
}"""
# One step of Tab: which stop has the focus, how it is outlined, whether anything lies over all of it.
STEP = """() => {
  const here = document.activeElement, style = getComputedStyle(here);
  const seen = [...here.getClientRects()].some(box => [4, box.width / 2, box.width - 4].some(along => {
    const there = document.elementFromPoint(box.x + along, box.y + box.height / 2);
    return there !== null && here.contains(there);
  }));
  const scrolls = here !== document.body && here.scrollWidth > here.clientWidth;
  return {stop: window.stops.indexOf(here), scrolls, home: here === document.body, outline: style.outlineStyle,
          width: parseFloat(style.outlineWidth), seen,
          name: `${here.localName} ${here.textContent.trim().slice(0, 40)}`};
}"""

SIZES = [pytest.param(1280, 780, id="screen"), pytest.param(320, 256, id="zoom of 400 %, the least room there is")]


def faults_by_keyboard(page: Page) -> list[str]:
    """Walk through a page with Tab, from its top until it is left, and give what is wrong on the way."""
    stops = page.evaluate(STOPS)
    assert stops
    faults: list[str] = []
    expected = 0
    while expected < stops:
        page.keyboard.press("Tab")
        here = page.evaluate(STEP)
        if here["scrolls"] and here["stop"] < 0:
            continue  # the browser stops at a box that scrolls, so that the arrows can move it
        if here["stop"] != expected:
            return [*faults, f"after {expected} stops, Tab reaches stop {here['stop']}: {here['name']}"]
        if here["outline"] == "none" or here["width"] < 2:
            faults.append(f"no outline: {here['name']}")
        if not here["seen"]:
            faults.append(f"hidden while it has the focus: {here['name']}")
        expected += 1
    page.keyboard.press("Tab")
    after = page.evaluate(STEP)
    return faults if after["home"] or after["stop"] == 0 else [*faults, f"Tab does not leave the page: {after['name']}"]


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_tab_reaches_everything_in_order_in_view_and_leaves(
    browser: Browser, host: str, addresses: list[str], width: int, height: int
) -> None:
    faults = {}
    with opened(browser, host, width, height) as page:
        for address in addresses:
            go(page, address)
            faults[address] = faults_by_keyboard(page)
    assert faults == {address: [] for address in addresses}


def test_every_skip_link_comes_first_and_leads_into_the_content(screen: Page, addresses: list[str]) -> None:
    reached = {}
    for address in addresses:
        go(screen, address)
        screen.keyboard.press("Tab")
        first = screen.evaluate(FOCUSED)
        screen.keyboard.press("Enter")
        reached[address] = (first["classes"], first["inView"], screen.evaluate(FOCUSED)["id"])
    assert reached == dict.fromkeys(addresses, ("c-skip", True, "main"))


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


def test_escape_gives_the_focus_back_to_the_menu_button(phone: Page) -> None:
    go(phone, "/")
    to_the_menu_button(phone)
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Escape")
    assert phone.evaluate(FOCUSED)["classes"] == "c-menu-button"


def test_the_first_tab_in_the_open_menu_reaches_its_first_link(phone: Page) -> None:
    go(phone, "/")
    to_the_menu_button(phone)
    phone.keyboard.press("Enter")
    phone.keyboard.press("Tab")
    first = phone.evaluate("document.activeElement === document.querySelector('#menu a')")
    assert first is True


def test_the_open_menu_lets_the_focus_go_on_to_help(phone: Page) -> None:
    go(phone, "/")
    to_the_menu_button(phone)
    phone.keyboard.press("Enter")
    for _ in range(phone.locator("#menu a").count() + 1):
        phone.keyboard.press("Tab")
    assert phone.evaluate(FOCUSED)["classes"] == "c-help-button"


def test_the_menu_is_there_without_a_button_on_a_large_screen(screen: Page) -> None:
    go(screen, "/")
    shown = [screen.locator(selector).is_visible() for selector in ("#menu", ".c-menu-button")]
    assert shown == [True, False]
