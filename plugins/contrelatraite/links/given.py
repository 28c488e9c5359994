"""The addresses that entries give, where each stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from contrelatraite.diagnostics import Place
from contrelatraite.reading.source import KeyPath
from contrelatraite.schema.fields import is_https
from contrelatraite.site import Site


@dataclass(frozen=True, order=True, slots=True)
class Given:
    """An address, and its place in a file."""

    path: str
    place: Place
    address: str


def given(site: Site, *, everything: bool) -> list[Given]:
    """Give the addresses of the members' headers, in all languages; with `everything`, of all headers and texts."""
    return sorted(set(_given(site, everything=everything)))


def _given(site: Site, *, everything: bool) -> Iterator[Given]:
    for entry in site:
        if not everything and entry.kind.name != "members":
            continue
        for version in entry.versions.values():
            source = version.source
            for path, value in _texts(source.header, ()):
                if is_https(value):
                    yield Given(source.path, source.place(path), value)
            for link in version.body.links if everything else ():
                if is_https(link.target):
                    yield Given(source.path, source.body_place(link.start, link.end), link.target)


def _texts(value: object, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from _texts(item, (*path, number))
