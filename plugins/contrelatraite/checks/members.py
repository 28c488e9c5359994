"""M: members. The rules are those of the Collective's own minutes of 29 September 2014."""

from collections.abc import Iterator
from datetime import date

from contrelatraite.diagnostics import Diagnostic
from contrelatraite.site import Entry, Site

_YEAR = 365  # days an association observes before the vote


def check_history(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """Statuses follow each other: each ends after it begins, and the next begins no earlier than it ended."""
    if entry.kind.name != "members":
        return
    source = entry.source.source
    previous = None
    for number, period in enumerate(entry.facts.membership):
        if period.until is not None and period.until < period.since:
            place = source.place(("membership", number, "until"))
            values = {"since": period.since.isoformat(), "until": period.until.isoformat()}
            yield Diagnostic("M101", source.path, place, values)
        if previous is not None and period.since < (previous.until or previous.since):
            place = source.place(("membership", number, "since"))
            yield Diagnostic("M102", source.path, place, {"since": period.since.isoformat()})
        previous = period


def check_website(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A member's website must lead somewhere from both languages: its absence is told."""
    if entry.kind.name == "members" and not entry.facts.website:
        source = entry.source.source
        yield Diagnostic("M105", source.path, source.place(("title",)), {})


def check_vote_due(entry: Entry, today: date) -> Iterator[Diagnostic]:
    """An association observes for one year, then a vote decides."""
    if entry.kind.name != "members":
        return
    last = entry.facts.membership[-1]
    if last.status == "observer" and (today - last.since).days > _YEAR:
        source = entry.source.source
        place = source.place(("membership", len(entry.facts.membership) - 1))
        yield Diagnostic("M106", source.path, place, {"since": last.since.isoformat()})


CHECKS = (check_history, check_website)
