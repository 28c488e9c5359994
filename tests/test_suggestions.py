"""What was probably meant: the exact text to paste, in the words of the site's languages."""

import time
from collections.abc import Iterator, Mapping
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest

from contrelatraite.content import read, read_and_check
from contrelatraite.diagnostics import Diagnostic, Place
from contrelatraite.languages import Language
from contrelatraite.reading.suggestions import day_in, in_form, is_half, moment_in, translated, what_was_meant
from contrelatraite.reading.vocabulary import FIELDS, VALUES
from tests.support import write
from tests.test_codes import fields_of_all_kinds, real_languages


@pytest.fixture(scope="module")
def spoken() -> Mapping[str, Language]:
    """The site's languages."""
    return real_languages()


def literals(annotation: Any) -> Iterator[str]:  # noqa: ANN401  any type
    """Yield the values of the closed lists that an annotation holds."""
    for part in get_args(annotation):
        if get_origin(annotation) is Literal:
            yield str(part)
        else:
            yield from literals(part)


@pytest.mark.parametrize(
    ("read", "day"),
    [
        ("05/06/2025", date(2025, 6, 5)),
        ("5.6.2025", date(2025, 6, 5)),
        ("06/25/2025", date(2025, 6, 25)),
        ("2025-6-5", date(2025, 6, 5)),
        ("2025/06/05", date(2025, 6, 5)),
        ("20250605", date(2025, 6, 5)),
        ("2025\u20116\u20115", date(2025, 6, 5)),
        ("2025\u201306\u201305", date(2025, 6, 5)),
        ("5 juin 2025", date(2025, 6, 5)),
        ("1er août 2025", date(2025, 8, 1)),
        ("Jeudi 5 Juin 2025", date(2025, 6, 5)),
        ("5\u00a0février\u00a02025", date(2025, 2, 5)),
        ("June 5, 2025", date(2025, 6, 5)),
        ("5th June 2025", date(2025, 6, 5)),
        ("31/06/2025", None),
        ("05/06/25", None),
        ("juin 2025", None),
        ("5 brumaire 2025", None),
        ("", None),
    ],
)
def test_a_day_in_another_form_is_known_where_it_can_be(
    spoken: Mapping[str, Language], read: str, day: date | None
) -> None:
    assert day_in(read, spoken.values()) == day


@pytest.mark.parametrize("read", ["2025", "2025-06", "06/2025", "juin 2025", "June 2025"])
def test_a_year_or_a_month_is_half_a_day(spoken: Mapping[str, Language], read: str) -> None:
    assert is_half(read, spoken.values())


@pytest.mark.parametrize("read", ["bientôt", "été 2025", "5 juin 2025", ""])
def test_other_words_are_no_half_day(spoken: Mapping[str, Language], read: str) -> None:
    assert not is_half(read, spoken.values())


@pytest.mark.parametrize(
    ("read", "moment"),
    [
        ("2025-07-30T10:00", "2025-07-30T10:00+02:00"),
        ("2025-01-30 10:00", "2025-01-30T10:00+01:00"),
        ("30/07/2025 10h", "2025-07-30T10:00+02:00"),
        ("30 juillet 2025 à 10 h 30", "2025-07-30T10:30+02:00"),
        ("30 July 2025, 10:30", "2025-07-30T10:30+02:00"),
    ],
)
def test_an_hour_without_an_offset_has_that_of_paris_on_that_day(
    spoken: Mapping[str, Language], read: str, moment: str
) -> None:
    found = moment_in(read, spoken.values())
    assert found is not None
    assert found.isoformat(timespec="minutes") == moment


@pytest.mark.parametrize("read", ["2025-07-30", "10h", "30/07/2025 25h", "bientôt"])
def test_half_a_moment_is_not_filled_in(spoken: Mapping[str, Language], read: str) -> None:
    assert moment_in(read, spoken.values()) is None


@pytest.mark.parametrize("read", ["statut", "Statut", "STATUT", "statut\u00a0", " Status"])
def test_a_field_is_known_in_any_language_case_and_spaces(spoken: Mapping[str, Language], read: str) -> None:
    assert translated(read, "field", spoken.values()) == {"status"}


@pytest.mark.parametrize(("read", "value"), [("brouillon", "draft"), ("Publié", "published"), ("OUI", "true")])
def test_a_value_is_known_in_any_language(spoken: Mapping[str, Language], read: str, value: str) -> None:
    assert translated(read, "value", spoken.values()) == {value}


def test_the_vocabulary_holds_every_field() -> None:
    assert sorted({name for name, _ in fields_of_all_kinds()} - set(FIELDS)) == []


def test_the_vocabulary_holds_every_value_of_a_closed_list() -> None:
    values = {value for _, annotation in fields_of_all_kinds() for value in literals(annotation)}
    assert sorted(values - set(VALUES)) == []


@pytest.mark.parametrize("name", FIELDS)
def test_a_field_written_in_french_is_known(spoken: Mapping[str, Language], name: str) -> None:
    words = spoken["fr"].pgettext("field", name).split(", ")
    assert [word for word in words if name not in translated(word, "field", spoken.values())] == []


def test_a_field_in_french_is_told_alone(spoken: Mapping[str, Language]) -> None:
    problem = Diagnostic("S101", "a.md", Place(1, 1, 2), {"field": "résumé", "allowed": ("title", "summary")})
    (better,) = what_was_meant([problem], spoken.values())
    assert better.values["allowed"] == ("summary",)


def test_a_moment_is_told_with_its_offset(spoken: Mapping[str, Language]) -> None:
    problem = Diagnostic("S118", "a.md", Place(1, 1, 2), {"field": "embargo", "read": "30/07/2025 10h"})
    (better,) = what_was_meant([problem], spoken.values())
    day = better.values["day"]
    assert isinstance(day, datetime)
    assert (better.code, day.utcoffset()) == ("S011", timedelta(hours=2))


@pytest.mark.parametrize(
    ("key", "fields", "meant"),
    [
        ("members:a", {"audience": ["hommes"]}, ("men",)),
        ("members:a", {"exploitation": ["travail"]}, ("labour",)),
        ("members:a", {"membership": [{"status": "Ancien membre", "since": "2014-09-29"}]}, ("former",)),
        ("members:a", {"membership": [{"status": "ancien", "since": "2014-09-29"}]}, ("former",)),
        ("members:a", {"sigle": "AAA"}, ("acronym",)),
        ("members:a", {"Website": "x"}, ("website",)),
        ("members:a", {"web-site": "x"}, ("website",)),
        ("members:a", {"membreship": "x"}, ("membership",)),
        ("members:a", {"aliasses": "x"}, ("aliases",)),
        ("legal:a", {"type": "règlement"}, ("regulation",)),
        ("legal:a", {"type": "plan d'action"}, ("plan",)),
        ("legal:a", {"type": "arrêt"}, ("judgment",)),
        ("legal:a", {"type": "Directiv"}, ("directive",)),
        ("news:a", {"titel": "x"}, ("title",)),
        ("news:a", {"people": [{"name": "Ada", "ofice": "Ministre"}]}, ("office",)),
    ],
)
def test_a_word_is_told_by_what_it_means_before_what_it_looks_like(
    content: Path, spoken: Mapping[str, Language], key: str, fields: dict[str, Any], meant: tuple[str, ...]
) -> None:
    write(content, key, **fields)
    (problem,) = read(content, spoken).problems
    assert problem.values["allowed"] == meant


@pytest.mark.parametrize(
    ("key", "fields"),
    [
        ("legal:a", {"type": "arrêté"}),  # looks like « arrêt », another thing
        ("legal:a", {"identifiers": {"loi": "2013-711"}}),
        ("minutes:a", {"notes": "x"}),  # looks like “votes”
    ],
)
def test_a_word_that_means_nothing_here_is_told_with_all_that_may_stand_there(
    content: Path, spoken: Mapping[str, Language], key: str, fields: dict[str, Any]
) -> None:
    write(content, key, **fields)
    (problem,) = read(content, spoken).problems
    assert len(problem.values["allowed"]) > 3  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("read", "field", "meant"),
    [
        ("Diffuser le communiqué", "id", "diffuser-le-communique"),
        ("9:00", "time", "09:00"),
        ("9h", "time", "09:00"),
        ("10 h - 12h30", "time", "10:00-12:30"),
        ("10h à 12h", "time", "10:00-12:00"),
        ("25:00", "time", None),
        ("le matin", "time", None),
        ("10h, puis 14h, puis 16h", "time", None),
        ("29-09", "observance", "09-29"),
        ("29/9", "observance", "09-29"),
        ("29 septembre", "observance", "09-29"),
        ("9-29", "observance", "09-29"),
        ("septembre", "observance", None),
        ("14", "year", None),
    ],
)
def test_a_value_is_told_in_the_form_of_its_field_where_it_can_be_known(
    spoken: Mapping[str, Language], read: str, field: str, meant: str | None
) -> None:
    assert in_form(read, field, spoken.values()) == meant


def test_the_day_on_which_something_was_done_is_told_as_any_day(content: Path, spoken: Mapping[str, Language]) -> None:
    write(content, "minutes:a", follow_ups=[{"id": "a", "owners": "collective", "done": "31/03/2026"}])
    found = {problem.code: problem for problem in read_and_check(content, spoken, date(2026, 1, 1)).problems}
    assert found["S009"].values["nearest"] == "2026-03-31"


def test_an_hour_is_sought_in_a_time_that_the_length_of_the_text_explains(spoken: Mapping[str, Language]) -> None:
    start = time.perf_counter()
    assert moment_in("1h" + " " * 95_000 + "x", spoken.values()) is None
    assert time.perf_counter() - start < 1
