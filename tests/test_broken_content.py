"""The site's own content, broken in one place: the problem is found there, and nothing else is blamed."""

import re
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from contrelatraite import report
from contrelatraite.content import read_and_check
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.languages import Language, load

ROOT = Path(__file__).parents[1]
TODAY = date(2026, 1, 1)

MEMBER, MEMBER_EN = "members/ccem/index.fr.md", "members/ccem/index.en.md"
MEETING, MEETING_EN = "minutes/2014-09-29/index.fr.md", "minutes/2014-09-29/index.en.md"
RELEASE = "press/communique-2015-07-30/index.fr.md"
YEARLY = "events/journee-mondiale-30-juillet/index.fr.md"
HELP = "pages/aide/index.fr.md"

Found = tuple[str, str, int]  # code, path in the content folder, line


class Content:
    """A copy of the content, to break and to mend."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.languages: Mapping[str, Language] = load(("fr", "en"), ROOT / "translations")
        self.former = self.problems()

    def problems(self) -> list[Diagnostic]:
        """Give every problem."""
        return read_and_check(self.folder, self.languages, TODAY).problems

    def new_problems(self) -> list[Diagnostic]:
        """Give the problems that were not there before the break."""
        return [problem for problem in self.problems() if problem not in self.former]

    def found(self) -> list[Found]:
        """Give the code, file and line of each new problem."""
        return [
            (problem.code, problem.path.removeprefix("content/"), problem.place.line) for problem in self.new_problems()
        ]

    def replace(self, name: str, old: str, new: str) -> int:
        """Replace a text that stands once in a file; give its line."""
        path = self.folder / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), "utf-8")
        return text[: text.index(old)].count("\n") + 1

    def add_field(self, name: str, field: str) -> int:
        """Write a field first in a header; give its line."""
        path = self.folder / name
        path.write_text(path.read_text("utf-8").replace("---\n", f"---\n{field}\n", 1), "utf-8")
        return 2

    def add_text(self, name: str, text: str) -> int:
        """Write a paragraph last in a file; give its line."""
        path = self.folder / name
        before = path.read_text("utf-8").rstrip("\n")
        path.write_text(f"{before}\n\n{text}\n", "utf-8")
        return before.count("\n") + 3

    def line(self, name: str, start: str) -> int:
        """Give the line of a file that begins so."""
        lines = (self.folder / name).read_text("utf-8").split("\n")
        return next(number for number, line in enumerate(lines, 1) if line.startswith(start))


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """Copy the content once."""
    folder = tmp_path_factory.mktemp("broken") / "content"
    shutil.copytree(ROOT / "content", folder)
    return Content(folder)


@pytest.fixture
def content(copy: Content) -> Iterator[Content]:
    """Give the copy, and mend it afterwards."""
    yield copy
    for path in copy.folder.rglob("*"):
        original = ROOT / "content" / path.relative_to(copy.folder)
        if path.is_file() and not original.is_file():
            path.unlink()
    shutil.copytree(ROOT / "content", copy.folder, dirs_exist_ok=True)


def test_the_content_as_it_is_has_no_error(copy: Content) -> None:
    assert [problem for problem in copy.former if report.has_errors([problem])] == []


# Headers.


def test_an_unknown_field_is_found(content: Content) -> None:
    line = content.add_field(MEMBER, "siteweb: https://ccem.example.org")
    assert content.found() == [("S101", MEMBER, line)]


def test_an_unknown_field_of_a_translation_is_found_without_calling_the_translation_missing(content: Content) -> None:
    line = content.add_field(MEMBER_EN, "siteweb: https://ccem.example.org")
    assert content.found() == [("S101", MEMBER_EN, line)]


def test_a_field_with_a_slip_in_a_translation_does_not_make_the_translation_missing(content: Content) -> None:
    line = content.replace(MEMBER_EN, "\nsummary: ", "\nsumary: ") + 1
    assert content.found() == [("S102", MEMBER_EN, 1), ("S101", MEMBER_EN, line)]


def test_a_date_written_the_french_way_is_found(content: Content) -> None:
    line = content.replace(MEETING, "date: 2014-09-29\n", "date: 05/06/2025\n")
    assert content.found() == [("S009", MEETING, line)]


def test_a_date_that_does_not_exist_is_found(content: Content) -> None:
    line = content.replace(MEETING, "date: 2014-09-29\n", "date: 2014-09-31\n")
    assert content.found() == [("S104", MEETING, line)]


def test_a_header_that_is_not_yaml_is_found_at_its_line(content: Content) -> None:
    line = content.add_field(MEETING, "place: Paris : rue du Bac")
    assert content.found() == [("S020", MEETING, line)]


def test_a_status_in_french_is_found_alone(content: Content) -> None:
    line = content.replace(MEMBER, "status: member,", "status: membre,")
    assert content.found() == [("S103", MEMBER, line)]


def test_a_draft_announced_in_french_is_told_the_word_of_the_schema(content: Content) -> None:
    content.add_field(MEMBER, "status: brouillon")
    found = [(problem.code, problem.values["allowed"]) for problem in content.new_problems()]
    assert found == [("S103", ("draft",))]


def test_an_embargo_without_an_hour_is_told_to_write_all_of_it(content: Content) -> None:
    line = content.add_field(RELEASE, "embargo: 2015-07-30")
    hints = [report.words(problem, content.languages["en"])[1] for problem in content.new_problems()]
    form = "Write it in this form: 2025-07-30T00:01+02:00 (+02:00 in summer, +01:00 in winter)."
    assert (content.found(), hints) == ([("S118", RELEASE, line)], [form])


def test_an_embargo_without_an_offset_is_told_with_that_of_paris_on_that_day(content: Content) -> None:
    line = content.add_field(RELEASE, "embargo: 2015-07-30T10:00")
    hints = [report.words(problem, content.languages["en"])[1] for problem in content.new_problems()]
    form = "Write 2015-07-30T10:00+02:00 (30 July 2015, 10:00 in Paris), if that is the moment you mean."
    assert (content.found(), hints) == ([("S011", RELEASE, line)], [form])


def test_a_yearly_day_that_does_not_exist_is_found(content: Content) -> None:
    line = content.replace(YEARLY, 'observance: "07-30"', 'observance: "02-31"')
    assert content.found() == [("S106", YEARLY, line)]


@pytest.mark.parametrize("language", ["french", "any", "de"])
def test_a_website_in_a_language_that_does_not_exist_is_found(content: Content, language: str) -> None:
    old = "website: https://www.esclavagemoderne.org\n"
    line = content.replace(MEMBER, old, f"website: {{{language}: https://www.esclavagemoderne.org}}\n")
    found = [(problem.code, problem.place.line, problem.values) for problem in content.new_problems()]
    assert found == [("S103", line, {"read": language, "field": "website", "allowed": ("fr", "en")})]


@pytest.mark.parametrize("language", ["french", "any", "de"])
def test_an_official_text_in_a_language_that_does_not_exist_is_found(content: Content, language: str) -> None:
    law = "legal/directive-2011-36-ue/index.fr.md"
    line = content.replace(law, "\nofficial: {fr: ", f"\nofficial: {{{language}: ") + 1
    found = [(problem.code, problem.place.line, problem.values) for problem in content.new_problems()]
    assert found == [("S103", line, {"read": language, "field": "official", "allowed": ("fr", "en")})]


def test_a_person_who_neither_holds_an_office_nor_consented_is_found(content: Content) -> None:
    line = content.add_field(MEMBER, "people: [{name: Personne A}]")
    assert content.found() == [("P103", MEMBER, line)]


@pytest.mark.parametrize("done", ["bientôt", "31/02/2015", "2015-02-31", "2015-06-27-bureau"])
def test_a_follow_up_done_on_no_day_and_in_no_minutes_is_found(content: Content, done: str) -> None:
    ids = [line for line in (content.folder / MEETING).read_text("utf-8").split("\n") if line.startswith("  - {id: ")]
    line = content.replace(MEETING, ids[0], re.sub(r"(?:, done: [^,}]*)?\}", f", done: {done}}}", ids[0]))
    assert [(path, at) for _, path, at in content.found()] == [(MEETING, line)]


# Both languages.


def test_a_fact_in_a_translation_is_found(content: Content) -> None:
    line = content.add_field(MEETING_EN, "date: 2014-09-30")
    assert content.found() == [("T102", MEETING_EN, line)]


def test_a_section_whose_anchor_differs_in_one_language_is_found(content: Content) -> None:
    line = content.replace(MEETING_EN, "{#syndicats}", "{#trade-unions}")
    assert content.found() == [("T103", MEETING_EN, line)]


def test_a_missing_english_half_is_found(content: Content) -> None:
    (content.folder / MEETING_EN).unlink()
    assert content.found() == [("T101", MEETING, content.line(MEETING, "title:"))]


def test_a_missing_french_half_makes_the_english_one_the_source_without_its_facts(content: Content) -> None:
    (content.folder / MEETING).unlink()
    assert ("S102", MEETING_EN, 1) in content.found()


# References.


def test_an_unknown_reference_is_found(content: Content) -> None:
    line = content.add_text(MEETING, "Voir le [CCEM](members:cceme).")
    assert content.found() == [("R201", MEETING, line)]


def test_an_unknown_id_of_a_header_is_found(content: Content) -> None:
    line = content.replace(MEETING, "  - hors-la-rue\n", "  - hors-de-la-rue\n")
    assert content.found() == [("R201", MEETING, line)]


def test_an_annex_that_is_an_unknown_entry_is_found(content: Content) -> None:
    line = content.replace(MEETING, '  - {number: "3"}\n', '  - {number: "3", entry: "legal:nulle-part"}\n')
    assert content.found() == [("R201", MEETING, line)]


@pytest.mark.parametrize(
    ("entry", "code"),
    [("ccem", "R204"), ("https://exemple.org", "R204"), ("legal:directive-2011-36-ue#absent", "R202")],
)
def test_an_annex_that_is_no_reference_or_leads_to_no_section_is_found(content: Content, entry: str, code: str) -> None:
    line = content.replace(MEETING, '  - {number: "3"}\n', f'  - {{number: "3", entry: "{entry}"}}\n')
    assert content.found() == [(code, MEETING, line)]


def test_a_section_of_a_page_without_sections_is_found(content: Content) -> None:
    line = content.add_text(MEETING, "Voir [le CCEM](members:ccem#nulle-part).")
    assert content.found() == [("R205", MEETING, line)]


@pytest.mark.parametrize("author", ["Le CCEM", "CCEM", "hors la rue"])
def test_a_name_instead_of_an_id_in_a_header_is_an_unknown_reference(content: Content, author: str) -> None:
    line = content.replace(MEETING, "  - hors-la-rue\n", f"  - {author}\n")
    assert content.found() == [("R201", MEETING, line)]


def test_an_unknown_section_of_another_page_is_found(content: Content) -> None:
    line = content.add_text(MEETING, "Voir [l’aide](pages:aide#nulle-part).")
    assert content.found() == [("R202", MEETING, line)]


def test_an_unknown_section_of_the_same_page_is_found(content: Content) -> None:
    line = content.add_text(HELP, "Voir [plus haut](#nulle-part).")
    assert content.found() == [("R202", HELP, line)]


def test_a_header_with_an_error_does_not_blame_those_who_refer_to_its_entry(content: Content) -> None:
    line = content.add_field("legal/directive-2011-36-ue/index.fr.md", "siteweb: https://lois.example.org")
    assert content.found() == [("S101", "legal/directive-2011-36-ue/index.fr.md", line)]


# Texts.


def test_an_anchor_that_cannot_stand_in_an_address_is_found_in_both_languages(content: Content) -> None:
    lines = [(name, content.replace(name, "{#syndicats}", "{#Syndicats}")) for name in (MEETING_EN, MEETING)]
    assert [(path, at) for _, path, at in content.found()] == lines


@pytest.mark.parametrize("underline", ["============", "------------"])
def test_a_title_underlined_instead_of_marked_is_found(content: Content, underline: str) -> None:
    line = content.add_text(MEMBER, f"Ses missions\n{underline}")
    assert {path: at - line in {0, 1} for _, path, at in content.found()} == {MEMBER: True}


def test_a_private_address_is_found(content: Content) -> None:
    line = content.add_text(MEMBER, "Écrire à contact@example.org.")
    assert content.found() == [("P101", MEMBER, line)]


def test_a_script_is_found(content: Content) -> None:
    line = content.add_text(MEMBER, "<script src=https://exemple.org/a.js>")
    assert content.found() == [("X101", MEMBER, line)]


# Files.


def test_a_file_with_the_wrong_suffix_is_found_and_its_half_is_missing(content: Content) -> None:
    (content.folder / MEETING_EN).rename(content.folder / "minutes/2014-09-29/index.en.markdown")
    assert content.found() == [
        ("S006", "minutes/2014-09-29/index.en.markdown", 1),
        ("T101", MEETING, content.line(MEETING, "title:")),
    ]


def test_a_file_in_the_folder_of_its_kind_is_found(content: Content) -> None:
    shutil.copy(content.folder / MEMBER, content.folder / "members" / "nouvelle-association.md")
    assert content.found() == [("S006", "members/nouvelle-association.md", 1)]


def test_a_kind_that_does_not_exist_is_found(content: Content) -> None:
    shutil.copytree(content.folder / "members" / "ccem", content.folder / "membres" / "ccem")
    assert content.found() == [("S007", "membres/ccem/index.en.md", 1), ("S007", "membres/ccem/index.fr.md", 1)]


def test_a_picture_in_a_folder_of_its_own_is_not_told_to_become_a_page(content: Content) -> None:
    (content.folder / "members" / "ccem" / "images").mkdir()
    (content.folder / "members" / "ccem" / "images" / "logo.png").write_bytes(b"\x89PNG")
    told = [(problem.code, report.words(problem, content.languages["en"])[1]) for problem in content.new_problems()]
    assert told == [("S120", "Put it in an entry’s folder, beside index.fr.md, or delete it.")]


def test_a_language_that_the_site_does_not_have_is_not_told_to_replace_the_french_page(content: Content) -> None:
    shutil.copy(content.folder / MEMBER_EN, content.folder / "members" / "ccem" / "index.de.md")
    told = [(problem.code, report.words(problem, content.languages["en"])[1]) for problem in content.new_problems()]
    assert told == [("S119", "Rename the file: the languages are fr or en.")]


def test_a_link_of_the_file_system_does_not_show_what_it_leads_to(content: Content, tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("a key that no log may show", "utf-8")
    link = content.folder / "members" / "ccem" / "logo.png"
    link.symlink_to(secret)
    told = report.as_text(content.new_problems(), content.languages, "en", content.folder.parent)
    link.unlink()
    assert (told.count("X103"), told.count(secret.read_text("utf-8"))) == (1, 0)
