"""What all tests share: a language catalogue of few words, an empty content folder, and the real content."""

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.configuration import set_hypothesis_home_dir

from contrelatraite.content import matcher_of
from contrelatraite.languages import Language
from contrelatraite.references.match import Matcher
from contrelatraite.site import Site
from tests import support

set_hypothesis_home_dir(Path(tempfile.gettempdir()) / "contrelatraite-hypothesis")  # not in the repository
settings.register_profile("suite", max_examples=100, deadline=None, derandomize=True, database=None)
settings.load_profile("suite")


@pytest.fixture
def own_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep git within the folder of the test, whatever repository and settings the tests run in."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


@pytest.fixture(scope="session")
def languages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Language]:
    """French and English, with the few words of `support`."""
    return support.languages(tmp_path_factory.mktemp("translations"))


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give an empty content folder."""
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


@pytest.fixture(scope="session")
def real_content() -> Path:
    """The content of the site itself."""
    folder = Path(__file__).parents[1] / "content"
    assert folder.is_dir()
    return folder


@pytest.fixture(scope="session")
def real_site(real_content: Path) -> Site:
    """The entries of the site itself."""
    return support.site_of(real_content)


@pytest.fixture(scope="session")
def real_matcher(real_site: Site, languages: Mapping[str, Language]) -> Matcher:
    """What finds the names of the site itself."""
    return matcher_of(real_site, languages)
