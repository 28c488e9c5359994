"""C: what the facts list by id (follow-ups, annexes, helplines) has its words in each language, once."""

from collections.abc import Iterator
from pathlib import Path

from contrelatraite.diagnostics import Diagnostic
from contrelatraite.site import Entry, Site


def check_wording(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """What the facts list by id has words under that id in each language, and nothing else has."""
    if entry.kind.name == "minutes":
        yield from _worded(entry, "follow_ups", "follow_up_wording", [item.id for item in entry.facts.follow_ups])
        yield from _worded(entry, "annexes", "annex_wording", [item.number for item in entry.facts.annexes])
    elif entry.kind.name == "pages":
        yield from _worded(entry, "helplines", "helpline_wording", [item.id for item in entry.facts.helplines])


def _worded(entry: Entry, listed: str, wording: str, ids: list[str]) -> Iterator[Diagnostic]:
    """Compare the ids of a list of facts with those of its wording, in each language (C102, C103, C114)."""
    for version in entry.versions.values():
        words = getattr(version.words, wording)
        source = version.source
        for name in sorted({name for name in ids if ids.count(name) > 1}) if version is entry.source else ():
            yield Diagnostic("C114", source.path, source.key_place((listed,)), {"id": name, "list": listed})
        for name in ids:
            if name not in words:
                values = {"id": name, "list": listed, "wording": wording, "source": Path(entry.source.source.path).name}
                yield Diagnostic("C102", source.path, source.key_place((wording,)), values)
        for name in words:
            if name not in ids:
                values = {"id": name, "list": listed, "wording": wording}
                yield Diagnostic("C103", source.path, source.key_place((wording, name)), values)


CHECKS = (check_wording,)
