"""A contact that cannot be used is told with the exact text to paste, or with a shape that cannot be published."""

from pathlib import Path

import pytest

from contrelatraite.checks.contacts import CHECKS
from tests.support import site_of, write


def nearest(content: Path, **contact: str) -> list[object]:
    """Give what the checks of contacts would have one write."""
    write(content, "members:a", contact={"public": "true", "confirmed": "2026-01-15", **contact})
    site = site_of(content)
    return [problem.values["nearest"] for entry in site for rule in CHECKS for problem in rule(entry, site)]


@pytest.mark.parametrize(
    "read",
    [
        "accueil[@]example.org",
        "accueil (at) example.org",
        "accueil arobase example point org",
        "<accueil@example.org>",
        "Accueil <accueil@example.org>",
        "accueil@example.org.",
        "mailto:accueil@example.org",
    ],
)
def test_an_address_that_can_be_known_is_told(content: Path, read: str) -> None:
    assert nearest(content, email=read) == ["accueil@example.org"]


@pytest.mark.parametrize(
    "read", ["accueil", "ac cueil@example.org", "a@example.org, b@example.org", "nom@…", "a " * 999]
)
def test_an_address_that_cannot_be_known_is_told_by_a_shape_that_no_one_can_publish(content: Path, read: str) -> None:
    assert nearest(content, email=read) == ["nom@…"]


@pytest.mark.parametrize("read", ["01 99 00 55 55 (standard)", "tél. : 01.99.00.55.55"])
def test_a_number_that_can_be_known_is_told(content: Path, read: str) -> None:
    assert nearest(content, phone=read) == ["+33 1 99 00 55 55"]


@pytest.mark.parametrize("read", ["01 99 00", "01 99 00 55 55 / 01 99 00 55 56", "+33 …", "1" * 999])
def test_a_number_that_cannot_be_known_is_told_by_a_shape_that_no_one_can_publish(content: Path, read: str) -> None:
    assert nearest(content, phone=read) == ["+33 …"]


@pytest.mark.parametrize(
    "read", ["01 99 00 55 55", "01\u202f99\u00a000\u202f55\u202f55", "01\u201199\u201100\u201155\u201155", "119"]
)
def test_a_number_is_good_whatever_its_spaces(content: Path, read: str) -> None:
    assert nearest(content, phone=read) == []
