"""L: texts of law."""

from collections.abc import Iterator

from contrelatraite.diagnostics import Diagnostic
from contrelatraite.site import Entry, Site


def check_date(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A text has the date of its adoption, or of its entry into force; only a draft may have none."""
    if entry.kind.name == "legal" and entry.facts.adopted and entry.day is None:
        source = entry.source.source
        yield Diagnostic("L101", source.path, source.place(("title",)), {})


CHECKS = (check_date,)
