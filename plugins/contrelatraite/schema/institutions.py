"""Institutions, schemes and other bodies that the minutes name."""

from contrelatraite.schema import fields
from contrelatraite.schema.fields import HttpsAddress, Id, Names, Text


class Facts(fields.Facts):
    """The facts of an institution."""

    website: HttpsAddress | None = None
    parent: Id | None = None


class Words(fields.Words):
    """The words of an institution; an acronym may differ by language (ONUDC, UNODC)."""

    acronym: Text | None = None
    aliases: Names = ()
