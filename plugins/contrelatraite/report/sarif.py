"""SARIF 2.1.0 (OASIS), the format in which forges and editors take what checks find."""

import json
import os
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from contrelatraite import __version__
from contrelatraite.codes import CODES
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.languages import Language
from contrelatraite.report.spoken import Languages, first_ones, speech, words

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_SITE = "https://www.contrelatraite.org"
_ROOT = "%SRCROOT%"  # the folder above the content folder, wherever it is
_NUMBER = {code: number for number, code in enumerate(CODES)}


def as_sarif(problems: Iterable[Diagnostic], languages: Languages, wanted: str | None) -> str:
    """Give the problems as the log of one run; its rules are the codes, in the language asked for, else the first."""
    language = languages[wanted or next(iter(languages))]
    driver = {
        "name": "contrelatraite",
        "version": __version__,
        "informationUri": _SITE,
        "language": language.code,
        "rules": [_rule(code, language) for code in CODES],
    }
    run = {
        "tool": {"driver": driver},
        "language": language.code,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {}},
        "results": [_result(problem, speech(problem, languages, wanted)) for problem in first_ones(problems)[0]],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


class _Elided(dict[str, str]):
    """What a rule's words leave to be filled in by a problem."""

    def __missing__(self, _: str) -> str:
        return "…"


def _rule(code: str, language: Language) -> dict[str, Any]:
    severity, message, hint = CODES[code]
    return {
        "id": code,
        "shortDescription": {"text": language.gettext(message) % _Elided()},
        "help": {"text": language.gettext(hint) % _Elided()},
        "defaultConfiguration": {"level": severity},
    }


def _result(problem: Diagnostic, language: Language) -> dict[str, Any]:
    message, hint = words(problem, language)
    line, column, end = problem.place
    return {
        "ruleId": problem.code,
        "ruleIndex": _NUMBER[problem.code],
        "level": CODES[problem.code].severity,
        "message": {"text": f"{message} → {hint}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(os.fsencode(problem.path)), "uriBaseId": _ROOT},
                    "region": {"startLine": line, "startColumn": column, "endColumn": end},
                }
            }
        ],
        "properties": {"hint": hint},
    }
