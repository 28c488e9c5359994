"""Words that say one thing and do another: fields in the text, links that lead elsewhere, names that are no names."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from contrelatraite.content import read_and_check
from contrelatraite.languages import Language
from tests.support import write

Languages = Mapping[str, Language]


def codes(content: Path, languages: Languages) -> set[str]:
    """Give the codes of what is wrong."""
    return {problem.code for problem in read_and_check(content, languages, date(2026, 1, 1)).problems}


@pytest.mark.parametrize(
    "text", ["status: draft\n\nUn texte.", "\n\nstatus : draft", "embargo: 2026-01-10T10:00+01:00", "title:"]
)
def test_a_field_at_the_beginning_of_the_text_is_told(content: Path, languages: Languages, text: str) -> None:
    write(content, "press:a", text)
    assert "S131" in codes(content, languages)


@pytest.mark.parametrize(
    "text", ["Titre : un mot.", "Un texte.\n\nstatus: draft", "attendance: trois", "https://www.exemple.org"]
)
def test_words_with_a_colon_are_no_field(content: Path, languages: Languages, text: str) -> None:
    write(content, "press:a", text)
    assert "S131" not in codes(content, languages)


@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("[https://www.interieur.gouv.fr](https://mal.example.org/x)", True),
        ("[www.interieur.gouv.fr](https://mal.example.org/x)", True),
        ("[https://www.exemple.org](https://exemple.org/a)", False),
        ("[Le ministère](https://www.interieur.gouv.fr)", False),
        ("<https://www.exemple.org>", False),
        ("[Appelez le 119](tel:3615)", True),
        ("[Appelez le 119](tel:119)", False),
        ("[le 01 44 52 88 90](tel:+33144528890)", False),
        ("[le 01 44 52 88 90](tel:+33144528891)", True),
        ("[Appelez](tel:119)", False),
        ("[a@exemple.org](mailto:b@exemple.org)", True),
        ("[A@exemple.org](mailto:a@exemple.org)", False),
    ],
)
def test_a_link_leads_where_its_words_say(content: Path, languages: Languages, link: str, *, told: bool) -> None:
    write(content, "news:a", f"Voir {link}.")
    assert ("R209" in codes(content, languages)) == told


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("le", True),
        (".", True),
        ("traite", True),
        ("victimes", True),
        ("A", True),
        ("l’enfant", True),
        ("CCEM", False),
        ("Hors la Rue", False),
        ("la Convention", False),
        ("directive esclavage", False),
        ("Koutcha", False),
    ],
)
def test_a_name_is_no_everyday_word(content: Path, languages: Languages, name: str, *, told: bool) -> None:
    write(content, "members:a", aliases=[name])
    assert ("R210" in codes(content, languages)) == told
