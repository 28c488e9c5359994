"""PNG, JPEG and WebP: whether the picture can be read, is of a sane size, and says where it was taken.

The head is read first, and the points of a picture of a sane size only: a small file can hold one of gigabytes.
Sources: Exif 2.32, 4.6.6 (GPS); XMP's exif:GPS and photoshop/Iptc4xmpCore places; IPTC-IIM, datasets 2:90 to 2:101.
"""

import re
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from contrelatraite.files.types import Fault

if TYPE_CHECKING:
    from PIL.Image import Exif

_LONGEST_SIDE = 6000  # points: a page printed at 500 points an inch
_GPS = 0x8825  # the Exif field that leads to the position
_POSITIONS = frozenset({2, 4, 20, 22, 28})  # latitude, longitude, those of the subject, name of the area
_IPTC = 0x0404  # in Photoshop's block of a JPEG
_PLACE_IN_XMP = re.compile(
    rb"exif:GPS|Iptc4xmpCore:Location|Iptc4xmpExt:Location|photoshop:(?:City|State|Country)", re.IGNORECASE
)
_PLACES_IN_IPTC = frozenset({90, 92, 95, 100, 101})  # city, sublocation, province, country
_XMP = ("xmp", "XML:com.adobe.xmp")


def faults(path: Path) -> Iterator[Fault]:
    """Yield X116 for a picture that cannot be read or is too large, P110 for one that tells a place."""
    from PIL import Image  # noqa: PLC0415  slow to import, and few entries have a picture

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # the sides below say it better
            with Image.open(path, formats=("PNG", "JPEG", "WEBP")) as picture:
                width, height = picture.size
                if max(width, height) > _LONGEST_SIDE:
                    yield "X116", {"read": f"{width} × {height}", "most": str(_LONGEST_SIDE)}
                    return
                picture.load()  # all of it: one cut short has a head like any other
                if tells_a_place(picture.getexif(), picture.info):
                    yield "P110", {}
    except Exception:  # noqa: BLE001  a broken picture raises whatever its decoder meets
        yield "X116", {"read": "?", "most": str(_LONGEST_SIDE)}


def tells_a_place(exif: "Exif", info: Mapping[Any, Any]) -> bool:
    """Whether the fields around a picture say where it was taken."""
    if _POSITIONS & exif.get_ifd(_GPS).keys():
        return True
    for key in _XMP:
        text = info.get(key, b"")
        if _PLACE_IN_XMP.search(text.encode() if isinstance(text, str) else text):
            return True
    blocks = info.get("photoshop")
    iptc = blocks.get(_IPTC) if isinstance(blocks, dict) else None
    return isinstance(iptc, bytes) and any(bytes((0x1C, 2, dataset)) in iptc for dataset in _PLACES_IN_IPTC)
