"""PNG, JPEG and WebP: whether the picture can be read, is of a sane size, and says where, by whom or of whom it is.

A picture is points, their colours, its size and its orientation; the words around it are read by nobody before they are
published. The head is read first, and the points of a picture of a sane size only: a small file can hold one of
gigabytes. Sources: Exif 2.32, 4.6.5 and 4.6.6 (GPS); XMP's exif:GPS and photoshop/Iptc4xmpCore places; IPTC-IIM,
datasets 2:90 to 2:101; JPEG, B.2.4 (segments); PNG, 11.3 (chunks).
"""

import re
import warnings
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from contrelatraite.files.types import Fault

if TYPE_CHECKING:
    from PIL.Image import Exif

_LONGEST_SIDE = 6000  # points: a page printed at 500 points an inch
_FORMATS = ("PNG", "JPEG", "WEBP")
_GPS = 0x8825  # the Exif field that leads to the position
_POSITIONS = frozenset({2, 4, 20, 22, 28})  # latitude, longitude, those of the subject, name of the area
_DETAILS = (0x8769, 0xA005)  # the Exif fields that lead to more of them
_SMALL_COPY = -1  # as Pillow numbers the part of Exif with the picture as it was before somebody cut or blurred it
# Make, model, program, days, versions, how points are coded, lens: of the camera, not of a person.
_OF_CAMERA = frozenset(
    {0x010F, 0x0110, 0x0131, 0x0132, 0x9000, 0x9003, 0x9004, 0x9010, 0x9011, 0x9012, 0x9101, 0x9290, 0x9291, 0x9292}
    | {0xA000, 0xA300, 0xA301, 0xA302, 0xA40B, 0xA433, 0xA434, 0x0001, 0x0002}
)
_PLACE = re.compile(
    rb"(?i:exif:GPS|Iptc4xmpCore:Location|Iptc4xmpExt:Location|photoshop:(?:City|State|Country))"
    rb"|\x1c\x02[\x5a\x5c\x5f\x64\x65]"  # IPTC: city, sublocation, province, country
)
# The segments of a JPEG and the chunks of a WebP that say how to show it; Exif is read field by field.
_NEEDED = (b"JFIF\0", b"Exif\0\0", b"ICC_PROFILE\0", b"Adobe")
_NEEDED_CHUNKS = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP", b"EXIF"})
# What programs write of themselves, of the day and of the margins.
_OF_PROGRAM = frozenset({"Software", "Creation Time", "date:create", "date:modify", "date:timestamp", "vpAg", "caNv"})
_BY_PROGRAM = re.compile(rb"Created with (?:The )?GIMP|CREATOR: gd-jpeg v[\d.]+ \(using IJG JPEG v\d+\)[\w, =]*\s*")


def faults(path: Path) -> Iterator[Fault]:
    """Yield X116 for a picture that cannot be read or is too large, P110 for one that tells a place, P112 for words."""
    from PIL import Image  # noqa: PLC0415  slow to import, and few entries have a picture

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the sides below say it better
            with Image.open(path, formats=_FORMATS) as picture:
                width, height = picture.size
                if max(width, height) > _LONGEST_SIDE:
                    yield "X116", {"read": f"{width} × {height}", "most": str(_LONGEST_SIDE)}
                    return
                picture.load()  # all of it: one cut short has a head like any other
                exif, blocks = picture.getexif(), list(_blocks(picture))
                if _POSITIONS & exif.get_ifd(_GPS).keys() or any(_PLACE.search(data) for _, data in blocks):
                    yield "P110", {}
                elif read := next(_told(exif, blocks), None):
                    yield "P112", {"read": read}
    except Exception:  # noqa: BLE001  a broken picture raises whatever its decoder meets
        yield "X116", {"read": "?", "most": str(_LONGEST_SIDE)}


def words(path: Path) -> Iterator[str]:
    """Yield what remains around a picture in which nothing is wrong: its camera and its program."""
    from PIL import Image  # noqa: PLC0415  as above

    with Image.open(path, formats=_FORMATS) as picture:
        picture.load()
        exif = picture.getexif()
        yield from (str(value) for _, value in _fields(exif))
        yield from (data.decode("utf-8", "replace") for _, data in _blocks(picture))


def _blocks(picture: Any) -> Iterator[tuple[str, bytes]]:  # noqa: ANN401  a picture of one of three formats
    """Yield the name and the content of all that stands in a file beside its points, colours, size and Exif."""
    for name, text in getattr(picture, "text", {}).items():  # PNG
        yield name, text.encode()
    for chunk in getattr(picture, "private_chunks", ()):
        yield chunk[0].decode("latin-1"), chunk[1]
    for name, data in getattr(picture, "applist", ()):  # JPEG
        if not data.startswith(_NEEDED):
            yield name, data
    if picture.format == "WEBP":
        yield from _chunks(Path(picture.filename).read_bytes())


def _chunks(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the chunks of a WebP that are not needed to show it (RFC 9649, 2.3 and 2.4)."""
    at = 12
    while at < len(data):
        name, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if name not in _NEEDED_CHUNKS:
            yield name.decode("latin-1").strip(), data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _fields(exif: "Exif") -> Iterator[tuple[int, str | bytes]]:
    """Yield the fields of Exif that hold words, or bytes that may be words."""
    for fields in (exif, *(exif.get_ifd(tag) for tag in _DETAILS)):
        for tag, value in fields.items():
            if isinstance(value, str | bytes):
                yield tag, value


def _told(exif: "Exif", blocks: Iterable[tuple[str, bytes]]) -> Iterator[str]:
    """Yield the words around a picture that are of a person or of what it shows, each by its beginning."""
    from PIL.ExifTags import TAGS  # noqa: PLC0415  as above

    for name, data in blocks:
        if name not in _OF_PROGRAM and not _BY_PROGRAM.fullmatch(data.strip(b"\0")):
            yield name
    if exif.get_ifd(_SMALL_COPY):
        yield "JPEGInterchangeFormat"
    for tag, value in _fields(exif):
        blank = not value.strip(" \0") if isinstance(value, str) else not value.removeprefix(b"ASCII").strip(b" \0")
        if tag not in _OF_CAMERA and not blank:
            yield TAGS.get(tag, f"Exif {tag:#06x}")
