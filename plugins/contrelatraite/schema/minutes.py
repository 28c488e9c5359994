"""Minutes of the Collective's meetings."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, PlainValidator

from contrelatraite.marking import _
from contrelatraite.schema import fields
from contrelatraite.schema.fields import Anchor, Day, Header, Help, Id, Ids, References, Said, Text

Type = Literal["plenary", "informal", "delegation", "working-group"]
_HOUR = r"([01]\d|2[0-3]):[0-5]\d"
_TIME = rf"^{_HOUR}(-{_HOUR})?$"

REFERENCES: References = {
    "attendance.member": ("members",),
    "guests": ("institutions", "members"),  # a member among them is told as such (C106)
    "delegation": ("members",),
    "votes.voters": ("members",),
    "next.event": ("events",),
    "follow_ups.owners": ("members", "institutions", fields.COLLECTIVE),
}


def _day_or_minutes(read: object) -> object:
    day = fields.day_in(str(read))
    return fields.within_reach(day) if day else str(read)


DayOrMinutes = Annotated[dt.date | str, PlainValidator(_day_or_minutes, json_schema_input_type=str)]


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
    attendance: tuple[
        Annotated[Attendance, BeforeValidator(fields.short_form("member"), json_schema_input_type=Attendance | Id)], ...
    ] = ()
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


HELP: Help = {
    Facts: {
        "date": Said(_("The day of the meeting; the folder bears the same date."), "2026-01-15"),
        "type": Said(_("What kind of meeting it was."), "plenary", "meeting-type"),
        "published": Said(_("The day on which the minutes were sent."), "2026-01-20"),
        "place": Said(_("Where it was held."), "Paris"),
        "attendance": Said(
            _("The associations present: names of folders of content/members/; with how many people, if several."),
            "[ccem, {member: hors-la-rue, people: 2}]",
        ),
        "guests": Said(_("The institutions invited: names of folders of content/institutions/."), "[miprof]"),
        "delegation": Said(
            _("Who spoke for the Collective: members, never observers; names of folders of content/members/."),
            "[ccem, hors-la-rue]",
        ),
        "votes": Said(_("The votes, with the members that took part in each."), "\n  - {voters: [ccem, hors-la-rue]}"),
        "next": Said(_("The meetings announced."), '\n  - {date: 2026-02-12, time: "10:00-12:30", place: Paris}'),
        "follow_ups": Said(
            _("What was decided: who owes it, by when, and when it was done."),
            "\n  - {id: rendez-vous, owners: [collective], due: 2026-03-31, done: 2026-03-02}",
        ),
        "annexes": Said(
            _("What comes with the minutes: files put in the entry’s folder, or other entries."),
            '\n  - {number: "1", file: annexe-1.pdf}\n  - {number: "2", entry: "legal:directive-2011-36-ue"}',
        ),
    },
    Words: {
        "title": Said(_("The title of the minutes."), _("Meeting of 15 January 2026")),
        "agenda": Said(
            _("The items of the agenda, as many as the text has sections (##), in the same order."),
            _("[New website, Meetings]"),
        ),
        "follow_up_wording": Said(
            _("What was decided, in words, under the id of each follow-up."),
            _("{rendez-vous: Ask for an appointment}"),
        ),
        "annex_wording": Said(
            _("The title of each annex, under its number."), _('{"1": Press release, "2": Directive 2011/36/EU}')
        ),
    },
    Attendance: {
        "member": Said(_("The association: the name of a folder of content/members/.")),
        "people": Said(_("How many people came for it.")),
    },
    Vote: {"voters": Said(_("The members that took part in it."))},
    Meeting: {
        "date": Said(_("Its day.")),
        "time": Said(_("When it begins, or begins and ends, in Paris, between quotes.")),
        "place": Said(_("Where it is to be held.")),
        "event": Said(_("Its entry in the calendar: the name of a folder of content/events/.")),
    },
    FollowUp: {
        "id": Said(_("A short name of its own, in small letters, digits and hyphens.")),
        "owners": Said(
            _("Who owes it: “collective”, or names of folders of content/members/ or content/institutions/.")
        ),
        "due": Said(_("The day by which it was to be done.")),
        "done": Said(_("The day on which it was done, or the minutes that show it.")),
    },
    Annex: {
        "number": Said(_("Its number, between quotes.")),
        "file": Said(_("The name of the file.")),
        "entry": Said(_("Or the entry it is, as kind:id.")),
    },
}
