"""Texts of law and policy: conventions, directives, codes, circulars, plans, reports."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from contrelatraite.schema import fields
from contrelatraite.schema.fields import Day, HttpsAddress, Ids, Names, References, Summary, Text, YesNo
from contrelatraite.schema.identifiers import Identifiers

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
