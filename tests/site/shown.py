"""Which pages a browser is shown: for every template and language, as many as it takes to see each part it can draw."""

from collections.abc import Iterator, Mapping

from bs4 import BeautifulSoup

from contrelatraite.languages import load
from contrelatraite.reading.registry import register
from contrelatraite.rendering.pages import Page, plan, view
from tests.site.built import LANGUAGES, ROOT, BuiltSite
from tests.support import NOW

TEMPLATES = ROOT / "theme" / "templates"


def planned() -> list[Page]:
    """Give every page that `make html` writes, drafts included."""
    languages = load(LANGUAGES, ROOT / "translations")
    site, _ = register(ROOT / "content", LANGUAGES)
    return [*plan(view(site, languages, NOW))]


def template_of(page: Page) -> str:
    """Give the template that draws a page: the first that the theme has."""
    return next(name for name in page.templates if (TEMPLATES / name).is_file())


def shown(pages: list[Page], site: BuiltSite) -> Mapping[str, list[str]]:
    """Give the addresses to see of each template, in both languages; a new template is among them by itself."""
    drawn: dict[str, dict[str, list[str]]] = {}
    for page in pages:
        drawn.setdefault(template_of(page), {}).setdefault(page.language, []).append(page.address)
    return {
        template: [address for found in by_language.values() for address in _enough(sorted(found), site)]
        for template, by_language in sorted(drawn.items())
    }


def _enough(addresses: list[str], site: BuiltSite) -> Iterator[str]:
    """Yield pages, the richest first, until each part that any of them has was seen."""
    unseen = {address: _parts(site.page(address)) for address in addresses}
    while any(unseen.values()):
        richest = max(addresses, key=lambda address: len(unseen[address]))
        yield richest
        seen = unseen[richest].copy()
        for parts in unseen.values():
            parts.difference_update(seen)


def _parts(page: BeautifulSoup) -> set[tuple[str, ...]]:
    """Give what a page is made of: each element with its classes, and the element that holds it."""
    return {
        (element.name, element.parent.name if element.parent else "", *map(str, element.get_attribute_list("class")))
        for element in page.select("*")
    }
