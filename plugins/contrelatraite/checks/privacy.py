"""P: no e-mail address or telephone number stands in the site unless an entry declares it public (invariant 3)."""

import re
from collections.abc import Iterator

from contrelatraite.diagnostics import Diagnostic, Place
from contrelatraite.site import Entry, Site
from contrelatraite.source import Source

EMAIL = re.compile(r"[\w.+-]+(?:@|[ ]?[\[(](?:at|arobase)[\])][ ]?)[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
PHONE = re.compile(r"(?<![\w/.:#=-])(?:\+\s?\d{1,3}|0)(?:[\s.\u00a0\u202f-]?(?:\(0\)|\d)){8,11}(?![\w-])")
# Most lines hold neither: a look at a few characters spares the search (a fifth of the whole check).
_MAY_HOLD_AN_EMAIL = re.compile(r"@|[\[(]a(?:t|robase)[\])]", re.IGNORECASE)
_MAY_HOLD_A_NUMBER = re.compile(r"[0+]")


def digits(number: str) -> str:
    """Give a number's digits in the national French form, so that all its spellings are one."""
    plain = re.sub(r"\D", "", number.replace("(0)", ""))
    return re.sub(r"^33", "0", plain) if number.strip().startswith("+") else plain


def public_contacts(site: Site) -> tuple[frozenset[str], frozenset[str]]:
    """Give the e-mail addresses (in small letters) and numbers (their digits) that entries declare public."""
    emails: set[str] = set()
    numbers: set[str] = set()
    for entry in site:
        contact = getattr(entry.facts, "contact", None)
        if contact is not None and contact.public:
            emails.add((contact.email or "").lower())
            numbers.add(digits(contact.phone or ""))
        for line in getattr(entry.facts, "helplines", ()):
            numbers |= {digits(line.call or ""), digits(line.text or "")}
    return frozenset(emails - {""}), frozenset(numbers - {""})


def check_people(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """Somebody is named in a public office, or with a written consent."""
    source = entry.source.source
    for number, person in enumerate(entry.facts.people):
        if person.office is None and person.consent is None:
            yield Diagnostic("P103", source.path, source.place(("people", number)), {"read": person.name})


CHECKS = (check_people,)


def check_contacts(site: Site) -> Iterator[Diagnostic]:
    """Find e-mail addresses and numbers, in headers and texts, that no entry declares public."""
    emails, numbers = public_contacts(site)
    for entry in site:
        for version in entry.versions.values():
            yield from _in_file(version.source, emails, numbers)


def _in_file(source: Source, emails: frozenset[str], numbers: frozenset[str]) -> Iterator[Diagnostic]:
    for number, line in enumerate(source.lines, 1):
        if _MAY_HOLD_AN_EMAIL.search(line):
            for found in EMAIL.finditer(line):
                if found[0].lower() not in emails:
                    place = Place(number, found.start() + 1, found.end() + 1)
                    yield Diagnostic("P101", source.path, place, {"read": found[0]})
        if _MAY_HOLD_A_NUMBER.search(line):
            for found in PHONE.finditer(line):
                if digits(found[0]) not in numbers:
                    place = Place(number, found.start() + 1, found.end() + 1)
                    yield Diagnostic("P102", source.path, place, {"read": found[0]})
