"""Every code has its fixture, told whole in both languages; the real catalogues hold every word, and no other.

After a change of wording, `python -m tests.test_codes` writes the expected reports anew: read the difference.
"""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, get_args

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from pydantic import BaseModel

from contrelatraite import report
from contrelatraite.codes import CODES, SEVERITIES
from contrelatraite.content import Checked, read_and_check
from contrelatraite.kinds import KINDS
from contrelatraite.languages import Language, load
from contrelatraite.reading.registry import register

ROOT = Path(__file__).parents[1]
OK = ROOT / "tests" / "fixtures" / "ok"
BAD = ROOT / "tests" / "fixtures" / "bad"
TRANSLATIONS = ROOT / "translations"
LANGUAGES = ("fr", "en")
TODAY = date(2026, 1, 1)

Id = tuple[str | None, tuple[str, ...]]  # a message's context and words, as catalogues tell messages apart


def real_languages() -> Mapping[str, Language]:
    """Load the site's own catalogues."""
    return load(LANGUAGES, TRANSLATIONS)


def checked(fixture: Path) -> Checked:
    """Check a fixture's content; it must have some, since an absent folder has no problem either."""
    assert any((fixture / "content").rglob("index.*")), f"{fixture} holds no content"
    return read_and_check(fixture / "content", real_languages(), TODAY)


def told(fixture: Path, language: str) -> str:
    """Give the whole report on a fixture, as it is printed."""
    return report.as_text(checked(fixture).problems, real_languages(), language, fixture) + "\n"


def catalogue(path: Path) -> Catalog:
    """Read a catalogue."""
    with path.open("rb") as stream:
        return read_po(stream)


def real_catalogue(language: str) -> Catalog:
    """Read the site's catalogue of a language."""
    return catalogue(TRANSLATIONS / language / "LC_MESSAGES" / "messages.po")


def messages(words: Catalog) -> list[Message]:
    """Give a catalogue's messages without its header."""
    found = [message for message in words if message.id]
    assert found
    return found


def ids(words: Catalog) -> set[Id]:
    """Give the ids of a catalogue's messages."""
    return {(message.context, texts(message.id)) for message in messages(words)}


def texts(words: str | Iterable[str] | None) -> tuple[str, ...]:
    """Give a message's forms: one, or one per number."""
    return (words or "",) if isinstance(words, str | None) else tuple(words)


def placeholders(text: str) -> set[str]:
    """Give the names that a text leaves to be filled in."""
    return set(re.findall(r"%\((\w+)\)s", text))


def words_of_codes() -> list[str]:
    """Give every message and hint."""
    return [*SEVERITIES.values(), *(words for code in CODES.values() for words in (code.message, code.hint))]


# The fixtures.


def test_every_code_has_its_fixture_and_every_fixture_its_code() -> None:
    assert sorted(path.name for path in BAD.iterdir()) == sorted(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_fixture_holds_its_content_and_two_expected_reports_and_nothing_else(code: str) -> None:
    names = sorted(path.name for path in (BAD / code).iterdir())
    assert names == ["content", "expected.en.txt", "expected.fr.txt"]


@pytest.mark.parametrize("code", CODES)
def test_a_fixture_raises_its_code_alone(code: str) -> None:
    assert {problem.code for problem in checked(BAD / code).problems} == {code}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_a_problem_is_told_word_for_word_as_expected(code: str, language: str) -> None:
    assert told(BAD / code, language) == (BAD / code / f"expected.{language}.txt").read_text("utf-8")


# What X103 leads to must not be shown; S019 is a file that cannot be opened.
@pytest.mark.parametrize("code", sorted(CODES.keys() - {"X103", "S019"}))
def test_each_problem_shows_the_line_it_stands_on(code: str) -> None:
    assert told(BAD / code, "en").count("\n      | ") == len(checked(BAD / code).problems)


def test_the_fixture_without_a_fault_raises_nothing() -> None:
    assert checked(OK).problems == []


@pytest.mark.parametrize(
    ("language", "count"), [("fr", "0 problème dans 0 fichier.\n"), ("en", "0 problems in 0 files.\n")]
)
def test_the_fixture_without_a_fault_is_told_in_one_line(language: str, count: str) -> None:
    assert told(OK, language) == count


@pytest.mark.parametrize("kind", KINDS)
def test_the_fixture_without_a_fault_holds_every_kind_in_both_languages(kind: str) -> None:
    found = {tuple(entry.versions) for entry in checked(OK).site.of(kind)}
    assert found == {LANGUAGES}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("part", ["Facts", "Words"])
def test_the_fixture_without_a_fault_uses_every_field_of_a_kind(kind: str, part: str) -> None:
    model: type[BaseModel] = getattr(KINDS[kind].schema, part)
    every = {(each.__name__, field) for each in models_in(model) for field in each.model_fields}
    site, _ = register(OK / "content", LANGUAGES)
    used: set[tuple[str, str]] = set()
    for entry in site.of(kind):
        values = [entry.facts] if part == "Facts" else [version.words for version in entry.versions.values()]
        used |= {found for value in values for found in fields_used(value)}
    assert sorted(every - used) == []


def models_in(kind_of_value: object) -> set[type[BaseModel]]:
    """Give a model and those that its fields are made of."""
    found = {model for part in get_args(kind_of_value) for model in models_in(part)}
    if isinstance(kind_of_value, type) and issubclass(kind_of_value, BaseModel):
        found.add(kind_of_value)
        found |= {model for field in kind_of_value.model_fields.values() for model in models_in(field.annotation)}
    return found


def fields_of_all_kinds() -> list[tuple[str, Any]]:
    """Give the name, as it is written, and the type of every field of every kind."""
    models = {
        model
        for kind in KINDS.values()
        for part in ("Facts", "Words")
        for model in models_in(getattr(kind.schema, part))
    }
    return [(field.alias or name, field.annotation) for model in models for name, field in model.model_fields.items()]


def fields_used(value: object) -> Iterator[tuple[str, str]]:
    """Yield the model and name of every field that was written in a header."""
    if isinstance(value, BaseModel):
        for field in value.model_fields_set:
            yield type(value).__name__, field
            yield from fields_used(getattr(value, field))
    elif isinstance(value, tuple):
        for item in value:
            yield from fields_used(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from fields_used(item)


# The words.


def test_a_code_s_letter_and_number_are_its_form() -> None:
    assert [code for code in CODES if not re.fullmatch(r"[SMCLNRTPX]\d{3}", code)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_and_hint_is_in_the_catalogue(language: str) -> None:
    words = real_catalogue(language)
    missing = [text for text in words_of_codes() if not getattr(words.get(text), "string", None)]
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_of_the_catalogue_has_the_placeholders_of_its_key(language: str) -> None:
    wrong = [
        form
        for message in messages(real_catalogue(language))
        for form in texts(message.string)
        if placeholders(form) != placeholders(texts(message.id)[-1])
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_percent_sign_of_the_catalogue_would_break_its_filling_in(language: str) -> None:
    loose = re.compile(r"%(?!\(\w+\)s)")
    wrong = [
        form
        for message in messages(real_catalogue(language))
        for form in texts(message.string)
        if "%(" in form and loose.search(form)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_of_the_catalogue_is_empty(language: str) -> None:
    empty = [message.id for message in messages(real_catalogue(language)) if not all(texts(message.string))]
    assert empty == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_of_the_catalogue_awaits_review(language: str) -> None:
    assert [message.id for message in messages(real_catalogue(language)) if message.fuzzy] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_of_the_catalogue_is_obsolete(language: str) -> None:
    assert list(real_catalogue(language).obsolete) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_has_a_form_for_each_number_of_its_language(language: str) -> None:
    words = real_catalogue(language)
    plurals = [message for message in messages(words) if not isinstance(message.id, str)]
    assert {len(texts(message.string)) for message in plurals} == {words.num_plurals}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_catalogue_holds_exactly_the_words_of_the_template(language: str) -> None:
    template = ids(catalogue(TRANSLATIONS / "messages.pot"))
    held = ids(real_catalogue(language))
    assert (template - held, held - template) == (set(), set())


def extraction() -> list[str]:
    """Give the command by which `make translations` extracts the words, without its program."""
    lines = (ROOT / "Makefile").read_text("utf-8").splitlines()
    commands = [shlex.split(line) for line in lines if "pybabel" in line and " extract " in line]
    assert len(commands) == 1
    return commands[0][1:]


def test_the_template_is_up_to_date_with_the_code_and_the_theme(tmp_path: Path) -> None:
    fresh = tmp_path / "messages.pot"
    command = [str(fresh) if word == "translations/messages.pot" else word for word in extraction()]
    assert str(fresh) in command
    program = Path(sys.executable).with_name("pybabel")
    subprocess.run([program, *command], cwd=ROOT, check=True)  # noqa: S603  the Makefile's own words
    words, expected = ids(catalogue(TRANSLATIONS / "messages.pot")), ids(catalogue(fresh))
    assert (expected - words, words - expected) == (set(), set())


if __name__ == "__main__":
    for code in CODES:
        for language in LANGUAGES:
            (BAD / code / f"expected.{language}.txt").write_text(told(BAD / code, language), "utf-8")
