"""The types of files that are published: their extensions, how each begins, how large it may be."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Literal

Fault = tuple[str, dict[str, str]]  # a code and the values of its message

_KB = 1000
_SEEN = 4096  # bytes at the start of a file, where each type names itself


@dataclass(frozen=True, slots=True)
class Type:
    """A type of file; `reader` is the module of this package that looks into it."""

    name: str
    suffixes: tuple[str, ...]
    reader: Literal["pdf", "svg", "picture"]
    most: int  # bytes


# A document may hold scanned pages; a picture is sent to telephones on slow networks; a drawing is text.
TYPES = (
    Type("PDF", (".pdf",), "pdf", 10_000 * _KB),
    Type("SVG", (".svg",), "svg", 200 * _KB),
    Type("PNG", (".png",), "picture", 2_000 * _KB),
    Type("JPEG", (".jpg", ".jpeg"), "picture", 2_000 * _KB),
    Type("WebP", (".webp",), "picture", 2_000 * _KB),
)
SUFFIXES = tuple(suffix for kind in TYPES for suffix in kind.suffixes)
LOGO_SUFFIXES = tuple(suffix for kind in TYPES for suffix in kind.suffixes if kind.reader != "pdf")
LARGEST_LOGO = 200 * _KB  # a logo stands on a page whose text weighs a tenth of that


def type_of(name: str) -> Type | None:
    """Give the type that a file's extension promises."""
    return next((kind for kind in TYPES if Path(name).suffix.lower() in kind.suffixes), None)


def faults(path: Path, *, logo: bool = False) -> Iterator[Fault]:
    """Yield what is wrong with a file of one of the types; codes S019, X114 to X119, P110 to P112."""
    promised = type_of(path.name)
    if promised is None:
        return
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            start = file.read(_SEEN)
    except OSError:
        yield "S019", {}
        return
    found = real_type(start)
    if found != promised.name:
        yield "X114", {"promised": promised.name, "found": found or "?"}
        return
    most = min(promised.most, LARGEST_LOGO) if logo else promised.most
    if size > most:
        yield "X115", {"size": str(-(-size // _KB)), "most": str(most // _KB)}
        return
    yield from import_module(f"contrelatraite.files.{promised.reader}").faults(path)


def words(path: Path) -> Iterator[str]:
    """Yield what a file in which `faults` finds nothing to refuse says, where that can be read quickly.

    That is all of a drawing, but neither the pages of a document nor the points of a picture.
    """
    kind = type_of(path.name)
    if kind is not None:
        yield from import_module(f"contrelatraite.files.{kind.reader}").words(path)


def real_type(start: bytes) -> str | None:
    """Name what the first bytes of a file say that it is, None for what nothing says.

    Sources: PDF 32000-1, 7.5.2; PNG, clause 5.2; JPEG, B.1.1.3; RFC 9649 (WebP); GIF89a; TIFF 6.0; ZIP, 4.3.
    """
    signatures = {
        b"%PDF-": "PDF",
        b"\x89PNG\r\n\x1a\n": "PNG",
        b"\xff\xd8\xff": "JPEG",
        b"GIF8": "GIF",
        b"II*\0": "TIFF",
        b"MM\0*": "TIFF",
        b"PK\x03\x04": "ZIP, DOCX, ODT",
        b"\xd0\xcf\x11\xe0": "DOC, XLS",
        b"MZ": "EXE",
        b"\x7fELF": "ELF",
        b"BM": "BMP",
    }
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "WebP"
    named = next((name for signature, name in signatures.items() if start.startswith(signature)), None)
    if named:
        return named
    words = start.lower()
    if b"<svg" in words and b"<html" not in words:
        return "SVG"
    return "HTML" if b"<html" in words or b"<script" in words or b"<!doctype html" in words else None
