"""Five people use the site by the words they see: a victim, a journalist, a lawyer, a member, an English reader."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.site.browsing import go, opened, path, served
from tests.site.built import FOLLOW_UPS, LANGUAGES, PAGES, ROOT, SECTIONS, BuiltSite, address_of, build

HELP = {"fr": "Obtenir de l’aide", "en": "Get help"}
CALL = {"fr": "Appeler le 17", "en": "Call 17"}
LEAVE = {"fr": "Quitter ce site", "en": "Leave this site"}
HERE = {"fr": "Vous êtes ici", "en": "You are here"}
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 20_000}  # bytes a second

in_each_language = pytest.mark.parametrize("language", LANGUAGES)


# A victim, on a small phone, by touch, on a slow line; a search engine or a friend led her to any page.


@pytest.fixture
def victim(browser: Browser, host: str) -> Iterator[Page]:
    """Give a small phone on a slow line."""
    with opened(browser, host, 375, 667, touch=True) as page:
        line = page.context.new_cdp_session(page)
        line.send("Network.enable")
        line.send("Network.emulateNetworkConditions", SLOW)
        yield page


@in_each_language
@pytest.mark.parametrize("key", ["minutes:2014-09-29", "legal:directive-2011-36-ue", "members:ccem", "pages:traite"])
def test_a_victim_taps_once_and_may_call(victim: Page, key: str, language: str) -> None:
    go(victim, address_of(key, language))
    victim.get_by_role("banner").get_by_role("link", name=HELP[language]).tap()
    victim.wait_for_url(f"**{PAGES['aide'][language]}")
    number = victim.get_by_role("main").get_by_role("link", name=CALL[language], exact=True)
    assert number.get_attribute("href") == "tel:17"
    box, bar = number.bounding_box(), victim.locator(".c-exit > a").bounding_box()
    assert box is not None
    assert bar is not None
    assert box["y"] + box["height"] <= bar["y"]  # in the first view, above what stays at its foot


@in_each_language
def test_a_victim_who_is_lost_finds_help_on_the_page_that_says_so(victim: Page, language: str) -> None:
    go(victim, {"fr": "/404.html", "en": "/en/404.html"}[language])
    victim.get_by_role("main").get_by_role("link", name=HELP[language]).tap()
    victim.wait_for_url(f"**{PAGES['aide'][language]}")


@in_each_language
def test_a_victim_leaves_for_a_site_that_does_not_learn_from_where(victim: Page, language: str) -> None:
    referers: list[str | None] = []

    def outside(route: Route) -> None:
        referers.append(route.request.headers.get("referer"))
        route.fulfill(content_type="text/html", body="<title>Ailleurs</title>")

    go(victim, PAGES["aide"][language])
    victim.context.route(lambda address: "127.0.0.1" not in address, outside)
    victim.get_by_role("link", name=LEAVE[language]).first.tap()
    victim.wait_for_function("document.title === 'Ailleurs'")
    assert (referers, victim.evaluate("document.referrer")) == ([None], "")


# A journalist on a deadline.


@in_each_language
def test_a_journalist_has_the_press_contact_in_two_actions(screen: Page, language: str) -> None:
    go(screen, PAGES["accueil"][language])
    screen.get_by_role("contentinfo").get_by_role(
        "link", name={"fr": "Espace presse", "en": "Press room"}[language]
    ).click()
    screen.wait_for_url(f"**{PAGES['espace-presse'][language]}")
    written = screen.get_by_role("main").locator("a[href^='mailto:']").first
    assert written.is_visible()
    assert written.get_attribute("href") == f"mailto:{written.inner_text()}"


@in_each_language
def test_a_journalist_reads_the_latest_release_and_whom_to_ask(screen: Page, site: BuiltSite, language: str) -> None:
    latest = site.page(SECTIONS["press"][language]).select(".c-list a")[0]
    go(screen, PAGES["espace-presse"][language])
    screen.get_by_role("main").get_by_role("link", name=latest.get_text()).first.click()
    screen.wait_for_url(f"**{latest['href']}")
    contact = screen.get_by_role("region", name={"fr": "Contact presse", "en": "Press contact"}[language])
    assert contact.locator("a[href^='mailto:']").first.is_visible()


@in_each_language
def test_a_journalist_prints_the_release_with_its_address(screen: Page, language: str) -> None:
    go(screen, address_of("press:communique-2015-07-30", language))
    screen.emulate_media(media="print")
    address = address_of("press:communique-2015-07-30", language)
    assert screen.get_by_text(f"https://www.contrelatraite.org{address}").is_visible()


# A lawyer looks for article 8 of the directive of 2011: that victims are not punished.


@in_each_language
def test_a_lawyer_finds_article_8_and_what_speaks_of_it(screen: Page, language: str) -> None:
    title = {"fr": "Directive 2011/36/UE", "en": "Directive 2011/36/EU"}[language]
    go(screen, PAGES["accueil"][language])
    screen.get_by_role("navigation").get_by_role("link", name={"fr": "Le droit", "en": "The law"}[language]).click()
    screen.get_by_role("main").get_by_role("link", name=title, exact=True).first.click()
    screen.wait_for_url(f"**{address_of('legal:directive-2011-36-ue', language)}")
    contents = screen.get_by_role("navigation", name={"fr": "Sommaire", "en": "Contents"}[language])
    contents.get_by_role("link", name="Article 8").click()
    assert screen.url.endswith("#article-8")
    heading = screen.get_by_role("heading", name="Article 8.").first.bounding_box()
    assert heading is not None
    assert 0 <= heading["y"] < 300
    mentioned = screen.get_by_role("region", name={"fr": "Cité dans", "en": "Mentioned in"}[language])
    assert mentioned.get_by_role("heading", name="Article 8.").count() == 1


@in_each_language
def test_what_speaks_of_article_8_leads_there_from_the_text(screen: Page, language: str) -> None:
    there = f"{address_of('legal:directive-2011-36-ue', language)}#article-8"
    go(screen, address_of("legal:directive-2011-36-ue", language))
    mentioned = screen.get_by_role("region", name={"fr": "Cité dans", "en": "Mentioned in"}[language])
    group = mentioned.get_by_role("heading", name="Article 8.").locator("xpath=following-sibling::ul[1]")
    group.get_by_role("link").first.click()
    screen.wait_for_load_state()
    screen.get_by_role("main").locator(f"a.xref[href='{there}']").first.click()
    screen.wait_for_url(f"**{there}")


# A member checks its entry.


@in_each_language
def test_a_member_checks_its_entry_from_the_list(screen: Page, language: str) -> None:
    name = {"fr": "Comité Contre l’Esclavage Moderne", "en": "Committee Against Modern Slavery"}[language]
    go(screen, PAGES["accueil"][language])
    screen.get_by_role("navigation").get_by_role(
        "link", name={"fr": "Les membres", "en": "The members"}[language]
    ).click()
    screen.get_by_role("main").locator(f"a[href='{address_of('members:ccem', language)}']:visible").first.click()
    screen.wait_for_url(f"**{address_of('members:ccem', language)}")
    assert name in screen.get_by_role("heading", level=1).inner_text()
    for words in {
        "fr": ("Dans le Collectif", "Agit contre", "Site internet"),
        "en": ("In the Collective", "Works on", "Website"),
    }[language]:
        assert screen.get_by_role("term").filter(has_text=words).first.is_visible(), words
    meetings = {"fr": "Réunions suivies", "en": "Meetings attended"}[language]
    assert screen.get_by_role("region", name=meetings).get_by_role("link").count() > 0


@in_each_language
def test_a_member_sees_what_it_took_on_at_meetings(screen: Page, language: str) -> None:
    go(screen, FOLLOW_UPS[language])
    owner = screen.get_by_role("main").get_by_role("heading", level=3).get_by_role("link").last
    words = owner.inner_text()
    owner.click()
    screen.wait_for_load_state()
    assert screen.get_by_role("heading", level=1).inner_text() == words
    assert screen.get_by_role(
        "region", name={"fr": "Pris en charge lors des réunions", "en": "Taken on at meetings"}[language]
    ).is_visible()


# An English reader, sent to a French page.


@pytest.mark.parametrize("key", ["minutes:2014-09-29", "legal:directive-2011-36-ue", "members:ccem", "pages:traite"])
def test_an_english_reader_stays_on_the_page_when_the_language_changes(screen: Page, key: str) -> None:
    go(screen, address_of(key, "fr"))
    screen.get_by_role("link", name="English", exact=True).click()
    screen.wait_for_url(f"**{address_of(key, 'en')}")
    assert screen.locator("html").get_attribute("lang") == "en"


@pytest.fixture(scope="module")
def untranslated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the site without the English half of one news item."""
    root = tmp_path_factory.mktemp("untranslated")
    for name in ("content", "theme", "translations"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "pelicanconf.py", root)
    (root / "content/news/nouveau-site-2014/index.en.md").unlink()
    build(root / "output", root, SOURCE_DATE_EPOCH="1767225600")
    with served(root / "output") as address:
        yield address


def test_an_english_reader_is_told_of_a_missing_translation(browser: Browser, untranslated: str) -> None:
    french = address_of("news:nouveau-site-2014", "fr")
    with opened(browser, untranslated, 1280) as page:
        go(page, SECTIONS["news"]["en"])
        link = page.get_by_role("main").locator(f"a[href='{french}']:visible").first
        assert (link.get_attribute("lang"), link.get_attribute("hreflang")) == ("fr", "fr")
        link.click()
        page.wait_for_url(f"**{french}")
        assert path(page) == french
        said = page.get_by_role("banner").get_by_text("This page does not exist in this language yet.")
        assert (said.is_visible(), said.get_attribute("lang")) == (True, "en")
