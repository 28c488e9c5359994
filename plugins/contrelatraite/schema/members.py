"""Associations of the Collective, candidates and observers included."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from contrelatraite.marking import _
from contrelatraite.schema import fields
from contrelatraite.schema.contacts import Contact
from contrelatraite.schema.fields import Day, Header, Help, Names, References, Said, Summary, Text, YesNo, address

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
    website: Annotated[
        dict[str, Website], BeforeValidator(fields.short_form(ANY), json_schema_input_type=Website | dict[str, Website])
    ] = Field(default_factory=dict)
    contact: Contact | None = None
    network: Network | None = None
    reports: tuple[Report, ...] = ()
    exploitation: tuple[Exploitation, ...] = ()
    audience: tuple[Audience, ...] = ()
    logo: Text | None = None

    def website_for(self, language: str) -> str | None:
        """Give the address of its website for readers of a language."""
        return self.website.get(language) or self.website.get(ANY) or next(iter(self.website.values()), None)

    @property
    def attested(self) -> bool:
        """Whether its last status is known by a trace alone: at the latest since that day."""
        return self.membership[-1].attested

    def last_status(self, day: date) -> Status:
        """Give the last status known on a day; one that had ended, with none after it, is a former one."""
        last = next((held for held in reversed(self.membership) if held.since <= day), self.membership[0])
        return last.status if last.until is None or day <= last.until else "former"

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


HELP: Help = {
    Facts: {
        "membership": Said(
            _("The statuses of the association in the Collective, from the oldest to the newest, each with its dates."),
            "\n  - {status: observer, since: 2024-11-07, until: 2025-11-07}\n  - {status: member, since: 2025-11-08}",
        ),
        "website": Said(
            _("The address of its website; if it has one per language, write {fr: …, en: …}."),
            "https://www.example.org",
        ),
        "contact": Said(
            _("How the public may reach the association. Leave it out if nothing may be printed."),
            "\n  name: Accueil\n  role: Informations\n  email:\n  phone:\n  public: true\n  confirmed: 2026-01-15",
        ),
        "network": Said(
            _("The international network that the association belongs to."),
            "{name: Réseau A, website: https://www.example.org/reseau}",
        ),
        "reports": Said(
            _("Its yearly reports: each a PDF put in the entry’s folder, or an address."),
            '\n  - {year: "2025", title: Rapport d’activité 2025, file: rapport-2025.pdf}',
        ),
        "exploitation": Said(
            _("The forms of exploitation it works on."), "[labour, domestic-servitude]", "exploitation"
        ),
        "audience": Said(_("The people it helps."), "[women, minors]", "audience"),
        "logo": Said(_("Its logo: a picture put in the entry’s folder."), "logo.png"),
    },
    Words: {
        "title": Said(_("The full name of the association, in this language."), _("Association A")),
        "acronym": Said(_("Its acronym."), _("AAA")),
        "aliases": Said(
            _("Its other names, as texts write them; a former name has its dates."),
            _("[Asso A, {name: Former Association A, until: 2012-12-31}]"),
        ),
        "logo_alt": Said(_("What the logo shows, for those who do not see it."), _("Logo of Association A")),
    },
    Membership: {
        "status": Said(_("The status."), labels="membership"),
        "since": Said(_("Its first day.")),
        "until": Said(_("Its last day; nothing if it still holds.")),
        "attested": Said(_("“true” if the first day is only the first that a source shows: “at the latest since”.")),
    },
    Network: {
        "name": Said(_("The network’s name.")),
        "website": Said(_("The address of its website.")),
    },
    Report: {
        "year": Said(_("The year of the report, between quotes.")),
        "title": Said(_("The report’s title.")),
        "file": Said(_("The name of the PDF.")),
        "url": Said(_("Or the address where it is published.")),
    },
}
