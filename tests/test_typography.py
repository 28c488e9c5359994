"""A French text is typeset as French is printed; code, addresses and other languages are left alone."""

import time

import pytest

from contrelatraite.typography import corrected


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("l'aide d'urgence", "l’aide d’urgence"),
        ('dit "oui".', "dit «\u00a0oui\u00a0»."),
        ("« oui »", "«\u00a0oui\u00a0»"),
        ("«oui»", "«\u00a0oui\u00a0»"),
        ("Quoi?", "Quoi\u202f?"),
        ("Quoi ?!", "Quoi\u202f?!"),
        ("un ; deux", "un\u202f; deux"),
        ("Note: ceci", "Note\u00a0: ceci"),
        ("et puis...", "et puis…"),
    ],
)
def test_a_sign_is_corrected(read: str, printed: str) -> None:
    assert corrected(read, "fr") == printed


@pytest.mark.parametrize(
    "text",
    [
        '`l\'aide: "a"...`',
        "[l’aide](https://a.org/x?y=1;z:t) à 10:30",
        "[](members:asso-a) et members:asso-b",
        "[A](members: x) et [B]( members:b )",
        '[x](https://a.org/a_(b)?c="d")',
        "[x](https://a.org \"l'un: et l'autre\")",
        "R&amp;D, l&#39;un",
        "*Trafficking: it's a crime!*{lang=en}",
        "## Titre {#titre}",
        "| a | b |",
        "|:---|---:|",
        "«\u202foui\u202f» et « oui »".replace("« oui »", "«\u00a0oui\u00a0»"),
        "a@example.org; ".strip(" ;"),
        "https://a.org/?q=a",
    ],
)
def test_what_is_right_or_no_prose_stays(text: str) -> None:
    assert corrected(text, "fr") == text


def test_english_keeps_its_plain_signs() -> None:
    assert corrected('It\'s "here": why?', "en") == 'It\'s "here": why?'


@pytest.mark.parametrize("text", ['l\'aide: "non"...', "« a»? b!"])
def test_what_was_corrected_is_right(text: str) -> None:
    once = corrected(text, "fr")
    assert corrected(once, "fr") == once


@pytest.mark.parametrize(
    "text",
    ["a" * 90_000 + " fin!", "." * 90_000 + " fin!", "](" * 45_000 + "!", "a@" * 45_000 + "!", "&" * 90_000 + "!"],
)
def test_a_long_line_is_read_in_a_time_that_its_length_explains(text: str) -> None:
    start = time.perf_counter()
    corrected(text, "fr")
    assert time.perf_counter() - start < 1
