"""The flow up to the report: read → register → validate → resolve."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from contrelatraite.content import find_mentions, matcher_of, read_and_check
from contrelatraite.diagnostics import Diagnostic, Place, Values
from contrelatraite.kinds import KINDS
from contrelatraite.languages import Language
from contrelatraite.references.match import Mention
from contrelatraite.site import Site
from tests.support import SUMMARY, site_of, translate, write

Languages = Mapping[str, Language]
TODAY = date(2020, 1, 1)


def write_both(content: Path, key: str, body: str = "", **facts: Any) -> None:  # noqa: ANN401  a header holds any value
    """Write an entry in both languages, with the same text."""
    write(content, key, body, **facts)
    words = KINDS[key.partition(":")[0]].schema.Words.model_fields
    shared = {name: value for name, value in facts.items() if name in words}
    translate(content, key, body, **shared)


def problems(content: Path, languages: Languages) -> list[Diagnostic]:
    """Give all that is wrong with a content folder."""
    return read_and_check(content, languages, TODAY).problems


def mentioned(site: Site, key: str, languages: Languages) -> list[str | None]:
    """Give what the French text of an entry mentions."""
    entry = site.entries[key]
    return [mention.target for mention in find_mentions(entry, matcher_of(site, languages), entry.source.body.prose)]


def test_nothing_is_wrong_with_nothing(content: Path, languages: Languages) -> None:
    assert problems(content, languages) == []


def test_nothing_is_wrong_with_entries_that_are_whole(content: Path, languages: Languages) -> None:
    write_both(content, "members:ccem", acronym="CCEM")
    write_both(content, "minutes:2014-09-29", "## Un {#un}\n\nLe CCEM et [lui](members:ccem).", attendance=["ccem"])
    assert problems(content, languages) == []


def test_the_problems_of_all_steps_are_told_at_once_in_order(content: Path, languages: Languages) -> None:
    write_both(content, "news:a", "[x](members:personne)")
    write_both(content, "news:b", date="hier")
    (content / "news" / "c.md").write_text("", "utf-8")
    assert [(problem.path, problem.code) for problem in problems(content, languages)] == [
        ("content/news/a/index.en.md", "R201"),
        ("content/news/a/index.fr.md", "R201"),
        ("content/news/b/index.fr.md", "S104"),
        ("content/news/c.md", "S006"),
    ]


def test_an_entry_whose_header_is_wrong_is_not_unknown_to_those_that_refer_to_it(
    content: Path, languages: Languages
) -> None:
    write_both(content, "members:ccem", title=None)
    write_both(content, "news:a", "[x](members:ccem)")
    assert {problem.code for problem in problems(content, languages)} == {"S102"}


def test_a_translation_whose_header_is_wrong_is_not_said_to_be_missing(content: Path, languages: Languages) -> None:
    write(content, "news:a")
    translate(content, "news:a", title=None)
    assert [problem.code for problem in problems(content, languages)] == ["S102"]


def test_a_missing_translation_is_told(content: Path, languages: Languages) -> None:
    write(content, "news:a")
    assert problems(content, languages) == [
        Diagnostic("T101", "content/news/a/index.fr.md", Place(2, 8, 11), {"language": "en", "file": "index.en.md"})
    ]


def test_the_day_of_the_check_decides_whether_a_vote_is_due(content: Path, languages: Languages) -> None:
    write_both(content, "members:ccem", membership=[{"status": "observer", "since": "2019-01-01"}])
    codes = {
        day: [p.code for p in read_and_check(content, languages, day).problems] for day in (TODAY, date(2020, 1, 2))
    }
    assert codes == {TODAY: [], date(2020, 1, 2): ["M106"]}


# Mentions


def test_a_text_mentions_the_entries_it_names(content: Path, languages: Languages) -> None:
    write(content, "members:ccem", acronym="CCEM")
    write(content, "legal:directive", "## Article 8 {#article-8}", title="Directive sur la traite")
    write(content, "news:a", "Le CCEM cite l’article 8 de la directive sur la traite.")
    assert mentioned(site_of(content), "news:a", languages) == ["members:ccem", "legal:directive#article-8"]


def test_a_mention_stands_where_the_text_has_it(content: Path, languages: Languages) -> None:
    write(content, "members:ccem", acronym="CCEM")
    write(content, "news:a", "## CCEM {#ccem}\n\n[CCEM](https://exemple.org), `CCEM` puis CCEM.")
    site = site_of(content)
    entry = site.entries["news:a"]
    found = find_mentions(entry, matcher_of(site, languages), entry.source.body.prose)
    assert found == [Mention(58, 62, ("members:ccem",))]


def test_a_text_does_not_mention_its_own_subject(content: Path, languages: Languages) -> None:
    write(content, "legal:directive", "La directive et la convention.", title="La directive")
    write(content, "legal:convention", title="La convention")
    assert mentioned(site_of(content), "legal:directive", languages) == ["legal:convention"]


def test_a_phrase_to_leave_alone_is_no_mention(content: Path, languages: Languages) -> None:
    write(content, "members:ccem", acronym="CCEM")
    write(content, "news:a", "Le CCEM de Lyon.", no_mentions=["CCEM de Lyon"])
    assert mentioned(site_of(content), "news:a", languages) == []


@pytest.mark.parametrize("kind", KINDS)
def test_names_are_sought_in_the_kinds_that_tell_what_happened(content: Path, languages: Languages, kind: str) -> None:
    write(content, "members:ccem", acronym="CCEM")
    write(content, f"{kind}:a", "Le CCEM.")
    expected = ["members:ccem"] if kind in {"minutes", "press", "news", "events", "legal"} else []
    assert mentioned(site_of(content), f"{kind}:a", languages) == expected


def test_a_text_names_a_thing_as_it_was_called_on_its_day(content: Path, languages: Languages) -> None:
    write(content, "institutions:office", aliases=[{"name": "Bureau", "until": "2014-12-31"}])
    write(content, "institutions:agence", aliases=[{"name": "Bureau", "from": "2015-01-01"}])
    write(content, "news:old", "Le Bureau.", date="2014-06-01")
    write(content, "news:new", "Le Bureau.", date="2016-06-01")
    site = site_of(content)
    assert {name: mentioned(site, f"news:{name}", languages) for name in ("old", "new")} == {
        "old": ["institutions:office"],
        "new": ["institutions:agence"],
    }


def test_a_meeting_is_mentioned_by_its_date(content: Path, languages: Languages) -> None:
    write(content, "minutes:2014-10-01", date="2014-10-01")
    write(content, "news:a", "À la réunion du 1er\u00a0octobre 2014, rien ; le 1er octobre 2014 non plus.")
    assert mentioned(site_of(content), "news:a", languages) == ["minutes:2014-10-01"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("À la réunion du 1er octobre, rien.", ["minutes:2014-10-01"]),
        ("At the meeting of 1 October, nothing.", ["minutes:2014-10-01"]),
        ("At the meeting of 1 October 2014, nothing.", ["minutes:2014-10-01"]),
        ("À la réunion du 1er octobre 2013, rien.", []),
        ("La circulaire du 1er octobre 2014.", ["legal:circulaire"]),
        ("The circular of 1 October 2014.", ["legal:circulaire"]),
    ],
)
def test_a_meeting_is_mentioned_by_its_date_in_the_year_of_the_text(
    content: Path, languages: Languages, text: str, expected: list[str]
) -> None:
    write(content, "minutes:2014-10-01", date="2014-10-01")
    write(
        content,
        "legal:circulaire",
        date="2014-10-01",
        citations=["circulaire du 1er octobre 2014", "circular of 1 October 2014"],
    )
    write(content, "news:a", text, date="2014-12-01")
    assert mentioned(site_of(content), "news:a", languages) == expected


def test_a_meeting_does_not_mention_itself(content: Path, languages: Languages) -> None:
    write(content, "minutes:2014-10-01", "La réunion du 1er octobre.", date="2014-10-01")
    assert mentioned(site_of(content), "minutes:2014-10-01", languages) == []


def test_an_announced_meeting_is_mentioned_until_its_minutes_exist(content: Path, languages: Languages) -> None:
    write(content, "events:reunion", start="2014-11-07")
    write(content, "minutes:2014-10-01", date="2014-10-01", next=[{"date": "2014-11-07", "event": "reunion"}])
    write(content, "news:a", "La réunion du 7 novembre.", date="2014-12-01")
    before = mentioned(site_of(content), "news:a", languages)
    write(content, "minutes:2014-11-07", date="2014-11-07")
    assert (before, mentioned(site_of(content), "news:a", languages)) == (["events:reunion"], ["minutes:2014-11-07"])


def test_an_event_that_is_no_meeting_of_the_collective_is_not_mentioned_by_its_date(
    content: Path, languages: Languages
) -> None:
    write(content, "events:colloque", start="2014-11-07")
    write(content, "news:a", "La réunion du 7 novembre 2014.")
    assert mentioned(site_of(content), "news:a", languages) == []


def test_an_institution_that_is_not_to_be_linked_is_not_mentioned(content: Path, languages: Languages) -> None:
    write(content, "institutions:onu", title="Nations Unies", acronym="ONU", linked=False)
    write(content, "news:a", "Les Nations Unies, l’ONU.")
    assert mentioned(site_of(content), "news:a", languages) == []


@pytest.mark.parametrize(
    ("day", "target"),
    [
        ("2014-01-27", "legal:projet#mesure-9"),
        ("2014-05-14", "legal:plan#mesure-9"),
        ("2018-07-05", "legal:plan#mesure-9"),
    ],
)
def test_a_measure_is_that_of_the_draft_in_a_text_that_speaks_before_the_plan_was_adopted(
    content: Path, languages: Languages, day: str, target: str
) -> None:
    body = "## Mesure 9 {#mesure-9}"
    write(content, "legal:projet", body, type="plan", date="2014-01-01", adopted=False, related=["plan"])
    write(content, "legal:plan", body, type="plan", date="2014-05-14", title="Plan national")
    write(content, "news:a", "Le plan national. À la mesure 9, rien.", date=day)
    assert mentioned(site_of(content), "news:a", languages) == ["legal:plan", target]


def test_a_draft_that_its_text_names_is_not_the_plan(content: Path, languages: Languages) -> None:
    body = "## Mesure 9 {#mesure-9}"
    write(
        content,
        "legal:projet",
        body,
        type="plan",
        date="2014-01-01",
        adopted=False,
        citations=["projet de plan national"],
    )
    write(content, "legal:plan", body, type="plan", date="2014-05-14", title="Plan national", related=["projet"])
    write(content, "news:a", "Le projet de plan national, mesure 9.", date="2018-01-01")
    assert mentioned(site_of(content), "news:a", languages) == ["legal:projet", "legal:projet#mesure-9"]


def test_a_body_within_another_is_named_without_the_name_of_the_other(content: Path, languages: Languages) -> None:
    write(content, "institutions:miprof", title="Mission", acronym="MIPROF")
    write(content, "institutions:comite", title="Comité d’orientation de la MIPROF", parent="miprof")
    write(content, "news:a", "Le Comité d’orientation de la MIPROF.")
    assert mentioned(site_of(content), "news:a", languages) == ["institutions:comite", "institutions:miprof"]


def test_a_hidden_entry_is_mentioned_nowhere_on_the_public_site(content: Path, languages: Languages) -> None:
    write(content, "members:ccem", acronym="CCEM", status="draft")
    write(content, "news:a", "Le CCEM.")
    site = site_of(content)
    public = site.visible(datetime(2020, 1, 1, tzinfo=UTC))
    assert mentioned(public, "news:a", languages) == []


# Two meanings


def test_a_name_with_two_meanings_is_told_once_per_text_with_both(content: Path, languages: Languages) -> None:
    write_both(content, "institutions:greta", title="Groupe", acronym="GRETA")
    write_both(content, "institutions:greta-emploi", title="Groupement", acronym="GRETA")
    write_both(content, "news:a", "Le GRETA.\nLe GRETA.", summary=SUMMARY)
    values: Values = {"read": "GRETA", "targets": ("institutions:greta", "institutions:greta-emploi")}
    assert problems(content, languages) == [
        Diagnostic("R203", "content/news/a/index.en.md", Place(5, 4, 9), values),
        Diagnostic("R203", "content/news/a/index.fr.md", Place(6, 4, 9), values),
    ]


def test_a_name_over_two_lines_is_told_as_one(content: Path, languages: Languages) -> None:
    for name in "ab":
        write_both(content, f"institutions:{name}", aliases=["Le Grand Bureau"])
    write(content, "news:a", "Voir Le Grand\nBureau.")
    warning = next(problem for problem in problems(content, languages) if problem.code == "R203")
    assert (warning.place, warning.values["read"]) == (Place(6, 6, 14), "Le Grand Bureau")


def test_the_subject_of_a_text_is_not_one_of_two_meanings_in_it(content: Path, languages: Languages) -> None:
    for name in "ab":
        write_both(content, f"legal:{name}", "La convention.", citations=["la convention"], issuer="a")
    write_both(content, "institutions:a", title="Le bureau")
    assert problems(content, languages) == []
