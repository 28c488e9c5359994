"""Editor: the schemas of the headers → what an editor completes and underlines as one types.

JSON Schemas, for editors that read YAML headers, and Visual Studio Code's own snippets, which need no extension.
A schema speaks of what a person writes, as YAML 1.2 reads it: dates are text, and a text may look like a number.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel

from contrelatraite.contributing.guide import Field, fields_of, said_of
from contrelatraite.kinds import KINDS, Kind
from contrelatraite.languages import Language
from contrelatraite.schema.fields import models_in

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(kind: Kind, language: Language, *, source: bool) -> dict[str, Any]:
    """Give the JSON Schema of the header of a kind's files in a language.

    Facts are required where the usual source stands (`source`), and allowed in the other languages, since an entry may
    exist in one of them alone.
    """
    facts, words = (_plain(model, language) for model in (kind.schema.Facts, kind.schema.Words))
    required = [*words.get("required", []), *(facts.get("required", []) if source else [])]
    return {
        "$schema": _DIALECT,
        "title": language.gettext(kind.heading),
        "type": "object",
        "properties": facts["properties"] | words["properties"],
        "required": required,
        "additionalProperties": False,
        "$defs": facts.get("$defs", {}) | words.get("$defs", {}),
    }


def _plain(model: type[BaseModel], language: Language) -> dict[str, Any]:
    """Give Pydantic's schema of a model, with what is said of its fields in a language."""
    schema = model.model_json_schema()
    models = {each.__name__: each for each in _models(model)}
    for name, part in schema.get("$defs", {}).items():
        _describe(part, models[name], language)
    _describe(schema, model, language)
    loosened: dict[str, Any] = _loosen(schema)
    return loosened


def _models(model: type[BaseModel]) -> Iterable[type[BaseModel]]:
    yield model
    for info in model.model_fields.values():
        yield from (inner for part in models_in(info.annotation) for inner in _models(part))


def _describe(schema: dict[str, Any], model: type[BaseModel], language: Language) -> None:
    """Put the words of each field in place of Pydantic's titles and the code's docstring."""
    schema.pop("description", None)
    schema.pop("title", None)
    for name, info in model.model_fields.items():
        part = schema["properties"][info.alias or name]
        part.pop("title", None)
        part["description"] = language.gettext(said_of(model, name).what)


def _loosen(schema: Any) -> Any:  # noqa: ANN401  JSON
    """Let a text look like a number, which YAML would read as one; leave out defaults, which nobody needs to write."""
    if isinstance(schema, list):
        return [_loosen(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "string" and not {"enum", "format", "const"} & schema.keys():
        schema = schema | {"type": ["string", "number"]}
    return {key: _loosen(value) for key, value in schema.items() if key != "default" or isinstance(value, dict)}


def snippets(languages: Mapping[str, Language]) -> dict[str, Any]:
    """Give the snippets: the name of a field, typed in a Markdown file, brings its form and its values."""
    first = next(iter(languages.values()))
    return {
        f"{kind.name}: {field.name}": {
            "scope": "markdown,yaml",
            "prefix": field.name,
            "body": _body(field, first).split("\n"),
            "description": f"{kind.name} — {field.what(first)}",
        }
        for kind in KINDS.values()
        for field in fields_of(kind)
    }


def _body(field: Field, language: Language) -> str:
    """Write a field with its values to choose from, or its example to write over."""
    if field.values and not field.inner and not field.example(language).startswith("["):
        return f"{field.name}: ${{1|{','.join(field.values)}|}}"
    example = field.example(language).replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
    lines = example.split("\n")
    stops = [
        f"{line[: len(line) - len(line.lstrip())]}${{{n}:{line.lstrip()}}}" for n, line in enumerate(lines, 1) if line
    ]
    return f"{field.name}:\n" + "\n".join(stops) if example.startswith("\n") else f"{field.name}: {stops[0]}"


def settings(languages: Iterable[str]) -> dict[str, Any]:
    """Give Visual Studio Code's settings for this folder: completion in Markdown, and which schema is whose."""
    return {
        "[markdown]": {
            "editor.quickSuggestions": {"other": True, "comments": False, "strings": False},
            "editor.wordWrap": "on",
        },
        "editor.snippetSuggestions": "top",
        "files.encoding": "utf8",
        "files.eol": "\n",
        "yaml.schemas": {
            f"./{schema_path(kind, code)}": f"content/{kind}/*/index.{code}.md" for kind in KINDS for code in languages
        },
    }


def schema_path(kind: str, code: str) -> str:
    """Where the schema of a kind's headers in a language stands."""
    return f"schemas/{kind}.{code}.json"


def as_json(value: object) -> str:
    """Write JSON as people read it."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
