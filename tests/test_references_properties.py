"""What always holds of the links that the site adds by itself, on any text and on the whole real content."""

import re
import tempfile
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

from contrelatraite.addresses import Addresses
from contrelatraite.content import find_mentions, matcher_of
from contrelatraite.languages import Language
from contrelatraite.reading.body import Body
from contrelatraite.references.dates import DateReader
from contrelatraite.references.listing import Text, list_references
from contrelatraite.references.match import Matcher, Mention
from contrelatraite.references.names import NameIndex
from contrelatraite.references.resolve import Reference, parse
from contrelatraite.references.rewrite import link_mentions
from contrelatraite.rendering.markdown import Context, Target, render
from contrelatraite.rendering.pages import View, _context, view
from contrelatraite.schema.fields import Name
from contrelatraite.site import Entry, Site
from tests.support import CODES, NOW, site_of, translate, write

ADDED = re.compile(r'<a class="xref"[^>]*>(.*?)</a>', re.DOTALL)
ABBREVIATION = re.compile(r"<abbr[^>]*>(.*?)</abbr>", re.DOTALL)

# A small site: names of all sorts, and texts made of them

NAMES: dict[str, list[str]] = {
    "members:ccem": ["CCEM", "Comité contre l’esclavage moderne"],
    "members:adn": ["ADN", "Amicale du Nid", "Amicale du Nid – Paris"],
    "members:ecpat": ["ECPAT", "Ecpat"],
    "institutions:greta": ["GRETA"],
    "institutions:greta-emploi": ["GRETA"],
    "legal:directive": ["directive 2011/36/UE", "Directive 2011/36/EU"],
    "legal:plan": ["plan national"],
    "legal:projet": ["projet de plan national"],
}
ANCHORS = {
    "legal:directive": ("article-8", "article-11"),
    "legal:plan": ("mesure-3", "mesure-9"),
    "legal:projet": ("mesure-3", "mesure-9"),
}
DAY = date(2014, 1, 27)

PIECES = [
    *(name for row in NAMES.values() for name in row),
    "article 8 de la directive 2011/36/UE",
    "Article 11(2) of Directive 2011/36/EU",
    "la réunion du 21 juin",
    "the meeting of 29 September 2014",
    "Amicale du\nNid",
    "ecpat",
    " ",
    ", ",
    ". ",
    "é",
    "\u00a0",
    "\n",
]
MARKS = ["\n\n", "\n\n## Un titre\n\n", "\n\n- ", "\n\n> ", "*", "**", "`", "R&D", "|", "[un mot](members:ccem)"]
TEXTS = st.lists(st.sampled_from(PIECES + MARKS), max_size=14).map("".join)


@pytest.fixture(scope="module")
def matcher(languages: Mapping[str, Language]) -> Matcher:
    """Know the names above and two meetings."""
    return Matcher(
        NameIndex((key, Name(name=name)) for key, row in NAMES.items() for name in row),
        lambda key: ANCHORS.get(key, ()),
        DateReader(languages.values()),
        {date(2014, 6, 21): ("events:reunion",), date(2014, 9, 29): ("minutes:2014-09-29",)},
        lambda key, _: key if key in {"legal:plan", "legal:projet"} else None,
    )


def target(reference: Reference) -> Target | None:
    """Resolve every reference to an address that tells it."""
    return Target(f"/{reference.kind}/{reference.id}/", reference.id)


def page(text: str, matcher: Matcher | None) -> str:
    """Render a text, with the links of its mentions when there is a matcher."""
    return render(text, Context(target, partial(matcher.find, day=DAY) if matcher else lambda _: [])).html


def without_links(html: str) -> str:
    """Take the links to entries out of a page, their words left."""
    return ADDED.sub(r"\1", html)


@given(TEXTS)
def test_removing_the_added_links_gives_the_text_back_character_for_character(matcher: Matcher, text: str) -> None:
    assert without_links(page(text, matcher)) == without_links(page(text, None))


@given(TEXTS)
def test_no_link_stands_within_a_link(matcher: Matcher, text: str) -> None:
    assert BeautifulSoup(page(text, matcher), "html.parser").select("a a") == []


@given(TEXTS)
def test_no_link_is_added_in_a_title_or_in_code(matcher: Matcher, text: str) -> None:
    soup = BeautifulSoup(page(text, matcher), "html.parser")
    assert soup.select("h1 a, h2 a, h3 a, h4 a, h5 a, h6 a, code a, pre a") == []


@given(TEXTS)
def test_every_added_link_leads_to_an_entry_or_section_of_the_site(matcher: Matcher, text: str) -> None:
    known = {*NAMES, "events:reunion", "minutes:2014-09-29"}
    known |= {f"{key}#{anchor}" for key, row in ANCHORS.items() for anchor in row}
    assert set(targets(page(text, matcher))) <= known


def attributes(reference: str) -> dict[str, str]:
    """Give the attributes of the link of a mention."""
    return {"class": "xref", "data-ref": reference}


def relinked(html: str, matcher: Matcher) -> str:
    """Link the mentions of a page that has its links already."""
    tree: Element = fromstring(f"<div>{html}</div>")  # noqa: S314  written here
    link_mentions(tree, partial(matcher.find, day=DAY), attributes)
    return tostring(tree, "unicode")


@given(TEXTS)
def test_linking_twice_is_linking_once(matcher: Matcher, text: str) -> None:
    once = page(text, matcher)
    assert relinked(once, matcher) == tostring(fromstring(f"<div>{once}</div>"), "unicode")  # noqa: S314  written here


@pytest.mark.parametrize(
    "text", ["Le plan national, le plan national, le projet de plan national : mesure 3, mesure 3."]
)
def test_a_repeated_measure_is_linked_to_no_other_plan_the_second_time(matcher: Matcher, text: str) -> None:
    once = page(text, matcher)
    assert targets(relinked(once, matcher)) == targets(once)


def targets(html: str) -> list[str]:
    """Give what the links to entries lead to, in the order of the page."""
    return [str(link["data-ref"]) for link in BeautifulSoup(html, "html.parser").select("a.xref")]


def listed(body: Body, find: Callable[[str], list[Mention]]) -> list[str]:
    """Give what `contrelatraite refs` says that the page of a text links, in order."""
    found = list_references(Text("index.fr.md", body, 1, find))
    return [reference.target for reference in found if reference.linked]


@given(TEXTS)
def test_the_list_of_references_says_what_the_page_of_a_text_links(matcher: Matcher, text: str) -> None:
    assert listed(Body(text), partial(matcher.find, day=DAY)) == targets(page(text, matcher))


@pytest.mark.parametrize(
    "text",
    [
        "Le CCEM, [un mot](members:ccem), le CCEM.",
        "[un mot](members:ccem), le CCEM.",
        "Le CCEM.\n\n[un mot](members:ccem)",
        "- Le CCEM\n- le CCEM\n- l’ADN",
        "- a\n    - CCEM\n- ADN",
        "- L’ADN :\n    - le CCEM ;\n    - l’ADN.",
        "1. CCEM\n2. CCEM",
        "> Le CCEM\n\nLe CCEM",
        "|CCEM|b|\n|-|-|\n|c|ADN|",
        "**CCEM** et *ADN*",
        "***CCEM***",
        "L’Amicale *du Nid*.",
        "L’*Amicale* du Nid.",
        "L’Amicale  \ndu Nid.",
        "L’Amicale<sup>1</sup> du Nid.",
        "a\n\n    CCEM",
        "`CCEM` et ``CCEM``",
        "```\nCCEM\n```",
        "\\*CCEM\\*",
        "CCEM\\_x",
        "## CCEM\n\nCCEM\n\n#### CCEM\n\nCCEM",
        "- ## CCEM\n- CCEM",
        "Le CCEM{lang=en} et *le CCEM*{lang=en}",
        "Écrire à contact@CCEM.org, https://exemple.org/CCEM",
        "[CCEM](https://exemple.org) et [CCEM",
        "<b>CCEM</b>",
        "<!-- CCEM -->",
        "&lt;CCEM&gt;",
        "Le plan national.\n\nLa mesure 3.",
        "[le plan](legal:plan) : la mesure 3.",
        "La mesure 3.\n\nLe plan national.",
        "Le CCEM\n***\nle CCEM",
        "Amicale\n\ndu Nid",
        "La réunion du\n21 juin",
    ],
)
def test_the_list_of_references_says_what_the_page_links(matcher: Matcher, text: str) -> None:
    assert listed(Body(text), partial(matcher.find, day=DAY)) == targets(page(text, matcher))


# The order of entries and files


ENTRIES = [
    "members:ccem",
    "institutions:miprof",
    "institutions:greta",
    "legal:directive",
    "minutes:2014-09-29",
    "news:a",
]


def small_site(order: list[str]) -> dict[tuple[str, str], list[str | None]]:
    """Write a small content in an order; give the mentions of each of its texts."""
    words = "Le CCEM et la MIPROF, l’article 8 de la directive, la réunion du 29 septembre 2014, le GRETA."
    body = f"## Article 8 {{#article-8}}\n\n{words}"
    facts: dict[str, dict[str, str]] = {
        "members:ccem": {"acronym": "CCEM"},
        "institutions:miprof": {"acronym": "MIPROF"},
        "institutions:greta": {"acronym": "GRETA"},
        "legal:directive": {"title": "Directive"},
    }
    with tempfile.TemporaryDirectory() as folder:
        for key in order:
            write(Path(folder), key, body, **facts.get(key, {}))
            translate(Path(folder), key, body)
        site = site_of(Path(folder))
    matcher = matcher_of(site, {})
    return {
        (entry.key, version.language): [m.target for m in find_mentions(entry, matcher, version.body.prose)]
        for entry in site
        for version in entry.versions.values()
    }


@settings(max_examples=15)
@given(st.permutations(ENTRIES))
def test_the_order_in_which_files_are_written_changes_nothing(order: list[str]) -> None:
    assert list(small_site(order).items()) == list(small_site(ENTRIES).items())


@settings(max_examples=5)
@given(st.integers(0, 1000))
def test_the_order_of_the_entries_changes_nothing(
    real_site: Site, real_matcher: Matcher, languages: Mapping[str, Language], seed: int
) -> None:
    keys = list(real_site.entries)
    Random(seed).shuffle(keys)  # noqa: S311  no secret
    shuffled = Site({key: real_site.entries[key] for key in keys}, real_site.known, real_site.languages)
    other = matcher_of(shuffled, languages)
    texts = [(entry, entry.source.body.prose) for entry in real_site.of("minutes")]
    assert [find_mentions(entry, other, prose) for entry, prose in texts] == [
        find_mentions(entry, real_matcher, prose) for entry, prose in texts
    ]


# The whole real content


@pytest.fixture(scope="module")
def shown(real_site: Site, languages: Mapping[str, Language]) -> View:
    """Render the real content."""
    return view(real_site, languages, NOW)


def mentioning(site: Site) -> list[tuple[Entry, str]]:
    """Give the texts in which names are sought: entries, each in its languages."""
    return [(entry, language) for entry in site if entry.kind.mentions for language in entry.versions]


def test_names_are_sought_in_many_texts_of_the_real_content(real_site: Site) -> None:
    assert {entry.kind.name for entry, _ in mentioning(real_site)} == {"legal", "minutes", "press", "news", "events"}


def explicit(entry: Entry, language: str) -> list[str]:
    """Give the references that the author of a text wrote."""
    return [link.target for link in entry.versions[language].body.links if parse(link.target)]


def test_the_list_of_references_says_what_the_pages_of_the_real_content_link(
    real_site: Site, real_matcher: Matcher, shown: View
) -> None:
    said, linked = {}, {}
    for entry, language in mentioning(real_site):
        body = entry.versions[language].body
        said[entry.key, language] = listed(body, partial(find_mentions, entry, real_matcher))
        linked[entry.key, language] = targets(shown.texts[entry.key, language].html)
    assert {at: row for at, row in said.items() if row != linked[at]} == {
        at: row for at, row in linked.items() if row != said[at]
    }


def test_the_pages_of_the_real_content_link_all_that_their_authors_wrote(real_site: Site, shown: View) -> None:
    rendered = {(e.key, code): targets(shown.texts[e.key, code].html) for e, code in mentioning(real_site)}
    missing = {
        at: [ref for ref in explicit(real_site.entries[at[0]], at[1]) if ref not in rendered[at]] for at in rendered
    }
    assert {at: row for at, row in missing.items() if row} == {}


def test_every_link_to_an_entry_of_the_real_content_resolves(
    real_site: Site, shown: View, languages: Mapping[str, Language]
) -> None:
    addresses = Addresses(languages)
    pages = {
        addresses.entry(entry, code): {
            section.anchor for section in shown.texts[entry.key, entry.version(code).language].sections
        }
        for entry in real_site
        for code in CODES
    }
    dead = set()
    for text in shown.texts.values():
        for link in BeautifulSoup(text.html, "html.parser").select("a.xref"):
            address, _, anchor = str(link["href"]).partition("#")
            if address not in pages or (anchor and anchor not in pages[address]):
                dead.add(link["href"])
    assert dead == set()


def test_no_link_of_the_real_content_stands_within_a_link(shown: View) -> None:
    assert {at for at, text in shown.texts.items() if BeautifulSoup(text.html, "html.parser").select("a a")} == set()


def test_no_page_of_the_real_content_links_to_itself_by_a_mention(real_site: Site, real_matcher: Matcher) -> None:
    itself = {
        (entry.key, language)
        for entry, language in mentioning(real_site)
        for mention in find_mentions(entry, real_matcher, entry.versions[language].body.prose)
        if entry.key in mention.keys
    }
    assert itself == set()


def test_removing_the_added_links_gives_the_real_content_back_character_for_character(
    real_site: Site, shown: View
) -> None:
    nothing = Matcher(NameIndex([]), lambda _: ())
    changed = {
        (entry.key, language)
        for entry, language in mentioning(real_site)
        if readable(shown.texts[entry.key, language].html)
        != readable(
            render(
                entry.versions[language].body.text,
                _context(entry, entry.versions[language], real_site, shown.addresses, nothing),
            ).html
        )
    }
    assert changed == set()


def readable(html: str) -> str:
    """Take the links to entries and the acronyms' words out of a page."""
    return without_links(ABBREVIATION.sub(r"\1", html))
