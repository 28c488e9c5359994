"""Mentions linked in Markdown's tree: only the `a` elements are new."""

from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contrelatraite.references.match import Matcher, Mention
from contrelatraite.references.names import NameIndex
from contrelatraite.references.rewrite import Placed, link_mentions
from contrelatraite.schema.fields import Name

NAMES = {"members:ccem": "CCEM", "members:adn": "ADN", "members:nid": "Mouvement du Nid"}
TWO_MEANINGS = {"institutions:a": "GRETA", "institutions:b": "GRETA"}
MATCHER = Matcher(
    NameIndex((key, Name(name=name)) for key, name in [*NAMES.items(), *TWO_MEANINGS.items()]), lambda _: ()
)


def href(target: str) -> dict[str, str]:
    """Give the attributes of a target's link."""
    return {"href": target}


def link(tree: Element) -> list[Placed]:
    """Link the mentions of a tree."""
    return link_mentions(tree, MATCHER.find, href)


def linked(inner: str) -> str:
    """Link the mentions of what stands in a page, written as XML."""
    tree = fromstring(f"<div>{inner}</div>")  # noqa: S314  written here
    link(tree)
    return tostring(tree, "unicode").removeprefix("<div>").removesuffix("</div>")


def placed(inner: str) -> list[Placed]:
    """Give the references placed on a page."""
    return link(fromstring(f"<div>{inner}</div>"))  # noqa: S314  written here


CCEM, ADN = '<a href="members:ccem">CCEM</a>', '<a href="members:adn">ADN</a>'


@pytest.mark.parametrize(
    ("inner", "shown"),
    [
        ("<p>Le CCEM.</p>", f"<p>Le {CCEM}.</p>"),
        ("<p>CCEM</p>", f"<p>{CCEM}</p>"),
        ("<p>Le CCEM, l’ADN.</p>", f"<p>Le {CCEM}, l’{ADN}.</p>"),
        ("<p><em>Le CCEM</em> et l’ADN.</p>", f"<p><em>Le {CCEM}</em> et l’{ADN}.</p>"),
        ("<p>a<em>b</em>c CCEM <em>d</em>e ADN</p>", f"<p>a<em>b</em>c {CCEM} <em>d</em>e {ADN}</p>"),
        ("<ul><li>CCEM<ul><li>ADN</li></ul></li></ul>", f"<ul><li>{CCEM}<ul><li>{ADN}</li></ul></li></ul>"),
        ("<ul><li><p>CCEM</p></li></ul>", f"<ul><li><p>{CCEM}</p></li></ul>"),
        ("<blockquote><p>CCEM</p></blockquote>", f"<blockquote><p>{CCEM}</p></blockquote>"),
        ("<table><tr><th>CCEM</th><td>ADN</td></tr></table>", f"<table><tr><th>{CCEM}</th><td>{ADN}</td></tr></table>"),
        ("<p>a<br />\nCCEM</p>", f"<p>a<br />\n{CCEM}</p>"),
    ],
)
def test_a_mention_is_linked_wherever_text_stands(inner: str, shown: str) -> None:
    assert linked(inner) == shown


@pytest.mark.parametrize(
    "inner",
    [
        "<p>Rien.</p>",
        "<p />",
        "<h2>CCEM</h2>",
        "<blockquote><h2>CCEM</h2></blockquote>",
        "<ul><li><h2>CCEM</h2></li></ul>",
        "<p><code>CCEM</code></p>",
        "<p><a>CCEM</a></p>",
        "<p><a><em>CCEM</em></a></p>",
        "<pre><code>CCEM</code></pre>",
        "<ul><li><pre>CCEM</pre></li></ul>",
        "<p>Mouvement <em>du Nid</em></p>",
        "<p>CC<em>EM</em></p>",
        "<p>Le GRETA.</p>",
        "<h3>Le <em>CCEM</em></h3>",
        '<p><a href="members:adn">CCEM</a></p>',
        "<p><em>Le <code>CCEM</code></em></p>",
    ],
)
def test_a_mention_is_not_linked_in_titles_code_links_over_markup_or_with_two_meanings(inner: str) -> None:
    assert linked(inner) == inner


@pytest.mark.parametrize(
    "address",
    [
        "contact@CCEM.org",
        "CCEM@exemple.org",
        "https://exemple.org/CCEM",
        "http://CCEM.org",
        "www.CCEM.org",
        "https://www.exemple.org/a?b=CCEM",
    ],
)
def test_a_mention_is_not_linked_in_an_address_or_an_e_mail_that_is_no_link(address: str) -> None:
    assert linked(f"<p>Voir {address} ici</p>") == f"<p>Voir {address} ici</p>"


@pytest.mark.parametrize("name", ["Mouvement\u00a0du Nid", "mouvement du nid", "MOUVEMENT DU NID", "Mouvement du\nNid"])
def test_a_link_keeps_the_authors_characters(name: str) -> None:
    assert linked(f"<p>Le {name}.</p>") == f'<p>Le <a href="members:nid">{name}</a>.</p>'


def test_a_name_does_not_run_from_one_paragraph_into_the_next() -> None:
    inner = "<p>Le Mouvement</p><p>du Nid</p>"
    assert linked(inner) == inner


def test_a_target_is_linked_once_in_a_section() -> None:
    assert linked("<p>CCEM, CCEM</p><p>CCEM</p>") == f"<p>{CCEM}, CCEM</p><p>CCEM</p>"


def test_a_target_is_linked_again_in_the_next_section() -> None:
    assert linked("<p>CCEM</p><h2>a</h2><p>CCEM</p><h3>b</h3><p>CCEM</p>") == (
        f"<p>{CCEM}</p><h2>a</h2><p>{CCEM}</p><h3>b</h3><p>{CCEM}</p>"
    )


def test_a_link_that_stands_in_the_section_already_counts() -> None:
    inner = '<p>Le <a data-ref="members:ccem">Comité</a>.</p><p>CCEM</p>'
    assert linked(inner) == inner


def test_a_mention_before_a_link_is_linked_and_one_after_it_is_a_repeat() -> None:
    link = '<a data-ref="members:ccem">Comité</a>'
    assert linked(f"<p>CCEM, {link}, CCEM</p>") == f"<p>{CCEM}, {link}, CCEM</p>"


def test_each_article_of_a_text_is_linked_and_the_text_itself() -> None:
    directive = Matcher(NameIndex([("legal:d", Name(name="directive"))]), lambda _: ("article-8", "article-11"))
    tree = fromstring("<p>L’article 8 de la directive, l’article 11 de la directive, la directive.</p>")  # noqa: S314  written here
    root = Element("div")
    root.append(tree)
    link_mentions(root, directive.find, href)
    assert [element.get("href") for element in root.iter("a")] == ["legal:d#article-8", "legal:d#article-11", "legal:d"]


def test_a_measure_belongs_to_the_plan_named_in_a_paragraph_before() -> None:
    plan = Matcher(
        NameIndex([("legal:plan", Name(name="plan national"))]), lambda _: ("mesure-3",), measured=lambda key, _: key
    )
    root = fromstring("<div><p>Le plan national.</p><p>La mesure 3.</p></div>")  # noqa: S314  written here
    link_mentions(root, plan.find, href)
    assert [element.get("href") for element in root.iter("a")] == ["legal:plan", "legal:plan#mesure-3"]


# What is placed


def test_a_mention_is_placed_with_its_section_and_its_sentence() -> None:
    assert placed('<h2 id="un">Un</h2><p>Rien. Le <em>CCEM</em> est là ! Rien.</p>') == [
        Placed("members:ccem", "un", "Le CCEM est là !")
    ]


def test_a_link_that_stands_in_the_text_is_placed_too() -> None:
    assert placed('<p>Rien. Voir <a data-ref="members:adn">ceci</a>.</p>') == [
        Placed("members:adn", None, "Voir ceci.")
    ]


def test_a_section_without_an_anchor_has_none() -> None:
    assert placed('<h2 id="un">Un</h2><h2>Deux</h2><p>CCEM</p>') == [Placed("members:ccem", None, "CCEM")]


def test_a_mention_in_an_inner_list_is_placed_once() -> None:
    assert placed("<ul><li>a<ul><li>CCEM</li></ul>b</li></ul>") == [Placed("members:ccem", None, "CCEM")]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Un. Le CCEM. Trois.", "Le CCEM."),
        ("Un ! Le CCEM ? Trois", "Le CCEM ?"),
        ("Un… Le CCEM… Trois.", "Le CCEM…"),
        ("Le CCEM, c.-à-d. lui, est là.", "Le CCEM, c.-à-d. lui, est là."),
        ("Un.\u00a0À Évry, le CCEM.", "À Évry, le CCEM."),
        ("Le CCEM\u00a0: lui", "Le CCEM\u00a0: lui"),
        ("Le CCEM\nest là.", "Le CCEM est là."),
    ],
)
def test_the_sentence_of_a_mention_is_the_one_around_it(text: str, sentence: str) -> None:
    assert placed(f"<p>{text}</p>") == [Placed("members:ccem", None, sentence)]


# What always holds

WORDS = st.lists(st.sampled_from([*NAMES.values(), "GRETA", " ", "\n", "é", ". ", "\u00a0"]), max_size=6).map("".join)


@st.composite
def filled(draw: st.DrawFn, tags: str, children: st.SearchStrategy[Element] | None = None) -> Element:
    """Make an element of one of these tags, with words and children in it."""
    element = Element(draw(st.sampled_from(tags.split())))
    element.text = draw(WORDS)
    if element.tag == "a":
        element.set("data-ref", draw(st.sampled_from(sorted(NAMES))))
    for child in draw(st.lists(children, max_size=2)) if children is not None else ():
        child.tail = draw(WORDS)
        element.append(child)
    return element


PHRASES = filled("em strong code a span br", filled("em code"))
BLOCKS = filled("p h2 li td pre", PHRASES)
PAGES = filled("div", BLOCKS | filled("ul blockquote li", BLOCKS))


def shape(tree: Element) -> list[object]:
    """Give an element as plain values."""
    return [tree.tag, tree.attrib, tree.text or "", [(shape(child), child.tail or "") for child in tree]]


def without_added(tree: Element) -> str:
    """Write a tree without the links that `href` makes."""
    text = tostring(tree, "unicode")
    for key, name in NAMES.items():
        text = text.replace(f'<a href="{key}">{name}</a>', name)
    return text


@given(PAGES)
def test_the_text_is_unchanged_character_for_character(page: Element) -> None:
    before = "".join(page.itertext())
    link(page)
    assert "".join(page.itertext()) == before


@given(PAGES)
def test_taking_the_added_links_away_gives_the_tree_back(page: Element) -> None:
    before = tostring(page, "unicode")
    link(page)
    assert without_added(page) == before


def marked(target: str) -> dict[str, str]:
    """Give the attributes of a target's link as the pages have them."""
    return {"href": target, "data-ref": target}


@given(PAGES)
def test_linking_twice_changes_nothing_more(page: Element) -> None:
    link_mentions(page, MATCHER.find, marked)
    once = shape(page)
    link_mentions(page, MATCHER.find, marked)
    assert shape(page) == once


@given(PAGES)
def test_linking_twice_places_the_same_references(page: Element) -> None:
    first = link_mentions(page, MATCHER.find, marked)
    assert sorted(link_mentions(page, MATCHER.find, marked), key=repr) == sorted(first, key=repr)


@given(PAGES)
def test_no_added_link_stands_in_another_in_code_or_in_a_title(page: Element) -> None:
    link(page)
    closed = [element for tag in ("a", "code", "pre", "h2") for element in page.iter(tag)]
    assert [
        inner for element in closed for inner in element.iter("a") if inner is not element and inner.get("href")
    ] == []


@given(PAGES)
def test_every_added_link_holds_the_name_of_its_target(page: Element) -> None:
    link(page)
    assert all(NAMES[target] == element.text for element in page.iter("a") if (target := element.get("href")))


def test_what_finds_mentions_is_given_the_text_without_what_is_not_to_be_linked() -> None:
    given: list[str] = []

    def find(text: str) -> list[Mention]:
        given.append(text.replace("\0", "."))
        return []

    link_mentions(fromstring("<div><p>Le <code>a b</code> et <a>c</a>.</p></div>"), find, href)  # noqa: S314  written here
    assert given == ["Le . . et .."]
