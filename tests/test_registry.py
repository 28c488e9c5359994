"""The content folder → the site, and what is wrong with the files' names and headers."""

from pathlib import Path
from typing import Any

import pytest

from contrelatraite.diagnostics import Diagnostic, Place, Values
from contrelatraite.registry import plain_id, register, show
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


def told(content: Path, path: str, **fields: Any) -> tuple[str, str, Values]:  # noqa: ANN401  a header holds any value
    """Give the one problem of an entry's header: its code, the line and columns it points at, its values."""
    file = write(content, path, **fields)
    (problem,) = problems(content)
    line, start, end = problem.place
    assert problem.path == show(file, content)
    return problem.code, file.read_text("utf-8").split("\n")[line - 1][start - 1 : end - 1], problem.values


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
        ("members/ccem/index.de.md", "content/members/ccem/index.fr.md"),
        ("members/ccem/index.FR.md", "content/members/ccem/index.fr.md"),
        ("members/ccem/index.fr.md.txt", "content/members/ccem/index.fr.md"),
        ("members/ccem/index.fr.markdown", "content/members/ccem/index.fr.md"),
        ("members/ccem/index.fr.html", "content/members/ccem/index.fr.md"),
        ("members/ccem/en/index.fr.md", "content/members/ccem/index.fr.md"),
        ("members/logo.svg", "content/members/logo/index.fr.md"),
        ("members/Hors la Rue.md", "content/members/hors-la-rue/index.fr.md"),
    ],
)
def test_a_misplaced_file_is_told_with_the_nearest_place(content: Path, name: str, nearest: str) -> None:
    touch(content, name)
    assert problems(content) == [Diagnostic("S006", f"content/{name}", TOP, {"nearest": nearest})]


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
    assert found == [Diagnostic("S102", f"content/news/a/{ENGLISH}", TOP, {"field": "title"})]


def test_the_problems_of_both_languages_are_told_at_once(content: Path) -> None:
    write(content, "news:a", title=None, date="hier")
    translate(content, "news:a", title=None)
    assert [(problem.code, problem.path) for problem in problems(content)] == [
        ("S104", f"content/news/a/{FRENCH}"),
        ("S102", f"content/news/a/{FRENCH}"),
        ("S102", f"content/news/a/{ENGLISH}"),
    ]


# Headers


def test_a_fact_in_a_translation_is_told_with_the_file_of_the_facts(content: Path) -> None:
    write(content, "news:a")
    translate(content, "news:a", date="2014-10-18")
    assert problems(content) == [
        Diagnostic("T102", f"content/news/a/{ENGLISH}", Place(4, 1, 5), {"field": "date", "source": FRENCH})
    ]


def test_an_unknown_field_of_a_translation_is_no_fact(content: Path) -> None:
    write(content, "news:a")
    translate(content, "news:a", titel="x")
    assert problems(content) == [
        Diagnostic("S101", f"content/news/a/{ENGLISH}", Place(4, 1, 6), {"field": "titel", "allowed": ("title",)})
    ]


@pytest.mark.parametrize(
    ("field", "nearest"),
    [("Website", "website"), ("web-site", "website"), ("membreship", "membership"), ("aliasses", "aliases")],
)
def test_an_unknown_field_is_told_with_the_nearest(content: Path, field: str, nearest: str) -> None:
    assert told(content, "members:a", **{field: "x"}) == ("S101", field, {"field": field, "allowed": (nearest,)})


def test_an_unknown_field_near_no_other_is_told_with_all(content: Path) -> None:
    allowed = ("status", "people", "no_mentions", "website", "parent", "title", "summary", "acronym", "aliases")
    assert told(content, "institutions:a", xyz="x") == ("S101", "xyz", {"field": "xyz", "allowed": allowed})


def test_an_unknown_field_within_a_field_is_told_with_the_nearest_that_stands_there(content: Path) -> None:
    assert told(content, "news:a", people=[{"name": "Ada", "ofice": "Ministre"}]) == (
        "S101",
        '"ofice"',
        {"field": "ofice", "allowed": ("office",)},
    )


def test_an_unknown_field_within_a_field_near_no_other_is_told_with_those_that_stand_there(content: Path) -> None:
    assert told(content, "news:a", people=[{"name": "Ada", "xyz": "Ministre"}]) == (
        "S101",
        '"xyz"',
        {"field": "xyz", "allowed": ("name", "office", "consent")},
    )


def test_the_nearest_field_is_sought_among_those_that_stand_there(content: Path) -> None:
    contact = {"email": "a@exemple.org", "confirmed": "2020-01-02", "yeer": "2014"}  # `year` is a report's
    allowed = ("name", "role", "email", "phone", "public", "confirmed")
    assert told(content, "members:a", contact=contact) == ("S101", '"yeer"', {"field": "yeer", "allowed": allowed})


def test_a_name_is_held_from_and_not_since(content: Path) -> None:
    assert told(content, "institutions:a", aliases=[{"name": "b", "since": "2001-01-01"}]) == (
        "S101",
        '"since"',
        {"field": "since", "allowed": ("name", "from", "until")},
    )


def test_a_missing_field_is_told_at_the_top(content: Path) -> None:
    assert told(content, "news:a", title=None) == ("S102", "-", {"field": "title"})


def test_a_missing_field_within_a_field_is_told_where_it_is_missing(content: Path) -> None:
    assert told(content, "members:a", membership=[{"status": "member"}]) == (
        "S102",
        '{"status": "member"}',
        {"field": "since"},
    )


def test_a_value_outside_a_closed_list_is_told_with_the_nearest(content: Path) -> None:
    assert told(content, "legal:a", type="Directiv") == (
        "S103",
        '"Directiv"',
        {"read": "Directiv", "field": "type", "allowed": ("directive",)},
    )


def test_a_value_near_none_of_a_closed_list_is_told_with_all(content: Path) -> None:
    assert told(content, "minutes:a", type="xyz") == (
        "S103",
        '"xyz"',
        {"read": "xyz", "field": "type", "allowed": ("plenary", "informal", "delegation", "working-group")},
    )


def test_a_wrong_status_is_told_with_the_two_that_exist(content: Path) -> None:
    assert told(content, "news:a", status="hidden") == (
        "S103",
        '"hidden"',
        {"read": "hidden", "field": "status", "allowed": ("draft", "published")},
    )


def test_a_yes_in_another_word_is_told_with_the_two_words(content: Path) -> None:
    contact = {"public": "oui", "confirmed": "2020-01-02"}
    assert told(content, "members:a", contact=contact) == (
        "S103",
        '"oui"',
        {"read": "oui", "field": "public", "allowed": ("true", "false")},
    )


def test_a_wrong_date_is_told_where_it_stands(content: Path) -> None:
    assert told(content, "news:a", date="18/10/2014") == (
        "S104",
        '"18/10/2014"',
        {"field": "date", "read": "18/10/2014"},
    )


def test_a_wrong_date_within_a_list_is_told_where_it_stands(content: Path) -> None:
    assert told(content, "members:a", membership=[{"status": "member", "since": "2014"}]) == (
        "S104",
        '"2014"',
        {"field": "since", "read": "2014"},
    )


@pytest.mark.parametrize("text", ["a" * 59, "a" * 301])
def test_a_summary_of_another_length_is_told_with_its_length(content: Path, text: str) -> None:
    values = {"field": "summary", "length": str(len(text)), "least": "60", "most": "300"}
    assert told(content, "news:a", summary=text) == ("S105", f'"{text}"', values)


def test_a_summary_that_may_be_absent_has_the_same_lengths(content: Path) -> None:
    values = {"field": "summary", "length": "5", "least": "60", "most": "300"}
    assert told(content, "minutes:a", summary="court") == ("S105", '"court"', values)


def test_a_link_with_trafficking_that_is_too_short_is_told_without_a_greatest_length(content: Path) -> None:
    values = {"field": "trafficking_link", "length": "5", "least": "80", "most": "∞"}
    assert told(content, "news:a", trafficking_link="court") == ("S105", '"court"', values)


def test_an_empty_title_is_told_as_too_short(content: Path) -> None:
    values = {"field": "title", "length": "0", "least": "1", "most": "∞"}
    assert told(content, "news:a", title="") == ("S105", '""', values)


def test_an_id_in_another_form_is_told(content: Path) -> None:
    assert told(content, "news:a", author="Le CCEM") == ("S106", '"Le CCEM"', {"field": "author", "read": "Le CCEM"})


def test_a_value_in_another_form_is_told(content: Path) -> None:
    assert told(content, "pages:a", slug="A b") == ("S106", '"A b"', {"field": "slug", "read": "A b"})


def test_a_text_where_a_list_is_asked_for_is_told(content: Path) -> None:
    assert told(content, "minutes:a", agenda="Actualité") == (
        "S113",
        '"Actualité"',
        {"field": "agenda", "read": "Actualité"},
    )


def test_a_text_where_fields_are_asked_for_is_told(content: Path) -> None:
    assert told(content, "members:a", contact="a@exemple.org") == (
        "S114",
        '"a@exemple.org"',
        {"field": "contact", "read": "a@exemple.org"},
    )


def test_a_list_where_a_text_is_asked_for_is_told(content: Path) -> None:
    assert told(content, "news:a", title=["a", "b"]) == ("S115", '["a", "b"]', {"field": "title", "read": ""})


@pytest.mark.parametrize("people", ["deux", "0", "1.5"])
def test_a_number_that_is_not_whole_or_too_small_is_told(content: Path, people: str) -> None:
    assert told(content, "minutes:a", attendance=[{"member": "ccem", "people": people}]) == (
        "S116",
        f'"{people}"',
        {"field": "people", "read": people},
    )


def test_a_wrong_id_of_a_list_written_as_one_is_told_at_the_field(content: Path) -> None:
    assert told(content, "legal:a", issuer="ONU !") == ("S106", '"ONU !"', {"field": "issuer", "read": "ONU !"})


def test_a_wrong_website_is_told_with_the_nearest(content: Path) -> None:
    values = {"field": "website", "read": "sosesclaves.org", "nearest": "https://sosesclaves.org"}
    assert told(content, "members:a", website="sosesclaves.org") == ("M104", '"sosesclaves.org"', values)


def test_a_wrong_website_of_one_language_is_told_where_it_stands(content: Path) -> None:
    values = {"field": "en", "read": "exemple.org/en", "nearest": "https://exemple.org/en"}
    websites = {"fr": "https://exemple.org", "en": "exemple.org/en"}
    assert told(content, "members:a", website=websites) == ("M104", '"exemple.org/en"', values)


def test_a_wrong_signatory_is_told_once(content: Path) -> None:
    assert told(content, "press:a", signatories=["ccem", "Le CCEM"]) == (
        "S106",
        '"Le CCEM"',
        {"field": "signatories", "read": "Le CCEM"},
    )


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
