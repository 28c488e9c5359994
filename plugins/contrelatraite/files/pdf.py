"""PDF: a document that runs nothing when it is opened, carries no other file and names nobody by accident.

Every object is looked at, used or not: what leads to it does not matter, and cannot hide it. Sources: PDF 32000-1:
7.3.8 (streams), 7.6 (encryption), 7.11.4 (embedded files), 8.10.4 (reference XObjects), 12.5.6 (annotations), 12.6
(actions), 14.3 (metadata); ISO 32000-2, 13.6 and 13.7 (3D, rich media).
"""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from contrelatraite.files.types import Fault

# Names that no object holds unless it runs, plays, sends, or leads to another file.
_NAMES = frozenset(
    """
    /JavaScript /Launch /SubmitForm /ImportData /Rendition /Movie /Sound /GoToE /GoToR /GoTo3DView /3D /RichMedia
    /RichMediaExecute /Screen /EmbeddedFile /Filespec /FileAttachment
    """.split()  # noqa: SIM905  a list of words
)
_KEYS = ("/JS", "/XFA", "/EF", "/EmbeddedFiles", "/OnInstantiate", "/RichMediaContent")
_OF_STREAMS = ("/F", "/Ref")  # the data is in another file; the drawing is a page of another file
# Notes in the margin: with a word or a name, they are somebody's. Links and fields of forms have words of their own.
_NOTES = frozenset(
    """
    /Text /Popup /FreeText /Highlight /Underline /Squiggly /StrikeOut /Caret /Ink /Stamp /Redact /Line /Square /Circle
    /Polygon /PolyLine
    """.split()  # noqa: SIM905  as above
)
_MOST_OBJECTS = 200_000
_LONGEST_READ = 60  # characters of a note that the report repeats


def faults(path: Path) -> Iterator[Fault]:
    """Yield X119 for a document that is locked or broken, X118 for what it runs or carries, P111, P112 for names."""
    try:
        reader = _open(path)
        if reader.is_encrypted:
            yield "X119", {"read": "/Encrypt"}
            return
        if not len(reader.pages):
            yield "X119", {"read": "/Pages"}
            return
        found: dict[str, str] = {}
        for code, read in _told(reader):
            found.setdefault(code, read)
        if author := next(_authors(reader), ""):
            found["P111"] = author
        list(_said(reader))  # what breaks here would break `words`
    except Exception:  # noqa: BLE001  a broken document raises whatever its reader meets
        yield "X119", {"read": "?"}
        return
    yield from ((code, {"read": read}) for code, read in found.items())


def words(path: Path) -> Iterator[str]:
    """Yield what the properties of a readable document say: title, subject, keywords, and their double in XMP."""
    yield from _said(_open(path))


def _said(reader: Any) -> Iterator[str]:  # noqa: ANN401  pypdf's reader
    properties = reader.metadata or {}
    yield from (str(_of(properties, key)) for key in properties)
    for element in _xmp(reader):
        yield element.text or ""
        yield from element.attrib.values()


def _open(path: Path) -> Any:  # noqa: ANN401  as above
    from pypdf import PdfReader  # noqa: PLC0415  slow to import, and few entries have a document

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every oddity that it repairs
    return PdfReader(path, strict=False)


def _xmp(reader: Any) -> Iterator[Any]:  # noqa: ANN401  as above
    """Go through the elements of the document's own XMP."""
    from lxml import etree  # noqa: PLC0415  slow to import, and few documents have it

    stream = _of(reader.trailer["/Root"], "/Metadata")
    if stream is None:
        return
    root = etree.fromstring(stream.get_data(), etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    if root is not None:
        yield from root.iter("*")


def _authors(reader: Any) -> Iterator[str]:  # noqa: ANN401  as above
    """Yield those whom the properties and XMP name as authors."""
    if author := str(_of(reader.metadata or {}, "/Author") or "").strip():
        yield author
    for element in _xmp(reader):
        if _is_author(element.tag) and (name := " ".join("".join(element.itertext()).split())):
            yield name
        yield from (value for key, value in element.attrib.items() if _is_author(key) and value.strip())


def _is_author(name: str) -> bool:
    return name == "{http://purl.org/dc/elements/1.1/}creator" or name.rpartition("}")[2].lower() == "author"


def _told(reader: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401  as above
    """Yield the codes and the names of what a document must not hold."""
    opening = _of(reader.trailer["/Root"], "/OpenAction")
    if isinstance(opening, dict) and _of(opening, "/S") != "/GoTo":  # a list is a place in the document
        yield "X118", "/OpenAction"
    numbers = {(number, generation) for generation, table in reader.xref.items() for number in table}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > _MOST_OBJECTS:
        yield "X118", "…"
        return
    from pypdf.generic import IndirectObject  # noqa: PLC0415  as above

    yield from _in_value(reader.trailer, 0)
    for number, generation in sorted(numbers):
        yield from _in_value(IndirectObject(number, generation, reader).get_object(), 0)


def _of(value: Any, key: str) -> Any:  # noqa: ANN401  PDF objects
    """Give what a dictionary holds under a key, wherever it is written."""
    found = value.get(key)
    return None if found is None else found.get_object()


def _in_value(value: Any, depth: int) -> Iterator[tuple[str, str]]:  # noqa: ANN401  a PDF object
    """Look into a value, not through its references: what they lead to is looked at in its turn."""
    if depth > 50:  # noqa: PLR2004  a document's values are three or four deep
        yield "X118", "…"
    elif isinstance(value, str):  # names among them
        if value in _NAMES:
            yield "X118", str(value)
    elif isinstance(value, dict):
        yield from _in_dictionary(value)
        for inner in dict.values(value):
            yield from _in_value(inner, depth + 1)
    elif isinstance(value, list):
        for inner in list.__iter__(value):
            yield from _in_value(inner, depth + 1)


def _in_dictionary(value: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401  as above
    keys = _KEYS + _OF_STREAMS if hasattr(value, "get_data") else _KEYS
    yield from (("X118", key) for key in keys if key in value)
    if _of(value, "/AA"):  # what runs when a page is shown or left
        yield "X118", "/AA"
    if "/S" in value and "/Next" in value:  # titles of a table of contents have /Next, without /S
        yield "X118", "/Next"
    if _of(value, "/S") == "/Thread":  # as an action; a thread of articles has it as its type
        yield "X118", "/Thread"
    kind = _of(value, "/Subtype")
    said = [text for key in ("/T", "/Contents") if (text := str(_of(value, key) or "").strip())]
    if kind in _NOTES and said:
        yield "P112", said[0][:_LONGEST_READ]
