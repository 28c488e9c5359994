"""Press releases of the Collective."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from contrelatraite.schema import fields
from contrelatraite.schema.fields import Id, Ids, Instant, Moment, Summary, Text, as_day


class Facts(fields.Facts):
    """The facts of a release; `embargo` is the moment until which it stays out of the public site."""

    date: Moment
    embargo: Instant | None = None
    place: Text | None = None
    occasion: Id | None = None
    signatories: Annotated[Literal["all"] | Ids, Field(union_mode="left_to_right")] = "all"
    attachments: tuple[Text, ...] = ()

    @property
    def day(self) -> dt.date:
        """The day of publication."""
        return as_day(self.date)


class Words(fields.Words):
    """The words of a release."""

    summary: Summary
