"""Problems → SARIF 2.1.0."""

import json
import re
from collections.abc import Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator

import contrelatraite
from contrelatraite import report
from contrelatraite.codes import CODES
from contrelatraite.diagnostics import Diagnostic, Place
from contrelatraite.languages import Language, load
from tests.test_codes import BAD, LANGUAGES, TRANSLATIONS, checked

Languages = Mapping[str, Language]
SCHEMA = Path(__file__).parent / "schemas" / "sarif-2.1.0.json"

TWICE = Diagnostic("S004", "content/news/a/index.fr.md", Place(3, 1, 6), {"field": "title"})


@pytest.fixture(scope="module")
def validator() -> Draft4Validator:
    """Give what validates SARIF, by its own schema."""
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema)


@pytest.fixture(scope="module")
def site_languages() -> Languages:
    """Load the site's own catalogues."""
    return load(LANGUAGES, TRANSLATIONS)


def run(problems: list[Diagnostic], languages: Languages, wanted: str | None = None) -> dict[str, Any]:
    """Give the one run of a log."""
    (only,) = json.loads(report.as_sarif(problems, languages, wanted))["runs"]
    assert isinstance(only, dict)
    return only


def faults(validator: Draft4Validator, text: str) -> list[str]:
    """Give what the schema says against a log."""
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(json.loads(text))]


def test_the_schema_refuses_what_is_not_sarif(validator: Draft4Validator) -> None:
    assert faults(validator, '{"version": "2.1.0"}') == ["$: 'runs' is a required property"]


@pytest.mark.parametrize("wanted", [None, *LANGUAGES])
def test_the_report_on_every_fixture_is_valid(
    validator: Draft4Validator, site_languages: Languages, wanted: str | None
) -> None:
    problems = [problem for code in sorted(CODES) for problem in checked(BAD / code).problems]
    assert {problem.code for problem in problems} == set(CODES)
    assert faults(validator, report.as_sarif(problems, site_languages, wanted)) == []


def test_the_report_on_no_problem_is_valid(validator: Draft4Validator, languages: Languages) -> None:
    assert faults(validator, report.as_sarif([], languages, None)) == []
    assert run([], languages)["results"] == []


def test_a_problem_is_told_whole(languages: Languages) -> None:
    assert run([TWICE], languages)["results"] == [
        {
            "ruleId": "S004",
            "ruleIndex": list(CODES).index("S004"),
            "level": "error",
            "message": {"text": "le champ « title » est écrit deux fois. → Gardez l’un des deux."},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {"uri": "content/news/a/index.fr.md", "uriBaseId": "%SRCROOT%"},
                        "region": {"startLine": 3, "startColumn": 1, "endColumn": 6},
                    }
                }
            ],
            "properties": {"hint": "Gardez l’un des deux."},
        }
    ]


def test_each_code_is_a_rule_that_results_point_at(languages: Languages) -> None:
    rules = run([], languages)["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(CODES)
    for result in run([Diagnostic(code, "a.md", Place(1, 1, 2), AnyValues()) for code in CODES], languages)["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


class AnyValues(dict[str, str | tuple[str, ...]]):
    """A value for every name, all of them listed, as a problem's own values are."""

    def __init__(self) -> None:
        names = {name for code in CODES.values() for words in code[1:] for name in re.findall(r"%\((\w+)\)s", words)}
        super().__init__(dict.fromkeys(names, "x"))


def test_a_rule_has_its_words_in_the_language_asked_for_and_leaves_values_out(languages: Languages) -> None:
    rule = next(rule for rule in run([], languages, "fr")["tool"]["driver"]["rules"] if rule["id"] == "S004")
    assert rule == {
        "id": "S004",
        "shortDescription": {"text": "le champ « … » est écrit deux fois."},
        "help": {"text": "Gardez l’un des deux."},
        "defaultConfiguration": {"level": "error"},
    }


def test_the_tool_says_its_version_and_language(languages: Languages) -> None:
    driver = run([], languages, "en")["tool"]["driver"]
    assert (driver["name"], driver["version"], driver["language"]) == (
        "contrelatraite",
        contrelatraite.__version__,
        "en",
    )


def test_the_version_is_that_of_the_package() -> None:
    assert version("contrelatraite") == contrelatraite.__version__


def test_columns_count_characters(languages: Languages) -> None:
    assert run([], languages)["columnKind"] == "unicodeCodePoints"


def test_an_address_is_relative_and_escaped(languages: Languages) -> None:
    problem = Diagnostic("S004", "content/news/été 100 %/a.md", Place(1, 1, 2), {"field": "a"})
    (result,) = run([problem], languages)["results"]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == "content/news/%C3%A9t%C3%A9%20100%20%25/a.md"


def test_a_file_name_that_is_not_utf_8_has_an_address_too(languages: Languages) -> None:
    problem = Diagnostic("S006", "content/news/\udce9.md", Place(1, 1, 2), {"nearest": "e"})
    (result,) = run([problem], languages)["results"]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location["uri"] == "content/news/%E9.md"
