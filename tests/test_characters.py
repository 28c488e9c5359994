"""Characters that no reader can see or trust are told; those of every script and emoji pass."""

import pytest

from contrelatraite.reading.characters import check


def told(line: str) -> list[tuple[str, int]]:
    """Give the code and column of what is told of a line."""
    return [(problem.code, problem.place.column) for problem in check([line], "a.md")]


def nearest(line: str) -> list[object]:
    """Give what is to be written in place of what is told of a line."""
    return [problem.values["nearest"] for problem in check([line], "a.md")]


@pytest.mark.parametrize(
    "line",
    [
        "« Déjà vu » : l’œuvre… DÉCIDÉ… « CHÂTEAU » – 5 % ; 10 000 €",
        "Москва, СССР, Ελλάδα, Հայաստան, ქართული",
        "العربية \u200fוְעִבְרִית",
        "می\u200cخواهم, क्\u200dष, ক্\u200cষ",
        "👩🏽\u200d🚒 👨\u200d👩\u200d👧 ❤\ufe0f 1\ufe0f\u20e3 🏳\ufe0f\u200d🌈 ☎\ufe0e",
        "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f",
        "\U0001fae9",  # an emoji newer than this Python
        "葛\U000e0100, 東京, 서울",
        "e\u0301 o\u0308 x\u0335",
        "a" * 50_000,
        "5 μm, ΔT, 10 Ω, π",
        "<script>alert(1)</script>",
        "A–B — C‑D",
        "\ttab",
    ],
)
def test_harmless_text_that_looks_odd_passes(line: str) -> None:
    assert told(line) == []


@pytest.mark.parametrize("char", ["\x00", "\x08", "\x0c", "\x1b", "\x7f", "\x9b"])
def test_a_control_character_is_told(char: str) -> None:
    assert told(f"é{char}") == [("X106", 2)]


@pytest.mark.parametrize("char", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_what_reverses_the_order_of_reading_is_told(char: str) -> None:
    assert told(f"عرب{char}") == [("X107", 4)]


@pytest.mark.parametrize(
    "char",
    "\u00ad\u034f\u115f\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2063\u2800\u3164\ufe0f\ufeff\U000e0041\U000e0100",
)
def test_what_nobody_sees_between_two_letters_is_told(char: str) -> None:
    assert told(f"a{char}b") == [("X108", 2)]


@pytest.mark.parametrize("char", "\ue000\ufdd0\uffff\U000f0000\u0378")
def test_what_means_nothing_elsewhere_is_told(char: str) -> None:
    assert told(f"a{char}b") == [("X110", 2)]


@pytest.mark.parametrize(
    ("read", "meant"),
    [("Рayрal", "Paypal"), ("ССEM", "CCEM"), ("Αmicale", "Amicale"), ("Ｎｉｄ", "Nid"), ("𝐍𝐢𝐝", "Nid")],
)
def test_letters_that_look_like_ours_are_told_with_ours(read: str, meant: str) -> None:
    assert (told(f"Le {read}."), nearest(f"Le {read}.")) == ([("X109", 4)], [meant])


@pytest.mark.parametrize(("read", "meant"), [("Ã©", "é"), ("Ã\xa0", "à"), ("â€™", "’"), ("Å“", "œ"), ("Â«", "«")])
def test_letters_garbled_by_a_copy_are_told_with_those_that_were_meant(read: str, meant: str) -> None:
    assert nearest(f"l {read}.") == [meant]


def test_a_kind_of_character_is_told_once_a_line() -> None:
    assert told("a\u200bb\u200bc") == [("X108", 2)]


def test_a_mark_of_direction_serves_in_a_line_of_letters_written_from_right_to_left() -> None:
    assert [problem.place.line for problem in check(["\u200eא\u200e", "\u200ea"], "a.md")] == [2]
