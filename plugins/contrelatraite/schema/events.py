"""Events: announced meetings, conferences and the days that come back every year."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from contrelatraite.schema import fields
from contrelatraite.schema.fields import HttpsAddress, Id, Link, Moment, References, Text, as_day, problem

_LEAP_YEAR = 2000


def _yearly_day(read: str) -> str:
    try:
        date.fromisoformat(f"{_LEAP_YEAR}-{read}")
    except ValueError:
        raise problem("S106", {"read": read}) from None
    return read


YearlyDay = Annotated[str, AfterValidator(_yearly_day), Field(examples=["07-30"])]  # month and day

REFERENCES: References = {"author": ("members",), "minutes": ("minutes",)}


class Facts(fields.Facts):
    """The facts of an event; `observance` is the month and day of one that comes back every year."""

    start: Moment
    end: Moment | None = None
    place: Text | None = None
    organiser: Text | None = None
    author: Id | None = None
    observance: YearlyDay | None = None
    registration: HttpsAddress | None = None
    minutes: Id | None = None

    @property
    def day(self) -> date:
        """The day it begins."""
        return as_day(self.start)

    @property
    def anniversary(self) -> date | None:
        """The yearly day, in a year that has them all."""
        if self.observance is None:
            return None
        return date.fromisoformat(f"{_LEAP_YEAR}-{self.observance}")


class Words(fields.Words):
    """The words of an event."""

    trafficking_link: Link | None = None
