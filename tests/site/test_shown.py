"""The browser is shown every template: none can be forgotten."""

from collections.abc import Mapping

from jinja2 import Environment
from jinja2.meta import find_referenced_templates

from contrelatraite.rendering.pages import Page
from tests.site.built import LANGUAGES, BuiltSite, language_of
from tests.site.shown import TEMPLATES, template_of


def test_the_plan_is_all_that_the_build_writes(site: BuiltSite, planned: list[Page]) -> None:
    assert sorted(page.address for page in planned) == sorted(site.pages)


def test_every_template_that_draws_a_page_is_shown(planned: list[Page], shown: Mapping[str, list[str]]) -> None:
    assert {template_of(page) for page in planned} == set(shown)


def test_every_template_is_shown_in_each_language(shown: Mapping[str, list[str]]) -> None:
    languages = {name: {language_of(address) for address in found} for name, found in shown.items()}
    assert languages == {name: set(LANGUAGES) for name in shown}


def test_every_template_of_the_theme_draws_a_page_or_serves_another(shown: Mapping[str, list[str]]) -> None:
    reader = Environment(extensions=["jinja2.ext.i18n"], autoescape=True)
    named = {
        name
        for file in TEMPLATES.rglob("*.html")
        for name in find_referenced_templates(reader.parse(file.read_text("utf-8")))
    }
    templates = {file.relative_to(TEMPLATES).as_posix() for file in TEMPLATES.rglob("*.html")}
    assert templates - named - set(shown) == {"redirect.html"}  # it leads on before one can look
