"""The real site, whole: nothing missing, every page in its place and its language, every link true."""

import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from contrelatraite.inspection import inspect
from contrelatraite.languages import load
from tests.site.built import (
    FOLLOW_UPS,
    HOST,
    LANGUAGES,
    NOT_FOUND,
    PAGES,
    ROOT,
    SECTIONS,
    BuiltSite,
    address_of,
    entry_keys,
    links,
    only,
    same_pages,
    words,
)

# What the foundation owes (issue 2): these entries, in both languages.
OWED: dict[str, list[str]] = {
    "members": [
        "acpe",
        "action-catholique-des-femmes",
        "afj",
        "amicale-du-nid",
        "armee-du-salut",
        "aux-captifs-la-liberation",
        "bon-pasteur",
        "bus-des-femmes",
        "ccem",
        "champs-de-booz",
        "cimade",
        "cofrade",
        "eacp",
        "ecpat-france",
        "fep",
        "fondation-scelles",
        "hors-la-rue",
        "justice-et-paix-france",
        "koutcha",
        "la-voix-de-l-enfant",
        "mouvement-du-nid",
        "oicem",
        "planete-enfants-developpement",
        "secours-catholique",
        "sos-esclaves",
    ],
    "institutions": [
        "ac-se",
        "cncdh",
        "commission-europeenne",
        "conseil-de-l-europe",
        "dihal",
        "greta",
        "miprof",
        "ofii",
        "ofpra",
        "onudc",
        "osce",
        "pjj",
        "tracfin",
        "trajectoires",
    ],
    "legal": [
        "ceseda-r316-7",
        "ceseda-r425-7",
        "cide",
        "circulaire-2013-05-31-mie",
        "circulaire-2015-01-22-politique-penale",
        "cncdh-avis-2019",
        "code-penal-225-4-1",
        "convention-coe-197",
        "convention-onu-1949",
        "directive-2011-36-ue",
        "directive-2024-1712",
        "greta-france-2013",
        "greta-france-2017",
        "greta-france-2022",
        "instruction-2015-05-19-sejour",
        "loi-2013-711",
        "loi-2016-444",
        "oit-c029",
        "oit-p029",
        "osce-plan-action-2003",
        "plan-2014-2016-projet",
        "plan-national-2014-2016",
        "protocole-palerme",
    ],
    "minutes": ["2013-06-04", "2014-01-27", "2014-09-29", "2015-06-26", "2018-07-05"],
    "news": ["lancement-site-2014", "livre-nouveaux-visages-esclavage", "nouveau-site-2014"],
    "press": ["communique-2015-07-30"],
    "events": [
        "journee-europeenne-18-octobre",
        "journee-mondiale-30-juillet",
        "reunion-2013-06-21",
        "reunion-2013-07-25",
        "reunion-2014-01-31",
        "reunion-2014-11-07",
        "reunion-2015-09-10",
        "reunion-2018-09-14",
    ],
    "pages": [*PAGES],
}
DATES = {
    "fr": ["4 juin 2013", "27 janvier 2014", "29 septembre 2014", "26 juin 2015", "5 juillet 2018"],
    "en": ["4 June 2013", "27 January 2014", "29 September 2014", "26 June 2015", "5 July 2018"],
}
# In the order of urgency: how each number is written, and what a telephone dials.
HELPLINES = [
    ("17", "tel:17"),
    ("112", "tel:112"),
    ("114", "sms:114"),
    ("119", "tel:119"),
    ("116 000", "tel:116000"),
    ("01 44 52 88 90", "tel:+33144528890"),
    ("3919", "tel:3919"),
    ("116 006", "tel:116006"),
    ("115", "tel:115"),
]
DRAFT_NOTICE = {
    "fr": "Un projet, pas le droit en vigueur. Ce texte n’a jamais été adopté sous cette forme. "
    "Ne le citez pas comme une règle en vigueur.",
    "en": "A draft, not the law. This text was never adopted as it stands here. Do not quote it as a rule in force.",
}
NAMES = {"fr": "Français", "en": "English"}
OTHER = {"fr": "en", "en": "fr"}

# A list without anything says "None." in English; Python's None is followed by anything else.
UNFILLED = re.compile(r"\bNone\b(?!\.)|\bUndefined\b|%\(|\{\{|\}\}|\{%|%\}")

in_each_language = pytest.mark.parametrize("language", LANGUAGES)
of_each_kind = pytest.mark.parametrize("kind", [*SECTIONS])


# The pages.


def test_the_inspection_finds_no_fault(site: BuiltSite) -> None:
    assert inspect(site.folder, load(LANGUAGES, ROOT / "translations")) == []


@in_each_language
@of_each_kind
def test_each_folder_of_a_kind_has_its_page_and_no_other_page_stands_there(
    site: BuiltSite, kind: str, language: str
) -> None:
    section = SECTIONS[kind][language]
    others = {section, FOLLOW_UPS[language]}
    built = {address for address in site.pages if address.startswith(section) and address not in others}
    assert built == {address_of(key, language) for key in entry_keys() if key.startswith(f"{kind}:")}


@in_each_language
@of_each_kind
def test_each_kind_has_its_list(site: BuiltSite, kind: str, language: str) -> None:
    assert site.page(SECTIONS[kind][language]).html is not None


@in_each_language
@pytest.mark.parametrize("name", [*PAGES])
def test_each_page_stands_at_its_own_words(site: BuiltSite, name: str, language: str) -> None:
    assert site.page(PAGES[name][language]).html is not None


@in_each_language
def test_an_address_that_does_not_exist_is_told_in_each_language(site: BuiltSite, language: str) -> None:
    assert (
        words(only(site.page(NOT_FOUND[language]), "h1"))
        == {"fr": "Page introuvable", "en": "Page not found"}[language]
    )


def test_the_site_has_these_pages_and_no_other(site: BuiltSite) -> None:
    assert set(site.pages) == {address for page in same_pages() for address in page.values()}


@in_each_language
@pytest.mark.parametrize("kind", [*OWED])
def test_what_the_foundation_owes_is_there(site: BuiltSite, kind: str, language: str) -> None:
    assert [name for name in OWED[kind] if address_of(f"{kind}:{name}", language) not in site.pages] == []


@in_each_language
@of_each_kind
def test_a_list_leads_to_each_entry_of_its_kind_once(site: BuiltSite, kind: str, language: str) -> None:
    page = site.page(SECTIONS[kind][language])
    listed = links(page, "main :is(h2, h3) > a")
    assert sorted(listed) == sorted(address_of(key, language) for key in entry_keys() if key.startswith(f"{kind}:"))


# What the law and the minutes say.


@in_each_language
def test_the_directive_has_its_25_articles_in_order(site: BuiltSite, language: str) -> None:
    page = site.page(address_of("legal:directive-2011-36-ue", language))
    anchors = [str(heading["id"]) for heading in page.select(".c-text [id^=article-]")]
    assert anchors == [f"article-{number}" for number in range(1, 26)]


@in_each_language
def test_each_article_of_the_directive_says_something(site: BuiltSite, language: str) -> None:
    page = site.page(address_of("legal:directive-2011-36-ue", language))
    followed = [str(text["id"]) for text in page.select("[id^=article-]:has(+ p)")]
    assert followed == [f"article-{number}" for number in range(1, 26)]


@in_each_language
def test_the_draft_plan_has_its_23_measures_in_order(site: BuiltSite, language: str) -> None:
    page = site.page(address_of("legal:plan-2014-2016-projet", language))
    anchors = [str(heading["id"]) for heading in page.select(".c-text [id^=mesure-]")]
    assert anchors == [f"mesure-{number}" for number in range(1, 24)]


@in_each_language
def test_the_draft_plan_is_plainly_marked_as_a_draft(site: BuiltSite, language: str) -> None:
    page = site.page(address_of("legal:plan-2014-2016-projet", language))
    assert words(only(page, "header .c-notice--warning")) == DRAFT_NOTICE[language]


@in_each_language
def test_the_help_page_gives_these_nine_numbers_and_no_other(site: BuiltSite, language: str) -> None:
    page = site.page(PAGES["aide"][language])
    assert sorted(links(page, 'a[href^="tel:"], a[href^="sms:"]')) == sorted(dialled for _, dialled in HELPLINES)


@in_each_language
def test_a_number_to_call_is_written_as_one_says_it_and_its_link_dials_it_from_anywhere(
    site: BuiltSite, language: str
) -> None:
    numbers = site.page(PAGES["aide"][language]).select(".c-helpline__number")
    written = [
        (re.findall(r"[\d+][\d ]*", words(link).replace("\u00a0", " "))[-1], str(link["href"])) for link in numbers
    ]
    assert written == HELPLINES


@in_each_language
def test_the_dates_of_meetings_are_in_words(site: BuiltSite, language: str) -> None:
    kickers = [words(only(site.page(address_of(f"minutes:{name}", language)), ".c-kicker")) for name in OWED["minutes"]]
    assert [kicker.partition(" · ")[2] for kicker in kickers] == DATES[language]


@in_each_language
def test_minutes_lead_to_the_meeting_before_and_after(site: BuiltSite, language: str) -> None:
    keys = [key for key in entry_keys() if key.startswith("minutes:")]  # an id is a date: their order is that of time
    row = [address_of(key, language) for key in keys]
    expected = {
        address: ([before] if before else [], [after] if after else [])
        for before, address, after in zip([None, *row], row, [*row[1:], None], strict=False)
    }
    assert {
        address: (links(site.page(address), "a[rel=prev]"), links(site.page(address), "a[rel=next]")) for address in row
    } == expected


# Languages.


@in_each_language
def test_each_page_says_its_language_and_its_direction(site: BuiltSite, language: str) -> None:
    said = {(page.html["lang"], page.html["dir"]) for _, page in site.of(language) if page.html}
    assert said == {(language, "ltr")}


def test_the_language_switch_leads_to_the_same_page(site: BuiltSite) -> None:
    switches = {
        address: [
            (str(link["href"]), link.get("lang"), link.get("hreflang"), words(link))
            for link in page.select(".c-language")
        ]
        for address, page in site.pages.items()
    }
    assert switches == {
        page[language]: [(page[OTHER[language]], OTHER[language], OTHER[language], NAMES[OTHER[language]])]
        for page in same_pages()
        for language in LANGUAGES
    }


def test_each_page_names_its_halves_for_search_engines(site: BuiltSite) -> None:
    named = {
        address: {
            str(link["hreflang"]): str(link["href"]) for link in page.select("head link[rel=alternate][hreflang]")
        }
        for address, page in site.pages.items()
    }
    assert named == {address: _alternates(page) for page in same_pages() for address in page.values()}


@in_each_language
def test_no_string_of_the_interface_is_left_in_another_language(site: BuiltSite, language: str) -> None:
    strangers = _strangers(language)
    assert strangers
    left = {
        (address, text) for address, page in site.of(language) for text in _texts(page, language) if text in strangers
    }
    assert left == set()


# The sitemap.


def test_the_sitemap_lists_every_page_that_exists_with_its_halves(site: BuiltSite) -> None:
    listed = [page for page in same_pages() if page is not NOT_FOUND]
    assert dict(_sitemap(site)) == {HOST + address: _alternates(page) for page in listed for address in page.values()}


def test_the_sitemap_lists_a_page_once(site: BuiltSite) -> None:
    places = [place for place, _ in _sitemap(site)]
    assert len(places) == len(set(places))


def test_robots_are_told_where_the_sitemap_is(site: BuiltSite) -> None:
    said = (site.folder / "robots.txt").read_text("utf-8").splitlines()
    assert [line for line in said if line.startswith("Sitemap:")] == [f"Sitemap: {HOST}/sitemap.xml"]


# The way around.


def test_each_page_but_home_tells_where_it_stands(site: BuiltSite) -> None:
    told = {
        address: [words(here) for here in page.select(".c-breadcrumb li:last-child > [aria-current=page]")]
        for address, page in site.pages.items()
        if address not in PAGES["accueil"].values()
    }
    assert told == {address: [words(only(site.page(address), "h1"))] for address in told}


@in_each_language
def test_an_entry_is_reached_from_the_list_of_its_kind(site: BuiltSite, language: str) -> None:
    keys = [key for key in entry_keys() if not key.startswith("pages:")]
    ways = {key: links(site.page(address_of(key, language)), ".c-breadcrumb a") for key in keys}
    home = PAGES["accueil"][language]
    assert ways == {key: [home, SECTIONS[key.partition(":")[0]][language]] for key in keys}


@in_each_language
def test_the_follow_ups_are_reached_from_the_list_of_the_minutes(site: BuiltSite, language: str) -> None:
    way = links(site.page(FOLLOW_UPS[language]), ".c-breadcrumb a")
    assert way == [PAGES["accueil"][language], SECTIONS["minutes"][language]]


@in_each_language
@pytest.mark.parametrize("name", ["contact", "espace-presse"])
def test_a_contact_is_marked_with_the_language_of_its_name(site: BuiltSite, name: str, language: str) -> None:
    marked = only(site.page(PAGES[name][language]), ".c-contact__name").get("lang")
    assert marked == (None if language == "fr" else "fr")


@in_each_language
def test_help_is_one_click_away_from_every_page(site: BuiltSite, language: str) -> None:
    ways = {address: links(page, ".c-header .c-help-button") for address, page in site.of(language)}
    assert ways == {address: [PAGES["aide"][language]] for address in ways}


@in_each_language
def test_the_menu_marks_at_most_the_part_in_which_the_page_is(site: BuiltSite, language: str) -> None:
    marked = {address: links(page, ".c-menu [aria-current]") for address, page in site.of(language)}
    parts = {*links(site.page(PAGES["accueil"][language]), ".c-menu a")} - {PAGES["accueil"][language]}
    assert parts
    assert marked == {address: [part for part in parts if address.startswith(part)] for address in marked}


# References.


def test_each_reference_leads_to_the_entry_it_names(site: BuiltSite) -> None:
    found = {
        (language, str(link["data-ref"]), str(link["href"]))
        for language in LANGUAGES
        for _, page in site.of(language)
        for link in page.select("[data-ref]")
    }
    assert found
    assert found == {(language, ref, address_of(ref, language)) for language, ref, _ in found}


@in_each_language
def test_each_entry_shows_every_page_whose_text_names_it(site: BuiltSite, language: str) -> None:
    naming: dict[str, set[str]] = defaultdict(set)
    for address, page in site.of(language):
        for link in page.select(".c-text [data-ref]"):
            naming[str(link["data-ref"]).partition("#")[0]].add(address)
    keys = [key for key in entry_keys() if not key.startswith("pages:")]
    shown = {key: _without_anchors(links(_entry(site, key, language), ".c-backlinks li > a")) for key in keys}
    assert shown == {key: naming[key] - {address_of(key, language)} for key in keys}


def test_the_sentence_beside_a_mention_stands_in_the_text_that_it_is_from(site: BuiltSite) -> None:
    texts = {
        address: " ".join(words(text) for text in page.select(".c-text")).replace(" ", "")
        for address, page in site.pages.items()
    }
    quoted = {
        (str(link["href"]).partition("#")[0], words(quotation))
        for page in site.pages.values()
        for link in page.select(".c-backlinks li > a")
        for quotation in [only(link.parent or link, "blockquote")]
    }
    assert quoted
    assert {
        (source, text) for source, text in quoted if not text or text.replace(" ", "") not in texts[source]
    } == set()


@in_each_language
def test_the_ccem_shows_the_minutes_that_name_it_newest_first(site: BuiltSite, language: str) -> None:
    mentions = _entry(site, "members:ccem", language).select(".c-backlinks li")
    minutes = SECTIONS["minutes"][language]
    shown = [
        (links(mention, ":scope > a")[0].partition("#")[0], "CCEM" in words(only(mention, "blockquote")))
        for mention in mentions
        if links(mention, ":scope > a")[0].startswith(minutes)
    ]
    days = ["2018-07-05", "2015-06-26", "2014-09-29", "2013-06-04"]
    assert shown == [(address_of(f"minutes:{day}", language), True) for day in days]


# The words.


def test_french_pages_hold_no_straight_apostrophe(site: BuiltSite) -> None:
    assert _found(site, r"\w{0,12}[^\W\d_]'[^\W\d_]\w{0,12}") == set()


def test_french_pages_hold_no_ordinary_space_at_punctuation(site: BuiltSite) -> None:
    assert _found(site, r"[^\n]{0,12}[ \n\t][;:!?»]|«[ \n\t][^\n]{0,12}") == set()


@in_each_language
def test_no_page_shows_what_a_template_failed_to_fill(site: BuiltSite, language: str) -> None:
    found = {
        (address, mark)
        for address, page in site.of(language)
        for mark in UNFILLED.findall(only(page, "body").get_text())
    }
    assert found == set()


def test_the_headings_of_every_page_go_down_one_level_at_a_time(site: BuiltSite) -> None:
    outlines = {
        address: [int(heading.name[1]) for heading in only(page, "main").find_all(re.compile("^h[1-6]$"))]
        for address, page in site.pages.items()
    }
    wrong = {
        address: levels
        for address, levels in outlines.items()
        if levels[:1] != [1] or any(below > above + 1 or below == 1 for above, below in pairwise(levels))
    }
    assert wrong == {}


# Helpers.


def _entry(site: BuiltSite, key: str, language: str) -> BeautifulSoup:
    return site.page(address_of(key, language))


def _without_anchors(addresses: list[str]) -> set[str]:
    return {address.partition("#")[0] for address in addresses}


def _alternates(page: Mapping[str, str]) -> dict[str, str]:
    """Give what a page says of its halves: each at its address, and the French one for all other readers."""
    return {language: HOST + address for language, address in page.items()} | {"x-default": HOST + page["fr"]}


def _sitemap(site: BuiltSite) -> list[tuple[str, dict[str, str]]]:
    """Give the pages of the sitemap, each with its alternates."""
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    index = ET.fromstring((site.folder / "sitemap.xml").read_bytes())  # noqa: S314  our own file
    places = [place.text or "" for place in index.findall("s:sitemap/s:loc", names)]
    assert places == [f"{HOST}/sitemap-{language}.xml" for language in LANGUAGES]
    trees = [ET.fromstring((site.folder / place.removeprefix(f"{HOST}/")).read_bytes()) for place in places]  # noqa: S314  our own files
    return [
        (
            url.findtext("s:loc", "", names),
            {link.attrib["hreflang"]: link.attrib["href"] for link in url.findall("x:link[@rel='alternate']", names)},
        )
        for tree in trees
        for url in tree.findall("s:url", names)
    ]


def _catalogue(language: str) -> Catalog:
    with (ROOT / "translations" / language / "LC_MESSAGES" / "messages.po").open("rb") as stream:
        return read_po(stream)


def _strangers(language: str) -> set[str]:
    """Give the words of the other language's interface that are not also words of this one's."""
    messages = [message for message in _catalogue("fr") if isinstance(message.id, str) and message.id]
    plain = [message for message in messages if message.context is None]  # a context is for a part of a sentence
    english, french = {message.id for message in plain}, {message.string for message in plain}
    return {str(text) for text in (english - french if language == "fr" else french - english)}


def _own_text(page: Tag, language: str) -> Iterator[str]:
    """Yield the stretches of text that stand in the page's language; code and other languages are a mark."""
    for node in page.descendants:
        if type(node) is NavigableString:  # not a comment
            foreign = any(
                parent.name in {"code", "pre"} or parent.get("lang", language) != language for parent in node.parents
            )
            yield "¤" if foreign else str(node)


def _texts(page: BeautifulSoup, language: str) -> Iterator[str]:
    """Yield every whole text of a page that a reader sees or hears."""
    yield from (" ".join(text.split(" ")).strip() for text in _own_text(page, language))
    for name in ("aria-label", "alt", "title", "content"):
        yield from (str(element[name]) for element in page.select(f"[{name}]"))


def _found(site: BuiltSite, pattern: str) -> set[tuple[str, str]]:
    """Search the running text of every French page."""
    return {
        (address, found)
        for address, page in site.of("fr")
        for found in re.findall(pattern, "".join(_own_text(only(page, "main"), "fr")))
    }
