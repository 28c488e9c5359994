"""M: members. The rules are those of the Collective's own minutes of 29 September 2014."""

from collections.abc import Iterator
from datetime import date, timedelta

from contrelatraite.diagnostics import Diagnostic
from contrelatraite.site import Entry, Site

_MONTHS = 24  # after which a contact is confirmed again
_IN_A_YEAR = 12
_FIRST_YEAR = 1901  # of the law on associations


def later(day: date, months: int) -> date:
    """Give the day so many whole months later; the first of March for one that its month does not have."""
    year, month = divmod(day.year * _IN_A_YEAR + day.month - 1 + months, _IN_A_YEAR)
    try:
        return date(year, month + 1, day.day)
    except ValueError:
        return date(year, month + 2, 1)


def check_history(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """Statuses follow each other: each ends after it begins, and the next begins when it ended, or the day after.

    A status that is only attested (`attested: true`) may be older than its first trace: before it, there is no gap.
    """
    if entry.kind.name != "members":
        return
    source = entry.source.source
    previous = None
    for number, period in enumerate(entry.facts.membership):
        since = source.place(("membership", number, "since"))
        if period.until is not None and period.until < period.since:
            place = source.place(("membership", number, "until"))
            values = {"since": period.since.isoformat(), "until": period.until.isoformat()}
            yield Diagnostic("M101", source.path, place, values)
        if previous is not None and period.since < (previous.until or previous.since):
            yield Diagnostic("M102", source.path, since, {"since": period.since.isoformat()})
        elif previous is not None and previous.until is not None and not period.attested:
            after = previous.until + timedelta(days=1)
            if period.since > after:
                values = {"until": previous.until.isoformat(), "since": period.since.isoformat()}
                values |= {"from": after.isoformat(), "to": (period.since - timedelta(days=1)).isoformat()}
                yield Diagnostic("M107", source.path, since, values)
        previous = period


def check_website(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A member's website must lead somewhere from both languages: its absence is told."""
    if entry.kind.name == "members" and not entry.facts.website:
        source = entry.source.source
        yield Diagnostic("M105", source.path, source.place(("title",)), {})


def check_vote_due(entry: Entry, today: date) -> Iterator[Diagnostic]:
    """An association observes for one year, then a vote decides; one that left before had no vote to await."""
    if entry.kind.name != "members":
        return
    last = entry.facts.membership[-1]
    due = later(last.since, _IN_A_YEAR)
    if last.status == "observer" and today > due and (last.until is None or last.until >= due):
        source = entry.source.source
        place = source.place(("membership", len(entry.facts.membership) - 1))
        yield Diagnostic("M106", source.path, place, {"since": last.since.isoformat()})


def check_contact(entry: Entry, today: date) -> Iterator[Diagnostic]:
    """A public contact can be written to or called, and was confirmed in the last two years."""
    contact = getattr(entry.facts, "contact", None)
    if contact is None or not contact.public:
        return
    source = entry.source.source
    if contact.email is None and contact.phone is None:
        yield Diagnostic("M109", source.path, source.key_place(("contact",)), {})
    if today > later(contact.confirmed, _MONTHS):
        values = {"confirmed": contact.confirmed.isoformat()}
        yield Diagnostic("M108", source.path, source.place(("contact", "confirmed")), values)


def check_reports(entry: Entry, today: date) -> Iterator[Diagnostic]:
    """A report is of a year that has begun, can be read somewhere, and is listed once."""
    source = entry.source.source
    told: set[tuple[str, str]] = set()
    for number, report in enumerate(getattr(entry.facts, "reports", ())):
        place = source.place(("reports", number))
        if not _FIRST_YEAR <= int(report.year) <= today.year:
            values = {"read": report.year, "first": str(_FIRST_YEAR), "last": str(today.year)}
            yield Diagnostic("M112", source.path, source.place(("reports", number, "year")), values)
        if (report.year, report.title) in told:
            yield Diagnostic("M113", source.path, place, {"title": report.title, "year": report.year})
        if report.file is None and report.url is None:
            yield Diagnostic("M114", source.path, place, {"title": report.title})
        told.add((report.year, report.title))


CHECKS = (check_history, check_website)
ON_THE_DAY = (check_vote_due, check_contact, check_reports)
