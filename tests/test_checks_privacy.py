"""P: e-mail addresses and numbers in every usual spelling, and what only looks like one."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from contrelatraite.content import read_and_check
from contrelatraite.languages import Language
from tests.support import write

TODAY = date(2026, 1, 1)


def found(content: Path, languages: Mapping[str, Language], text: str) -> list[str]:
    """Give the codes of what a text says that it must not."""
    write(content, "news:a", text)
    return sorted({p.code for p in read_and_check(content, languages, TODAY).problems if p.code.startswith("P")})


@pytest.mark.parametrize(
    "number",
    [
        "01 99 00 12 34",
        "0199001234",
        "01.99.00.12.34",
        "01-99-00-12-34",
        "01\u202f99\u00a000 12 34",
        "+33 1 99 00 12 34",
        "+33 (0)1 99 00 12 34",
        "0033 1 99 00 12 34",
        "(01) 99 00 12 34",
        "tel:+33199001234",
        "01 99 00\n12 34",
        "&#48;1 99 00 12 34",
        "+32 2 555 12 12",
        "\uff0b33 1 99 00 12 34",
    ],
)
def test_a_number_is_found_in_every_spelling(content: Path, languages: Mapping[str, Language], number: str) -> None:
    assert found(content, languages, f"Appelez le {number}.") == ["P102"]


@pytest.mark.parametrize(
    "address",
    [
        "nom@example.org",
        "nom [at] example.org",
        "nom(at)example.org",
        "nom arobase example.org",
        "nom [at] example [dot] org",
        "nom arobase example point org",
        "nom\uff20example.org",
        "nom&#64;example.org",
        "[nous](mailto:nom@example.org)",
        "nom [@] example.org",
    ],
)
def test_an_address_is_found_in_every_spelling(content: Path, languages: Mapping[str, Language], address: str) -> None:
    assert found(content, languages, f"Écrivez à {address}") == ["P101"]


@pytest.mark.parametrize(
    "text",
    [
        "le 17, le 112, le 119, le 3919 et le 116 006",
        "le 05/06/2025 et le 2025-06-05",
        "l’article 225-4-1, la directive 2011/36/UE, GRETA(2017)17, JORFTEXT000039435027, 32011L0036",
        "de 10 h 30 à 12 h 30, 23 600 personnes, 1 500 000 euros",
        "elle habite chez elle, point par point",
        "2 95 10 99 126 111 94",
        "FR15 2004 1010 0505 0001 3M02 606",
    ],
)
def test_what_only_looks_like_one_is_left_alone(content: Path, languages: Mapping[str, Language], text: str) -> None:
    assert found(content, languages, text) == []
