"""N: news, press releases and events."""

from collections.abc import Iterator

from contrelatraite.diagnostics import Diagnostic
from contrelatraite.schema.fields import as_day
from contrelatraite.site import Entry, Site


def check_trafficking_link(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A member's news or event says in words what it has to do with trafficking (minutes of 29 September 2014)."""
    if entry.kind.name not in {"news", "events"} or entry.facts.author in {None, "collective"}:
        return
    for version in entry.versions.values():
        if version.words.trafficking_link is None:
            yield Diagnostic("N101", version.source.path, version.source.place(("title",)), {})


def check_end(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """An event ends after it starts."""
    if entry.kind.name == "events" and entry.facts.end and as_day(entry.facts.end) < as_day(entry.facts.start):
        source = entry.source.source
        values = {"start": entry.facts.start.isoformat(), "end": entry.facts.end.isoformat()}
        yield Diagnostic("N102", source.path, source.place(("end",)), values)


CHECKS = (check_trafficking_link, check_end)
