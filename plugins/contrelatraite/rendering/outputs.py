"""Outputs: the files that stand beside the pages and that no template writes: feeds, calendars, pictures, cards."""

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from contrelatraite.kinds import KINDS
from contrelatraite.labels import NAME
from contrelatraite.rendering import pictures
from contrelatraite.rendering.cards import card, icon
from contrelatraite.rendering.feeds import feed
from contrelatraite.rendering.ical import calendar, one
from contrelatraite.rendering.pages import Page, View

ICON = 180  # pixels: what a telephone asks for its screen
FAVICON = 32


def subscriptions(shown: View, host: str) -> Iterator[tuple[str, bytes]]:
    """Yield the feeds and the calendars, each with its address; `shown` holds only what may be seen."""
    for language in shown.languages:
        for kind in KINDS.values():
            if kind.feed:
                yield shown.addresses.feed(kind, language), feed(kind, shown, language, host)
        yield shown.addresses.calendar(language), calendar(shown, language, host)
    for entry in shown.site.of("events"):
        for language in entry.versions:
            yield shown.addresses.event(entry, language), one(entry, shown, language, host)


def lighter(shown: View) -> Iterator[tuple[str, bytes]]:
    """Yield the copies of each logo, each with its address."""
    for entry in shown.site:
        logo = getattr(entry.facts, "logo", None)
        if logo:
            for name, content in zip(pictures.copies_of(logo), pictures.copies(entry.folder / logo), strict=True):
                yield shown.addresses.file(entry, name), content


def drawings(pages: Iterable[Page], shown: View, host: str) -> Iterator[tuple[str, bytes]]:
    """Yield the icons and the card of each page, each with its address."""
    yield "/favicon.ico", icon(FAVICON, "ICO")
    yield "/apple-touch-icon.png", icon(ICON, "PNG")
    domain = (urlsplit(host).hostname or "").removeprefix("www.")
    for page in pages:
        if page.listed:
            words = shown.languages[page.language]
            within = [words.gettext(page.kind.heading)] if page.entry and page.kind and page.kind.segment else []
            yield page.card, card(page.title, words.gettext(NAME), " · ".join([*within, domain]))
