"""The moment a build speaks from, so that the same content at the same commit gives the same bytes; and whose hours."""

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")  # the Collective's own time: meetings and releases are announced in it


def today(root: Path) -> date:
    """Give the day of that moment in Paris, from which the command judges: see `moment`."""
    return moment(root).astimezone(PARIS).date()


def moment(root: Path) -> datetime:
    """Give SOURCE_DATE_EPOCH (seconds since 1970, UTC), else the date of the last commit, else now.

    `make publish` sets SOURCE_DATE_EPOCH to the hour at which it runs, so that an embargo ends on time.
    """
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        return datetime.fromtimestamp(int(epoch), UTC)
    command = ["git", "-C", str(root), "log", "-1", "--format=%ct"]
    try:
        answer = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603  fixed words
        return datetime.fromtimestamp(int(answer.stdout), UTC)
    except (OSError, subprocess.CalledProcessError, ValueError):
        return datetime.now(UTC)
