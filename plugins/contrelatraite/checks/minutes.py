"""C: minutes (« comptes rendus »): the agenda is that of the text, who spoke might, what was decided comes after."""

import re
from collections.abc import Iterator
from datetime import date

from contrelatraite.diagnostics import Diagnostic
from contrelatraite.references.text import fold_name
from contrelatraite.schema.fields import as_day
from contrelatraite.site import Entry, Site, Version

_SECTION = 2
_BY_DATE = re.compile(r"(?P<date>\d{4}-\d{2}-\d{2})(?:-.+)?")


def check_agenda(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """Each item of the agenda has its section, in the same order, in each language."""
    if entry.kind.name != "minutes":
        return
    for version in entry.versions.values():
        items = len(version.words.agenda)
        sections = sum(heading.level == _SECTION for heading in version.body.headings)
        if items and (items != sections or _out_of_order(version)):
            place = version.source.key_place(("agenda",))
            yield Diagnostic("C101", version.source.path, place, {"items": str(items), "sections": str(sections)})


def _out_of_order(version: Version) -> bool:
    """Whether an item of the agenda is, word for word, the title of another section than its own."""
    items = [fold_name(item).loose.text for item in version.words.agenda]
    titles = [fold_name(heading.title).loose.text for heading in version.body.headings if heading.level == _SECTION]
    return any(item != title and item in titles for item, title in zip(items, titles, strict=True))


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
        if member is None:
            continue
        facts = member.facts
        if facts.was_outside(entry.facts.date) or facts.status_on(entry.facts.date) in {"candidate", "observer"}:
            values = {"member": member.title(entry.source.language), "date": entry.facts.date.isoformat()}
            yield Diagnostic("C104", source.path, source.place(path), values)


def check_present(entry: Entry, site: Site) -> Iterator[Diagnostic]:
    """Who attends has not left the Collective; it may not have come in yet. Guests are bodies outside of it."""
    if entry.kind.name != "minutes":
        return
    source = entry.source.source
    for number, present in enumerate(entry.facts.attendance):
        member = site.get(f"members:{present.member}")
        if member is not None and member.facts.had_left(entry.facts.date):
            path = ("attendance", number, "member")
            values = {"member": member.title(entry.source.language), "date": entry.facts.date.isoformat()}
            yield Diagnostic("C105", source.path, source.place(path), values)
    for number, guest in enumerate(entry.facts.guests):
        if f"members:{guest}" in site.known:
            yield Diagnostic("C106", source.path, source.place(("guests", number)), {"id": guest})


def check_follow_ups(entry: Entry, site: Site) -> Iterator[Diagnostic]:
    """What a meeting decided is due no earlier than the meeting, and settled after it, by a day or by minutes."""
    source = entry.source.source
    for number, item in enumerate(getattr(entry.facts, "follow_ups", ())):
        held = entry.facts.date
        if item.due is not None and item.due < held:
            values = {"due": item.due.isoformat(), "date": held.isoformat()}
            yield Diagnostic("C107", source.path, source.place(("follow_ups", number, "due")), values)
        if item.done is None:
            continue
        place = source.place(("follow_ups", number, "done"))
        settled: date | None = item.done if isinstance(item.done, date) else None
        if isinstance(item.done, str):
            if f"minutes:{item.done}" not in site.known:
                yield Diagnostic("S104", source.path, place, {"read": item.done})
            minutes = site.get(f"minutes:{item.done}")
            settled = minutes.day if minutes is not None else None
        if settled is not None and (settled < held or str(item.done) == entry.id):
            values = {"done": str(item.done), "date": held.isoformat()}
            yield Diagnostic("C108", source.path, place, values)


def check_next(entry: Entry, site: Site) -> Iterator[Diagnostic]:
    """An announced meeting comes after this one, on the day of its event."""
    source = entry.source.source
    for number, meeting in enumerate(getattr(entry.facts, "next", ())):
        place = source.place(("next", number, "date"))
        if meeting.date < entry.facts.date:
            values = {"read": meeting.date.isoformat(), "date": entry.facts.date.isoformat()}
            yield Diagnostic("C109", source.path, place, values)
        event = site.get(f"events:{meeting.event}")
        if event is None:
            continue
        yearly = event.facts.anniversary
        first, last = as_day(event.facts.start), as_day(event.facts.end or event.facts.start)
        if (
            (meeting.date.month, meeting.date.day) != (yearly.month, yearly.day)
            if yearly
            else (not first <= meeting.date <= last)
        ):
            values = {"read": meeting.date.isoformat(), "event": event.key}
            values["day"] = yearly.strftime("%m-%d") if yearly else first.isoformat()
            yield Diagnostic("C110", source.path, place, values)


def check_days(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """Minutes are published after the meeting, and a folder that is called by a day is called by the meeting's."""
    if entry.kind.name != "minutes":
        return
    source, held = entry.source.source, entry.facts.date.isoformat()
    if entry.facts.published is not None and entry.facts.published < entry.facts.date:
        values = {"read": entry.facts.published.isoformat(), "date": held}
        yield Diagnostic("C112", source.path, source.place(("published",)), values)
    named = _BY_DATE.fullmatch(entry.id)
    if named and named["date"] != held:
        nearest = held + entry.id.removeprefix(named["date"])
        yield Diagnostic("C113", source.path, source.place(("date",)), {"id": entry.id, "nearest": nearest})


CHECKS = (check_agenda, check_mandates, check_present, check_follow_ups, check_next, check_days)
