"""Associations of the Collective, candidates and observers included."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from contrelatraite.schema import fields
from contrelatraite.schema.contacts import Contact
from contrelatraite.schema.fields import Day, Header, Names, References, Summary, Text, YesNo, address

ANY = "any"  # the key of an address that serves every language

Status = Literal["candidate", "observer", "member", "former"]
Website = Annotated[str, AfterValidator(address("M104"))]
Exploitation = Literal[
    "sexual",
    "labour",
    "domestic-servitude",
    "forced-begging",
    "forced-criminality",
    "forced-marriage",
    "organ-removal",
    "all-forms",
]
Audience = Literal["women", "men", "minors", "all"]

REFERENCES: References = {}


class Membership(Header):
    """A status and its dates. `attested`: the first day at which a source shows it; it may be older."""

    status: Status
    since: Day
    until: Day | None = None
    attested: YesNo = False


class Network(Header):
    """The international network that the association belongs to."""

    name: Text
    website: Website | None = None


class Report(Header):
    """A yearly report: a file of the entry's folder, or an address."""

    year: Annotated[str, Field(pattern=r"^\d{4}$", examples=["2025"])]
    title: Text
    file: Text | None = None
    url: Website | None = None


class Facts(fields.Facts):
    """The facts of a member."""

    membership: Annotated[tuple[Membership, ...], Field(min_length=1)]
    website: Annotated[dict[str, Website], BeforeValidator(fields.short_form(ANY))] = Field(default_factory=dict)
    contact: Contact | None = None
    network: Network | None = None
    reports: tuple[Report, ...] = ()
    exploitation: tuple[Exploitation, ...] = ()
    audience: tuple[Audience, ...] = ()
    logo: Text | None = None

    @property
    def status_now(self) -> Status:
        """The last status known; one that has ended, with none after it, is a former one."""
        last = self.membership[-1]
        return last.status if last.until is None else "former"

    def status_on(self, day: date) -> Status | None:
        """The status on that day, if the sources show one."""
        held = [m.status for m in self.membership if m.since <= day and (m.until is None or day <= m.until)]
        return held[-1] if held else None

    def was_outside(self, day: date) -> bool:
        """Whether the association was not of the Collective on that day: it had left, or had not come yet.

        Before a status that is only attested, nobody knows.
        """
        status = self.status_on(day)
        after = next((m for m in self.membership if m.since > day), None)
        return status == "former" or (status is None and (after is None or not after.attested))

    def had_left(self, day: date) -> bool:
        """Whether the association had been of the Collective before that day, and was no longer."""
        return self.was_outside(day) and self.membership[0].since <= day


class Words(fields.Words):
    """The words of a member."""

    summary: Summary
    acronym: Text | None = None
    aliases: Names = ()
    logo_alt: Text | None = None
