"""The real site, as search engines, feed readers, calendars and those who share a link find it."""

import json
import re
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from urllib.parse import urlsplit

import icalendar
import pytest
import yaml
from lxml import etree
from PIL import Image

from tests.schema_org import faults
from tests.site.built import HOST, LANGUAGES, NOT_FOUND, ROOT, SECTIONS, BuiltSite, address_of, entry_keys, only

KILOBYTE = 1024
FOLLOWED = ("news", "press", "minutes", "legal")
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LOCALES = {"fr": "fr_FR", "en": "en_GB"}

in_each_language = pytest.mark.parametrize("language", LANGUAGES)
of_each_feed = pytest.mark.parametrize("kind", FOLLOWED)


def meta(site: BuiltSite, address: str) -> Mapping[str, str]:
    """Give what the head of a page says of it, by name or property."""
    found = site.page(address).select("head meta[content]:is([name], [property])")
    return {str(each.get("property") or each.get("name")): str(each["content"]) for each in found}


def feed(site: BuiltSite, kind: str, language: str) -> etree._Element:
    """Give the feed of a list."""
    return etree.parse(site.folder / SECTIONS[kind][language].strip("/") / "atom.xml").getroot()


def agenda(site: BuiltSite, language: str) -> icalendar.Calendar:
    """Give the calendar of a language."""
    found = icalendar.Calendar.from_ical(
        (site.folder / SECTIONS["events"][language].strip("/") / "calendar.ics").read_bytes()
    )
    assert isinstance(found, icalendar.Calendar)
    return found


# Titles and descriptions.


@in_each_language
def test_each_description_is_that_of_one_page(site: BuiltSite, language: str) -> None:
    counted = Counter(meta(site, address)["description"] for address, _ in site.of(language))
    assert {text: number for text, number in counted.items() if number > 1} == {}


def test_the_description_of_an_entry_is_written_for_it(site: BuiltSite) -> None:
    described = {
        (key, language): meta(site, address_of(key, language))["description"]
        for key in entry_keys()
        for language in LANGUAGES
    }
    short = {place: text for place, text in described.items() if not 60 <= len(text) <= 300 or text.endswith("…")}
    assert short == {}


# What a shared link shows.


def test_each_page_is_shared_by_its_own_words(site: BuiltSite) -> None:
    for address in set(site.pages) - set(NOT_FOUND.values()):
        said = meta(site, address)
        assert (said["og:url"], said["og:description"]) == (HOST + address, said["description"])
        assert (said["og:title"] in only(site.page(address), "title").get_text(), said["twitter:card"]) == (
            True,
            "summary_large_image",
        )


@in_each_language
def test_a_shared_page_says_its_locale_and_the_other_one(site: BuiltSite, language: str) -> None:
    said = [
        (meta(site, address).get("og:locale"), meta(site, address).get("og:locale:alternate"))
        for address, _ in site.of(language)
        if address != NOT_FOUND[language]
    ]
    (other,) = set(LOCALES) - {language}
    assert set(said) == {(LOCALES[language], LOCALES[other])}


def test_each_page_has_a_card_of_its_own_that_is_small_and_has_a_text(site: BuiltSite) -> None:
    cards = {}
    for address in set(site.pages) - set(NOT_FOUND.values()):
        said = meta(site, address)
        path = site.folder / urlsplit(said["og:image"]).path.lstrip("/")
        cards[path] = address
        picture = Image.open(BytesIO(path.read_bytes()))
        told = (int(said["og:image:width"]), int(said["og:image:height"]))
        assert (picture.format, picture.size, path.stat().st_size < 25 * KILOBYTE) == ("PNG", told, True)
        assert said["og:image:alt"].startswith(said["og:title"])
    assert sorted(cards) == sorted((site.folder / "cards").rglob("*.png"))


# Linked data.


def test_each_page_speaks_the_words_of_schema_org(site: BuiltSite) -> None:
    found = {
        address: list(faults(json.loads(only(page, 'script[type="application/ld+json"]').get_text())))
        for address, page in site.pages.items()
    }
    assert {address: wrong for address, wrong in found.items() if wrong} == {}


# Feeds.


@in_each_language
@of_each_feed
def test_a_feed_is_valid_atom(site: BuiltSite, kind: str, language: str) -> None:
    root = feed(site, kind, language)
    assert (root.tag, root.get("{http://www.w3.org/XML/1998/namespace}lang")) == (f"{ATOM}feed", language)
    for element in [root, *root.findall(f"{ATOM}entry")]:  # RFC 4287, 4.1.1 and 4.1.2
        once = [len(element.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")]
        alternates = [link.get("href") for link in element.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        assert (once, len(alternates)) == ([1, 1, 1], 1)
    assert root.find(f"{ATOM}author/{ATOM}name") is not None
    names = [element.text for element in root.iter(f"{ATOM}id")]
    assert len(names) == len(set(names))
    assert all(name and urlsplit(name).scheme == "tag" for name in names)
    for element in [*root.iter(f"{ATOM}updated"), *root.iter(f"{ATOM}published")]:
        assert datetime.fromisoformat(element.text or "").tzinfo is not None


@in_each_language
@of_each_feed
def test_a_feed_says_where_it_stands_and_what_it_follows(site: BuiltSite, kind: str, language: str) -> None:
    links = {link.get("rel"): link.get("href") for link in feed(site, kind, language).findall(f"{ATOM}link")}
    place = HOST + SECTIONS[kind][language]
    assert links == {"self": f"{place}atom.xml", "alternate": place}


@in_each_language
@of_each_feed
def test_a_feed_holds_each_entry_that_has_a_day(site: BuiltSite, kind: str, language: str) -> None:
    found = [link.get("href") for link in feed(site, kind, language).iterfind(f"{ATOM}entry/{ATOM}link")]
    undated = {"legal:projet-plan-2008-2010"}
    keys = [key for key in entry_keys() if key.startswith(f"{kind}:") and key not in undated]
    assert sorted(found) == sorted(HOST + address_of(key, language) for key in keys)


@in_each_language
def test_each_page_tells_readers_of_the_feeds_of_its_language(site: BuiltSite, language: str) -> None:
    expected = {f"{SECTIONS[kind][language]}atom.xml" for kind in FOLLOWED}
    for address, page in site.of(language):
        told = {str(link["href"]) for link in page.select('head link[type="application/atom+xml"]')}
        assert (address, told) == (address, expected)


@in_each_language
@of_each_feed
def test_a_list_shows_how_to_follow_it(site: BuiltSite, kind: str, language: str) -> None:
    place = SECTIONS[kind][language]
    assert str(only(site.page(place), 'main a[type="application/atom+xml"]')["href"]) == f"{place}atom.xml"


# The calendar.


@in_each_language
def test_the_calendar_holds_every_event(site: BuiltSite, language: str) -> None:
    keys = [key for key in entry_keys() if key.startswith("events:")]
    found = [str(event["url"]) for event in agenda(site, language).events]
    assert sorted(found) == sorted(HOST + address_of(key, language) for key in keys)


def test_an_event_is_the_same_in_both_calendars(site: BuiltSite) -> None:
    french, english = ({str(event["uid"]) for event in agenda(site, language).events} for language in LANGUAGES)
    assert french == english


@in_each_language
def test_a_calendar_lacks_nothing_that_it_must_have(site: BuiltSite, language: str) -> None:
    assert agenda(site, language).errors == []
    for event in agenda(site, language).events:
        assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "URL"} - set(event) == set()


@in_each_language
def test_the_list_of_events_shows_how_to_subscribe(site: BuiltSite, language: str) -> None:
    place = SECTIONS["events"][language]
    assert str(only(site.page(place), 'main a[type="text/calendar"]')["href"]) == f"{place}calendar.ics"


@in_each_language
def test_each_event_can_be_added_alone(site: BuiltSite, language: str) -> None:
    for key in entry_keys():
        if key.startswith("events:"):
            place = address_of(key, language)
            assert str(only(site.page(place), 'main a[type="text/calendar"]')["href"]) == f"{place}event.ics"
            alone = icalendar.Calendar.from_ical((site.folder / place.strip("/") / "event.ics").read_bytes())
            assert [str(event["url"]) for event in alone.events] == [HOST + place]


# Sitemaps.


@in_each_language
def test_a_sitemap_is_as_its_protocol_says(site: BuiltSite, language: str) -> None:
    root = etree.parse(site.folder / f"sitemap-{language}.xml").getroot()
    assert (root.tag, len(root) <= 50_000) == (f"{SITEMAP}urlset", True)
    shapes = {tuple(child.tag for child in url) for url in root}
    assert shapes == {(f"{SITEMAP}loc", *["{http://www.w3.org/1999/xhtml}link"] * 3)}
    assert [place.text for place in root.iter(f"{SITEMAP}loc") if len(place.text or "") >= 2048] == []


@in_each_language
def test_a_sitemap_holds_the_pages_of_its_language(site: BuiltSite, language: str) -> None:
    root = etree.parse(site.folder / f"sitemap-{language}.xml").getroot()
    found = [place.text for place in root.iter(f"{SITEMAP}loc")]
    assert sorted(found) == sorted(HOST + address for address, _ in site.of(language) if address != NOT_FOUND[language])


# Old addresses.


def table() -> list[dict[str, str]]:
    """Give the rows of the table; never none."""
    rows: list[dict[str, str]] = yaml.safe_load((ROOT / "redirects.yaml").read_text("utf-8"))
    assert rows
    return rows


def test_each_old_path_leads_on(site: BuiltSite) -> None:
    expected = {f"{row['from']}/": address_of(row["to"], "fr") for row in table() if "?" not in row["from"]}
    found = {
        address: re.sub("^0; url=", "", str(only(page, 'meta[http-equiv="refresh"]')["content"]))
        for address, page in site.old_addresses.items()
    }
    assert found == expected


def test_the_server_is_told_of_every_old_address(site: BuiltSite) -> None:
    rules = re.findall(r"^RewriteRule \S+ (\S+) \[R=301,L,QSD\]$", htaccess(site), re.MULTILINE)
    assert sorted(rules) == sorted(address_of(row["to"], "fr") for row in table())


def test_the_old_page_of_the_design_leads_to_the_article_as_it_is_numbered_today(site: BuiltSite) -> None:
    assert str(only(site.old_addresses["/node/268/"], "a")["href"]) == "/droit/ceseda-l425-1/"


def htaccess(site: BuiltSite) -> str:
    """Give what Apache is told."""
    return (site.folder / ".htaccess").read_text("utf-8")


@pytest.mark.parametrize(
    "header",
    [
        'Referrer-Policy "no-referrer"',
        'X-Content-Type-Options "nosniff"',
        "Content-Security-Policy \"frame-ancestors 'none'\"",
    ],
)
def test_the_server_is_told_to_protect_readers(site: BuiltSite, header: str) -> None:
    assert f"Header always set {header}" in htaccess(site).splitlines()


# Icons.


@pytest.mark.parametrize(("name", "size"), [("favicon.ico", 32), ("apple-touch-icon.png", 180)])
def test_browsers_that_read_no_svg_have_an_icon(site: BuiltSite, name: str, size: int) -> None:
    assert Image.open(BytesIO((site.folder / name).read_bytes())).size == (size, size)
    assert {len(page.select(f'head link[href="/{name}"]')) for page in site.pages.values()} == {1}
