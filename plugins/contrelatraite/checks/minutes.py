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


def check_mandates(entry: Entry, site: Site) -> Iterator[Diagnostic]:
    """Only members speak for the Collective and vote; an observer does neither (minutes of 29 September 2014)."""
    if entry.kind.name != "minutes":
        return
    source = entry.source.source
    spoke = [(("delegation", number), name) for number, name in enumerate(entry.facts.delegation)]
    voted = [
        (("votes", number, "voters", place), name)
        for number, vote in enumerate(entry.facts.votes)
        for place, name in enumerate(vote.voters)
    ]
    for path, name in [*spoke, *voted]:
        member = site.get(f"members:{name}")
        if member is not None and member.facts.status_on(entry.facts.date) in {"candidate", "observer", "former"}:
            values = {"member": member.title(entry.source.language), "date": entry.facts.date.isoformat()}
            yield Diagnostic("C104", source.path, source.place(path), values)


def check_done(entry: Entry, site: Site) -> Iterator[Diagnostic]:
    """What settled a follow-up is a day, or minutes that exist."""
    for number, item in enumerate(getattr(entry.facts, "follow_ups", ())):
        if isinstance(item.done, str) and f"minutes:{item.done}" not in site.known:
            place = entry.source.source.place(("follow_ups", number, "done"))
            yield Diagnostic("S104", entry.source.source.path, place, {"read": item.done})


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


CHECKS = (check_agenda, check_mandates, check_done, check_wording)
