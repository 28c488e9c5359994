"""`contrelatraite new members --from-issue FILE`: the answers of a stranger become an entry, and nothing else."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from contrelatraite.cli import main
from contrelatraite.contributing import issue_form
from contrelatraite.contributing.issue_form import FormError, files, id_of, parse, questions
from contrelatraite.reading.source import Source
from contrelatraite.reading.source import parse as parse_file
from tests.test_cli import project  # noqa: F401  a fixture
from tests.test_codes import real_languages

LANGUAGES = real_languages()
SPOKEN = tuple(LANGUAGES.values())
TODAY = date(2026, 1, 1)
SUMMARY = "Cette association accueille et accompagne en justice les victimes de la traite des êtres humains."
TICKED = "- [X] Cette adresse et ce numéro peuvent être publiés sur le site."


def body(speakers: Any = SPOKEN, **answers: str) -> str:  # noqa: ANN401  languages
    """Write the body of an issue as the forge does: every question, and what it says of those without an answer."""
    given = {"name": "Association Z", "summary-fr": SUMMARY} | {k.replace("_", "-"): v for k, v in answers.items()}
    return "\n\n".join(
        f"### {question.said(speakers)}\n\n{given.get(question.id, '_No response_')}" for question in questions(SPOKEN)
    )


def header(text: str) -> dict[str, Any]:
    """Read the header of a file that was written."""
    source, problems = parse_file(text, "index.fr.md")
    assert problems == []
    assert isinstance(source, Source)
    return source.header


def made(**answers: str) -> dict[str, str]:
    """Give the files made of answers."""
    return files(parse(body(**answers), SPOKEN), LANGUAGES, TODAY)


def test_the_answers_are_written_in_their_fields() -> None:
    assert header(made(acronym="AZ", website="https://www.example.org")["index.fr.md"]) == {
        "title": "Association Z",
        "summary": SUMMARY,
        "acronym": "AZ",
        "membership": [{"status": "candidate", "since": "2026-01-01"}],
        "website": "https://www.example.org",
    }


@pytest.mark.parametrize("speakers", [SPOKEN, SPOKEN[:1], SPOKEN[1:]], ids=["both", "French", "English"])
def test_the_labels_may_be_those_of_the_form_or_of_one_language(speakers: Any) -> None:  # noqa: ANN401  languages
    assert parse(body(speakers), SPOKEN) == {"name": "Association Z", "summary-fr": SUMMARY}


@pytest.mark.parametrize("spoken", [SPOKEN, SPOKEN[:1], SPOKEN[::-1]], ids=["both", "one", "turned round"])
def test_the_words_are_asked_in_each_language_of_the_site(spoken: Any) -> None:  # noqa: ANN401  languages
    asked = [question.id for question in questions(spoken) if question.language]
    assert asked == [f"{words}-{language.code}" for language in spoken for words in ("summary", "text")]


def test_windows_line_ends_are_read_well() -> None:
    assert parse(body().replace("\n", "\r\n"), SPOKEN)["name"] == "Association Z"


def test_a_language_without_answers_has_no_file() -> None:
    assert list(made()) == ["index.fr.md"]


def test_a_second_language_holds_the_words_alone() -> None:
    written = made(summary_en="A summary.", text_en="Some text.")["index.en.md"]
    assert header(written) == {"title": "Association Z", "summary": "A summary."}
    assert written.endswith("---\n\nSome text.\n")


def test_english_alone_holds_the_facts() -> None:
    written = made(summary_fr="", summary_en="A summary.")
    assert list(written) == ["index.en.md"]
    assert "membership" in header(written["index.en.md"])


def test_ticked_boxes_are_values() -> None:
    ticked = "- [x] exploitation par le travail · labour exploitation\n- [ ] servitude domestique · domestic servitude"
    assert header(made(exploitation=ticked)["index.fr.md"])["exploitation"] == ["labour"]


def test_a_contact_that_was_not_ticked_is_not_kept() -> None:
    written = made(email="contact@example.org", phone="01 99 00 12 34", public=TICKED.replace("X", " "))
    assert "example.org" not in "".join(written.values())
    assert "99 00" not in "".join(written.values())


def test_a_ticked_contact_is_public_and_confirmed_today() -> None:
    contact = header(made(email="contact@example.org", public=TICKED)["index.fr.md"])["contact"]
    assert contact == {"email": "contact@example.org", "public": "true", "confirmed": "2026-01-01"}


HOSTILE = [
    'A" \nstatus: draft\nx: "',
    "A\n---\nsave_as: index.html\n---\n",
    "A: {b: c}",
    "*alias &anchor",
    "!!python/object/apply:os.system [id]",
    "# comment",
    "- item\n- item",
    "{{ config }} {% include 'x' %}",
    "<script>alert(1)</script>",
    "\\u0022, status: draft, x: \\u0022",
    "% | > @ ` ' \" \\",
    "~",
    "yes",
    "2026-01-01",
    "النجمة",
]


@pytest.mark.parametrize("answer", HOSTILE)
@pytest.mark.parametrize("field", ["name", "acronym", "website"])
def test_a_hostile_answer_stays_the_value_of_its_field(field: str, answer: str) -> None:
    read = header(files({"name": "A", "summary-fr": SUMMARY, field: answer}, LANGUAGES, TODAY)["index.fr.md"])
    assert read["title" if field == "name" else field] == " ".join(answer.split())
    assert read.keys() <= {"title", "summary", "acronym", "website", "membership"}


def test_a_sign_that_turns_letters_round_is_kept_for_the_check_to_refuse() -> None:
    written = files({"name": "\u202egnp.exe", "summary-fr": SUMMARY}, LANGUAGES, TODAY)["index.fr.md"]
    assert [problem.code for problem in parse_file(written, "index.fr.md")[1]] == ["X107"]


def test_control_characters_are_left_out() -> None:
    assert parse(body(name="Asso\x00\x1b[31m\x85 Z\ufffe"), SPOKEN)["name"] == "Asso[31m Z"


def test_a_text_that_looks_like_a_header_is_only_text() -> None:
    written = made(text_fr="---\nstatus: draft\n---\nTexte")["index.fr.md"]
    assert "status" not in header(written)


def test_a_section_title_in_an_answer_is_part_of_it() -> None:
    assert parse(body(text_fr="### Notre histoire\n\nDepuis 1990."), SPOKEN)["text-fr"].startswith("### Notre histoire")


def test_a_question_answered_twice_is_refused() -> None:
    forged = body(text_fr=f"### {questions(SPOKEN)[0].said(SPOKEN)}\n\nAutre nom")
    with pytest.raises(FormError, match="is answered twice"):
        parse(forged, SPOKEN)


def test_a_text_that_is_not_the_form_s_is_refused() -> None:
    with pytest.raises(FormError, match="not the form’s text"):
        parse("### Autre chose\n\nBonjour", SPOKEN)


def test_a_text_longer_than_any_issue_is_refused() -> None:
    with pytest.raises(FormError, match="too long"):
        parse("a" * (issue_form.LONGEST + 1), SPOKEN)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Été à l’Œuvre", "ete-a-l-oeuvre"), ("../../.env", "env"), ("a" * 200, "a" * 60), ("A/B\\C", "a-b-c")],
)
def test_the_folder_s_name_is_plain(name: str, expected: str) -> None:
    assert id_of({"name": name}) == expected


def test_a_name_without_a_plain_letter_asks_for_a_folder_s_name() -> None:
    with pytest.raises(FormError, match="new members NAME"):
        id_of({"name": "النجمة"})


def issue(project: Path, text: str) -> str:  # noqa: F811
    """Save the body of an issue."""
    path = project / "issue.md"
    path.write_text(text, "utf-8")
    return str(path)


def test_what_was_answered_passes_the_check(project: Path, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: F811
    given = body(
        website="https://www.example.org",
        summary_en="It takes in the victims of human trafficking and helps them in court.",
    )
    assert main(["new", "members", "--from-issue", issue(project, given)]) == 0
    assert "content/members/association-z/index.fr.md" in capsys.readouterr().out


def test_what_is_wrong_in_the_answers_is_told_at_once(
    project: Path,  # noqa: F811
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["new", "members", "--from-issue", issue(project, body(website="asso-z.example"))]) == 1
    assert "M104" in capsys.readouterr().out


def test_an_entry_that_exists_is_never_written_over(project: Path) -> None:  # noqa: F811
    arguments = ["new", "members", "--from-issue", issue(project, body(website="https://www.example.org"))]
    assert (main(arguments), main(arguments)) == (0, 2)


def test_the_form_is_for_members_alone(project: Path) -> None:  # noqa: F811
    assert main(["new", "news", "--from-issue", issue(project, body())]) == 2
