"""A new kind of content is one row of the table and one schema module: it has its pages, its list and its search."""

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from contrelatraite.inspection import inspect
from contrelatraite.languages import load
from tests.site.built import LANGUAGES, ROOT, environment
from tests.support import SUMMARY

SCHEMA = '''"""Guides."""

from contrelatraite.schema import fields
from contrelatraite.schema.fields import Help, References

REFERENCES: References = {}


class Facts(fields.Facts):
    """The facts of a guide."""


class Words(fields.Words):
    """The words of a guide."""


HELP: Help = {}
'''
ROW = """
        Kind("guides", guides, _in("address", "guides"), _("Guides"), _("How it is done."), "title", mentions=True),
"""
TEXT = f'---\ntitle: Un guide\nsummary: "{SUMMARY}"\n---\nVoir le CCEM.\n\n## La suite {{#suite}}\n\nUn mot.\n'
MOMENT = "1767225600"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site with one more kind, as the public sees it."""
    folder = tmp_path_factory.mktemp("kind")
    for name in ("pelicanconf.py", "publishconf.py", "redirects.yaml"):
        shutil.copy(ROOT / name, folder)
    for name in ("content", "theme", "translations", "plugins"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("*.egg-info", "__pycache__"))
    package = folder / "plugins" / "contrelatraite"
    (package / "schema" / "guides.py").write_text(SCHEMA, "utf-8")
    table = package / "kinds.py"
    written = table.read_text("utf-8").replace("import events,", "import events, guides,", 1)
    table.write_text(written.replace("\n        Kind(\n", f"{ROW}        Kind(\n", 1), "utf-8")
    for language in LANGUAGES:
        catalogue = folder / "translations" / language / "LC_MESSAGES" / "messages.po"
        segment = '\nmsgctxt "address"\nmsgid "guides"\nmsgstr "guides"\n'
        catalogue.write_text(catalogue.read_text("utf-8") + segment, "utf-8")
    (folder / "content" / "guides" / "a").mkdir(parents=True)
    (folder / "content" / "guides" / "a" / "index.fr.md").write_text(TEXT, "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pelican", "content", "--settings", "publishconf.py", "--fatal", "errors"],
        cwd=folder,
        env=environment(SOURCE_DATE_EPOCH=MOMENT, PYTHONPATH=str(folder / "plugins")),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "output"


def links(page: Path) -> Mapping[str, str]:
    """Give the links of what a page is about, and their words."""
    found = BeautifulSoup(page.read_text("utf-8"), "lxml").select("main a[href]")
    return {str(link["href"]): link.get_text() for link in found}


def test_the_list_of_a_new_kind_leads_to_its_entries(output: Path) -> None:
    assert links(output / "guides" / "index.html")["/guides/a/"] == "Un guide"


def test_an_entry_of_a_new_kind_links_what_it_names(output: Path) -> None:
    assert links(output / "guides" / "a" / "index.html")["/membres/ccem/"] == "CCEM"


def test_what_an_entry_of_a_new_kind_names_says_so(output: Path) -> None:
    assert links(output / "membres" / "ccem" / "index.html")["/guides/a/"] == "Un guide"


def test_a_site_with_a_new_kind_has_no_fault(output: Path) -> None:
    assert inspect(output, load(LANGUAGES, ROOT / "translations")) == []
