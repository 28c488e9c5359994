"""axe-core finds nothing on any template, best practices included: at each size, in each scheme, in forced colours.

WCAG 2.2 AA, https://www.w3.org/TR/WCAG22/; the rules, https://dequeuniversity.com/rules/axe/.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.site.browsing import HEIGHT, WIDTHS, go, put, tool

# Every rule that axe-core switches on by itself, and the size of targets (WCAG 2.5.8), which it does not. In forced
# colours it takes -webkit-text-fill-color for the colour of words: Chromium paints another. FORCED asks the browser.
RUN = """async forced => {
  const rules = {'target-size': {enabled: true}, 'color-contrast': {enabled: !forced}};
  const found = await axe.run(document, {resultTypes: ['violations'], rules});
  return found.violations.map(rule => `${rule.id}: ${rule.nodes.map(node => node.target.join(' ')).join(' | ')}`);
}"""
FORCED = """() => {
  const probe = document.body.appendChild(document.createElement('span'));
  const palette = ['CanvasText', 'LinkText', 'VisitedText', 'ButtonText', 'FieldText', 'GrayText'].map(name => {
    probe.style.color = name;
    return getComputedStyle(probe).color;
  });
  probe.remove();
  return [...document.body.querySelectorAll('*')]
    .filter(element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
    .filter(element => !palette.includes(getComputedStyle(element).color))
    .map(element => `${element.localName}.${element.className}: ${getComputedStyle(element).color}`);
}"""


@dataclass(frozen=True)
class Mode:
    """How a reader sees a page."""

    width: int
    scheme: Literal["light", "dark"] = "light"
    forced: Literal["active", "none"] = "none"
    motion: Literal["reduce", "no-preference"] = "no-preference"


MODES = [
    *(Mode(width, "light") for width in WIDTHS),
    *(Mode(width, "dark") for width in WIDTHS),
    Mode(375, forced="active"),
    Mode(1280, "dark", forced="active"),
    Mode(375, motion="reduce"),
]


@pytest.fixture(scope="module")
def page(browser: Browser, host: str) -> Iterator[Page]:
    """Give a page that knows axe-core before its own scripts run: no content security policy stands in the way."""
    with browser.new_context(base_url=host) as context:
        context.add_init_script(path=tool("axe-core/axe.min.js"))
        yield context.new_page()


def violations(page: Page, mode: Mode) -> list[str]:
    """Give what axe-core finds, in a mode."""
    page.set_viewport_size({"width": mode.width, "height": HEIGHT})
    page.emulate_media(color_scheme=mode.scheme, forced_colors=mode.forced, reduced_motion=mode.motion)
    found: list[str] = page.evaluate(RUN, mode.forced == "active")
    return found


def test_no_rule_fails_on_any_template_in_any_mode(page: Page, addresses: list[str]) -> None:
    found: dict[tuple[str, Mode], list[str]] = {}
    for address in addresses:
        go(page, address)
        found |= {(address, mode): violations(page, mode) for mode in MODES}
    assert len(found) == len(addresses) * len(MODES)
    assert {place: rules for place, rules in found.items() if rules} == {}


def test_words_wear_the_colours_that_a_reader_forces(page: Page, addresses: list[str]) -> None:
    page.emulate_media(color_scheme="dark", forced_colors="active")
    strange = {}
    for address in addresses:
        go(page, address)
        strange[address] = page.evaluate(FORCED)
    assert strange == {address: [] for address in addresses}


def test_no_rule_fails_in_the_open_menu_of_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 375, "height": HEIGHT})
    go(page, "/")
    page.get_by_role("button", name="Menu").click()
    assert violations(page, Mode(375)) == []


@pytest.mark.parametrize(
    ("fault", "style", "rule"),
    [
        pytest.param("<p>Trop pâle</p>", "color: #999; background: #fff", "color-contrast", id="pale words"),
        pytest.param("<button>-</button><button>+</button>", "", "target-size", id="small targets"),
        pytest.param("<h5>Trop bas</h5>", "", "heading-order", id="a heading too low, a best practice"),
    ],
)
def test_a_fault_would_be_found(page: Page, fault: str, style: str, rule: str) -> None:
    go(page, "/")
    put(page, fault, style)
    assert [found.partition(":")[0] for found in violations(page, Mode(1280))] == [rule]
