"""P: no e-mail address or telephone number stands in the site unless an entry declares it public (invariant 3)."""

import html
import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import lru_cache

from contrelatraite.diagnostics import Diagnostic, Place
from contrelatraite.reading.source import Source
from contrelatraite.site import Entry, Site

# What a reader does not see, or sees as another sign: Markdown's marks, signs without width, signs of full width.
_SEEN = dict.fromkeys("*`\\\xad\u200b\u200c\u200d\u2060\ufeff", "") | {
    sign: unicodedata.normalize("NFKC", sign)
    for sign in "\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18\uff19\uff20\ufe6b\uff0b\uff0e"
}
_WRITTEN = re.compile(r"&#?\w+;?|.")  # what stands for one sign

_GAP = r"[^\S\n]"
_SIGN = r"(?:@|%40)"
_SAID = r"(?:at|arr?oba(?:se?|ze)|chez)"
_DOT = rf"(?:\.|{_GAP}?[\[({{<](?:dot|point|\.)[\])}}>]{_GAP}?|{_GAP}-?(?:dot|point)-?{_GAP})"
# “At this point in time”, « chez elle point de salut »: said without brackets, a point ends in what ends addresses.
_SAID_DOMAIN = (
    rf"(?!www\.)[a-z\d-]+(?:\.[a-z\d-]+)*(?:\.(?-i:[a-z]{{2,6}})|{_GAP}-?dot-?{_GAP}[a-z]{{2,6}}"
    rf"|{_GAP}-?point-?{_GAP}(?:com|org|net|info|int|edu|gov|asso|fr|eu|ch|lu|uk|nl|pt|ro|pl))(?![\w-])"
)
EMAIL = re.compile(
    r"(?<![\w.+-])(?P<name>[\w.+-]++)(?:"  # a long word is tried once
    rf"(?:{_SIGN}|{_GAP}?[\[({{<]{_GAP}?(?:{_SIGN}|{_SAID}){_GAP}?[\])}}>]{_GAP}?)"
    rf"(?P<domain>[\w-]+(?:\.[\w-]+)*\.[a-z][\w-]+|[\w-]+(?:{_DOT}[a-z][\w-]+)+)"
    rf"|(?:{_GAP}?@{_GAP}?|{_GAP}?[\[({{<][a\u00e0][\])}}>]{_GAP}?|(?P<said>{_GAP}-?{_SAID}-?{_GAP}))"
    rf"(?P<spaced>{_SAID_DOMAIN}))",
    re.IGNORECASE,
)

# What people write between the digits of a number. A French one has ten digits, or nine after its country: what
# follows, as the hours of a helpline, is not its own. Each branch begins by a sign to which the search can leap, and
# looks back from there.
_BETWEEN = r"[\s._/()~\u00b7\u2022\u2027\u2219\u22c5\u2010-\u2015\u2212\u2043-]{0,4}"
_NINE = rf"[1-9](?:{_BETWEEN}\d){{8}}"
_ABROAD = rf"\s?(?:33{_BETWEEN}0?{_BETWEEN}{_NINE}(?![^\W_])|(?P<abroad%d>[1-9](?:{_BETWEEN}\d){{7,14}}))"
_DAY = (  # 05/06/2025 10 h 30, or CEDEX 07 – 2014/2015
    r"(?!\d[/.-]\d\d?[\s/.-]{1,3}(?:19|20)\d\d(?!\d))(?!\d\D{1,3}(?:19|20)\d\d(?!\d))"
)
_BOOK = r"(?![ -]\d{2,7}[ -]\d{2,7}[ -][\dX](?!\d))"  # an ISBN: its key stands alone
_APART = (  # not in a word, a name of a file or a figure, unless by pairs or after another number
    r"(?:(?<![^\W\d_]0)(?<!\w[/-]0)(?<!\d[.,]0)|(?<=\d{10}[/-]0)|(?<=\d\d[\s.-]\d\d/0)|(?<=\d\d[\s.]\d\d-0)|(?=[1-9]\s))"
)
PHONE = re.compile(
    rf"(?:\+(?<![^\W_]\+){_ABROAD % 1}"  # to and from abroad, as ITU-T E.123 writes it
    rf"|0(?<!\d0)(?<!#0)(?:0(?<![^\W_]00){_ABROAD % 2}|{_DAY}{_BOOK}{_APART}(?:{_BETWEEN}{_NINE}|[1-9](?:,\d\d){{4}}))"
    rf"|\((?<!\w\()0[1-9]\){_BETWEEN}\d(?:{_BETWEEN}\d){{7}}"
    r"|33(?<![\w/#.,+-]33)(?:[1-9]\d{8}|\s[1-9](?:[\s.-]\d\d){4})"
    r"|/(?<=wa\.me/)\+?\d{8,15})(?![^\W_])"
)
# A French social security number and a bank account: their forms, before their keys are computed.
_NIR = re.compile(
    r"(?<![\w-])[12](?:[ .\u00a0\u202f]?\d){4}[ .\u00a0\u202f]?(?:\d\d|2[AB])(?:[ .\u00a0\u202f]?\d){8}(?![\w-])"
)
_IBAN = re.compile(
    r"(?<![\w-])[A-Z]{2}\d{2}(?:[ \u00a0\u202f]?[A-Z0-9]{4}){2,7}(?:[ \u00a0\u202f]?[A-Z0-9]{1,3})?(?![\w-])"
)

# A look spares the search.
_MAY_HOLD_AN_EMAIL = re.compile(rf"@|%40|[(\[{{<][a\u00e0][)\]}}>]|\b{_SAID}\b", re.IGNORECASE)
_MAY_BE_LONG = re.compile(r"\d[\dA-Z .\u00a0\u202f]{12}")


def as_read(text: str) -> str:
    """Give a text as its reader sees it, without marks nor entities; every line stays one."""
    if "&" in text:
        text = "\n".join(html.unescape(line).replace("\n", " ") for line in text.split("\n"))
    for sign, seen in _SEEN.items():
        text = text.replace(sign, seen)
    return text


def digits(number: str) -> str:
    """Give a number's digits in the national French form, so that all its spellings are one."""
    plain = "".join(str(int(char)) for char in number.replace("(0)", "") if char.isdecimal())
    return re.sub(r"^00(?=[1-9])", "", re.sub(r"^(?:00)?330?(?=[1-9]\d{8}$)", "0", plain))


def public_contacts(entries: Iterable[Entry]) -> tuple[frozenset[str], frozenset[str]]:
    """Give the e-mail addresses (in small letters) and numbers (their digits) that entries declare public."""
    emails: set[str] = set()
    numbers: set[str] = set()
    for entry in entries:
        contact = getattr(entry.facts, "contact", None)
        if contact is not None and contact.public:
            emails.add((contact.email or "").lower())
            numbers.add(digits(contact.phone or ""))
        for line in getattr(entry.facts, "helplines", ()):
            numbers |= {digits(line.call or ""), digits(line.text or "")}
    return frozenset(emails - {""}), frozenset(numbers - {""})


def unlisted_emails(text: str, public: Container[str]) -> Iterator[re.Match[str]]:
    """Find the e-mail addresses of a text, as read, that are not among the public ones (in small letters)."""
    for found in EMAIL.finditer(text) if _MAY_HOLD_AN_EMAIL.search(text) else ():
        if found["said"] and not found["name"].isascii():  # « hébergé chez … »
            continue
        domain = re.sub(_DOT, ".", found["domain"] or found["spaced"], flags=re.IGNORECASE)
        if f"{found['name'].strip('_-')}@{domain.strip('_-')}".lower() not in public:
            yield found


def unlisted_numbers(text: str, public: Container[str]) -> Iterator[re.Match[str]]:
    """Find the telephone numbers of a text, as read, that are not among the public ones (their digits)."""
    end = 0
    while found := PHONE.search(text, end):
        end = found.end()
        if found["abroad1"] or found["abroad2"]:
            listed, length = _abroad(found[0], public)
            end = found.start() + length
            found = PHONE.match(text, found.start(), end) or found
        else:
            listed = digits(found[0]) in public
            later = None if listed else PHONE.search(text, found.start() + 1, end + 20)
            if later and later.start() < end and digits(later[0]) in public:  # CEDEX 07 – 01 …
                listed, end = True, later.end()
        if not listed:
            yield found


def _abroad(written: str, public: Container[str]) -> tuple[bool, int]:
    """Tell whether a number with the code of its country is public, or none at all, and where it ends.

    How many digits it has, only its country's plan says: what follows, as hours, may have been taken with it.
    """
    import phonenumbers  # noqa: PLC0415  few texts hold such a number

    starts = [written[: part.end()] for part in re.finditer(r"\d+", written)][::-1]
    for start in starts:
        if digits(start) in public:
            return True, len(start)
    for start in starts:
        try:
            number = phonenumbers.parse("+" + re.sub(r"^00|\D", "", start))
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            return False, len(start)
    return True, len(starts[-1])


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
    """Find the e-mail addresses and numbers, in the entries' headers and texts, that no entry declares public.

    What a draft declares is public in its own files alone: it is not on the public site yet.
    """
    emails, numbers = public_contacts(entry for entry in site if entry.facts.status != "draft")
    for entry in entries:
        own_emails, own_numbers = public_contacts([entry])
        for version in entry.versions.values():
            yield from _in_file(version.source, emails | own_emails, numbers | own_numbers)


def _in_file(source: Source, emails: frozenset[str], numbers: frozenset[str]) -> Iterator[Diagnostic]:
    text = as_read("\n".join(source.lines))  # a number may be cut by the end of a line
    for found in unlisted_emails(text, emails):
        yield Diagnostic("P101", source.path, _place(source, text, found), {"read": " ".join(found[0].split())})
    for code, found in list(_secrets(text)) if _MAY_BE_LONG.search(text) else ():
        yield Diagnostic(code, source.path, _place(source, text, found), {})
        text = text[: found.start()] + "|" * len(found[0]) + text[found.end() :]  # it is no telephone number
    for found in unlisted_numbers(text, numbers):
        yield Diagnostic("P102", source.path, _place(source, text, found), {"read": " ".join(found[0].split())})


def _secrets(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Find what no entry can declare public: their keys tell these numbers from others of their length."""
    from stdnum import iban  # noqa: PLC0415  few files hold so long a number
    from stdnum.fr import nir  # noqa: PLC0415

    for found in _NIR.finditer(text):
        if nir.is_valid(re.sub(r"[\s.]", "", found[0])):
            yield "P105", found
    for found in _IBAN.finditer(text):
        if iban.is_valid(re.sub(r"\s", "", found[0])):
            yield "P106", found


def _place(source: Source, text: str, found: re.Match[str]) -> Place:
    """Give the place in the file of what was found in the text as read."""
    number = text.count("\n", 0, found.start())
    start = found.start() - text.rfind("\n", 0, found.start()) - 1
    last = start + len(found[0].split("\n")[0]) - 1
    columns = _columns(source.lines[number])
    first, last = (columns[min(at, len(columns) - 1)] for at in (start, last))
    return Place(number + 1, first + 1, last + 2)


@lru_cache(maxsize=1)  # one long line may hold thousands
def _columns(line: str) -> Sequence[int]:
    """Give the column, in a line as written, of each sign that is read."""
    return [sign.start() for sign in _WRITTEN.finditer(line) for _ in as_read(sign[0])] or [0]
