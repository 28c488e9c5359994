"""The real site, built once for all tests."""

import pytest

from tests.site.built import BuiltSite, build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Give the real site, built by the project's own settings."""
    output = tmp_path_factory.mktemp("site") / "output"
    build(output)
    return BuiltSite(output)
