"""L: the forms of identifiers and what they say of their texts, days and circles, a step from what is wrong."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from contrelatraite.content import read_and_check
from contrelatraite.diagnostics import Diagnostic
from contrelatraite.languages import Language
from tests.support import translate, write

Languages = Mapping[str, Language]

TODAY = date(2026, 1, 1)
DAY, DAY_AFTER = "2013-08-05", "2013-08-06"
NEVER: Mapping[str, Any] = {"date": None, "adopted": "false"}  # a draft without a date
HOSTS: Mapping[str, Any] = {"official_hosts": "lois.example.org", "website": "https://parlement.example.org"}


def problems(content: Path, languages: Languages) -> list[Diagnostic]:
    """Give what is wrong with texts that the parliament issued, the missing translations apart."""
    if not (content / "institutions" / "parlement").exists():
        write(content, "institutions:parlement")
    return [problem for problem in read_and_check(content, languages, TODAY).problems if problem.code != "T101"]


def codes(content: Path, languages: Languages, body: str = "", **facts: Any) -> list[str]:  # noqa: ANN401  a header holds any value
    """Give the codes of what is wrong with a text of law."""
    write(content, "legal:a", body, **facts)
    return [problem.code for problem in problems(content, languages)]


def blamed(content: Path, languages: Languages) -> list[tuple[str, str]]:
    """Give the code of each problem, and the id of the entry in which it stands."""
    return [(problem.code, problem.path.split("/")[2]) for problem in problems(content, languages)]


# The forms of identifiers.


def refusals(content: Path, languages: Languages, field: str, read: str) -> list[tuple[str, object]]:
    """Give the codes of what is wrong with an identifier, and the nearest one, whatever it says of its text."""
    write(content, "legal:a", identifiers={field: read}, **NEVER)
    return [(p.code, p.values.get("nearest")) for p in problems(content, languages) if p.code != "L103"]


@pytest.mark.parametrize(
    ("field", "read"),
    [
        ("celex", "12012P/TXT"),
        ("celex", "32011L0036R(01)"),
        ("eli", "http://data.europa.eu/eli/dir/2011/36"),
        ("eli", "/eli/decret/2013/1/3/DFEX1242343D/jo/article_1"),
        ("eli", "/eli/loi/2013/8/5/2013-711/jo/texte"),
        ("eli", "http://data.europa.eu/eli/treaty/char_2012/oj"),
        ("celex", "02011L0036-20240714"),
        ("oj", "OJ L, 2024/1712, 24.6.2024, ELI: http://data.europa.eu/eli/dir/2024/1712/oj"),
        ("oj", "OJ C, C/2023/90, 5.10.2023"),
        ("cets", "005"),
        ("unts", "60 LNTS 253"),
        ("nor", "JUSD1501974C"),
        ("jorf", "JORFTEXT000027805521"),
        ("jorf", "JORF n°0181 du 6 août 2013"),
        ("greta", "GRETA(2013)1"),
        ("oj", "JO L 101 du 15.4.2011, p. 1"),
        ("oj", "OJ L, 2024/1712, 24.6.2024"),
        ("echr", "67724/09"),
        ("ilo", "P029"),
        ("un", "A/RES/217(III)"),
        ("com", "SWD(2016) 159 final"),
        ("osce", "PC.DEC/557/Rev.1"),
        ("number", "n° 2013-711"),
    ],
)
def test_an_identifier_in_its_form_is_accepted(content: Path, languages: Languages, field: str, read: str) -> None:
    assert refusals(content, languages, field, read) == []


@pytest.mark.parametrize(
    ("field", "read", "nearest"),
    [
        ("celex", "3 2002 f 0629", "32002F0629"),
        ("eli", "http://data.europa.eu/eli/dir/2004/ 81/oj", "http://data.europa.eu/eli/dir/2004/81/oj"),
        ("unts", "96 unts 271", "96 UNTS 271"),
        ("nor", "DFEX 1242343 D", "DFEX1242343D"),
        ("jorf", "JORFTEXT 000027805521", "JORFTEXT000027805521"),
        ("greta", "Greta (2013) 1", "GRETA(2013)1"),
        ("oj", "l 203, 1.8.2002", "L 203, 1.8.2002"),
        ("echr", "67724 / 09", "67724/09"),
        ("ilo", "c 182", "C182"),
        ("com", "com(2012) 286", "COM(2012) 286"),
        ("com", "COM(2012)286 final", "COM(2012) 286 final"),
        ("osce", "mc.dec/2/03", "MC.DEC/2/03"),
    ],
)
def test_an_identifier_with_other_capitals_or_spaces_is_told_as_its_issuer_writes_it(
    content: Path, languages: Languages, field: str, read: str, nearest: str
) -> None:
    assert refusals(content, languages, field, read) == [("L102", nearest)]


@pytest.mark.parametrize(
    ("field", "read", "example"),
    [
        ("cets", "5", "197"),
        ("nor", "DFEX124234D", "JUSX1303944L"),
        ("echr", "67724/2009", "73316/01"),
        ("ilo", "C29", "C029"),
        ("un", "A/RES/64/2935", "A/RES/64/293"),
    ],
)
def test_an_identifier_that_nothing_is_near_to_is_told_an_example(
    content: Path, languages: Languages, field: str, read: str, example: str
) -> None:
    assert refusals(content, languages, field, read) == [("L102", example)]


# What an identifier says of its text.


def contradictions(content: Path, languages: Languages, **facts: Any) -> list[tuple[str, object, object]]:  # noqa: ANN401  as `codes`
    """Give the codes of what is wrong, the fact that an identifier contradicts, and what it says instead."""
    write(content, "legal:a", **facts)
    return [(p.code, p.values.get("field"), p.values.get("said")) for p in problems(content, languages)]


@pytest.mark.parametrize(
    ("kind", "day", "identifiers"),
    [
        ("directive", "2011-12-20", {"celex": "32012L0001"}),  # an act of December
        ("instruction", "2009-04-06", {"celex": "32009D0371"}),  # a decision: no type is that of all of them
        ("directive", "2003-01-27", {"celex": "32002L0095"}),  # and one of January
        ("judgment", "2016-09-13", {"celex": "62014CJ0165"}),  # the year of the case
        ("decree", "2013-01-03", {"eli": "/eli/decret/2013/01/03/DFEX1242343D/jo/texte"}),
        ("report", "2016-12-31", {"celex": "52016DC0722"}),
        ("charter", "2000-12-07", {"celex": "12012P/TXT"}),  # the year of the version, not of the treaty
        ("decree", "2013-01-03", {"eli": "https://www.legifrance.gouv.fr/eli/decret/2013/1/3/DFEX1242343D/jo/texte"}),
        ("law", "2013-08-05", {"nor": "JUSX0903944L"}),  # given long before the text was signed
        ("ordinance", "2013-08-05", {"nor": "JUSX1303944R"}),
        ("report", "2018-12-31", {"greta": "GRETA(2017)17"}),  # published in the year after
        ("resolution", "2009-09-15", {"un": "A/RES/64/1"}),
        ("resolution", "2010-09-14", {"un": "A/RES/64/293"}),
        ("judgment", "2005-07-26", {"echr": "73316/01"}),  # the year of the application
    ],
)
def test_an_identifier_that_agrees_with_its_text_is_left_alone(
    content: Path, languages: Languages, kind: str, day: str, identifiers: dict[str, str]
) -> None:
    assert codes(content, languages, type=kind, date=day, identifiers=identifiers) == []


@pytest.mark.parametrize("days", [NEVER, {"date": None, "in_force": "2020-01-01"}])
def test_without_a_day_of_adoption_the_year_of_an_identifier_is_compared_with_nothing(
    content: Path, languages: Languages, days: dict[str, Any]
) -> None:
    assert codes(content, languages, type="directive", identifiers={"celex": "32012L0001"}, **days) == []


@pytest.mark.parametrize(
    ("day", "identifiers", "said"),
    [
        ("2010-12-31", {"celex": "32012H0001"}, "2012"),
        ("2013-01-04", {"eli": "/eli/arrete/2013/1/3/DFEX1242343A/jo/texte"}, "2013/1/3"),
        ("2016-12-31", {"greta": "GRETA(2017)17"}, "2017"),
        ("2019-01-01", {"greta": "GRETA(2017)17"}, "2017"),
        ("2008-12-31", {"un": "A/RES/64/1"}, "2009 / 2010"),
        ("2011-01-01", {"un": "A/RES/64/293"}, "2009 / 2010"),
        ("2013-01-01", {"com": "COM(2012) 286 final"}, "2012"),
    ],
)
def test_an_identifier_of_another_day_is_told_what_it_says(
    content: Path, languages: Languages, day: str, identifiers: dict[str, str], said: str
) -> None:
    told = contradictions(content, languages, type="opinion", date=day, identifiers=identifiers)
    assert told == [("L103", "date", said)]


@pytest.mark.parametrize(
    ("field", "read", "said"),
    [
        ("celex", "32013F0001", "framework-decision"),
        ("eli", "http://data.europa.eu/eli/dir/2013/1/oj", "directive"),
        ("nor", "JUSX1303944L", "law"),
        ("nor", "JUSX1303944R", "ordinance"),
    ],
)
def test_an_identifier_of_another_nature_is_told_what_it_says(
    content: Path, languages: Languages, field: str, read: str, said: str
) -> None:
    told = contradictions(content, languages, type="code", date=DAY, identifiers={field: read})
    assert told == [("L103", "type", said)]


# Days.


@pytest.mark.parametrize("days", [NEVER, {"date": None, "in_force": DAY}])
def test_a_draft_and_a_text_known_by_its_entry_into_force_need_no_day_of_adoption(
    content: Path, languages: Languages, days: dict[str, Any]
) -> None:
    assert codes(content, languages, **days) == []


def test_all_that_happens_to_a_text_may_happen_on_the_day_of_its_adoption(content: Path, languages: Languages) -> None:
    days = {"in_force": DAY, "transposition_deadline": DAY, "repealed": DAY, "checked": DAY}
    assert codes(content, languages, date=DAY, **days) == []


def test_a_text_known_by_its_entry_into_force_is_not_repealed_on_the_day_before(
    content: Path, languages: Languages
) -> None:
    assert codes(content, languages, date=None, in_force=DAY_AFTER, repealed=DAY) == ["L109"]


def test_of_a_draft_without_a_day_no_other_day_is_too_early(content: Path, languages: Languages) -> None:
    assert codes(content, languages, checked=DAY, **NEVER) == []


# Where the authentic text is.


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("lois.example.org", []),
        ("fr.lois.example.org", []),
        ("parlement.example.org", []),
        ("xlois.example.org", ["L104"]),
        ("lois.example.org.example.com", ["L104"]),
    ],
)
def test_the_authentic_text_is_on_a_site_of_its_issuer_or_under_its_name(
    content: Path, languages: Languages, host: str, expected: list[str]
) -> None:
    write(content, "institutions:parlement", **HOSTS)
    assert codes(content, languages, official={"fr": f"https://{host}/1"}) == expected


def test_where_no_site_of_texts_is_known_none_is_asked(content: Path, languages: Languages) -> None:
    write(content, "institutions:parlement", website="https://parlement.example.org")
    assert codes(content, languages, official={"fr": "https://www.example.com/1"}) == []


def test_the_sites_of_the_body_above_its_issuer_count(content: Path, languages: Languages) -> None:
    write(content, "institutions:etat", **HOSTS)
    write(content, "institutions:parlement", parent="etat", official_hosts="textes.example.org")
    assert codes(content, languages, official={"fr": "https://lois.example.org/1"}) == []


def test_the_sites_of_a_body_below_its_issuer_do_not(content: Path, languages: Languages) -> None:
    write(content, "institutions:parlement", official_hosts="textes.example.org")
    write(content, "institutions:commission", parent="parlement", **HOSTS)
    assert codes(content, languages, official={"fr": "https://lois.example.org/1"}) == ["L104"]


# What texts do to each other.


@pytest.mark.parametrize("ids", ["a", "ab", "abc"])
def test_each_text_of_a_circle_is_told(content: Path, languages: Languages, ids: str) -> None:
    for name, other in zip(ids, ids[1:] + ids[0], strict=True):
        write(content, f"legal:{name}", amends=other)
    assert blamed(content, languages) == [("L105", name) for name in ids]


def test_a_circle_may_be_made_of_several_relations(content: Path, languages: Languages) -> None:
    write(content, "legal:b", type="directive", transposes="c")
    write(content, "legal:c", type="directive", replaces="a")
    write(content, "legal:a", type="directive", amends="b", repealed=DAY)
    assert blamed(content, languages) == [("L105", name) for name in "abc"]


def test_a_text_that_acts_on_one_of_a_circle_is_not_told(content: Path, languages: Languages) -> None:
    for name, other in [("a", "b"), ("b", "a"), ("c", "a")]:
        write(content, f"legal:{name}", amends=other)
    assert blamed(content, languages) == [("L105", "a"), ("L105", "b")]


def test_two_ways_to_the_same_text_are_no_circle(content: Path, languages: Languages) -> None:
    for name, others in [("a", ["b", "c"]), ("b", ["d"]), ("c", ["d"]), ("d", [])]:
        write(content, f"legal:{name}", amends=others)
    assert blamed(content, languages) == []


def test_texts_to_read_with_each_other_are_no_circle(content: Path, languages: Languages) -> None:
    write(content, "legal:a", related="b")
    write(content, "legal:b", related="a")
    assert blamed(content, languages) == []


@pytest.mark.parametrize(
    ("days", "expected"),
    [({"date": DAY}, []), ({"date": DAY_AFTER}, ["L106"]), ({"date": None, "in_force": DAY_AFTER}, [])],
)
def test_a_text_acts_on_those_adopted_no_later_than_itself(
    content: Path, languages: Languages, days: dict[str, Any], expected: list[str]
) -> None:
    write(content, "legal:b", **days)
    assert codes(content, languages, date=DAY, amends="b") == expected


@pytest.mark.parametrize(("kind", "expected"), [("framework-decision", []), ("regulation", ["L107"])])
def test_what_is_transposed_is_a_directive_or_a_framework_decision(
    content: Path, languages: Languages, kind: str, expected: list[str]
) -> None:
    write(content, "legal:b", type=kind)
    assert codes(content, languages, transposes="b") == expected


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("instruction", [("L108", "b")]), ("plan", []), ("convention", [])],
)
def test_a_rule_that_is_replaced_has_ended_and_a_plan_or_a_treaty_may_live_on(
    content: Path, languages: Languages, kind: str, expected: list[tuple[str, str]]
) -> None:
    write(content, "legal:a", replaces="b")
    write(content, "legal:b", type=kind)
    assert blamed(content, languages) == expected


def test_a_rule_that_says_when_it_ended_may_be_replaced(content: Path, languages: Languages) -> None:
    write(content, "legal:a", replaces="b")
    write(content, "legal:b", repealed=DAY)
    assert blamed(content, languages) == []


def test_a_rule_that_a_draft_would_replace_has_not_ended(content: Path, languages: Languages) -> None:
    write(content, "legal:a", replaces="b", **NEVER)
    write(content, "legal:b")
    assert blamed(content, languages) == []


def test_a_text_that_replaces_itself_is_a_circle_alone(content: Path, languages: Languages) -> None:
    assert codes(content, languages, replaces="a") == ["L105"]


def test_a_rule_that_is_only_amended_has_not_ended(content: Path, languages: Languages) -> None:
    write(content, "legal:a", amends="b")
    write(content, "legal:b")
    assert blamed(content, languages) == []


def test_a_replaced_rule_ends_on_the_adoption_of_a_text_whose_entry_into_force_is_not_known(
    content: Path, languages: Languages
) -> None:
    write(content, "legal:a", date=DAY_AFTER, replaces="b")
    write(content, "legal:b")
    assert [problem.values for problem in problems(content, languages)] == [{"other": "legal:a", "day": DAY_AFTER}]


# Articles.


@pytest.mark.parametrize(
    "heading",
    [
        "## Article 8 {#article-8}",
        "### Article 225-4-1 {#article-225-4-1}",
        "## Article L. 425-1 – Carte de séjour {#article-l-425-1}",
        "## Article 8 bis. Objet {#article-8-bis}",
        "## Article premier {#objet}",
        "## Articles 8 et 9 {#objet}",
        "```\n## Article 8 {#objet}\n```",
    ],
)
def test_an_article_under_its_anchor_and_a_section_on_something_else_are_left_alone(
    content: Path, languages: Languages, heading: str
) -> None:
    assert codes(content, languages, heading) == []


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("## Article L. 425-1 {#article-l425-1}", "article-l-425-1"),
        ("## Article L425-1, carte de séjour {#article-l-425-1}", "article-l425-1"),
        ("## Article 8. Objet {#article-08}", "article-8"),
        ("## Article\u00a08 {#objet}", "article-8"),
        ("## Article L.\u00a0425-1 {#objet}", "article-l-425-1"),
        ("## Article 8 ter {#article-8}", "article-8-ter"),
    ],
)
def test_an_article_under_another_anchor_is_told_its_own(
    content: Path, languages: Languages, heading: str, anchor: str
) -> None:
    write(content, "legal:a", heading)
    assert [(p.code, p.values.get("anchor")) for p in problems(content, languages)] == [("L110", anchor)]


def test_an_article_is_looked_for_in_the_translation_too(content: Path, languages: Languages) -> None:
    write(content, "legal:a", "## Objet {#objet}")
    translate(content, "legal:a", "## Article 8 {#objet}")
    assert [(p.code, p.path) for p in problems(content, languages)] == [("L110", "content/legal/a/index.en.md")]


def test_an_article_without_an_anchor_is_told_to_have_one(content: Path, languages: Languages) -> None:
    assert codes(content, languages, "## Article 8") == ["S108"]
