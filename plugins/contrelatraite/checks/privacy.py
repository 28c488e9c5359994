"""P: no e-mail address or telephone number stands in the site unless an entry declares it public (invariant 3)."""

import html
import re
from collections.abc import Container, Iterable, Iterator

from contrelatraite.diagnostics import Diagnostic, Place
from contrelatraite.reading.source import Source
from contrelatraite.site import Entry, Site

_SIGN = r"[@\uff20]|%40"
_SAID = r"(?:at|arobase?|chez)"
_DOT = r"(?:[.\uff0e]|\s?[\[({](?:dot|point|\.)[\])}]\s?|\s(?:dot|point)\s)"
EMAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]+"  # a long word is tried once
    rf"(?:{_SIGN}|\s?[\[({{]\s?(?:{_SIGN}|{_SAID})\s?[\])}}]\s?|[ \u00a0\u202f]{_SAID}[ \u00a0\u202f])"
    rf"[\w-]+(?:{_DOT}[a-z][\w-]+)+",
    re.IGNORECASE,
)
_BETWEEN = r"[\s.\u00a0\u202f/*_()\u2010-\u2015-]{0,4}"  # what people write between the digits of a number
_APART = r"(?<![\w/.#-].)"  # said after the first sign, so that the search can leap to it
PHONE = re.compile(
    rf"(?:[+\uff0b]{_APART}\s?\d{{1,3}}(?:{_BETWEEN}\d){{6,11}}"  # to and from abroad, as ITU-T E.123 writes it
    rf"|0{_APART}(?:0[\s.-]?[1-9](?:{_BETWEEN}\d){{8,13}}|(?:{_BETWEEN}\d){{8,11}})"
    rf"|\({_APART}0(?:{_BETWEEN}\d){{8,11}})(?![\w-])"
)
# A French social security number and a bank account: their forms, before their keys are computed.
_NIR = re.compile(
    r"(?<![\w-])[12](?:[ .\u00a0\u202f]?\d){4}[ .\u00a0\u202f]?(?:\d\d|2[AB])(?:[ .\u00a0\u202f]?\d){8}(?![\w-])"
)
_IBAN = re.compile(
    r"(?<![\w-])[A-Z]{2}\d{2}(?:[ \u00a0\u202f]?[A-Z0-9]{4}){2,7}(?:[ \u00a0\u202f]?[A-Z0-9]{1,3})?(?![\w-])"
)

# A look spares the search.
_MAY_HOLD_AN_EMAIL = re.compile(r"[@\uff20]|%40|\b(?:at|arobase?|chez)\b", re.IGNORECASE)
_MAY_BE_LONG = re.compile(r"\d[\dA-Z .\u00a0\u202f]{12}")
_MAY_HOLD_AN_ENTITY = re.compile(r"&(?:#|commat|period|plus|nbsp)")
_DATES = re.compile(r"0?\d[/.-]\d\d?[/.-]\d{4}.*", re.DOTALL)  # 05/06/2025 is a date


def digits(number: str) -> str:
    """Give a number's digits in the national French form, so that all its spellings are one."""
    plain = "".join(str(int(char)) for char in number.replace("(0)", "") if char.isdecimal())
    abroad = number.strip().startswith(("+", "\uff0b"))
    return re.sub(r"^33", "0", plain) if abroad else re.sub(r"^0033", "0", plain)


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


def unlisted_emails(text: str, public: Container[str]) -> Iterator[re.Match[str]]:
    """Find the e-mail addresses of a text that are not among the public ones (in small letters)."""
    for found in EMAIL.finditer(text) if _MAY_HOLD_AN_EMAIL.search(text) else ():
        if found[0].lower() not in public:
            yield found


def unlisted_numbers(text: str, public: Container[str]) -> Iterator[re.Match[str]]:
    """Find the telephone numbers of a text that are not among the public ones (their digits); a date is none."""
    for found in PHONE.finditer(text):
        if digits(found[0]) not in public and not _DATES.fullmatch(found[0]):
            yield found


def check_people(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """Somebody is named in a public office, or with a written consent."""
    source = entry.source.source
    for number, person in enumerate(entry.facts.people):
        if person.office is None and person.consent is None:
            yield Diagnostic("P103", source.path, source.place(("people", number)), {"read": person.name})


def check_contact(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A contact that is not public has no place in files that everybody can read."""
    contact = getattr(entry.facts, "contact", None)
    if contact is not None and not contact.public:
        source = entry.source.source
        yield Diagnostic("P104", source.path, source.key_place(("contact",)), {})


CHECKS = (check_people, check_contact)


def check_contacts(entries: Iterable[Entry], site: Site) -> Iterator[Diagnostic]:
    """Find the e-mail addresses and numbers, in the entries' headers and texts, that no entry declares public."""
    emails, numbers = public_contacts(site)
    for entry in entries:
        for version in entry.versions.values():
            yield from _in_file(version.source, emails, numbers)


def _in_file(source: Source, emails: frozenset[str], numbers: frozenset[str]) -> Iterator[Diagnostic]:
    text = "\n".join(source.lines)  # a number may be cut by the end of a line
    if "&" in text and _MAY_HOLD_AN_ENTITY.search(text):
        text = "\n".join(html.unescape(line).replace("\n", " ") for line in source.lines)
    for found in unlisted_emails(text, emails):
        yield Diagnostic("P101", source.path, _place(text, found), {"read": " ".join(found[0].split())})
    for found in unlisted_numbers(text, numbers):
        yield Diagnostic("P102", source.path, _place(text, found), {"read": " ".join(found[0].split())})
    if _MAY_BE_LONG.search(text):
        yield from _secrets(source, text)


def _secrets(source: Source, text: str) -> Iterator[Diagnostic]:
    """Find what no entry can declare public: their keys tell these numbers from others of their length."""
    from stdnum import iban  # noqa: PLC0415  few files hold so long a number
    from stdnum.fr import nir  # noqa: PLC0415

    for found in _NIR.finditer(text):
        if nir.is_valid(re.sub(r"[\s.]", "", found[0])):
            yield Diagnostic("P105", source.path, _place(text, found), {})
    for found in _IBAN.finditer(text):
        if iban.is_valid(re.sub(r"\s", "", found[0])):
            yield Diagnostic("P106", source.path, _place(text, found), {})


def _place(text: str, found: re.Match[str]) -> Place:
    start = text.rfind("\n", 0, found.start())
    column = found.start() - start
    return Place(text.count("\n", 0, found.start()) + 1, column, column + len(found[0].split("\n")[0]))
