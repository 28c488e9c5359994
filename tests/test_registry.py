"""The content folder → the site, and what is wrong with the files' names."""

from pathlib import Path

import pytest

from contrelatraite.diagnostics import Diagnostic, Place, Values
from contrelatraite.reading.mending import plain_id
from contrelatraite.reading.registry import register, show
from contrelatraite.site import Site
from tests.support import CODES, site_of, translate, write

TOP = Place(1, 1, 2)
FRENCH, ENGLISH = "index.fr.md", "index.en.md"


def problems(content: Path) -> list[Diagnostic]:
    """Give what is wrong with the names and headers of a content folder."""
    return register(content, CODES)[1]


def touch(content: Path, name: str) -> None:
    """Make an empty file."""
    path = content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch()


# Files and folders


def test_an_empty_content_folder_is_an_empty_site(content: Path) -> None:
    assert register(content, CODES) == (Site({}, frozenset(), CODES), [])


def test_the_path_is_the_identity(content: Path) -> None:
    write(content, "members:ccem")
    (entry,) = site_of(content)
    assert (entry.key, entry.kind.name, entry.id, entry.folder, list(entry.versions)) == (
        "members:ccem",
        "members",
        "ccem",
        content / "members" / "ccem",
        ["fr"],
    )


def test_an_entry_has_its_facts_once_and_its_words_in_each_language(content: Path) -> None:
    write(content, "news:a", "Un texte.", title="Un titre")
    translate(content, "news:a", "A text.", title="A title")
    (entry,) = site_of(content)
    assert [(code, version.words.title, version.body.text) for code, version in entry.versions.items()] == [
        ("fr", "Un titre", "Un texte."),
        ("en", "A title", "A text."),
    ]


def test_the_source_comes_first_whatever_the_names_of_the_files(content: Path) -> None:
    write(content, "news:a", title="Un titre")
    translate(content, "news:a", title="A title")
    assert next(iter(site_of(content))).source.language == "fr"


def test_the_source_is_the_english_file_when_it_is_the_only_one(content: Path) -> None:
    write(content, "news:a", language="en")
    assert next(iter(site_of(content))).source.language == "en"


def test_entries_stand_in_the_order_of_kinds_then_of_ids(content: Path) -> None:
    for key in ("pages:accueil", "legal:b", "members:b", "legal:a", "members:a-b", "members:a"):
        write(content, key)
    assert list(site_of(content).entries) == [
        "members:a",
        "members:a-b",
        "members:b",
        "legal:a",
        "legal:b",
        "pages:accueil",
    ]


def test_a_path_is_shown_from_the_folder_above(content: Path) -> None:
    assert show(content / "news" / "a" / FRENCH, content) == "content/news/a/index.fr.md"


def test_the_files_of_an_entry_beside_its_texts_are_no_problem(content: Path) -> None:
    write(content, "members:ccem")
    touch(content, "members/ccem/logo.svg")
    touch(content, "members/ccem/rapport-2014.pdf")
    assert problems(content) == []


def test_hidden_files_are_no_problem(content: Path) -> None:
    touch(content, "members/.DS_Store")
    touch(content, ".git/config")
    assert problems(content) == []


@pytest.mark.parametrize(
    ("name", "nearest"),
    [
        ("members/ccem.md", "content/members/ccem/index.fr.md"),
        ("members/ccem.fr.md", "content/members/ccem/index.fr.md"),
        ("members/ccem/ccem.md", "content/members/ccem/index.fr.md"),
        ("members/ccem/index.md", "content/members/ccem/index.fr.md"),
        ("members/ccem/index.FR.md", "content/members/ccem/index.fr.md"),
        ("members/ccem/index.fr.md.txt", "content/members/ccem/index.fr.md"),
        ("members/ccem/index.fr.markdown", "content/members/ccem/index.fr.md"),
        ("members/ccem/index.fr.html", "content/members/ccem/index.fr.md"),
        ("members/ccem/en/index.fr.md", "content/members/ccem/index.fr.md"),
        ("members/Hors la Rue.md", "content/members/hors-la-rue/index.fr.md"),
    ],
)
def test_a_misplaced_file_is_told_with_the_nearest_place(content: Path, name: str, nearest: str) -> None:
    touch(content, name)
    assert problems(content) == [Diagnostic("S006", f"content/{name}", TOP, {"nearest": nearest})]


@pytest.mark.parametrize("language", ["de", "eng"])
def test_a_language_that_the_site_does_not_have_is_told_with_those_it_has(content: Path, language: str) -> None:
    touch(content, f"members/ccem/index.{language}.md")
    values: Values = {"read": language, "allowed": CODES}
    assert problems(content) == [Diagnostic("S119", f"content/members/ccem/index.{language}.md", TOP, values)]


@pytest.mark.parametrize("name", ["logo.svg", "members/logo.svg", "members/ccem/rapports/2014.pdf"])
def test_a_file_that_stands_beside_no_entry_is_told_what_to_stand_beside(content: Path, name: str) -> None:
    touch(content, name)
    assert problems(content) == [Diagnostic("S120", f"content/{name}", TOP, {"nearest": "fr"})]


@pytest.mark.parametrize(
    ("name", "folder"), [("membres/ccem/index.fr.md", "membres"), ("Members/a/index.fr.md", "Members")]
)
def test_a_folder_that_is_no_kind_is_told_with_the_kinds(content: Path, name: str, folder: str) -> None:
    touch(content, name)
    kinds = ("members", "legal", "minutes", "news", "events", "press", "institutions", "pages")
    assert problems(content) == [Diagnostic("S007", f"content/{name}", TOP, {"folder": folder, "kinds": kinds})]


def test_a_folder_whose_name_cannot_stand_in_an_address_is_told_with_the_nearest(content: Path) -> None:
    write(content, "members:Hors la Rue")
    assert problems(content) == [
        Diagnostic(
            "S008",
            "content/members/Hors la Rue/index.fr.md",
            TOP,
            {"id": "Hors la Rue", "nearest": "hors-la-rue"},
        )
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hors la Rue", "hors-la-rue"),
        ("Équipes d’Action", "equipes-d-action"),
        ("  À  l’aide ! ", "a-l-aide"),
        ("Cœur", "coeur"),
        ("42", "42"),
        ("¡!", "id"),
        ("", "id"),
    ],
)
def test_the_nearest_id_keeps_letters_without_accents_and_digits(text: str, name: str) -> None:
    assert plain_id(text) == name


# What is known, and what is registered


def test_an_entry_with_a_wrong_header_is_not_registered_but_its_id_is_known(content: Path) -> None:
    write(content, "members:ccem", title=None)
    write(content, "members:afj")
    site, _ = register(content, CODES)
    assert (list(site.entries), site.known) == (["members:afj"], frozenset({"members:ccem", "members:afj"}))


def test_an_entry_whose_file_cannot_be_read_is_known(content: Path) -> None:
    touch(content, f"members/ccem/{FRENCH}")
    site, found = register(content, CODES)
    assert (list(site.entries), site.known, [problem.code for problem in found]) == (
        [],
        frozenset({"members:ccem"}),
        ["S002"],
    )


def test_a_wrong_translation_leaves_the_source_registered(content: Path) -> None:
    write(content, "news:a")
    translate(content, "news:a", title=None)
    site, found = register(content, CODES)
    assert list(site.entries["news:a"].versions) == ["fr"]
    values = {"field": "title", "read": "", "nearest": "title: …"}
    assert found == [Diagnostic("S102", f"content/news/a/{ENGLISH}", TOP, values)]


def test_the_problems_of_both_languages_are_told_at_once(content: Path) -> None:
    write(content, "news:a", title=None, date="hier")
    translate(content, "news:a", title=None)
    assert [(problem.code, problem.path) for problem in problems(content)] == [
        ("S104", f"content/news/a/{FRENCH}"),
        ("S102", f"content/news/a/{FRENCH}"),
        ("S102", f"content/news/a/{ENGLISH}"),
    ]


# Headers


def test_no_header_field_changes_an_address_a_template_or_a_language(content: Path) -> None:
    file = write(content, "news:a", save_as="index.html", template="x", lang="en", translation="false", slug="b")
    assert [(problem.code, problem.path) for problem in problems(content)] == [("S101", show(file, content))] * 5


def test_a_text_that_is_a_link_to_a_file_elsewhere_is_not_read(content: Path, tmp_path: Path) -> None:
    link = write(content, "news:a")
    link.rename(tmp_path / "outside.md")
    link.symlink_to(tmp_path / "outside.md")
    site, found = register(content, CODES)
    assert (list(site.entries), [problem.path for problem in found]) == ([], [show(link, content)])


def test_a_text_that_is_a_link_is_told_without_reading_it(content: Path, tmp_path: Path) -> None:
    link = write(content, "news:a")
    link.rename(tmp_path / "outside.md")
    (tmp_path / "outside.md").write_text("SECRET=1", "utf-8")
    link.symlink_to(tmp_path / "outside.md")
    assert "S002" not in [problem.code for problem in problems(content)]  # whose report would show the line
