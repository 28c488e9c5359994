"""What an entry refers to exists; what was meant is told, and never another entry."""

from pathlib import Path

import pytest

from contrelatraite.checks import references
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.reading.registry import register
from tests.support import CODES, translate, write


def told(content: Path, key: str) -> list[Diagnostic]:
    """Give what the checks of references say of an entry."""
    site, problems = register(content, CODES)
    assert problems == []
    entry = site.get(key)
    assert entry is not None
    return [problem for rule in references.CHECKS for problem in rule(entry, site)]


@pytest.fixture
def members(content: Path) -> Path:
    """Three associations, one of which was registered with its acronym, its aliases and a name in English."""
    write(content, "members:asso-a", title="Comité contre tout", acronym="CCT", aliases=["Le Comité"])
    translate(content, "members:asso-a", title="Committee Against All")
    write(content, "members:asso-c")
    write(content, "members:sos-esclaves")
    write(content, "institutions:organisme-b", title="Organisme B")
    return content


@pytest.mark.parametrize(
    ("author", "nearest"),
    [
        ("CCT", ("asso-a",)),
        ("cct", ("asso-a",)),
        ("Asso A", ("asso-a",)),
        ("Comité Contre Tout", ("asso-a",)),
        ("Le comité", ("asso-a",)),
        ("Committee against all", ("asso-a",)),
        ("sos-esclave", ("sos-esclaves",)),
        ("asso-b", ("asso-c", "asso-a")),
        ("Collectif", ("collective",)),
        ("tous", ("collective",)),
        ("Organisme B", "…"),  # no member
        ("LDH", "…"),
    ],
)
def test_an_unknown_author_is_told_with_what_was_meant(
    members: Path, author: str, nearest: str | tuple[str, ...]
) -> None:
    write(members, "news:x", author=author)
    (problem,) = told(members, "news:x")
    assert (problem.code, problem.values["nearest"]) == ("R201", nearest)


@pytest.mark.parametrize("word", ["tous", "Toutes", "le collectif"])
def test_all_associations_are_told_by_the_word_of_the_field(members: Path, word: str) -> None:
    write(members, "press:x", signatories=word)
    (problem,) = told(members, "press:x")
    assert problem.values["nearest"] == ("all",)


def test_an_owner_may_be_the_collective(members: Path) -> None:
    write(members, "minutes:x", follow_ups=[{"id": "a", "owners": "tous"}])
    (problem,) = told(members, "minutes:x")
    assert problem.values["nearest"] == ("collective",)


def test_a_reference_with_capitals_is_told_without(members: Path) -> None:
    write(members, "news:x", "Voir [A](members:Asso-A).")
    (problem,) = told(members, "news:x")
    assert problem.values["nearest"] == ("asso-a",)


@pytest.mark.parametrize(
    ("delegation", "nearest"),
    [
        ("asso-a, Asso C", "[asso-a, asso-c]"),
        (["asso-a, asso-c"], "asso-a, asso-c"),
        ("asso-a, personne", "…"),
    ],
)
def test_a_list_written_as_one_text_is_told_as_a_list(members: Path, delegation: str | list[str], nearest: str) -> None:
    write(members, "minutes:x", delegation=delegation)
    (problem,) = told(members, "minutes:x")
    assert "".join(problem.values["nearest"]) == nearest  # type: ignore[arg-type]


def test_a_name_of_two_is_told_with_both(content: Path) -> None:
    write(content, "members:a-b", acronym="AB")
    write(content, "members:c", acronym="A.B.")
    write(content, "news:x", author="A B")
    (problem,) = told(content, "news:x")
    assert problem.values["nearest"] == ("a-b", "c")


def test_few_unknown_ids_of_a_file_are_compared_with_all(members: Path) -> None:
    write(members, "minutes:x", delegation=[f"sos-esclave{number}" for number in range(2000)])
    nearest = [problem.values["nearest"] for problem in told(members, "minutes:x")]
    assert nearest == [("sos-esclaves",)] * 20 + ["…"] * 1980
