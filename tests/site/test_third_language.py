"""A third language, written from right to left, is one setting, one catalogue and content: no code is touched."""

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po
from bs4 import Tag

from contrelatraite.inspection import inspect
from contrelatraite.languages import load
from tests.site.built import (
    HOST,
    ROOT,
    SECTIONS,
    BuiltSite,
    address_of,
    build,
    entry_keys,
    environment,
    links,
    only,
    same_pages,
    words,
)

MOMENT = "1767225600"
NOT_YET = "هذه الصفحة غير متاحة بهذه اللغة بعد."
# The words of the catalogue; the rest stays in English. Those of addresses are in Latin letters.
WORDS: Mapping[tuple[str | None, str], str] = {
    ("address", "members"): "adaa",
    ("address", "institutions"): "hayat",
    ("address", "law"): "qanun",
    ("address", "minutes"): "mahadir",
    ("address", "press"): "sahafa",
    ("address", "news"): "akhbar",
    ("address", "events"): "ruznama",
    ("address", "follow-ups"): "mutabaa",
    ("address", "search"): "bahth",
    (None, "Home"): "الرئيسية",
    (None, "Menu"): "القائمة",
    (None, "The members"): "الأعضاء",
    (None, "Page not found"): "الصفحة غير موجودة",
    (None, "This page does not exist in this language yet."): NOT_YET,
}
LISTS = {
    "members": "/ar/adaa/",
    "institutions": "/ar/hayat/",
    "legal": "/ar/qanun/",
    "minutes": "/ar/mahadir/",
    "press": "/ar/sahafa/",
    "news": "/ar/akhbar/",
    "events": "/ar/ruznama/",
}
# What exists in Arabic: its address, and what its title and address become in the English file it is made from.
ENTRIES = {
    "pages:accueil": ("/ar/", "معًا ضد الاتجار بالبشر", ""),
    "pages:aide": ("/ar/musaada/", "اطلب المساعدة", "musaada"),
    "members:ccem": ("/ar/adaa/ccem/", "لجنة مناهضة الرق الحديث", None),
    "minutes:2018-07-05": ("/ar/mahadir/2018-07-05/", "اجتماع 5 يوليو 2018", None),
}
FOLLOW_UPS = "/ar/mahadir/mutabaa/"
SEARCH = "/ar/bahth/"
NOT_FOUND = "/ar/404.html"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the project that has Arabic too: its setting, its catalogue and a few entries."""
    root = tmp_path_factory.mktemp("arabic")
    for folder in ("content", "theme", "translations"):
        shutil.copytree(ROOT / folder, root / folder)
    settings = (ROOT / "pelicanconf.py").read_text("utf-8")
    assert settings.count('LANGUAGES = ("fr", "en")\n') == 1
    settings = settings.replace('LANGUAGES = ("fr", "en")\n', 'LANGUAGES = ("fr", "en", "ar")\n')
    (root / "pelicanconf.py").write_text(settings, "utf-8")
    _write_catalogue(root / "translations")
    for key, (_, title, slug) in ENTRIES.items():
        _write_entry(root / "content" / key.replace(":", "/"), title, slug)
    return root


def _write_catalogue(folder: Path) -> None:
    with (folder / "messages.pot").open("rb") as stream:
        catalogue = read_po(stream, locale="ar")
    catalogue.fuzzy = False
    for message in catalogue:
        if not isinstance(message.id, str):
            message.string = (message.id[0], *[message.id[1]] * (catalogue.num_plurals - 1))
        elif message.id:
            message.string = WORDS.get((message.context, message.id), message.id)
    path = folder / "ar" / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    with path.open("wb") as stream:
        write_po(stream, catalogue)


def _write_entry(folder: Path, title: str, slug: str | None) -> None:
    text = (folder / "index.en.md").read_text("utf-8")
    text, titles = re.subn(r"(?m)^title: .*$", f'title: "{title}"', text, count=1)
    assert titles == 1
    if slug is not None:
        text, slugs = re.subn(r"(?m)^slug: .*$", f'slug: "{slug}"', text, count=1)
        assert slugs == 1
    (folder / "index.ar.md").write_text(text, "utf-8")


@pytest.fixture(scope="module")
def site(root: Path) -> BuiltSite:
    """Give the site in three languages."""
    build(root / "output", root, SOURCE_DATE_EPOCH=MOMENT)
    return BuiltSite(root / "output")


def arabic(site: BuiltSite) -> dict[str, Tag]:
    """Give the Arabic pages, by address."""
    found: dict[str, Tag] = {address: page for address, page in site.pages.items() if address.startswith("/ar/")}
    assert found
    return found


def marks(link: Tag) -> tuple[str, object, object]:
    """Give where a link leads, and the languages that it says for its target and its own words."""
    return (str(link["href"]), link.get("hreflang"), link.get("lang"))


def test_the_arabic_pages_stand_at_arabic_addresses_and_each_list_exists(site: BuiltSite) -> None:
    entries = {address for address, _, _ in ENTRIES.values()}
    assert set(arabic(site)) == entries | {*LISTS.values()} | {FOLLOW_UPS, SEARCH, NOT_FOUND}


def test_the_other_pages_stay_where_they_were(site: BuiltSite) -> None:
    assert set(site.pages) - set(arabic(site)) == {address for page in same_pages() for address in page.values()}


def test_arabic_pages_are_written_from_right_to_left(site: BuiltSite) -> None:
    said = {(page["lang"], page["dir"]) for html in arabic(site).values() for page in html.select("html")}
    assert said == {("ar", "rtl")}


def test_the_interface_speaks_arabic(site: BuiltSite) -> None:
    assert words(only(site.page(LISTS["members"]), "h1")) == "الأعضاء"


def test_a_date_is_in_arabic_words(site: BuiltSite) -> None:
    kicker = words(only(site.page("/ar/mahadir/2018-07-05/"), ".c-kicker"))
    assert kicker.partition(" · ")[2] == "5 يوليو 2018"


def test_an_arabic_list_leads_to_each_entry_in_a_language_in_which_it_exists(site: BuiltSite) -> None:
    listed = [marks(link) for link in site.page(LISTS["members"]).select("main h3 > a")]
    keys = [key for key in entry_keys() if key.startswith("members:")]
    assert sorted(listed, key=str) == sorted(
        [
            ("/ar/adaa/ccem/", None, None) if key == "members:ccem" else (address_of(key, "fr"), "fr", "fr")
            for key in keys
        ],
        key=str,
    )


def test_every_link_from_arabic_to_another_language_says_so(site: BuiltSite) -> None:
    silent = {
        (address, words(link))
        for address, page in arabic(site).items()
        for link in page.select("body a[href^='/']")
        if not str(link["href"]).startswith("/ar/")
        and link.get("hreflang") != ("en" if str(link["href"]).startswith("/en/") else "fr")
    }
    assert silent == set()


def test_every_link_of_the_theme_to_another_language_says_in_which_its_words_are(site: BuiltSite) -> None:
    said = {
        (address, str(link["href"]), link.get("hreflang"), link.get("lang"))
        for address, page in arabic(site).items()
        for link in page.select("body a[href^='/']:not(.xref, .c-button)")  # whose words are the page's own
        if not str(link["href"]).startswith("/ar/")
    }
    assert said
    languages = {found: "en" if found[1].startswith("/en/") else "fr" for found in said}
    assert {found for found in said if found[2:] != (languages[found], languages[found])} == set()


def test_a_summary_that_stays_french_is_marked_as_french(site: BuiltSite) -> None:
    cards = site.page(LISTS["members"]).select(".c-card")
    said = {links(card, "h3 > a")[0]: only(card, ":scope > p:not(.c-meta)").get("lang") for card in cards}
    assert said == {address: None if address.startswith("/ar/") else "fr" for address in said}
    assert said


def test_the_switch_of_a_page_without_arabic_says_so_in_arabic_and_leads_nowhere(site: BuiltSite) -> None:
    there = {address_of(key, "fr") for key in ENTRIES} | {section["fr"] for section in SECTIONS.values()}
    told = {
        address: [(span.name, span.get("lang"), words(span)) for span in page.select(".c-language--missing")]
        for address, page in site.pages.items()
        if address in {address_of(key, "fr") for key in entry_keys()} - there
    }
    assert told == {address: [("span", "ar", NOT_YET)] for address in told}
    assert len(told) == len(entry_keys()) - len(ENTRIES)


def test_the_switch_leads_to_the_arabic_page_where_there_is_one(site: BuiltSite) -> None:
    expected = {address_of(key, "fr"): [address] for key, (address, _, _) in ENTRIES.items()}
    expected |= {SECTIONS[kind]["fr"]: [address] for kind, address in LISTS.items()}
    assert {address: links(site.page(address), "a.c-language[lang=ar]") for address in expected} == expected


def test_the_sitemap_names_arabic_only_where_it_exists(site: BuiltSite) -> None:
    text = "".join(path.read_text("utf-8") for path in sorted(site.folder.glob("sitemap-*.xml")))
    named = set(re.findall(r'hreflang="ar" href="([^"]*)"', text))
    assert named == {HOST + address for address in arabic(site) if address != NOT_FOUND}


def test_the_inspection_finds_no_fault_in_three_languages(site: BuiltSite, root: Path) -> None:
    assert inspect(site.folder, load(("fr", "en", "ar"), root / "translations")) == []


def test_the_check_counts_the_missing_halves_and_lets_them_pass(root: Path) -> None:
    answer = subprocess.run(
        [sys.executable, "-m", "contrelatraite", "check", "--format", "json"],
        cwd=root,
        env=environment(SOURCE_DATE_EPOCH=MOMENT),
        capture_output=True,
        text=True,
        check=False,
    )
    missing = [problem for problem in json.loads(answer.stdout) if problem["code"] == "T101"]
    found = (answer.returncode, {problem["severity"] for problem in missing}, len(missing))
    assert found == (0, {"warning"}, len(entry_keys()) - len(ENTRIES))
