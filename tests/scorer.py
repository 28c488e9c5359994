"""Precision and recall of the cross-links of an annotated text.

The annotations stand in YAML beside the text. A link is right when it overlaps an annotated stretch and leads to one
of its targets; an annotated stretch that must be linked, and that no right link overlaps, is missed. A link that
overlaps only what is out of scope, such as an event that is no meeting of the Collective, is not counted.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from contrelatraite.references.listing import Listed
from contrelatraite.references.resolve import Reference, parse

KINDS_IN_SCOPE = frozenset({"member", "institution", "legal_text"})
MEETING = "reunion-"


@dataclass(frozen=True, slots=True)
class Annotation:
    """One stretch of a text that names something."""

    start: int
    end: int
    target: str
    kind: str
    required: bool
    others: frozenset[str] = frozenset()
    text: str = ""

    @property
    def in_scope(self) -> bool:
        """Whether a linker is judged by it: events are not, but for meetings."""
        return self.kind in KINDS_IN_SCOPE or self.target.startswith(MEETING)

    @property
    def targets(self) -> frozenset[str]:
        """All that a right link may lead to."""
        return self.others | {self.target}


@dataclass(frozen=True, slots=True)
class Link:
    """One link that was found: `text[start:end]` leads to `target`."""

    start: int
    end: int
    target: str

    @property
    def names(self) -> frozenset[str]:
        """The target as annotations may write it: the entry, its section, or both; a meeting by its day."""
        reference = parse(self.target) or Reference("", self.target)
        names = {reference.id, MEETING + reference.id}
        if reference.anchor:
            names |= {reference.anchor, f"{reference.id}-{reference.anchor}"}
        return frozenset(names)


@dataclass(frozen=True, slots=True)
class Score:
    """How good the links of a text are."""

    right: tuple[Link, ...]
    wrong: tuple[Link, ...]
    required: tuple[Annotation, ...]
    missed: tuple[Annotation, ...]

    @property
    def precision(self) -> float:
        """The share of the links that are right; 0 without links."""
        return len(self.right) / max(1, len(self.right) + len(self.wrong))

    @property
    def recall(self) -> float:
        """The share of what must be linked that is; 0 when nothing must be."""
        return (len(self.required) - len(self.missed)) / max(1, len(self.required))


def score(annotations: Iterable[Annotation], links: Iterable[Link]) -> Score:
    """Judge the links of a text."""
    annotated = list(annotations)
    right: list[Link] = []
    wrong: list[Link] = []
    hit: set[Annotation] = set()
    for link in links:
        touched = [a for a in annotated if a.start < link.end and link.start < a.end]
        met = [a for a in touched if a.targets & link.names]
        if met:
            right.append(link)
            hit.update(met)
        elif not touched or any(a.in_scope for a in touched):
            wrong.append(link)
    required = tuple(a for a in annotated if a.required and a.in_scope)
    return Score(tuple(right), tuple(wrong), required, tuple(a for a in required if a not in hit))


def annotations_of(path: Path) -> list[Annotation]:
    """Read the annotations of a text."""
    rows: list[dict[str, Any]] = yaml.safe_load(path.read_text("utf-8"))["references"]
    return [
        Annotation(
            start, end, row["target"], row["kind"], row["required"], frozenset(row.get("also_accept", ())), row["text"]
        )
        for row in rows
        for start, end in row["spans"]
    ]


def links_of(text: str, listed: Iterable[Listed]) -> list[Link]:
    """Turn the lines and columns of listed references into places in the text."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return [
        Link(starts[ref.line - 1] + ref.column - 1, starts[ref.end_line - 1] + ref.end_column - 1, ref.target)
        for ref in listed
    ]
