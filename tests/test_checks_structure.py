"""A section without an anchor is told with the one to write: the other language's, or what was nearly written."""

import re
from pathlib import Path

import pytest

from contrelatraite.checks.structure import OF_THE_THEME, check_headings
from contrelatraite.diagnostics import Diagnostic
from tests.support import site_of, translate, write
from tests.test_codes import ROOT


def told(content: Path) -> list[Diagnostic]:
    """Give what the check says of the sections of a content."""
    site = site_of(content)
    return [problem for entry in site for problem in check_headings(entry, site)]


@pytest.mark.parametrize(
    ("heading", "title", "anchor"),
    [
        ("Nos actions", "Nos actions", "nos-actions"),
        ("Nos actions {# actions}", "Nos actions", "actions"),
        ("Nos actions {actions}", "Nos actions", "actions"),
        ("Nos actions (#actions)", "Nos actions", "actions"),
        ("Nos actions {#Nos Actions}", "Nos actions", "nos-actions"),
        ("Nos actions {#Actions}", "Nos actions", "actions"),
        ("Nos actions {#}", "Nos actions", "nos-actions"),
        ("Actions (2014)", "Actions (2014)", "actions-2014"),
        ("Annexes", "Annexes", "annexes-2"),  # the theme's own
        ("Déjà", "Déjà", "deja-2"),  # that of another section
    ],
)
def test_a_section_without_an_anchor_is_told_with_one(content: Path, heading: str, title: str, anchor: str) -> None:
    write(content, "news:a", f"## {heading}\n\n## Autre {{#deja}}\n")
    (problem,) = told(content)
    assert (problem.code, problem.values["read"], problem.values["nearest"]) == ("S108", title, anchor)


def test_the_anchor_of_the_same_section_in_the_other_language_is_told(content: Path) -> None:
    write(content, "news:a", "## Un {#one}\n\n## Nos actions {#actions}\n")
    translate(content, "news:a", "## One {#one}\n\n## What we do\n")
    assert [problem.values["nearest"] for problem in told(content)] == ["actions"]


def test_an_anchor_that_is_taken_here_is_not_told_again(content: Path) -> None:
    write(content, "news:a", "## Un {#one}\n")
    translate(content, "news:a", "## New\n\n## One {#one}\n")
    assert [problem.values["nearest"] for problem in told(content)] == ["new"]


def test_every_id_of_the_theme_is_known() -> None:
    templates = sorted((ROOT / "theme" / "templates").rglob("*.html"))
    ids = {name for path in templates for name in re.findall(r'\bid="([a-z-]+)"', path.read_text("utf-8"))}
    assert ids == OF_THE_THEME
