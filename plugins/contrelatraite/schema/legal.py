"""Texts of law and policy: conventions, directives, codes, circulars, plans, reports."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from contrelatraite.schema import fields
from contrelatraite.schema.fields import Day, Header, HttpsAddress, Ids, Names, References, Summary, Text, YesNo

Type = Literal[
    "convention",
    "protocol",
    "directive",
    "framework-decision",
    "regulation",
    "charter",
    "law",
    "ordinance",
    "decree",
    "code",
    "circular",
    "instruction",
    "plan",
    "report",
    "opinion",
    "resolution",
    "judgment",
    "strategy",
]

REFERENCES: References = {
    "issuer": ("institutions",),
    "amends": ("legal",),
    "replaces": ("legal",),
    "transposes": ("legal",),
    "related": ("legal",),
}


class Identifiers(Header):
    """The numbers under which the text is filed, as the issuer writes them."""

    celex: Text | None = None
    eli: Text | None = None
    cets: Text | None = None
    unts: Text | None = None
    nor: Text | None = None
    jorf: Text | None = None
    greta: Text | None = None
    oj: Text | None = None
    echr: Text | None = None
    ilo: Text | None = None
    un: Text | None = None
    com: Text | None = None
    osce: Text | None = None
    number: Text | None = None


class Facts(fields.Facts):
    """The facts of a text."""

    type: Type
    issuer: Annotated[Ids, Field(min_length=1)]
    date: Day | None = None
    adopted: YesNo = True
    identifiers: Identifiers = Identifiers()
    official: dict[str, HttpsAddress] = Field(default_factory=dict)
    in_force: Day | None = None
    transposition_deadline: Day | None = None
    repealed: Day | None = None
    amends: Ids = ()
    replaces: Ids = ()
    transposes: Ids = ()
    related: Ids = ()
    checked: Day | None = None

    @property
    def day(self) -> dt.date | None:
        """The day of adoption, else that of entry into force."""
        return self.date or self.in_force


class Words(fields.Words):
    """The words of a text; `citations` are the ways in which other texts name it."""

    summary: Summary
    short_title: Text | None = None
    citations: Names = ()
