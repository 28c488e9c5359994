"""A contributed file is hostile until checked: it is refused and told, or shown harmless, in no time and little memory.

The cases stand in `corpus`. None may take long or much memory, whatever becomes of it (design, invariants 2 and 5).
"""

import resource
import shutil
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from contrelatraite.codes import CODES
from contrelatraite.content import read_and_check
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.languages import Language, load
from tests.hostile.corpus import HARMLESS, HOSTILE, PLACE, Case
from tests.test_adapter import FIXTURES, ROOT, build, project

TODAY = date(2026, 1, 1)
SECONDS = 5  # what a file may take at the very most, on a busy machine
MEMORY = 512 * 2**20  # bytes, beside what the tests hold already

REFUSED = [case.name for case in HOSTILE.values() if case.code]
SHOWN = {case.name: case for case in [*HOSTILE.values(), *HARMLESS.values()] if not case.code}
# What our Markdown makes of a text, and nothing else.
MARKDOWN = {
    *("a", "abbr", "blockquote", "br", "code", "em", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre", "span", "strong"),
    *("table", "tbody", "td", "th", "thead", "tr", "ul"),
}


@pytest.fixture(scope="module")
def real_languages() -> Mapping[str, Language]:
    """Load the site's own words."""
    return load(("fr", "en"), ROOT / "translations")


@contextmanager
def limits() -> Iterator[None]:
    """End what takes too long, or too much memory, with an error."""

    def stop(*_: object) -> None:
        message = f"more than {SECONDS} seconds"
        raise TimeoutError(message)

    used = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    before = signal.signal(signal.SIGALRM, stop)
    resource.setrlimit(resource.RLIMIT_AS, (used + MEMORY, hard))
    signal.alarm(SECONDS)
    try:
        yield
    finally:
        signal.alarm(0)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
        signal.signal(signal.SIGALRM, before)


def add(case: Case, content: Path) -> None:
    """Add the files of a case to a content folder."""
    for name, written in case.files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(written)


def errors(case: Case, folder: Path, languages: Mapping[str, Language]) -> list[Diagnostic]:
    """Give the errors of a content without a fault to which a case is added."""
    content = folder / "content"
    shutil.copytree(FIXTURES / "ok" / "content", content)
    add(case, content)
    with limits():
        problems = read_and_check(content, languages, TODAY).problems
    return [problem for problem in problems if CODES[problem.code].severity == "error"]


def test_there_are_at_least_120_hostile_cases_and_20_odd_ones() -> None:
    assert (len(HOSTILE) >= 120, len(HARMLESS) >= 20) == (True, True)


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_by_its_code(
    name: str, tmp_path: Path, real_languages: Mapping[str, Language]
) -> None:
    found = errors(HOSTILE[name], tmp_path, real_languages)
    assert HOSTILE[name].code in {problem.code for problem in found}


@pytest.mark.parametrize("name", REFUSED)
def test_only_the_hostile_files_are_blamed(name: str, tmp_path: Path, real_languages: Mapping[str, Language]) -> None:
    blamed = {problem.path.removeprefix("content/") for problem in errors(HOSTILE[name], tmp_path, real_languages)}
    assert blamed - HOSTILE[name].files.keys() == set()


@pytest.mark.parametrize("name", SHOWN)
def test_a_harmless_file_is_not_refused(name: str, tmp_path: Path, real_languages: Mapping[str, Language]) -> None:
    assert errors(SHOWN[name], tmp_path, real_languages) == []


@dataclass(frozen=True)
class Built:
    """The pages of all the cases that are shown, by their case."""

    pages: Mapping[str, BeautifulSoup]

    def text(self, name: str) -> Tag:
        """Give the part of a page that its author wrote."""
        found = self.pages[name].select_one(".c-text")
        assert found is not None
        return found


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the real content and every case that is shown, each with a title of its own."""
    folder = project(tmp_path_factory.mktemp("hostile"), ROOT / "content")
    for case in SHOWN.values():
        files = {name: there.replace(b"Une campagne de plus", case.name.encode()) for name, there in case.files.items()}
        add(Case(case.name, files, None), folder / "content")
    done = build(folder, settings="publishconf.py")
    assert done.returncode == 0, done.stderr
    pages = {name: folder / "output" / "actualites" / name / "index.html" for name in SHOWN}
    return Built({name: BeautifulSoup(page.read_bytes(), "lxml") for name, page in pages.items()})


@pytest.mark.parametrize("name", SHOWN)
def test_a_text_becomes_nothing_but_what_markdown_makes(name: str, built: Built) -> None:
    assert {element.name for element in built.text(name).find_all()} - MARKDOWN == set()


@pytest.mark.parametrize("name", SHOWN)
def test_a_text_brings_no_attribute_but_those_of_links_titles_and_languages(name: str, built: Built) -> None:
    found = {attribute for element in built.text(name).find_all() for attribute in element.attrs}
    assert found - {"class", "data-ref", "href", "hreflang", "id", "lang", "title"} == set()


@pytest.mark.parametrize("name", SHOWN)
def test_a_page_runs_only_the_scripts_of_the_site(name: str, built: Built) -> None:
    scripts = built.pages[name].find_all("script")
    ours = [script for script in scripts if str(script.get("src", "")).startswith("/theme/")]
    data = [script for script in scripts if script.get("type") == "application/ld+json"]
    assert len(ours) + len(data) == len(scripts)


@pytest.mark.parametrize("name", [name for name, case in SHOWN.items() if case.shown])
def test_an_odd_text_is_shown_as_it_was_written(name: str, built: Built) -> None:
    shown = SHOWN[name].shown
    assert shown is not None
    assert shown.strip() in built.text(name).get_text()


def test_the_cases_stand_where_the_tests_look(built: Built) -> None:
    assert {PLACE.format(name=name) for name in built.pages} == {file for case in SHOWN.values() for file in case.files}
