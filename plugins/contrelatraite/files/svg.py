"""SVG: a drawing that runs nothing and loads nothing, even when somebody opens it by its address.

What may stand in it is listed; the rest is refused. Sources: SVG 2, 2.1 and the list of its elements; the
"billion laughs" of XML entities.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

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
_STYLE = re.compile(r"@import|@font-face|expression\(|javascript:|\\|url\(\s*['\"]?(?!\s*['\"]?#)", re.IGNORECASE)


def faults(path: Path) -> Iterator[Fault]:
    """Yield X117 for the first thing of the drawing that could run or load, X116 for one that cannot be read."""
    from lxml import etree  # noqa: PLC0415  slow to import, and few entries have a drawing

    data = path.read_bytes()
    if declared := _DECLARED.search(data):
        yield "X117", {"read": declared[0].decode()}
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        yield "X117", {"read": "XML ?"}
        return
    if root.getroottree().docinfo.doctype:  # in an encoding that hides it from the bytes above
        yield "X117", {"read": "<!DOCTYPE"}
        return
    read = next((found for element in root.iter() if (found := _refused(element))), None)
    if read is None and _multiplies(root):
        read = "<use>"
    if read is None and root.tag != f"{_SVG}svg":
        read = str(root.tag)
    if read is not None:
        yield "X117", {"read": read}


def _multiplies(root: Any) -> bool:  # noqa: ANN401  an element of lxml
    """Whether a copied part holds copies: thirty such parts within each other draw a thousand million shapes."""
    uses = list(root.iter(f"{_SVG}use"))
    copied = {value.strip("# ") for use in uses for key, value in use.attrib.items() if key.endswith("href")}
    return any(part.get("id") in copied for use in uses for part in (use, *use.iterancestors()))


def _refused(element: Any) -> str | None:  # noqa: ANN401  an element of lxml
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
    if name.localname == "style" and (found := _STYLE.search(element.text or "")):
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
    outward = attribute == "href" and not value.strip().startswith("#")
    return outward or attribute.startswith("on") or attribute in {"base", "src"} or bool(_STYLE.search(value))
