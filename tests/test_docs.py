"""What is written from the schemas is fresh (`make docs` writes it); the editors' schemas fit the real content."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from contrelatraite.codes import CODES
from contrelatraite.contributing.docs import generated
from contrelatraite.contributing.editor import schema_path
from contrelatraite.contributing.guide import fields_of
from contrelatraite.contributing.owners import code_owners
from contrelatraite.kinds import KINDS
from tests.test_codes import ROOT, real_languages

LANGUAGES = real_languages()
WRITTEN = generated(ROOT, LANGUAGES)
PAIRS = [(kind, code) for kind in KINDS for code in LANGUAGES]


class Yaml12(yaml.SafeLoader):
    """Reads scalars as an editor does, by YAML 1.2: a date is a text, `no` is a text, `10:00` is a text."""


Yaml12.yaml_implicit_resolvers = {}
for tag, form, first in (
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
    ("bool", r"^(?:true|false)$", ["t", "f"]),
    ("int", r"^[-+]?[0-9]+$", list("-+0123456789")),
    ("float", r"^[-+]?[0-9]*\.[0-9]+$", list("-+.0123456789")),
):
    Yaml12.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(form), first)


def header(path: Path) -> Any:  # noqa: ANN401  YAML
    """Read a file's header as an editor does."""
    return yaml.load(path.read_text("utf-8").split("---\n")[1], Loader=Yaml12)  # noqa: S506  a safe loader


def schema(kind: str, code: str) -> dict[str, Any]:
    """Read the schema of a kind's headers in a language."""
    read: dict[str, Any] = json.loads((ROOT / schema_path(kind, code)).read_text("utf-8"))
    return read


@pytest.mark.parametrize("name", WRITTEN)
def test_a_file_written_from_the_schemas_is_up_to_date(name: str) -> None:
    assert (ROOT / name).read_text("utf-8") == WRITTEN[name], "run `make docs`"


def test_no_schema_is_left_of_a_kind_that_is_gone() -> None:
    assert {path.name for path in (ROOT / "schemas").iterdir()} == {Path(schema_path(*pair)).name for pair in PAIRS}


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_in_both_tables(code: str) -> None:
    assert (ROOT / "CONTRIBUTING.md").read_text("utf-8").count(f"| `{code}`<br>") == len(LANGUAGES)


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_in_both_tables(kind: str) -> None:
    parts = (ROOT / "CONTRIBUTING.md").read_text("utf-8").split(f"<code>{kind}</code></summary>")[1:]
    assert len(parts) == len(LANGUAGES)
    tables = [part.split("</details>")[0] for part in parts]
    assert [f.name for f in fields_of(KINDS[kind]) for table in tables if f"| `{f.name}`" not in table] == []


@pytest.mark.parametrize(("kind", "code"), PAIRS)
def test_a_schema_is_a_json_schema(kind: str, code: str) -> None:
    Draft202012Validator.check_schema(schema(kind, code))


@pytest.mark.parametrize(("kind", "code"), PAIRS)
def test_every_header_of_the_content_fits_its_schema(kind: str, code: str) -> None:
    validator = Draft202012Validator(schema(kind, code))
    paths = sorted((ROOT / "content" / kind).glob(f"*/index.{code}.md"))
    wrong = [(path.parent.name, error.message) for path in paths for error in validator.iter_errors(header(path))]
    assert wrong == []


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("website: https://asso-a.org", False),
        ("web-site: x", True),
        ("audience: [everyone]", True),
        ("logo: []", True),
    ],
)
def test_a_schema_underlines_what_a_header_cannot_hold(line: str, *, wrong: bool) -> None:
    fields = yaml.load(f"title: A\nsummary: {'a' * 60}\n{line}", Loader=Yaml12)  # noqa: S506  a safe loader
    found = list(Draft202012Validator(schema("members", "en")).iter_errors(fields))
    assert bool(found) == wrong


@pytest.mark.parametrize(("kind", "code"), PAIRS)
def test_every_field_of_a_schema_is_described(kind: str, code: str) -> None:
    whole = schema(kind, code)
    parts = [whole, *whole["$defs"].values()]
    assert [name for part in parts for name, field in part["properties"].items() if "description" not in field] == []


def test_each_member_owns_its_folder_with_the_editors() -> None:
    assert "/content/members/asso-a/  @contrelatraite/asso-a @contrelatraite/redaction\n" in code_owners(["asso-a"])


def test_every_owner_is_a_team_of_the_organisation() -> None:
    owners = re.findall(r"@\S+", WRITTEN[".github/CODEOWNERS"])
    assert owners
    assert [owner for owner in owners if not re.fullmatch(r"@contrelatraite/[a-z0-9-]+", owner)] == []


def test_a_snippet_reads_as_a_field_of_the_header() -> None:
    snippets = json.loads(WRITTEN[".vscode/contrelatraite.code-snippets"])
    for name, snippet in snippets.items():
        text = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", "\n".join(snippet["body"]))
        text = re.sub(r"\$\{\d+:((?:\\\}|[^}])*)\}", r"\1", text).replace("\\}", "}").replace("\\$", "$")
        assert list(yaml.safe_load(text)) == [name.partition(": ")[2]]
