"""Institutions, schemes and other bodies that the minutes name."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from contrelatraite.schema import fields
from contrelatraite.schema.fields import HttpsAddress, Id, Names, References, Text, YesNo

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
