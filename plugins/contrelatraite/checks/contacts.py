"""M: an e-mail address and a number that an entry declares have the form of one; their libraries are slow to import."""

import re
from collections.abc import Callable, Iterator

from contrelatraite.diagnostics import Diagnostic
from contrelatraite.site import Entry, Site

_REGION = "FR"  # a number written without a country's code is a French one
_WRITTEN = re.compile(r"\+?[\d\s.()-]+")
_SHAPES = {"email": "nom@…", "phone": "+33 …"}  # never a whole example: pasted, it would publish a stranger's
_AT = re.compile(r"\s*(?:[\[(]\s*(?:at|arobase|@)\s*[\])]|\s(?:at|arobase)\s|[@＠])\s*", re.IGNORECASE)
_DOT = re.compile(r"[\[(]\s*(?:dot|point|\.)\s*[\])]|\s+(?:dot|point)\s+", re.IGNORECASE)
_MAIL = re.compile(r"(?:[^<>@]*<)?(?:mailto:)?\s*(?P<address>[^\s<>@]+@[^\s<>@]+?)[.,;\s]*>?[.,;\s]*", re.IGNORECASE)
_LONGEST = 320  # characters: no address is longer, no number either
_HYPHENS = re.compile("[\u2010-\u2015]")


def check_forms(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """An address is one that RFC 5321 and 5322 allow, a number one that its country's plan (ITU-T E.164) assigns."""
    contact = getattr(entry.facts, "contact", None)
    for field, (code, nearest) in _FORMS.items() if contact else ():
        read = getattr(contact, field)
        better = (_SHAPES[field] if len(read) > _LONGEST else nearest(read)) if read else None
        if better is not None:
            source = entry.source.source
            values = {"read": read, "nearest": better}
            yield Diagnostic(code, source.path, source.place(("contact", field)), values)


def _email(read: str) -> str | None:
    """Give the address that was meant, or the shape of one; None for a good one. No network is asked."""
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415  few entries have a contact

    def valid(address: str) -> str | None:
        try:
            return str(validate_email(address, check_deliverability=False).normalized)
        except EmailNotValidError:
            return None

    if valid(read):
        return None
    found = _MAIL.fullmatch(_DOT.sub(".", _AT.sub("@", read)).strip())
    return (valid(found["address"]) if found else None) or _SHAPES["email"]


def _phone(read: str) -> str | None:
    """Give the number as it is written abroad, or the shape of one; None for a good one, whatever its spaces."""
    import phonenumbers  # noqa: PLC0415  few entries have a contact

    plain = _HYPHENS.sub("-", " ".join(read.split()))
    try:
        number = phonenumbers.parse(plain, _REGION)
    except phonenumbers.NumberParseException:
        number = None
    if number is not None and (
        phonenumbers.is_valid_number(number) or phonenumbers.is_valid_short_number_for_region(number, _REGION)
    ):
        if _WRITTEN.fullmatch(plain):
            return None
    else:  # « 01 99 00 55 55 (standard) »: the one number of the text, if there is one
        found = [match.number for match in phonenumbers.PhoneNumberMatcher(plain, _REGION)]
        number = found[0] if len(found) == 1 else None
    if number is None:
        return _SHAPES["phone"]
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


_FORMS: dict[str, tuple[str, Callable[[str], str | None]]] = {"email": ("M110", _email), "phone": ("M111", _phone)}

CHECKS = (check_forms,)
