"""Minutes of the Collective's meetings."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainValidator

from contrelatraite.schema import fields
from contrelatraite.schema.fields import Anchor, Day, Header, Id, Ids, References, Text

Type = Literal["plenary", "informal", "delegation", "working-group"]
_HOUR = r"([01]\d|2[0-3]):[0-5]\d"
_TIME = rf"^{_HOUR}(-{_HOUR})?$"

REFERENCES: References = {
    "attendance.member": ("members",),
    "guests": ("institutions", "members"),  # a member among them is told as such (C106)
    "delegation": ("members",),
    "votes.voters": ("members",),
    "next.event": ("events",),
    "follow_ups.owners": ("members", "institutions"),
}


def _day_or_minutes(read: object) -> object:
    try:
        return dt.date.fromisoformat(str(read))
    except ValueError:
        return str(read)


DayOrMinutes = Annotated[dt.date | str, PlainValidator(_day_or_minutes)]


class Attendance(Header):
    """An association present, and how many came for it."""

    member: Id
    people: Annotated[int, Field(ge=1)] = 1


class Vote(Header):
    """A vote: who took part in it."""

    voters: Ids


class Meeting(Header):
    """An announced meeting; `time` is its start, or start and end, in Paris."""

    date: Day
    time: Annotated[str, Field(pattern=_TIME, examples=["10:00-12:30"])] | None = None
    place: Text | None = None
    event: Id | None = None


class FollowUp(Header):
    """Something decided: who owes it, by when, and the day or the minutes that show it done."""

    id: Anchor
    owners: Annotated[Ids, Field(min_length=1)]
    due: Day | None = None
    done: DayOrMinutes | None = None


class Annex(Header):
    """An annex of the minutes: a file of the entry's folder, another entry, or only its name."""

    number: Text
    file: Text | None = None
    entry: Text | None = None


class Facts(fields.Facts):
    """The facts of a meeting."""

    date: Day
    type: Type
    published: Day | None = None
    place: Text | None = None
    attendance: tuple[Annotated[Attendance, BeforeValidator(fields.short_form("member"))], ...] = ()
    guests: Ids = ()
    delegation: Ids = ()
    votes: tuple[Vote, ...] = ()
    next: tuple[Meeting, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    annexes: tuple[Annex, ...] = ()

    @property
    def day(self) -> dt.date:
        """The day of the meeting."""
        return self.date


class Words(fields.Words):
    """The words of a meeting; the wording of follow-ups and annexes stands under their id and number."""

    agenda: tuple[Text, ...] = ()
    follow_up_wording: dict[str, Text] = Field(default_factory=dict)
    annex_wording: dict[str, Text] = Field(default_factory=dict)
