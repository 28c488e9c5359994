"""The files of an entry (S, P, X): named and there, of a type that is published, nothing lost or told in silence."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from contrelatraite.addresses import own_files
from contrelatraite.checks.privacy import digits, public_contacts, unlisted_emails, unlisted_numbers
from contrelatraite.diagnostics import Diagnostic, Place
from contrelatraite.files import types
from contrelatraite.reading.mending import plain_id
from contrelatraite.reading.registry import WRITTEN
from contrelatraite.site import Entry, Site

_TOP = Place(1, 1, 4)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*(?<!\.)")
_LONGEST_NAME = 255  # bytes: what file systems keep
_INDEX = re.compile(r"index\.[a-z]{2,3}\.md")
# What Windows keeps for its devices, whatever follows the first dot ("Naming Files, Paths, and Namespaces").
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)
# What systems, editors and git leave behind, and nobody wrote.
_LEFT_BEHIND = re.compile(r"\.DS_Store|\.directory|\.gitkeep|\._.*|\..*\.sw[a-p]|\.#.*|\.~lock\..*")


def check_named(entry: Entry, site: Site) -> Iterator[Diagnostic]:
    """A file that the header names is in the entry's own folder, by its name alone, and is what it says it is."""
    source = entry.source.source
    for path, name in own_files(entry):
        place, file = source.place(path), entry.folder / name
        nameable = Path(name).name == name and "\0" not in name and len(os.fsencode(name)) <= _LONGEST_NAME
        if not nameable or file.is_symlink() or not file.is_file():
            yield Diagnostic("S110", source.path, place, {"read": name, "source": Path(source.path).name})
            continue
        logo = path == ("logo",)
        allowed = types.LOGO_SUFFIXES if logo else types.SUFFIXES
        if Path(name).suffix.lower() not in allowed:
            yield Diagnostic("X105", source.path, place, {"read": name, "allowed": allowed})
            continue
        faults = list(types.faults(file, logo=logo))
        for code, values in faults:
            yield Diagnostic(code, source.path, place, {"file": name, **values})
        if all(code == "P111" for code, _ in faults):
            for read in _private(file, site):
                yield Diagnostic("P113", source.path, place, {"file": name, "read": read})


def _private(file: Path, site: Site) -> list[str]:
    """Give the e-mail addresses and numbers, each once, that a file holds and no entry declares public."""
    found = {
        " ".join(each[0].split())
        for text in types.words(file)
        for each in (*unlisted_emails(text, ()), *unlisted_numbers(text, ()))
    }
    if not found:  # nearly always: the whole site is not asked then
        return []
    emails, numbers = public_contacts(site)
    return sorted(each for each in found if each.lower() not in emails and digits(each) not in numbers)


def check_folder(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """Every file of the folder is a text or is named by the header, and bears a name that every computer can keep."""
    shown = entry.source.source.path
    if _RESERVED.fullmatch(entry.id):
        yield Diagnostic("S012", shown, _TOP, {"read": entry.id, "nearest": f"{entry.id}-1"})
    named = {name for _, name in own_files(entry)}
    with os.scandir(entry.folder) as found:
        files = sorted(each.name for each in found if each.name.startswith(".") or each.is_file(follow_symlinks=False))
    for name in files:
        if _INDEX.fullmatch(name) or _LEFT_BEHIND.fullmatch(name):
            continue
        if name.startswith("."):
            yield Diagnostic("S016", shown, _TOP, {"read": name})
        elif not _NAME.fullmatch(name) or _RESERVED.fullmatch(name):
            yield Diagnostic("S012", shown, _TOP, {"read": name, "nearest": _plain_name(name)})
        elif name not in named and Path(name).suffix.lower() not in WRITTEN:  # those are told as they are read
            yield Diagnostic("S015", shown, _TOP, {"read": name})


def _plain_name(name: str) -> str:
    """Make the name nearest to a file's that every computer can keep."""
    path = Path(name.rstrip(". "))
    stem = plain_id(path.stem)
    return f"{stem}-1{path.suffix.lower()}" if _RESERVED.fullmatch(stem) else stem + path.suffix.lower()


def check_logo(entry: Entry, _: Site) -> Iterator[Diagnostic]:
    """A logo has words in each language for those who do not see it (WCAG 2.2, 1.1.1), and not its file's name."""
    logo = getattr(entry.facts, "logo", None)
    if not logo:
        return
    for version in entry.versions.values():
        source, words = version.source, version.words.logo_alt
        if not words:
            yield Diagnostic("S017", source.path, source.place(("title",)), {"read": version.words.title})
        elif plain_id(words) in {plain_id(logo), plain_id(Path(logo).stem), "logo"}:
            yield Diagnostic("S018", source.path, source.place(("logo_alt",)), {"read": words})


CHECKS = (check_named, check_folder, check_logo)
