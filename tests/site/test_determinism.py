"""Same content, same moment: the same bytes, whatever the hash seed, the time zone or the machine (invariant 6)."""

from hashlib import sha256
from pathlib import Path

from tests.site.built import build

MOMENT = "1767225600"


def digests(folder: Path) -> dict[str, str]:
    """Give the digest of every file of a folder; never of none."""
    found = {
        path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert found
    return found


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    for name, seed, zone in (("one", "0", "UTC"), ("two", "42", "Pacific/Auckland")):
        build(tmp_path / name, PYTHONHASHSEED=seed, TZ=zone, LC_ALL="C", SOURCE_DATE_EPOCH=MOMENT)
    assert digests(tmp_path / "two") == digests(tmp_path / "one")
