"""Inspect: the built pages are the truth. What a visitor's browser would find wrong, page by page."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from lxml import etree

from contrelatraite.checks.privacy import as_read, digits, unlisted_emails, unlisted_numbers
from contrelatraite.languages import Language

_BROUGHT_ALONG = {"link": "href", "object": "data"} | dict.fromkeys(
    ("audio", "embed", "iframe", "img", "input", "script", "source", "track", "video"), "src"
)
_STYLE_FETCHES = re.compile(r"""(?:@import\s+|url\()\s*["']?((?:https?:)?//[^"')\s]+)""")
_FETCHED_RELATIONS = {
    "dns-prefetch",
    "icon",
    "manifest",
    "modulepreload",
    "preconnect",
    "prefetch",
    "preload",
    "stylesheet",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a built page: its file, and the fault with what was read."""

    path: str
    fault: str

    def __str__(self) -> str:
        """Write it on one line."""
        return f"{self.path}: {self.fault}"


@dataclass(frozen=True)
class BuiltPage:
    """A page as a browser reads it."""

    path: str
    address: str
    soup: BeautifulSoup

    @cached_property
    def elements(self) -> list[Tag]:
        """All its elements, in order: searched once, for every rule reads them."""
        return [found for found in self.soup.descendants if isinstance(found, Tag)]

    def named(self, *names: str) -> list[Tag]:
        """Give the elements that bear one of these names."""
        return [element for element in self.elements if element.name in names]

    def bearing(self, attribute: str) -> list[Tag]:
        """Give the elements that have an attribute."""
        return [element for element in self.elements if attribute in element.attrs]

    @cached_property
    def anchors(self) -> list[str]:
        """The ids that stand in it."""
        return [str(element["id"]) for element in self.bearing("id")]

    @cached_property
    def canonical(self) -> str:
        """Its canonical address, on the site's host; empty when it has none."""
        links = [link for link in self.named("link") if "canonical" in link.get_attribute_list("rel")]
        return str(links[0]["href"]) if links else ""

    @property
    def refreshes(self) -> list[Tag]:
        """What makes it lead elsewhere by itself."""
        return [meta for meta in self.named("meta") if str(meta.get("http-equiv", "")).lower() == "refresh"]

    @cached_property
    def leads_on(self) -> bool:
        """Whether it stands at an old address: it has no content, and its canonical address is another page's."""
        elsewhere = self.canonical != _host(self.canonical) + self.address
        return elsewhere and bool(self.refreshes) and not self.named("main")

    @cached_property
    def alternates(self) -> dict[str, str]:
        """The addresses of the same page, by language."""
        links = [link for link in self.named("link") if "alternate" in link.get_attribute_list("rel")]
        return {str(link["hreflang"]): str(link["href"]) for link in links if link.has_attr("hreflang")}

    def meta(self, name: str) -> str:
        """Give what its head says under a name; empty when it says nothing."""
        found = [meta for meta in self.named("meta") if meta.get("name") == name]
        return str(found[0].get("content", "")) if found else ""


def inspect(output: Path, languages: Mapping[str, Language]) -> list[Fault]:
    """Read every page of the output folder and give its faults, in order."""
    read = list(_read(output))
    pages = {page.address: page for page in read if not page.leads_on}
    if not pages:
        return [Fault(output.as_posix(), "no page at all")]
    files = {f"/{path.relative_to(output).as_posix()}" for path in output.rglob("*") if path.is_file()}
    faults = [fault for page in pages.values() for rule in _RULES for fault in rule(page, pages, languages)]
    faults += [fault for page in pages.values() for fault in _links(page, pages, files)]
    faults += _style_sheets(output)
    faults += _titles(pages)
    faults += [fault for page in read if page.leads_on for fault in _led_on(page, pages, languages)]
    faults += _addresses_beside(output, pages, files)
    faults += _contacts(pages, output)
    return sorted(set(faults), key=str)


def _read(output: Path) -> Iterator[BuiltPage]:
    for path in sorted(output.rglob("*.html")):
        name = path.relative_to(output).as_posix()
        yield BuiltPage(name, "/" + name.removesuffix("index.html"), BeautifulSoup(path.read_bytes(), "lxml"))


Pages = Mapping[str, BuiltPage]


def _language(page: BuiltPage, pages: Pages, languages: Mapping[str, Language]) -> Iterator[Fault]:
    """`lang` is that of the address, and the same page in the other languages says the same of this one."""
    html = page.soup.html
    language = str(html.get("lang", "")) if html else ""
    expected = next((code for code in languages if page.address.startswith(f"/{code}/")), next(iter(languages)))
    if language != expected:
        yield Fault(page.path, f"lang is “{language}”, expected “{expected}”")
    host = _host(page.canonical)
    if page.canonical != host + page.address:
        yield Fault(page.path, f"canonical address is “{page.canonical}”")
    if page.alternates.get(language) != page.canonical:
        yield Fault(page.path, f"hreflang “{language}” does not lead to the page itself")
    if "x-default" not in page.alternates:
        yield Fault(page.path, "hreflang x-default is missing")
    for code, address in page.alternates.items():
        other = pages.get(address.removeprefix(host))
        if other is None:
            yield Fault(page.path, f"hreflang “{code}” leads to {address}, which is not there")
        elif other.alternates != page.alternates:
            yield Fault(page.path, f"hreflang is not answered by {other.path}")


def _outline(page: BuiltPage, _: Pages, __: Mapping[str, Language]) -> Iterator[Fault]:
    """One h1, headings without a gap, ids used once, a skip link that leads somewhere, a description."""
    levels = [int(heading.name[1]) for heading in page.named("h1", "h2", "h3", "h4", "h5", "h6")]
    if levels.count(1) != 1:
        yield Fault(page.path, f"{levels.count(1)} h1")
    for before, after in pairwise(levels):
        if after > before + 1:
            yield Fault(page.path, f"h{after} follows h{before}")
    for name, times in Counter(page.anchors).items():
        if times > 1:
            yield Fault(page.path, f"id “{name}” used {times} times")
    links = page.named("a")
    if not links or str(links[0].get("href", ""))[1:] not in page.anchors:
        yield Fault(page.path, "the first link does not skip to the content")
    if not page.meta("description"):
        yield Fault(page.path, "no description")


def _fetches(page: BuiltPage, _: Pages, __: Mapping[str, Language]) -> Iterator[Fault]:
    """Nothing comes from elsewhere (invariant 8)."""
    for element in page.named(*_BROUGHT_ALONG):
        address = str(element.get(_BROUGHT_ALONG[element.name]) or "")
        fetched = element.name != "link" or bool(_FETCHED_RELATIONS & set(element.get_attribute_list("rel")))
        if fetched and urlsplit(address).netloc:
            yield Fault(page.path, f"fetches {address}")
    for film in page.bearing("poster"):
        if urlsplit(str(film["poster"])).netloc:
            yield Fault(page.path, f"fetches {film['poster']}")
    for element in page.bearing("srcset"):
        for source in str(element["srcset"]).split(","):
            if urlsplit(source.strip()).netloc:
                yield Fault(page.path, f"fetches {source.split()[0]}")
    for style in page.named("style"):
        for address in _STYLE_FETCHES.findall(style.get_text()):
            yield Fault(page.path, f"fetches {address}")


def _sends(page: BuiltPage, _: Pages, __: Mapping[str, Language]) -> Iterator[Fault]:
    """Nothing is sent elsewhere: no form, no report of a click, no page that leads there by itself."""
    for attribute in ("action", "formaction"):
        for element in page.bearing(attribute):
            if urlsplit(str(element[attribute])).netloc:
                yield Fault(page.path, f"sends to {element[attribute]}")
    for link in page.bearing("ping"):
        yield Fault(page.path, f"sends to {link['ping']}")
    for meta in page.refreshes:
        address = str(meta.get("content", "")).partition("=")[2].strip("'\" ")
        if urlsplit(address).netloc:
            yield Fault(page.path, f"sends to {address}")


def _harmless(page: BuiltPage, _: Pages, __: Mapping[str, Language]) -> Iterator[Fault]:
    """Nothing runs, in a page or from an address; no page tells where a reader came from (invariant 5)."""
    for script in page.named("script"):
        if not script.has_attr("src") and script.get("type") != "application/ld+json":
            yield Fault(page.path, "a script stands in the page")
    for element in page.elements:
        for name in element.attrs:
            if name.startswith("on") or name == "style":
                yield Fault(page.path, f"attribute {name} on {element.name}")
    for link in page.named("a"):
        if urlsplit(str(link.get("href", ""))).scheme not in {"", "https", "mailto", "tel", "sms"}:
            yield Fault(page.path, f"link to {link['href']}")
    if page.meta("referrer") != "no-referrer":
        yield Fault(page.path, "no “no-referrer” policy")


_RULES = (_language, _outline, _fetches, _sends, _harmless)


def _links(page: BuiltPage, pages: Pages, files: set[str]) -> Iterator[Fault]:
    """Every link within the site leads to a page or a file, and to an id that stands there."""
    for element in page.named("a", "link", "img", "script", "source"):
        href = str(element.get("href") or element.get("src") or element.get("srcset") or "")
        parts = urlsplit(href)
        if parts.scheme or parts.netloc or not href:
            continue
        if parts.path and not parts.path.startswith("/"):
            yield Fault(page.path, f"relative link {href}")
            continue
        target = page if not parts.path else pages.get(unquote(parts.path))
        if target is None:
            if parts.path not in files:
                yield Fault(page.path, f"broken link {href}")
        elif parts.fragment and unquote(parts.fragment) not in target.anchors:
            yield Fault(page.path, f"no section {href}")


def _led_on(page: BuiltPage, pages: Pages, languages: Mapping[str, Language]) -> Iterator[Fault]:
    """An old address leads to one page of the site, by itself and by its link, and runs nothing."""
    address = page.canonical.removeprefix(_host(page.canonical))
    if address not in pages:
        yield Fault(page.path, f"leads to {address}, which is not there")
    told = [str(link.get("href", "")) for link in page.named("a")]
    if told != [address] or [meta["content"] for meta in page.refreshes] != [f"0; url={address}"]:
        yield Fault(page.path, "its link, its canonical address and where it leads by itself differ")
    for rule in (_fetches, _sends, _harmless):
        yield from rule(page, pages, languages)


def _addresses_beside(output: Path, pages: Pages, files: set[str]) -> Iterator[Fault]:
    """Every address of a feed, a sitemap or a calendar is absolute, and what it names on this site is there."""
    host = _host(next(iter(pages.values())).canonical)
    for path in sorted([*output.rglob("*.xml"), *output.rglob("*.ics")]):
        name = path.relative_to(output).as_posix()
        try:
            addresses = list(_addresses(path))
        except etree.XMLSyntaxError as error:
            yield Fault(name, f"cannot be read: {error.msg}")
            continue
        for address in addresses:
            here = address.removeprefix(host)
            if not urlsplit(address).netloc:
                yield Fault(name, f"relative link {address}")
            elif here != address and here not in pages and here not in files:
                yield Fault(name, f"broken link {address}")


def _addresses(path: Path) -> Iterator[str]:
    if path.suffix == ".ics":
        yield from re.findall(r"^(?:URL|SOURCE)[^:\r\n]*:(\S+)", _unfolded(path), re.MULTILINE)
        return
    for element in etree.parse(path).iter("{*}loc", "{*}link"):
        yield element.get("href") or element.text or ""


def _unfolded(path: Path) -> str:
    """Give the lines of a calendar, whole (RFC 5545, 3.1)."""
    return re.sub(r"\r?\n[ \t]", "", path.read_text("utf-8"))


_WORDED = ("SUMMARY", "DESCRIPTION", "LOCATION", "ORGANIZER", "ATTENDEE", "CONTACT", "COMMENT")


def _said_beside(output: Path) -> Iterator[tuple[str, str]]:
    """Yield what the feeds and the calendars say in words; not their dates and identifiers."""
    for path in sorted(output.rglob("atom.xml")):
        words = etree.parse(path, etree.XMLParser(recover=True)).iter(
            "{*}title", "{*}subtitle", "{*}summary", "{*}name"
        )
        yield path.relative_to(output).as_posix(), "\n".join(element.text or "" for element in words)
    for path in sorted(output.rglob("*.ics")):
        said = rf"^(?:{'|'.join(_WORDED)})[^:\r\n]*:(.*)"
        lines = re.findall(said, _unfolded(path), re.MULTILINE)
        text = re.sub(r"\\[nN]", "\n", "\n".join(lines))  # as ends of lines are written there (RFC 5545, 3.3.11)
        yield path.relative_to(output).as_posix(), text


def _style_sheets(output: Path) -> Iterator[Fault]:
    """A style sheet fetches nothing from elsewhere."""
    for path in sorted(output.rglob("*.css")):
        for address in _STYLE_FETCHES.findall(path.read_text("utf-8")):
            yield Fault(path.relative_to(output).as_posix(), f"fetches {address}")


def _titles(pages: Pages) -> Iterator[Fault]:
    """A title names one page of a language."""
    seen: dict[tuple[str, str], str] = {}
    for page in pages.values():
        title = next((title.get_text() for title in page.named("title")), "")
        language = str(page.soup.html.get("lang", "")) if page.soup.html else ""
        other = seen.setdefault((language, title), page.path)
        if not title or other != page.path:
            yield Fault(page.path, f"title “{title}” is that of {other}")


def _contacts(pages: Pages, output: Path) -> Iterator[Fault]:
    """An e-mail address or number stands nowhere unless a page offers it as a link to write or call (invariant 3)."""
    offered = {
        unquote(str(link["href"]).partition(":")[2]).lower()
        for page in pages.values()
        for link in page.soup.select(".c-contact a[href], .c-helpline a[href]")
    }
    numbers = {digits(number) for number in offered}
    # A number does not run from one thing said into the next.
    pages_say = ((page.path, _BETWEEN_BLOCKS.join(_said(page))) for page in pages.values())
    for path, said in [*pages_say, *_said_beside(output)]:
        text = as_read(said)
        for found in unlisted_emails(text, offered):
            yield Fault(path, f"e-mail address {found[0]}")
        for found in unlisted_numbers(text, numbers):
            yield Fault(path, f"telephone number {found[0]}")


# What does not part the words of a line, as a reader sees it.
_INLINE = {
    *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "dfn", "em", "i", "kbd", "mark", "q", "s", "samp"),
    *("small", "span", "strong", "sub", "sup", "time", "u", "var"),
}
_BETWEEN_BLOCKS = "\n|\n"


def _said(page: BuiltPage) -> Iterator[str]:
    """Yield all that a page says: its text, what its head and its attributes say, and where its links lead."""
    yield "".join(_text(page))
    for name in ("content", "alt", "title", "aria-label"):
        yield from (str(element[name]) for element in page.bearing(name))
    for link in page.named("a"):
        href = str(link.get("href", ""))
        scheme, _, rest = href.partition(":")
        yield unquote(rest) if scheme.lower() in {"mailto", "tel", "sms"} else href


def _text(page: BuiltPage) -> Iterator[str]:
    """Yield the text as a reader sees it, words cut by marks whole; comments and data for search engines apart."""
    before, apart = None, []
    for string in page.soup.find_all(string=True):
        if type(string) is not NavigableString:  # a comment stands where it will, in a number too
            apart += [_BETWEEN_BLOCKS, string]
            continue
        block = string.parent
        while block is not None and block.name in _INLINE:
            block = block.parent
        if block is not before:
            yield _BETWEEN_BLOCKS
        elif isinstance(string.previous_element, Tag) and string.previous_element.name == "br":
            yield "\n"
        before = block
        yield string
    yield from apart


def _host(canonical: str) -> str:
    parts = urlsplit(canonical)
    return f"{parts.scheme}://{parts.netloc}"
