"""Explicit references, and the ids of the headers."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contrelatraite.kinds import KINDS
from contrelatraite.references.resolve import Reference, allowed_address, parse, related_ids
from tests.support import site_of, write


@pytest.mark.parametrize(
    ("address", "reference"),
    [
        ("members:ccem", Reference("members", "ccem")),
        ("minutes:2014-09-29", Reference("minutes", "2014-09-29")),
        ("legal:directive-2011-36-ue#article-8", Reference("legal", "directive-2011-36-ue", "article-8")),
        ("members:", Reference("members", "")),
        ("members:Hors", Reference("members", "Hors")),
    ],
)
def test_a_reference_is_a_kind_an_id_and_perhaps_a_section(address: str, reference: Reference) -> None:
    assert parse(address) == reference


@pytest.mark.parametrize(
    "address",
    [
        "ccem",
        "membres:ccem",
        "Members:ccem",
        "https://exemple.org",
        "members:a b",
        "members:a#",
        "#a",
        "",
        " members:a",
    ],
)
def test_another_address_is_no_reference(address: str) -> None:
    assert parse(address) is None


@given(
    st.sampled_from(sorted(KINDS)),
    st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True),
    st.none() | st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True),
)
def test_any_reference_written_is_read_back(kind: str, name: str, anchor: str | None) -> None:
    reference = Reference(kind, name, anchor)
    assert parse(str(reference)) == reference


def test_the_key_of_a_reference_is_that_of_its_entry() -> None:
    assert Reference("legal", "directive", "article-8").key == "legal:directive"


@pytest.mark.parametrize(
    "address",
    [
        "https://exemple.org",
        "HTTPS://exemple.org/a",
        "mailto:a@exemple.org",
        "tel:+33123456789",
        "tel:17",
        "members:ccem",
        "#titre",
    ],
)
def test_a_text_may_link_to_https_mail_telephone_an_entry_or_a_section(address: str) -> None:
    assert allowed_address(address)


@pytest.mark.parametrize(
    "address",
    [
        "http://exemple.org",
        "javascript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "ftp://exemple.org",
        "//exemple.org",
        "/a",
        "a",
        "",
        "https://exemple",
        "https:exemple.org",
        "mailto:",
        "mailto:?to=a@exemple.org",
        "tel:x",
        "https://exemple.org@ailleurs.org",
    ],
)
def test_a_text_may_not_link_elsewhere(address: str) -> None:
    assert not allowed_address(address)


def test_every_related_field_is_a_field_of_its_kind() -> None:
    assert {
        kind: {field.partition(".")[0] for field in fields} <= set(KINDS[kind].schema.Facts.model_fields)
        for kind, fields in ((name, kind.schema.REFERENCES) for name, kind in KINDS.items())
    } == dict.fromkeys(KINDS, True)


def test_the_ids_of_a_header_are_told_with_their_place_and_the_kinds_they_may_have(content: Path) -> None:
    write(
        content,
        "minutes:a",
        attendance=["ccem", {"member": "afj", "people": "2"}],
        guests=["miprof"],
        delegation="adn",
        votes=[{"voters": ["ccem", "afj"]}],
        next=[{"date": "2014-11-01"}, {"date": "2014-12-01", "event": "colloque"}],
        follow_ups=[{"id": "lettre", "owners": ["collective", "hlr"]}],
    )
    (entry,) = site_of(content)
    assert list(related_ids(entry)) == [
        (("attendance", 0, "member"), "ccem", ("members",)),
        (("attendance", 1, "member"), "afj", ("members",)),
        (("guests", 0), "miprof", ("institutions", "members")),
        (("delegation", 0), "adn", ("members",)),
        (("votes", 0, "voters", 0), "ccem", ("members",)),
        (("votes", 0, "voters", 1), "afj", ("members",)),
        (("next", 1, "event"), "colloque", ("events",)),
        (("follow_ups", 0, "owners", 1), "hlr", ("members", "institutions")),
    ]


def test_the_issuer_of_a_text_is_an_institution_and_its_relations_are_texts(content: Path) -> None:
    write(content, "legal:a", issuer="onu", amends=["b"], replaces=["c"], transposes=["d"], related=["e"])
    (entry,) = site_of(content)
    assert list(related_ids(entry)) == [
        (("issuer", 0), "onu", ("institutions",)),
        (("amends", 0), "b", ("legal",)),
        (("replaces", 0), "c", ("legal",)),
        (("transposes", 0), "d", ("legal",)),
        (("related", 0), "e", ("legal",)),
    ]


def test_a_release_signed_by_all_names_nobody(content: Path) -> None:
    write(content, "press:a", occasion="journee")
    (entry,) = site_of(content)
    assert list(related_ids(entry)) == [(("occasion",), "journee", ("events",))]


def test_a_release_signed_by_some_names_them(content: Path) -> None:
    write(content, "press:a", signatories=["ccem", "afj"])
    (entry,) = site_of(content)
    assert list(related_ids(entry)) == [
        (("signatories", 0), "ccem", ("members",)),
        (("signatories", 1), "afj", ("members",)),
    ]


@pytest.mark.parametrize(
    ("key", "fields", "read"),
    [
        ("legal:a", {"issuer": "collective"}, ["collective"]),
        ("legal:a", {"issuer": "institutions"}, ["institutions"]),
        ("institutions:a", {"parent": "all"}, ["all"]),
        ("minutes:a", {"delegation": ["collective"]}, ["collective"]),
        ("minutes:a", {"guests": "all"}, ["all"]),
        ("events:a", {"minutes": "collective"}, ["collective"]),
        ("news:a", {"author": "all"}, ["all"]),
        ("news:a", {"author": "collective"}, []),
        ("events:a", {"author": "collective"}, []),
        ("press:a", {"signatories": "collective"}, ["collective"]),
        ("press:a", {"signatories": "all"}, []),
    ],
)
def test_the_collective_and_all_of_it_stand_only_where_they_may(
    content: Path, key: str, fields: dict[str, Any], read: list[str]
) -> None:
    write(content, key, **fields)
    (entry,) = site_of(content)
    assert [name for _, name, _ in related_ids(entry)] == read


@pytest.mark.parametrize("kind", KINDS)
def test_the_least_of_a_kind_names_its_issuer_at_most(content: Path, kind: str) -> None:
    write(content, f"{kind}:a")
    (entry,) = site_of(content)
    assert [name for _, name, _ in related_ids(entry)] == (["parlement"] if kind == "legal" else [])
