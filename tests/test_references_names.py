"""The index of names: every way in which a text may name an entry."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contrelatraite.languages import Language
from contrelatraite.references.match import Matcher
from contrelatraite.references.names import Candidate, NameIndex, build, is_acronym, names
from contrelatraite.schema.fields import Name
from tests.support import site_of, translate, write

Languages = Mapping[str, Language]


def named(content: Path, languages: Languages) -> list[str]:
    """Give the names of the one entry of a content folder."""
    (entry,) = site_of(content)
    return [name.name for name in names(entry, languages)]


@pytest.mark.parametrize("name", ["CCEM", "Ac.Sé", "ONU", "EU", "OIM-France", "A.C."])
def test_one_word_with_capitals_inside_is_an_acronym(name: str) -> None:
    assert is_acronym(name)


@pytest.mark.parametrize("name", ["Europol", "esclavage", "Hors la Rue", "CCEM Paris", "A", ""])
def test_another_name_is_not(name: str) -> None:
    assert not is_acronym(name)


def test_acronyms_keep_their_case_and_other_names_do_not() -> None:
    acronym, title = Name(name="Ac.Sé"), Name(name="Équipes d’Action")
    index = NameIndex([("institutions:ac-se", acronym), ("members:ea", title)])
    assert (index.exact, index.loose) == (
        {"Ac.Se": [Candidate("institutions:ac-se", acronym)]},
        {"equipes d'action": [Candidate("members:ea", title)]},
    )


def test_a_name_given_twice_counts_once() -> None:
    name = Name(name="CCEM")
    assert NameIndex([("members:ccem", name), ("members:ccem", name)]).exact == {
        "CCEM": [Candidate("members:ccem", name)]
    }


def test_an_index_without_names_finds_nothing() -> None:
    assert Matcher(NameIndex([]), lambda _: ()).find("Le CCEM.") == []


def test_a_name_means_all_the_entries_that_held_it_that_day() -> None:
    old = Name.model_validate({"name": "Office", "until": "2010-12-31"})
    new = Name.model_validate({"name": "Office", "from": "2010-01-01"})
    index = NameIndex([("institutions:new", new), ("institutions:old", old)])
    meanings = {day: index.meanings(index.loose["office"], day) for day in (date(2009, 1, 1), date(2010, 6, 1), None)}
    assert meanings == {
        date(2009, 1, 1): ("institutions:old",),
        date(2010, 6, 1): ("institutions:new", "institutions:old"),
        None: ("institutions:new",),
    }


DAYS = st.none() | st.dates(date(2000, 1, 1), date(2003, 1, 1))
NAMES = st.tuples(
    st.sampled_from(["members:a", "members:b", "legal:a"]),
    st.builds(
        lambda name, since, until: Name.model_validate({"name": name, "from": since, "until": until}),
        st.sampled_from(["ADN", "Adn", "adn de Paris", "Paris", "de", "Été", "ETE"]),
        DAYS,
        DAYS,
    ),
)


@given(st.lists(NAMES, max_size=8).flatmap(lambda pairs: st.tuples(st.just(pairs), st.permutations(pairs))), DAYS)
def test_the_order_of_the_names_changes_nothing(
    orders: tuple[list[tuple[str, Name]], list[tuple[str, Name]]], day: date | None
) -> None:
    text = "L’ADN de Paris, l’adn de Paris, l’été à PARIS, ETE"
    one, other = (Matcher(NameIndex(pairs), lambda _: ()).find(text, day) for pairs in orders)
    assert one == other


def test_a_member_is_named_by_its_title_acronym_and_other_names_in_each_language(
    content: Path, languages: Languages
) -> None:
    write(content, "members:ccem", title="Comité contre l’esclavage", acronym="CCEM", aliases=["Le Comité"])
    translate(
        content, "members:ccem", title="Committee Against Slavery", aliases=[{"name": "Old", "until": "2010-01-01"}]
    )
    assert named(content, languages) == [
        "Comité contre l’esclavage",
        "CCEM",
        "Le Comité",
        "Committee Against Slavery",
        "Old",
    ]


def test_a_text_of_law_is_named_by_its_titles_and_the_ways_it_is_cited(content: Path, languages: Languages) -> None:
    write(content, "legal:directive", title="Directive 2011/36/UE", short_title="Directive", citations=["la directive"])
    assert named(content, languages) == ["Directive 2011/36/UE", "Directive", "la directive"]


def test_a_meeting_is_named_by_its_date_where_the_words_say_that_it_is_a_meeting(
    content: Path, languages: Languages
) -> None:
    write(content, "minutes:2014-10-01", date="2014-10-01", title="Réunion")
    assert "réunion du 1er octobre 2014" in named(content, languages)
    assert "Réunion" not in named(content, languages)


def test_a_yearly_day_is_named_by_its_title_and_another_event_is_not(content: Path, languages: Languages) -> None:
    write(content, "events:colloque", title="Le colloque")
    write(content, "events:journee", title="La Journée mondiale", observance="07-30")
    site = site_of(content)
    assert {entry.id: [name.name for name in names(entry, languages)] for entry in site} == {
        "colloque": [],
        "journee": ["La Journée mondiale"],
    }


@pytest.mark.parametrize("kind", ["news", "press", "pages"])
def test_news_releases_and_pages_are_not_found_by_their_titles(content: Path, languages: Languages, kind: str) -> None:
    write(content, f"{kind}:a", title="Un titre")
    assert named(content, languages) == []


def test_the_index_of_a_site_has_the_names_of_all_its_entries(content: Path, languages: Languages) -> None:
    write(content, "members:ccem", title="Comité", acronym="CCEM")
    write(content, "institutions:onu", title="Nations Unies")
    index = build(site_of(content), languages)
    assert (set(index.exact), set(index.loose)) == ({"CCEM"}, {"comite", "nations unies"})
