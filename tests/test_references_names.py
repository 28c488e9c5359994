"""The index of names: every way in which a text may name an entry."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contrelatraite.references.match import Matcher
from contrelatraite.references.names import Candidate, NameIndex, build, is_acronym, names
from contrelatraite.schema.fields import Name
from tests.support import site_of, translate, write


def named(content: Path) -> list[str]:
    """Give the names of the one entry of a content folder."""
    (entry,) = site_of(content)
    return [name.name for name in names(entry)]


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
        {"equipe d'action": [Candidate("members:ea", title)]},
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
    days = (date(2009, 1, 1), date(2010, 6, 1), None)
    assert {day: index.meanings(index.loose["office"], day) for day in days} == {
        date(2009, 1, 1): (Candidate("institutions:old", old),),
        date(2010, 6, 1): (Candidate("institutions:new", new), Candidate("institutions:old", old)),
        None: (Candidate("institutions:new", new),),
    }


def test_two_names_of_one_entry_that_are_written_alike_are_one_meaning() -> None:
    first, second = Name(name="Équipe d’Action"), Name(name="équipes d'action")
    index = NameIndex([("members:ea", first), ("members:ea", second)])
    (form,) = index.loose
    assert [candidate.key for candidate in index.meanings(index.loose[form], None)] == ["members:ea"]


@pytest.mark.parametrize(
    "name", ["Les Nations Unies", "Les Nations-Unies", "les nation unie", "LES\u00a0NATIONS – UNIES"]
)
def test_a_name_in_words_is_held_without_case_plurals_and_dashes(name: str) -> None:
    assert list(NameIndex([("a:b", Name(name=name))]).loose) == ["les nation unie"]


def test_an_acronym_is_not_held_among_the_names_in_words() -> None:
    index = NameIndex([("members:ccem", Name(name="CCEM"))])
    assert (list(index.exact), list(index.loose)) == (["CCEM"], [])


def test_a_name_of_spaces_alone_is_not_held() -> None:
    index = NameIndex([("a:b", Name.model_construct(name=" "))])
    assert (dict(index.exact), dict(index.loose)) == ({}, {})


# A name that says which body it belongs to


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Comité d’orientation de la MIPROF", " de la miprof"),
        ("Bureau du MIPROF", " du miprof"),
        ("Bureau de l’MIPROF", " de l'miprof"),
        ("Bureau des MIPROF", " des miprof"),
        ("Bureau de MIPROF", " de miprof"),
        ("Steering Committee of MIPROF", " of miprof"),
        ("Steering Committee of the MIPROF", " of the miprof"),
        ("MIPROF steering committee", ""),
        ("Comité d’orientation", ""),
        ("Comité de la SOMIPROF", ""),
    ],
)
def test_the_end_of_a_name_that_names_its_parent_is_known(name: str, within: str) -> None:
    index = NameIndex([("institutions:comite", Name(name=name))], {"institutions:comite": ("MIPROF",)})
    assert [candidate.within for row in index.loose.values() for candidate in row] == [within]


def test_a_name_that_ends_with_the_acronym_of_another_body_is_whole() -> None:
    index = NameIndex([("a:b", Name(name="Comité de la MIPROF"))], {"a:c": ("MIPROF",)})
    assert [candidate.within for row in index.loose.values() for candidate in row] == [""]


def test_the_parent_of_an_entry_is_known_by_its_acronyms_in_all_languages(content: Path) -> None:
    write(content, "institutions:onu", title="Nations Unies", acronym="ONU")
    translate(content, "institutions:onu", title="United Nations", aliases=["UNO"])
    write(content, "institutions:haut", title="Haut-Commissariat de l’ONU", parent="onu")
    translate(content, "institutions:haut", title="High Commissioner of the UNO")
    index = build(site_of(content))
    within = {candidate.name.name: candidate.within for row in index.loose.values() for candidate in row}
    assert within == {
        "Nations Unies": "",
        "United Nations": "",
        "Haut-Commissariat de l’ONU": " de l'onu",
        "High Commissioner of the UNO": " of the uno",
    }


def test_an_entry_whose_parent_is_not_searched_has_whole_names(content: Path) -> None:
    write(content, "institutions:onu", title="Nations Unies", acronym="ONU", linked=False)
    write(content, "institutions:haut", title="Haut-Commissariat de l’ONU", parent="onu")
    index = build(site_of(content))
    assert [candidate.within for row in index.loose.values() for candidate in row] == [""]


# The order of names


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


# The names of an entry


def test_a_member_is_named_by_its_title_acronym_and_other_names_in_each_language(content: Path) -> None:
    write(content, "members:ccem", title="Comité contre l’esclavage", acronym="CCEM", aliases=["Le Comité"])
    translate(
        content, "members:ccem", title="Committee Against Slavery", aliases=[{"name": "Old", "until": "2010-01-01"}]
    )
    assert named(content) == [
        "Comité contre l’esclavage",
        "CCEM",
        "Le Comité",
        "Committee Against Slavery",
        "Old",
    ]


def test_a_text_of_law_is_named_by_its_titles_and_the_ways_it_is_cited(content: Path) -> None:
    write(content, "legal:directive", title="Directive 2011/36/UE", short_title="Directive", citations=["la directive"])
    assert named(content) == ["Directive 2011/36/UE", "Directive", "la directive"]


@pytest.mark.parametrize(
    ("acronym", "spoken"),
    [
        ("ECPAT", ["ECPAT", "Ecpat"]),
        ("UNICEF", ["UNICEF", "Unicef"]),
        ("CCEM", ["CCEM"]),
        ("OFII", ["OFII"]),
        ("PE&DX", ["PE&DX"]),
        ("Europol", ["Europol"]),
    ],
)
def test_an_acronym_of_five_letters_is_also_written_like_a_word(content: Path, acronym: str, spoken: list[str]) -> None:
    write(content, "institutions:a", title="Un titre", acronym=acronym)
    assert named(content) == ["Un titre", *spoken]


def test_a_meeting_is_not_named_by_its_title(content: Path) -> None:
    write(content, "minutes:2014-10-01", date="2014-10-01", title="Réunion du 1er octobre 2014")
    assert named(content) == []


def test_a_yearly_day_is_named_by_its_title_and_another_event_is_not(content: Path) -> None:
    write(content, "events:colloque", title="Le colloque")
    write(content, "events:journee", title="La Journée mondiale", observance="07-30")
    site = site_of(content)
    assert {entry.id: [name.name for name in names(entry)] for entry in site} == {
        "colloque": [],
        "journee": ["La Journée mondiale"],
    }


@pytest.mark.parametrize("kind", ["news", "press", "pages"])
def test_news_releases_and_pages_are_not_found_by_their_titles(content: Path, kind: str) -> None:
    write(content, f"{kind}:a", title="Un titre")
    assert named(content) == []


def test_the_index_of_a_site_has_the_names_of_all_its_entries(content: Path) -> None:
    write(content, "members:ccem", title="Comité", acronym="CCEM")
    write(content, "institutions:onu", title="Nations Unies")
    index = build(site_of(content))
    assert (set(index.exact), set(index.loose)) == ({"CCEM"}, {"comite", "nation unie"})


def test_an_institution_that_is_not_to_be_linked_is_not_searched(content: Path) -> None:
    write(content, "institutions:onu", title="Nations Unies", acronym="ONU", linked=False)
    write(content, "institutions:oit", title="Bureau du travail", acronym="OIT", linked=True)
    index = build(site_of(content))
    assert (set(index.exact), set(index.loose)) == ({"OIT"}, {"bureau du travail"})
