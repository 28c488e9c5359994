"""Rewrite: links mentions in Markdown's tree, before it becomes text. Only the `a` elements are new."""

import html
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from contrelatraite.reading.body import ADDRESS
from contrelatraite.references.match import Mention, once

_BLOCKS = {"p", "li", "td", "th", "dt", "dd", "blockquote"}
_LISTS = {"ul", "ol", "dl", "table"}
_SECTIONS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_LEFT_ALONE = {"a", "code", "pre"}
_APART = "\n\0\n"  # between two blocks: no name runs over it
_SENTENCE_END = re.compile(
    r"(?<!\b\w\.)(?<!\bart\.)(?<!\bcf\.)(?<!\bno\.)(?<=[.!?…])[\s\u00a0\u202f]+(?=[A-ZÀ-ÖØ-Þ«“\"])"
)

Finder = Callable[[str], list[Mention]]  # the mentions of a text
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
        self._ends: list[int] = []  # where its sentences end, once one is asked for
        self._sentences: dict[int, str] = {}
        self.open_text = ""  # the same, with all that is not to be linked blanked out
        self._read(element, is_open=True)
        self.open_text = ADDRESS.sub(lambda found: "\0" * len(found[0]), self.open_text)

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

    def run_around(self, start: int, end: int) -> _Run | None:
        """Give the one stretch of text that holds these places; None when markup cuts them."""
        number = bisect_right(self.runs, start, key=lambda run: run.start) - 1
        run = self.runs[number] if number >= 0 else None
        return run if run is not None and end <= run.start + len(run.words) else None

    def sentence(self, position: int) -> str:
        """Give the sentence around a place in the text."""
        if not self._ends:
            self._ends = [0, *(found.start() for found in _SENTENCE_END.finditer(self.text)), len(self.text)]
        after = bisect_right(self._ends, position)
        start, stop = self._ends[after - 1], self._ends[min(after, len(self._ends) - 1)]
        if start not in self._sentences:  # once: many references may stand in one
            words = re.sub(r"[ \t\n]+", " ", self.text[start:stop])
            self._sentences[start] = html.unescape(words).strip()
        return self._sentences[start]


def link_mentions(root: Element, find: Finder, attributes: Linker) -> list[Placed]:
    """Link the mentions of a tree, each target once per section.

    `find` gives the mentions of the whole text, in which blocks stand apart: what a word means may depend on a block
    before it. A link that stands in the text already counts as its target's in its section, and is placed too.
    """
    blocks = _blocks(root)
    starts: list[int] = []
    length = 0
    for _, _, block in blocks:
        starts.append(length)
        length += len(block.open_text) + len(_APART)
    mentions = find(_APART.join(block.open_text for _, _, block in blocks)) if blocks else []
    placed: list[Placed] = []
    linked: set[tuple[int, str]] = set()
    for (section, anchor, block), start in zip(blocks, starts, strict=True):
        first, last = (bisect_left(mentions, at, key=_start) for at in (start, start + len(block.open_text)))
        own = mentions[first:last]
        chosen = _choose(block, own, start, section, linked)
        for first, last, target, run in reversed(chosen):  # from the end, so that the places before stay true
            if run is not None:
                run.wrap(first - run.start, last - run.start, attributes(target))
        placed += [Placed(target, anchor, block.sentence(first)) for first, _, target, _ in chosen]
    return placed


def _start(mention: Mention) -> int:
    return mention.start


def _choose(
    block: _Block, mentions: list[Mention], start: int, section: int, linked: set[tuple[int, str]]
) -> list[tuple[int, int, str, _Run | None]]:
    """Give the references of a block in order: those that stand in it (without a run), and those to link."""
    chosen: list[tuple[int, int, str, _Run | None]] = []
    found = [(place, place, target, False) for target, place in block.links]
    found += [(m.start - start, m.end - start, m.target, True) for m in mentions if m.target is not None]
    for first, last, target, is_mention in sorted(found):
        run = block.run_around(first, last) if is_mention else None
        if not is_mention or (run is not None and (section, once(target)) not in linked):
            linked.add((section, once(target)))
            chosen.append((first, last, target, run))
    return chosen


def _blocks(root: Element) -> list[tuple[int, str | None, _Block]]:
    """The blocks of a tree, each with the number and the anchor of the section that it is in."""
    section, anchor = 0, None
    blocks = []
    for element in root.iter():
        if element.tag in _SECTIONS:
            section, anchor = section + 1, element.get("id")
        elif element.tag in _BLOCKS:
            blocks.append((section, anchor, _Block(element)))
    return blocks
