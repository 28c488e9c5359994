"""Issue form: the answers to the forge's form for a new member → the files of its entry.

The form (.github/ISSUE_TEMPLATE/1-new-member.yml) is written from the same questions, by `make docs`. The answers
are the words of a stranger: each value is quoted whole, so that none can become a field, and nothing is kept that the
form did not ask. A contact is written only when its owner ticked that it is public.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from contrelatraite.labels import LABELS
from contrelatraite.languages import Language
from contrelatraite.marking import _
from contrelatraite.reading.mending import plain_id

LONGEST = 65_536  # characters of an issue, by the forge's own limit
_LONGEST_ID = 60
_NO_RESPONSE = "_No response_"
_TICKED = re.compile(r"^- \[[xX]\] (.*)$", re.MULTILINE)
_HEADING = re.compile(r"^### (.*)$", re.MULTILINE)

_SIDE_BY_SIDE = " · "  # the same words in several languages
Shape = Literal["input", "textarea", "checkboxes"]


class FormError(Exception):
    """These are not the answers to the form; the message says why, in French and in English."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the form: its label and help (catalogue keys), and the values that its boxes stand for.

    `language` is the code of the language that one answers in, where it matters.
    """

    id: str
    shape: Shape
    label: str
    help: str = ""
    options: Mapping[str, str] | None = None
    required: bool = False
    language: str = ""

    def said(self, speakers: Iterable[Language]) -> str:
        """Give the label in these languages, as the form prints it."""
        words = (each.gettext(self.label) % {"language": each.name_of(self.language)} for each in speakers)
        return _SIDE_BY_SIDE.join(dict.fromkeys(words))


PUBLIC = "public"

_NAMES = (
    Question("name", "input", _("Full name of the association"), required=True),
    Question("acronym", "input", _("Acronym")),
)
_FACTS = (
    Question("website", "input", _("Website"), _("An address that begins with https://")),
    Question(
        "exploitation",
        "checkboxes",
        _("Forms of exploitation it works on"),
        options=LABELS["exploitation"],
    ),
    Question("audience", "checkboxes", _("People it helps"), options=LABELS["audience"]),
    Question(
        "email",
        "input",
        _("Public e-mail address"),
        _("Only an address made for the public; this form itself can be read by everyone."),
    ),
    Question("phone", "input", _("Public telephone number"), _("Only a number made for the public.")),
    Question(
        PUBLIC,
        "checkboxes",
        _("Permission to print these details"),
        _("Without it, they are not kept."),
        options={"true": _("This address and this number may be printed on the site.")},
    ),
)


def questions(languages: Iterable[Language]) -> tuple[Question, ...]:
    """Give the questions, in the form's order: `summary-…` and `text-…` are asked in each language of the site."""
    return (
        *_NAMES,
        *(each for number, spoken in enumerate(languages) for each in _words_in(spoken.code, number)),
        *_FACTS,
    )


def _words_in(code: str, number: int) -> Iterator[Question]:
    summary = _("One or two sentences for those who discover it: from 60 to 300 characters.")
    translation = _("If you can; otherwise somebody will translate. At least one of the languages is needed.")
    text = _("A few paragraphs. Nothing private.")
    about, more = _("What it does, in %(language)s"), _("More about it, in %(language)s")
    yield Question(f"summary-{code}", "textarea", about, translation if number else summary, language=code)
    yield Question(f"text-{code}", "textarea", more, "" if number else text, language=code)


def parse(body: str, languages: Iterable[Language]) -> dict[str, str]:
    """Read the body of an issue: question's id → answer; a question without an answer is left out.

    The labels may be those of the form or those of one language. Raises FormError for a text too long to be an issue,
    in which the form cannot be recognised, or which answers a question twice.
    """
    if len(body) > LONGEST:
        message = "Ce texte est trop long pour un formulaire. · This text is too long for a form."
        raise FormError(message)
    known = _labels(languages)
    body = body.replace("\r\n", "\n")
    found = [match for match in _HEADING.finditer(body) if match[1].strip() in known]  # another title is an answer's
    answers: dict[str, str] = {}
    for number, match in enumerate(found):
        question = known[match[1].strip()]
        if question in answers:
            message = f"« {match[1].strip()} » est répondu deux fois. · “{match[1].strip()}” is answered twice."
            raise FormError(message)
        end = found[number + 1].start() if number + 1 < len(found) else len(body)
        answers[question] = _clean(body[match.end() : end])
    given = {question: answer for question, answer in answers.items() if answer not in {"", _NO_RESPONSE}}
    if "name" not in given:
        message = (
            "Ce texte n’est pas celui du formulaire : il n’y a pas le nom de l’association. · "
            "This is not the form’s text: the association’s name is not there."
        )
        raise FormError(message)
    return given


def label_of(words: str, languages: Iterable[Language]) -> str:
    """Write words in each language of the site, as the form prints them."""
    said = dict.fromkeys(language.gettext(words) for language in languages)
    return _SIDE_BY_SIDE.join(said)


def _labels(languages: Iterable[Language]) -> dict[str, str]:
    """Every way in which a question may be written → its id."""
    spoken = tuple(languages)
    asked = questions(spoken)
    ways = [(question, [language]) for question in asked for language in spoken]
    ways += [(question, list(spoken)) for question in asked]
    return {question.said(speakers): question.id for question, speakers in ways}


def _clean(text: str) -> str:
    """Leave out what no text holds: control characters and code points that are no character."""
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cs", "Cn"}).strip()


def id_of(answers: Mapping[str, str]) -> str:
    """Make the folder's name from the association's; raise FormError when it has no letter to make one of."""
    name = answers["name"]
    if not re.search(r"[a-z0-9]", unicodedata.normalize("NFKD", name.lower())):
        message = "Donnez aussi un nom de dossier : new members NOM. · Give a folder’s name too: new members NAME."
        raise FormError(message)
    return plain_id(name)[:_LONGEST_ID].strip("-")


def files(answers: Mapping[str, str], languages: Mapping[str, Language], today: date) -> dict[str, str]:
    """Give the files of the entry: one per language in which the association is presented, the first with the facts.

    Who asks to join is a candidate from `today`, which is also the day on which a public contact is confirmed.
    """
    told = [code for code in languages if f"summary-{code}" in answers or f"text-{code}" in answers]
    codes = told or list(languages)[:1]  # without a summary, the check says that one is needed
    facts = _facts(answers, languages, today)
    return {
        f"index.{code}.md": _file(
            _words(answers, code) | (facts if number == 0 else {}), answers.get(f"text-{code}", "")
        )
        for number, code in enumerate(codes)
    }


def _words(answers: Mapping[str, str], code: str) -> dict[str, Any]:
    words = {"title": answers["name"], "summary": answers.get(f"summary-{code}"), "acronym": answers.get("acronym")}
    return {field: value for field, value in words.items() if value}


def _facts(answers: Mapping[str, str], languages: Mapping[str, Language], today: date) -> dict[str, Any]:
    facts: dict[str, Any] = {"membership": [{"status": "candidate", "since": today.isoformat()}]}
    if "website" in answers:
        facts["website"] = answers["website"]
    for question in _FACTS:
        if question.options and question.id != PUBLIC:
            ticked = _ticked(question, answers, languages)
            facts |= {question.id: ticked} if ticked else {}
    contact = {field: answers[field] for field in ("email", "phone") if field in answers}
    if contact and any(_ticked(question, answers, languages) for question in _FACTS if question.id == PUBLIC):
        facts["contact"] = contact | {"public": "true", "confirmed": today.isoformat()}
    return facts


def _ticked(question: Question, answers: Mapping[str, str], languages: Mapping[str, Language]) -> list[str]:
    """The values whose boxes were ticked."""
    options = question.options or {}
    spoken = languages.values()
    ways = {label_of(label, [language]): value for value, label in options.items() for language in spoken}
    ways |= {label_of(label, spoken): value for value, label in options.items()}
    read = {ways.get(label.strip()) for label in _TICKED.findall(answers.get(question.id, ""))}
    return [value for value in options if value in read]


def _file(fields: Mapping[str, Any], text: str) -> str:
    """Write a header whose every value is quoted, then the text."""
    header = "".join(f"{field}: {_quoted(value)}\n" for field, value in fields.items())
    return f"---\n{header}---\n\n{text}\n" if text else f"---\n{header}---\n"


def _quoted(value: Any) -> str:  # noqa: ANN401  a text, or lists and fields of them
    """Write a value on one line, as JSON, which YAML reads as it is: a text between quotes cannot end its field."""
    if isinstance(value, str):
        return json.dumps(" ".join(value.split()), ensure_ascii=False)
    if isinstance(value, list):
        return f"[{', '.join(map(_quoted, value))}]"
    return "{" + ", ".join(f"{field}: {_quoted(inner)}" for field, inner in value.items()) + "}"


def form(languages: Iterable[Language]) -> dict[str, Any]:
    """Give the form itself, as the forge reads it (.github/ISSUE_TEMPLATE/1-new-member.yml)."""
    spoken = tuple(languages)
    fields = [_form_field(question, spoken) for question in questions(spoken)]
    warning = _(
        "This form can be read by everyone. Write no private person’s name, no personal address or number, "
        "and never the place where people are sheltered. Somebody reads every proposal before it is published."
    )
    introduction = {
        "type": "markdown",
        "attributes": {"value": "\n\n".join(language.gettext(warning) for language in spoken)},
    }
    return {
        "name": label_of(_("A new association"), spoken),
        "description": label_of(_("Ask for the entry of an association of the Collective"), spoken),
        "labels": ["members"],
        "body": [introduction, *fields],
    }


def _form_field(question: Question, languages: tuple[Language, ...]) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": question.said(languages)}
    if question.help:
        attributes["description"] = label_of(question.help, languages)
    if question.options:
        attributes["options"] = [{"label": label_of(label, languages)} for label in question.options.values()]
    field: dict[str, Any] = {"type": question.shape, "id": question.id, "attributes": attributes}
    return field | ({"validations": {"required": True}} if question.required else {})
