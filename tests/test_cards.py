"""Cards: a picture of a title, light, always the same; and the mark as an icon."""

from io import BytesIO

import pytest
from PIL import Image

from contrelatraite.rendering.cards import SIZE, _fit, card, icon

NAME = "Ensemble contre la traite des êtres humains"
KILOBYTE = 1024
LONG = "Convention relative à la protection des victimes et à la coopération entre les États " * 6


def drawn(picture: bytes) -> bytes:
    """Give the pixels of a picture."""
    return Image.open(BytesIO(picture)).convert("RGB").tobytes()


def test_a_card_has_the_size_that_sharing_asks_for() -> None:
    picture = Image.open(BytesIO(card("Obtenir de l’aide", NAME, "exemple.org")))
    assert (picture.format, picture.size, SIZE) == ("PNG", (1200, 630), (1200, 630))


def test_a_card_of_the_longest_title_weighs_less_than_25_kilobytes() -> None:
    assert len(card(LONG, NAME, "exemple.org")) < 25 * KILOBYTE


def test_the_same_title_gives_the_same_bytes() -> None:
    assert card("Le droit", NAME, "exemple.org") == card("Le droit", NAME, "exemple.org")


@pytest.mark.parametrize(
    "others", [("La loi", NAME, "a.org"), ("Le droit", "Autre", "a.org"), ("Le droit", NAME, "b.org")]
)
def test_a_card_shows_the_title_the_name_and_the_place(others: tuple[str, str, str]) -> None:
    assert drawn(card(*others)) != drawn(card("Le droit", NAME, "a.org"))


def test_the_narrow_no_break_space_that_the_font_lacks_is_drawn_as_the_other_one() -> None:
    assert drawn(card("Qui ?", NAME, "a.org")) == drawn(card("Qui\u00a0?", NAME, "a.org"))
    assert drawn(card("Qui\u202f?", NAME, "a.org")) == drawn(card("Qui\u00a0?", NAME, "a.org"))


def test_letters_that_the_font_lacks_are_left_out() -> None:
    assert drawn(card("معًا ضد الاتجار بالبشر", NAME, "a.org")) == drawn(card("", NAME, "a.org"))


def test_a_line_never_breaks_at_a_no_break_space() -> None:
    _, lines = _fit("Les nouveaux visages de l’esclavage, de la traite et de l’exploitation : «\u00a0enfants\u00a0»")
    assert [line for line in lines if line.endswith("«") or line.startswith("»")] == []


def test_a_title_that_fits_is_whole() -> None:
    title = "Convention du Conseil de l’Europe sur la lutte contre la traite des êtres humains"
    assert " ".join(_fit(title)[1]) == title


def test_what_is_too_long_ends_with_an_ellipsis() -> None:
    assert _fit(LONG)[1][-1].endswith("…")


@pytest.mark.parametrize(("kind", "size"), [("PNG", 180), ("ICO", 32)])
def test_an_icon_has_its_size(kind: str, size: int) -> None:
    picture = Image.open(BytesIO(icon(size, kind)))
    assert (picture.format, picture.size) == (kind, (size, size))
