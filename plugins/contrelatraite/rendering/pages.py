"""Which pages the site has: for each, its address, its language and its siblings, its templates and what they show."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any

from contrelatraite.addresses import Addresses, output_file
from contrelatraite.content import find_mentions, matcher_of
from contrelatraite.kinds import KINDS, Kind
from contrelatraite.languages import Language
from contrelatraite.marking import _
from contrelatraite.references.backlinks import Backlink, backlinks
from contrelatraite.references.match import Matcher
from contrelatraite.references.resolve import Reference
from contrelatraite.references.text import fold_name
from contrelatraite.rendering.markdown import Context, Rendered, Target, render
from contrelatraite.schema.fields import as_day
from contrelatraite.site import Entry, Site, Version


@dataclass(frozen=True)
class Page:
    """One page to write.

    `templates` are tried in order, so that theme/templates/pages/aide.html is the layout of that page alone.
    `alternates` are the addresses of the same page, itself included, by language; `within` is the kind whose list one
    came by.
    """

    address: str
    language: str
    title: str
    description: str
    templates: tuple[str, ...]
    alternates: Mapping[str, str]
    entry: Entry | None = None
    kind: Kind | None = None
    within: Kind | None = None
    listed: bool = True  # in the sitemap
    more: Mapping[str, Any] = field(default_factory=dict)

    @property
    def card(self) -> str:
        """The address of the picture that stands beside a shared link."""
        return f"/cards/{output_file(self.address).removesuffix('.html')}.png"


# The entries that the theme links by name: a site without one of them is not built.
LINKED_BY_THE_THEME = (
    "pages:accueil",
    "pages:aide",
    "pages:traite",
    "pages:espace-presse",
    "pages:contact",
    "pages:contribuer",
    "pages:accessibilite",
    "pages:confidentialite",
    "pages:mentions-legales",
)


@dataclass(frozen=True)
class View:
    """The site, rendered, as the templates see it."""

    site: Site
    addresses: Addresses
    texts: Mapping[tuple[str, str], Rendered]  # (key, language) → the text
    mentioned: Mapping[str, Mapping[str, list[Backlink]]]  # language → key → what names it
    now: datetime  # the moment from which the site speaks

    @property
    def today(self) -> date:
        """The day of that moment in Paris."""
        return as_day(self.now)

    @property
    def languages(self) -> Mapping[str, Language]:
        """The languages of the site."""
        return self.addresses.languages


def view(site: Site, languages: Mapping[str, Language], now: datetime) -> View:
    """Render every text of the site, and turn its references around; `now` decides what is late, who is a member."""
    addresses = Addresses(languages)
    matcher = matcher_of(site, languages)
    texts = {
        (entry.key, version.language): render(version.body.text, _context(entry, version, site, addresses, matcher))
        for entry in site
        for version in entry.versions.values()
    }
    mentioned = {
        language: backlinks((entry, texts[entry.key, entry.version(language).language].references) for entry in site)
        for language in languages
    }
    return View(site, addresses, texts, mentioned, now)


def _context(entry: Entry, version: Version, site: Site, addresses: Addresses, matcher: Matcher) -> Context:
    def resolve(reference: Reference) -> Target | None:
        target = site.get(reference.key)
        if target is None:
            return None
        there = target.version(version.language).language
        return Target(
            addresses.entry(target, version.language) + (f"#{reference.anchor}" if reference.anchor else ""),
            _section_title(target, reference.anchor, version.language) or target.title(version.language, short=True),
            None if there == version.language else there,
            _acronym(target, version.language),
        )

    return Context(resolve, partial(find_mentions, entry, matcher))


def _acronym(target: Entry, language: str) -> tuple[str, str] | None:
    acronym = target.acronym(language)
    return (acronym, target.title(language)) if acronym else None


def _section_title(target: Entry, anchor: str | None, language: str) -> str | None:
    headings = target.version(language).body.headings
    return next((heading.title for heading in headings if anchor and heading.anchor == anchor), None)


def plan(shown: View) -> Iterator[Page]:
    """Yield every page: entries, lists, and the pages for an address that does not exist."""
    for entry in shown.site:
        yield from _entry_pages(entry, shown)
    for kind in KINDS.values():
        if kind.segment is not None:
            yield from _index_pages(kind, shown)
    for language in shown.languages:
        yield _follow_ups_page(shown, language)
        yield _search_page(shown, language)
        yield _missing_page(shown, language)


def _entry_pages(entry: Entry, shown: View) -> Iterator[Page]:
    alternates = {language: shown.addresses.entry(entry, language) for language in entry.versions}
    for language, version in entry.versions.items():
        yield Page(
            address=alternates[language],
            language=language,
            title=entry.title(language, short=True),
            description=version.words.summary or version.words.title,
            templates=(f"{entry.kind.name}/{entry.id}.html", f"{entry.kind.name}.html", "entry.html"),
            alternates=alternates,
            entry=entry,
            kind=entry.kind,
            within=entry.kind if entry.kind.segment else None,
            more={"words": version.words, "facts": entry.facts, "text": shown.texts[entry.key, language]},
        )


def _index_pages(kind: Kind, shown: View) -> Iterator[Page]:
    for language in shown.languages:
        yield _made(
            shown,
            language,
            partial(shown.addresses.index, kind),
            (kind.heading, kind.intro),
            (f"index/{kind.name}.html", "index/list.html"),
            kind=kind,
            more={"listed_entries": in_order(kind, shown.site.of(kind.name), language)},
        )


def _follow_ups_page(shown: View, language: str) -> Page:
    words = (
        _("Follow-ups of the meetings"),
        _("What the meetings decided, who was to do it and by when, and what later minutes show done."),
    )
    minutes = KINDS["minutes"]
    templates = ("follow-ups.html",)
    return _made(shown, language, shown.addresses.follow_ups, words, templates, kind=minutes, within=minutes)


def _search_page(shown: View, language: str) -> Page:
    words = _("Search"), _("Find a member, a law, a meeting or a word in all the pages of this site.")
    return _made(shown, language, shown.addresses.search, words, ("search.html",))


def _missing_page(shown: View, language: str) -> Page:
    words = _("Page not found"), _("This address leads to no page.")
    return _made(shown, language, shown.addresses.missing, words, ("404.html",), listed=False)


def _made(  # noqa: PLR0913  what a page is made of
    shown: View,
    language: str,
    address: Callable[[str], str],
    words: tuple[str, str],
    templates: tuple[str, ...],
    *,
    kind: Kind | None = None,
    within: Kind | None = None,
    listed: bool = True,
    more: Mapping[str, Any] | None = None,
) -> Page:
    """Make a page that nobody wrote: it exists in every language, and its title and description are the catalogue's."""
    title, description = (shown.languages[language].gettext(message) for message in words)
    alternates = {code: address(code) for code in shown.languages}
    return Page(
        address=alternates[language],
        language=language,
        title=title,
        description=description,
        templates=templates,
        alternates=alternates,
        kind=kind,
        within=within,
        listed=listed,
        more=more or {},
    )


def in_order(kind: Kind, entries: Iterable[Entry], language: str) -> list[Entry]:
    """Put entries in the order of their kind's list."""
    by_title = sorted(entries, key=lambda entry: (fold_name(entry.title(language)).loose.text, entry.id))
    if kind.order == "title":
        return by_title
    return sorted(by_title, key=lambda entry: entry.day or date.min, reverse=True)
