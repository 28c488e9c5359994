"""L: texts of law: their dates, their numbers, where they are published, and what they do to each other."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from contrelatraite.diagnostics import Diagnostic
from contrelatraite.reading.mending import plain_id
from contrelatraite.relations import issuers
from contrelatraite.schema.identifiers import FORMS
from contrelatraite.site import Entry, Site

_RELATIONS = ("amends", "replaces", "transposes")
_TRANSPOSED = {"directive", "framework-decision"}
_ENDS = {"law", "ordinance", "decree", "code", "circular", "instruction", "regulation", "directive"}
_ARTICLE = re.compile(
    r"Article\s(?P<number>[A-Z]?\.?\s?\d[\d-]*(?:\s(?:bis|ter|quater|quinquies|sexies|septies|octies))?)(?=[\s.:,–—]|$)"
)
# What an identifier says of the nature of its text → the types that it can have.
_NATURES = {
    ("celex", "L"): {"directive"},
    ("celex", "F"): {"framework-decision"},
    ("celex", "R"): {"regulation"},
    ("eli", "dir"): {"directive"},
    ("eli", "reg"): {"regulation"},
    ("eli", "dec_framw"): {"framework-decision"},
    ("nor", "L"): {"law"},
    ("nor", "R"): {"ordinance"},
    ("nor", "D"): {"decree"},
}
_ACTS = "3"  # CELEX's sector of directives, regulations and decisions
_OF_THE_YEAR = {_ACTS, "5"}  # and of preparatory documents; a judgment bears the year of its case, a treaty another
_FIRST_SESSION = 1945  # the year before the first session of the General Assembly ended


def check_date(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A text has the date of its adoption, or of its entry into force; only a draft may have none."""
    if entry.kind.name == "legal" and entry.facts.adopted and entry.day is None:
        source = entry.source.source
        yield Diagnostic("L101", source.path, source.place(("title",)), {})


def check_order(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A text is adopted first; then it enters into force, is transposed, compared with the authentic text, repealed."""
    if entry.kind.name != "legal" or entry.day is None:
        return
    source = entry.source.source
    for field in ("in_force", "transposition_deadline", "checked", "repealed"):
        day = getattr(entry.facts, field)
        if day is not None and day < entry.day:
            values = {"field": field, "read": day.isoformat(), "date": entry.day.isoformat()}
            yield Diagnostic("L109", source.path, source.place((field,)), values)


def check_identifiers(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """The year and the nature that an identifier gives are those of the text."""
    if entry.kind.name != "legal":
        return
    source = entry.source.source
    for field, form in FORMS.items():
        read = getattr(entry.facts.identifiers, field)
        found = form.pattern.fullmatch(read) if read else None
        parts = found.groupdict() if found else {}
        for other, said in _contradictions(entry, field, {name: part for name, part in parts.items() if part}):
            values = {"read": read, "said": said, "field": other, "value": str(getattr(entry.facts, other))}
            yield Diagnostic("L103", source.path, source.place(("identifiers", field)), values)


def _contradictions(entry: Entry, field: str, parts: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the facts that an identifier contradicts, and what it says instead.

    An act of December may have a number of the next year, one of January that of the year before (EUR-Lex); GRETA
    adopts a report in the year of its number or publishes it in the next; a NOR is given before the text is signed,
    sometimes long before; a session of the General Assembly runs from September to September.
    """
    nature = parts.get("nature", "")
    if (field != "celex" or parts.get("sector") == _ACTS) and entry.facts.type not in _NATURES.get(
        (field, nature), {entry.facts.type}
    ):
        yield "type", " / ".join(sorted(_NATURES[(field, nature)]))
    adopted = entry.facts.date
    if adopted is None:
        return
    if "date" in parts and [int(part) for part in parts["date"].split("/")] != [*adopted.timetuple()[:3]]:
        yield "date", parts["date"]
    if "session" in parts and adopted.year - _FIRST_SESSION - int(parts["session"]) not in {0, 1}:
        first = _FIRST_SESSION + int(parts["session"])
        yield "date", f"{first} / {first + 1}"
    if "year" in parts and (field != "celex" or parts.get("sector") in _OF_THE_YEAR):
        is_act = field == "eli" or parts.get("sector") == _ACTS
        away = {-1, 0, 1} if is_act else {0, 1} if field == "greta" else {0}
        if adopted.year - int(parts["year"]) not in away:
            yield "date", parts["year"]


def check_hosts(entry: Entry, site: Site) -> Iterator[Diagnostic]:
    """The authentic text is on a site of its issuer, or of a body above it; where none is known, none is asked."""
    if entry.kind.name != "legal":
        return
    bodies = issuers(entry, site)
    hosts = tuple(sorted({host for body in bodies for host in body.facts.official_hosts}))
    sites = {urlsplit(body.facts.website).hostname or "" for body in bodies if body.facts.website}
    source = entry.source.source
    for language, address in entry.facts.official.items() if hosts else ():
        host = urlsplit(address).hostname or ""
        if host not in sites and not any(host == known or host.endswith(f".{known}") for known in hosts):
            place = source.place(("official", language))
            yield Diagnostic("L104", source.path, place, {"read": host, "allowed": hosts})


def check_relations(entry: Entry, site: Site) -> Iterator[Diagnostic]:
    """A text acts on older ones, never in a circle; what is transposed is a directive; what is replaced has ended."""
    if entry.kind.name != "legal":
        return
    source = entry.source.source
    for field in _RELATIONS:
        for number, name in enumerate(getattr(entry.facts, field)):
            other = site.get(f"legal:{name}")
            if other is None:
                continue
            place, values = source.place((field, number)), {"id": name, "field": field}
            if entry.id in _acted_on(other, site):
                yield Diagnostic("L105", source.path, place, values)
            elif entry.facts.date and other.facts.date and entry.facts.date < other.facts.date:
                days = {"date": entry.facts.date.isoformat(), "other": other.facts.date.isoformat()}
                yield Diagnostic("L106", source.path, place, {**values, **days})
            elif field == "transposes" and other.facts.type not in _TRANSPOSED:
                yield Diagnostic("L107", source.path, place, {**values, "type": other.facts.type})


def check_replaced(entry: Entry, site: Site) -> Iterator[Diagnostic]:
    """A rule that another has replaced says since when it no longer holds; plans and treaties may outlive theirs."""
    if entry.kind.name != "legal" or entry.facts.type not in _ENDS or entry.facts.repealed is not None:
        return
    others = [other for other in site.of("legal") if entry.id in other.facts.replaces and other.facts.adopted]
    if others and entry not in others:  # one that replaces itself is a circle (L105)
        source = entry.source.source
        other = others[0]
        day = other.facts.in_force or other.day
        values = {"other": other.key, "day": day.isoformat() if day else "…"}
        yield Diagnostic("L108", source.path, source.place(("title",)), values)


def _acted_on(entry: Entry, site: Site) -> set[str]:
    """Give the ids of the texts that an entry acts on, itself included, and those that they act on."""
    found: set[str] = set()
    waiting = [entry.id]
    while waiting:
        name = waiting.pop()
        text = site.get(f"legal:{name}")
        if name not in found and text is not None:
            waiting += [other for field in _RELATIONS for other in getattr(text.facts, field)]
        found.add(name)
    return found


def check_articles(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """The section on an article has the anchor by which texts refer to it: article-8, article-l-425-1."""
    if entry.kind.name != "legal":
        return
    for version in entry.versions.values():
        for heading in version.body.headings:
            article = _ARTICLE.match(heading.title)
            anchor = plain_id(f"article {article['number']}") if article else None
            if article and heading.anchor and heading.anchor != anchor:
                place = version.source.body_place(heading.start, heading.end)
                values = {"read": heading.anchor, "anchor": anchor or "", "title": heading.title}
                values["marks"] = "#" * heading.level
                yield Diagnostic("L110", version.source.path, place, values)


CHECKS = (
    check_date,
    check_order,
    check_identifiers,
    check_hosts,
    check_relations,
    check_replaced,
    check_articles,
)
