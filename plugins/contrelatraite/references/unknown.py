"""Unknown: what looks like a reference and leads nowhere, for the editor who may want to write its entry."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from contrelatraite.references.match import Mention

_LAW = re.compile(
    r"\b(?:circulaire|instruction|décret|ordonnance|loi|arrêté|circular|decree|ordinance|law)"
    r"(?: (?:n°|no\.)[ \u00a0]?[\d-]+| (?:du|of) \d{1,2}(?:er)? \w+ \d{4})|"
    r"\b(?:article|art\.) [LRD]?\.?[ \u00a0]?\d+(?:-\d+)*(?: \w+){0,3} (?:code|directive|convention|CESEDA)(?: \w+)?",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"(?<![\w./-])(?<![A-ZÉ]{2} )[A-ZÉ][A-ZÉ&.]*[A-ZÉ](?![\w/-])(?! [A-ZÉ]{2})")
_TWICE = 2
_ROMAN = re.compile(r"[IVXLC]+")


@dataclass(frozen=True, slots=True)
class Unknown:
    """Words that look like a reference, where they stand first, and how often they are used."""

    start: int
    words: str
    times: int


def unknown_references(prose: str, mentions: Iterable[Mention]) -> Iterator[Unknown]:
    """Yield the probable references of a text outside its mentions: laws by date or number, acronyms used twice."""
    known = list(mentions)

    def free(start: int, end: int) -> bool:
        return not any(mention.start < end and start < mention.end for mention in known)

    for found in _LAW.finditer(prose):
        if free(*found.span()):
            yield Unknown(found.start(), found[0], 1)
    acronyms = [found for found in _ACRONYM.finditer(prose) if free(*found.span()) and not _ROMAN.fullmatch(found[0])]
    times = Counter(found[0] for found in acronyms)
    first = {found[0]: found.start() for found in reversed(acronyms)}
    for words, count in sorted(times.items()):
        if count >= _TWICE:
            yield Unknown(first[words], words, count)
