"""A text that goes deeper than any text needs is told before it is rendered; long ones pass."""

import pytest

from contrelatraite.checks.writing import too_deep
from contrelatraite.reading.body import Body, too_long
from contrelatraite.rendering.markdown import Context, render

CONTEXT = Context(lambda _: None, lambda _: [])
SIZE = 100_000  # characters: the largest text that is read
PARAGRAPH = 9_990  # the longest paragraph


@pytest.mark.parametrize(
    "text",
    [
        "[" * SIZE,
        "[a](" * (SIZE // 4),
        "[" * (SIZE // 2) + "]" * (SIZE // 2),
        "- " * (SIZE // 2) + "a",
        "1. " * (SIZE // 3) + "a",
        "> " * (SIZE // 2) + "a",
        "```a\n" * (SIZE // 5),
        "\n".join("    " * depth + "- a" for depth in range(200)),
    ],
    ids=["brackets", "links", "closed brackets", "lists", "numbers", "quotations", "fences", "indents"],
)
def test_a_text_nested_without_end_is_told(text: str) -> None:
    assert too_deep(text, Body(text).uncoded) is not None


@pytest.mark.parametrize(
    "text",
    [
        "a" * SIZE,
        "a b " * (SIZE // 4),
        "[a](b) " * 5000,
        "(a) " * 5000,
        "`" + "[" * 500 + "`",
        "a :( \n\n" * 200,
        "> - 1. a",
    ],
    ids=["word", "words", "links", "brackets", "code", "smileys", "three"],
)
def test_a_long_text_is_no_deep_one(text: str) -> None:
    assert too_deep(text, Body(text).uncoded) is None


def test_parentheses_that_close_do_not_hide_brackets_left_open() -> None:
    assert too_deep("[)" * 50, "[)" * 50) is not None


@pytest.mark.parametrize(
    "text",
    [
        "*a " * (PARAGRAPH // 3),
        "_a" * (PARAGRAPH // 2),
        " " * PARAGRAPH + "a",
        "a@" * (PARAGRAPH // 2),
        "<" * PARAGRAPH,
        "a\n---\n" * 990,
        "a|b\n-|-\n" + '`|"' * 3_000,
    ],
)
def test_the_longest_paragraph_that_is_not_deep_is_read_and_rendered(text: str) -> None:
    body = Body(text)
    assert len(body.prose) == len(text)
    assert render(text, CONTEXT).html


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("a" * 10_001, 10_000),
        ("b\n \n" + "a" * 10_001, 10_004),
        ("a\n" * 5_000 + "a", 4_000),
        ("a\n\n" * 1_000, 3_000),
    ],
    ids=["paragraph", "second paragraph", "lines", "paragraphs"],
)
def test_a_text_without_end_is_told_where_it_grows_too_long_and_is_not_rendered(text: str, at: int) -> None:
    assert too_long(text) == at
    with pytest.raises(ValueError, match="X122"):
        render(text, CONTEXT)


@pytest.mark.parametrize("text", ["", "a" * 10_000, ("a" * 9_000 + "\n\n") * 10, "a\n\n" * 999])
def test_a_text_as_long_as_may_be_is_not_told(text: str) -> None:
    assert too_long(text) is None
