"""Guide: a kind's schema → what a person must know of each field, in a language.

`scaffold`, `editor` and `docs` say it each in its own form, so that none can differ from what the check accepts.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from contrelatraite.kinds import Kind
from contrelatraite.labels import LABELS
from contrelatraite.languages import Language
from contrelatraite.schema import fields
from contrelatraite.schema.fields import Said, models_in


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name as it is written, what is said of it, and the fields that it holds."""

    name: str
    required: bool
    worded: bool
    said: Said
    values: tuple[str, ...]
    inner: tuple["Field", ...]

    def example(self, language: Language) -> str:
        """A value as one writes it after the colon, in that language where it is made of words."""
        return language.gettext(self.said.example) if self.worded else self.said.example

    def what(self, language: Language) -> str:
        """What the field is for."""
        return language.gettext(self.said.what)

    def meanings(self, language: Language) -> Iterator[tuple[str, str]]:
        """Yield each allowed value and what it means; the meaning is empty where the value says it."""
        labels = LABELS.get(self.said.labels, {})
        for value in self.values:
            yield value, language.gettext(labels[value]) if value in labels else ""


def fields_of(kind: Kind) -> list[Field]:
    """Give the fields of a kind: the title, the other required ones, its own, then those of every kind."""
    found = [*_fields(kind.schema.Words, worded=True), *_fields(kind.schema.Facts, worded=False)]
    common = {*fields.Facts.model_fields, *fields.Words.model_fields}
    return sorted(
        found, key=lambda field: (field.name != "title", not field.required, field.name in common - {"summary"})
    )


def _fields(model: type[BaseModel], *, worded: bool) -> Iterator[Field]:
    for name, info in model.model_fields.items():
        inner = next(models_in(info.annotation), None)
        said = said_of(model, name)
        yield Field(
            info.alias or name,
            info.is_required() or said.needed,
            worded,
            said,
            tuple(_values(info.annotation)),
            tuple(_fields(inner, worded=worded)) if inner else (),
        )


def said_of(model: type[BaseModel], name: str) -> Said:
    """Give what is said of a field, by its model or one that the model is made from.

    The example of a common field may be the general one: a kind that says more of it says so under its own model.
    Raises KeyError when nothing is said of it.
    """
    told = [
        said
        for each in model.__mro__
        if (said := getattr(sys.modules[each.__module__], "HELP", {}).get(each, {}).get(name)) is not None
    ]
    return told[0] if told else _nothing(model, name)


def _nothing(model: type[BaseModel], name: str) -> Said:
    message = f"HELP says nothing of {model.__module__}.{model.__name__}.{name}"
    raise KeyError(message)


def _values(annotation: Any) -> Iterator[str]:  # noqa: ANN401  a type
    """Yield the values that an annotation lists; those of a model that it holds are that model's."""
    if annotation is bool:
        yield from ("true", "false")
    elif get_origin(annotation) is Literal:
        yield from get_args(annotation)
    else:
        for part in get_args(annotation):
            yield from _values(part)
