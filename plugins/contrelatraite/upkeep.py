"""Upkeep: which translations are missing, or older than their source, by the dates of the commits."""

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

from contrelatraite.site import Site


@dataclass(frozen=True, slots=True)
class Due:
    """A translation to write or to review, and the day on which its source last changed (None: not committed yet)."""

    path: str
    state: Literal["missing", "outdated"]
    since: date | None

    def as_row(self) -> dict[str, str | None]:
        """Give it as an object for JSON."""
        return {**asdict(self), "since": self.since.isoformat() if self.since else None}

    def __str__(self) -> str:
        """Write it on one line."""
        return f"{self.path}: {self.state}, {self.since or '—'}"


def translations_due(site: Site, root: Path) -> Iterator[Due]:
    """Yield what is missing or out of date, in the order of the entries."""
    changed = _last_changes(root)
    for entry in site:
        source = entry.source.source.path
        since = changed.get(source)
        for language in site.languages:
            path = (Path(source).parent / f"index.{language}.md").as_posix()
            if language not in entry.versions and not (root / path).exists():  # one with errors is for `check`
                yield Due(path, "missing", since.date() if since else None)
            elif since and path in changed and changed[path] < since:
                yield Due(path, "outdated", since.date())


def _last_changes(root: Path) -> Mapping[str, datetime]:
    """The moment of the last commit of each file of the content; none outside a repository."""
    command = [
        "git",
        "-C",
        str(root),
        "log",
        "--format=@%ct",
        "--name-only",
        "--no-renames",
        "--relative",
        "--",
        "content",
    ]
    try:
        log = subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603  fixed words
    except (OSError, subprocess.CalledProcessError):
        return {}
    changes: dict[str, datetime] = {}
    moment = datetime.fromtimestamp(0, UTC)
    for line in log.splitlines():
        if line.startswith("@"):
            moment = datetime.fromtimestamp(int(line[1:]), UTC)
        elif line:
            changes.setdefault(line, moment)
    return changes
