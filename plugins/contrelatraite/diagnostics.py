"""What the checks say: one value per problem, without words. `codes` holds the words, `report` prints them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class Place(NamedTuple):
    """A stretch of one line: line and columns count from 1, `end_column` is the first column after it."""

    line: int
    column: int
    end_column: int


Values = Mapping[str, str | tuple[str, ...] | date]


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: its code, where it stands, and the values its message needs.

    Values are text, a tuple of texts that the report joins into a list in the reader's language, or a day or moment
    that it writes in words.
    """

    code: str
    path: str
    place: Place
    values: Values = field(default_factory=dict)

    @property
    def _order(self) -> tuple[str, Place, str, str]:
        return (self.path, self.place, self.code, repr(sorted(self.values.items())))


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sorted by file, place and code, each once."""
    return [problem for _, problem in sorted({problem._order: problem for problem in diagnostics}.items())]  # noqa: SLF001
