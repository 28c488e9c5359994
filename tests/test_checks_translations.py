"""T: two halves that differ in a few places are told each; one that was written anew is told once."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from contrelatraite.content import read_and_check
from contrelatraite.languages import Language
from tests.support import translate, write

Languages = Mapping[str, Language]


def differences(content: Path, languages: Languages, french: str, english: str) -> list[tuple[str, object, object]]:
    """Give the code of each problem of two texts, what is here and what is there."""
    write(content, "news:a", french)
    translate(content, "news:a", english)
    found = read_and_check(content, languages, date(2026, 1, 1)).problems
    return [
        (problem.code, problem.values["here"], problem.values["there"]) for problem in found if problem.code != "T101"
    ]


def test_up_to_three_figures_are_told_one_by_one(content: Path, languages: Languages) -> None:
    found = differences(content, languages, "110 ou 120, puis 130.", "210 or 220, then 230.")
    assert found == [("T105", "210", "110"), ("T105", "220", "120"), ("T105", "230", "130")]


def test_more_figures_are_told_together(content: Path, languages: Languages) -> None:
    found = differences(content, languages, "110, 120, 130 et 140.", "210, 220, 230 and 240.")
    assert found == [("T105", "210, 220, 230, 240", "110, 120, 130, 140")]


def test_a_text_without_figures_is_told_all_that_it_lacks(content: Path, languages: Languages) -> None:
    assert differences(content, languages, "110, 120, 130 et 140.", "Many.") == [("T105", "—", "110, 120, 130, 140")]


def test_of_very_many_figures_the_first_are_named(content: Path, languages: Languages) -> None:
    figures = [str(number) for number in range(100, 120)]
    [(code, here, there)] = differences(content, languages, ", ".join(figures), "Many.")
    assert (code, here, there) == ("T105", "—", ", ".join([*figures[:12], "…"]))


@pytest.mark.parametrize(("count", "told"), [(3, 3), (4, 1)])
def test_references_are_told_in_the_same_way(content: Path, languages: Languages, count: int, told: int) -> None:
    names = [f"asso-{number}" for number in range(count)]
    for name in names:
        write(content, f"members:{name}")
        translate(content, f"members:{name}")
    links = " ".join(f"[](members:{name})" for name in names)
    assert [code for code, *_ in differences(content, languages, links, "Nothing.")] == ["T104"] * told
