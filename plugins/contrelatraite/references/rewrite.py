"""Rewrite: links mentions in Markdown's tree, before it becomes text. Only the `a` elements are new."""

import html
import re
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from contrelatraite.references.match import Mention

_BLOCKS = {"p", "li", "td", "th", "dt", "dd", "blockquote"}
_LISTS = {"ul", "ol", "dl", "table"}
_SECTIONS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_LEFT_ALONE = {"a", "code", "pre"}
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\s\u00a0\u202f]+(?=[A-ZÀ-ÖØ-Þ«“\"])")

Finder = Callable[[str], list[Mention]]  # the mentions of a block's text
Linker = Callable[[str], dict[str, str]]  # the attributes of a target's link


@dataclass(frozen=True, slots=True)
class Placed:
    """A reference as it stands on a page: what it leads to, the section it is in, and the sentence around it."""

    target: str
    section: str | None
    sentence: str


@dataclass(frozen=True, slots=True)
class _Run:
    """A stretch of a block's text: the `text` of `parent`, or the tail of `child` in it; it starts at `start`."""

    parent: Element
    child: Element | None
    start: int

    @property
    def words(self) -> str:
        return (self.parent.text if self.child is None else self.child.tail) or ""

    def wrap(self, start: int, end: int, attributes: dict[str, str]) -> None:
        """Make `words[start:end]` a link."""
        words = self.words
        link = Element("a", attributes)
        link.text, link.tail = words[start:end], words[end:]
        if self.child is None:
            self.parent.text = words[:start]
            self.parent.insert(0, link)
        else:
            self.child.tail = words[:start]
            self.parent.insert(list(self.parent).index(self.child) + 1, link)


class _Block:
    """A paragraph, an item or a cell, without the blocks within it: its text, its own links, where links may come."""

    def __init__(self, element: Element) -> None:
        self.runs: list[_Run] = []
        self.links: list[tuple[str, int]] = []  # the references that stand in it already, and where
        self.text = ""  # what a reader reads
        self.open_text = ""  # the same, with all that is not to be linked blanked out
        self._read(element, is_open=True)

    def _read(self, element: Element, *, is_open: bool) -> None:
        self._add(element, None, is_open=is_open)
        for child in element:
            if child.tag not in _BLOCKS | _LISTS | _SECTIONS:
                if target := child.get("data-ref"):
                    self.links.append((target, len(self.text)))
                self._read(child, is_open=is_open and child.tag not in _LEFT_ALONE)
            self._add(element, child, is_open=is_open)

    def _add(self, parent: Element, child: Element | None, *, is_open: bool) -> None:
        run = _Run(parent, child, len(self.text))
        self.text += run.words
        self.open_text += run.words if is_open else re.sub(r"\S", "\0", run.words)
        if is_open and run.words:
            self.runs.append(run)

    def run_around(self, mention: Mention) -> _Run | None:
        """Give the one stretch of text that holds the mention; None when markup cuts it."""
        for run in self.runs:
            if run.start <= mention.start and mention.end <= run.start + len(run.words):
                return run
        return None

    def sentence(self, position: int) -> str:
        """Give the sentence around a place in the text."""
        ends = [0, *(found.start() for found in _SENTENCE_END.finditer(self.text)), len(self.text)]
        start = max(end for end in ends if end <= position)
        stop = min((end for end in ends if end > position), default=len(self.text))
        return html.unescape(re.sub(r"[ \t\n]+", " ", self.text[start:stop])).strip()


def link_mentions(root: Element, find: Finder, attributes: Linker) -> list[Placed]:
    """Link the mentions of a tree, each target once per section.

    A link that stands in the text already counts as its target's link in its section, and is placed too.
    """
    placed: list[Placed] = []
    section: str | None = None
    linked: set[str] = set()
    for element in list(root.iter()):
        if element.tag in _SECTIONS:
            section, linked = element.get("id"), set()
        elif element.tag in _BLOCKS:
            block = _Block(element)
            found = [*block.links]
            linked |= {target for target, _ in block.links}
            found += _link_block(block, find, attributes, linked)
            placed += [Placed(target, section, block.sentence(position)) for target, position in found]
    return placed


def _link_block(block: _Block, find: Finder, attributes: Linker, linked: set[str]) -> list[tuple[str, int]]:
    """Link what is not in `linked` yet, add it there, and give the targets with their places."""
    chosen: list[tuple[Mention, str, _Run]] = []
    for mention in find(block.open_text) if block.runs else ():
        run = block.run_around(mention)
        if mention.target is not None and mention.target not in linked and run is not None:
            linked.add(mention.target)
            chosen.append((mention, mention.target, run))
    for mention, target, run in reversed(chosen):  # from the end, so that the places before stay true
        run.wrap(mention.start - run.start, mention.end - run.start, attributes(target))
    return [(target, mention.start) for mention, target, _ in chosen]
