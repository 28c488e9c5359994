"""SVG: how many shapes a drawing draws, its copies, patterns, masks and markers counted as often as they serve.

Thirty patterns that fill each other ten times are a few KB, and stop the browser of whoever opens them.
Sources: SVG 2, 5.6 (use), 13 (paints are inherited, markers stand on each vertex); CSS Masking 1 (masks are not).
"""

import re
from dataclasses import dataclass
from typing import Any

MOST = 200_000  # shapes; the largest file that is admitted writes some ten thousand
_DEEPEST = 8  # parts within parts; also ends a part that holds itself

_OF_SVG = "{http://www.w3.org/2000/svg}*"
_LOCAL = re.compile(r"url\(\s*+['\"]?+\s*+#([^\s'\")]++)", re.IGNORECASE)
_ONCE = frozenset({"clip-path", "mask", "filter"})  # the other properties pass to all that an element holds
# What colours and filters are made of draws nothing by itself.
_INERT = re.compile(r"linearGradient|radialGradient|stop|fe[A-Z]\w*")
# The style sheets that programs write: rules of names alone, without quotes, comments or rules within rules.
_PLAIN = r"[^{}\"'()/]*+"
_RULE = re.compile(
    r"\s*+((?:[.#]?[\w-]++\s*+,\s*+)*+[.#]?[\w-]++)\s*+"
    rf"\{{({_PLAIN}(?:\((?:{_PLAIN}|\"#[\w-]++\"|'#[\w-]++')\){_PLAIN})*+)\}}"
)


_Named = frozenset[tuple[str, str]]  # a property and the id that it names: a fill and a stroke draw twice


@dataclass(frozen=True, slots=True)
class _References:
    """What an element names, by how often that is drawn."""

    once: _Named = frozenset()
    painted: _Named = frozenset()  # by the element and by all that it holds
    marked: _Named = frozenset()  # the same, on each vertex
    copied: _Named = frozenset()

    def __or__(self, other: "_References") -> "_References":
        return _References(
            self.once | other.once,
            self.painted | other.painted,
            self.marked | other.marked,
            self.copied | other.copied,
        )


class UnreadableStyleError(ValueError):
    """A style sheet that gives paints to elements in a way that is not followed here."""


def shapes(root: Any, style: str) -> int:  # noqa: ANN401  an element of lxml
    """Count what a drawing draws. Raises UnreadableStyleError, and OverflowError for parts too deep in each other."""
    elements = list(root.iter(_OF_SVG))
    named = {element.get("id"): element for element in reversed(elements)}  # the first of an id is the one that serves
    rules = _rules(style)
    passed: dict[Any, _References] = {}  # with what comes from the elements around
    for element in elements:
        around = passed.get(element.getparent(), _References())
        passed[element] = _named_by(element, rules) | _References(painted=around.painted, marked=around.marked)
    known: dict[tuple[str, int], int] = {}  # by depth: a part already counted must not hide how deep it goes

    def parts(references: _Named, depth: int) -> int:
        return sum(part(name, depth) for _, name in references)

    def part(name: str, depth: int) -> int:
        if depth > _DEEPEST:
            raise OverflowError
        if name not in named:
            return 0
        if (name, depth) not in known:
            known[name, depth] = all_of(named[name], depth)
        return known[name, depth]

    def all_of(top: Any, depth: int) -> int:  # noqa: ANN401  as above
        return sum(one(element, depth + 1) for element in top.iter(_OF_SVG))

    def one(element: Any, depth: int) -> int:  # noqa: ANN401  as above
        if _INERT.fullmatch(element.tag.rpartition("}")[2]):
            return 1
        by = passed[element]
        vertices = 1 + len(element.get("d") or element.get("points") or "") // 2
        each = 1 + parts(by.painted, depth) + vertices * parts(by.marked, depth)
        return each * (1 + parts(by.copied, depth)) + parts(by.once, depth)

    return all_of(root, 0)


def _named_by(element: Any, rules: dict[str, _References]) -> _References:  # noqa: ANN401  as above
    """Gather what an element names: by its attributes, by its style, by the rules for it."""
    found = _References()
    for key, value in element.attrib.items():
        local = key.rpartition("}")[2]
        if local == "href":
            found |= _References(copied=frozenset({("href", value.strip().removeprefix("#"))}))
        elif "(" in value:
            found |= _in_declarations(value if local == "style" else f"{local}:{value}")
    if rules:
        classes = (f".{name}" for name in element.get("class", "").split())
        for name in (element.tag.rpartition("}")[2], f"#{element.get('id')}", *classes):
            found |= rules.get(name, _References())
    return found


def _in_declarations(text: str) -> _References:
    found = _References()
    for declaration in text.split(";"):
        written, _, value = declaration.partition(":")
        name = written.strip().lower()
        named = frozenset((name, part) for part in _LOCAL.findall(value))
        if name in _ONCE:
            found |= _References(once=named)
        elif name.startswith("marker"):
            found |= _References(marked=named)
        else:
            found |= _References(painted=named)
    return found


def _rules(style: str) -> dict[str, _References]:
    """Give what the rules for each name of a style sheet name, when it names anything."""
    if not _LOCAL.search(style):
        return {}
    given: dict[str, _References] = {}
    end = 0
    while rule := _RULE.match(style, end):
        end = rule.end()
        for name in rule[1].split(","):
            given[name.strip()] = given.get(name.strip(), _References()) | _in_declarations(rule[2])
    if style[end:].strip():
        raise UnreadableStyleError
    return given
