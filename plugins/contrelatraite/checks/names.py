"""R: the names of an entry are names: an everyday word would turn the pages of others into links to it."""

import re
from collections.abc import Iterator

from contrelatraite.diagnostics import Diagnostic
from contrelatraite.site import Entry, Site

_LEAST = 2  # letters or digits of a name
_WORD = re.compile(r"[a-zà-öø-ÿœ’'-]+")  # one word without a capital


def check_names(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """An alias or a citation is more than one word in small letters, and more than a letter."""
    for version in entry.versions.values():
        for field in ("acronym", "aliases", "citations"):
            held = getattr(version.words, field, None) or ()
            for number, name in enumerate([held] if isinstance(held, str) else [each.name for each in held]):
                if _WORD.fullmatch(name) or sum(char.isalnum() for char in name) < _LEAST:
                    path = (field,) if isinstance(held, str) else (field, number)
                    yield Diagnostic("R210", version.source.path, version.source.place(path), {"read": name})


CHECKS = (check_names,)
