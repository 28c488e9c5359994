"""Press releases of the Collective."""

import datetime as dt

from contrelatraite.schema import fields
from contrelatraite.schema.fields import Id, Ids, Instant, Moment, References, Summary, Text, as_day

REFERENCES: References = {"occasion": ("events",), "signatories": ("members",)}


class Facts(fields.Facts):
    """The facts of a release; `embargo` is the moment until which it stays out of the public site."""

    date: Moment
    embargo: Instant | None = None
    place: Text | None = None
    occasion: Id | None = None
    signatories: Ids = ("all",)
    attachments: tuple[Text, ...] = ()

    @property
    def day(self) -> dt.date:
        """The day of publication."""
        return as_day(self.date)


class Words(fields.Words):
    """The words of a release."""

    summary: Summary
