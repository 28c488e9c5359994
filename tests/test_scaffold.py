"""`contrelatraite new KIND ID`: every field explained; what it writes passes the check once it is filled."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfWriter

from contrelatraite.cli import main
from contrelatraite.codes import CODES
from contrelatraite.content import read_and_check
from contrelatraite.contributing.guide import fields_of
from contrelatraite.contributing.scaffold import RefusedError, blank, folder_of, write
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.kinds import KINDS
from tests.test_cli import project  # noqa: F401  a fixture
from tests.test_codes import real_languages

LANGUAGES = real_languages()
TODAY = date(2026, 2, 1)
ID = "nouvelle-fiche"


@pytest.fixture
def copied(tmp_path: Path, real_content: Path) -> Path:
    """Give a copy of the real content, to which examples refer."""
    return Path(shutil.copytree(real_content, tmp_path / "content"))


def entry(content: Path, kind: str, change: Callable[[str, str], str]) -> list[Diagnostic]:
    """Write a new entry, changed as somebody would, and give what the check says of it."""
    folder = content / kind / ID
    write(folder, {name: change(text, name.split(".")[1]) for name, text in blank(KINDS[kind], LANGUAGES).items()})
    for name in re.findall(r"[\w-]+\.(?:pdf|png)", (folder / "index.fr.md").read_text("utf-8")):
        put_file(folder / name)
    problems = read_and_check(content, LANGUAGES, TODAY).problems
    return [problem for problem in problems if f"/{kind}/{ID}/" in problem.path]


def put_file(path: Path) -> None:
    """Put a harmless file that an example names."""
    if path.suffix == ".png":
        Image.new("RGB", (64, 64), "white").save(path)
    else:
        document = PdfWriter()
        document.add_blank_page(200, 200)
        document.write(path)


def filled(kind: str) -> Callable[[str, str], str]:
    """Fill the required fields with their examples."""

    def change(text: str, language: str) -> str:
        for field in fields_of(KINDS[kind]):
            example = field.example(LANGUAGES[language])
            after = example if example.startswith("\n") else f" {example}"
            text = text.replace(f"\n{field.name}:\n", f"\n{field.name}:{after}\n")
        return text

    return change


def used(kind: str) -> Callable[[str, str], str]:
    """Fill the required fields and use every optional one; give each item of an agenda its section."""

    def change(text: str, language: str) -> str:
        text = filled(kind)(text, language)
        text = re.sub(r"^#(?=\S|  \S)", "", text, flags=re.MULTILINE)  # after one or three spaces, it is a comment
        text = text.replace("\n  email:\n", "\n  email: contact@example.org\n")  # no example: it would be a private one
        agenda = re.search(r"^agenda: \[(.*)\]$", text, re.MULTILINE)
        items = agenda[1].split(",") if agenda else []
        sections = [f"## Section {number} {{#s-{number}}}" for number, _ in enumerate(items)]
        return text + "\n\n".join(sections) + "\n"

    return change


def errors(problems: list[Diagnostic]) -> list[Diagnostic]:
    """Leave the warnings out."""
    return [problem for problem in problems if CODES[problem.code].severity == "error"]


@pytest.mark.parametrize("kind", KINDS)
def test_before_it_is_filled_the_check_names_each_gap_at_its_line(copied: Path, kind: str) -> None:
    found = errors(entry(copied, kind, lambda text, _: text))
    gaps = [
        (f"index.{language}.md", field.name)
        for language in LANGUAGES
        for field in fields_of(KINDS[kind])
        if field.required and not field.said.needed and (field.worded or language == "fr")
    ]
    assert sorted((Path(problem.path).name, problem.values["field"]) for problem in found) == sorted(gaps)
    assert all(problem.place.line > 1 for problem in found)


@pytest.mark.parametrize("kind", KINDS)
def test_filled_with_the_examples_it_passes(copied: Path, kind: str) -> None:
    assert errors(entry(copied, kind, filled(kind))) == []


@pytest.mark.parametrize("kind", KINDS)
def test_with_every_optional_field_in_use_it_passes(copied: Path, kind: str) -> None:
    assert errors(entry(copied, kind, used(kind))) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_a_file_stands_in_it_once(kind: str, language: str) -> None:
    text = blank(KINDS[kind], LANGUAGES)[f"index.{language}.md"]
    expected = {field.name for field in fields_of(KINDS[kind]) if field.worded or language == "fr"}
    assert sorted(re.findall(r"^#?([a-z_]+):", text, re.MULTILINE)) == sorted(expected)


@pytest.mark.parametrize("kind", KINDS)
def test_no_line_is_long(kind: str) -> None:
    texts = blank(KINDS[kind], LANGUAGES).values()
    comments = [line for text in texts for line in text.split("\n") if line.startswith("# ")]
    assert [line for line in comments if len(line) > 140] == []


def test_each_file_is_in_its_language() -> None:
    texts = blank(KINDS["news"], LANGUAGES)
    assert "# Ce qui s’est passé, en quelques mots." in texts["index.fr.md"]
    assert "# What happened, in a few words." in texts["index.en.md"]


def test_an_unknown_kind_is_refused_with_the_nearest(copied: Path) -> None:
    with pytest.raises(RefusedError, match="“membres” is not a kind: write members"):
        folder_of(copied, "membres", "asso-a")


@pytest.mark.parametrize("name", ["Asso A", "../fuite", "asso/a", ".asso", "été", "-asso", "con.", "a" * 9 + "\n"])
def test_a_name_that_is_no_folder_s_is_refused_with_the_nearest(copied: Path, name: str) -> None:
    with pytest.raises(RefusedError, match=r"is not a folder’s name: write [a-z0-9-]+"):
        folder_of(copied, "members", name)


def test_an_entry_that_exists_is_never_written_over(project: Path, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: F811
    assert main(["new", "members", "asso-a"]) == 0
    path = project / "content/members/asso-a/index.fr.md"
    path.write_text("à moi", "utf-8")
    capsys.readouterr()
    assert main(["new", "members", "asso-a"]) == 2
    assert "existe déjà" in capsys.readouterr().err
    assert path.read_text("utf-8") == "à moi"


def test_a_dangling_link_in_its_place_is_not_followed(copied: Path, tmp_path: Path) -> None:
    (copied / "members" / "asso-a").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(RefusedError):
        folder_of(copied, "members", "asso-a")


def test_the_paths_written_are_told(project: Path, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: F811, ARG001
    main(["new", "members", "asso-a"])
    told = capsys.readouterr().out
    assert told == "content/members/asso-a/index.fr.md\ncontent/members/asso-a/index.en.md\n"


def test_a_kind_without_a_name_is_wrong_use(project: Path) -> None:  # noqa: F811, ARG001
    assert main(["new", "members"]) == 2
