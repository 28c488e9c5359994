"""SVG: a drawing that runs nothing and loads nothing, even when somebody opens it by its address.

What may stand in it is listed; the rest is refused. Sources: SVG 2, 2.1 and the list of its elements; CSS Images 4;
the "billion laughs" of XML entities.
"""

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from contrelatraite.files import drawn
from contrelatraite.files.types import Fault

_SVG = "{http://www.w3.org/2000/svg}"
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\?xml-stylesheet", re.IGNORECASE)
# Drawings, words, paints, filters and their order; no script, link, foreign content, picture or animation.
_ELEMENTS = frozenset(
    """
    svg g defs symbol use switch title desc metadata path rect circle ellipse line polyline polygon text tspan
    textPath linearGradient radialGradient stop pattern clipPath mask marker style filter view feBlend
    feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap
    feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode
    feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
    """.split()  # noqa: SIM905  a list of words
)
# What drawing programs keep for themselves (Inkscape's view, the licence) is not drawn.
_OF_PROGRAMS = re.compile(r"inkscape|sodipodi|ns\.adobe\.com|22-rdf-syntax-ns|creativecommons|purl\.org/dc")
# Every way that CSS has to load a file, and backslashes, which write any of them in other letters.
_STYLE = re.compile(
    r"@import|@font-face|expression\(|javascript:|\\|(?:src|image|image-set|cross-fade)\("
    r"|url\((?!\s*+['\"]?+\s*+#)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?:|//", re.IGNORECASE)
# What programs note of the person and the computer; the rest of their notes (type, format) tells nothing.
_NEUTRAL = frozenset({"format", "type", "date"})
_SAVED_AT = frozenset({"export-filename", "absref"})
_HOME = re.compile(r"file:/|/(?:home|users)/|(?<![a-z])[a-z]:/", re.IGNORECASE)
_WORDS = re.compile(r"(?:aria|data)-.*|id|class|title|label|name|docname|description|content|alt")


def faults(path: Path) -> Iterator[Fault]:
    """Yield X117 for the first thing of the drawing that could run, load or multiply, P112 for what a program noted."""
    from lxml import etree  # noqa: PLC0415  slow to import, and few entries have a drawing

    data = path.read_bytes()
    if declared := _DECLARED.search(data):
        yield "X117", {"read": declared[0].decode()}
        return
    try:
        root = _parsed(data)
    except etree.XMLSyntaxError:
        yield "X117", {"read": "XML ?"}
        return
    if root.getroottree().docinfo.doctype:  # in an encoding that hides it from the bytes above
        yield "X117", {"read": "<!DOCTYPE"}
        return
    read = next((found for element in _all(root) if (found := _refused(element))), None)
    if read is None and root.tag != f"{_SVG}svg":
        read = str(root.tag)
    if read is None:
        read = _multiplies(root)
    if read is not None:
        yield "X117", {"read": read}
    elif noted := next((found for element in _all(root) if (found := _noted(element))), None):
        yield "P112", {"read": noted[:60]}


def words(path: Path) -> Iterator[str]:
    """Yield the words of a drawing in which nothing is wrong: shown, hidden, in its comments and its attributes.

    Coordinates are not words: they would look like telephone numbers.
    """
    for element in _all(_parsed(path.read_bytes())):
        styled = element.tag == f"{_SVG}style"
        if element.tag == f"{_SVG}text":
            yield "".join(element.itertext())  # in one: programs cut a line wherever they like
        elif element.text:
            yield _around_at(element.text) if styled else element.text
        if element.tail:
            yield element.tail
        for key, value in element.attrib.items() if isinstance(element.tag, str) else ():
            yield value if _WORDS.fullmatch(key.rpartition("}")[2]) else _around_at(value)


def _around_at(text: str) -> str:
    return " ".join(part for part in text.split() if "@" in part) if "@" in text else ""


def _parsed(data: bytes) -> Any:  # noqa: ANN401  an element of lxml
    from lxml import etree  # noqa: PLC0415  as above

    return etree.fromstring(
        data, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    )


def _all(root: Any) -> Iterator[Any]:  # noqa: ANN401  as above
    """Go through a drawing, with the comments and instructions before and after it."""
    return chain(root.itersiblings(preceding=True), root.iter(), root.itersiblings())


def _style_of(element: Any) -> str:  # noqa: ANN401  as above
    """Give the whole text of an element as a browser joins it: over the comments and the elements that part it."""
    from lxml import etree  # noqa: PLC0415  as above

    return str(etree.tostring(element, method="text", encoding="unicode", with_tail=False))


def _multiplies(root: Any) -> str | None:  # noqa: ANN401  as above
    """Name what draws more than a browser can bear: copies, patterns, masks and markers within each other."""
    try:
        number = drawn.shapes(root, "".join(_style_of(element) for element in root.iter(f"{_SVG}style")))
    except OverflowError:
        return "… #… #…"
    except drawn.UnreadableStyleError:
        return "<style> url(#…)"
    return f"× {number}"[:20] if number > drawn.MOST else None


def _refused(element: Any) -> str | None:  # noqa: ANN401  as above
    """Name what is refused of an element: itself, an attribute, or its style."""
    from lxml import etree  # noqa: PLC0415  as above

    if not isinstance(element.tag, str):
        return None if element.tag is etree.Comment else "<?"
    name = etree.QName(element)
    known = (
        name.localname in _ELEMENTS if f"{{{name.namespace}}}" == _SVG else _OF_PROGRAMS.search(name.namespace or "")
    )
    if not known:
        return f"<{name.localname}>"
    if name.localname == "style":
        style = _style_of(element)
        if found := _STYLE.search(style) or _ADDRESS.search(style):
            return found[0]
    return next(
        (
            f"{local}={value}"[:60]
            for key, value in element.attrib.items()
            if _runs_or_loads(local := etree.QName(key).localname.lower(), value)
        ),
        None,
    )


def _runs_or_loads(attribute: str, value: str) -> bool:
    """Whether an attribute is a script, an address outside the drawing, or a style that holds one."""
    if attribute == "href":
        return not value.strip().startswith("#")
    if attribute.startswith("on") or attribute in {"base", "src"} or _STYLE.search(value):
        return True
    return attribute == "style" and _ADDRESS.search(value) is not None


def _noted(element: Any) -> str | None:  # noqa: ANN401  as above
    """Give what a drawing program noted of who made the drawing, and where it was saved."""
    text = (element.text or "").strip()
    if not isinstance(element.tag, str):
        return text if _HOME.search(text) else None
    local = element.tag.rpartition("}")[2]
    of_program = not element.tag.startswith(_SVG) or local == "metadata"
    if text and of_program and local not in _NEUTRAL:
        return text
    return next(
        (
            value
            for key, value in element.attrib.items()
            if key.rpartition("}")[2] in _SAVED_AT
            or _HOME.search(value)
            or (of_program and key.startswith("{http://purl.org/dc") and key.rpartition("}")[2] not in _NEUTRAL)
        ),
        None,
    )
