"""The style sheet: light enough for a slow line, and legible in light and in dark."""

import re
from collections.abc import Mapping
from itertools import product
from pathlib import Path

import pytest

from contrelatraite.rendering.sheet import lightened

SHEET = Path(__file__).parents[1] / "theme" / "static" / "css" / "site.css"
KILOBYTE = 1024

TEXTS = ("ink", "quiet", "link", "link-strong", "warm")
BACKGROUNDS = ("paper", "sheet", "cool", "glow")
PAIRS = [*product(TEXTS, BACKGROUNDS), ("on-warm", "warm")]
LEGIBLE = 4.5  # WCAG 2.2, 1.4.3
VISIBLE = 3.0  # WCAG 2.2, 1.4.11

in_each_scheme = pytest.mark.parametrize("scheme", ["light", "dark"])


@pytest.fixture(scope="module")
def sheet() -> str:
    """Give the style sheet, its comments left out."""
    return re.sub(r"/\*.*?\*/", "", SHEET.read_text("utf-8"), flags=re.DOTALL)


@pytest.fixture(scope="module")
def schemes(sheet: str) -> Mapping[str, Mapping[str, str]]:
    """Give the colours of each scheme, by token; what dark does not change stays as in light."""
    light, dark, _ = (
        dict(re.findall(r"--([\w-]+):\s*(#[0-9a-fA-F]{3,6})\s*;", block))
        for block in re.findall(r":root\s*\{([^}]*)\}", sheet)  # light, dark, print
    )
    return {"light": light, "dark": {**light, **dark}}


def luminance(colour: str) -> float:
    """Give the relative luminance of a colour, as WCAG defines it."""
    digits = colour.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Give the contrast between two colours, as WCAG defines it."""
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_counted_as_wcag_counts_it() -> None:
    assert [round(contrast(*pair), 2) for pair in [("#000", "#fff"), ("#777777", "#ffffff")]] == [21.0, 4.48]


@in_each_scheme
def test_every_text_is_legible_on_every_background(schemes: Mapping[str, Mapping[str, str]], scheme: str) -> None:
    colours = schemes[scheme]
    found = {pair: round(contrast(colours[pair[0]], colours[pair[1]]), 2) for pair in PAIRS}
    assert {pair: ratio for pair, ratio in found.items() if ratio < LEGIBLE} == {}


@in_each_scheme
def test_the_focus_is_visible_on_every_background(schemes: Mapping[str, Mapping[str, str]], scheme: str) -> None:
    colours = schemes[scheme]
    found = {name: round(contrast(colours["focus"], colours[name]), 2) for name in BACKGROUNDS}
    assert {name: ratio for name, ratio in found.items() if ratio < VISIBLE} == {}


def test_dark_changes_every_colour(schemes: Mapping[str, Mapping[str, str]]) -> None:
    light, dark = schemes["light"], schemes["dark"]
    assert [name for name in light if dark[name] == light[name]] == []


def test_a_colour_is_written_in_the_tokens_alone(sheet: str) -> None:
    rules = re.sub(r":root\s*\{[^}]*\}", "", sheet)
    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?=[^{}]*[;}])", rules) == []


def test_every_token_that_a_rule_uses_is_defined(sheet: str) -> None:
    defined = set(re.findall(r"(--[\w-]+):", sheet))
    assert set(re.findall(r"var\((--[\w-]+)", sheet)) - defined == set()


def test_every_token_serves(sheet: str) -> None:
    defined = set(re.findall(r"(--[\w-]+):", sheet))
    assert defined - set(re.findall(r"var\((--[\w-]+)", sheet)) == set()


def test_the_sheet_fetches_nothing(sheet: str) -> None:
    assert re.findall(r"@import|url\(|https?:", sheet) == []


def test_the_sheet_is_under_14_kilobytes_as_it_goes_on_the_line() -> None:
    assert len(lightened(SHEET.read_text("utf-8")).encode()) < 14 * KILOBYTE
