"""List: the references and mentions of a text, by line and column, as `contrelatraite refs` prints them."""

from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from typing import Literal

from contrelatraite.body import Body
from contrelatraite.references.match import Mention
from contrelatraite.references.resolve import parse


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


def list_references(path: str, body: Body, first_line: int, find: Callable[[str], list[Mention]]) -> Iterator[Listed]:
    """Yield the references of a text in order.

    `first_line` is the line of the file on which the text begins; `find` gives the mentions of a prose.
    """
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
            kind == "explicit" or (section, target) not in linked,
        )
        linked.add((section, target))


def _place(text: str, at: int) -> tuple[int, int]:
    """Lines from 0, columns from 1."""
    return text.count("\n", 0, at), at - text.rfind("\n", 0, at)
