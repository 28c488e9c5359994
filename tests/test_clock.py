"""The moment a build speaks from."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from contrelatraite.clock import moment, today


def git(monkeypatch: pytest.MonkeyPatch, folder: Path, script: str) -> None:
    """Put a program called git, and nothing else, on the path."""
    program = folder / "git"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


def test_the_moment_is_the_one_asked_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1438243200")
    assert moment(tmp_path) == datetime(2015, 7, 30, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize("zone", ["UTC", "Asia/Tokyo", "America/New_York"])
def test_the_moment_does_not_depend_on_the_time_zone_of_the_machine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, zone: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1438243200")
    monkeypatch.setenv("TZ", zone)
    assert moment(tmp_path).isoformat() == "2015-07-30T08:00:00+00:00"


def test_without_one_the_moment_is_that_of_the_last_commit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    git(monkeypatch, tmp_path, f'[ "$*" = "-C {tmp_path} log -1 --format=%ct" ] && echo 1438243200')
    assert moment(tmp_path) == datetime(2015, 7, 30, 8, 0, tzinfo=UTC)


def test_an_empty_moment_is_none(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    git(monkeypatch, tmp_path, "echo 1438243200")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    assert moment(tmp_path) == datetime(2015, 7, 30, 8, 0, tzinfo=UTC)


@pytest.mark.parametrize("script", ["exit 128", "exit 0", "echo fatal"], ids=["no repository", "no commit", "no date"])
def test_without_a_commit_the_moment_is_now(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, script: str) -> None:
    git(monkeypatch, tmp_path, script)
    before = datetime.now(UTC)
    assert before <= moment(tmp_path) <= datetime.now(UTC)


def test_without_git_the_moment_is_now(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    before = datetime.now(UTC)
    assert before <= moment(tmp_path) <= datetime.now(UTC)


def test_the_day_is_that_of_paris(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(datetime(2026, 1, 9, 23, 30, tzinfo=UTC).timestamp())))
    assert today(tmp_path) == date(2026, 1, 10)
