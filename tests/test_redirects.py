"""Redirects: the table is read, and a row that sends somebody astray stops the build."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from contrelatraite.languages import Language
from contrelatraite.rendering.pages import View, view
from contrelatraite.rendering.redirects import RedirectError, read, resolve, server_rules
from tests.support import NOW, site_of, write

ROWS = [("/node/268", "news:a"), ("/spip.php?page=article&id_article=248", "news:a")]
TAKEN = {"/", "/news/", "/news/a/", "/404.html"}


@pytest.fixture
def shown(content: Path, languages: Mapping[str, Language]) -> View:
    write(content, "news:a")
    write(content, "news:brouillon", status="draft")
    site = site_of(content)
    hidden = {"news:brouillon"}
    seen = {key: entry for key, entry in site.entries.items() if key not in hidden}
    return view(type(site)(seen, site.known, site.languages), languages, NOW)


def fault(shown: View, *rows: tuple[str, str]) -> str:
    """Give what the rows are refused for."""
    with pytest.raises(RedirectError) as refused:
        resolve(rows, shown, TAKEN)
    return str(refused.value)


def test_a_path_becomes_a_page_and_a_query_does_not(shown: View) -> None:
    found = [(redirect.page, redirect.address) for redirect in resolve(ROWS, shown, TAKEN)]
    assert found == [("/node/268/", "/news/a/"), (None, "/news/a/")]


def test_the_server_is_told_of_both(shown: View) -> None:
    assert server_rules(resolve(ROWS, shown, TAKEN)).splitlines() == [
        r"RewriteCond %{QUERY_STRING} ^page=article\&id_article=248$",
        r"RewriteRule ^spip\.php/?$ /news/a/ [R=301,L,QSD]",
        "RewriteRule ^node/268/?$ /news/a/ [R=301,L,QSD]",
    ]


def test_nothing_leads_to_what_the_public_does_not_see_yet(shown: View) -> None:
    assert resolve([("/node/1", "news:brouillon")], shown, TAKEN) == []


def test_an_old_address_written_twice_is_refused(shown: View) -> None:
    assert fault(shown, ROWS[0], ROWS[0]) == "redirects: /node/268 is written twice"


@pytest.mark.parametrize("target", ["news:b", "news:a#part", "/news/a/", "https://exemple.org/"])
def test_a_target_that_is_no_entry_is_refused(shown: View, target: str) -> None:
    assert fault(shown, ("/node/1", target)) == f"redirects: /node/1 leads to {target}, which is no entry"


@pytest.mark.parametrize(
    "old",
    [
        "/news/a",
        "/news",
        "/404.html",
        "/robots.txt",
        "/theme/css/site.css",
        "/news/atom.xml",
        "/cards/x",
        "/sitemap-fr.xml",
    ],
)
def test_the_address_of_a_page_of_the_site_is_refused(shown: View, old: str) -> None:
    assert fault(shown, (old, "news:a")) == f"redirects: {old} is the address of a page of the site"


@pytest.mark.parametrize(
    "old", ["node/268", "/node/268/", "/a b", "/../etc", "/a#b", "https://exemple.org/a", "/a\n/b"]
)
def test_what_is_no_path_from_the_root_is_refused(shown: View, old: str) -> None:
    assert fault(shown, (old, "news:a")) == f"redirects: {old}: write the path from the root, like /node/268"


def test_the_table_is_read_row_by_row(tmp_path: Path) -> None:
    table = tmp_path / "redirects.yaml"
    table.write_text("- {from: /a, to: news:a}\n- {from: /a, to: news:b}\n", "utf-8")
    assert read(table) == [("/a", "news:a"), ("/a", "news:b")]


@pytest.mark.parametrize("written", ["", "# Only words.\n", "[]\n"])
def test_an_empty_table_has_no_redirect(tmp_path: Path, written: str) -> None:
    table = tmp_path / "redirects.yaml"
    table.write_text(written, "utf-8")
    assert read(table) == []


@pytest.mark.parametrize("written", ["- {to: news:a}\n", "- /a\n", "/a: news:a\n", "- {from: /a\n", "12\n", "# é\n"])
def test_what_is_no_table_is_refused_with_a_row_to_copy(tmp_path: Path, written: str) -> None:
    table = tmp_path / "redirects.yaml"
    table.write_bytes(written.encode("latin-1"))
    with pytest.raises(RedirectError, match=re.escape("- {from: /node/268, to: news:a}")):
        read(table)


def test_a_query_is_tried_before_its_path_alone(shown: View) -> None:
    rows = [("/spip.php", "news:a"), ("/spip.php?article1", "news:a")]
    assert server_rules(resolve(rows, shown, TAKEN)).splitlines() == [
        "RewriteCond %{QUERY_STRING} ^article1$",
        r"RewriteRule ^spip\.php/?$ /news/a/ [R=301,L,QSD]",
        r"RewriteRule ^spip\.php/?$ /news/a/ [R=301,L,QSD]",
    ]


def test_a_site_without_a_table_has_no_redirect(tmp_path: Path) -> None:
    assert read(tmp_path / "redirects.yaml") == []
