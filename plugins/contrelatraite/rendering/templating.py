"""What the theme's templates may call, beside the words of the catalogue: addresses, titles, dates, relations.

Everything takes its language from the page being rendered, so that one environment serves all languages.
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from babel.core import get_global
from jinja2 import Environment, pass_context
from jinja2.ext import Extension
from jinja2.runtime import Context
from markupsafe import Markup, escape

from contrelatraite import follow_ups, relations
from contrelatraite.kinds import KINDS, Kind
from contrelatraite.labels import LABELS, NAME
from contrelatraite.languages import Language
from contrelatraite.references.backlinks import Backlink
from contrelatraite.rendering import pictures
from contrelatraite.rendering.linked_data import graph
from contrelatraite.rendering.pages import Page, View, in_order
from contrelatraite.schema.fields import COLLECTIVE, EVERYBODY
from contrelatraite.site import Entry

_FRENCH = 10  # digits of a French number


class Unindented(Extension):
    """Templates are indented for those who write them; a browser need not wait for that. No template has a <pre>."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:  # noqa: ARG002  Jinja's
        """Take the spaces off the beginning of the lines."""
        return re.sub(r"^[ \t]+", "", source, flags=re.MULTILINE)


def install(environment: Environment, view: View) -> None:
    """Give the environment its words, filters and functions."""
    now = view.now
    helper = Helper(view)
    environment.add_extension(Unindented)
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_callables(  # type: ignore[attr-defined]  # the extension brings it
        helper.gettext, helper.ngettext, newstyle=True, pgettext=helper.pgettext
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    environment.filters.update(
        date=helper.in_words,
        yearly=helper.yearly,
        listed=helper.listed,
        language_names=helper.language_names,
        dialled=dialled,
    )
    environment.globals.update(
        COLLECTIVE=COLLECTIVE,
        EVERYBODY=EVERYBODY,
        NAME=NAME,
        decisions=follow_ups.decisions(view.site, view.today),
        entries=helper.entries,
        find=view.site.get,
        follow_ups_address=helper.follow_ups_address,
        hidden=lambda entry: entry.hidden(now),
        href=helper.href,
        in_state=follow_ups.in_state,
        kinds=KINDS,
        feeds=helper.feeds,
        label=helper.label,
        linked_data=helper.linked_data,
        territory=territory,
        labels=helper.labels,
        languages=view.languages,
        lang=helper.lang,
        link=helper.link,
        link_marks=helper.link_marks,
        links=helper.links,
        mentioned_in=helper.mentioned_in,
        menu=helper.menu,
        decided_at=follow_ups.decided_at,
        calendar=view.addresses.calendar,
        event_file=view.addresses.event,
        own_file=view.addresses.file,
        pictures=pictures,
        owed_by=follow_ups.owed_by,
        relations=relations,
        states=follow_ups.STATES,
        search_address=helper.search_address,
        site=view.site,
        today=view.today,
    )


class Helper:
    """The functions that templates call, on one view of the site."""

    def __init__(self, view: View) -> None:
        """Hold the view."""
        self.view = view

    def _language(self, context: Context) -> Language:
        return self.view.languages[_page(context).language]

    @pass_context
    def gettext(self, context: Context, message: str) -> str:
        """Give a message in the page's language."""
        return self._language(context).gettext(message)

    @pass_context
    def ngettext(self, context: Context, one: str, many: str, number: int) -> str:
        """Give a message's form for a number."""
        return self._language(context).ngettext(one, many, number)

    @pass_context
    def pgettext(self, context: Context, about: str, message: str) -> str:
        """Give the message of a context."""
        return self._language(context).pgettext(about, message)

    @pass_context
    def in_words(self, context: Context, day: date) -> str:
        """Write a date in words."""
        return self._language(context).in_words(day)

    @pass_context
    def yearly(self, context: Context, day: date) -> str:
        """Write a day that comes back every year."""
        return self._language(context).day_and_month(day)

    @pass_context
    def listed(self, context: Context, items: Iterable[Any]) -> Markup:
        """Join items as the language joins a list; an item may be HTML made here."""
        return Markup(self._language(context).list(str(escape(item)) for item in items))  # noqa: S704  each is escaped

    @pass_context
    def language_names(self, context: Context, codes: Iterable[str]) -> list[str]:
        """Name languages in the page's language."""
        return [self._language(context).name_of(code) for code in codes]

    @pass_context
    def label(self, context: Context, group: str, value: str) -> str:
        """Give the words for a value that a schema allows."""
        return self._language(context).gettext(LABELS[group][value])

    @pass_context
    def labels(self, context: Context, group: str, values: Iterable[str]) -> list[str]:
        """Give the words for several values of a list."""
        return [self.label(context, group, value) for value in values]

    @pass_context
    def href(self, context: Context, target: Entry | Kind | str, anchor: str | None = None) -> str:
        """Give the address of an entry, of a kind's list, or of the entry of a key, in the page's language."""
        code = _page(context).language
        if isinstance(target, Kind):
            return self.view.addresses.index(target, code)
        entry = self.view.site.entries[target] if isinstance(target, str) else target
        return self.view.addresses.entry(entry, code) + (f"#{anchor}" if anchor else "")

    @pass_context
    def link(self, context: Context, target: Entry | str, anchor: str | None = None) -> Markup:
        """Make a link to an entry by its title, marked with its language when that is not the page's."""
        entry = self.view.site.entries[target] if isinstance(target, str) else target
        title = entry.title(_page(context).language, short=True)
        marks = self.link_marks(context, entry)
        return Markup('<a href="{}"{}>{}</a>').format(self.href(context, entry, anchor), marks, title)

    def _other_language(self, context: Context, entry: Entry) -> str | None:
        """Give the language that an entry's words have here when it is not the page's."""
        code = _page(context).language
        there = entry.version(code).language
        return None if there == code else there

    @pass_context
    def lang(self, context: Context, entry: Entry) -> Markup:
        """Give the `lang` of an entry's words, when they are not in the page's language."""
        there = self._other_language(context, entry)
        return Markup(' lang="{}"').format(there) if there else Markup("")

    @pass_context
    def link_marks(self, context: Context, entry: Entry) -> Markup:
        """Give the `hreflang` and `lang` of a link to an entry, when it is not in the page's language."""
        there = self._other_language(context, entry)
        return Markup(' hreflang="{0}" lang="{0}"').format(there) if there else Markup("")

    @pass_context
    def follow_ups_address(self, context: Context) -> str:
        """Give the address of the page of follow-ups."""
        return self.view.addresses.follow_ups(_page(context).language)

    @pass_context
    def feeds(self, context: Context) -> list[tuple[Kind, str]]:
        """Give the kinds whose list can be followed, each with the address of its feed."""
        code = _page(context).language
        return [(kind, self.view.addresses.feed(kind, code)) for kind in KINDS.values() if kind.feed]

    @pass_context
    def linked_data(self, context: Context) -> dict[str, Any]:
        """Give what the page is about, in the words of schema.org."""
        return graph(_page(context), self.view, str(context["SITEURL"]))

    @pass_context
    def search_address(self, context: Context) -> str:
        """Give the address of the search."""
        return self.view.addresses.search(_page(context).language)

    @pass_context
    def links(self, context: Context, ids: Iterable[str] | str, *kinds: str) -> list[Markup | str]:
        """Link the entries of these ids, sought among these kinds; what the site does not show is left out."""
        found: list[Markup | str] = []
        for name in (ids,) if isinstance(ids, str) else ids:
            if name == COLLECTIVE:
                found.append(self.label(context, "owner", COLLECTIVE))
            else:
                keys = (f"{kind}:{name}" for kind in kinds)
                found += [self.link(context, key) for key in keys if key in self.view.site.entries][:1]
        return found

    @pass_context
    def mentioned_in(self, context: Context, entry: Entry) -> list[tuple[str, str | None, list[Backlink]]]:
        """Give what names an entry: by kind, then by section (an article of a law); heading, section, mentions."""
        language = self._language(context)
        found = self.view.mentioned[language.code].get(entry.key, [])
        text = self.view.texts[entry.key, entry.version(language.code).language]
        anchors = {section.anchor for section in text.sections}
        whole = [link for link in found if link.anchor not in anchors or link.anchor is None]
        groups: list[tuple[str, str | None, list[Backlink]]] = [
            (language.gettext(kind.heading), None, [link for link in whole if link.entry.kind is kind])
            for kind in KINDS.values()
        ]
        groups += [
            (section.title, section.anchor, [link for link in found if link.anchor == section.anchor])
            for section in text.sections
            if section.anchor
        ]
        return [group for group in groups if group[2]]

    @pass_context
    def entries(self, context: Context, kind: str) -> list[Entry]:
        """Give the entries of a kind, in the order of its list."""
        return in_order(KINDS[kind], self.view.site.of(kind), _page(context).language)

    @pass_context
    def menu(self, context: Context) -> list[tuple[str, str, Markup, bool]]:
        """Give the main menu: words, address, marks of the link, and whether the page is in that part."""
        page = _page(context)
        items = [
            (
                entry.facts.menu,
                entry.title(page.language, short=True),
                self.href(context, entry),
                self.link_marks(context, entry),
                page.entry is entry,
            )
            for entry in self.view.site.of("pages")
            if entry.facts.menu
        ]
        items += [
            (
                kind.menu,
                self._language(context).gettext(kind.heading),
                self.href(context, kind),
                Markup(""),
                page.kind is kind,
            )
            for kind in KINDS.values()
            if kind.menu
        ]
        return [item[1:] for item in sorted(items)]


def _page(context: Context) -> Page:
    page: Page = context["page"]
    return page


def dialled(number: str) -> str:
    """Give a number as a telephone dials it from anywhere: a French one of ten digits with +33."""
    plain = re.sub(r"[^\d+]", "", number)
    return f"+33{plain[1:]}" if len(plain) == _FRENCH and plain.startswith("0") else plain


def territory(language: Language) -> str:
    """Give a language with its country, `fr_FR`, as the Open Graph asks: the catalogue's, else the likeliest."""
    if language.locale.territory:
        return str(language.locale)
    likely = str(get_global("likely_subtags").get(language.code, language.code))  # fr_Latn_FR
    return f"{language.code}_{likely.rpartition('_')[2]}"
