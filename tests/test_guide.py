"""What is said of every field: complete, in both languages, and true of what the schemas accept."""

import pytest
from pydantic import BaseModel

from contrelatraite.contributing.guide import Field, fields_of, said_of
from contrelatraite.kinds import KINDS
from contrelatraite.schema import fields
from tests.test_codes import models_in, real_languages

LANGUAGES = real_languages()


def models(kind: str) -> list[type[BaseModel]]:
    """Give the models of a kind's header, by name."""
    schema = KINDS[kind].schema
    return sorted(models_in(schema.Facts) | models_in(schema.Words), key=lambda model: model.__name__)


def named(kind: str, name: str) -> Field:
    """Give one field of a kind."""
    return next(field for field in fields_of(KINDS[kind]) if field.name == name)


@pytest.mark.parametrize("kind", KINDS)
def test_something_is_said_of_every_field(kind: str) -> None:
    said = [said_of(model, field) for model in models(kind) for field in model.model_fields]
    assert all(each.what for each in said)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_said_of_a_field_that_no_model_has(kind: str) -> None:
    said = {**fields.HELP, **KINDS[kind].schema.HELP}
    assert [(model, field) for model, told in said.items() for field in told if field not in model.model_fields] == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_of_a_header_has_an_example(kind: str) -> None:
    assert [field.name for field in fields_of(KINDS[kind]) if not field.said.example] == []


def test_a_field_of_which_nothing_is_said_is_told() -> None:
    class Facts(fields.Header):
        unknown: str

    with pytest.raises(KeyError, match="HELP says nothing of"):
        said_of(Facts, "unknown")


def test_the_title_comes_first_then_what_is_required() -> None:
    names = [field.name for field in fields_of(KINDS["legal"])]
    assert names[:4] == ["title", "summary", "type", "issuer"]


def test_what_every_kind_has_comes_last() -> None:
    assert [field.name for field in fields_of(KINDS["legal"])][-3:] == ["status", "people", "no_mentions"]


def test_a_value_is_told_with_its_meaning() -> None:
    meanings = dict(named("members", "audience").meanings(LANGUAGES["fr"]))
    assert meanings == {"women": "femmes", "men": "hommes", "minors": "mineurs", "all": "toutes les personnes"}


def test_a_field_is_written_as_the_header_writes_it() -> None:
    assert [field.name for field in named("members", "aliases").inner] == ["name", "from", "until"]
