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
    """An hour with the other season's offset is an hour away from what was meant.

    An embargo has the offset of Paris and no other: a sign typed for another one would end it hours early.
    """
    source = entry.source.source
    for field in ("date", "embargo", "start", "end"):
        moment = getattr(entry.facts, field, None)
        if not isinstance(moment, datetime):
            continue
        written, in_paris = (each.isoformat(timespec="minutes") for each in (moment, moment.astimezone(PARIS)))
        if written == in_paris or not (field == "embargo" or written[-6:] in _SEASONS):
            continue
        values = {"field": field, "read": written[-6:], "nearest": _same_hour(moment).isoformat(timespec="minutes")}
        code = "N108" if field == "embargo" else "N103"
        yield Diagnostic(code, source.path, source.place((field,)), {**values, "end": in_paris})


def _same_hour(moment: datetime) -> datetime:
    """Give the same hour on the clocks of Paris; one that they skip in March, as they show that moment."""
    in_paris = moment.replace(tzinfo=PARIS)
    shown = in_paris.astimezone(UTC).astimezone(PARIS)
    return in_paris if shown.replace(tzinfo=None) == in_paris.replace(tzinfo=None) else shown


def check_voice(entry: Entry, site: Site) -> Iterator[Diagnostic]:
    """Who speaks in a public page is shown in public: the page would pass for the Collective's, or for nobody's."""
    if entry.facts.status == "draft":
        return
    source = entry.source.source
    author = [(("author",), name) for name in (getattr(entry.facts, "author", None),) if name]
    signed = [(("signatories", n), name) for n, name in enumerate(getattr(entry.facts, "signatories", ()))]
    for path, name in [*author, *signed]:
        member = site.get(f"members:{name}")
        if member is not None and member.facts.status == "draft":
            yield Diagnostic("N109", source.path, source.place(path), {"read": name})


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


CHECKS = (check_trafficking_link, check_end, check_offsets, check_voice, check_observance, check_minutes)
ON_THE_DAY = (check_embargo,)
