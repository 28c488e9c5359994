"""Linked data: what a page is about, in the words of schema.org, for search engines. One graph per page.

It says nothing that the page does not say, and no contact: those are for readers. The Collective has no legal
personality (minutes of 4 June 2013): it is an NGO by what it does, and no `legalName` is given.
"""

from datetime import date
from typing import Any, get_args

from contrelatraite.labels import LABELS, NAME
from contrelatraite.marking import _
from contrelatraite.rendering.pages import Page, View
from contrelatraite.schema.fields import COLLECTIVE
from contrelatraite.schema.legal import Type
from contrelatraite.site import Entry

Thing = dict[str, Any]

# What is no rule of law is no `Legislation`; a new type of legal.py is one, unless it stands here.
_LAW = {*get_args(Type)} - {"plan", "report", "opinion", "judgment", "strategy"}
_REPORTS = {"report", "opinion"}
_PAGES = {"pages:collectif": "AboutPage", "pages:contact": "ContactPage"}


def graph(page: Page, shown: View, host: str) -> Thing:
    """Give the graph of a page: the Collective, its site, the page, the way to it, and what it is about."""
    here = host + page.address
    sheet: Thing = {
        "@type": _type(page),
        "@id": here,
        "name": page.title,
        "description": page.description,
        "inLanguage": page.language,
        "isPartOf": {"@id": f"{host}/#website"},
    }
    things = [_collective(page, shown, host), _website(page, shown, host), sheet]
    if len(trail := _trail(page, shown, host)) > 1:
        sheet["breadcrumb"] = {"@id": f"{here}#breadcrumb"}
        things.append({"@type": "BreadcrumbList", "@id": f"{here}#breadcrumb", "itemListElement": trail})
    if page.entry and (describe := _ABOUT.get(page.entry.kind.name)):
        thing = describe(page.entry, page, shown, host)
        sheet["mainEntity"] = {"@id": f"{here}#subject"}
        things.append({"@id": f"{here}#subject", **{name: value for name, value in thing.items() if value}})
    return {"@context": "https://schema.org", "@graph": things}


def _type(page: Page) -> str:
    if page.entry is None and page.kind is not None:
        return "CollectionPage"
    return _PAGES.get(page.entry.key, "WebPage") if page.entry else "WebPage"


def _collective(page: Page, shown: View, host: str) -> Thing:
    words = shown.languages[page.language]
    return {
        "@type": "NGO",
        "@id": f"{host}/#collective",
        "name": words.gettext(NAME),
        "url": host + shown.addresses.root(page.language),
        "logo": f"{host}/apple-touch-icon.png",
    }


def _website(page: Page, shown: View, host: str) -> Thing:
    return {
        "@type": "WebSite",
        "@id": f"{host}/#website",
        "name": shown.languages[page.language].gettext(NAME),
        "url": f"{host}/",
        "inLanguage": list(shown.languages),
        "publisher": {"@id": f"{host}/#collective"},
    }


def _trail(page: Page, shown: View, host: str) -> list[Thing]:
    """Give the breadcrumb, as partials/breadcrumb.html shows it; home alone has none."""
    words = shown.languages[page.language]
    steps = [(words.gettext(_("Home")), shown.addresses.root(page.language))]
    if page.within:
        steps.append((words.gettext(page.within.heading), shown.addresses.index(page.within, page.language)))
    if page.address != steps[0][1]:
        steps.append((page.title, page.address))
    return [
        {"@type": "ListItem", "position": number, "name": name, "item": host + address}
        for number, (name, address) in enumerate(steps, 1)
    ]


def _member(entry: Entry, page: Page, shown: View, host: str) -> Thing:
    """Give an association, by what its page says of it; only a member is said to be one."""
    network = entry.facts.network
    status = entry.facts.last_status(shown.today)
    memberships: list[Thing] = [{"@id": f"{host}/#collective"}] if status == "member" else []
    if network:
        memberships.append({"@type": "Organization", "name": network.name, **_some("url", network.website)})
    return {
        "@type": "NGO",
        "name": entry.title(page.language),
        "alternateName": entry.acronym(page.language),
        "description": entry.words(page.language).summary,
        "url": entry.facts.website_for(page.language),
        "memberOf": memberships,
    }


def _institution(entry: Entry, page: Page, _shown: View, _host: str) -> Thing:
    """Give a body, a scheme or an allowance: what they all are is a thing with a name."""
    return {
        "@type": "Thing",
        "name": entry.title(page.language),
        "alternateName": entry.acronym(page.language),
        "description": entry.words(page.language).summary,
        "url": entry.facts.website,
    }


def _text_of_law(entry: Entry, page: Page, shown: View, _host: str) -> Thing:
    """Give a text: a rule of law as `Legislation`, whatever else was written about it as a report or a work."""
    facts, words = entry.facts, entry.words(page.language)
    issuers = [body for name in facts.issuer if (body := shown.site.get(f"institutions:{name}"))]
    publishers = [{"@type": "Organization", "name": body.title(page.language)} for body in issuers]
    label = LABELS["legal-type"][facts.type]
    kind = shown.languages[page.language].gettext(label)
    common: Thing = {
        "name": words.title,
        "alternateName": words.short_title,
        "description": words.summary,
        "inLanguage": sorted(set(facts.official) & set(shown.languages)),
        "sameAs": list(dict.fromkeys(facts.official.values())),
    }
    numbers = [number for _name, number in facts.identifiers if number]
    if facts.type not in _LAW or not facts.adopted:
        kind_of_work = "Report" if facts.type in _REPORTS else "CreativeWork"
        return {
            "@type": kind_of_work,
            **common,
            "genre": kind,
            "identifier": numbers,
            "dateCreated": _day(facts.date),
            "publisher": publishers,
        }
    return {
        "@type": "Legislation",
        **common,
        "legislationType": kind,
        "legislationIdentifier": numbers,
        "legislationDate": _day(facts.date),
        "legislationDateOfApplicability": _day(facts.in_force),
        "legislationPassedBy": publishers,
        "legislationLegalForce": "https://schema.org/NotInForce" if facts.ended(shown.today) else None,
    }


def _minutes(entry: Entry, page: Page, _shown: View, host: str) -> Thing:
    return {
        "@type": "Report",
        "name": entry.title(page.language),
        "description": entry.words(page.language).summary,
        "inLanguage": page.language,
        "dateCreated": _day(entry.facts.date),
        "datePublished": _day(entry.facts.published),
        "publisher": {"@id": f"{host}/#collective"},
    }


def _article(entry: Entry, page: Page, shown: View, host: str) -> Thing:
    author: Thing = {"@id": f"{host}/#collective"}
    name = getattr(entry.facts, "author", None)
    if name and name != COLLECTIVE and (member := shown.site.get(f"members:{name}")):
        author = {
            "@type": "NGO",
            "name": member.title(page.language),
            "url": host + shown.addresses.entry(member, page.language),
        }
    return {
        "@type": "NewsArticle",
        "headline": entry.title(page.language),
        "description": entry.words(page.language).summary,
        "inLanguage": page.language,
        "datePublished": _day(entry.facts.date),
        "author": author,
        "publisher": {"@id": f"{host}/#collective"},
        "image": host + page.card,
        "mainEntityOfPage": {"@id": host + page.address},
    }


def _event(entry: Entry, page: Page, _shown: View, host: str) -> Thing:
    facts = entry.facts
    every_year = facts.anniversary and {
        "@type": "Schedule",
        "repeatFrequency": "P1Y",
        "byMonth": facts.anniversary.month,
        "byMonthDay": facts.anniversary.day,
        "startDate": _day(facts.start),
    }
    return {
        "@type": "Event",
        "name": entry.title(page.language),
        "description": entry.words(page.language).summary,
        "inLanguage": page.language,
        "startDate": _day(facts.start),
        "endDate": _day(facts.end),
        "eventSchedule": every_year,
        "location": facts.place and {"@type": "Place", "name": facts.place, "address": facts.place},
        "organizer": facts.organiser and {"@type": "Organization", "name": facts.organiser},
        "image": host + page.card,
        "url": host + page.address,
    }


_ABOUT = {
    "members": _member,
    "institutions": _institution,
    "legal": _text_of_law,
    "minutes": _minutes,
    "news": _article,
    "press": _article,
    "events": _event,
}


def _day(day: date | None) -> str | None:
    """Write a day, or a moment with its offset, as ISO 8601 does."""
    return day.isoformat() if day else None


def _some(name: str, value: str | None) -> Thing:
    return {name: value} if value else {}
