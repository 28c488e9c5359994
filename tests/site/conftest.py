"""The real site, built once for all tests, and a real browser to look at it."""

from collections.abc import Iterator, Mapping

import pytest
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Page as Tab

from contrelatraite.rendering.pages import Page
from tests.site import shown as choice
from tests.site.browsing import OPTIONS, chromium, opened, served
from tests.site.built import BuiltSite, build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Give the real site, built by the project's own settings."""
    output = tmp_path_factory.mktemp("site") / "output"
    build(output)
    return BuiltSite(output)


@pytest.fixture(scope="session")
def host(site: BuiltSite) -> Iterator[str]:
    """Serve the built site."""
    with served(site.folder) as address:
        yield address


@pytest.fixture(scope="session")
def planned() -> list[Page]:
    """Give every page of the plan of the site."""
    return choice.planned()


@pytest.fixture(scope="session")
def shown(planned: list[Page], site: BuiltSite) -> Mapping[str, list[str]]:
    """Give the pages to look at, by template: every part of every template, in each language."""
    return choice.shown(planned, site)


@pytest.fixture(scope="session")
def addresses(shown: Mapping[str, list[str]]) -> list[str]:
    """Give the addresses of these pages."""
    return [address for found in shown.values() for address in found]


@pytest.fixture(scope="module")  # its event loop must not outlive the tests that need it
def browser() -> Iterator[Browser]:
    """Give Debian's Chromium."""
    executable = chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def phone(browser: Browser, host: str) -> Iterator[Tab]:
    """Give a page on a phone."""
    with opened(browser, host, 375) as page:
        yield page


@pytest.fixture
def screen(browser: Browser, host: str) -> Iterator[Tab]:
    """Give a page on a large screen."""
    with opened(browser, host, 1280) as page:
        yield page


@pytest.fixture
def without_scripts(browser: Browser, host: str) -> Iterator[Tab]:
    """Give a page on a phone that runs no script."""
    with opened(browser, host, 375, scripts=False) as page:
        yield page
