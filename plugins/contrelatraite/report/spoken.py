"""A problem in words: in which language, its message and its hint."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from contrelatraite.codes import CODES
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.languages import Language

Languages = Mapping[str, Language]
MOST = 1_000  # problems of a code in a file that a machine is told
_LONGEST = 2_000  # signs of a value that are told; a line to paste has 900


def speech(problem: Diagnostic, languages: Languages, wanted: str | None) -> Language:
    """Choose the language in which a problem is told: the one asked for, else the file's, else the first."""
    suffix = Path(problem.path).name.split(".")[1:2]
    code = wanted or (suffix[0] if suffix and suffix[0] in languages else next(iter(languages)))
    return languages[code]


def words(problem: Diagnostic, language: Language) -> tuple[str, str]:
    """Give a problem's message and hint in a language."""
    code = CODES[problem.code]
    values = {name: _in_words(value, language) for name, value in problem.values.items()}
    if "language" in values:
        values["language"] = language.name_of(values["language"])
    return language.gettext(code.message) % values, language.gettext(code.hint) % values


def _in_words(value: str | tuple[str, ...] | date, language: Language) -> str:
    if isinstance(value, date):
        return language.in_words(value)
    told = value if isinstance(value, str) else language.list(value, "or")
    return told if len(told) <= _LONGEST else f"{told[:_LONGEST]}…"


def first_ones(problems: Iterable[Diagnostic], most: int = MOST) -> tuple[list[Diagnostic], Counter[tuple[str, str]]]:
    """Keep the first problems of each code in each file, and count them all: a file may hold one fault without end."""
    counts: Counter[tuple[str, str]] = Counter()
    kept = []
    for problem in problems:
        counts[problem.path, problem.code] += 1
        if counts[problem.path, problem.code] <= most:
            kept.append(problem)
    return kept, counts


def has_errors(problems: Iterable[Diagnostic]) -> bool:
    """Whether a problem forbids building the site."""
    return any(CODES[problem.code].severity == "error" for problem in problems)
