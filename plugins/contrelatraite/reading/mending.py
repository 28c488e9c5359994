"""Mend: a header that YAML cannot read → the one line to paste, when a quotation or a space is all that it lacks.

French puts a space before the colon: « La traite : un crime » is then, for YAML, a field within a field.
"""

import re
import unicodedata
from collections.abc import Callable

_FIELD = re.compile(r"(?P<key>[ ]*(?:- +)?[\w-]+) ?:(?P<space> *)(?P<value>\S.*)")
_LISTS = ("[", "{")  # between marks of their own
_QUOTES = ("'", '"')


def mended(header: str, failing: Callable[[str], int | None]) -> tuple[int, str] | None:
    """Give the number (from 0) of the line that is to be written otherwise, and that line; None for another fault.

    `failing` gives the number of the line where reading a header fails, None when it does not.
    """
    lines, at = header.split("\n"), failing(header)
    for number in (at, at - 1) if at is not None else ():
        better = _written_otherwise(lines[number], spaced=number != at) if 0 <= number < len(lines) else None
        if better is None:
            continue
        fault = failing("\n".join([*lines[:number], better, *lines[number + 1 :]]))
        if fault is None or (at is not None and fault > at):
            return number, better
    return None


def _written_otherwise(line: str, *, spaced: bool) -> str | None:
    """Give a field's line with its value quoted, or with the space that it lacks; `spaced` asks for the latter."""
    found = _FIELD.fullmatch(line.rstrip())
    if found is None or found["value"].startswith(_LISTS) or (spaced and found["space"]):
        return None
    return f"{found['key']}: {quoted(found['value']) if found['space'] else found['value']}"


def quoted(text: str) -> str:
    """Put a text between straight quotes, those that it may already stand between left out."""
    inner = text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in _QUOTES else text
    if '"' not in inner and "\\" not in inner:
        return f'"{inner}"'
    return f"'{inner}'" if "'" not in inner else '"' + inner.replace("\\", "\\\\").replace('"', '\\"') + '"'


def folded(word: str) -> str:
    """Give a word without case, accents, signs or spaces of any kind: what two writings of one word share."""
    letters = unicodedata.normalize("NFKD", word.casefold().replace("œ", "oe"))
    return re.sub(r"[\W_]+", "", "".join(letter for letter in letters if not unicodedata.combining(letter)))
