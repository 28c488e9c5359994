"""Pictures: each has its size before it comes, and lighter copies that say nothing of their author."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from contrelatraite.rendering import pictures

TURNED = 6  # Exif: the picture lies on its side
ORIENTATION, CAMERA, GPS = 0x0112, 0x0110, 0x8825


def drawn(folder: Path, name: str, width: int, height: int, **saved: Any) -> Path:  # noqa: ANN401  what Pillow takes
    """Draw a picture whose points all differ a little, so that its weight is that of a real one."""
    points = Image.radial_gradient("L").resize((width, height))
    path = folder / name
    Image.merge("RGB", (points, points.rotate(90), points.rotate(180))).save(path, **saved)
    return path


def written(folder: Path, text: str) -> Path:
    """Write a drawing."""
    path = folder / "logo.svg"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {text}/>', "utf-8")
    return path


@pytest.mark.parametrize(
    ("width", "height", "shown"),
    [
        (1000, 500, (204, 102)),
        (1000, 100, (204, 20)),
        (100, 1000, (10, 102)),
        (120, 60, (120, 60)),  # never larger than it is
        (5000, 1, (204, 1)),
    ],
)
def test_a_picture_is_shown_within_the_box(tmp_path: Path, width: int, height: int, shown: tuple[int, int]) -> None:
    assert pictures.size(drawn(tmp_path, "logo.png", width, height)) == shown


def test_a_picture_that_lies_on_its_side_is_shown_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = TURNED
    path = drawn(tmp_path, "logo.jpg", 600, 300, exif=exif)
    assert pictures.size(path) == (51, 102)
    assert {Image.open(BytesIO(copy)).size for copy in pictures.copies(path)} == {(102, 204)}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ('viewBox="0 0 20 10"', (204, 102)),
        ('viewBox="0,0,10,10" width="5" height="50"', (102, 102)),
        ('width="400px" height="100px"', (204, 51)),
        ('width="100%" height="100%"', pictures.BOX),
        ('viewBox="0 0 0 10"', pictures.BOX),
        ('viewBox="0 0 1e999 10"', pictures.BOX),
        ('viewBox="0 0 nan 10"', pictures.BOX),
        ("", pictures.BOX),
    ],
)
def test_a_drawing_fills_the_box_in_its_own_proportions(tmp_path: Path, text: str, shown: tuple[int, int]) -> None:
    assert pictures.size(written(tmp_path, text)) == shown


def test_a_drawing_needs_no_copy(tmp_path: Path) -> None:
    assert list(pictures.copies(written(tmp_path, 'viewBox="0 0 20 10"'))) == []


def test_the_copies_are_what_their_names_say_in_the_order_of_choice(tmp_path: Path) -> None:
    path = drawn(tmp_path, "logo.png", 800, 400)
    assert pictures.copies_of("logo.png") == {"logo.png.avif": "image/avif", "logo.png.webp": "image/webp"}
    assert [Image.open(BytesIO(copy)).format for copy in pictures.copies(path)] == ["AVIF", "WEBP"]


def test_a_copy_has_two_points_to_a_pixel(tmp_path: Path) -> None:
    path = drawn(tmp_path, "logo.png", 800, 400)
    assert {Image.open(BytesIO(copy)).size for copy in pictures.copies(path)} == {(408, 204)}


def test_each_copy_is_lighter_than_the_picture(tmp_path: Path) -> None:
    path = drawn(tmp_path, "logo.png", 800, 400)
    assert max(len(copy) for copy in pictures.copies(path)) < path.stat().st_size


def test_a_copy_keeps_what_one_sees_through(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    Image.new("RGBA", (300, 100), (200, 0, 0, 0)).save(path)
    assert {Image.open(BytesIO(copy)).getchannel("A").getpixel((5, 5)) for copy in pictures.copies(path)} == {0}


def test_a_copy_says_nothing_of_its_author_nor_of_the_place(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[CAMERA] = "a camera"
    exif.get_ifd(GPS)[2] = (48.0, 51.0, 24.0)
    path = drawn(tmp_path, "logo.jpg", 800, 400, exif=exif)
    assert b"a camera" in path.read_bytes()
    for copy in pictures.copies(path):
        assert b"a camera" not in copy
        assert len(Image.open(BytesIO(copy)).getexif()) == 0


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    path = drawn(tmp_path, "logo.png", 800, 400)
    assert list(pictures.copies(path)) == list(pictures.copies(path))
