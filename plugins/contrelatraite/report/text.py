"""Text: each problem with the line it stands on, and carets under what was read."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from contrelatraite.codes import CODES, SEVERITIES
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.languages import Language
from contrelatraite.report.spoken import Languages, speech, words

# What is shown cannot command the terminal, nor turn its direction.
_COMMANDS = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


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
    parts = [_harmless(f"{problem.path}:{line}:{column}: {severity} {problem.code}{colon}{message}")]
    shown = _line(root / problem.path, line)
    if shown is not None:
        number = f"{line:5d} | "
        before, pointed = shown[: column - 1], shown[column - 1 : end - 1]
        parts += [number + shown, " " * (len(number) - 2) + "| " + " " * _cells(before) + "^" * max(1, _cells(pointed))]
    return "\n".join([*parts, _harmless(f"    → {hint}")])


def _harmless(text: str) -> str:
    return _COMMANDS.sub("\ufffd", text)


def _cells(text: str) -> int:
    """Count the columns that a text takes in a terminal: two for a wide character, none for a combining one."""
    return sum(map(_width, text))


def _width(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"} and char != "\u00ad":
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _line(path: Path, number: int) -> str | None:
    if path.is_symlink() or not path.is_file():
        return None
    try:
        text = path.read_text("utf-8-sig", errors="replace")
    except OSError:
        return None
    lines = text.split("\n")
    if "\0" in text or number > len(lines):
        return None
    return _harmless(lines[number - 1].rstrip("\r").replace("\t", " "))


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
