"""Feeds: what is new in a list, for those who follow it from a reader, in Atom (RFC 4287)."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, time

from lxml import etree
from lxml.builder import ElementMaker

from contrelatraite.kinds import Kind
from contrelatraite.labels import NAME
from contrelatraite.rendering.pages import View
from contrelatraite.schema.fields import COLLECTIVE
from contrelatraite.site import Entry

_ATOM = "http://www.w3.org/2005/Atom"
# A tag URI (RFC 4151) names a thing for ever, whatever its address becomes: the domain, and a day on which it was ours.
_TAG = "tag:contrelatraite.org,2014-10-01:"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


def tag(*names: str) -> str:
    """Give the name that a thing keeps for ever: readers know by it what they have already seen."""
    return _TAG + ":".join(names)


def plain(text: str) -> str:
    """Give a text without the characters that no XML file may hold: one of them would kill the whole feed."""
    return _NOT_XML.sub("", text)


def feed(kind: Kind, shown: View, language: str, host: str) -> bytes:
    """Write the feed of a list in a language: the entries that exist in it and have a day, newest first.

    A feed that has no entry yet bears the moment of the view.
    """
    words = shown.languages[language]
    entries = sorted(
        (entry for entry in shown.site.of(kind.name) if entry.day and language in entry.versions),
        key=lambda entry: (_published(entry), entry.id),
        reverse=True,
    )
    make = ElementMaker(namespace=_ATOM, nsmap={None: _ATOM})
    root = make.feed(
        {"{http://www.w3.org/XML/1998/namespace}lang": language},
        make.id(tag(kind.name, language)),
        make.title(f"{words.gettext(kind.heading)} – {words.gettext(NAME)}"),
        make.subtitle(words.gettext(kind.intro)),
        make.updated(_in_atom(max(map(_updated, entries), default=shown.now))),
        make.author(make.name(words.gettext(NAME))),
        make.link(rel="self", type="application/atom+xml", href=host + shown.addresses.feed(kind, language)),
        _page(make, language, host + shown.addresses.index(kind, language)),
        *(_entry(make, entry, shown, language, host) for entry in entries),
    )
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))


def _entry(make: ElementMaker, entry: Entry, shown: View, language: str, host: str) -> etree._Element:
    words = entry.words(language)
    element = make.entry(
        make.id(tag(entry.kind.name, entry.id, language)),
        make.title(plain(entry.title(language, short=True))),
        make.published(_in_atom(_published(entry))),
        make.updated(_in_atom(_updated(entry))),
        *(make.author(make.name(plain(name))) for name in _authors(entry, shown, language)),
        _page(make, language, host + shown.addresses.entry(entry, language)),
    )
    if words.summary:
        element.append(make.summary(plain(words.summary)))
    return element


def _page(make: ElementMaker, language: str, address: str) -> etree._Element:
    return make.link(rel="alternate", type="text/html", hreflang=language, href=address)


def _authors(entry: Entry, shown: View, language: str) -> Iterable[str]:
    """Yield the member that speaks, if it is not the Collective, whose feed it is."""
    author = getattr(entry.facts, "author", None)
    member = shown.site.get(f"members:{author}") if author and author != COLLECTIVE else None
    if member:
        yield member.title(language)


def _published(entry: Entry) -> datetime:
    """Give the moment of an entry; a release that was under embargo, that of its end."""
    said = _moment(getattr(entry.facts, "date", None) or entry.day)
    embargo = getattr(entry.facts, "embargo", None)
    return max(said, _moment(embargo)) if embargo else said


def _updated(entry: Entry) -> datetime:
    """Give the last moment that the entry's own facts tell of."""
    later = (getattr(entry.facts, name, None) for name in ("published", "checked"))
    return max([_published(entry), *(_moment(day) for day in later if day)])


def _moment(day: date | None) -> datetime:
    """Give the moment that stands for a day: noon in Greenwich, the same day nearly everywhere."""
    if isinstance(day, datetime):
        return day.astimezone(UTC)
    return datetime.combine(day or date.min, time(12), UTC)


def _in_atom(moment: datetime) -> str:
    """Write a moment as RFC 3339 does, with the four figures of its year."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ").rjust(20, "0")
