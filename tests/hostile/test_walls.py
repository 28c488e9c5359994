"""Three walls stand between a contributed script and a reader: the check, the closed Markdown, the inspection.

Each is taken down in turn, in a copy of the plugin: the others hold, and with two of them down nothing is published.
"""

import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.hostile.corpus import SCRIPT, text
from tests.test_adapter import FORMER, ROOT, build, files, project

CHECK = ("checks/security.py", "\nCHECKS = (", "\nCHECKS = () and (")
MARKDOWN = ("markdown.py", "deregister(name)", "get_index_for_name(name)")
HARM = [
    SCRIPT,
    "<img src=x onerror=alert(1)>",
    "<iframe src=https://mal.example.org></iframe>",
    '<p style="position:fixed">x</p>',
    "<form action=https://mal.example.org></form>",
    "<a href=javascript:alert(1)>x</a>",
]


def broken(folder: Path, harm: str, *walls: tuple[str, str, str]) -> Path:
    """Make a project with a harmful text, whose plugin lacks these walls."""
    project(folder, ROOT / "content")
    shutil.copytree(ROOT / "plugins", folder / "plugins")
    for name, standing, down in walls:
        module = folder / "plugins" / "contrelatraite" / name
        source = module.read_text("utf-8")
        assert standing in source, f"{name} holds no {standing!r}"
        module.write_text(source.replace(standing, down), "utf-8")
    entry = folder / "content" / "news" / "intrus" / "index.fr.md"
    entry.parent.mkdir()
    entry.write_text(text(body=harm), "utf-8")
    return folder


def published(folder: Path) -> tuple[int, bool]:
    """Publish the project; give the exit code, and whether the former site still stands untouched."""
    done = build(folder, settings="publishconf.py", PYTHONPATH=str(folder / "plugins"))
    return done.returncode, files(folder / "output") == FORMER


@pytest.mark.parametrize("harm", HARM)
def test_with_the_markdown_open_the_check_stops_the_build(tmp_path: Path, harm: str) -> None:
    assert published(broken(tmp_path, harm, MARKDOWN)) == (1, True)


def test_with_the_check_gone_the_markdown_shows_the_harm_as_words(tmp_path: Path) -> None:
    folder = broken(tmp_path, "\n\n".join(HARM), CHECK)
    assert published(folder) == (0, False)
    page = BeautifulSoup((folder / "output" / "actualites" / "intrus" / "index.html").read_bytes(), "lxml")
    shown = page.select_one(".c-text")
    assert shown is not None
    assert [paragraph.get_text() for paragraph in shown.find_all("p")] == HARM


@pytest.mark.parametrize("harm", HARM)
def test_with_both_gone_the_inspection_keeps_the_former_site(tmp_path: Path, harm: str) -> None:
    assert published(broken(tmp_path, harm, CHECK, MARKDOWN)) == (1, True)
