"""Docs: what is written from the schemas and the codes, so that no page says other than what the check does.

`contrelatraite docs` (and `make docs`) writes these files; a test fails when one is stale.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import yaml

from contrelatraite.codes import CODES, SEVERITIES
from contrelatraite.contributing import editor, issue_form
from contrelatraite.contributing.guide import Field, fields_of
from contrelatraite.contributing.owners import code_owners
from contrelatraite.kinds import KINDS, Kind
from contrelatraite.languages import Language
from contrelatraite.marking import _

_PART = re.compile(r"(<!-- generated: (fields|codes) (\w+) -->\n).*?(<!-- end -->\n)", re.DOTALL)
_BY_MAKE = "# Written by `make docs` from plugins/contrelatraite/contributing/issue_form.py.\n"


def generated(root: Path, languages: Mapping[str, Language]) -> dict[str, str]:
    """Give the text of each file that is written from the schemas, by its path in the project."""
    members = [folder.name for folder in (root / "content" / "members").iterdir() if folder.is_dir()]
    source = next(iter(languages))
    form = yaml.safe_dump(issue_form.form(languages.values()), allow_unicode=True, sort_keys=False, width=1000)
    return {
        "CONTRIBUTING.md": contributing((root / "CONTRIBUTING.md").read_text("utf-8"), languages),
        ".github/CODEOWNERS": code_owners(members),
        ".github/ISSUE_TEMPLATE/1-new-member.yml": _BY_MAKE + form,
        ".vscode/settings.json": editor.as_json(editor.settings(languages)),
        ".vscode/contrelatraite.code-snippets": editor.as_json(editor.snippets(languages)),
        **{
            editor.schema_path(kind.name, code): editor.as_json(editor.schema_of(kind, language, source=code == source))
            for kind in KINDS.values()
            for code, language in languages.items()
        },
    }


def contributing(text: str, languages: Mapping[str, Language]) -> str:
    """Write the tables anew between their marks, each in the language that its mark names."""
    tables = {"fields": _tables_of_fields, "codes": _table_of_codes}
    return _PART.sub(
        lambda part: part[1] + "\n" + "\n".join(tables[part[2]](languages[part[3]])) + "\n" + part[4], text
    )


def _tables_of_fields(language: Language) -> Iterator[str]:
    for kind in KINDS.values():
        yield f"<details><summary><b>{language.gettext(kind.heading)}</b> — <code>{kind.name}</code></summary>\n"
        yield from _table_of_kind(kind, language)
        yield "\n</details>\n"


def _table_of_kind(kind: Kind, language: Language) -> Iterator[str]:
    yield from _head(language, _("field"), _("what it is"), _("values or example"))
    for field in fields_of(kind):
        marks = [
            language.gettext(mark)
            for mark, holds in ((_("required"), field.required), (_("in each language"), field.worded))
            if holds
        ]
        name = f"`{field.name}`" + (f"<br>{', '.join(marks)}" if marks else "")
        yield _row(name, field.what(language), _values(field, language) or _example(field, language))
        for inner in field.inner:
            yield _row(f"`{field.name}` › `{inner.name}`", inner.what(language), _values(inner, language))


def _values(field: Field, language: Language) -> str:
    meanings = field.meanings(language)
    return ", ".join(f"`{value}` ({meaning})" if meaning else f"`{value}`" for value, meaning in meanings)


def _example(field: Field, language: Language) -> str:
    lines = [line.strip() for line in field.example(language).split("\n") if line.strip()]
    return "<br>".join(f"`{line}`" for line in lines)


def _table_of_codes(language: Language) -> Iterator[str]:
    yield from _head(language, _("code"), _("what it says"), _("what to do"))
    for name, code in CODES.items():
        severity = language.gettext(SEVERITIES[code.severity])
        yield _row(f"`{name}`<br>{severity}", *(_unfilled(language.gettext(words)) for words in code[1:]))


def _unfilled(message: str) -> str:
    """A message with … where it names what was read."""
    return re.sub(r"%\(\w+\)s", "…", message).replace("<", "&lt;").replace("*", "\\*")


def _head(language: Language, *columns: str) -> Iterator[str]:
    yield _row(*(language.gettext(column) for column in columns))
    yield "|" + "---|" * len(columns)


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
