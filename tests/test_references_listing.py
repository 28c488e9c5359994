"""The references of a text, by line and column."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contrelatraite.reading.body import Body
from contrelatraite.references.listing import Listed, ListedUnknown, Text, list_references, list_unknown
from contrelatraite.references.match import Matcher
from contrelatraite.references.names import NameIndex
from contrelatraite.schema.fields import Name

NAMES = [
    ("members:ccem", "CCEM"),
    ("members:adn", "Amicale du Nid"),
    ("institutions:a", "GRETA"),
    ("institutions:b", "GRETA"),
]
MATCHER = Matcher(NameIndex((key, Name(name=name)) for key, name in NAMES), lambda _: ())


def listed(text: str, first_line: int = 1, *, plain: bool = False) -> list[Listed]:
    """List the references of a text."""
    return list(list_references(Text("a.md", Body(text, plain=plain), first_line, MATCHER.find)))


def rows(text: str, *, plain: bool = False) -> list[tuple[str, str, str, bool]]:
    """Give the words, target, kind and link of each reference of a text."""
    return [(found.text, found.target, found.kind, found.linked) for found in listed(text, plain=plain)]


def test_a_text_that_names_nothing_lists_nothing() -> None:
    assert listed("Rien ni personne.") == []


def test_a_mention_is_listed_with_its_place() -> None:
    assert listed("Le CCEM.") == [Listed("a.md", 1, 4, 1, 8, "CCEM", "members:ccem", "mention", linked=True)]


def test_lines_are_counted_from_the_one_on_which_the_text_begins() -> None:
    assert [(found.line, found.end_line) for found in listed("\nLe CCEM.", first_line=12)] == [(13, 13)]


def test_the_end_of_a_mention_over_two_lines_is_on_the_second() -> None:
    (found,) = listed("Un.\nL’Amicale\ndu Nid.")
    assert (found.line, found.column, found.end_line, found.end_column) == (2, 3, 3, 7)


def test_the_words_of_a_mention_are_those_of_the_author() -> None:
    assert rows("l’amicale \n du\u00a0nid", plain=True) == [("amicale \n du\u00a0nid", "members:adn", "mention", True)]


def test_columns_count_characters_and_not_bytes() -> None:
    assert [(found.column, found.end_column) for found in listed("Été 😀 CCEM")] == [(7, 11)]


def test_a_name_with_two_meanings_is_not_listed() -> None:
    assert rows("Le GRETA et le CCEM.") == [("CCEM", "members:ccem", "mention", True)]


# Explicit references


def test_an_explicit_reference_is_listed_at_its_address() -> None:
    assert listed("Le [Comité](members:ccem#titre).") == [
        Listed("a.md", 1, 13, 1, 31, "members:ccem#titre", "members:ccem#titre", "explicit", linked=True)
    ]


@pytest.mark.parametrize(
    "text", ["[x](https://exemple.org)", "[x](#a)", "[x](mailto:a@exemple.org)", "`[x](members:ccem)`"]
)
def test_another_link_is_not_listed(text: str) -> None:
    assert listed(text) == []


def test_explicit_references_and_mentions_come_in_the_order_of_the_text() -> None:
    assert rows("L’Amicale du Nid, [x](members:a), le CCEM.") == [
        ("Amicale du Nid", "members:adn", "mention", True),
        ("members:a", "members:a", "explicit", True),
        ("CCEM", "members:ccem", "mention", True),
    ]


def test_an_explicit_reference_is_linked_however_often_it_stands() -> None:
    assert [found.linked for found in listed("[a](members:ccem) [b](members:ccem)")] == [True, True]


@pytest.mark.parametrize(
    "text",
    [
        "## CCEM {#a}",
        "`CCEM`",
        "```\nCCEM\n```",
        "[CCEM](https://exemple.org)",
        "<https://CCEM.org>",
        "https://exemple.org/CCEM",
        "www.CCEM.org",
        "CCEM@exemple.org",
        "contact@CCEM.org",
    ],
)
def test_a_name_in_a_title_code_a_link_or_an_address_is_not_listed(text: str) -> None:
    assert listed(text) == []


# Repeats


def test_a_repeat_in_a_section_is_not_linked() -> None:
    assert [found.linked for found in listed("CCEM, CCEM\n\nCCEM")] == [True, False, False]


def test_a_target_is_linked_again_in_the_next_section() -> None:
    text = "CCEM\n\n## Un {#un}\n\nCCEM, CCEM\n\n### Deux\n\nCCEM"
    assert [found.linked for found in listed(text)] == [True, True, False, True]


def test_a_mention_after_an_explicit_reference_is_a_repeat() -> None:
    assert [found.linked for found in listed("[Comité](members:ccem)\n\nCCEM")] == [True, False]


def test_a_mention_before_an_explicit_reference_is_linked_too() -> None:
    assert [found.linked for found in listed("Le CCEM, [Comité](members:ccem), le CCEM")] == [True, True, False]


def test_another_article_of_the_same_text_is_no_repeat() -> None:
    anchored = Matcher(
        NameIndex([("legal:directive", Name(name="directive sur la traite"))]), lambda _: ("article-8", "article-11")
    )
    text = "Article 8 de la directive sur la traite, article 11 de la directive sur la traite, directive sur la traite"
    found = list_references(Text("a.md", Body(text), 1, anchored.find))
    assert [(item.target, item.linked) for item in found] == [
        ("legal:directive#article-8", True),
        ("legal:directive#article-11", True),
        ("legal:directive", True),
    ]


# Plain texts


def test_a_plain_text_has_no_markdown() -> None:
    assert rows("## CCEM\n[CCEM](members:adn) `CCEM`", plain=True) == [
        ("CCEM", "members:ccem", "mention", True),
        ("CCEM", "members:ccem", "mention", False),
        ("CCEM", "members:ccem", "mention", False),
    ]


@pytest.mark.parametrize("text", ["https://exemple.org/CCEM", "www.CCEM.org", "contact@CCEM.org"])
def test_a_name_in_an_address_of_a_plain_text_is_not_listed(text: str) -> None:
    assert rows(text, plain=True) == []


def test_a_blank_line_within_a_name_of_a_plain_text_does_not_count() -> None:
    (found,) = listed("L’Amicale\n\ndu\n\n\nNid.", plain=True)
    assert (found.text, found.line, found.column, found.end_line, found.end_column) == (
        "Amicale\n\ndu\n\n\nNid",
        1,
        3,
        6,
        4,
    )


@pytest.mark.parametrize("text", ["L’Amicale\n\ndu Nid", "- L’Amicale\n- du Nid", "1. Amicale\n2. du Nid"])
def test_a_name_does_not_run_from_one_paragraph_of_markdown_into_the_next(text: str) -> None:
    assert rows(text) == []


# As the command writes it


def test_a_reference_is_a_row_of_the_designs_fields() -> None:
    (found,) = listed("Le CCEM.")
    assert found.as_row() == {
        "path": "a.md",
        "line": 1,
        "column": 4,
        "end_line": 1,
        "end_column": 8,
        "text": "CCEM",
        "target": "members:ccem",
        "kind": "mention",
        "linked": True,
    }


def test_a_reference_is_one_line_of_text() -> None:
    assert [str(found) for found in listed("L’Amicale\n du Nid, l’Amicale du Nid")] == [
        "a.md:1:3: Amicale du Nid → members:adn",
        "a.md:2:12: Amicale du Nid → members:adn (=)",
    ]


# What leads nowhere


def test_what_looks_like_a_reference_and_leads_nowhere_is_listed_with_its_place_and_its_uses() -> None:
    text = Text("a.md", Body("Le CCEM.\nLe BPF, la circulaire du 1er mai 2012 et le BPF."), 3, MATCHER.find)
    assert list(list_unknown(text)) == [
        ListedUnknown("a.md", 4, 4, "BPF", 2),
        ListedUnknown("a.md", 4, 12, "circulaire du 1er mai 2012", 1),
    ]


def test_what_leads_nowhere_is_one_line_of_text() -> None:
    assert str(ListedUnknown("a.md", 4, 12, "circulaire\ndu 1er mai 2012", 1)) == (
        "a.md:4:12: circulaire du 1er mai 2012 (1) → ?"
    )


# What always holds

TEXTS = st.lists(
    st.sampled_from(
        ["CCEM", "Amicale du Nid", "GRETA", " ", "\n", "\n\n", "## ", "[x](members:ccem)", "`", "é", "😀", "- "]
    )
).map("".join)


@given(TEXTS, st.booleans())
def test_the_words_of_a_reference_stand_at_its_place(text: str, plain: bool) -> None:
    lines = text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    for found in listed(text, plain=plain):
        start, end = starts[found.line - 1] + found.column - 1, starts[found.end_line - 1] + found.end_column - 1
        assert text[start:end] == found.text


@given(TEXTS)
def test_references_come_in_order(text: str) -> None:
    places = [(found.line, found.column) for found in listed(text)]
    assert places == sorted(set(places))
