"""Institutions, schemes and other bodies that the minutes name."""

from contrelatraite.marking import _
from contrelatraite.schema import fields
from contrelatraite.schema.fields import Help, HttpsAddress, Id, Names, References, Said, Text, YesNo

REFERENCES: References = {"parent": ("institutions",)}


class Facts(fields.Facts):
    """The facts of an institution. `linked: false`: its names are too common to be linked by themselves."""

    website: HttpsAddress | None = None
    parent: Id | None = None
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
