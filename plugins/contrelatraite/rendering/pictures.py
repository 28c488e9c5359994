"""Pictures: an entry's logo → how large a page shows it, and the light copies of it that browsers prefer.

A copy holds the points and their colours alone: no place, no camera, no author. A drawing (SVG) is light already, and
only needs a size. Every picture has its size in the page, so that nothing moves when it comes.
"""

from collections.abc import Iterator
from io import BytesIO
from math import inf
from pathlib import Path
from typing import Any

from lxml import etree
from PIL import Image, ImageOps

BOX = (204, 102)  # CSS pixels: 12 by 6 rem, the most that .c-logo of the theme gives
_DENSITY = 2  # points to a CSS pixel: what the screens of telephones show
_FORMATS: dict[str, dict[str, Any]] = {  # the lightest first, as browsers take the first that they know
    "avif": {"quality": 70, "max_threads": 1},  # one thread: the same bytes on every machine
    "webp": {"quality": 80, "method": 6},
}
_DRAWING = ".svg"


def size(path: Path) -> tuple[int, int]:
    """Give the width and height that a page shows a picture at: CSS pixels, within BOX, points never enlarged."""
    if path.suffix.lower() == _DRAWING:
        return _within(*_proportions(path))
    with Image.open(path) as picture:
        width, height = ImageOps.exif_transpose(picture).size
    return _within(width, height, most=1)


def copies_of(name: str) -> dict[str, str]:
    """Give the names of a picture's copies and their types, in the order in which a browser chooses; see `copies`."""
    return {} if Path(name).suffix.lower() == _DRAWING else {f"{name}.{to}": f"image/{to}" for to in _FORMATS}


def copies(path: Path) -> Iterator[bytes]:
    """Yield the copies that `copies_of` names. Raises OSError when the picture cannot be read."""
    if not copies_of(path.name):
        return
    width, height = size(path)
    with Image.open(path) as picture:
        points = ImageOps.exif_transpose(picture)
        points = points.convert("RGBA" if points.has_transparency_data else "RGB")
        if points.width > width * _DENSITY:
            points = points.resize((width * _DENSITY, height * _DENSITY), Image.Resampling.LANCZOS)
        colours = picture.info.get("icc_profile") or b""
    for to, options in _FORMATS.items():
        written = BytesIO()
        points.save(written, to, icc_profile=colours, exif=b"", xmp=b"", **options)
        yield written.getvalue()


def _within(width: float, height: float, most: float = inf) -> tuple[int, int]:
    scale = min(BOX[0] / width, BOX[1] / height, most)
    return max(1, round(width * scale)), max(1, round(height * scale))


def _proportions(path: Path) -> tuple[float, float]:
    """Read how wide and high a drawing says it is (SVG 2, 8.2 and 8.6); one that does not say fills the box."""
    root = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    box = root.get("viewBox", "").replace(",", " ").split()[2:] or [root.get("width", ""), root.get("height", "")]
    try:
        width, height = (float(number.removesuffix("px")) for number in box)
    except ValueError:
        return BOX
    return (width, height) if 0 < width < inf and 0 < height < inf else BOX
