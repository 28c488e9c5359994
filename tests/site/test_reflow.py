"""Nothing is lost on a small screen or in large letters: no page scrolls sideways, no word is cut.

WCAG 2.2: 1.4.4 text of 200 %, 1.4.10 reflow at 320 CSS pixels, which are 1280 seen at 400 %, 1.4.12 text spacing.
"""

import pytest
from playwright.sync_api import Browser, Page

from tests.site.browsing import HEIGHT, WIDTHS, go, opened, put
from tests.site.built import LANGUAGES, BuiltSite, address_of

ORDINARY = 16  # the size of letters of a browser that nobody changed
# The spacing that a reader may ask for: https://www.w3.org/TR/WCAG22/#text-spacing
SPACING = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; }'
    + '* { word-spacing: .16em !important; } p { margin-block-end: 2em !important; }');
  document.adoptedStyleSheets = [sheet];
}"""
# How far the page goes sideways; boxes that hide what they hold too much of; words that begin before the page does.
LOST = """() => {
  const root = document.documentElement, lost = [];
  if (root.scrollWidth > root.clientWidth) lost.push(`scrolls sideways: ${root.scrollWidth}`);
  for (const box of document.body.querySelectorAll('*')) {
    if (!box.checkVisibility() || !box.textContent.trim() || box.closest('svg')) continue;
    const style = getComputedStyle(box), name = `${box.localName}.${box.className}`;
    const forEars = style.clipPath === 'inset(50%)';
    const cuts = way => ['hidden', 'clip'].includes(way) && !forEars;
    if (cuts(style.overflowX) && box.scrollWidth > box.clientWidth + 1) lost.push(`cut at the side: ${name}`);
    if (cuts(style.overflowY) && box.scrollHeight > box.clientHeight + 1) lost.push(`cut below: ${name}`);
    if (box.getBoundingClientRect().left < -1 && !box.closest('.c-skip')) lost.push(`off the page: ${name}`);
  }
  return lost;
}"""
DISPLAYED = "cells => cells.map(cell => getComputedStyle(cell).display)"

in_each_language = pytest.mark.parametrize("language", LANGUAGES)


def letters_of(page: Page, percent: int) -> None:
    """Make the letters larger, as a reader does in the settings of the browser."""
    sizes = {"standard": ORDINARY * percent // 100, "fixed": 13 * percent // 100}
    page.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})


def test_no_page_of_the_site_loses_anything_at_320_pixels(browser: Browser, host: str, site: BuiltSite) -> None:
    lost = {}
    with opened(browser, host, 320, 256) as page:
        for address in site.pages:
            go(page, address)
            lost[address] = page.evaluate(LOST)
    assert {address: faults for address, faults in lost.items() if faults} == {}


@pytest.mark.parametrize(
    ("width", "percent"), [*((width, 100) for width in WIDTHS), (375, 200), (640, 200), (1280, 200)]
)
def test_no_template_loses_anything_at_any_width_or_size_of_letters(
    browser: Browser, host: str, addresses: list[str], width: int, percent: int
) -> None:
    lost = {}
    with opened(browser, host, width) as page:
        letters_of(page, percent)
        for address in addresses:
            go(page, address)
            lost[address] = page.evaluate(LOST)
        size = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    assert size >= ORDINARY * percent / 100
    assert {address: faults for address, faults in lost.items() if faults} == {}


def test_no_template_loses_anything_when_letters_and_lines_stand_apart(phone: Page, addresses: list[str]) -> None:
    lost = {}
    for address in addresses:
        go(phone, address)
        phone.evaluate(SPACING)
        lost[address] = phone.evaluate(LOST)
    assert {address: faults for address, faults in lost.items() if faults} == {}


@pytest.mark.parametrize(
    ("style", "told"),
    [
        pytest.param(
            "position: absolute; inset-inline-start: 0; inline-size: 900px", "scrolls sideways: 900", id="too wide"
        ),
        pytest.param("block-size: 1em; overflow: clip", "cut below: p.", id="cut"),
        pytest.param("margin-inline-start: -99px", "off the page: p.", id="off the page"),
    ],
)
def test_a_loss_would_be_found(phone: Page, style: str, told: str) -> None:
    go(phone, "/")
    put(phone, "<p>Une ligne<br>et une autre</p>", style)
    assert phone.evaluate(LOST) == [told]


@in_each_language
@pytest.mark.parametrize(("width", "shown"), [(320, "block"), (375, "block"), (1280, "table-cell")])
def test_the_cells_of_a_table_stand_one_under_the_other_on_a_phone(
    browser: Browser, host: str, language: str, width: int, shown: str
) -> None:
    with opened(browser, host, width, HEIGHT) as page:
        go(page, address_of("minutes:2014-09-29", language))
        cells = page.eval_on_selector_all("main tbody :is(th, td)", DISPLAYED)
    assert cells
    assert set(cells) == {shown}
