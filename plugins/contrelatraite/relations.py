"""What follows from the facts of several entries: meetings attended, laws amended, meetings before and after."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from contrelatraite.labels import LABELS
from contrelatraite.references.text import fold_name
from contrelatraite.site import Entry, Site


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation between texts of law, as the page of one of them tells it."""

    name: str
    entries: tuple[Entry, ...]


# A relation as its own entry names it → the same relation seen from the other side.
_REVERSED = {
    "amends": "amended-by",
    "replaces": "replaced-by",
    "transposes": "transposed-by",
    "related": "related",
}


def legal_relations(entry: Entry, site: Site) -> list[Relation]:
    """Give a text's relations in both directions, oldest text first."""
    found: dict[str, dict[str, Entry]] = {}
    for field, reverse in _REVERSED.items():
        for name in getattr(entry.facts, field):
            if (other := site.get(f"legal:{name}")) is not None:
                found.setdefault(field, {})[other.key] = other
        for other in site.of("legal"):
            if entry.id in getattr(other.facts, field):
                found.setdefault(reverse, {})[other.key] = other
    return [Relation(name, tuple(sorted(others.values(), key=by_day))) for name, others in found.items()]


def by_day(entry: Entry) -> tuple[date, str]:
    """Order entries by day, then by key; those without a day come first."""
    return (entry.day or date.min, entry.key)


def by_value(
    entries: Iterable[Entry], field: str, group: str, every: str | None = None
) -> list[tuple[str, list[Entry]]]:
    """Group entries by the values of a field, in the order of the labels' group; one of value `every` is in each."""
    held = [(entry, getattr(entry.facts, field)) for entry in entries]
    return _grouped([(entry, (values,) if isinstance(values, str) else values) for entry, values in held], group, every)


def by_status(members: Iterable[Entry], day: date) -> list[tuple[str, list[Entry]]]:
    """Group associations by their last status on a day."""
    return _grouped([(member, (member.facts.last_status(day),)) for member in members], "membership-group")


def _grouped(
    held: list[tuple[Entry, tuple[str, ...]]], group: str, every: str | None = None
) -> list[tuple[str, list[Entry]]]:
    named = [value for value in LABELS[group] if any(value in values for _, values in held)]
    return [(value, [entry for entry, values in held if {value, every} & {*values}]) for value in named]


def meetings_of(member: Entry, site: Site) -> list[Entry]:
    """Give the meetings that an association attended, newest first."""
    attended = [
        meeting
        for meeting in site.of("minutes")
        if any(present.member == member.id for present in meeting.facts.attendance)
    ]
    return sorted(attended, key=by_day, reverse=True)


def meetings_with(institution: Entry, site: Site) -> list[Entry]:
    """Give the meetings at which a body was a guest, newest first."""
    return sorted((m for m in site.of("minutes") if institution.id in m.facts.guests), key=by_day, reverse=True)


def delegations_of(member: Entry, site: Site) -> list[Entry]:
    """Give the meetings whose minutes name the association in a delegation of the Collective, newest first."""
    return sorted((m for m in site.of("minutes") if member.id in m.facts.delegation), key=by_day, reverse=True)


def meetings(site: Site) -> dict[date, tuple[str, ...]]:
    """Give what the Collective's own meetings are, by day: their minutes, else the event that announced them."""
    announced = (
        (meeting.date, f"events:{meeting.event}")
        for minutes in site.of("minutes")
        for meeting in minutes.facts.next
        if meeting.event and f"events:{meeting.event}" in site.entries
    )
    held = ((minutes.facts.date, minutes.key) for minutes in site.of("minutes"))
    return {**_by_day(announced), **_by_day(held)}


def _by_day(meetings: Iterable[tuple[date, str]]) -> dict[date, tuple[str, ...]]:
    days: dict[date, set[str]] = {}
    for day, key in meetings:
        days.setdefault(day, set()).add(key)
    return {day: tuple(sorted(keys)) for day, keys in days.items()}


def minutes_of(event: Entry, site: Site) -> Entry | None:
    """Give the minutes of an event: those it names, else those of its day, when a meeting announced it."""
    if event.facts.minutes:
        return site.get(f"minutes:{event.facts.minutes}")
    announced = any(event.id == meeting.event for minutes in site.of("minutes") for meeting in minutes.facts.next)
    return minutes_on(event.day, site) if announced else None


def minutes_on(day: date | None, site: Site) -> Entry | None:
    """Give the minutes of the meeting held on a day; the first by id of a day that had several."""
    return next((minutes for minutes in site.of("minutes") if minutes.facts.date == day), None)


def plan_of_measures(site: Site, key: str, day: date | None) -> str | None:
    """Give the text whose measures a text of that day means when it names a plan.

    A text that speaks before a plan was adopted can only mean its draft; a draft is never the adopted plan.
    """
    plan = site.get(key)
    if plan is None or getattr(plan.facts, "type", None) != "plan":
        return None
    if day is None or plan.day is None or plan.day <= day or not plan.facts.adopted:
        return key
    related = {other.key for relation in legal_relations(plan, site) for other in relation.entries}
    drafts = [draft for draft in site.of("legal") if not draft.facts.adopted and draft.key in related]
    return next((draft.key for draft in drafts if draft.day is not None and draft.day <= day), None)


def neighbours(entry: Entry, site: Site) -> tuple[Entry | None, Entry | None]:
    """Give the entries of the same kind before and after this one in time."""
    row = sorted(site.of(entry.kind.name), key=by_day)
    at = row.index(entry)
    return (row[at - 1] if at else None, row[at + 1] if at + 1 < len(row) else None)


def issuer_root(entry: Entry, site: Site) -> Entry | None:
    """Give the body at the top of the issuer's line of parents: the European Union for its Parliament."""
    seen: set[str] = set()
    body = site.get(f"institutions:{entry.facts.issuer[0]}")
    while body is not None and body.facts.parent is not None and body.key not in seen:
        seen.add(body.key)
        body = site.get(f"institutions:{body.facts.parent}") or body
    return body


def issuers(entry: Entry, site: Site) -> list[Entry]:
    """Give the bodies that issued a text, and those above them."""
    found: dict[str, Entry] = {}
    waiting = list(entry.facts.issuer)
    while waiting:
        body = site.get(f"institutions:{waiting.pop()}")
        if body is not None and body.id not in found:
            found[body.id] = body
            waiting += [body.facts.parent] if body.facts.parent else []
    return list(found.values())


def by_issuer(texts: Iterable[Entry], site: Site) -> list[tuple[Entry | None, list[Entry]]]:
    """Group texts of law by the body at the top of their issuer's line, in the order of the bodies' ids.

    The last group, with None, holds those whose issuer the site does not show.
    """
    groups: dict[str, tuple[Entry | None, list[Entry]]] = {}
    for text in texts:
        root = issuer_root(text, site)
        groups.setdefault(root.id if root else "~", (root, []))[1].append(text)
    return [groups[name] for name in sorted(groups)]


def issued_by(institution: Entry, site: Site) -> list[Entry]:
    """Give the texts of law that a body issued, newest first."""
    return sorted((t for t in site.of("legal") if institution.id in t.facts.issuer), key=by_day, reverse=True)


def acronyms(site: Site, language: str) -> list[tuple[str, Entry]]:
    """Give every acronym of associations and institutions in a language, in alphabetical order."""
    found = [
        (acronym, entry)
        for kind in ("members", "institutions")
        for entry in site.of(kind)
        if (acronym := entry.acronym(language))
    ]
    return sorted(found, key=lambda pair: (fold_name(pair[0]).loose.text, pair[1].key))


def children(institution: Entry, site: Site) -> list[Entry]:
    """Give the bodies whose parent it is."""
    return [other for other in site.of("institutions") if other.facts.parent == institution.id]
