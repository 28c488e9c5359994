"""GitHub's workflow commands, which it shows on the lines of a pull request."""

from collections.abc import Collection, Iterable

from contrelatraite.codes import CODES
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.report.notice import notice
from contrelatraite.report.spoken import Languages, first_ones, speech, words


def as_annotations(problems: Iterable[Diagnostic], languages: Languages, wanted: str | None) -> str:
    """Give the problems as annotations, errors first.

    GitHub shows ten errors and ten warnings of a step on the lines; its log holds the others.
    """
    errors_first = sorted(first_ones(problems)[0], key=lambda problem: CODES[problem.code].severity != "error")
    return "\n".join(_annotation(problem, languages, wanted) for problem in errors_first)


def _annotation(problem: Diagnostic, languages: Languages, wanted: str | None) -> str:
    message, hint = words(problem, speech(problem, languages, wanted))
    line, column, end = problem.place
    place = f"file={_escape(problem.path, ',:')},line={line},col={column},endColumn={end},title={problem.code}"
    return f"::{CODES[problem.code].severity} {place}::{_escape(f'{message} → {hint}', '')}"


def notice_as_annotation(members: Collection[str], languages: Languages, wanted: str | None) -> str:
    """Give the notice on a proposal that changes the entries of several members as an annotation of no line."""
    return f"::notice::{_escape(notice(members, languages, wanted), '')}"


def _escape(text: str, also: str) -> str:
    for char in "%\r\n" + also:
        text = text.replace(char, f"%{ord(char):02X}")
    return text
