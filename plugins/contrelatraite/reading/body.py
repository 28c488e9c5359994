"""What stands where in a text of Markdown, without rendering it: sections, links, addresses, HTML, and prose.

A check must be instant, so it reads the text by lines and patterns. `markdown` renders; a test holds the two
together over the whole content.
"""

import re
from dataclasses import dataclass
from functools import cached_property

_CODE_MARK = re.compile(r"`|~~~")
_FENCED = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[ ]*(?:\{[^\n]*\}|\.?[\w#.+-]*)[ ]*\n.*?^(?P=fence)[ \t]*$", re.MULTILINE | re.DOTALL
)
_CODE = re.compile(r"(?<!`)(?P<ticks>`+)(?!`)(?:(?!\n\s*\n|\n[ \t>]*#).)+?(?<!`)(?P=ticks)(?!`)", re.DOTALL)
_UNDERLINE = re.compile(r"(?<=[^\s|][^|\n]\n)(?:=+|-{3,})[ \t]*$", re.MULTILINE)
_WITHIN = r"^(?:[ \t]*+(?:>|(?:[-*+]|\d+\.)(?=[ \t])))*+[ \t]*+"  # a title may stand in a quotation or a list
_HEADING = re.compile(_WITHIN + r"(?P<marks>#{1,6})(?P<rest>[^\n]*)$", re.MULTILINE)
_ANCHOR = re.compile(r"\{[ \t]*#(?P<anchor>[^\s{}]*)[ \t]*\}$")
_BRACKETS = (
    r"\[(?P<text>(?:\\.|[^\[\]\\]|\[(?:\\.|[^\[\]\\])*\])*)\]"
    r"(?P<address>\([ \t]*(?P<target><[^>\n]*>|[^()\s]*(?:\([^()\s]*\)[^()\s]*)*)"
    r"(?:[ \t]+(?:\"[^\"\n]*\"|'[^'\n]*'))?[ \t]*\))"
)
_LINK = re.compile(r"(?<!\\)(?P<image>!?)" + _BRACKETS)
_PICTURE = re.compile(r"(?<!\\)!" + _BRACKETS)  # the words of a link may hold one
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
        return _blank(_CODE, _blank(_FENCED, self.text))

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
    def links(self) -> tuple[Link, ...]:
        """The links, those between angle brackets included, in order."""
        if self.plain:
            return ()
        found = [_link(match) for match in _LINK.finditer(self.uncoded) if not match["image"]]
        found += [
            Link(match["target"], match["target"], *match.span("target"))
            for match in _AUTOLINK.finditer(_blank(_LINK, self.uncoded))
        ]
        return tuple(sorted(found, key=lambda link: link.start))

    @cached_property
    def pictures(self) -> tuple[Link, ...]:
        """The pictures, which a page does not show."""
        return tuple(_link(match) for match in _PICTURE.finditer(self.uncoded))

    @cached_property
    def html(self) -> tuple[tuple[int, int], ...]:
        """The spans that HTML would read as a tag."""
        return tuple(
            match.span() for match in _HTML.finditer(_blank(_AUTOLINK, _blank(_LINK, self.uncoded, "address")))
        )

    @cached_property
    def prose(self) -> str:
        """The text in which names are searched: code, titles, links, addresses and attributes blanked out.

        A name does not run from one paragraph into the next; in a plain text, blank lines may stand anywhere.
        """
        if self.plain:
            return _blank(ADDRESS, self.text)
        text = self.uncoded
        for pattern in (_HEADING, _LINK, _AUTOLINK, ADDRESS, _ATTRIBUTES):
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


def _link(match: re.Match[str]) -> Link:
    return Link(match["text"], match["target"].strip("<>"), *match.span("target"))


def _blank(pattern: re.Pattern[str], text: str, group: str | int = 0) -> str:
    """Replace each match, or a group that ends it, by as many NUL characters (line ends kept): positions stay."""

    def blanked(match: re.Match[str]) -> str:
        before = text[match.start() : match.start(group)]
        return before + re.sub(r"[^\n]", "\0", match[group])

    return pattern.sub(blanked, text)
