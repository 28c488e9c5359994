"""Backlinks: what names an entry, with the sentence in which it does, newest first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from contrelatraite.references.rewrite import Placed
from contrelatraite.site import Entry


@dataclass(frozen=True, slots=True)
class Backlink:
    """One place that names an entry: in which entry, under which section, in which sentence."""

    entry: Entry
    section: str | None
    sentence: str
    anchor: str | None  # the section of the named entry, such as an article


def backlinks(placed: Iterable[tuple[Entry, Iterable[Placed]]]) -> Mapping[str, list[Backlink]]:
    """Turn the references of one language around: key of the named entry → what names it, newest first.

    An entry that names another several times stands once for each section it names, by the first sentence.
    """
    found: dict[str, dict[tuple[str, str], Backlink]] = defaultdict(dict)
    for entry, references in placed:
        for place in references:
            key, _, anchor = place.target.partition("#")
            if key != entry.key:
                found[key].setdefault(
                    (entry.key, anchor), Backlink(entry, place.section, place.sentence, anchor or None)
                )
    return {key: sorted(links.values(), key=_newest_first) for key, links in found.items()}


def _newest_first(link: Backlink) -> tuple[int, str, str]:
    return (-(link.entry.day or date.min).toordinal(), link.entry.key, link.anchor or "")
