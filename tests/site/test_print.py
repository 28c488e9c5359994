"""Minutes and laws print like documents: no furniture, the address of the page, and those of the links."""

from io import BytesIO

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tests.site.browsing import go
from tests.site.built import HOST, LANGUAGES, address_of

FURNITURE = ("c-skip", "c-header__tools", "c-menu", "c-breadcrumb", "c-contents", "c-footer", "c-leave", "c-neighbours")
TITLES = {
    ("minutes:2014-09-29", "fr"): "Réunion du 29 septembre 2014",
    ("minutes:2014-09-29", "en"): "Meeting of 29 September 2014",
    ("legal:directive-2011-36-ue", "fr"): "Directive 2011/36/UE",
    ("legal:directive-2011-36-ue", "en"): "Directive 2011/36/EU",
}

documents = pytest.mark.parametrize("key", ["minutes:2014-09-29", "legal:directive-2011-36-ue"])
in_each_language = pytest.mark.parametrize("language", LANGUAGES)


def printed(page: Page) -> str:
    """Print a page, and give the words on paper, without the spaces that lines bring."""
    paper = PdfReader(BytesIO(page.pdf(format="A4")))
    return "".join("".join(sheet.extract_text() for sheet in paper.pages).split())


@documents
@in_each_language
def test_the_furniture_stays_off_the_paper(screen: Page, key: str, language: str) -> None:
    go(screen, address_of(key, language))
    there = [name for name in FURNITURE if screen.locator(f".{name}").count()]
    screen.emulate_media(media="print")
    assert there
    assert [name for name in there if screen.locator(f".{name}:visible").count()] == []


@documents
@in_each_language
def test_the_paper_bears_the_title_and_the_address_of_the_page(screen: Page, key: str, language: str) -> None:
    go(screen, address_of(key, language))
    paper = printed(screen)
    assert TITLES[key, language].replace(" ", "") in paper
    assert f"{HOST}{address_of(key, language)}" in paper


@in_each_language
def test_the_paper_bears_the_address_of_the_authentic_text(screen: Page, language: str) -> None:
    go(screen, address_of("legal:directive-2011-36-ue", language))
    official = screen.get_by_role(
        "link", name={"fr": "Lire sur le site de l’institution", "en": "Read it on the issuer’s site"}[language]
    )
    address = official.first.get_attribute("href")
    assert address is not None
    assert address in printed(screen)


@documents
@in_each_language
def test_black_letters_stand_on_white_whatever_the_scheme(screen: Page, key: str, language: str) -> None:
    go(screen, address_of(key, language))
    screen.emulate_media(media="print", color_scheme="dark")
    colours = (
        "() => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color]"
    )
    assert screen.evaluate(colours) == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
