"""What stands where in a text of Markdown, without rendering it: sections, links, addresses, HTML, and prose.

A check must be instant, so it reads the text by lines and patterns, each sign of it a few times whatever was written.
`markdown` renders; a test holds the two together over the whole content.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

LONGEST_PARAGRAPH = 10_000  # characters without an empty line; the longest of the site has 3,200
MOST_LINES = 2_000  # of a text; the longest has 104
MOST_COLUMNS = 30  # of a table; the widest has 3

_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_CODE_MARK = re.compile(r"`|~~~")
_FENCE = re.compile(
    r"^(?P<fence>`{3,}+|~{3,}+)(?:(?P<bare>[ \t]*+$)|[ ]*+(?:\{[^\n]*\}|\.?[\w#.+-]*+)[ ]*+$)", re.MULTILINE
)
_TICKS = re.compile(r"`+|\n(?:\s*\n|[ \t>]*#)")
_UNDERLINE = re.compile(r"(?:(?<=[^\s|]\n)|(?<=[^\s|][ \t]\n))(?:=+|-{3,})[ \t]*$", re.MULTILINE)
_WITHIN = r"^(?:[ \t]*+(?:>|(?:[-*+]|\d+\.)(?=[ \t])))*+[ \t]*+"  # a title may stand in a quotation or a list
_HEADING = re.compile(_WITHIN + r"(?P<marks>#{1,6})(?P<rest>[^\n]*)$", re.MULTILINE)
_ANCHOR = re.compile(r"\{[ \t]*#(?P<anchor>[^\s{}]*)[ \t]*\}$")
_BRACKET = re.compile(r"\\[^\n]|\n[ \t]*\n|!?\[|\]")
_TARGET = re.compile(
    r"\([ \t]*+(?P<target><[^<>\n]*>|[^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+)"
    r"(?:[ \t]++(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*+\)"
)
_LOOKS_LIKE_A_LINK = re.compile(r"\(|[ \t]++\((?:#|www\.|[a-z]+:[^\s)])")  # after words between brackets
_AUTOLINK = re.compile(r"<(?P<target>(?:ftp|https?)://[^<>\s]*)>", re.IGNORECASE)
_HTML = re.compile(r"<(?:[A-Za-z][^\s<>]*|/[A-Za-z]|!|\?)[^<>]{0,200}>?")
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>)\]]+|(?<![\w.+-])[\w.+-]++@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"(?<! ) {2,}\n|\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|\d+\.)[ \t])")
_ATTRIBUTES = re.compile(r"\{:?[ \t]*[#a-z][^{}\n]*\}")


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's title: its level (2 for ##), words, anchor, and span in the text."""

    level: int
    title: str
    anchor: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """A link, or a picture: its words, where it leads, and the span of the address in the text."""

    text: str
    target: str
    start: int
    end: int


@dataclass(frozen=True)
class Body:
    """The text of one version; `plain` is a text that is no Markdown: only its addresses are set apart."""

    text: str
    plain: bool = False

    @cached_property
    def uncoded(self) -> str:
        """The text with code blanked out, character for character."""
        if self.plain or not _CODE_MARK.search(self.text):
            return self.text
        return _blank_spans(self.unfenced, _code(self.unfenced))

    @cached_property
    def unfenced(self) -> str:
        """The text with the code that stands on lines of its own blanked out."""
        return _blank_spans(self.text, _fenced(self.text))

    @cached_property
    def wide_rows(self) -> tuple[tuple[int, int], ...]:
        """The spans of the lines that would make a table wider than any page."""
        return tuple(
            found.span() for found in re.finditer(r"[^\n]+", self.unfenced) if found[0].count("|") > MOST_COLUMNS + 1
        )

    @cached_property
    def headings(self) -> tuple[Heading, ...]:
        """The section titles, in order."""
        if self.plain:
            return ()
        return tuple(_heading(found) for found in _HEADING.finditer(self.uncoded))

    @cached_property
    def underlines(self) -> tuple[tuple[int, int], ...]:
        """The spans of the lines of = or - that stand under words, as titles are underlined elsewhere."""
        return tuple(found.span() for found in _UNDERLINE.finditer(self.uncoded))

    @cached_property
    def _bracketed(self) -> "tuple[_Bracketed, ...]":
        """Whatever stands between brackets, in order, with the address that follows where one does."""
        return () if self.plain else tuple(_bracketed(self.uncoded))

    @cached_property
    def _written(self) -> "tuple[_Bracketed, ...]":
        """The links that are not written as an address alone; one within the words of another is no link."""
        end = 0
        found = []
        for words in self._bracketed:
            if words.link is not None and not words.is_picture and words.start >= end:
                found.append(words)
                end = words.end
        return tuple(found)

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links, those between angle brackets included, in order."""
        if self.plain:
            return ()
        found = [words.link for words in self._written if words.link]
        found += [
            Link(match["target"], match["target"], *match.span("target"))
            for match in _AUTOLINK.finditer(self._unlinked)
        ]
        return tuple(sorted(found, key=lambda link: link.start))

    @cached_property
    def pictures(self) -> tuple[Link, ...]:
        """The pictures, which a page does not show; the words of a link may hold one."""
        return tuple(words.link for words in self._bracketed if words.link and words.is_picture)

    @cached_property
    def failed_links(self) -> tuple[tuple[int, int], ...]:
        """The spans of the words between brackets that somebody meant as a link, without the address that follows."""
        return tuple(
            (words.start, words.stop)
            for words in self._bracketed
            if words.link is None and _LOOKS_LIKE_A_LINK.match(self.uncoded, words.stop)
        )

    @cached_property
    def _unlinked(self) -> str:
        """The text with code, and links and pictures with their words, blanked out."""
        return _blank_spans(self.uncoded, ((words.start, words.end) for words in self._bracketed if words.link))

    @cached_property
    def html(self) -> tuple[tuple[int, int], ...]:
        """The spans that HTML would read as a tag."""
        addresses = ((words.stop, words.end) for words in self._bracketed if words.link)
        return tuple(match.span() for match in _HTML.finditer(_blank(_AUTOLINK, _blank_spans(self.uncoded, addresses))))

    @cached_property
    def prose(self) -> str:
        """The text in which names are searched: code, titles, links, addresses and attributes blanked out.

        A name does not run from one paragraph into the next; in a plain text, blank lines may stand anywhere.
        """
        if self.plain:
            return _blank(ADDRESS, self.text)
        headings = [(heading.start, heading.end) for heading in self.headings]
        text = _blank_spans(self._unlinked, headings)
        for pattern in (_AUTOLINK, ADDRESS, _ATTRIBUTES):
            text = _blank(pattern, text)
        return _PARAGRAPHS.sub(lambda found: found[0][:-1] + "\0", text)

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """The anchors of the sections, in order."""
        return tuple(heading.anchor for heading in self.headings if heading.anchor)


def _heading(match: re.Match[str]) -> Heading:
    words = match["rest"].strip(" \t").rstrip("#").rstrip(" \t")
    anchor = _ANCHOR.search(words)
    title = words[: anchor.start()].rstrip(" \t") if anchor else words
    return Heading(len(match["marks"]), title, anchor["anchor"] if anchor else None, *match.span())


@dataclass(frozen=True, slots=True)
class _Bracketed:
    """What stands between brackets: `text[start:stop]`, and up to `end` with its address, which makes it a link."""

    start: int
    stop: int
    end: int
    is_picture: bool
    link: Link | None


def _bracketed(text: str) -> list[_Bracketed]:
    """Pair the brackets of each paragraph, in one walk."""
    found: list[_Bracketed] = []
    open_: list[re.Match[str]] = []
    for sign in _BRACKET.finditer(text):
        if sign[0][-1] == "[" and sign[0][0] != "\\":
            open_.append(sign)
        elif sign[0] == "]" and open_:
            opening, stop = open_.pop(), sign.end()
            address = _TARGET.match(text, stop)
            link = None
            if address:
                words = text[opening.end() : sign.start()]
                link = Link(words, address["target"].strip("<>"), *address.span("target"))
            is_picture = len(opening[0]) > 1
            found.append(_Bracketed(opening.start(), stop, address.end() if address else stop, is_picture, link))
        elif sign[0][0] == "\n":
            open_.clear()
    return sorted(found, key=lambda words: words.start)


def _fenced(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the code that stands on lines of its own, with its fences."""
    marks = [
        (found.span(), found["fence"], None if found["bare"] is None else found["fence"])
        for found in _FENCE.finditer(text)
    ]
    return _pairs(marks)


def _code(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the code within lines, with its ticks; it ends with its paragraph."""
    runs = ((found, found[0] if found[0][0] == "`" else None) for found in _TICKS.finditer(text))
    return _pairs([(found.span(), ticks, ticks) for found, ticks in runs])


def _pairs(marks: list[tuple[tuple[int, int], str | None, str | None]]) -> Iterator[tuple[int, int]]:
    """Join each mark to the next that closes what it opens: each is a span, what it opens and what it closes.

    What opens and closes nothing parts the marks before it from those after.
    """
    closing: list[int | None] = []
    nearest: dict[str, int] = {}
    for number in reversed(range(len(marks))):
        _, opened, closed = marks[number]
        closing.append(nearest.get(opened or ""))
        if closed is not None:
            nearest[closed] = number
        elif opened is None:
            nearest.clear()
    closing.reverse()
    number = 0
    while number < len(marks):
        last = closing[number]
        if last is not None:
            yield marks[number][0][0], marks[last][0][1]
        number = (number if last is None else last) + 1


def too_long(text: str) -> int | None:
    """Give where a text grows longer than any text needs, if it does: one line more, or one sign in a paragraph."""
    if text.count("\n") >= MOST_LINES:
        return sum(len(line) + 1 for line in text.split("\n", MOST_LINES)[:-1])
    start = 0
    for empty in (*_EMPTY_LINE.finditer(text), None):
        if (empty.start() if empty else len(text)) - start > LONGEST_PARAGRAPH:
            return start + LONGEST_PARAGRAPH
        start = empty.end() if empty else start
    return None


def _blank_spans(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Replace what stands there, in order, by as many NUL characters (line ends kept): positions stay."""
    kept: list[str] = []
    last = 0
    for start, end in spans:
        if end > last:
            first = max(start, last)
            kept += (text[last:first], re.sub(r"[^\n]", "\0", text[first:end]))
            last = end
    return "".join([*kept, text[last:]])


def _blank(pattern: re.Pattern[str], text: str) -> str:
    """Replace each match by as many NUL characters (line ends kept): positions stay."""
    return _blank_spans(text, (found.span() for found in pattern.finditer(text)))
