"""Validate: every rule, as a function from an entry and the site to what is wrong.

A rule yields problems and prints nothing; the report speaks once, for all. A rule of an entry tells what is wrong in
that entry's own folder, whatever it had to look at elsewhere: so the check of one entry runs its rules alone, and says
what the check of everything says of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from contrelatraite.checks import (
    contacts,
    days,
    files,
    legal,
    members,
    minutes,
    names,
    news,
    past,
    privacy,
    references,
    security,
    stray,
    structure,
    translations,
    wording,
    writing,
)
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.languages import Language
from contrelatraite.site import Entry, Site

_OF_ENTRIES = (
    *structure.CHECKS,
    *stray.CHECKS,
    *members.CHECKS,
    *contacts.CHECKS,
    *minutes.CHECKS,
    *wording.CHECKS,
    *legal.CHECKS,
    *news.CHECKS,
    *references.CHECKS,
    *names.CHECKS,
    *translations.CHECKS,
    *privacy.CHECKS,
    *security.CHECKS,
    *files.CHECKS,
    *writing.CHECKS,
)
_ON_THE_DAY = (*members.ON_THE_DAY, *news.ON_THE_DAY, *past.ON_THE_DAY)


def check(entries: Iterable[Entry], site: Site, languages: Mapping[str, Language], today: date) -> Iterator[Diagnostic]:
    """Yield every problem of the entries, and those that only the whole site shows.

    `languages` give the names of days and the way of writing numbers; `today` is the day from which "a vote is due"
    counts.
    """
    chosen = list(entries)
    for entry in chosen:
        for rule in _OF_ENTRIES:
            yield from rule(entry, site)
        for on_the_day in _ON_THE_DAY:
            yield from on_the_day(entry, today)
    yield from privacy.check_contacts(chosen, site)
    yield from days.check_weekdays(chosen, languages)
    yield from translations.check_figures(chosen, languages)
    yield from structure.check_unique(site, languages)
