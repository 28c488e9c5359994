"""A line that is not typeset as its language is printed is told as it is to be pasted."""

from pathlib import Path

import pytest

from contrelatraite.checks.writing import check_typography
from contrelatraite.reading.registry import register
from tests.support import CODES

LONG = "qui est assez long pour qu’un résumé soit admis par le schéma de ce genre de page."


def nearest(content: Path, header: str, body: str = "") -> list[object]:
    """Give what is to be written instead of what a file holds."""
    path = content / "institutions" / "a" / "index.fr.md"
    path.parent.mkdir(parents=True)
    path.write_text(f"---\n{header}\n---\n{body}", "utf-8")
    site, problems = register(content, CODES)
    assert problems == []
    return [problem.values["nearest"] for entry in site for problem in check_typography(entry, site)]


@pytest.mark.parametrize(
    ("title", "better"),
    [
        ("L'institution", "L’institution"),
        ('"L\'institution: un nom"', '"L’institution\u00a0: un nom"'),
        ("'L''institution'", '"L’institution"'),
        ('"L\'un \\"ici\\"."', '"L’un «\u00a0ici\u00a0»."'),
    ],
)
def test_a_value_is_told_between_the_quotes_it_needs(content: Path, title: str, better: str) -> None:
    assert nearest(content, f"title: {title}") == [better]


@pytest.mark.parametrize("summary", [f">\n  L'un\n  {LONG}", f"|\n  L'un\n  {LONG}", f"L'un\n  {LONG}"])
def test_a_value_over_several_lines_is_told_on_one(content: Path, summary: str) -> None:
    assert nearest(content, f"title: A\nsummary: {summary}") == [f'"L’un {LONG}"']


def test_a_line_of_a_list_keeps_its_indentation(content: Path) -> None:
    assert nearest(content, "title: A", "- un\n  - l'autre\n") == ["  - l’autre"]
