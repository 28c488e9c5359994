"""Numbers and days: what two languages write differently is the same, what differs is told."""

from collections.abc import Mapping

import pytest

from contrelatraite.languages import Language
from contrelatraite.references.figures import FigureReader, unanswered


def differs(languages: Mapping[str, Language], french: str, english: str) -> bool:
    """Whether one of the texts has a figure that the other lacks."""
    one, other = (list(FigureReader(languages[c]).find(text)) for c, text in (("fr", french), ("en", english)))
    return bool(unanswered(one, other) or unanswered(other, one))


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("1 500 personnes", "1,500 people"),
        ("1\u202f500 personnes", "1,500 people"),
        ("12,5 % des cas", "12.5% of cases"),
        ("le 1er janvier 2014", "1 January 2014"),
        ("le 4 juin 2013", "June 4, 2013"),
        ("de 10 h 30 à 16 h", "from 10:30 to 4 p.m."),
        ("la 5e classe", "the fifth class"),
        ("publié le 5", "published on 5 January"),
        ("la cible 8.7", "target 8.7"),
        ("au XIXe siècle", "in the 19th century"),
    ],
)
def test_what_is_written_differently_is_the_same(languages: Mapping[str, Language], french: str, english: str) -> None:
    assert not differs(languages, french, english)


@pytest.mark.parametrize(
    ("french", "english"),
    [
        ("1 520 personnes", "1,250 people"),
        ("12,5 %", "15.2%"),
        ("le 5 janvier", "5 February"),
        ("en 2013", "in 2014"),
        ("une plage", "72 hours"),
    ],
)
def test_what_differs_is_told(languages: Mapping[str, Language], french: str, english: str) -> None:
    assert differs(languages, french, english)
