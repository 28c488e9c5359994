"""Report: problems → what a person or a forge reads. Text with the line and a caret, JSON, GitHub's annotations."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from contrelatraite.codes import CODES, SEVERITIES
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.languages import Language
from contrelatraite.marking import _

Languages = Mapping[str, Language]
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")  # a line that is shown cannot command the terminal


def speech(problem: Diagnostic, languages: Languages, wanted: str | None) -> Language:
    """Choose the language in which a problem is told: the one asked for, else the file's, else the first."""
    suffix = Path(problem.path).name.split(".")[1:2]
    code = wanted or (suffix[0] if suffix and suffix[0] in languages else next(iter(languages)))
    return languages[code]


def words(problem: Diagnostic, language: Language) -> tuple[str, str]:
    """Give a problem's message and hint in a language."""
    code = CODES[problem.code]
    values = {
        name: value if isinstance(value, str) else language.list(value, "or") for name, value in problem.values.items()
    }
    if "language" in values:
        values["language"] = language.name_of(values["language"])
    return language.gettext(code.message) % values, language.gettext(code.hint) % values


def has_errors(problems: Iterable[Diagnostic]) -> bool:
    """Whether a problem forbids building the site."""
    return any(CODES[problem.code].severity == "error" for problem in problems)


def as_text(problems: Iterable[Diagnostic], languages: Languages, wanted: str | None, root: Path) -> str:
    """Tell each problem with the line it stands on, and count them."""
    told = list(problems)
    blocks = [_block(problem, speech(problem, languages, wanted), root) for problem in told]
    return "\n".join([*blocks, _count(told, languages, wanted)])


def _block(problem: Diagnostic, language: Language, root: Path) -> str:
    message, hint = words(problem, language)
    severity = language.gettext(SEVERITIES[CODES[problem.code].severity])
    line, column, end = problem.place
    colon = language.pgettext("before a message", ": ")
    parts = [f"{problem.path}:{line}:{column}: {severity} {problem.code}{colon}{message}"]
    shown = _line(root / problem.path, line)
    if shown is not None:
        number = f"{line:5d} | "
        parts += [number + shown, " " * (len(number) - 2) + "| " + " " * (column - 1) + "^" * max(1, end - column)]
    return "\n".join([*parts, f"    → {hint}"])


def _line(path: Path, number: int) -> str | None:
    if path.is_symlink():
        return None
    try:
        text = path.read_text("utf-8-sig", errors="replace")
    except OSError:
        return None
    lines = text.split("\n")
    if "\0" in text or number > len(lines):
        return None
    return _CONTROL.sub("\ufffd", lines[number - 1].expandtabs(1))


def _count(problems: list[Diagnostic], languages: Languages, wanted: str | None) -> str:
    """Say how many, in the language asked for, else in all of them."""
    chosen = [languages[wanted]] if wanted else list(languages.values())
    files = len({problem.path for problem in problems})
    return " · ".join(
        language.gettext("%(problems)s in %(files)s.")
        % {
            "problems": language.ngettext("%(n)s problem", "%(n)s problems", len(problems)) % {"n": len(problems)},
            "files": language.ngettext("%(n)s file", "%(n)s files", files) % {"n": files},
        }
        for language in chosen
    )


def as_json(problems: Iterable[Diagnostic], languages: Languages, wanted: str | None) -> str:
    """Give the problems as the design's list of objects."""
    rows = []
    for problem in problems:
        message, hint = words(problem, speech(problem, languages, wanted))
        line, column, end = problem.place
        severity = CODES[problem.code].severity
        rows.append(
            {
                "path": problem.path,
                "line": line,
                "column": column,
                "end_column": end,
                "severity": severity,
                "code": problem.code,
                "message": message,
                "hint": hint,
            }
        )
    return json.dumps(rows, ensure_ascii=False, indent=2)


def as_annotations(problems: Iterable[Diagnostic], languages: Languages, wanted: str | None) -> str:
    """Give the problems as GitHub's workflow commands, which it shows on the lines of a pull request."""
    rows = []
    for problem in problems:
        message, hint = words(problem, speech(problem, languages, wanted))
        line, column, end = problem.place
        place = f"file={_escape(problem.path, ',:')},line={line},col={column},endColumn={end},title={problem.code}"
        text = _escape(f"{message} → {hint}", "")
        rows.append(f"::{CODES[problem.code].severity} {place}::{text}")
    return "\n".join(rows)


def as_notice(members: Iterable[str], languages: Languages, wanted: str | None, *, forge: bool) -> str:
    """Say gently that a proposal changes the folders of several members: each should agree to its own."""
    chosen = [languages[wanted]] if wanted else list(languages.values())
    said = _("This proposal changes the entries of several members (%(members)s): each should agree to its own.")
    names = list(members)
    text = " · ".join(language.gettext(said) % {"members": language.list(names)} for language in chosen)
    return f"::notice::{_escape(text, '')}" if forge else text


def _escape(text: str, also: str) -> str:
    for char in "%\r\n" + also:
        text = text.replace(char, f"%{ord(char):02X}")
    return text
