"""The Nu HTML checker, that of the W3C, finds nothing on any page, style sheet or drawing of the built site."""

import json
import subprocess
from pathlib import Path

from tests.site.browsing import program, tool
from tests.site.built import BuiltSite

# What the checker is not asked. A file has no origin, so that 'self' in its policy never matches: the silent console of
# test_browser.py answers for the policy. What marks one's place in the contents is newer than the checker
# (https://drafts.csswg.org/css-overflow-5/); a browser that does not know it either leaves it out.
LEFT_OUT = ".*Content Security Policy.*blocked by.*|.*“scroll-target-group”.*|.*“:target-current”.*"
FAULTS = {
    "fault.html": '<!doctype html><html lang="fr"><title>Titre</title><p><div>Trop profond</p></html>',
    "fault.css": "p { color: bluish; }",
    "fault.svg": '<svg xmlns="http://www.w3.org/2000/svg"><circle rayon="3"/></svg>',
}


def checked(*files: Path) -> dict[str, list[str]]:
    """Give what the checker says of each file, errors and warnings, all files in one go."""
    jar = tool("vnu-jar/build/dist/vnu.jar")
    options = ["--format", "json", "--stdout", "--exit-zero-always", "--also-check-css", "--also-check-svg"]
    options += ["--filterpattern", LEFT_OUT]
    command = [program("java", "default-jre-headless"), "-jar", str(jar), *options, *map(str, files)]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603  our own command
    assert answer.returncode == 0, answer.stderr
    said: dict[str, list[str]] = {}
    for message in json.loads(answer.stdout)["messages"]:
        said.setdefault(message["url"], []).append(f"{message.get('lastLine')}: {message['message']}")
    return said


def files(folder: Path) -> list[Path]:
    """Give what the checker can read in a folder."""
    return sorted(file for file in folder.rglob("*") if file.suffix in {".html", ".css", ".svg"})


def test_the_checker_has_nothing_to_say_of_the_built_site(site: BuiltSite) -> None:
    found = files(site.folder)
    assert {file.suffix for file in found} == {".html", ".css", ".svg"}
    assert checked(*found) == {}


def test_a_fault_of_each_kind_would_be_found(tmp_path: Path) -> None:
    for name, text in FAULTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert {name.rpartition("/")[2] for name in checked(*files(tmp_path))} == set(FAULTS)
