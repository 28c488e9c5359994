"""Register: the content folder → the site, and what is wrong with the files' names and headers."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from contrelatraite.diagnostics import Diagnostic, Place
from contrelatraite.kinds import KINDS, Kind
from contrelatraite.reading.body import LONGEST_PARAGRAPH, MOST_LINES, Body, too_long
from contrelatraite.reading.header import fact_in_translation, split, validate
from contrelatraite.reading.mending import plain_id
from contrelatraite.reading.source import content_files, read
from contrelatraite.schema.fields import ID
from contrelatraite.site import Entry, Site, Version

_TOP = Place(1, 1, 2)
_DEPTH = 3  # kind, id, file
WRITTEN = {".md", ".markdown", ".html", ".htm", ".rst", ".txt"}  # what somebody may have meant for a page
_INDEX = re.compile(r"index\.([a-z]{2,3})\.md")


def register(content: Path, languages: Iterable[str]) -> tuple[Site, list[Diagnostic]]:
    """Read every file of the content folder.

    An entry with a problem in its header is not registered, but its id is known, so that those who refer to it
    are not blamed.
    """
    codes = tuple(languages)
    files, problems = _sort_files(content, codes)
    entries: dict[str, Entry] = {}
    for (kind, name), paths in files.items():
        entry, found = _read_entry(kind, name, {code: paths[code] for code in codes if code in paths}, content)
        problems += found
        if entry is not None:
            entries[entry.key] = entry
    known = frozenset(f"{kind.name}:{name}" for kind, name in files)
    return Site(dict(sorted(entries.items(), key=_by_kind_and_id)), known, codes), problems


def _by_kind_and_id(item: tuple[str, Entry]) -> tuple[int, str]:
    return (list(KINDS).index(item[1].kind.name), item[1].id)


Files = dict[tuple[Kind, str], dict[str, Path]]


def _sort_files(content: Path, languages: tuple[str, ...]) -> tuple[Files, list[Diagnostic]]:  # noqa: C901  one case a fault
    """Group the index files by entry; report what is misplaced (S006 to S008)."""
    files: Files = {}
    names: dict[str, str] = {}  # as a file system that does not tell capitals or Unicode forms apart sees them
    problems: list[Diagnostic] = []
    for path in content_files(content):
        shown = show(path, content)
        parts = path.relative_to(content).parts
        if path.is_symlink() or not (path.is_file() or path.is_dir()):  # a pipe or a device is never opened
            problems.append(Diagnostic("X103", shown, _TOP, {}))
            continue
        if path.is_dir():
            problems.append(Diagnostic("S019", shown, _TOP, {}))
            continue
        other = names.setdefault(unicodedata.normalize("NFC", shown).casefold(), shown)
        if other != shown:
            problems.append(Diagnostic("X113", shown, _TOP, {"other": other}))
        index = _INDEX.fullmatch(parts[-1])
        in_entry = len(parts) == _DEPTH
        if len(parts) > 1 and parts[0] not in KINDS:
            problems.append(Diagnostic("S007", shown, _TOP, {"folder": parts[0], "kinds": tuple(KINDS)}))
        elif in_entry and index and index[1] not in languages:
            problems.append(Diagnostic("S119", shown, _TOP, {"read": index[1], "allowed": languages}))
        elif in_entry and index:
            if not ID.fullmatch(parts[1]):
                problems.append(Diagnostic("S008", shown, _TOP, {"id": parts[1], "nearest": plain_id(parts[1])}))
            files.setdefault((KINDS[parts[0]], parts[1]), {})[index[1]] = path
        elif path.suffix.lower() in WRITTEN and len(parts) > 1:
            name = plain_id(parts[1] if len(parts) >= _DEPTH else path.stem.split(".")[0])
            nearest = f"{content.name}/{parts[0]}/{name}/index.{languages[0]}.md"
            problems.append(Diagnostic("S006", shown, _TOP, {"nearest": nearest}))
        elif not in_entry:
            problems.append(Diagnostic("S120", shown, _TOP, {"nearest": languages[0]}))
    return files, problems


def show(path: Path, content: Path) -> str:
    """Give the path as messages print it: from the folder above the content folder."""
    return path.relative_to(content.parent).as_posix()


def _read_entry(
    kind: Kind, name: str, paths: Mapping[str, Path], content: Path
) -> tuple[Entry | None, list[Diagnostic]]:
    """Read an entry's files, the source first. None when its facts or its source's words cannot be had."""
    problems: list[Diagnostic] = []
    facts: Any = None  # the Facts of the kind's schema
    versions: dict[str, Version] = {}
    source_name = next(iter(paths.values())).name
    for number, (language, path) in enumerate(paths.items()):
        source, found = read(path, show(path, content))
        problems += found
        if source is None:
            continue
        if (at := too_long(source.body)) is not None:  # no rule reads it, and nothing renders it
            values = {"most": str(LONGEST_PARAGRAPH), "lines": str(MOST_LINES)}
            problems.append(Diagnostic("X122", source.path, source.body_place(at, at + 1), values))
            continue
        own_facts, own_words = split(source.header, kind)
        if number == 0:
            facts, found = validate(kind.schema.Facts, own_facts, source, kind)
            problems += found
        else:
            problems += [fact_in_translation(source, key, kind, source_name) for key in own_facts]
        words, found = validate(kind.schema.Words, own_words, source, kind)
        problems += found
        if words is not None:
            versions[language] = Version(language, words, Body(source.body), source)
    if facts is None or next(iter(paths)) not in versions:
        return None, problems
    return Entry(kind, name, next(iter(paths.values())).parent, facts, versions), problems
