"""Validate: every rule, as a function from an entry and the site to what is wrong.

One module per code letter. A rule yields problems and prints nothing; the report speaks once, for all.
"""

from collections.abc import Iterator
from datetime import date

from contrelatraite.checks import legal, members, minutes, news, privacy, references, security, structure, translations
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.site import Site

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
)


def check(site: Site, today: date) -> Iterator[Diagnostic]:
    """Yield every problem of the registered entries.

    `today` is the day from which "a vote is due" counts.
    """
    for entry in site:
        for rule in _OF_ENTRIES:
            yield from rule(entry, site)
        yield from members.check_vote_due(entry, today)
    yield from structure.check_unique(site)
    yield from privacy.check_contacts(site)
