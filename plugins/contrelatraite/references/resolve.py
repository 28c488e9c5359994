"""Explicit references: `members:ccem`, `legal:directive-2011-36-ue#article-8`, and the ids of the headers."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from contrelatraite.kinds import KINDS
from contrelatraite.reading.source import KeyPath
from contrelatraite.schema.fields import is_https
from contrelatraite.site import Entry, Site

_REFERENCE = re.compile(rf"(?P<kind>{'|'.join(KINDS)}):(?P<id>[^#\s]*)(?:#(?P<anchor>\S+))?")
_ALLOWED = re.compile(r"mailto:[^\s?@]+@[^\s?@]+|tel:\+?[\d ()-]+")


class Reference(NamedTuple):
    """A target: an entry, and perhaps one of its sections."""

    kind: str
    id: str
    anchor: str | None = None

    @property
    def key(self) -> str:
        """The entry's key."""
        return f"{self.kind}:{self.id}"

    def __str__(self) -> str:
        """Write it as an author would."""
        return f"{self.key}#{self.anchor}" if self.anchor else self.key


def parse(address: str) -> Reference | None:
    """Read a link's address as a reference; None when it is another kind of address."""
    found = _REFERENCE.fullmatch(address)
    return Reference(found["kind"], found["id"], found["anchor"]) if found else None


def allowed_address(address: str) -> bool:
    """Whether a text may link there: https, mailto, tel, a reference, or a section of the same page."""
    return (
        address.startswith("#") or is_https(address) or bool(_ALLOWED.fullmatch(address)) or parse(address) is not None
    )


def leads_nowhere(reference: Reference, site: Site, language: str) -> bool:
    """Whether no entry answers a reference, or its text in that language lacks the section."""
    target = site.get(reference.key)
    if target is None:
        return reference.key not in site.known
    return reference.anchor is not None and reference.anchor not in target.version(language).body.anchors


def related_ids(entry: Entry) -> Iterator[tuple[KeyPath, str, tuple[str, ...]]]:
    """Yield the ids that an entry's header names: where in the header, the id, the kinds it may have.

    The words that may stand for no entry (`collective`, `all`) are left out where the schema allows them.
    """
    for field, allowed in entry.kind.schema.REFERENCES.items():
        name, _, part = field.partition(".")
        value = getattr(entry.facts, name)
        if part:
            for number, item in enumerate(value):
                yield from _ids((name, number, part), getattr(item, part), allowed)
        else:
            yield from _ids((name,), value, allowed)


def _ids(path: KeyPath, value: object, allowed: tuple[str, ...]) -> Iterator[tuple[KeyPath, str, tuple[str, ...]]]:
    kinds = tuple(name for name in allowed if name in KINDS)
    named = [(path, value)] if isinstance(value, str) else []
    if isinstance(value, tuple):
        named = [((*path, number), item) for number, item in enumerate(value)]
    yield from ((place, name, kinds) for place, name in named if name in kinds or name not in allowed)
