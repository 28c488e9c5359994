"""What stands where in a text of Markdown, without rendering it."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from contrelatraite.kinds import KINDS
from contrelatraite.reading.body import Body, Heading, Link
from contrelatraite.reading.source import read
from contrelatraite.rendering.markdown import Context, Target, render

MARKDOWN = st.text(st.sampled_from("ab É#`~*_[]()<>{}:\"'/.!\\-|\n \u00a0")).map(lambda text: text[:200])

# A page without mentions, on a site where every reference leads somewhere.
ALL_KNOWN = Context(lambda reference: Target(f"/{reference.id}/", reference.id), lambda _: [])


def anchors_seen(text: str) -> list[str | None]:
    """Give the anchors of the titles that the text shows to a check."""
    return [heading.anchor for heading in Body(text).headings]


def anchors_rendered(text: str) -> list[str | None]:
    """Give the anchors of the titles that a reader gets."""
    page = BeautifulSoup(render(text, ALL_KNOWN).html, "lxml")
    return [None if title.get("id") is None else str(title["id"]) for title in page.find_all(re.compile("^h[1-6]$"))]


def links_rendered(text: str) -> int:
    """Count the links that a reader gets."""
    return render(text, ALL_KNOWN).html.count("<a ")


# Titles


def test_a_title_has_its_level_words_anchor_and_place() -> None:
    text = "Un texte.\n\n## Le titre {#titre}\n\nSuite."
    (heading,) = Body(text).headings
    assert heading == Heading(2, "Le titre", "titre", 11, 31)
    assert text[heading.start : heading.end] == "## Le titre {#titre}"


@pytest.mark.parametrize(
    ("line", "level", "title", "anchor"),
    [
        ("# Un", 1, "Un", None),
        ("### Un", 3, "Un", None),
        ("###### Un {#a}", 6, "Un", "a"),
        ("## Un ##", 2, "Un", None),
        ("## Un {#a} ##", 2, "Un", "a"),
        ("## Un { #a }", 2, "Un", "a"),
        ("##\tUn", 2, "Un", None),
        ("## Un {}", 2, "Un {}", None),
    ],
)
def test_a_title_may_be_written_in_these_ways(line: str, level: int, title: str, anchor: str | None) -> None:
    assert Body(line).headings == (Heading(level, title, anchor, 0, len(line)),)


@pytest.mark.parametrize(
    "text", ["`## a`", "```\n## a\n```", "~~~\n## a\n~~~", "a ## b", "\\## a", "[#a](#a)"], ids=repr
)
def test_what_is_no_title_is_not_taken_for_one(text: str) -> None:
    assert Body(text).headings == ()


def test_anchors_come_in_order_without_the_titles_that_have_none() -> None:
    assert Body("## A {#a}\n\n### B\n\n## C {#c}").anchors == ("a", "c")


@pytest.mark.parametrize(
    "text",
    [
        "## Un {#a}",
        "##Un",
        "Un\n==",
        "Un {#a}\n---",
        "texte\n## Un {#a}\ntexte",
        "# Un",
        "#mot",
        "> ## Un {#a}",
        ">## Un {#a}",
        ">> ## Un {#a}",
        "- ## Un {#a}\n\n    ## Deux {#b}",
        "  ## Un {#a}",
        "texte\n    ## Un {#a}",
        "## `x` {#a}",
        "```\n## Un {#a}",
        "```\n## Un {#a}\n```",
        "~~~\n## Un {#a}\n```",
        "```un mot\n\n## Un {#a}\n```",
        "un `mot\n## Un {#a}\nseul`",
    ],
    ids=repr,
)
def test_a_check_sees_each_title_that_a_reader_gets(text: str) -> None:
    assert anchors_seen(text) == anchors_rendered(text)


# Links


def test_a_link_has_its_words_target_and_the_place_of_its_address() -> None:
    text = "Voir le [CCEM](members:ccem)."
    (link,) = Body(text).links
    assert link == Link("CCEM", "members:ccem", 15, 27)
    assert text[link.start : link.end] == "members:ccem"


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("[](members:a)", [("", "members:a")]),
        ("[a](<members:a>)", [("a", "members:a")]),
        ('[a](members:a "Le titre")', [("a", "members:a")]),
        ("[a [b] c](members:a)", [("a [b] c", "members:a")]),
        ("[a](https://fr.wikipedia.org/wiki/A_(b))", [("a", "https://fr.wikipedia.org/wiki/A_(b)")]),
        ("[a\nb](members:a)", [("a\nb", "members:a")]),
        ("[a](b)[c](d)", [("a", "b"), ("c", "d")]),
        ("<https://exemple.org>", [("https://exemple.org", "https://exemple.org")]),
        ("**[a](members:a)**", [("a", "members:a")]),
        ("\\[a](members:a)", []),
        ("[a] (members:a)", []),
        ("[a]", []),
        ("`[a](members:a)`", []),
        ("``a ` [a](members:a)``", []),
        ("```\n[a](members:a)\n```", []),
        ("1 < 2 et 3 > 2", []),
    ],
)
def test_links_are_seen_in_these_ways_of_writing(text: str, links: list[tuple[str, str]]) -> None:
    assert [(link.text, link.target) for link in Body(text).links] == links


@pytest.mark.parametrize(
    "text",
    [
        "[a](members:a)",
        "[a](members:a 'Le titre')",
        "[a](members:a (Le titre))",
        "[a]( members:a )",
        "[a\\]b](members:a)",
        "## [a](members:a) {#a}",
        "- [a](members:a)\n\n    [b](members:b)",
        "|[a](members:a)|b|\n|-|-|\n|c|[d](members:d)|",
        "<https://exemple.org>",
        "[a [b](members:b) c](members:a)",
        "[a [b [c]] d](https://exemple.org)",
        "[a [b [c [d]]](members:b) e](members:a)",
        "[a](members:a) ![b [c](members:c)](d)",
        "\\\\[a](members:a)",
        "a](b) [c](members:c)",
        "[a\n\nb](members:b) [c](members:c)",
    ],
    ids=repr,
)
def test_a_check_sees_each_link_that_a_reader_gets(text: str) -> None:
    assert len(Body(text).links) == links_rendered(text)


@pytest.mark.parametrize(
    "text", ["<members:a>", "<mailto:a@exemple.org>", "<a@exemple.org>", "![a](https://exemple.org/a.png)"]
)
def test_what_a_reader_gets_as_a_link_or_as_signs_is_so_for_a_check_too(text: str) -> None:
    assert len(Body(text).links) == links_rendered(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[site](https://exemple.org/a b)", "[site]"),
        ("[A](legal:x#article 8)", "[A]"),
        ("[A](members: ccem)", "[A]"),
        ("[site] (https://exemple.org)", "[site]"),
        ("[site] (members:a)", "[site]"),
        ("[site](https://exemple.org", "[site]"),
        ("Voir [a [b]](c d).", "[a [b]]"),
        ("[a](https://exemple.org/((b)))", "[a]"),
    ],
)
def test_what_was_meant_as_a_link_and_is_none_is_seen(text: str, words: str) -> None:
    body = Body(text)
    assert [text[start:end] for start, end in body.failed_links] == [words]


@pytest.mark.parametrize(
    "text",
    ["[a](members:a)", "[sic] (en 2013)", "[a] (note : b)", "[a]", "\\[a](b c)", "`[a](b c)`", "[a] b (c)"],
)
def test_what_is_a_link_or_was_never_meant_as_one_has_not_failed(text: str) -> None:
    assert Body(text).failed_links == ()


# What a text has too much of


@pytest.mark.parametrize("text", ["a\n---", "Un titre\n---", "a\n===", "Un titre \n---", "a\n---\nb\n---"])
def test_the_line_under_a_title_is_seen(text: str) -> None:
    assert len(Body(text).underlines) == text.count("\n---") + text.count("\n===")


@pytest.mark.parametrize("text", ["---", "a\n\n---", "|a|\n|---|", "a | b\n---|---", "|a|\n---"])
def test_a_line_under_no_title_is_not_taken_for_one(text: str) -> None:
    assert Body(text).underlines == ()


@pytest.mark.parametrize(
    ("text", "rows"), [("|a" * 31 + "|", 1), ("|a" * 30 + "|", 0), ("```\n" + "|" * 50 + "\n```", 0)]
)
def test_a_row_of_more_than_30_columns_is_seen(text: str, rows: int) -> None:
    assert len(Body(text).wide_rows) == rows


# Code


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("`a` b `c`", "... b ..."),
        ("`a``b` c", "...... c"),
        ("``a` b`` `c", "........ `c"),
        ("`a\n\nb` c `d`", "`a\n\nb.....d`"),
        ("`a\n# b` `c`", "`a\n# b...c`"),
        ("~~~\na\n~~~~\nb\n~~~", "...\n.\n....\n.\n..."),
        ("~~~x\na\n~~~x\nb", "~~~x\na\n~~~x\nb"),
    ],
    ids=repr,
)
def test_code_ends_with_the_same_signs_and_with_its_paragraph(text: str, shown: str) -> None:
    assert Body(text).uncoded.replace("\0", ".") == shown


# HTML


@pytest.mark.parametrize(
    "tag", ["<b>", "</b>", "<br/>", "<script src=x>", "<!-- a -->", "<?php", "<x-y>", "<a href='x'"]
)
def test_a_tag_is_seen(tag: str) -> None:
    text = f"Un {tag} texte"
    assert [text[start : start + len(tag)] for start, _ in Body(text).html] == [tag]


@pytest.mark.parametrize(
    "text", ["1 < 2", "a <- b", "<3", "`<b>`", "```\n<b>\n```", "<https://exemple.org>", "[a](<b>)", "&lt;b&gt;"]
)
def test_what_is_no_tag_is_not_taken_for_one(text: str) -> None:
    assert Body(text).html == ()


# Prose


def prose(text: str) -> str:
    """Give the prose of a text, with a dot for each character blanked out."""
    return Body(text).prose.replace("\0", ".")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Le CCEM.", "Le CCEM."),
        ("a `CCEM` b", "a ...... b"),
        ("a [CCEM](members:ccem) b", "a .................... b"),
        ("a <https://ccem.org> b", "a .................. b"),
        ("a https://ccem.org/CCEM b", "a ..................... b"),
        ("a www.ccem.org b", "a ............ b"),
        ("a ccem@exemple.org b", "a ................ b"),
        ("*CCEM*{: lang=fr } b", "*CCEM*............ b"),
        ("## CCEM {#ccem}\nb", "...............\nb"),
        ("```\nCCEM\n```\nb", "...\n....\n...\nb"),
    ],
)
def test_names_are_not_sought_in_code_titles_links_and_addresses(text: str, shown: str) -> None:
    assert prose(text) == shown


@given(MARKDOWN)
def test_blanking_keeps_the_place_of_every_character(text: str) -> None:
    body = Body(text)
    for blanked in (body.uncoded, body.prose):
        assert len(blanked) == len(text)
        assert all(new in (old, "\0") for new, old in zip(blanked, text, strict=True))


@given(MARKDOWN)
def test_no_line_end_is_blanked(text: str) -> None:
    assert Body(text).prose.count("\n") == text.count("\n")


@given(MARKDOWN)
def test_the_place_of_a_link_is_that_of_its_target(text: str) -> None:
    for link in Body(text).links:
        assert text[link.start : link.end].strip("<>") == link.target


# The whole content: what a check sees is what a reader gets


def real_texts(content: Path) -> dict[str, str]:
    """Give every text of the site by its path."""
    texts = {}
    for kind in KINDS:
        for path in sorted((content / kind).glob("*/index.*.md")):
            source, _ = read(path, str(path))
            assert source is not None, path
            texts[path.relative_to(content).as_posix()] = source.body
    assert len(texts) > len(KINDS)
    return texts


def test_the_titles_that_checks_see_are_those_of_the_pages(real_content: Path) -> None:
    texts = real_texts(real_content)
    seen = {path: anchors_seen(text) for path, text in texts.items()}
    assert seen == {path: anchors_rendered(text) for path, text in texts.items()}


def test_the_links_that_checks_see_are_as_many_as_those_of_the_pages(real_content: Path) -> None:
    texts = real_texts(real_content)
    seen = {path: len(Body(text).links) for path, text in texts.items()}
    assert seen == {path: links_rendered(text) for path, text in texts.items()}
