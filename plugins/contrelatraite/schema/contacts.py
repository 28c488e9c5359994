"""How to reach an association: what an entry declares public, and the form of an e-mail address and of a number."""

import re
from typing import Annotated

from pydantic import AfterValidator

from contrelatraite.marking import _
from contrelatraite.schema.fields import Day, Header, Help, Said, Text, YesNo, problem

_REGION = "FR"  # a number written without a country's code is a French one
_WRITTEN = re.compile(r"\+?[\d\s.()-]+")
_AT = re.compile(r"^mailto:|\s+", re.IGNORECASE)


def _email(read: str) -> str:
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415  few entries have a contact

    try:
        validate_email(read, check_deliverability=False)
    except EmailNotValidError:
        spoken = re.sub(r"[\[(]\s*(?:at|arobase)\s*[\])]|＠", "@", read, flags=re.IGNORECASE)
        try:
            nearest = validate_email(_AT.sub("", spoken), check_deliverability=False).normalized
        except EmailNotValidError:
            nearest = "contact@association.org"
        raise problem("M110", {"read": read, "nearest": nearest}) from None
    return read


def _phone(read: str) -> str:
    import phonenumbers  # noqa: PLC0415  few entries have a contact

    try:
        number = phonenumbers.parse(read, _REGION)
    except phonenumbers.NumberParseException:
        raise problem("M111", {"read": read, "nearest": "+33 1 23 45 67 89"}) from None
    callable_ = phonenumbers.is_valid_number(number) or phonenumbers.is_valid_short_number_for_region(number, _REGION)
    if callable_ and _WRITTEN.fullmatch(read):
        return read
    form = phonenumbers.PhoneNumberFormat.INTERNATIONAL
    nearest = phonenumbers.format_number(number, form) if callable_ else "+33 1 23 45 67 89"
    raise problem("M111", {"read": read, "nearest": nearest})


Email = Annotated[Text, AfterValidator(_email)]  # as RFC 5321 and 5322 write it; no network is asked
Phone = Annotated[Text, AfterValidator(_phone)]  # a number that its country's plan (ITU-T E.164) assigns


class Contact(Header):
    """How to reach an association. It is printed only if public, and says when it was last confirmed."""

    name: Text | None = None
    role: Text | None = None
    email: Email | None = None
    phone: Phone | None = None
    public: YesNo = False
    confirmed: Day


HELP: Help = {
    Contact: {
        "name": Said(_("The service that answers, never a person’s name.")),
        "role": Said(_("What one may write or call for.")),
        "email": Said(_("An address made for the public.")),
        "phone": Said(_("A number made for the public, between quotes.")),
        "public": Said(_("“true” if these details may be printed; without it, the entry cannot hold them.")),
        "confirmed": Said(_("The day on which the association last confirmed these details.")),
    },
}
