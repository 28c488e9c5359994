"""N: news, press releases and events."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

from contrelatraite.clock import PARIS
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.schema.fields import COLLECTIVE, as_day
from contrelatraite.site import Entry, Site

_SEASONS = {"+01:00", "+02:00"}  # the offsets of Paris


def check_trafficking_link(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A member's news or event says in words what it has to do with trafficking (minutes of 29 September 2014)."""
    if entry.kind.name not in {"news", "events"} or entry.facts.author in {None, COLLECTIVE}:
        return
    for version in entry.versions.values():
        if version.words.trafficking_link is None:
            yield Diagnostic("N101", version.source.path, version.source.place(("title",)), {})


def check_end(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """An event ends after it starts; a day without an hour is the whole day."""
    if entry.kind.name == "events" and entry.facts.end and _before(entry.facts.end, entry.facts.start):
        source = entry.source.source
        values = {"start": entry.facts.start.isoformat(), "end": entry.facts.end.isoformat()}
        yield Diagnostic("N102", source.path, source.place(("end",)), values)


def _before(one: date, other: date) -> bool:
    """Whether a day or moment is before another; of two of which one has no hour, the days count, in Paris."""
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one < other
    return as_day(one) < as_day(other)


def check_offsets(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """An hour with the other season's offset is an hour away from what was meant: an embargo would end early."""
    for field in ("date", "embargo", "start", "end"):
        moment = getattr(entry.facts, field, None)
        if not isinstance(moment, datetime):
            continue
        written = moment.isoformat(timespec="minutes")
        if written[-6:] in _SEASONS and moment.astimezone(PARIS).isoformat(timespec="minutes") != written:
            source = entry.source.source
            # The same hour on the clocks of Paris; one that they skip in March is told as they show that moment.
            in_paris = moment.replace(tzinfo=PARIS)
            shown = in_paris.astimezone(UTC).astimezone(PARIS)
            nearest = in_paris if shown.replace(tzinfo=None) == in_paris.replace(tzinfo=None) else shown
            values = {"field": field, "read": written[-6:], "nearest": nearest.isoformat(timespec="minutes")}
            yield Diagnostic("N103", source.path, source.place((field,)), values)


def check_embargo(entry: Entry, today: date) -> Iterator[Diagnostic]:
    """A release is out no earlier than its date.

    It may be dated, and sent to the press, before the embargo ends; one whose embargo has ended keeps it, as a fact. A
    draft is in no public page, whatever its date.
    """
    if entry.kind.name != "press":
        return
    facts, source = entry.facts, entry.source.source
    if facts.embargo is not None and _before(facts.embargo, facts.date):
        values = {"embargo": facts.embargo.isoformat(timespec="minutes"), "date": facts.date.isoformat()}
        yield Diagnostic("N104", source.path, source.place(("embargo",)), values)
    elif facts.embargo is None and facts.status == "published" and as_day(facts.date) > today:
        day = facts.day
        out = facts.date if isinstance(facts.date, datetime) else datetime(day.year, day.month, day.day, tzinfo=PARIS)
        values = {"date": day.isoformat(), "nearest": out.isoformat(timespec="minutes")}
        yield Diagnostic("N105", source.path, source.place(("date",)), values)


def check_observance(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A day that comes back every year comes back on the day on which it first was."""
    if entry.kind.name != "events" or entry.facts.observance is None:
        return
    nearest = f"{as_day(entry.facts.start):%m-%d}"
    if entry.facts.observance != nearest:
        source = entry.source.source
        values = {"read": entry.facts.observance, "start": entry.facts.start.isoformat(), "nearest": nearest}
        yield Diagnostic("N106", source.path, source.place(("observance",)), values)


def check_minutes(entry: Entry, site: Site) -> Iterator[Diagnostic]:
    """The minutes of an event are those of one of its days."""
    if entry.kind.name != "events" or entry.facts.minutes is None:
        return
    minutes = site.get(f"minutes:{entry.facts.minutes}")
    last = entry.facts.end or entry.facts.start
    if minutes is not None and not as_day(entry.facts.start) <= minutes.facts.date <= as_day(last):
        source = entry.source.source
        values = {"date": minutes.facts.date.isoformat(), "start": entry.facts.start.isoformat()}
        yield Diagnostic("N107", source.path, source.place(("minutes",)), values)


CHECKS = (check_trafficking_link, check_end, check_offsets, check_observance, check_minutes)
ON_THE_DAY = (check_embargo,)
