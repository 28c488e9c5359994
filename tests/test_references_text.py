"""The normal form of text: what is the same to a reader compares equal, and every character keeps its place."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contrelatraite.references.text import Folded, fold, fold_name

TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("aéÉœ  \u00a0\u202f\u2009\n\t\r\u2019'\u2013-«»\u0301ſİß😀\0")),
    max_size=40,
)


def origins(folded: Folded) -> list[int]:
    """Give the place in the author's text of each character, and of the end."""
    return [folded.origin(position) for position in range(len(folded.exact) + 1)]


@pytest.mark.parametrize("space", " \u00a0\u202f\u2007\u2009\t\n\r")
def test_all_spaces_are_one_space(space: str) -> None:
    assert fold(f"a{space}b").exact == "a b"


@pytest.mark.parametrize("dash", "-\u2010\u2011\u2012\u2013\u2014\u2212")
def test_all_dashes_are_one_dash(dash: str) -> None:
    assert fold(f"a{dash}b").exact == "a-b"


@pytest.mark.parametrize("apostrophe", "'\u2018\u2019\u02bc\u00b4`")
def test_all_apostrophes_are_one_apostrophe(apostrophe: str) -> None:
    assert fold(f"l{apostrophe}a").exact == "l'a"


@pytest.mark.parametrize("quote", '"«»“”„')
def test_all_quotation_marks_are_one(quote: str) -> None:
    assert fold(f"a {quote}b").exact == 'a "b'


@pytest.mark.parametrize(
    ("text", "exact"), [("Équipes d’Action", "Equipes d'Action"), ("Ac.Sé", "Ac.Se"), ("çÀÖñŠž", "cAOnSz")]
)
def test_accents_of_latin_letters_do_not_count(text: str, exact: str) -> None:
    assert fold(text).exact == exact


@pytest.mark.parametrize("text", ["Ж", "ü" * 0, "漢字", "œ", "ß", "😀"])
def test_other_letters_stay(text: str) -> None:
    assert fold(text).exact == text


def test_an_accent_written_apart_does_not_count_either() -> None:
    assert fold(unicodedata.normalize("NFD", "Équipes d’Été")).exact == fold("Équipes d’Été").exact


def test_an_accent_written_apart_keeps_the_places_of_what_follows() -> None:
    assert origins(fold("E\u0301te\u0301 !")) == [0, 2, 3, 5, 6, 7]


def test_the_loose_form_has_no_capitals() -> None:
    folded = fold("Le CCEM, à Évry")
    assert (folded.exact, folded.loose) == ("Le CCEM, a Evry", "le ccem, a evry")


def test_several_spaces_are_one_and_the_rest_keeps_its_place() -> None:
    folded = fold("a  b\n \u00a0c ")
    assert folded.exact == "a b c "
    assert origins(folded) == [0, 1, 3, 4, 7, 8, 9]


def test_a_text_whose_length_does_not_change_needs_no_table_of_places() -> None:
    assert fold("Été").at is None


@given(TEXTS)
def test_each_character_comes_from_its_place(text: str) -> None:
    folded = fold(text)
    for position, char in enumerate(folded.exact):
        assert fold(text[folded.origin(position)]).exact == char


@given(TEXTS)
def test_places_only_go_forward_and_end_with_the_text(text: str) -> None:
    places = origins(fold(text))
    assert places == sorted(set(places))
    assert places[-1] == len(text)


@given(TEXTS)
def test_what_is_between_two_places_is_space_or_an_accent_written_apart(text: str) -> None:
    folded = fold(text)
    places = origins(folded)
    skipped = set(range(len(text))) - set(places)
    assert all(fold(text[place]).exact == " " or unicodedata.combining(text[place]) for place in skipped)


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert (fold(once.exact).exact, fold(once.loose).loose) == (once.exact, once.loose)


@given(TEXTS)
def test_both_forms_have_the_same_length(text: str) -> None:
    folded = fold(text)
    assert len(folded.exact) == len(folded.loose)


@given(TEXTS)
def test_two_spaces_never_follow_each_other(text: str) -> None:
    assert "  " not in fold(text).exact


def test_a_name_loses_the_spaces_around_it() -> None:
    assert fold_name("\u00a0 Hors  la Rue\n") == "Hors la Rue"


@given(TEXTS)
def test_a_name_is_the_same_however_its_accents_are_written(name: str) -> None:
    assert fold_name(unicodedata.normalize("NFD", name)) == fold_name(unicodedata.normalize("NFC", name))
