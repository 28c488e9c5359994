"""Linked data: what each kind becomes in the words of schema.org, and that no title can break out of it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from jinja2 import Environment, FileSystemLoader

from contrelatraite.languages import Language
from contrelatraite.rendering.linked_data import graph
from contrelatraite.rendering.pages import Page, View, plan, view
from contrelatraite.rendering.templating import install
from tests.schema_org import faults
from tests.support import NOW, SUMMARY, site_of, write

HOST = "https://www.exemple.org"
EVIL = "</script><script>alert(1)</script><!-- & '"
TEMPLATES = Path(__file__).parents[1] / "theme" / "templates"


@pytest.fixture
def shown(content: Path, languages: Mapping[str, Language]) -> View:
    write(content, "institutions:parlement", title="Parlement")
    write(content, "legal:loi-b", date="2013-08-05", repealed="2031-05-01")
    write(content, "legal:loi-a", in_force="2013-08-07", identifiers={"nor": "JUSD1234567L"}, repealed="2020-01-01")
    write(content, "legal:projet-a", adopted="false")
    write(content, "legal:rapport-a", type="report")
    contact = {"name": "Bureau", "email": "bureau@example.org", "public": "true", "confirmed": "2025-01-01"}
    write(content, "members:asso-a", contact=contact, acronym="AA")
    write(content, "members:asso-b", membership=[{"status": "observer", "since": "2025-01-01"}])
    write(content, "events:jour", summary=SUMMARY, start="2014-11-07T10:00+01:00", place="Paris")
    write(content, "events:journee", summary=SUMMARY, start="2014-07-30", observance="07-30")
    write(content, "news:nouvelle", title=EVIL, author="asso-a", trafficking_link="x" * 80)
    return view(site_of(content), languages, NOW)


def page_of(shown: View, key: str) -> Page:
    """Give the French page of an entry."""
    (page,) = [page for page in plan(shown) if page.entry and page.entry.key == key and page.language == "fr"]
    return page


def about(shown: View, key: str) -> dict[str, Any]:
    """Give what the page of an entry is about."""
    things = graph(page_of(shown, key), shown, HOST)["@graph"]
    (thing,) = [thing for thing in things if thing["@id"].endswith("#subject")]
    return dict(thing)


def test_every_page_says_what_schema_org_understands(shown: View) -> None:
    assert [(page.address, fault) for page in plan(shown) for fault in faults(graph(page, shown, HOST))] == []


def test_a_law_gives_its_number_its_dates_and_its_author(shown: View) -> None:
    law = about(shown, "legal:loi-a")
    assert (
        law["@type"],
        law["legislationIdentifier"],
        law["legislationDate"],
        law["legislationDateOfApplicability"],
    ) == (
        "Legislation",
        ["JUSD1234567L"],
        "2013-08-05",
        "2013-08-07",
    )
    assert law["legislationPassedBy"] == [{"@type": "Organization", "name": "Parlement"}]


def test_a_repealed_law_is_not_in_force(shown: View) -> None:
    assert about(shown, "legal:loi-a")["legislationLegalForce"] == "https://schema.org/NotInForce"


def test_a_law_that_will_be_repealed_is_still_in_force(shown: View) -> None:
    assert "legislationLegalForce" not in about(shown, "legal:loi-b")


@pytest.mark.parametrize(("key", "kind"), [("legal:projet-a", "CreativeWork"), ("legal:rapport-a", "Report")])
def test_what_is_not_the_law_is_not_called_so(shown: View, key: str, kind: str) -> None:
    assert about(shown, key)["@type"] == kind


def test_a_member_is_one_of_the_collective(shown: View) -> None:
    assert about(shown, "members:asso-a")["memberOf"] == [{"@id": f"{HOST}/#collective"}]


def test_an_observer_is_not_a_member(shown: View) -> None:
    assert "memberOf" not in about(shown, "members:asso-b")


def test_no_contact_is_given_to_machines(shown: View) -> None:
    assert "bureau@example.org" not in json.dumps(graph(page_of(shown, "members:asso-a"), shown, HOST))


def test_an_event_begins_at_its_hour_with_its_offset(shown: View) -> None:
    assert about(shown, "events:jour")["startDate"] == "2014-11-07T10:00:00+01:00"


def test_a_yearly_day_comes_back(shown: View) -> None:
    schedule = about(shown, "events:journee")["eventSchedule"]
    assert (schedule["repeatFrequency"], schedule["byMonth"], schedule["byMonthDay"]) == ("P1Y", 7, 30)


def test_no_title_breaks_out_of_the_script(shown: View) -> None:
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    install(environment, shown)
    template = environment.get_template("partials/head-linked-data.html")
    page = BeautifulSoup(template.render(page=page_of(shown, "news:nouvelle"), SITEURL=HOST), "lxml")
    (script,) = page.find_all("script")
    titles = [thing.get("headline") for thing in json.loads(script.get_text())["@graph"]]
    assert titles[-1] == EVIL
