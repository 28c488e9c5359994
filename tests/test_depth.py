"""A text that goes deeper than any text needs is told before it is rendered; long ones pass."""

import pytest

from contrelatraite.checks.writing import too_deep
from contrelatraite.reading.body import Body
from contrelatraite.rendering.markdown import Context, render

CONTEXT = Context(lambda _: None, lambda _: [])
SIZE = 100_000  # characters: the largest text that is read


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


@pytest.mark.parametrize(
    "text", ["*a " * (SIZE // 3), "_a" * (SIZE // 2), " " * SIZE + "a", "a@" * (SIZE // 2), "<" * SIZE]
)
def test_the_largest_text_that_is_not_deep_is_read_and_rendered(text: str) -> None:
    body = Body(text)
    assert len(body.prose) == len(text)
    assert render(text, CONTEXT).html
