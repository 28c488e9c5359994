"""Header: the values of a header → the facts and words of its kind, or what is wrong with them and where."""

import re
from collections.abc import Mapping
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from contrelatraite.diagnostics import Diagnostic, Place, Values
from contrelatraite.kinds import Kind
from contrelatraite.reading.mending import quoted
from contrelatraite.reading.source import KeyPath, Source
from contrelatraite.schema.fields import models_in

Model = TypeVar("Model", bound=BaseModel)
Location = tuple[int | str, ...]

_TOP = Place(1, 1, 2)
_OURS = re.compile(r"[A-Z]\d{3}")  # an error that a schema raised by the code of its problem
_CODES = {
    "missing": "S102",
    "too_short": "S102",  # an empty list
    "literal_error": "S103",
    "string_too_short": "S105",
    "string_too_long": "S105",
    "tuple_type": "S113",
    "list_type": "S113",
    "dict_type": "S114",
    "model_type": "S114",
    "string_type": "S115",
    "int_parsing": "S116",
    "int_type": "S116",
    "greater_than_equal": "S116",
}  # Pydantic's name of an error → our code; a value in a form of its own is S106


def split(header: Mapping[str, Any], kind: Kind) -> tuple[dict[str, Any], dict[str, Any]]:
    """Split a header into the facts (and the unknown fields) and the words; a known field left empty is absent."""
    words = kind.schema.Words.model_fields
    known = kind.schema.Facts.model_fields.keys() | words.keys()
    given = {key: value for key, value in header.items() if value is not None or key not in known}
    return (
        {key: value for key, value in given.items() if key not in words},
        {key: value for key, value in given.items() if key in words},
    )


def fact_in_translation(source: Source, key: str, kind: Kind, source_name: str) -> Diagnostic:
    """Tell that a field of a translation is a fact, or unknown."""
    if key in kind.schema.Facts.model_fields:
        return Diagnostic("T102", source.path, source.keys[(key,)], {"field": key, "source": source_name})
    return _unknown_field(source, (key,), _fields(kind))


def _fields(kind: Kind) -> list[str]:
    return [*kind.schema.Facts.model_fields, *kind.schema.Words.model_fields]


def validate(
    model: type[Model], values: dict[str, Any], source: Source, kind: Kind
) -> tuple[Model | None, list[Diagnostic]]:
    """Make the model of these values of a header, or say what is wrong with them."""
    try:
        return model.model_validate(values), []
    except ValidationError as error:
        details = error.errors(include_url=False)
    # A list with a wrong item is also told too short: the item is what is wrong.
    above = {detail["loc"][:depth] for detail in details for depth in range(len(detail["loc"]))}
    told = [detail for detail in details if detail["type"] != "too_short" or detail["loc"] not in above]
    return None, [_diagnose(detail, source, model, kind) for detail in told]


def _diagnose(detail: ErrorDetails, source: Source, model: type[BaseModel], kind: Kind) -> Diagnostic:
    """Turn one of Pydantic's errors into a problem of ours."""
    location = detail["loc"]
    path, rest = _walk(source, location)
    if detail["type"] == "extra_forbidden":
        return _unknown_field(source, path, _names(_model_at(model, location)) if path[1:] else _fields(kind))
    ours = bool(_OURS.fullmatch(detail["type"]))
    code = detail["type"] if ours else _CODES.get(detail["type"], "S106")
    read = detail["input"] if isinstance(detail["input"], str) else ""
    steps = (*path, *rest) if code == "S102" else path
    values: dict[str, Any] = {
        "field": next((step for step in reversed(steps) if isinstance(step, str)), ""),
        "read": read,
        **(detail.get("ctx", {}) if ours else {}),
    }
    match code:
        case "S103" if not ours:
            values["allowed"] = tuple(re.findall(r"'([^']*)'", detail["ctx"]["expected"]))
        case "S105":
            least, most = _lengths(model.model_fields[str(location[0])])
            values |= {"length": str(len(read)), "least": least} | ({"most": most} if most else {})
            code = "S105" if most else "S121"
        case "S106":
            values["example"] = _example(model, location)
        case "S102":
            field = _field_at(model, location)
            values["nearest"] = f"{values['field']}: {_shape(field.annotation) if field else '…'}"
        case "S114":
            within = _model_at(model, (*location, ""))
            values["nearest"] = "{…: …}" if _is_by_id(model, location) else _in_braces(within, read)
    place = source.place(path) if path else source.keys.get(location[:1], _TOP)  # a field left empty has its line
    return Diagnostic(code, source.path, place, _needed(values))


def _needed(values: Mapping[str, Any]) -> Values:
    return {name: value if isinstance(value, tuple) else str(value) for name, value in values.items()}


def _walk(source: Source, location: Location) -> tuple[KeyPath, Location]:
    """Split Pydantic's location into the part that the header holds and the rest, such as a missing field."""
    path: KeyPath = ()
    for number, step in enumerate(location):
        if (*path, step) not in source.values:
            return path, location[number:]
        path = (*path, step)
    return path, ()


def _model_at(model: type[BaseModel], location: Location) -> type[BaseModel]:
    """The model in which the last step of `location` stands."""
    for step in location[:-1]:
        field = model.model_fields.get(str(step))
        model = next(models_in(field.annotation), model) if field else model
    return model


def _field_at(model: type[BaseModel], location: Location) -> FieldInfo | None:
    """Give the field at `location`, by the name that a header gives it."""
    steps = tuple(step for step in location if isinstance(step, str))
    fields = _model_at(model, steps).model_fields if steps else {}
    return next((field for name, field in fields.items() if steps[-1] in {name, field.alias}), None)


def _is_by_id(model: type[BaseModel], location: Location) -> bool:
    """Whether the field at `location` holds words by id, whose names no schema gives."""
    field = _field_at(model, location)
    return field is not None and get_origin(field.annotation) is dict


def _shape(annotation: object, read: str = "…") -> str:
    """Give the value that a field takes, on one line: what is to be filled in is left as …, or is what was `read`."""
    inner = next((_in_braces(model, "") for model in models_in(annotation)), read)
    return f"[{inner}]" if _is_list(annotation) else inner


def _in_braces(model: type[BaseModel], read: str) -> str:
    """Give the fields of a model on one line, with what was `read` in the first.

    Those that it needs are enough, where the first is one of them; where it is not, what was read may be any of them.
    """
    fields = list(model.model_fields.items())
    led = fields[0][1].is_required()
    value = quoted(read) if re.search(r"^\W|[,:#\[\]{}]|\s$", read) else read
    shown = (
        f"{field.alias or name}: {_shape(field.annotation, value if led and read and not number else '…')}"
        for number, (name, field) in enumerate(fields)
        if field.is_required() or not led
    )
    return f"{{{', '.join(shown)}}}"


def _is_list(annotation: object) -> bool:
    return get_origin(annotation) is tuple or any(_is_list(part) for part in get_args(annotation))


def _names(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]


def _metadata(field: FieldInfo) -> list[Any]:
    """What the type of a field says of its values, itself and the parts of a union."""
    inner = (getattr(part, "__metadata__", ()) for part in getattr(field.annotation, "__args__", ()))
    return [field, *field.metadata, *(said for metadata in inner for said in metadata)]


def _lengths(field: FieldInfo) -> tuple[str, str | None]:
    """The least and greatest number of characters of a field, as words; None where there is no greatest."""
    least, most = (
        next((str(bound) for said in _metadata(field) if (bound := getattr(said, name, None)) is not None), None)
        for name in ("min_length", "max_length")
    )
    return least or "1", most


def _example(model: type[BaseModel], location: Location) -> str:
    """The example that the schema gives of the field at `location`."""
    field = _field_at(model, location)
    examples = (found for said in (_metadata(field) if field else ()) if (found := getattr(said, "examples", None)))
    return str(next(examples, ["…"])[0])


def _unknown_field(source: Source, path: KeyPath, fields: list[str]) -> Diagnostic:
    values: Values = {"field": str(path[-1]), "allowed": tuple(fields)}
    return Diagnostic("S101", source.path, source.key_place(path), values)
