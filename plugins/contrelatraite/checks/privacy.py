"""P: no e-mail address or telephone number stands in the site unless an entry declares it public (invariant 3)."""

import re
from collections.abc import Iterable, Iterator

from contrelatraite.diagnostics import Diagnostic, Place
from contrelatraite.site import Entry, Site
from contrelatraite.source import Source

EMAIL = re.compile(
    r"[\w.+-]+(?:@|[ ]?[\[(](?:at|arobase|chez)[\])][ ]?|[ ](?:at|arobase|chez)[ ])[\w-]+(?:\.[a-z][\w-]+)+",
    re.IGNORECASE,
)
_BETWEEN = r"[\s.\u00a0\u202f/*_\u2010-\u2015-]{0,4}"  # what people write between the digits of a number
PHONE = re.compile(rf"(?<![\w/.:#=-])(?:\+\s?\d{{1,3}}|0)(?:{_BETWEEN}(?:\(0\)|\d)){{8,11}}(?![\w-])")


_MAY_HOLD_AN_EMAIL = re.compile(r"@|\b(?:at|arobase|chez)\b", re.IGNORECASE)  # a look spares the search
_DATES = re.compile(r"0?\d[/.-]\d\d?[/.-]\d{4}.*", re.DOTALL)  # 05/06/2025 is a date


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


def check_contacts(entries: Iterable[Entry], site: Site) -> Iterator[Diagnostic]:
    """Find the e-mail addresses and numbers, in the entries' headers and texts, that no entry declares public."""
    emails, numbers = public_contacts(site)
    for entry in entries:
        for version in entry.versions.values():
            yield from _in_file(version.source, emails, numbers)


def _in_file(source: Source, emails: frozenset[str], numbers: frozenset[str]) -> Iterator[Diagnostic]:
    text = "\n".join(source.lines)  # a number may be cut by the end of a line
    for found in EMAIL.finditer(text) if _MAY_HOLD_AN_EMAIL.search(text) else ():
        if found[0].lower() not in emails:
            yield Diagnostic("P101", source.path, _place(text, found), {"read": found[0]})
    for found in PHONE.finditer(text):
        if digits(found[0]) not in numbers and not _DATES.fullmatch(found[0]):
            yield Diagnostic("P102", source.path, _place(text, found), {"read": " ".join(found[0].split())})


def _place(text: str, found: re.Match[str]) -> Place:
    start = text.rfind("\n", 0, found.start())
    column = found.start() - start
    return Place(text.count("\n", 0, found.start()) + 1, column, column + len(found[0].split("\n")[0]))
