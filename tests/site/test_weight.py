"""What a page weighs on the line: its HTML and the style sheet, compressed."""

import gzip

from tests.site.built import BuiltSite

KILOBYTE = 1024


def compressed(content: bytes) -> int:
    """Give the size of what a server sends."""
    return len(gzip.compress(content, compresslevel=9, mtime=0))


def test_every_page_with_its_style_weighs_less_than_14_kilobytes(site: BuiltSite) -> None:
    style = compressed((site.folder / "theme" / "css" / "site.css").read_bytes())
    files = [*site.folder.rglob("*.html")]
    assert files
    weights = {file.relative_to(site.folder).as_posix(): style + compressed(file.read_bytes()) for file in files}
    assert {name: weight for name, weight in weights.items() if weight >= 14 * KILOBYTE} == {}


def test_a_page_asks_for_three_files_at_most_before_search_and_pictures(site: BuiltSite) -> None:
    files = ":is(link[rel=stylesheet], script[src], link[rel$=preload]):not([href*='/search.'], [src*='/search.'])"
    asked = {address: 1 + len(page.select(files)) for address, page in site.pages.items()}
    assert {address: number for address, number in asked.items() if number > 3} == {}
