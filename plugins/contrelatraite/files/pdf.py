"""PDF: a document that runs nothing when it is opened, carries no other file and names nobody by accident.

Sources: PDF 32000-1: 7.6 (encryption), 7.7.2 (catalogue), 12.6 (actions), 7.11.4 (embedded files), 14.3.3 (author).
"""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from contrelatraite.files.types import Fault

_ACTIONS = frozenset(
    {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/Movie", "/Sound", "/GoToE"}
)
_OUTWARD = frozenset({"/URI", "/GoToR"})  # by a click, a link as any other; on opening, a call home
_CARRIED = frozenset({"/EmbeddedFile", "/Filespec"})
_MOST_OBJECTS = 200_000


def faults(path: Path) -> Iterator[Fault]:
    """Yield X119 for a document that is locked or broken, X118 for what it runs or carries, P111 for its author."""
    from pypdf import PdfReader  # noqa: PLC0415  slow to import, and few entries have a document
    from pypdf.errors import PyPdfError  # noqa: PLC0415  as above

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it tells of every oddity that it repairs
    try:
        reader = PdfReader(path, strict=False)
        if reader.is_encrypted:
            yield "X119", {"read": "/Encrypt"}
            return
        pages = len(reader.pages)
        if not pages:
            yield "X119", {"read": "/Pages"}
            return
        run = next(_refused(reader), None)
        author = (reader.metadata.author or "").strip() if reader.metadata else ""
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError):
        yield "X119", {"read": "?"}
        return
    if run is not None:
        yield "X118", {"read": run}
    if author:
        yield "P111", {"read": author}


def _refused(reader: Any) -> Iterator[str]:  # noqa: ANN401  pypdf's reader
    """Yield the names of what a document must not hold; every object is looked at, used or not."""
    root = reader.trailer["/Root"]
    if "/AA" in root:
        yield "/AA"
    opening = root.get("/OpenAction")
    opening = opening.get_object() if opening is not None else None
    if isinstance(opening, dict) and opening.get("/S") in _OUTWARD:
        yield "/OpenAction"
    numbers = {(number, generation) for generation, table in reader.xref.items() for number in table}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > _MOST_OBJECTS:
        yield "…"
        return
    from pypdf.generic import IndirectObject  # noqa: PLC0415  as above

    yield from _in_value(reader.trailer, 0)
    for number, generation in sorted(numbers):
        yield from _in_value(IndirectObject(number, generation, reader).get_object(), 0)


def _in_value(value: Any, depth: int) -> Iterator[str]:  # noqa: ANN401  a PDF object
    """Look into a value, not through its references: what they lead to is looked at in its turn."""
    if depth > 50:  # noqa: PLR2004  a document's values are three or four deep
        yield "…"
    elif isinstance(value, dict):
        if value.get("/S") in _ACTIONS:
            yield str(value["/S"])
        if value.get("/Type") in _CARRIED or "/EmbeddedFiles" in value or "/EF" in value:
            yield "/EmbeddedFile"
        if "/JS" in value or "/XFA" in value:
            yield "/JS" if "/JS" in value else "/XFA"
        for inner in dict.values(value):
            yield from _in_value(inner, depth + 1)
    elif isinstance(value, list):
        for inner in list.__iter__(value):
            yield from _in_value(inner, depth + 1)
