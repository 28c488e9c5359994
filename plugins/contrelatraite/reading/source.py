"""Read: one content file → its header, with the line and column of every value, and its body.

Every scalar of the header stays the text that was written: `2025-06-05`, `0045`, `no` and `32011L0036` mean
what they say, and the schemas give them their types. Aliases are refused, so a header cannot grow when read.
"""

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import yaml

from contrelatraite.diagnostics import Diagnostic, Place
from contrelatraite.reading import characters
from contrelatraite.reading.mending import mended, quoted, starred

KeyPath = tuple[str | int, ...]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINE_ENDS = {"\r\n": "\n", "\r": "\n", "\u0085": " ", "\u2028": " ", "\u2029": " "}  # YAML counts these as lines
_DEEPEST = 20  # lists and fields within each other; a header needs four
_TOP = Place(1, 1, 2)
_UTF_16 = {b"\xff\xfe", b"\xfe\xff", b"-\0", b"\0-"}  # how a file that begins with --- then begins
_LARGEST = 100_000  # bytes of a text: the longest minutes need 40,000
_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Source:
    """One file of content: where it is, what its header says and where, and its text."""

    path: str
    lines: tuple[str, ...]
    header: dict[str, Any]
    body: str
    body_line: int
    keys: dict[KeyPath, Place] = field(repr=False)
    values: dict[KeyPath, Place] = field(repr=False)

    def place(self, path: KeyPath) -> Place:
        """Where the value at `path` stands; the nearest enclosing value's place when it has none of its own."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.values:
                return self.values[path[:length]]
        return Place(1, 1, 4)

    def value(self, path: KeyPath) -> Any:  # noqa: ANN401  a YAML value
        """Give the value at `path`, which the header holds."""
        value: Any = self.header
        for step in path:
            value = value[step]
        return value

    def key_place(self, path: KeyPath) -> Place:
        """Where the key at `path` stands, else its value's place."""
        return self.keys.get(path) or self.place(path)

    def body_place(self, start: int, end: int) -> Place:
        """The place of `body[start:end]` in the file."""
        line_start = self.body.rfind("\n", 0, start) + 1
        line_end = self.body.find("\n", start)
        last = end if line_end < 0 else min(end, line_end)
        column = start - line_start + 1
        return Place(self.body_line + self.body.count("\n", 0, start), column, max(column + 1, last - line_start + 1))


def read(path: Path, shown: str) -> tuple[Source | None, list[Diagnostic]]:
    """Read one file.

    `shown` is the path as messages print it. Returns the source, or None when the file cannot be read as a
    header and a body, and the problems found (codes S001 to S005, S013, S019 to S021, X106 to X111).
    """
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError:
        return None, [Diagnostic("S019", shown, _TOP, {})]
    if len(data) > _LARGEST:
        return None, [Diagnostic("X111", shown, _TOP, {"most": str(_LARGEST // 1000)})]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, [_not_utf_8(data, error.start, shown)]
    if data[:2] in _UTF_16:
        return None, [_not_utf_8(data, 0, shown)]
    # Accents typed apart from their letters (Unicode form NFD, as macOS writes names) are read as the letters.
    return parse(unicodedata.normalize("NFC", text), shown)


def _not_utf_8(data: bytes, at: int, shown: str) -> Diagnostic:
    encoding = "UTF-16" if data[:2] in _UTF_16 else "Windows-1252"
    place = Place(data.count(b"\n", 0, at) + 1, 1, 2)
    return Diagnostic("S001", shown, place, {"byte": f"0x{data[at]:02X}", "encoding": encoding})


def parse(text: str, shown: str) -> tuple[Source | None, list[Diagnostic]]:
    """Split and parse the text of one file; see `read`. All kinds of line ends are read well."""
    for sign, ours in _LINE_ENDS.items():
        text = text.replace(sign, ours)
    lines = tuple(text.split("\n"))
    odd = characters.check(lines, shown)
    if any(problem.code == "X106" for problem in odd):  # YAML would stop there, and say less
        return None, odd
    opening = _FENCE.match(text)
    closing = _FENCE.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        line = 1 if opening is None else len(lines)
        return None, [*odd, Diagnostic("S002", shown, Place(line, 1, 1 + max(1, len(lines[line - 1]))), {})]
    header_text = text[opening.end() + 1 : closing.start()]
    body = text[closing.end() + 1 :]
    body_line = text.count("\n", 0, closing.end()) + 2
    try:
        refused = _refused(header_text, shown)
        if refused is not None:
            return None, [*odd, refused]
        root = yaml.compose(header_text, Loader=_LOADER)
    except yaml.YAMLError as error:
        return None, [*odd, _unread(error, header_text, shown)]
    if not isinstance(root, yaml.MappingNode):
        return None, [*odd, Diagnostic("S002", shown, Place(1, 1, 4), {})]
    reader = _HeaderReader(shown)
    header = reader.mapping(root, ())
    told = {(found.code, found.place.line) for found in odd}
    odd += [found for found in reader.odd if (found.code, found.place.line) not in told]
    odd += [cut for place in reader.plain if (cut := _cut_short(lines[place.line - 1], place, shown))]
    source = Source(shown, lines, header, body, body_line, reader.keys, reader.values)
    return (None if reader.problems else source), [*odd, *reader.problems]


def _unread(error: yaml.YAMLError, header: str, shown: str) -> Diagnostic:
    """Tell where YAML cannot read a header, and how to write the line where that is known (S020, else S003)."""
    lines = header.split("\n")
    if better := mended(header, _failing):
        number, nearest = better
        at = Place(number + 2, 1, len(lines[number]) + 1)
        return Diagnostic("S020", shown, at, {"line": lines[number].strip(), "nearest": nearest})
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark:
        number, column = min(mark.line, len(lines) - 2), mark.column + 1
    else:  # a character YAML does not allow: it has a position, in bytes
        number, column = header.encode().count(b"\n", 0, getattr(error, "position", 0)), 1
    at = Place(number + 2, column, max(column, len(lines[number])) + 1)
    return Diagnostic("S003", shown, at, {"line": lines[number].strip()})


def _cut_short(line: str, place: Place, shown: str) -> Diagnostic | None:
    """Find a text that YAML cut where a # follows a space (S021); a note stands after two spaces or more."""
    rest = line[place.end_column - 1 :]
    if not rest.startswith(" #"):
        return None
    whole = line[place.column - 1 :].rstrip()
    after = Place(place.line, len(line) - len(rest.lstrip()) + 1, len(line) + 1)
    return Diagnostic("S021", shown, after, {"read": rest.strip(), "nearest": quoted(whole)})


def _failing(header: str) -> int | None:
    """Give the number (from 0) of the line where YAML fails to read a header, None when it reads it."""
    try:
        for _ in yaml.parse(header, Loader=_LOADER):  # not composed: it may go deep
            pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return mark.line if mark else 0
    return None


def _refused(header: str, shown: str) -> Diagnostic | None:
    """Find an alias (S005) or a header too deep to be one (S003), before anything is made of it."""
    depth = 0
    for event in yaml.parse(header, Loader=_LOADER):
        if isinstance(event, yaml.AliasEvent):
            place = _place(event)
            line = header.split("\n")[place.line - 2]
            if better := starred(line):  # « *Titre* »: Markdown's stars
                at = Place(place.line, 1, len(line) + 1)
                return Diagnostic("S020", shown, at, {"line": line.strip(), "nearest": better})
            return Diagnostic("S005", shown, place, {})
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            place = _place(event)
            return Diagnostic("S003", shown, place, {"line": header.split("\n")[place.line - 2].strip()[:40]})
    return None


class _HeaderReader:
    """Turns YAML's nodes into plain values of text, noting where each key and value stands."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.keys: dict[KeyPath, Place] = {}
        self.values: dict[KeyPath, Place] = {}
        self.problems: list[Diagnostic] = []
        self.odd: list[Diagnostic] = []
        self.plain: list[Place] = []  # texts without quotes

    def mapping(self, node: yaml.MappingNode, path: KeyPath) -> dict[str, Any]:
        result: dict[str, Any] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else "?"
            inner = (*path, key)
            place = _place(key_node)
            if key in result:
                self.problems.append(Diagnostic("S004", self.shown, place, {"field": key}))
                continue
            self.keys[inner] = place
            result[key] = self.value(value_node, inner)
        return result

    def value(self, node: yaml.Node, path: KeyPath) -> Any:  # noqa: ANN401  a YAML value
        self.values[path] = _place(node)
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, number)) for number, item in enumerate(node.value)]
        if getattr(node, "style", None) == '"':  # where \\u202E may stand for what the line does not show
            self.odd += [
                replace(found, place=_place(node)) for found in characters.check(node.value.split("\n"), self.shown)
            ]
        if getattr(node, "style", None) not in {None, ""}:
            return node.value
        if node.value in {"", "~", "null"}:
            return None
        self.plain.append(self.values[path])
        return node.value


def _place(node: yaml.Node | yaml.Event) -> Place:
    """The place in the file: the header starts on line 2."""
    start: Any = node.start_mark
    end: Any = node.end_mark
    same_line = end.line == start.line and end.column > start.column
    return Place(start.line + 2, start.column + 1, end.column + 1 if same_line else start.column + 2)


def content_files(folder: Path) -> Iterator[Path]:
    """Every file, link and device under the content folder, sorted; hidden ones left out.

    A folder that bears the name of a text is given too: somebody may have meant a page.
    """
    waiting = _within(folder)
    while waiting:
        found = waiting.pop()
        path = Path(found.path)
        is_folder = found.is_dir(follow_symlinks=False)
        if not is_folder or path.suffix == ".md":
            yield path
        if is_folder:
            waiting += _within(path)


def _within(folder: Path) -> list[os.DirEntry[str]]:
    """Give what a folder holds, the last first; one that is not there holds nothing."""
    if not folder.is_dir():
        return []
    seen = (found for found in os.scandir(folder) if found.name.startswith("..") or not found.name.startswith("."))
    return sorted(seen, key=lambda found: found.name, reverse=True)
