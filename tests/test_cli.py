"""The command: its exit codes, its formats, and what it says when it is used wrongly."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from contrelatraite.cli import main

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "tests" / "fixtures"
NEW_YEAR_2026 = "1767225600"  # 1 January 2026, 00:00 UTC: what the fixtures take for today

UNKNOWN_FIELD = {
    "path": "content/institutions/organisme-a/index.fr.md",
    "line": 3,
    "column": 1,
    "end_column": 9,
    "severity": "error",
    "code": "S101",
    "message": "le champ «\u00a0web-site\u00a0» n’existe pas ici.",
    "hint": "Supprimez cette ligne, ou écrivez l’un de ces champs\u00a0: website.",
}
NO_WEBSITE = {
    "path": "content/members/asso-a/index.fr.md",
    "line": 2,
    "column": 8,
    "end_column": 21,
    "severity": "warning",
    "code": "M105",
    "message": "cette association n’indique pas de site internet.",
    "hint": (
        "Ajoutez une ligne\u00a0: website: https://… (son site en français et en anglais, "
        "s’il existe dans les deux langues)."
    ),
}
NOTHING = "Il n’y a rien dans content/. · There is nothing in content/.\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a project without content, and go there."""
    folder = tmp_path / "project"
    folder.mkdir()
    shutil.copy(ROOT / "pelicanconf.py", folder)
    shutil.copytree(ROOT / "translations", folder / "translations")
    (folder / "content").mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NEW_YEAR_2026)
    return folder


def fill(project: Path, *fixtures: str) -> None:
    """Put the content of fixtures into a project, one over the other."""
    for fixture in fixtures:
        shutil.copytree(FIXTURES / fixture / "content", project / "content", dirs_exist_ok=True, symlinks=True)


def rows(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """Give what was printed as JSON."""
    printed: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return printed


# check: exit codes.


def test_a_clean_content_ends_with_0(project: Path) -> None:
    fill(project, "ok")
    assert main(["check"]) == 0


def test_a_clean_content_is_said_in_all_languages(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "ok")
    main(["check"])
    assert capsys.readouterr() == ("0 problème dans 0 fichier. · 0 problems in 0 files.\n", "")


def test_warnings_alone_end_with_0(project: Path) -> None:
    fill(project, "bad/M105")
    assert main(["check"]) == 0


def test_an_error_ends_with_1(project: Path) -> None:
    fill(project, "bad/S101")
    assert main(["check"]) == 1


def test_many_errors_end_with_1_and_not_with_their_number(project: Path) -> None:
    fill(project, "bad/S101", "bad/S109", "bad/X101")
    assert main(["check"]) == 1


def test_the_whole_report_is_printed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "bad/S101")
    main(["check", "--lang", "fr"])
    assert capsys.readouterr() == ((FIXTURES / "bad/S101/expected.fr.txt").read_text("utf-8"), "")


def test_the_language_asked_for_is_that_of_the_report(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "bad/S101")
    main(["check", "--lang", "en"])
    assert capsys.readouterr().out == (FIXTURES / "bad/S101/expected.en.txt").read_text("utf-8")


def test_without_a_language_each_file_is_spoken_of_in_its_own(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(project, "bad/S109")
    main(["check", "--format", "json"])
    assert [row["message"] for row in rows(capsys)] == [
        "the anchor “lieu” is used twice in this text.",
        "l’ancre «\u00a0lieu\u00a0» est employée deux fois dans ce texte.",
    ]


def test_the_check_works_from_a_folder_of_the_project(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(project, "bad/S101")
    monkeypatch.chdir(project / "content" / "institutions")
    assert main(["check"]) == 1


def test_the_day_from_which_a_vote_is_due_is_that_of_the_build(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(project, "bad/M106")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1735689600")  # 1 January 2025: the year has not passed
    main(["check", "--format", "json"])
    assert rows(capsys) == []


# check: wrong use.


def test_a_language_that_the_site_does_not_have_is_wrong_use(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "ok")
    assert main(["check", "--lang", "de"]) == 2
    assert capsys.readouterr().out == ""


def test_a_language_that_the_site_does_not_have_is_named_beside_those_it_has(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(project, "ok")
    main(["check", "--lang", "de"])
    told = "--lang: « de » n’est pas une langue du site · “de” is not a language of the site (fr, en)\n"
    assert capsys.readouterr().err == told


def test_a_path_that_does_not_exist_is_wrong_use(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "ok")
    assert main(["check", "content/nulle-part"]) == 2
    assert capsys.readouterr() == ("", "content/nulle-part n’existe pas. · content/nulle-part does not exist.\n")


def test_a_path_outside_the_content_is_wrong_use(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(project, "ok")
    assert main(["check", str(tmp_path)]) == 2
    assert capsys.readouterr() == (
        "",
        f"{tmp_path} n’est pas dans content/. · {tmp_path} is not in content/.\n",
    )


def test_a_path_that_leads_outside_by_a_symbolic_link_is_wrong_use(project: Path, tmp_path: Path) -> None:
    fill(project, "ok")
    (project / "content" / "dehors").symlink_to(tmp_path)
    assert main(["check", "content/dehors"]) == 2


def test_a_path_beside_the_content_is_wrong_use(project: Path) -> None:
    fill(project, "bad/S101")
    assert main(["check", "translations"]) == 2


@pytest.mark.parametrize("command", ["check", "refs", "translations", "follow-ups", "links"])
def test_a_project_without_content_is_wrong_use(
    project: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "content").rmdir()
    assert main([command]) == 2
    assert capsys.readouterr() == ("", NOTHING)


@pytest.mark.parametrize("command", ["check", "refs", "translations", "follow-ups", "links"])
def test_an_empty_content_folder_is_wrong_use(project: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert list((project / "content").iterdir()) == []
    assert main([command]) == 2
    assert capsys.readouterr() == ("", NOTHING)


def test_a_format_that_does_not_exist_is_wrong_use(project: Path) -> None:
    fill(project, "ok")
    with pytest.raises(SystemExit) as stop:
        main(["check", "--format", "yaml"])
    assert stop.value.code == 2


def test_no_command_is_wrong_use(project: Path) -> None:
    fill(project, "ok")
    with pytest.raises(SystemExit) as stop:
        main([])
    assert stop.value.code == 2


def test_a_folder_that_is_in_no_project_is_wrong_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 2
    assert capsys.readouterr() == ("", "Il n’y a pas de pelicanconf.py ici. · There is no pelicanconf.py here.\n")


def test_a_language_of_the_settings_without_a_catalogue_is_wrong_use(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(project, "ok")
    catalogue = project / "translations" / "en" / "LC_MESSAGES" / "messages.po"
    catalogue.unlink()
    assert main(["check"]) == 2
    assert capsys.readouterr() == ("", f"LANGUAGES names « en », but {catalogue} cannot be read.\n")


# check: formats.


def test_json_is_a_list_of_problems_with_all_their_parts(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "bad/S101", "bad/M105")
    main(["check", "--format", "json"])
    assert rows(capsys) == [UNKNOWN_FIELD, NO_WEBSITE]


def test_the_parts_of_a_problem_stand_in_json_in_the_design_s_order(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(project, "bad/S101")
    main(["check", "--format", "json"])
    order = ["path", "line", "column", "end_column", "severity", "code", "message", "hint"]
    assert [list(row) for row in rows(capsys)] == [order]


def test_json_of_a_clean_content_is_an_empty_list(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "ok")
    main(["check", "--format", "json"])
    assert capsys.readouterr() == ("[]\n", "")


def test_json_ends_with_1_on_an_error_too(project: Path) -> None:
    fill(project, "bad/S101")
    assert main(["check", "--format", "json"]) == 1


def test_json_speaks_the_language_asked_for(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "bad/S104")
    main(["check", "--format", "json", "--lang", "en"])
    assert [row["hint"] for row in rows(capsys)] == ["Write it in this form: 2025-06-05 (5 June 2025)."]


def test_github_shows_each_problem_on_its_line_of_the_pull_request(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(project, "bad/S101", "bad/M105")
    main(["check", "--format", "github"])
    assert capsys.readouterr().out == (
        "::error file=content/institutions/organisme-a/index.fr.md,line=3,col=1,endColumn=9,title=S101"
        f"::{UNKNOWN_FIELD['message']} → {UNKNOWN_FIELD['hint']}\n"
        "::warning file=content/members/asso-a/index.fr.md,line=2,col=8,endColumn=21,title=M105"
        f"::{NO_WEBSITE['message']} → {NO_WEBSITE['hint']}\n"
    )


def test_github_ends_with_1_on_an_error_too(project: Path) -> None:
    fill(project, "bad/S101")
    assert main(["check", "--format", "github"]) == 1


def test_sarif_holds_the_problems_of_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "bad/S101", "bad/M105")
    main(["check", "--format", "sarif"])
    results = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert [(result["ruleId"], result["properties"]["hint"]) for result in results] == [
        ("S101", UNKNOWN_FIELD["hint"]),
        ("M105", NO_WEBSITE["hint"]),
    ]


def test_sarif_ends_with_1_on_an_error_too(project: Path) -> None:
    fill(project, "bad/S101")
    assert main(["check", "--format", "sarif"]) == 1


@pytest.mark.parametrize("form", ["text", "json", "sarif", "github"])
def test_a_file_name_that_is_not_utf_8_stops_no_report(project: Path, form: str) -> None:
    fill(project, "ok")
    Path(os.fsdecode(os.fsencode(project) + b"/content/news/\xe9.md")).write_text("a", "utf-8")
    command = [sys.executable, "-m", "contrelatraite", "check", "--format", form]
    done = subprocess.run(command, check=False, capture_output=True, cwd=project)  # noqa: S603  our own command
    assert (done.returncode, done.stderr) == (1, b"")


# check: paths and order.


def test_a_folder_restricts_the_report_to_what_it_holds(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "bad/S101", "bad/M105")
    main(["check", "--format", "json", "content/members"])
    assert rows(capsys) == [NO_WEBSITE]


def test_a_file_restricts_the_report_to_itself(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "bad/S101", "bad/M105")
    main(["check", "--format", "json", "content/institutions/organisme-a/index.fr.md"])
    assert rows(capsys) == [UNKNOWN_FIELD]


def test_an_error_elsewhere_does_not_count_when_paths_are_named(project: Path) -> None:
    fill(project, "bad/S101", "bad/M105")
    assert main(["check", "content/members"]) == 0


def test_paths_are_those_of_the_folder_where_one_stands(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(project, "bad/S101", "bad/M105")
    monkeypatch.chdir(project / "content" / "members")
    main(["check", "--format", "json", "asso-a"])
    assert rows(capsys) == [NO_WEBSITE]


def test_a_file_named_alone_is_still_checked_against_the_whole_site(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(project, "ok")
    assert main(["check", "content/minutes/2025-01-15/index.fr.md"]) == 0
    assert capsys.readouterr().out == "0 problème dans 0 fichier. · 0 problems in 0 files.\n"


def test_problems_come_in_the_order_of_files_then_places(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    everything(project)
    main(["check", "--format", "json"])
    places = [(row["path"], row["line"], row["column"], row["end_column"], row["code"]) for row in rows(capsys)]
    assert places == sorted(places)


def everything(project: Path) -> None:
    """Put all bad fixtures into a project at once."""
    fill(project, *(f"bad/{path.name}" for path in sorted((FIXTURES / "bad").iterdir())))


@pytest.mark.parametrize("format_", ["text", "json", "sarif", "github"])
def test_the_report_has_the_same_bytes_whatever_the_hash_seed(project: Path, format_: str) -> None:
    everything(project)
    command = [sys.executable, "-m", "contrelatraite", "check", "--format", format_]
    first, second = (
        subprocess.run(  # noqa: S603  this program, on files of ours
            command, cwd=project, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=False
        )
        for seed in ("0", "1")
    )
    assert (first.returncode, first.stdout, first.stderr) == (1, second.stdout, b"")


# refs.


def mention(path: str, place: tuple[int, int, int], text: str, target: str, **more: Any) -> dict[str, Any]:  # noqa: ANN401  JSON holds any value
    """Give a reference of one line as JSON has it: its line and columns, its words and its target."""
    line, column, end = place
    row = {
        "path": path,
        "line": line,
        "column": column,
        "end_line": line,
        "end_column": end,
        "text": text,
        "target": target,
        "kind": "mention",
        "linked": True,
    }
    return {**row, **more}


MINUTES = "content/minutes/2025-01-15/index.en.md"
REFERENCES = [
    mention(MINUTES, (16, 1, 14), "Association A", "members:asso-a"),
    mention(MINUTES, (16, 39, 45), "Body A", "institutions:organisme-a"),
    mention(MINUTES, (16, 47, 59), "Friends of A", "members:asso-a", linked=False),
    mention(MINUTES, (20, 47, 65), "article 1 of Law A", "legal:loi-a#article-1"),
]


def test_references_are_found_in_a_text_of_the_content(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "ok")
    assert main(["refs", MINUTES, "--format", "json"]) == 0
    assert rows(capsys) == REFERENCES


def test_the_parts_of_a_reference_stand_in_json_in_one_order(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "ok")
    main(["refs", "--format", "json"])
    order = ["path", "line", "column", "end_line", "end_column", "text", "target", "kind", "linked"]
    found = rows(capsys)
    assert {tuple(row) for row in found} == {tuple(order)}


def test_references_are_told_one_per_line_and_a_repeat_is_marked(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(project, "ok")
    assert main(["refs", MINUTES]) == 0
    told = (
        f"{MINUTES}:16:1: Association A → members:asso-a\n"
        f"{MINUTES}:16:39: Body A → institutions:organisme-a\n"
        f"{MINUTES}:16:47: Friends of A → members:asso-a (=)\n"
        f"{MINUTES}:20:47: article 1 of Law A → legal:loi-a#article-1\n"
    )
    assert capsys.readouterr() == (told, "")


def test_without_a_file_the_references_of_every_text_of_the_content_are_found(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(project, "ok")
    assert main(["refs", "--format", "json"]) == 0
    found = rows(capsys)
    assert [row for row in found if row["path"] == MINUTES] == REFERENCES
    assert {row["path"] for row in found} == {
        f"content/{entry}/index.{language}.md"
        for entry in ("members/asso-a", "minutes/2025-01-15", "news/campagne-a", "press/communique-a")
        for language in ("fr", "en")
    }


def test_the_names_of_an_institution_that_is_not_linked_are_not_found(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(project, "ok")
    (project / "note.txt").write_text("L’Organisme A écrit à l’Organisme B.", "utf-8")
    main(["refs", "note.txt", "--format", "json"])
    assert rows(capsys) == [mention("note.txt", (1, 3, 14), "Organisme A", "institutions:organisme-a")]


@pytest.mark.parametrize("name", ["note.md", "note.txt"])
def test_names_are_found_in_any_text_under_the_path_as_it_was_given(
    project: Path, tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(project, "ok")
    (tmp_path / name).write_text("Avec\nl’Association A.\n", "utf-8")
    assert main(["refs", f"../{name}", "--format", "json"]) == 0
    assert rows(capsys) == [mention(f"../{name}", (2, 3, 16), "Association A", "members:asso-a")]


def test_explicit_references_are_found_in_any_markdown(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(project, "ok")
    (tmp_path / "note.md").write_text("[B](members:asso-b)\n", "utf-8")
    main(["refs", "../note.md", "--format", "json"])
    assert rows(capsys) == [mention("../note.md", (1, 5, 19), "members:asso-b", "members:asso-b", kind="explicit")]


def test_a_file_of_another_project_is_read_itself_and_not_the_entry_of_the_same_path(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(project, "ok")
    other = tmp_path / "other" / MINUTES
    other.parent.mkdir(parents=True)
    other.write_text("Body A.\n", "utf-8")
    main(["refs", str(other), "--format", "json"])
    assert rows(capsys) == [mention(str(other), (1, 1, 7), "Body A", "institutions:organisme-a")]


def test_a_text_without_a_reference_has_an_empty_list(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "ok")
    (project / "note.txt").touch()
    assert main(["refs", "note.txt", "--format", "json"]) == 0
    assert capsys.readouterr() == ("[]\n", "")


def test_a_file_that_is_no_text_is_wrong_use(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "ok")
    (project / "photo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    assert main(["refs", "photo.jpg"]) == 2
    told = "photo.jpg : ce n’est pas un texte UTF-8. · photo.jpg: not a UTF-8 text.\n"
    assert capsys.readouterr() == ("", told)


def test_a_folder_is_no_text(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "ok")
    assert main(["refs", "translations"]) == 2
    told = "translations : ce n’est pas un texte UTF-8. · translations: not a UTF-8 text.\n"
    assert capsys.readouterr() == ("", told)


def test_a_text_that_does_not_exist_is_wrong_use(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "ok")
    assert main(["refs", "nulle-part.md"]) == 2
    assert capsys.readouterr() == ("", "nulle-part.md n’existe pas. · nulle-part.md does not exist.\n")


def unknown(project: Path) -> str:
    """Write a text with a decree that the site does not have and an acronym used twice; give its name."""
    fill(project, "ok")
    text = "Le décret du 3 mai 2016 cite la Loi A.\nLe XYZQ et le XYZQ le citent."
    (project / "note.txt").write_text(text, "utf-8")
    return "note.txt"


def test_what_looks_like_a_reference_and_leads_nowhere_is_told_on_one_line(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["refs", "--unknown", unknown(project)]) == 0
    told = "note.txt:1:4: décret du 3 mai 2016 (1) → ?\nnote.txt:2:4: XYZQ (2) → ?\n"
    assert capsys.readouterr() == (told, "")


def test_what_looks_like_a_reference_and_leads_nowhere_is_told_in_json(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["refs", "--unknown", unknown(project), "--format", "json"]) == 0
    assert rows(capsys) == [
        {"path": "note.txt", "line": 1, "column": 4, "text": "décret du 3 mai 2016", "times": 1},
        {"path": "note.txt", "line": 2, "column": 4, "text": "XYZQ", "times": 2},
    ]


# follow-ups.


LATE = {
    "fr": {
        "meeting": "2025-01-15",
        "id": "campagne",
        "text": "Préparer la campagne",
        "owners": ["asso-a", "asso-b"],
        "due": "2025-07-30",
        "done": None,
        "settled": None,
        "state": "late",
    }
}
LATE["en"] = {**LATE["fr"], "text": "Prepare the campaign"}
SETTLED = {
    "fr": {
        "meeting": "2025-01-15",
        "id": "site",
        "text": "Ouvrir le site",
        "owners": ["collective"],
        "due": None,
        "done": "2025-01-22",
        "settled": None,
        "state": "done",
    }
}
SETTLED["en"] = {**SETTLED["fr"], "text": "Open the website"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_follow_ups_are_told_in_json_in_the_language_asked_for(
    project: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(project, "ok")
    assert main(["follow-ups", "--format", "json", "--lang", language]) == 0
    found = rows(capsys)
    assert found == [LATE[language], SETTLED[language]]
    assert [list(row) for row in found] == [list(LATE["fr"])] * 2


def test_follow_ups_are_told_in_the_first_language_when_none_is_asked_for(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(project, "ok")
    main(["follow-ups", "--format", "json"])
    assert rows(capsys) == [LATE["fr"], SETTLED["fr"]]


def test_follow_ups_are_told_by_state_in_french(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "ok")
    assert main(["follow-ups"]) == 0
    told = (
        "Date passée, sans suite publiée\n"
        "  2025-07-30  2025-01-15  asso-a, asso-b\u00a0: Préparer la campagne\n"
        "Sans suite publiée à ce jour\n"
        "Fait\n"
        "  —           2025-01-15  collective\u00a0: Ouvrir le site\n"
    )
    assert capsys.readouterr() == (told, "")


def test_follow_ups_are_told_by_state_in_english(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "ok")
    assert main(["follow-ups", "--lang", "en"]) == 0
    told = (
        "Date passed, no outcome published\n"
        "  2025-07-30  2025-01-15  asso-a, asso-b: Prepare the campaign\n"
        "No outcome published yet\n"
        "Done\n"
        "  —           2025-01-15  collective: Open the website\n"
    )
    assert capsys.readouterr() == (told, "")


def test_the_day_after_which_a_follow_up_is_late_is_that_of_the_build(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(project, "ok")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1753869600")  # 30 July 2025, 10:00 UTC
    main(["follow-ups", "--format", "json"])
    assert [row["state"] for row in rows(capsys)] == ["open", "done"]


def test_a_content_without_a_follow_up_has_an_empty_list(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "bad/M105")
    assert main(["follow-ups", "--format", "json"]) == 0
    assert capsys.readouterr() == ("[]\n", "")


@pytest.mark.parametrize("command", ["refs", "follow-ups"])
def test_a_language_that_the_site_does_not_have_is_wrong_use_for_each_command(
    project: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    fill(project, "ok")
    assert main([command, "--lang", "de"]) == 2
    told = "--lang: « de » n’est pas une langue du site · “de” is not a language of the site (fr, en)\n"
    assert capsys.readouterr() == ("", told)


# translations. What git tells of their age stands in test_upkeep.


def test_a_translation_that_is_missing_is_told_on_one_line(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "bad/T101")
    assert main(["translations"]) == 0
    assert capsys.readouterr() == ("content/institutions/organisme-a/index.en.md: missing, —\n", "")


def test_a_translation_that_is_missing_is_told_in_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "bad/T101")
    assert main(["translations", "--format", "json"]) == 0
    found = rows(capsys)
    assert found == [{"path": "content/institutions/organisme-a/index.en.md", "state": "missing", "since": None}]
    assert [list(row) for row in found] == [["path", "state", "since"]]


def test_nothing_to_translate_is_an_empty_list(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "ok")
    assert main(["translations", "--format", "json"]) == 0
    assert capsys.readouterr() == ("[]\n", "")


# inspect.


def test_a_built_site_that_does_not_exist_is_wrong_use(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(project, "ok")
    assert main(["inspect"]) == 2
    output = project / "output"
    told = f"{output} : lancez d’abord « make html ». · {output}: run “make html” first.\n"
    assert capsys.readouterr() == ("", told)


def test_a_built_site_without_a_page_is_at_fault(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "output").mkdir()
    assert main(["inspect"]) == 1
    assert capsys.readouterr() == (f"{project}/output: no page at all\n", "")


def test_the_built_site_is_the_project_s_own_wherever_one_stands(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "output").mkdir()
    monkeypatch.chdir(project / "content")
    assert main(["inspect"]) == 1
    assert capsys.readouterr() == (f"{project}/output: no page at all\n", "")


def test_the_built_site_may_stand_in_a_folder_of_another_name(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "public").mkdir()
    main(["inspect", "public"])
    assert capsys.readouterr().out == "public: no page at all\n"


def test_a_file_is_not_a_built_site(project: Path) -> None:
    assert main(["inspect", str(project / "pelicanconf.py")]) == 2
