"""The check of some files says of them exactly what the check of everything says."""

import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path, PurePosixPath

import pytest

from contrelatraite import content as flow
from contrelatraite.checks import check
from contrelatraite.content import Checked, check_read, read, read_and_check
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.languages import Language
from contrelatraite.reading.source import content_files
from contrelatraite.site import Entry

Languages = Mapping[str, Language]
BAD = Path(__file__).parent / "fixtures" / "bad"
TODAY = date(2026, 1, 1)


def places(content: Path) -> Iterator[PurePosixPath]:
    """Give every file of a content folder and every folder above one, as the paths of problems are written."""
    files = [PurePosixPath(file.relative_to(content.parent).as_posix()) for file in content_files(content)]
    assert files
    yield from sorted({place for file in files for place in (file, *file.parents)} - {PurePosixPath(".")})


def within(problems: list[Diagnostic], place: PurePosixPath) -> list[Diagnostic]:
    """Filter the check of everything."""
    return [problem for problem in problems if PurePosixPath(problem.path).is_relative_to(place)]


def differing(content: Path, found: Checked) -> list[PurePosixPath]:
    """Give the files and folders of which the check of them alone says something else."""
    everything = check_read(found, TODAY).problems
    return [
        place for place in places(content) if check_read(found, TODAY, [place]).problems != within(everything, place)
    ]


def test_of_the_site_s_own_content(real_content: Path, languages: Languages) -> None:
    assert differing(real_content, read(real_content, languages)) == []


@pytest.mark.parametrize("code", sorted(path.name for path in BAD.iterdir()))
def test_of_the_fixture_of_each_problem(code: str, languages: Languages) -> None:
    content = BAD / code / "content"
    assert differing(content, read(content, languages)) == []


def test_of_all_the_fixtures_in_one_content(content: Path, languages: Languages) -> None:
    for fixture in sorted(BAD.iterdir()):
        shutil.copytree(fixture / "content", content, dirs_exist_ok=True, symlinks=True)
    found = read(content, languages)
    assert differing(content, found) == []


def test_of_several_places_at_once(content: Path, languages: Languages) -> None:
    for code in ("S109", "R201", "M105"):
        shutil.copytree(BAD / code / "content", content, dirs_exist_ok=True)
    everything = read_and_check(content, languages, TODAY).problems
    chosen = sorted({PurePosixPath(problem.path) for problem in everything})[1:]
    told = read_and_check(content, languages, TODAY, chosen).problems
    assert told == [problem for problem in everything if PurePosixPath(problem.path) in chosen]


def test_no_rule_runs_on_another_entry(
    real_content: Path, languages: Languages, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def spy(entries: list[Entry], *others: object) -> Iterator[Diagnostic]:
        seen.extend(entry.key for entry in entries)
        return check(entries, *others)  # type: ignore[arg-type]

    monkeypatch.setattr(flow, "check", spy)
    read_and_check(real_content, languages, TODAY, [PurePosixPath("content/members/ccem/index.en.md")])
    assert seen == ["members:ccem"]
