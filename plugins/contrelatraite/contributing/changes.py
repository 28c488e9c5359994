"""Changes: what a proposal changes in the content, by git, so that it alone is checked."""

import subprocess
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from contrelatraite.codes import CODES
from contrelatraite.diagnostics import Diagnostic

_DEPTH = 3  # content, kind, id


class UnknownRevisionError(Exception):
    """Git knows no such revision here."""


def changed_entries(root: Path, revision: str) -> frozenset[str]:
    """Give the folders (content/<kind>/<id>) in which a file was added, changed, renamed or deleted since `revision`.

    What is not committed yet counts, or not even added, so that one may ask before the commit. File names are read as
    bytes end in nothing but a zero: one with spaces, quotes or a leading hyphen is a name like another.
    """
    try:
        known = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").strip()
        names = _git(root, "diff", "--name-only", "--no-renames", "--relative", "-z", known, "--", "content")
        names += _git(root, "ls-files", "--others", "--exclude-standard", "-z", "--", "content")
    except (OSError, subprocess.CalledProcessError) as error:
        raise UnknownRevisionError(revision) from error
    return frozenset("/".join(PurePosixPath(name).parts[:_DEPTH]) for name in names.split("\0") if name)


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    answer = subprocess.run(command, capture_output=True, check=True)  # noqa: S603  no shell, and a revision checked
    return answer.stdout.decode("utf-8", "surrogateescape")


def of_changes(problems: Iterable[Diagnostic], entries: frozenset[str]) -> list[Diagnostic]:
    """Keep what concerns a proposal: the problems of its entries, and errors anywhere.

    What is already published has no error: one elsewhere comes from the proposal, which took away what others refer to.
    """
    return [
        problem
        for problem in problems
        if CODES[problem.code].severity == "error" or "/".join(Path(problem.path).parts[:_DEPTH]) in entries
    ]


def members_of(entries: Iterable[str]) -> list[str]:
    """Give the members whose folders are among these entries, in order."""
    return sorted(PurePosixPath(entry).name for entry in entries if PurePosixPath(entry).parts[1:2] == ("members",))
