"""What a page weighs on the line: its HTML and the style sheet, compressed."""

import gzip
import re

import pytest

from tests.site.built import BuiltSite

KILOBYTE = 1024
# A text, up to its third section: more than the first view of any screen. What follows comes while one reads.
FIRST_VIEW = re.compile(rb'.*<div class="c-text">(?:.*?<h2 ){3}', re.DOTALL)


def compressed(content: bytes) -> int:
    """Give the size of what a server sends."""
    return len(gzip.compress(content, compresslevel=9, mtime=0))


@pytest.fixture(scope="module")
def weights(site: BuiltSite) -> dict[str, tuple[int, int]]:
    """Give what the first view of each page weighs with its style, and the whole page."""
    style = compressed((site.folder / "theme" / "css" / "site.css").read_bytes())
    pages = {file.relative_to(site.folder).as_posix(): file.read_bytes() for file in site.folder.rglob("*.html")}
    assert pages
    firsts = {name: found[0] if (found := FIRST_VIEW.match(page)) else page for name, page in pages.items()}
    return {name: (style + compressed(firsts[name]), style + compressed(page)) for name, page in pages.items()}


def test_the_first_view_of_every_page_weighs_less_than_14_kilobytes(weights: dict[str, tuple[int, int]]) -> None:
    assert {name: first for name, (first, _) in weights.items() if first >= 14 * KILOBYTE} == {}


def test_the_longest_text_weighs_less_than_20_kilobytes(weights: dict[str, tuple[int, int]]) -> None:
    assert {name: whole for name, (_, whole) in weights.items() if whole >= 20 * KILOBYTE} == {}


def test_a_page_asks_for_three_files_at_most_before_search_and_pictures(site: BuiltSite) -> None:
    files = ":is(link[rel=stylesheet], script[src], link[rel$=preload]):not([href*='/search.'], [src*='/search.'])"
    asked = {address: 1 + len(page.select(files)) for address, page in site.pages.items()}
    assert {address: number for address, number in asked.items() if number > 3} == {}
