"""Cards: the picture that stands beside a shared link, drawn from the page's title; and the mark as an icon.

1200 × 630 pixels, the size that the Open Graph's readers ask for; sixteen shades, so that a card weighs a few
kilobytes. Same words, same bytes: the letters come from a package, not from the machine.
"""

from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFont import FreeTypeFont

SIZE = (1200, 630)
_MARGIN = 90
_TITLE_TOP, _TITLE_BOTTOM = 190, 530
_TITLE_SIZES = (76, 66, 58, 50, 44, 38)  # the largest with which the title fits
_LEADING = 1.2
_SMALL = 34

# The colours of the light theme, as site.css names them.
_PAPER, _INK, _LINK, _WARM = (0xFB, 0xF8, 0xF2), (0x1B, 0x2A, 0x30), (0x0D, 0x55, 0x66), (0xA8, 0x3F, 0x27)
_COLOURS = (_INK, _LINK, _WARM)
_SHADES = 5  # of each colour, from the paper's, so that the edges of letters are smooth

_SHARP = 8  # a drawing is made that much larger, then made small: smooth edges


def card(title: str, name: str, place: str) -> bytes:
    """Draw the card of a page, a PNG: its title, the site's name, and where the page stands.

    Words in letters that the font lacks (Arabic, say) are left out rather than drawn as empty boxes.
    """
    picture = _background().copy()
    _write(picture, (_MARGIN + 92, _MARGIN - 4), _drawable(name), _font("Semibold", _SMALL), _LINK)
    size, lines = _fit(_drawable(title))
    for number, line in enumerate(lines):
        top = _TITLE_TOP + round(number * size * _LEADING)
        _write(picture, (_MARGIN, top), line, _font("Semibold", size), _INK)
    _write(picture, (_MARGIN, SIZE[1] - _MARGIN), _drawable(place), _font("Regular", _SMALL), _WARM)
    stream = BytesIO()
    picture.save(stream, "PNG", bits=4)
    return stream.getvalue()


def icon(size: int, kind: str) -> bytes:
    """Draw the mark alone: a `PNG` for a telephone's screen, an `ICO` for the browsers that read no SVG."""
    picture = _paper((size, size))
    _draw_mark(picture, (size // 8, size // 8), size * 3 // 4)
    stream = BytesIO()
    picture.save(stream, kind, sizes=[(size, size)]) if kind == "ICO" else picture.save(stream, kind, bits=4)
    return stream.getvalue()


def _paper(size: tuple[int, int]) -> "Image":
    """Give an empty picture whose palette goes from the paper's colour to each of the others."""
    from PIL import Image  # noqa: PLC0415  a command that draws nothing does not wait for it

    picture = Image.new("P", size, 0)
    palette = [*_PAPER]
    for colour in _COLOURS:
        for shade in range(1, _SHADES + 1):
            palette += [p + (c - p) * shade // _SHADES for p, c in zip(_PAPER, colour, strict=True)]
    picture.putpalette(palette)
    return picture


@lru_cache(maxsize=1)
def _background() -> "Image":
    """Give what all cards share: paper, the mark, and a line at the foot."""
    picture = _paper(SIZE)
    _draw_mark(picture, (_MARGIN - 6, _MARGIN - 24), 78)
    picture.paste(_index(_LINK, _SHADES), (0, SIZE[1] - 14, *SIZE))
    return picture


def _index(colour: tuple[int, int, int], shade: int) -> int:
    return _COLOURS.index(colour) * _SHADES + shade


def _stamp(picture: "Image", mask: "Image", place: tuple[int, int], colour: tuple[int, int, int]) -> None:
    """Lay a colour on a picture, as thick as the mask says."""
    inks, where = _levels(colour)
    picture.paste(mask.point(inks), place, mask.point(where))


@lru_cache(maxsize=len(_COLOURS))
def _levels(colour: tuple[int, int, int]) -> tuple[list[int], list[int]]:
    """Give, for each thickness of a mask, the entry of the palette, and whether anything is drawn."""
    shades = [round(value * _SHADES / 255) for value in range(256)]
    return [_index(colour, shade) if shade else 0 for shade in shades], [255 if shade else 0 for shade in shades]


def _write(
    picture: "Image", place: tuple[int, int], words: str, font: "FreeTypeFont", colour: tuple[int, int, int]
) -> None:
    from PIL import Image, ImageDraw  # noqa: PLC0415  as above

    mask = Image.new("L", (SIZE[0] - place[0], 2 * round(font.size)))
    ImageDraw.Draw(mask).text((0, 0), words, font=font, fill=255)
    _stamp(picture, mask, place, colour)


def _draw_mark(picture: "Image", place: tuple[int, int], side: int) -> None:
    """Draw the mark of partials/icons.html, on its grid of 48: a ring that opens, and what shows the way out."""
    from PIL import Image, ImageDraw  # noqa: PLC0415  as above

    scale = _SHARP * side / 48

    def grown(*places: float) -> list[float]:
        return [scale * place for place in places]

    def dot(drawing: "ImageDraw.ImageDraw", x: float, y: float, radius: float) -> None:
        drawing.ellipse(grown(x - radius, y - radius, x + radius, y + radius), fill=255)

    for colour in (_LINK, _WARM):
        mask = Image.new("L", (_SHARP * side, _SHARP * side))
        drawing = ImageDraw.Draw(mask)
        if colour is _LINK:
            drawing.arc(grown(3.5, 3.5, 44.5, 44.5), 0, 302, fill=255, width=round(5 * scale))
            dot(drawing, 33.5, 8.6, 2.5)
            dot(drawing, 42, 24, 2.5)
        else:
            drawing.line(grown(24, 24, 41, 7), fill=255, width=round(5 * scale))
            dot(drawing, 41, 7, 2.5)
            dot(drawing, 24, 24, 3.5)
        _stamp(picture, mask.resize((side, side), Image.Resampling.BOX), place, colour)


@lru_cache(maxsize=16)
def _font(weight: str, size: int) -> "FreeTypeFont":
    import font_source_serif_pro  # noqa: PLC0415  as above
    from PIL import ImageFont  # noqa: PLC0415  as above

    path = Path(font_source_serif_pro.font_directory, f"SourceSerifPro-{weight}.otf")
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)  # the same with every Pillow


def _drawable(words: str) -> str:
    """Give the words as the font can draw them: its one no-break space for the narrow one; nothing if it cannot."""
    plain = words.replace("\u202f", "\u00a0")
    return plain if all(map(_has, plain)) else ""


@lru_cache(maxsize=512)
def _has(letter: str) -> bool:
    font = _font("Semibold", _SMALL)
    absent = "\uffff"  # never a letter: the font draws its empty box
    return bytes(font.getmask(letter)) != bytes(font.getmask(absent))


def _fit(title: str) -> tuple[int, list[str]]:
    """Give the largest size with which the title fits, and its lines; at the smallest, what is too long ends in …."""
    for size in _TITLE_SIZES:
        lines = _lines(title, size)
        most = int((_TITLE_BOTTOM - _TITLE_TOP) // (size * _LEADING))
        if len(lines) <= most:
            return size, lines
    return size, [*lines[: most - 1], f"{lines[most - 1].rpartition(' ')[0]}…"]


def _lines(title: str, size: int) -> list[str]:
    font, width = _font("Semibold", size), SIZE[0] - 2 * _MARGIN
    lines = [""]
    for word in title.split(" "):
        longer = f"{lines[-1]} {word}".lstrip(" ")
        if font.getlength(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
