"""Institutions, schemes and other bodies that the minutes name."""

from contrelatraite.schema import fields
from contrelatraite.schema.fields import HttpsAddress, Id, Names, References, Text, YesNo

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
