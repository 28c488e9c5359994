"""Which translations are missing or older than their source, and since when: what git tells of a content."""

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from contrelatraite.reading.registry import register
from contrelatraite.upkeep import Due, translations_due
from tests.support import CODES, site_of, translate, write

Commit = Callable[[str], None]

SOURCE, TRANSLATION = "content/news/a/index.fr.md", "content/news/a/index.en.md"


@pytest.fixture
def commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_git: None) -> Commit:  # noqa: ARG001
    """Make a repository, and give what commits all that is there."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "A")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "a@example.org")

    def git(*words: str) -> None:
        subprocess.run(["git", "-C", str(tmp_path), *words], check=True, capture_output=True)  # noqa: S603, S607

    git("init", "--quiet")

    def commit_on(day: str) -> None:
        for role in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{role}_DATE", f"{day}T12:00:00+00:00")
        git("add", "--all")
        git("commit", "--quiet", "--message", day)

    return commit_on


def due(content: Path) -> list[Due]:
    """Give what is to be done."""
    return list(translations_due(site_of(content), content.parent))


def test_a_translation_committed_with_its_source_is_up_to_date(content: Path, commit: Commit) -> None:
    write(content, "news:a")
    translate(content, "news:a")
    commit("2025-01-10")
    assert due(content) == []


def test_a_translation_is_out_of_date_since_the_day_its_source_changed(content: Path, commit: Commit) -> None:
    write(content, "news:a")
    translate(content, "news:a")
    commit("2025-01-10")
    write(content, "news:a", "Une phrase de plus.")
    commit("2025-03-04")
    assert due(content) == [Due(TRANSLATION, "outdated", date(2025, 3, 4))]


def test_a_translation_that_followed_its_source_is_up_to_date(content: Path, commit: Commit) -> None:
    write(content, "news:a")
    commit("2025-01-10")
    translate(content, "news:a")
    commit("2025-03-04")
    assert due(content) == []


def test_a_translation_is_missing_since_the_day_its_source_last_changed(content: Path, commit: Commit) -> None:
    write(content, "news:a")
    commit("2025-01-10")
    write(content, "news:a", "Une phrase de plus.")
    commit("2025-03-04")
    assert due(content) == [Due(TRANSLATION, "missing", date(2025, 3, 4))]


def test_a_french_half_may_be_the_missing_one(content: Path, commit: Commit) -> None:
    write(content, "news:a", language="en")
    commit("2025-01-10")
    assert due(content) == [Due(SOURCE, "missing", date(2025, 1, 10))]


def test_a_change_elsewhere_makes_no_translation_old(content: Path, commit: Commit) -> None:
    for key in ("news:a", "news:b"):
        write(content, key)
        translate(content, key)
    commit("2025-01-10")
    write(content, "news:b", "Une phrase de plus.")
    commit("2025-03-04")
    assert due(content) == [Due("content/news/b/index.en.md", "outdated", date(2025, 3, 4))]


def test_a_source_that_is_not_committed_yet_has_no_day(content: Path, commit: Commit) -> None:
    write(content, "news:a")
    translate(content, "news:a")
    commit("2025-01-10")
    write(content, "news:b")
    assert due(content) == [Due("content/news/b/index.en.md", "missing", None)]


def test_what_is_due_comes_in_the_order_of_the_entries(content: Path, commit: Commit) -> None:
    for key in ("news:b", "news:a", "members:c"):
        write(content, key)
    commit("2025-01-10")
    assert [item.path for item in due(content)] == [
        "content/members/c/index.en.md",
        "content/news/a/index.en.md",
        "content/news/b/index.en.md",
    ]


def test_a_project_that_stands_in_a_folder_of_the_repository_has_its_days(tmp_path: Path, commit: Commit) -> None:
    content = tmp_path / "site" / "content"
    write(content, "news:a")
    commit("2025-01-10")
    assert due(content) == [Due(TRANSLATION, "missing", date(2025, 1, 10))]


def test_outside_a_repository_what_is_missing_is_told_without_a_day(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(content.parents[1]))
    write(content, "news:a")
    write(content, "news:b")
    translate(content, "news:b")
    assert due(content) == [Due(TRANSLATION, "missing", None)]


def test_without_git_what_is_missing_is_told_without_a_day(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(content))
    write(content, "news:a")
    assert due(content) == [Due(TRANSLATION, "missing", None)]


def test_a_repository_without_a_commit_has_no_day(content: Path, commit: Commit) -> None:
    assert callable(commit)
    write(content, "news:a")
    assert due(content) == [Due(TRANSLATION, "missing", None)]


def test_a_translation_with_a_fault_in_its_header_is_not_missing(content: Path) -> None:
    write(content, "news:a")
    translate(content, "news:a", title=None)
    site, _ = register(content, CODES)
    assert list(translations_due(site, content.parent)) == []


def test_what_is_due_is_told_on_one_line_and_as_an_object() -> None:
    item = Due(TRANSLATION, "outdated", date(2025, 3, 4))
    assert (str(item), item.as_row()) == (
        f"{TRANSLATION}: outdated, 2025-03-04",
        {"path": TRANSLATION, "state": "outdated", "since": "2025-03-04"},
    )


def test_what_has_no_day_is_told_with_a_dash_and_nothing() -> None:
    item = Due(TRANSLATION, "missing", None)
    assert (str(item), item.as_row()) == (
        f"{TRANSLATION}: missing, —",
        {"path": TRANSLATION, "state": "missing", "since": None},
    )
