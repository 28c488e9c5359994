"""Validate: every rule, as a function from an entry and the site to what is wrong.

One module per code letter. A rule yields problems and prints nothing; the report speaks once, for all.
A rule of an entry tells what is wrong in that entry's own folder, whatever it had to look at elsewhere: so the check of
one entry runs its rules alone, and says what the check of everything says of it.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from contrelatraite.checks import (
    files,
    legal,
    members,
    minutes,
    news,
    privacy,
    references,
    security,
    structure,
    translations,
    writing,
)
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.site import Entry, Site

_OF_ENTRIES = (
    *structure.CHECKS,
    *members.CHECKS,
    *minutes.CHECKS,
    *legal.CHECKS,
    *news.CHECKS,
    *references.CHECKS,
    *translations.CHECKS,
    *privacy.CHECKS,
    *security.CHECKS,
    *files.CHECKS,
    *writing.CHECKS,
)


def check(entries: Iterable[Entry], site: Site, today: date) -> Iterator[Diagnostic]:
    """Yield every problem of the entries, and those that only the whole site shows.

    `today` is the day from which "a vote is due" counts.
    """
    chosen = list(entries)
    for entry in chosen:
        for rule in _OF_ENTRIES:
            yield from rule(entry, site)
        yield from members.check_vote_due(entry, today)
    yield from privacy.check_contacts(chosen, site)
    yield from structure.check_unique(site)
