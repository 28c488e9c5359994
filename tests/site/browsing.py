"""A real browser on the built site: how it is started, what serves the pages, what the tests ask of a page."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any, NoReturn
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

CHROMIUM = Path(os.environ.get("CHROMIUM", "/usr/bin/chromium"))  # Debian's, or the one that is named
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
TOOLS = Path(__file__).parent / "tools" / "node_modules"
WIDTHS = (320, 375, 1280)
HEIGHT = 780

# What a page has left in the browser, cookies aside.
KEPT = """async () => [...Object.keys(localStorage), ...Object.keys(sessionStorage),
  ...(await indexedDB.databases()).map(base => base.name), ...await caches.keys(), document.cookie,
  ...(await navigator.serviceWorker.getRegistrations()).map(worker => worker.scope)].filter(Boolean)"""
REACHABLE = """selector => {
  const box = document.querySelector(selector).getBoundingClientRect();
  const there = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return box.top >= 0 && box.bottom <= innerHeight && there !== null && there.closest(selector) !== null;
}"""


class Silent(SimpleHTTPRequestHandler):
    """Serves without a word on the terminal."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002, ANN401  the signature of the standard library
        """Say nothing."""


def missing(reason: str) -> NoReturn:
    """Skip a test and say why; fail where all of them must run, as in .ci/run."""
    if os.environ.get("BROWSER_TESTS") == "required":
        pytest.fail(reason)
    pytest.skip(reason)


def chromium() -> Path:
    """Give Debian's Chromium."""
    if not CHROMIUM.is_file():
        missing(f"{CHROMIUM} is missing: install the package chromium to run the browser tests")
    return CHROMIUM


def tool(name: str) -> Path:
    """Give a file of the tools that `make test` installs with npm."""
    path = TOOLS / name
    if not path.is_file():
        missing(f"{name} is missing: install the packages nodejs and npm, then `make test` installs it")
    return path


def program(name: str, package: str) -> str:
    """Give a program of the system."""
    found = shutil.which(name)
    if found is None:
        missing(f"{name} is missing: install the package {package} to run these tests")
    return found


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine alone, and give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(folder)))
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@contextmanager
def opened(  # noqa: PLR0913  what a person holds
    browser: Browser, host: str, width: int, height: int = HEIGHT, *, scripts: bool = True, touch: bool = False
) -> Iterator[Page]:
    """Give a page of that size, which jumps where a smooth scroll would take its time."""
    with browser.new_context(
        base_url=host,
        viewport={"width": width, "height": height},
        java_script_enabled=scripts,
        has_touch=touch,
        is_mobile=touch,
        reduced_motion="reduce",
    ) as context:
        context.set_default_timeout(30_000)  # a machine that does much else besides
        yield context.new_page()


def go(page: Page, address: str) -> None:
    """Open a page that is there."""
    answer = page.goto(address)
    assert answer is not None
    assert answer.ok, f"no page at {address}"


def put(page: Page, html: str, style: str = "") -> None:
    """Put words last in the content of a page, and style them: the page's policy refuses a style in an attribute."""
    page.eval_on_selector(
        "main",
        "(main, [html, style]) => { main.insertAdjacentHTML('beforeend', html); "
        "main.lastElementChild.style.cssText = style; }",
        [html, style],
    )


def path(page: Page) -> str:
    """Give the address at which the page is."""
    return urlsplit(page.url).path
