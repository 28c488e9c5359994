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
        "33 1 99 00 12 34",
        "33199001234",
        "+33 01 99 00 12 34",
        "01\u00b799\u00b700\u00b712\u00b734",
        "01•99•00•12•34",
        "01,99,00,12,34",
        "01 - 99 - 00 - 12 - 34",
        "0 199 001 234",
        "01 99 00 12 34-Accueil",
        "Tél.01 99 00 12 34",
        "Port.0199001234",
        "Tél/01 99 00 12 34",
        "Tél01 99 00 12 34",
        "\uff10\uff11 \uff19\uff19 \uff10\uff10 \uff11\uff12 \uff13\uff14",
        "_01 99 00 12 34_",
        "**01** **99** 00 12 34",
        "`01` 99 00 12 34",
        "01&ensp;99 00 12 34",
        "01&shy;99001234",
        "[nous](https://wa.me/33199001234)",
        "[nous](https://wa.me/3225551212)",
        "[nous](https://api.whatsapp.com/send?phone=33199001234)",
        "0032 2 555 12 12",
        "+44 (0)20 7946 0018",
        "le 05/06/2025 01 99 00 12 34",
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
        "**nom**@example.org",
        "nom@**example.org**",
        "nom`@`example.org",
        "_nom_@example.org",
        "nom @ example.org",
        "nom@ example.org",
        "nom @example.org",
        "nom \uff20 example.org",
        "nom(a)example.org",
        "nom (arrobase) example.org",
        "nom arrobase example.org",
        "nom AROBASE EXAMPLE POINT ORG",
        "nom &lt;at&gt; example.org",
        "nom -at- example -dot- org",
        "nom chez example point org",
        "nom chez example.org",
        "nom@example\\.org",
        "nom&shy;@example.org",
        "nom@mail.163.com",
    ],
)
def test_an_address_is_found_in_every_spelling(content: Path, languages: Mapping[str, Language], address: str) -> None:
    assert found(content, languages, f"Écrivez à {address}") == ["P101"]


@pytest.mark.parametrize(
    "text",
    [
        "le 17, le 112, le 119, le 3919 et le 116 006",
        "le 05/06/2025 et le 2025-06-05",
        "le 05/06/2025 10 h 30, du 05.06.2025-07.06.2025, 2025-06-05/2025-07-08, de 06/2024 – 2025/2026",
        "75341 Paris CEDEX 07 – 2014/2015",
        "« 150 000 000 000 de dollars », « 10 000 000 000 € », 33 600 000 000 euros, +12 345 678 personnes",
        "ISBN 0-306-40615-2, 0 306 40615 2 et 978-2-07-036822-8",
        "SIREN 012 345 678, SIRET 012 345 678 00012",
        "dans les départements 01, 02, 03, 04, 05 et 06",
        "de 08:30 – 10:45, 11:15 – 12:45",
        "[une étude](https://www.example.org/etude-0199001234.pdf)",
        "[une étude](https://www.example.org/0199001234)",
        "logé chez M.Dupont, logé chez lui.Il travaille",
        "elle habite chez lui.Il travaille, hébergée chez eux.la suite",
        "l’alinéa 4 (a) du texte, publié at www.example.org",
        "they arrived at this point in time; at one point it was late; at 8 a.m. at e.g. the town",
        "l’article 225-4-1, la directive 2011/36/UE, GRETA(2017)17, JORFTEXT000039435027, 32011L0036",
        "de 10 h 30 à 12 h 30, 23 600 personnes, 1 500 000 euros",
        "elle habite chez elle, point par point",
        "2 95 10 99 126 111 94",
        "FR15 2004 1010 0505 0001 3M02 606",
    ],
)
def test_what_only_looks_like_one_is_left_alone(content: Path, languages: Mapping[str, Language], text: str) -> None:
    assert found(content, languages, text) == []


def problems(content: Path, languages: Mapping[str, Language]) -> list[str]:
    """Give what is refused as an address or a number, with its file."""
    told = read_and_check(content, languages, TODAY).problems
    return [f"{p.path.split('/')[2]} {p.code} {p.values['read']}" for p in told if p.code in {"P101", "P102"}]


def contact(*, phone: str, email: str = "nous@example.org") -> dict[str, object]:
    """Give a contact declared public."""
    return {"name": "Nous", "email": email, "phone": phone, "public": True, "confirmed": "2025-12-01"}


@pytest.mark.parametrize(
    "text",
    [
        "01 99 00 55 55 (24 h/24)",
        "01 99 00 55 55 (7 j/7)",
        "01 99 00 55 55 - 7 jours sur 7",
        "01 99 00 55 55 – 7 jours sur 7",
        "01 99 00 55 55 / 24 h sur 24",
        "+33 1 99 00 55 55 (24 h/24)",
        "+33 (0)1 99 00 55 55 – 3 lignes",
        "33 1 99 00 55 55",
        "01 99 00 55 55. 3 bénévoles répondent.",
        "01 99 00 55 55\n- 2 permanences",
        "01 99 00 55 55\n\n2 rue du Bac",
        "01 99 00 55 55 / 01 99 00 55 55",
        "01 99 00 55 55/01 99 00 55 55",
        "01 99 00 55 55–+33 1 99 00 55 55",
        "75341 Paris CEDEX 07 – 01 99 00 55 55",
        "+32 2 555 12 12 (24 h/24)",
        "0032 2 555 12 12 – 7 jours sur 7",
        "**nous**@example.org, _nous@example.org_, nous @ example.org, nous [at] example [dot] org",
        "nous@example.org point de contact",
    ],
)
def test_what_is_declared_public_is_public_whatever_follows_it(
    content: Path, languages: Mapping[str, Language], text: str
) -> None:
    write(content, "members:a", contact=contact(phone="+33 1 99 00 55 55"))
    write(content, "members:b", contact=contact(phone="+32 2 555 12 12"))
    write(content, "news:a", text)
    assert problems(content, languages) == []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("01 99 00 55 55 / 01 99 00 12 34", "01 99 00 12 34"),
        ("01 99 00 55 55/01 99 00 12 34", "01 99 00 12 34"),
        ("0199005555/0199001234", "0199001234"),
        ("01.99.00.55.55-01.99.00.12.34", "01.99.00.12.34"),
        ("+32 2 555 12 12 / 01 99 00 12 34", "01 99 00 12 34"),
        ("+32 2 555 12 13 (24 h/24)", "+32 2 555 12 13"),
    ],
)
def test_a_number_after_a_public_one_is_found_and_told_alone(
    content: Path, languages: Mapping[str, Language], text: str, read: str
) -> None:
    write(content, "members:a", contact=contact(phone="+33 1 99 00 55 55"))
    write(content, "members:b", contact=contact(phone="+32 2 555 12 12"))
    write(content, "news:a", text)
    assert problems(content, languages) == [f"a P102 {read}"]


def test_a_secret_is_not_told_again_as_a_number(content: Path, languages: Mapping[str, Language]) -> None:
    assert found(content, languages, "Versez au DE89 0532 0130 0013 0000 12, au GB29 NWBK 6016 1331 9268 19.") == [
        "P106"
    ]


def test_the_place_told_is_that_of_what_is_written(content: Path, languages: Mapping[str, Language]) -> None:
    line = "Voir **ici**&nbsp;: **nom**@example\\.org, merci"
    write(content, "news:a", line)
    (problem,) = (p for p in read_and_check(content, languages, TODAY).problems if p.code == "P101")
    place = problem.place
    assert line[place.column - 1 : place.end_column - 1] == "nom**@example\\.org"


def test_what_a_draft_declares_is_public_in_its_own_folder_alone(
    content: Path, languages: Mapping[str, Language]
) -> None:
    draft = contact(phone="+33 1 99 00 55 55")
    write(content, "members:a", "Appelez le 01 99 00 55 55.", status="draft", contact=draft)
    write(content, "news:b", "Écrivez à nous@example.org ou appelez le 01 99 00 55 55.")
    write(content, "news:c", "Écrivez à nous@example.org.", status="draft")
    assert problems(content, languages) == [
        "b P101 nous@example.org",
        "b P102 01 99 00 55 55",
        "c P101 nous@example.org",
    ]
