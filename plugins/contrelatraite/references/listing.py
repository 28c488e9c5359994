"""List: the references and mentions of a text, by line and column, as `contrelatraite refs` prints them."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Literal

from contrelatraite.reading.body import Body
from contrelatraite.references.match import Mention, once
from contrelatraite.references.resolve import parse
from contrelatraite.references.unknown import unknown_references


@dataclass(frozen=True, slots=True)
class Listed:
    """One reference. Lines and columns count from 1; the end is the first place after it.

    `linked` is false for a repeat: a target is linked once in a section.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    target: str
    kind: Literal["explicit", "mention"]
    linked: bool

    def as_row(self) -> dict[str, str | int | bool]:
        """Give it as the design's JSON object."""
        return asdict(self)

    def __str__(self) -> str:
        """Write it on one line."""
        words = " ".join(self.text.split())
        repeat = "" if self.linked else " (=)"
        return f"{self.path}:{self.line}:{self.column}: {words} → {self.target}{repeat}"


@dataclass(frozen=True, slots=True)
class Text:
    """A text to list: its path, its body, the line of the file on which it begins, what finds mentions in its prose."""

    path: str
    body: Body
    first_line: int
    find: Callable[[str], list[Mention]]


@dataclass(frozen=True, slots=True)
class ListedUnknown:
    """Words that look like a reference and lead nowhere, where they stand first, and how often they are used."""

    path: str
    line: int
    column: int
    text: str
    times: int

    def as_row(self) -> dict[str, str | int]:
        """Give it as an object for JSON."""
        return asdict(self)

    def __str__(self) -> str:
        """Write it on one line."""
        return f"{self.path}:{self.line}:{self.column}: {' '.join(self.text.split())} ({self.times}) → ?"


def list_unknown(text: Text) -> Iterator[ListedUnknown]:
    """Yield what looks like a reference in a text and leads nowhere."""
    prose = text.body.prose
    for unknown in sorted(unknown_references(prose, text.find(prose)), key=lambda found: found.start):
        line, column = _place(text.body.text, unknown.start)
        yield ListedUnknown(text.path, text.first_line + line, column, unknown.words, unknown.times)


def list_references(text: Text) -> Iterator[Listed]:
    """Yield the references of a text in order."""
    path, body, first_line, find = text.path, text.body, text.first_line, text.find
    found: list[tuple[int, int, str, Literal["explicit", "mention"]]] = [
        (link.start, link.end, link.target, "explicit") for link in body.links if parse(link.target)
    ]
    found += [(m.start, m.end, m.target, "mention") for m in find(body.prose) if m.target is not None]
    sections = [heading.start for heading in body.headings]
    linked: set[tuple[int, str]] = set()
    for start, end, target, kind in sorted(found):
        section = sum(at <= start for at in sections)
        line, column = _place(body.text, start)
        end_line, end_column = _place(body.text, end)
        yield Listed(
            path,
            first_line + line,
            column,
            first_line + end_line,
            end_column,
            body.text[start:end],
            target,
            kind,
            kind == "explicit" or (section, once(target)) not in linked,
        )
        linked.add((section, once(target)))


def _place(text: str, at: int) -> tuple[int, int]:
    """Lines from 0, columns from 1."""
    return text.count("\n", 0, at), at - text.rfind("\n", 0, at)
