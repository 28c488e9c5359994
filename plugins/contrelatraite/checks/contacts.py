"""M: an e-mail address and a number that an entry declares have the form of one; their libraries are slow to import."""

import re
from collections.abc import Callable, Iterator

from contrelatraite.diagnostics import Diagnostic
from contrelatraite.site import Entry, Site

_REGION = "FR"  # a number written without a country's code is a French one
_WRITTEN = re.compile(r"\+?[\d\s.()-]+")
_BEFORE = re.compile(r"^mailto:|\s+", re.IGNORECASE)
_AT = re.compile(r"[\[(]\s*(?:at|arobase)\s*[\])]|＠", re.IGNORECASE)


def check_forms(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """An address is one that RFC 5321 and 5322 allow, a number one that its country's plan (ITU-T E.164) assigns."""
    contact = getattr(entry.facts, "contact", None)
    for field, (code, nearest) in _FORMS.items() if contact else ():
        read = getattr(contact, field)
        better = nearest(read) if read else None
        if better is not None:
            source = entry.source.source
            values = {"read": read, "nearest": better}
            yield Diagnostic(code, source.path, source.place(("contact", field)), values)


def _email(read: str) -> str | None:
    """Give the address that was meant, or an example; None for a good one. No network is asked."""
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415  few entries have a contact

    try:
        validate_email(read, check_deliverability=False)
    except EmailNotValidError:
        try:
            meant = _BEFORE.sub("", _AT.sub("@", read))
            return str(validate_email(meant, check_deliverability=False).normalized)
        except EmailNotValidError:
            return "contact@association.org"
    return None


def _phone(read: str) -> str | None:
    """Give the number as it is written abroad, or an example; None for a good one."""
    import phonenumbers  # noqa: PLC0415  few entries have a contact

    example = "+33 1 23 45 67 89"
    try:
        number = phonenumbers.parse(read, _REGION)
    except phonenumbers.NumberParseException:
        return example
    if not (phonenumbers.is_valid_number(number) or phonenumbers.is_valid_short_number_for_region(number, _REGION)):
        return example
    if _WRITTEN.fullmatch(read):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL))


_FORMS: dict[str, tuple[str, Callable[[str], str | None]]] = {"email": ("M110", _email), "phone": ("M111", _phone)}

CHECKS = (check_forms,)
