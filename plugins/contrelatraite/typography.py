"""How a language is typeset: what is written → what is printed. One table; a language without a row has no rule.

French: Lexique des règles typographiques en usage à l’Imprimerie nationale.
"""

import re
from collections.abc import Mapping

_NARROW, _WIDE = "\u202f", "\u00a0"
_SPACES = f"{_NARROW}{_WIDE}"
_END = r"(?=[\s»)\]*_|]|$)"  # where a sign ends its word

Rules = tuple[tuple[re.Pattern[str], str], ...]

RULES: Mapping[str, Rules] = {
    "fr": (
        (re.compile(r"(?<=[^\W\d_])'(?=[\w«\[*_\0])"), "’"),
        (re.compile(r'"([^"\s](?:[^"]*[^"\s])?)"'), f"«{_WIDE}\\1{_WIDE}»"),
        (re.compile(r"(?<!\.)\.\.\.(?!\.)"), "…"),
        (re.compile(rf"« ?(?=[^\s{_SPACES}])"), f"«{_WIDE}"),
        (re.compile(rf"(?<=[^\s{_SPACES}]) ?»"), f"{_WIDE}»"),
        (re.compile(rf"(?<=[\w\0)\]»’*%]) ?([;!?])(?=[!?]*{_END})"), f"{_NARROW}\\1"),
        (re.compile(rf"(?<=[\w\0)\]»’*%]) ?:{_END}"), f"{_WIDE}:"),
    )
}
# A look spares the work: every rule needs one of these signs, without the space that is right.
_SIGN = re.compile(rf"['\"]|\.\.\.|(?<![{_SPACES}])[;:!?»](?![/\w])|«(?![{_SPACES}])")
# What is not prose: code, addresses, entities and the target of a link, words in another language, anchors and
# attributes.
_KEPT = re.compile(
    r"`+[^`]*`+|\]\((?:[^()\n]++|\([^()\n]*+\))*+\)|<[^<>]*>|&#?\w++;"
    r"|(?:\*\*?|__?)[^*_]+(?:\*\*?|__?)\{[ \t]*lang=[^}]*\}|\{[^{}]*\}"
    r"|(?:https?://|www\.|mailto:|tel:)[^\s<>)\]]+|(?<![\w.+-])[\w.+-]*+@[\w.-]+"
    r"|^\|?[ \t:|-]+\|?$|\b[a-z]+:[a-z0-9][\w#-]*"
)


def corrected(text: str, language: str) -> str:
    """Give a line as its language prints it; a language that has no rule keeps it."""
    rules = RULES.get(language)
    if rules is None or not _SIGN.search(text):
        return text
    kept: list[str] = []

    def put_aside(found: re.Match[str]) -> str:
        kept.append(found[0])
        return "\0"

    line = _KEPT.sub(put_aside, text)
    for pattern, printed in rules:
        line = pattern.sub(printed, line)
    back = iter(kept)
    return re.sub("\0", lambda _: next(back), line)
