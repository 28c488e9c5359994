"""Register: the content folder → the site, and what is wrong with the files' names and headers."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from contrelatraite.body import Body
from contrelatraite.diagnostics import Diagnostic, Place, Values
from contrelatraite.kinds import KINDS, Kind
from contrelatraite.site import Entry, Site, Version
from contrelatraite.source import KeyPath, Source, content_files, read

Model = TypeVar("Model", bound=BaseModel)

_TOP = Place(1, 1, 2)
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_INDEX = re.compile(r"index\.([a-z]{2,3})\.md")


_WRONG_FORM = {
    "tuple_type": "S113",
    "list_type": "S113",
    "dict_type": "S114",
    "model_type": "S114",
    "string_type": "S115",
    "int_parsing": "S116",
    "int_type": "S116",
    "greater_than_equal": "S116",
}


def register(content: Path, languages: Iterable[str]) -> tuple[Site, list[Diagnostic]]:
    """Read every file of the content folder.

    An entry with a problem in its header is not registered, but its id is known, so that those who refer to it
    are not blamed.
    """
    codes = tuple(languages)
    files, problems = _sort_files(content, codes)
    entries: dict[str, Entry] = {}
    for (kind, name), paths in files.items():
        entry, found = _read_entry(kind, name, {code: paths[code] for code in codes if code in paths}, content)
        problems += found
        if entry is not None:
            entries[entry.key] = entry
    known = frozenset(f"{kind.name}:{name}" for kind, name in files)
    return Site(dict(sorted(entries.items(), key=_by_kind_and_id)), known, codes), problems


def _by_kind_and_id(item: tuple[str, Entry]) -> tuple[int, str]:
    return (list(KINDS).index(item[1].kind.name), item[1].id)


Files = dict[tuple[Kind, str], dict[str, Path]]


def _sort_files(content: Path, languages: tuple[str, ...]) -> tuple[Files, list[Diagnostic]]:
    """Group the index files by entry; report what is misplaced (S006 to S008)."""
    files: Files = {}
    problems: list[Diagnostic] = []
    for path in content_files(content):
        shown = show(path, content)
        parts = path.relative_to(content).parts
        if path.is_symlink():
            problems.append(Diagnostic("X103", shown, _TOP, {}))
            continue
        if parts[0] not in KINDS:
            values: Values = {"folder": parts[0], "kinds": tuple(KINDS)}
            problems.append(Diagnostic("S007", shown, _TOP, values))
            continue
        found = _INDEX.fullmatch(parts[-1])
        depth = 3
        if len(parts) == depth and found and found[1] in languages:
            if not _ID.fullmatch(parts[1]):
                problems.append(Diagnostic("S008", shown, _TOP, {"id": parts[1], "nearest": plain_id(parts[1])}))
            files.setdefault((KINDS[parts[0]], parts[1]), {})[found[1]] = path
        elif len(parts) != depth or path.suffix.lower() in {".md", ".markdown", ".html", ".htm", ".rst", ".txt"}:
            name = plain_id(parts[1] if len(parts) > depth - 1 else path.stem.split(".")[0])
            nearest = f"{content.name}/{parts[0]}/{name}/index.{languages[0]}.md"
            problems.append(Diagnostic("S006", shown, _TOP, {"nearest": nearest}))
    return files, problems


def show(path: Path, content: Path) -> str:
    """Give the path as messages print it: from the folder above the content folder."""
    return path.relative_to(content.parent).as_posix()


def plain_id(text: str) -> str:
    """Make the id nearest to a text: small letters without accents, digits and hyphens."""
    letters = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "id"


def _read_entry(
    kind: Kind, name: str, paths: Mapping[str, Path], content: Path
) -> tuple[Entry | None, list[Diagnostic]]:
    """Read an entry's files, the source first. None when its facts or its source's words cannot be had."""
    problems: list[Diagnostic] = []
    facts: BaseModel | None = None
    versions: dict[str, Version] = {}
    source_name = next(iter(paths.values())).name
    for number, (language, path) in enumerate(paths.items()):
        source, found = read(path, show(path, content))
        problems += found
        if source is None:
            continue
        own_facts, own_words = _split(source.header, kind)
        if number == 0:
            facts, found = _validate(kind.schema.Facts, own_facts, source, kind)
            problems += found
        else:
            problems += [_fact_in_translation(source, key, kind, source_name) for key in own_facts]
        words, found = _validate(kind.schema.Words, own_words, source, kind)
        problems += found
        if words is not None:
            versions[language] = Version(language, words, Body(source.body), source)
    if facts is None or next(iter(paths)) not in versions:
        return None, problems
    return Entry(kind, name, next(iter(paths.values())).parent, facts, versions), problems


def _split(header: Mapping[str, Any], kind: Kind) -> tuple[dict[str, Any], dict[str, Any]]:
    """Split a header into the facts (and the unknown fields) and the words."""
    words = kind.schema.Words.model_fields
    return (
        {key: value for key, value in header.items() if key not in words},
        {key: value for key, value in header.items() if key in words},
    )


def _fact_in_translation(source: Source, key: str, kind: Kind, source_name: str) -> Diagnostic:
    if key in kind.schema.Facts.model_fields:
        return Diagnostic("T102", source.path, source.keys[(key,)], {"field": key, "source": source_name})
    return _unknown_field(source, (key,), _fields(kind))


def _fields(kind: Kind) -> list[str]:
    return [*kind.schema.Facts.model_fields, *kind.schema.Words.model_fields]


def _validate(
    model: type[Model], values: dict[str, Any], source: Source, kind: Kind
) -> tuple[Model | None, list[Diagnostic]]:
    try:
        return model.model_validate(values), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        # A list with a wrong item is also told too short: the item is what is wrong.
        deeper = {detail["loc"][:-1] for detail in details} | {
            detail["loc"][:1] for detail in details if detail["loc"][1:]
        }
        told = [detail for detail in details if detail["type"] != "too_short" or detail["loc"] not in deeper]
        return None, [_diagnose(detail, source, model, kind) for detail in told]


def _diagnose(detail: ErrorDetails, source: Source, model: type[BaseModel], kind: Kind) -> Diagnostic:
    """Turn one of Pydantic's errors into a problem of ours."""
    path, rest = _walk(source, detail["loc"])
    read = detail.get("input")
    shown = str(read) if isinstance(read, str | int) else ""
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    context = detail.get("ctx", {})
    if detail["type"] == "extra_forbidden":
        inner = len(path) > 1
        return _unknown_field(source, path, _siblings(model, detail["loc"]) if inner else _fields(kind))
    if detail["type"] == "missing":
        field = ".".join([*map(str, path), *map(str, rest)]) or name
        place = source.place(path) if path else _TOP
        return Diagnostic("S102", source.path, place, {"field": str(detail["loc"][-1]) if rest else field})
    place = source.place(path)
    if detail["type"] == "literal_error":
        allowed = tuple(re.findall(r"'([^']*)'", context["expected"]))
        nearest = difflib.get_close_matches(shown.lower(), allowed, 1, 0.5) or allowed
        return Diagnostic("S103", source.path, place, {"read": shown, "field": name, "allowed": tuple(nearest)})
    if detail["type"] in {"string_too_short", "string_too_long"}:
        least, most = _lengths(model, detail["loc"])
        values = {"field": name, "length": str(len(shown)), "least": least, "most": most}
        return Diagnostic("S105", source.path, place, values)
    if re.fullmatch(r"[A-Z]\d{3}", detail["type"]):
        told: Values = {key: value if isinstance(value, tuple) else str(value) for key, value in context.items()}
        return Diagnostic(detail["type"], source.path, place, {"field": name, **told})
    code = _WRONG_FORM.get(detail["type"], "S106")
    return Diagnostic(code, source.path, place, {"field": name, "read": shown})


def _walk(source: Source, location: tuple[int | str, ...]) -> tuple[KeyPath, tuple[int | str, ...]]:
    """Split Pydantic's location into the part that the header holds and the rest (a missing field, a union's tag)."""
    path: KeyPath = ()
    for number, step in enumerate(location):
        if (*path, step) not in source.values:
            return path, location[number:]
        path = (*path, step)
    return path, ()


def _siblings(model: type[BaseModel], location: tuple[int | str, ...]) -> list[str]:
    """The fields of the model in which the last step of `location` stands."""
    for step in location[:-1]:
        field = model.model_fields.get(str(step))
        model = (_model_in(field.annotation) if field else None) or model
    return [field.alias or name for name, field in model.model_fields.items()]


def _model_in(annotation: object) -> type[BaseModel] | None:
    """The model that an annotation holds, however deep: a list of it, or it or nothing."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(argument) for argument in getattr(annotation, "__args__", ()))
    return next((model for model in found if model is not None), None)


def _lengths(model: type[BaseModel], location: tuple[int | str, ...]) -> tuple[str, str]:
    """The least and greatest number of characters of a field, as words."""
    field = model.model_fields[str(location[0])]
    parts = (field, *getattr(field.annotation, "__args__", ()))
    limits = [limit for part in parts for limit in getattr(part, "metadata", getattr(part, "__metadata__", ()))]
    least, most = (
        next((bound for limit in limits if (bound := getattr(limit, name, None)) is not None), default)
        for name, default in (("min_length", 1), ("max_length", "∞"))
    )
    return str(least), str(most)


def _unknown_field(source: Source, path: KeyPath, fields: list[str]) -> Diagnostic:
    close = difflib.get_close_matches(str(path[-1]).lower().strip(), fields, 1, 0.6)
    values: Values = {"field": str(path[-1]), "allowed": tuple(close or fields)}
    return Diagnostic("S101", source.path, source.key_place(path), values)
