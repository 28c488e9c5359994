"""Follow-ups: what the meetings decided, who owes it, and where it stands on a day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from contrelatraite.schema.minutes import FollowUp
from contrelatraite.site import Entry, Site

State = Literal["late", "open", "done"]
STATES: tuple[State, ...] = ("late", "open", "done")


@dataclass(frozen=True, slots=True)
class Decision:
    """A follow-up, the meeting that decided it, where it stands, and the meeting that settled it, if one did."""

    meeting: Entry
    item: FollowUp
    state: State
    settled: Entry | None

    @property
    def done_on(self) -> date | None:
        """The day on which it was done, when that is how the minutes tell it."""
        return self.item.done if isinstance(self.item.done, date) else None

    def wording(self, language: str) -> str:
        """Give its words, in that language or the source's."""
        words: str = self.meeting.words(language).follow_up_wording[self.item.id]
        return words

    def as_row(self, language: str) -> dict[str, str | list[str] | None]:
        """Give it as an object for JSON."""
        return {
            "meeting": self.meeting.id,
            "id": self.item.id,
            "text": self.wording(language),
            "owners": list(self.item.owners),
            "due": self.item.due.isoformat() if self.item.due else None,
            "done": str(self.item.done) if self.item.done else None,
            "settled": self.settled.id if self.settled else None,
            "state": self.state,
        }


def decisions(site: Site, today: date) -> list[Decision]:
    """Give every follow-up of the site, the newest meeting's first, in the order of its minutes."""
    meetings = sorted(site.of("minutes"), key=lambda meeting: (meeting.facts.date, meeting.id), reverse=True)
    return [
        Decision(meeting, item, _state(item, today), site.get(f"minutes:{item.done}"))
        for meeting in meetings
        for item in meeting.facts.follow_ups
    ]


def _state(item: FollowUp, today: date) -> State:
    if item.done is not None:
        return "done"
    return "late" if item.due is not None and item.due < today else "open"


def in_state(found: Iterable[Decision], state: State) -> list[Decision]:
    """Keep the follow-ups in a state."""
    return [decision for decision in found if decision.state == state]


def owed_by(found: Iterable[Decision], owner: str) -> list[Decision]:
    """Keep the follow-ups that an association, a body or the Collective owes or did, by its id."""
    return [decision for decision in found if owner in decision.item.owners]


def decided_at(found: Iterable[Decision], meeting: Entry) -> list[Decision]:
    """Keep the follow-ups of a meeting."""
    return [decision for decision in found if decision.meeting is meeting]
