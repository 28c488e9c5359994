"""Three walls stand between a contributed script and a reader: the check, the closed Markdown, the inspection.

Each is taken down in turn, in a copy of the plugin: the others hold, and with two of them down nothing is published.
"""

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.hostile.corpus import SCRIPT, text
from tests.test_adapter import FORMER, ROOT, Done, build, files, project

CHECK = ("checks/security.py", "\nCHECKS = (", "\nCHECKS = () and (")
MARKDOWN = ("rendering/markdown.py", "deregister(name)", "get_index_for_name(name)")
# A harm, and what the inspection says of the page that holds it.
HARM = {
    SCRIPT: "a script stands in the page",
    "<img src=x onerror=alert(1)>": "attribute onerror on img",
    "<iframe src=https://mal.example.org></iframe>": "fetches https://mal.example.org",
    '<p style="position:fixed">x</p>': "attribute style on p",
    "<form action=https://mal.example.org></form>": "sends to https://mal.example.org",
    "<a href=javascript:alert(1)>x</a>": "link to javascript:alert(1)",
}


def broken(folder: Path, harms: Iterable[str], *walls: tuple[str, str, str]) -> Path:
    """Make a project with a page for each harm, numbered, whose plugin lacks these walls."""
    project(folder, ROOT / "content")
    shutil.copytree(ROOT / "plugins", folder / "plugins")
    for name, standing, down in walls:
        module = folder / "plugins" / "contrelatraite" / name
        source = module.read_text("utf-8")
        assert standing in source, f"{name} holds no {standing!r}"
        module.write_text(source.replace(standing, down), "utf-8")
    for number, harm in enumerate(harms):
        entry = folder / "content" / "news" / f"intrus-{number}" / "index.fr.md"
        entry.parent.mkdir()
        entry.write_text(text(title=f"Un intrus, le {number}", body=harm), "utf-8")
    return folder


def publish(folder: Path) -> Done:
    """Publish the project."""
    return build(folder, settings="publishconf.py", PYTHONPATH=str(folder / "plugins"))


@pytest.mark.parametrize("harm", HARM)
def test_with_the_markdown_open_the_check_stops_the_build(tmp_path: Path, harm: str) -> None:
    folder = broken(tmp_path, [harm], MARKDOWN)
    assert publish(folder).returncode == 1
    assert files(folder / "output") == FORMER


def test_with_the_check_gone_the_markdown_shows_the_harm_as_words(tmp_path: Path) -> None:
    folder = broken(tmp_path, ["\n\n".join(HARM)], CHECK)
    assert publish(folder).returncode == 0
    page = BeautifulSoup((folder / "output" / "actualites" / "intrus-0" / "index.html").read_bytes(), "lxml")
    shown = page.select_one(".c-text")
    assert shown is not None
    assert [paragraph.get_text() for paragraph in shown.find_all("p")] == list(HARM)


@pytest.fixture(scope="module")
def unwalled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done]:
    """Give the project that has neither check nor Markdown between it and each harm, and how its publication went."""
    folder = broken(tmp_path_factory.mktemp("unwalled"), HARM, CHECK, MARKDOWN)
    return folder, publish(folder)


def test_with_both_gone_the_inspection_keeps_the_former_site(unwalled: tuple[Path, Done]) -> None:
    folder, done = unwalled
    assert done.returncode == 1
    assert files(folder / "output") == FORMER


@pytest.mark.parametrize(("number", "fault"), list(enumerate(HARM.values())))
def test_with_both_gone_the_inspection_names_the_page_and_its_harm(
    unwalled: tuple[Path, Done], number: int, fault: str
) -> None:
    assert f"actualites/intrus-{number}/index.html: {fault}" in unwalled[1].stderr.splitlines()
