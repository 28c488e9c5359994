"""Text: each problem with the line it stands on, and carets under what was read."""

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from contrelatraite.codes import CODES, SEVERITIES
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.languages import Language
from contrelatraite.marking import _
from contrelatraite.report.spoken import Languages, first_ones, speech, words

# What is shown cannot command the terminal, nor turn its direction.
_COMMANDS = re.compile(r"[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")

_MOST = 20  # problems of a code in a file that are shown
_LONGEST = 1_000  # signs of a line that is shown whole; of a longer one, those around the problem
_AROUND = 60
_LARGEST = 200_000  # bytes of a file that are read; a text has 100,000 at most

Lines = dict[Path, list[str]]  # the files that were read, each once


def as_text(problems: Iterable[Diagnostic], languages: Languages, wanted: str | None, root: Path) -> str:
    """Tell each problem with the line it stands on, and count them."""
    told = list(problems)
    shown, counts = first_ones(told, _MOST)
    last = {(problem.path, problem.code): problem for problem in shown}
    lines: Lines = {}
    blocks = []
    for problem in shown:
        language = speech(problem, languages, wanted)
        blocks.append(_block(problem, language, root, lines))
        more = counts[problem.path, problem.code] - _MOST
        if more > 0 and problem is last[problem.path, problem.code]:
            blocks.append("    " + language.gettext(_("… and %(n)s more like it.")) % {"n": more})
    return "\n".join([*blocks, _count(told, languages, wanted)])


def _block(problem: Diagnostic, language: Language, root: Path, lines: Lines) -> str:
    message, hint = words(problem, language)
    severity = language.gettext(SEVERITIES[CODES[problem.code].severity])
    line, column, end = problem.place
    colon = language.pgettext("before a message", ": ")
    parts = [_harmless(f"{problem.path}:{line}:{column}: {severity} {problem.code}{colon}{message}")]
    shown = _line(root / problem.path, line, lines)
    if shown is not None:
        shown, column, end = _window(shown, column, end)
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


def _window(line: str, column: int, end: int) -> tuple[str, int, int]:
    """Cut a line that is too long to be read down to what stands around the problem."""
    if len(line) <= _LONGEST:
        return line, column, end
    first = max(0, column - 1 - _AROUND)
    last = min(end - 1, column - 1 + _LONGEST)
    cut = line[first : last + _AROUND]
    before, after = "…" if first else "", "…" if last + _AROUND < len(line) else ""
    moved = len(before) - first
    return f"{before}{cut}{after}", column + moved, last + 1 + moved


def _line(path: Path, number: int, lines: Lines) -> str | None:
    if path not in lines:
        lines[path] = _lines(path)
    held = lines[path]
    return _harmless(held[number - 1].rstrip("\r").replace("\t", " ")) if number <= len(held) else None


def _lines(path: Path) -> list[str]:
    """Give the lines of a text, none of what is no text."""
    if path.is_symlink() or not path.is_file():
        return []
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST).decode("utf-8-sig", errors="replace")
    except OSError:
        return []
    return [] if "\0" in text else text.split("\n")


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
