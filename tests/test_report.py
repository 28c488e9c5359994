"""Problems → what a person or a forge reads."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from contrelatraite import report
from contrelatraite.codes import CODES
from contrelatraite.diagnostics import Diagnostic, Place, in_order
from contrelatraite.languages import Language

Languages = Mapping[str, Language]

TWICE = Diagnostic("S004", "content/news/a/index.fr.md", Place(3, 1, 6), {"field": "title"})
IN_ENGLISH = Diagnostic("S004", "content/news/a/index.en.md", Place(2, 3, 4), {"field": "date"})


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give the folder above a content folder with one French file."""
    path = tmp_path / "content" / "news" / "a" / "index.fr.md"
    path.parent.mkdir(parents=True)
    path.write_bytes("\ufeff---\r\ntitle: a\r\ntitle: été\r\n\tdate: b\r\n---".encode())
    return tmp_path


@pytest.mark.parametrize(
    ("path", "wanted", "code"),
    [
        ("content/news/a/index.fr.md", None, "fr"),
        ("content/news/a/index.en.md", None, "en"),
        ("content/news/a/index.fr.md", "en", "en"),
        ("content/news/a/index.de.md", None, "fr"),
        ("content/news/a/logo.svg", None, "fr"),
        ("content/news/a", None, "fr"),
    ],
)
def test_a_problem_is_told_in_the_language_asked_for_else_in_the_files_else_in_the_first(
    languages: Languages, path: str, wanted: str | None, code: str
) -> None:
    problem = Diagnostic("S004", path, Place(1, 1, 2), {"field": "title"})
    assert report.speech(problem, languages, wanted).code == code


def test_a_problem_has_a_message_and_a_hint(languages: Languages) -> None:
    assert {code: report.words(TWICE, language) for code, language in languages.items()} == {
        "fr": ("le champ « title » est écrit deux fois.", "Gardez l’un des deux."),
        "en": ("the field “title” is written twice.", "Keep one of the two."),
    }


def test_several_values_are_told_as_a_choice(languages: Languages) -> None:
    problem = Diagnostic("S101", "a.md", Place(1, 1, 2), {"field": "titel", "allowed": ("title", "status", "people")})
    assert report.words(problem, languages["en"]) == (
        "the field “titel” does not exist here.",
        "Delete this line, or write one of these fields: title, status or people.",
    )


def test_a_value_with_signs_is_told_as_it_is(languages: Languages) -> None:
    problem = Diagnostic("S004", "a.md", Place(1, 1, 2), {"field": "100 %(field)s %"})
    assert report.words(problem, languages["en"])[0] == "the field “100 %(field)s %” is written twice."


def test_a_warning_does_not_forbid_building_and_an_error_does() -> None:
    warning = Diagnostic("M105", "a.md", Place(1, 1, 2))
    assert (CODES["M105"].severity, CODES["S004"].severity) == ("warning", "error")
    assert [report.has_errors(problems) for problems in ([], [warning], [warning, TWICE])] == [False, False, True]


# Text


def test_a_problem_is_told_with_its_line_and_what_it_points_at(languages: Languages, root: Path) -> None:
    assert report.as_text([TWICE], languages, "fr", root) == (
        "content/news/a/index.fr.md:3:1: erreur S004 : le champ « title » est écrit deux fois.\n"
        "    3 | title: été\n"
        "      | ^^^^^\n"
        "    → Gardez l’un des deux.\n"
        "1 problème dans 1 fichier."
    )


def test_a_problem_of_a_file_that_is_not_there_is_told_without_its_line(languages: Languages, root: Path) -> None:
    assert report.as_text([IN_ENGLISH], languages, "en", root) == (
        "content/news/a/index.en.md:2:3: error S004: the field “date” is written twice.\n"
        "    → Keep one of the two.\n"
        "1 problem in 1 file."
    )


def test_a_problem_past_the_end_of_its_file_is_told_without_its_line(languages: Languages, root: Path) -> None:
    problem = Diagnostic("S004", TWICE.path, Place(99, 1, 2), {"field": "a"})
    assert report.as_text([problem], languages, "en", root).split("\n")[1] == "    → Keep one of the two."


def test_the_first_line_is_told_without_the_byte_order_mark(languages: Languages, root: Path) -> None:
    problem = Diagnostic("S002", TWICE.path, Place(1, 1, 4))
    assert report.as_text([problem], languages, "en", root).split("\n")[1:3] == ["    1 | ---", "      | ^^^"]


def test_a_tabulation_moves_no_caret(languages: Languages, root: Path) -> None:
    problem = Diagnostic("S004", TWICE.path, Place(4, 2, 6), {"field": "date"})
    assert report.as_text([problem], languages, "en", root).split("\n")[1:3] == ["    4 |  date: b", "      |  ^^^^"]


def test_an_empty_place_has_one_caret(languages: Languages, root: Path) -> None:
    problem = Diagnostic("S004", TWICE.path, Place(2, 1, 1), {"field": "date"})
    assert report.as_text([problem], languages, "en", root).split("\n")[2] == "      | ^"


def test_a_line_that_is_not_utf_8_is_shown_all_the_same(languages: Languages, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"\xe9t\xe9")
    problem = Diagnostic("S001", "a.md", Place(1, 1, 2), {"byte": "0xE9", "encoding": "Windows-1252"})
    assert report.as_text([problem], languages, "en", tmp_path).split("\n")[1] == "    1 | �t�"


def test_a_file_that_is_no_text_is_not_shown(languages: Languages, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    problem = Diagnostic("S004", "logo.png", Place(1, 1, 2), {"field": "title"})
    assert report.as_text([problem], languages, "en", tmp_path) == (
        "logo.png:1:1: error S004: the field “title” is written twice.\n"
        "    → Keep one of the two.\n"
        "1 problem in 1 file."
    )


def test_a_line_cannot_command_the_terminal(languages: Languages, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a \x1b[2J b", "utf-8")
    problem = Diagnostic("S004", "a.md", Place(1, 1, 2), {"field": "title"})
    assert "\x1b" not in report.as_text([problem], languages, "en", tmp_path)


def test_problems_are_counted_in_all_languages_when_none_is_asked_for(languages: Languages, root: Path) -> None:
    counts = {
        number: report.as_text([TWICE, TWICE, IN_ENGLISH][:number], languages, None, root).split("\n")[-1]
        for number in range(4)
    }
    assert counts == {
        0: "0 problème dans 0 fichier. · 0 problems in 0 files.",
        1: "1 problème dans 1 fichier. · 1 problem in 1 file.",
        2: "2 problèmes dans 1 fichier. · 2 problems in 1 file.",
        3: "3 problèmes dans 2 fichiers. · 3 problems in 2 files.",
    }


@pytest.mark.parametrize(
    ("before", "read", "pointer"),
    [
        ("e\u0301te\u0301 ", "e\u0301", "    ^"),  # an accent written apart takes no room
        ("日本 ", "日本", "     ^^^^"),
        ("🙂 ", "🙂", "   ^^"),
        ("a\u200b", "b", " ^"),
        ("a\u00ad", "b", "  ^"),
        ("\t", "a", " ^"),
        ("Ⅳ\u00a0", "é", "  ^"),
    ],
)
def test_the_carets_stand_under_what_was_read(
    languages: Languages, tmp_path: Path, before: str, read: str, pointer: str
) -> None:
    (tmp_path / "a.md").write_text(f"{before}{read}", "utf-8")
    problem = Diagnostic("S004", "a.md", Place(1, len(before) + 1, len(before + read) + 1), {"field": "a"})
    told = report.as_text([problem], languages, "en", tmp_path).split("\n")[2]
    assert told == f"      | {pointer}"


def test_what_was_read_cannot_command_the_terminal_nor_turn_its_direction(languages: Languages, tmp_path: Path) -> None:
    problem = Diagnostic("S004", "a\x1b[2J.md", Place(1, 1, 2), {"field": "b\x1b[2J\u202ec"})
    assert report.as_text([problem], languages, "en", tmp_path).split("\n")[0] == (
        "a\ufffd[2J.md:1:1: error S004: the field “b\ufffd[2J\ufffdc” is written twice."
    )


def test_of_a_long_line_only_what_stands_around_the_problem_is_shown(languages: Languages, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("a" * 2_000 + "faute" + "b" * 2_000, "utf-8")
    problem = Diagnostic("S004", "a.md", Place(1, 2_001, 2_006), {"field": "a"})
    assert report.as_text([problem], languages, "en", tmp_path).split("\n")[1:3] == [
        f"    1 | …{'a' * 60}faute{'b' * 60}…",
        f"      | {' ' * 61}^^^^^",
    ]


def test_a_long_line_is_cut_on_one_side_near_its_ends(languages: Languages, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x" * 2_000, "utf-8")
    ends = [Diagnostic("S004", "a.md", Place(1, at, at + 1), {"field": "a"}) for at in (1, 2_000)]
    told = report.as_text(ends, languages, "en", tmp_path).split("\n")
    assert (told[1:3], told[5:7]) == (
        [f"    1 | {'x' * 61}…", "      | ^"],
        [f"    1 | …{'x' * 61}", f"      | {' ' * 61}^"],
    )


def test_a_place_as_long_as_its_line_is_cut_too(languages: Languages, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x" * 90_000, "utf-8")
    problem = Diagnostic("S004", "a.md", Place(1, 1, 90_001), {"field": "a" * 90_000})
    assert len(report.as_text([problem], languages, "en", tmp_path)) < 5_000


def many(count: int) -> list[Diagnostic]:
    """Give as many problems of a code in a file, and one of another."""
    return [*(Diagnostic("S004", "a.md", Place(n, 1, 2), {"field": "a"}) for n in range(1, count + 1)), IN_ENGLISH]


def test_of_many_problems_of_a_code_in_a_file_the_first_are_shown_and_all_are_counted(
    languages: Languages, tmp_path: Path
) -> None:
    told = report.as_text(many(25), languages, "en", tmp_path).split("\n")
    assert (sum("error S004" in line for line in told), told[40], told[-1]) == (
        21,
        "    … and 5 more like it.",
        "26 problems in 2 files.",
    )


def test_twenty_problems_of_a_code_are_all_shown(languages: Languages, tmp_path: Path) -> None:
    assert "more like it" not in report.as_text(many(20), languages, "en", tmp_path)


def test_a_machine_is_told_a_thousand_problems_of_a_code_in_a_file(languages: Languages) -> None:
    assert len(json.loads(report.as_json(many(1_500), languages, "en"))) == 1_001


# JSON and annotations


def test_json_is_a_list_of_objects(languages: Languages) -> None:
    assert json.loads(report.as_json([TWICE], languages, None)) == [
        {
            "path": "content/news/a/index.fr.md",
            "line": 3,
            "column": 1,
            "end_column": 6,
            "severity": "error",
            "code": "S004",
            "message": "le champ « title » est écrit deux fois.",
            "hint": "Gardez l’un des deux.",
        }
    ]


def test_json_of_no_problem_is_an_empty_list(languages: Languages) -> None:
    assert report.as_json([], languages, None) == "[]"


def test_json_keeps_accents_readable(languages: Languages) -> None:
    assert "écrit" in report.as_json([TWICE], languages, None)


def test_an_annotation_is_one_line_that_github_reads(languages: Languages) -> None:
    assert report.as_annotations([TWICE, IN_ENGLISH], languages, None) == (
        "::error file=content/news/a/index.fr.md,line=3,col=1,endColumn=6,title=S004"
        "::le champ « title » est écrit deux fois. → Gardez l’un des deux.\n"
        "::error file=content/news/a/index.en.md,line=2,col=3,endColumn=4,title=S004"
        "::the field “date” is written twice. → Keep one of the two."
    )


def test_errors_are_annotated_before_warnings(languages: Languages) -> None:
    warnings = [Diagnostic("M105", f"{number}.md", Place(1, 1, 2)) for number in range(3)]
    errors = [
        Diagnostic("S001", f"{number}.md", Place(1, 1, 2), {"byte": "0xE9", "encoding": "Windows-1252"})
        for number in range(3)
    ]
    told = report.as_annotations([*warnings, *errors], languages, "en").split("\n")
    assert [line.split(",")[0] for line in told] == [
        *(f"::error file={number}.md" for number in range(3)),
        *(f"::warning file={number}.md" for number in range(3)),
    ]


def test_an_annotation_cannot_be_ended_by_what_was_read(languages: Languages) -> None:
    problem = Diagnostic("S004", "content/a,b:c.md", Place(1, 1, 2), {"field": "a\r\n::error::50 %"})
    assert report.as_annotations([problem], languages, "en") == (
        "::error file=content/a%2Cb%3Ac.md,line=1,col=1,endColumn=2,title=S004"
        "::the field “a%0D%0A::error::50 %25” is written twice. → Keep one of the two."
    )


# The order of problems


def test_problems_stand_by_file_place_and_code_each_once() -> None:
    first = Diagnostic("S004", "a.md", Place(2, 1, 2), {"field": "a"})
    second = Diagnostic("S101", "a.md", Place(2, 1, 2), {"field": "a"})
    third = Diagnostic("S101", "a.md", Place(10, 1, 2), {"field": "a"})
    fourth = Diagnostic("S001", "b.md", Place(1, 1, 2))
    assert in_order([fourth, third, second, first, third]) == [first, second, third, fourth]


def test_two_problems_of_one_code_and_place_are_both_told() -> None:
    one, other = (Diagnostic("S101", "a.md", Place(2, 1, 2), {"field": name}) for name in "ab")
    assert in_order([other, one, other]) == [one, other]
