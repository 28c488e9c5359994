"""Events: announced meetings, conferences and the days that come back every year."""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field

from contrelatraite.marking import _
from contrelatraite.schema import fields
from contrelatraite.schema.fields import (
    COLLECTIVE,
    Help,
    HttpsAddress,
    Id,
    Link,
    Moment,
    References,
    Said,
    Text,
    as_day,
    day_in,
    problem,
)

_LEAP_YEAR = 2000


def _yearly_day(read: str) -> str:
    if day_in(f"{_LEAP_YEAR}-{read}") is None:
        raise problem("S106", {"read": read})
    return read


YearlyDay = Annotated[str, AfterValidator(_yearly_day), Field(examples=["07-30"])]  # month and day

REFERENCES: References = {"author": ("members", COLLECTIVE), "minutes": ("minutes",)}


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
        return day_in(f"{_LEAP_YEAR}-{self.observance}") if self.observance else None


class Words(fields.Words):
    """The words of an event."""

    trafficking_link: Link | None = None


HELP: Help = {
    Facts: {
        "start": Said(_("When it begins: a day, or a day, an hour and an offset."), "2014-09-29T09:00+02:00"),
        "end": Said(_("When it ends, written in the same way."), "2014-09-29T17:30+02:00"),
        "place": Said(_("Where it is held."), "Paris"),
        "organiser": Said(_("Who holds it."), "Association A"),
        "author": Said(_("Who announces it: “collective”, or the name of a folder of content/members/."), "ccem"),
        "observance": Said(_("The month and day of one that comes back every year."), '"09-29"'),
        "registration": Said(_("The address where one registers."), "https://www.example.org/inscription"),
        "minutes": Said(_("Its minutes: the name of a folder of content/minutes/."), "2014-09-29"),
    },
    Words: {
        "title": Said(_("The event’s name."), _("Conference on the protection of victims")),
        "trafficking_link": Said(
            _("For a member’s event: what it has to do with human trafficking, in at least 80 characters."),
            _("The conference compares how the victims of human trafficking are protected in France and next door."),
        ),
    },
}
