"""Events: announced meetings, conferences and the days that come back every year."""

from datetime import date
from typing import Annotated

from pydantic import Field

from contrelatraite.schema import fields
from contrelatraite.schema.fields import HttpsAddress, Id, Link, Moment, Text, as_day


class Facts(fields.Facts):
    """The facts of an event; `observance` is the month and day of one that comes back every year."""

    start: Moment
    end: Moment | None = None
    place: Text | None = None
    organiser: Text | None = None
    author: Id | None = None
    observance: Annotated[str, Field(pattern=r"^\d{2}-\d{2}$")] | None = None
    registration: HttpsAddress | None = None
    minutes: Id | None = None

    @property
    def day(self) -> date:
        """The day it begins."""
        return as_day(self.start)

    @property
    def anniversary(self) -> date | None:
        """The yearly day, in the year of the first one."""
        if self.observance is None:
            return None
        month, day = map(int, self.observance.split("-"))
        return date(self.day.year, month, day)


class Words(fields.Words):
    """The words of an event."""

    trafficking_link: Link | None = None
