"""Render: a text of Markdown → HTML that cannot run, with its references resolved and its mentions linked.

The dialect is closed: headings with anchors, emphasis, lists, tables, quotations, code and inline links. HTML is
shown as it is written; no image, no attribute but `id` and `lang`; no link but those that `resolve` allows. A title is
one wherever its signs stand on its line, for an indented text is no code.
"""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.treeprocessors import Treeprocessor

from contrelatraite.reading.body import MOST_COLUMNS, too_long
from contrelatraite.references.match import Mention
from contrelatraite.references.resolve import Reference, allowed_address, parse
from contrelatraite.references.rewrite import Placed, link_mentions

_ANCHOR = re.compile(r"[ \t]*\{[ \t]*#(?P<anchor>[a-z0-9][a-z0-9-]*)[ \t]*\}[ \t]*$")
_LANGUAGE = re.compile(r"\{[ \t]*lang=(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]+)*)[ \t]*\}")
_DEPARTED = {
    "preprocessors": ("html_block",),
    "inline": (
        "html",
        "entity",
        "reference",
        "short_reference",
        "image_link",
        "image_reference",
        "short_image_ref",
        "automail",
    ),
    "blocks": ("reference", "setextheader", "code"),
}


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference leads to, for the page that holds it: the address, the words for a link without words."""

    href: str
    title: str
    language: str | None = None  # of the target's page, when it is not that of this page
    acronym: tuple[str, str] | None = None  # the target's acronym and the words it stands for


@dataclass(frozen=True, slots=True)
class Context:
    """What the rendering of a text needs to know of the site: what a reference leads to, the mentions of a text."""

    resolve: Callable[[Reference], Target | None]
    find: Callable[[str], list[Mention]]


@dataclass(frozen=True, slots=True)
class Section:
    """A section's title as a list of contents shows it: its level (2 for ##), anchor and words."""

    level: int
    anchor: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text as HTML, its sections, and the references that stand in it."""

    html: str
    sections: tuple[Section, ...]
    references: tuple[Placed, ...]


def render(text: str, context: Context) -> Rendered:
    """Render a text; one that is longer than the check allows is not, for that may take hours."""
    if too_long(text) is not None:
        message = "this text is too long to be rendered: the check refuses it (X122)"
        raise ValueError(message)
    engine = markdown.Markdown(extensions=["fenced_code", "sane_lists", "tables"], output_format="html")
    engine.preprocessors["fenced_code_block"].handle_attrs = lambda _: ("", [], {})  # type: ignore[attr-defined]
    for name in _DEPARTED["preprocessors"]:
        engine.preprocessors.deregister(name)
    for name in _DEPARTED["inline"]:
        engine.inlinePatterns.deregister(name)
    for name in _DEPARTED["blocks"]:
        engine.parser.blockprocessors.deregister(name)
    _keep_tables_narrow(engine)
    titles = engine.parser.blockprocessors["hashheader"]
    titles.RE = re.compile(titles.RE.pattern.replace(r"(?:^|\n)", r"(?:^|\n)[ \t]*", 1))  # type: ignore[attr-defined]
    tree = _References(engine, context)
    engine.treeprocessors.register(tree, "references", 0)
    result = engine.convert(text)
    return Rendered(result, tuple(tree.sections), tuple(tree.placed))


def _keep_tables_narrow(engine: markdown.Markdown) -> None:
    """Read no table wider than the check allows: each row is filled up to the width of the first."""
    tables = engine.parser.blockprocessors["table"]
    is_table = tables.test

    def is_narrow(parent: Element, block: str) -> bool:
        return all(row.count("|") <= MOST_COLUMNS + 1 for row in block.split("\n")) and is_table(parent, block)

    tables.test = is_narrow  # type: ignore[method-assign]


class _References(Treeprocessor):
    """The last pass over the tree: anchors and languages read, references resolved, mentions linked."""

    def __init__(self, engine: markdown.Markdown, context: Context) -> None:
        super().__init__(engine)
        self.context = context
        self.sections: list[Section] = []
        self.placed: list[Placed] = []

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a":
                self._resolve(element)
            else:
                _strip(element)
        for element in root.iter():
            _read_languages(element)
            if re.fullmatch(r"h[1-6]", element.tag):
                _read_anchor(element)
                title = html.unescape("".join(element.itertext()))
                self.sections.append(Section(int(element.tag[1]), element.get("id"), title))
        self.placed = link_mentions(root, self.context.find, self._attributes)
        self._expand_acronyms(root)

    def _expand_acronyms(self, root: Element) -> None:
        """Give an acronym its words at its first use on the page."""
        expanded: set[str] = set()
        for link in root.iter("a"):
            reference = parse(link.get("data-ref", ""))
            target = self.context.resolve(reference) if reference else None
            acronym, words = target.acronym if target and target.acronym else ("", "")
            if acronym and link.text == acronym and not len(link) and acronym not in expanded:
                expanded.add(acronym)
                short = SubElement(link, "abbr", {"title": words})
                link.text, short.text = None, acronym

    def _resolve(self, link: Element) -> None:
        href = link.get("href", "")
        reference = parse(href)
        target = self.context.resolve(reference) if reference else None
        link.attrib.clear()
        if reference is not None and target is not None:
            link.attrib.update(_link(str(reference), target))
            if not "".join(link.itertext()):
                link.text = target.title
        elif reference is None and allowed_address(href):
            link.set("href", href)
        else:  # hidden from this site, or refused by the check: the words stay, without a link
            link.tag = "span"

    def _attributes(self, target: str) -> dict[str, str]:
        reference = parse(target)
        found = self.context.resolve(reference) if reference else None
        if found is None:
            message = f"a mention leads to {target}, which this site does not show"
            raise LookupError(message)
        return _link(target, found)


def _link(reference: str, target: Target) -> dict[str, str]:
    attributes = {"class": "xref", "href": target.href, "data-ref": reference}
    return attributes if target.language is None else {**attributes, "hreflang": target.language}


def _strip(element: Element) -> None:
    """Drop every attribute but a list's first number."""
    start = element.get("start", "")
    element.attrib.clear()
    if element.tag == "ol" and start.isdecimal():
        element.set("start", start)


def _read_languages(element: Element) -> None:
    """Take `{lang=en}` off after emphasised words and make it their language."""
    for child in element:
        found = _LANGUAGE.match(child.tail or "")
        if child.tag in {"em", "strong"} and found:
            child.set("lang", found["language"])
            child.tail = (child.tail or "")[found.end() :]


def _read_anchor(title: Element) -> None:
    """Take `{#anchor}` off the end of a title's words and make it its id."""
    last = title[-1] if len(title) else None
    words = (title.text if last is None else last.tail) or ""
    if found := _ANCHOR.search(words):
        title.set("id", found["anchor"])
        if last is None:
            title.text = words[: found.start()]
        else:
            last.tail = words[: found.start()]
