"""Mend: a header that YAML cannot read → the one line to paste, when a quotation or a space is all that it lacks.

French puts a space before the colon: « La traite : un crime » is then, for YAML, a field within a field.
"""

import re
import unicodedata
from collections.abc import Callable

_FIELD = re.compile(r"(?P<key>[ ]*(?:- +)?[\w-]+) ?:(?P<space> *)(?P<value>\S.*)")
_BY_LANGUAGE = re.compile(r"[a-z]{2,3}: +https?://[^\s,{}]+")  # an address that serves one language
_ALIAS = re.compile(r"\*[\w-]+")
_LISTS = ("[", "{")  # between marks of their own
_QUOTES = ("'", '"')


def mended(header: str, failing: Callable[[str], int | None]) -> tuple[int, str] | None:
    """Give the number (from 0) of the line that is to be written otherwise, and that line; None for another fault.

    `failing` gives the number of the line where reading a header fails, None when it does not.
    """
    lines, at = header.split("\n"), failing(header)
    if at is None:
        return None
    opened = next((number for number, line in enumerate(lines[: at + 1]) if _opens_a_quotation(line)), at)
    for number in dict.fromkeys((opened, at, at - 1)):
        tried = _written_otherwise(lines[number], spaced=number not in {opened, at}) if 0 <= number < len(lines) else ()
        for better in tried:
            fault = failing("\n".join([*lines[:number], better, *lines[number + 1 :]]))
            if fault is None or fault > at:
                return number, better
    return None


def _opens_a_quotation(line: str) -> bool:
    """Whether a field's value begins with a mark that its line does not close: YAML then says so lines below."""
    found = _FIELD.fullmatch(line.rstrip())
    return found is not None and found["value"][0] in _QUOTES and found["value"].count(found["value"][0]) == 1


def _written_otherwise(line: str, *, spaced: bool) -> tuple[str, ...]:
    """Give a field's line with its value quoted, or with the space that it lacks; `spaced` asks for the latter."""
    found = _FIELD.fullmatch(line.rstrip())
    if found is None or found["value"].startswith(_LISTS) or (spaced and found["space"]):
        return ()
    key, value = found["key"], found["value"]
    if not found["space"]:
        return (f"{key}: {value}",)
    if _opens_a_quotation(line):
        return (f"{key}: {quoted(value[1:])}",)
    by_language = (f"{key}: {{{value}}}",) if _BY_LANGUAGE.fullmatch(value) else ()
    return (*by_language, f"{key}: {quoted(value)}")


def starred(line: str) -> str | None:
    """Give a field's line with its value quoted, when it is a text between stars and not a name that YAML knows."""
    found = _FIELD.fullmatch(line.rstrip())
    if found is None or not found["value"].startswith("*") or _ALIAS.fullmatch(found["value"]):
        return None
    return f"{found['key']}: {quoted(found['value'])}"


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


def plain_id(text: str) -> str:
    """Make the id nearest to a text: small letters without accents, digits and hyphens."""
    letters = unicodedata.normalize("NFKD", text.lower().replace("œ", "oe").replace("æ", "ae"))
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "id"
