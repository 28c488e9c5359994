"""Calendars: public events in iCalendar (RFC 5545), to subscribe to, or one by one."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from contrelatraite.kinds import KINDS
from contrelatraite.labels import NAME
from contrelatraite.rendering.feeds import plain, tag
from contrelatraite.rendering.pages import View
from contrelatraite.schema.fields import as_day
from contrelatraite.site import Entry

if TYPE_CHECKING:
    import icalendar

_EVERY = timedelta(days=1)  # how often a subscriber asks again


def calendar(shown: View, language: str, host: str) -> bytes:
    """Write the calendar of a language: every event, whatever its own; stamped with the view's moment (RFC 5545)."""
    events = sorted(shown.site.of("events"), key=lambda entry: (entry.day or date.min, entry.id))
    result = _calendar(events, shown, language, host)
    words = shown.languages[language]
    name = f"{words.gettext(KINDS['events'].heading)} – {words.gettext(NAME)}"
    result.add("name", name, parameters={"language": language})  # RFC 7986, 5.1
    result.add("x-wr-calname", name)  # what the readers made before it show
    result.add("source", host + shown.addresses.calendar(language), parameters={"value": "URI"})
    result.add("refresh-interval", _EVERY, parameters={"value": "DURATION"})
    return bytes(result.to_ical())


def one(entry: Entry, shown: View, language: str, host: str) -> bytes:
    """Write the calendar that holds one event, for those who add it to theirs."""
    return bytes(_calendar([entry], shown, language, host).to_ical())


def _calendar(entries: Iterable[Entry], shown: View, language: str, host: str) -> "icalendar.Calendar":
    import icalendar  # noqa: PLC0415  a command that writes no calendar does not wait for it

    result = icalendar.Calendar()
    result.add("prodid", f"-//contrelatraite.org//{language.upper()}")
    result.add("version", "2.0")
    for entry in entries:
        event = icalendar.Event()
        _fill(event, entry, language)
        event.add("dtstamp", shown.now.astimezone(UTC))
        event.add("url", host + shown.addresses.entry(entry, language))
        result.add_component(event)
    return result


def _fill(event: "icalendar.Event", entry: Entry, language: str) -> None:
    """Say what an event is, when and where. Nobody's address: an organiser would be an e-mail address (3.8.4.3)."""
    there = {"language": entry.version(language).language}
    facts = entry.facts
    event.add("uid", str(uuid5(NAMESPACE_URL, tag(entry.kind.name, entry.id))))  # RFC 7986, 5.3; in all languages one
    event.add("summary", plain(entry.title(language, short=True)), parameters=there)
    if entry.words(language).summary:
        event.add("description", plain(entry.words(language).summary), parameters=there)
    if facts.place:
        event.add("location", plain(facts.place), parameters={"language": entry.source.language})
    if facts.anniversary:
        day = _first_anniversary(entry.day or date.min, facts.anniversary)
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("rrule", {"freq": "yearly"})
        event.add("transp", "TRANSPARENT")  # a day to mark leaves one's day free
        return
    event.add("dtstart", _moment(facts.start))
    if isinstance(facts.start, datetime):
        if isinstance(facts.end, datetime):
            event.add("dtend", _moment(facts.end))
    else:
        last = as_day(facts.end or facts.start)
        event.add("dtend", last + timedelta(days=1))  # the end of a day is not in it (3.8.2.2)


def _moment(moment: date) -> date:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def _first_anniversary(start: date, anniversary: date) -> date:
    """Give the first yearly day on or after the first one that was marked."""
    day = anniversary
    for year in range(start.year, start.year + 9):  # 29 February comes back within eight years
        try:
            day = anniversary.replace(year=year)
        except ValueError:
            continue
        if day >= start:
            break
    return day
