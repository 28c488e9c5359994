"""Institutions, schemes and other bodies that the minutes name."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from contrelatraite.marking import _
from contrelatraite.schema import fields
from contrelatraite.schema.fields import Help, HttpsAddress, Id, Names, References, Said, Text, YesNo

Host = Annotated[str, Field(pattern=r"^[a-z0-9-]+(\.[a-z0-9-]+)+$", examples=["eur-lex.europa.eu"])]

REFERENCES: References = {"parent": ("institutions",)}


class Facts(fields.Facts):
    """The facts of an institution.

    `linked: false`: its names are too common to be linked by themselves. `official_hosts`: where it, and the bodies
    whose parent it is, publish their authentic texts; what stands under such a name counts (coe.int: rm.coe.int).
    """

    website: HttpsAddress | None = None
    parent: Id | None = None
    official_hosts: Annotated[tuple[Host, ...], BeforeValidator(fields.one_or_more)] = ()
    linked: YesNo = True


class Words(fields.Words):
    """The words of an institution; an acronym may differ by language (ONUDC, UNODC)."""

    acronym: Text | None = None
    aliases: Names = ()


HELP: Help = {
    Facts: {
        "website": Said(_("The address of its website."), "https://www.example.org"),
        "parent": Said(
            _("The body it belongs to: the name of a folder of content/institutions/."), "conseil-de-l-europe"
        ),
        "official_hosts": Said(
            _("The names of the sites on which it, and the bodies that belong to it, publish authentic texts."),
            "eur-lex.europa.eu",
        ),
        "linked": Said(_("“false” if its names are too common to be linked by themselves in the texts."), "false"),
    },
    Words: {
        "title": Said(_("The full name of the institution, in this language."), _("Institution A")),
        "acronym": Said(_("Its acronym in this language."), _("INA")),
        "aliases": Said(
            _("Its other names, as texts write them; a former name has its dates."),
            _("[the Institution, {name: Former Institution A, until: 2012-12-31}]"),
        ),
    },
}
