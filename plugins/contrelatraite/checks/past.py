"""S: what an entry tells as done has been done by the day of the check."""

from collections.abc import Iterator
from datetime import date

from contrelatraite.diagnostics import Diagnostic
from contrelatraite.reading.source import KeyPath
from contrelatraite.schema.fields import Facts
from contrelatraite.site import Entry


def check_past(entry: Entry, today: date) -> Iterator[Diagnostic]:
    """A status has begun, a contact was confirmed, minutes and news are of a day that has come (S130)."""
    source = entry.source.source
    for path, day in _told_as_past(entry.kind.name, entry.facts):
        if isinstance(day, date) and day > today:
            values = {"field": str(path[-1]), "read": day.isoformat()}
            yield Diagnostic("S130", source.path, source.place(path), values)


def _told_as_past(kind: str, facts: Facts) -> Iterator[tuple[KeyPath, object]]:
    yield from ((("people", number, "consent"), person.consent) for number, person in enumerate(facts.people))
    for number, held in enumerate(getattr(facts, "membership", ())):
        yield ("membership", number, "since"), held.since
    if (contact := getattr(facts, "contact", None)) is not None:
        yield ("contact", "confirmed"), contact.confirmed
    for number, item in enumerate(getattr(facts, "follow_ups", ())):
        yield ("follow_ups", number, "done"), item.done
    for field in ("published", "checked", *(["date"] if kind in {"minutes", "news"} else [])):
        yield (field,), getattr(facts, field, None)


ON_THE_DAY = (check_past,)
