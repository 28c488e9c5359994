"""C: minutes (« comptes rendus »): the agenda is that of the text, follow-ups and annexes have their words."""

from collections.abc import Iterator
from pathlib import Path

from contrelatraite.diagnostics import Diagnostic
from contrelatraite.site import Entry, Site

_SECTION = 2


def check_agenda(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """Each item of the agenda has its section, in each language."""
    if entry.kind.name != "minutes":
        return
    for version in entry.versions.values():
        items = len(version.words.agenda)
        sections = sum(heading.level == _SECTION for heading in version.body.headings)
        if items and items != sections:
            place = version.source.key_place(("agenda",))
            yield Diagnostic("C101", version.source.path, place, {"items": str(items), "sections": str(sections)})


def check_wording(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """What the facts list by id has words under that id in each language, and nothing else has."""
    if entry.kind.name == "minutes":
        yield from worded(entry, "follow_ups", "follow_up_wording", [item.id for item in entry.facts.follow_ups])
        yield from worded(entry, "annexes", "annex_wording", [item.number for item in entry.facts.annexes])
    elif entry.kind.name == "pages":
        yield from worded(entry, "helplines", "helpline_wording", [item.id for item in entry.facts.helplines])


def worded(entry: Entry, listed: str, wording: str, ids: list[str]) -> Iterator[Diagnostic]:
    """Compare the ids of a list of facts with those of its wording, in each language (C102, C103)."""
    for version in entry.versions.values():
        words = getattr(version.words, wording)
        source = version.source
        for name in ids:
            if name not in words:
                values = {"id": name, "list": listed, "wording": wording, "source": Path(entry.source.source.path).name}
                yield Diagnostic("C102", source.path, source.key_place((wording,)), values)
        for name in words:
            if name not in ids:
                values = {"id": name, "list": listed, "wording": wording}
                yield Diagnostic("C103", source.path, source.key_place((wording, name)), values)


CHECKS = (check_agenda, check_wording)
