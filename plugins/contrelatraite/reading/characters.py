"""Characters that a reader cannot see, cannot trust or that mean nothing; those of every script and emoji pass.

Sources: Unicode's general categories; UAX #9 (direction of writing) and the "Trojan Source" paper of 2021 on its
abuse; UTS #39 (look-alike letters); UTS #51 (joiners, variation selectors and tags within emoji).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache

from contrelatraite.diagnostics import Diagnostic, Place

_BIDI = set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_MARKS = set("\u200e\u200f\u061c")  # direction marks: of use in a line that holds right-to-left letters
_JOINERS = set("\u200c\u200d")
_HIDDEN = set("\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060\u2061\u2062\u2063\u2064\u2800\u3164\ufeff\uffa0")
_LONGEST_FLAG = 32  # tags of a flag at most (UTS #51)
_KEYCAP = "#*0123456789"
_LOST = "\ufffd"  # what stands where a letter could not be copied
_READ_WELL = set("\t\u0085\u2028\u2029")  # `source` reads the last three as spaces

# Letters of other alphabets drawn as Latin ones, and those they are taken for (UTS #39): Cyrillic, then Greek.
_ALIKE = str.maketrans(
    "аеѕіјорсԁԛухһѵԝАВЕЅІЈКМНОРСТУХԌԚԜҮαιορυνχΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aesijopcdqyxhvwABESIJKMHOPCTYXGQWYaiopuvxABEZHIKMNOPTYX",
)
_WORD = re.compile(r"[^\W\d_]+")
# UTF-8 read as Windows-1252: « Ã© » for « é », « â€™ » for « ’ », « Â » before what stands apart.
_GARBLED = re.compile(r"Ã[\u0080-\u00bf\u0152-\u0192\u02c6-\u2122]|Â[\u00a0«»°]|â€[\u0080-\u00bf\u0152-\u2122]|Å[“’]")


def check(lines: Sequence[str], shown: str) -> list[Diagnostic]:
    """Find the characters of a file that must not be published (codes S013 and X106 to X110), one a line and kind."""
    present = set[str]().union(*lines)
    if not any(_may_be_odd(char) for char in present):
        return []
    return [
        Diagnostic(code, shown, Place(number, start + 1, max(end, start + 1) + 1), values)
        for number, line in enumerate(lines, 1)
        if not line.isascii() or not line.isprintable()
        for code, start, end, values in _in_line(line)
    ]


_SEEN_EVERY_DAY = set("\u00a0\u202f\t")


@cache
def _may_be_odd(char: str) -> bool:
    """Whether a text that holds this character needs a closer look; a French text holds none."""
    return char not in _SEEN_EVERY_DAY and (
        not char.isprintable()
        or ord(char) in _ALIKE
        or char in _HIDDEN
        or char in f"ÃÂÅ€{_LOST}"  # every garbled letter but « â », which « € » follows
        or _is_styled(char)
        or _is_selector(char)
    )


def _in_line(line: str) -> Iterator[tuple[str, int, int, dict[str, str]]]:
    told: set[str] = set()
    marks_serve = any(unicodedata.bidirectional(char) in {"R", "AL"} for char in set(line) - _MARKS)
    for at, char in enumerate(line):
        code = None if char.isalpha() and not _is_hangul_filler(char) else _code(line, at, marks_serve=marks_serve)
        if code and code not in told:
            told.add(code)
            yield code, at, at + 1, {"char": named(char)}
    for found in _WORD.finditer(line):
        plain = plain_letters(found[0])
        if plain != found[0]:
            yield "X109", *found.span(), {"read": found[0], "nearest": plain}
    for found in _GARBLED.finditer(line):
        meant = _ungarbled(found[0])
        if meant:
            yield "S013", *found.span(), {"read": found[0], "nearest": meant}
            return


def named(char: str) -> str:
    """Name a character by its number and Unicode's name, for it may have no shape."""
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


def _code(line: str, at: int, *, marks_serve: bool) -> str | None:
    """Give the code of the problem that the character at a position of a line is, if it is one."""
    char = line[at]
    if char in _READ_WELL:
        return None
    category = unicodedata.category(char)
    if category == "Cc":
        return "X106"
    if char in _BIDI:
        return "X107"
    if char in _MARKS:
        return None if marks_serve else "X108"
    if char in _JOINERS or char in _HIDDEN or _is_selector(char) or category == "Cf":
        return None if _serves(line, at) else "X108"
    nothing = category in {"Co", "Cs"} or char == _LOST or (category == "Cn" and not _is_emoji(char))
    return "X110" if nothing else None


def _serves(line: str, at: int) -> bool:
    """Whether a character without a shape of its own changes what stands around it."""
    char, before, after = line[at], line[at - 1 : at], line[at + 1 : at + 2]
    if char in _JOINERS:
        return (_is_joined(before) and _is_joined(after)) or (
            _is_emoji(before) and (char == "\u200d" and _is_emoji(after))
        )
    if "\U000e0020" <= char <= "\U000e007f":  # the tags that make the flag of England
        return bool(re.search("\U0001f3f4[\U000e0020-\U000e007e]*$", line[max(0, at - _LONGEST_FLAG) : at]))
    if _is_selector(char):
        return bool(before) and (
            _is_emoji(before) or before in _KEYCAP or unicodedata.category(before) in {"Lo", "Sm", "So", "Po"}
        )
    return unicodedata.category(char) == "Cf" and unicodedata.bidirectional(char) in {"AN", "AL"}  # Arabic number signs


def _is_joined(char: str) -> bool:
    """Whether a letter or mark is of a script whose letters join: Arabic, Syriac, those of India, Khmer, Mongolian."""
    return bool(char) and ("\u0600" <= char <= "\u08ff" or "\u0900" <= char <= "\u0dff" or "\u1000" <= char <= "\u18af")


def _is_emoji(char: str) -> bool:
    """Whether it is a picture, its colour or selector; Unicode keeps free places here for more (UTS #51)."""
    return bool(char) and (
        "\U0001f000" <= char <= "\U0001faff" or unicodedata.category(char) in {"So", "Sk"} or char in "\ufe0f\u200d♀♂"
    )


def _is_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef" or "\u180b" <= char <= "\u180d"


def _is_hangul_filler(char: str) -> bool:
    return char in "\u115f\u1160\u3164\uffa0"


def _is_styled(char: str) -> bool:
    """Whether it is a full-width or mathematical letter."""
    return "\uff21" <= char <= "\uff5a" or "\U0001d400" <= char <= "\U0001d7ff"


def plain_letters(word: str) -> str:
    """Give a word with its full-width and look-alike letters as plain ones; a word of one alphabet stays itself."""
    if word.isascii():
        return word
    letters = "".join(unicodedata.normalize("NFKC", char) if _is_styled(char) else char for char in word)
    latin = any("a" <= char.lower() <= "z" or "\u00c0" <= char <= "\u024f" for char in letters)
    plain = letters.translate(_ALIKE)
    only_latin = all(char < "\u0250" for char in plain)
    return plain if latin and only_latin else letters


def _ungarbled(read: str) -> str | None:
    try:
        data = b"".join(char.encode("latin-1") if char <= "\u00ff" else char.encode("cp1252") for char in read)
        return data.decode()
    except (UnicodeEncodeError, UnicodeDecodeError):
        return None
