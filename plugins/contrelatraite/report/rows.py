"""JSON: the design's list of objects."""

import json
from collections.abc import Iterable

from contrelatraite.codes import CODES
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.report.spoken import Languages, first_ones, speech, words


def as_json(problems: Iterable[Diagnostic], languages: Languages, wanted: str | None) -> str:
    """Give the problems as the design's list of objects."""
    rows = []
    for problem in first_ones(problems)[0]:
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
