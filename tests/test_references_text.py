"""The normal form of text: what is the same to a reader compares equal, and every character keeps its place."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contrelatraite.references.text import Form, fold, fold_name

TEXTS = st.text(
    st.one_of(st.characters(), st.sampled_from("aéÉœs  \u00a0\u202f\u2009\n\t\r\u2019'\u2013-«»\u0301\u00adſİß😀\0")),
    max_size=40,
)


def exact(text: str) -> str:
    """Give the exact form of a text."""
    return fold(text).exact.text


def loose(text: str) -> str:
    """Give the loose form of a text."""
    return fold(text).loose.text


def origins(form: Form) -> list[int]:
    """Give the place in the author's text of each character, and of the end."""
    return [form.origin(position) for position in range(len(form.text) + 1)]


@pytest.mark.parametrize("space", " \u00a0\u202f\u2007\u2009\t\n\r")
def test_all_spaces_are_one_space(space: str) -> None:
    assert exact(f"a{space}b") == "a b"


@pytest.mark.parametrize("space", "\u000b\u000c\u0085\u2003\u2008\u200a\u2028\u2029\u3000")
def test_page_ends_and_rarer_spaces_are_spaces_too(space: str) -> None:
    assert exact(f"a{space}b") == "a b"


@pytest.mark.parametrize("dash", "-\u2010\u2011\u2012\u2013\u2014\u2212")
def test_all_dashes_are_one_dash(dash: str) -> None:
    assert exact(f"a{dash}b") == "a-b"


@pytest.mark.parametrize("dash", ["a -b", "a- b", "a - b", "a –\nb", "a\u00a0— b"])
def test_there_is_no_space_around_a_dash(dash: str) -> None:
    assert exact(dash) == "a-b"


@pytest.mark.parametrize("apostrophe", "'\u2018\u2019\u02bc\u00b4`")
def test_all_apostrophes_are_one_apostrophe(apostrophe: str) -> None:
    assert exact(f"l{apostrophe}a") == "l'a"


@pytest.mark.parametrize("quote", '"«»“”„')
def test_all_quotation_marks_are_one(quote: str) -> None:
    assert exact(f"a {quote}b") == 'a "b'


@pytest.mark.parametrize(
    ("text", "form"), [("Équipes d’Action", "Equipes d'Action"), ("Ac.Sé", "Ac.Se"), ("çÀÖñŠž", "cAOnSz")]
)
def test_accents_of_latin_letters_do_not_count(text: str, form: str) -> None:
    assert exact(text) == form


@pytest.mark.parametrize("text", ["Ж", "", "漢字", "œ", "ß", "😀"])
def test_other_letters_stay(text: str) -> None:
    assert exact(text) == text


def test_an_accent_written_apart_does_not_count_either() -> None:
    assert exact(unicodedata.normalize("NFD", "Équipes d’Été")) == exact("Équipes d’Été")


def test_an_accent_written_apart_keeps_the_places_of_what_follows() -> None:
    assert origins(fold("E\u0301te\u0301 !").exact) == [0, 2, 3, 5, 6, 7]


@pytest.mark.parametrize("text", ["1<sup>er</sup>", "<b>1er</b>", "<SUP>1</SUP>er", "1\u00ader"])
def test_html_and_soft_hyphens_do_not_count(text: str) -> None:
    assert exact(text) == "1er"


@pytest.mark.parametrize("text", ["a < b", "1 <2> 3", "a <https://b.fr> c", "**1er**", "*1er*"])
def test_what_is_no_html_stays(text: str) -> None:
    assert exact(text) == text


@pytest.mark.parametrize("joint", ["\u200b", "\u2060", "\ufeff"])
def test_signs_without_width_do_not_count(joint: str) -> None:
    assert exact(f"a{joint}b") == "ab"


def test_a_line_end_of_html_is_a_space() -> None:
    assert exact("a<br>b") == "a b"


# The loose form


def test_the_loose_form_has_no_capitals() -> None:
    folded = fold("Le CCEM, à Évry")
    assert (folded.exact.text, folded.loose.text) == ("Le CCEM, a Evry", "le ccem, a evry")


@pytest.mark.parametrize("text", ["Nations Unies", "Nations-Unies", "NATIONS\u00a0UNIES", "nations – unies"])
def test_a_dash_is_a_space_in_the_loose_form(text: str) -> None:
    assert loose(text) == "nation unie"


@pytest.mark.parametrize(
    ("singular", "plural"),
    [
        ("la convention", "la conventions"),
        ("conseil général", "conseil générals"),
        ("lieu", "lieux"),
        ("centre d’accueil", "centres d’accueils"),
        ("Directive", "DIRECTIVES"),
    ],
)
def test_a_plural_is_the_same_in_the_loose_form(singular: str, plural: str) -> None:
    assert loose(singular) == loose(plural)


@pytest.mark.parametrize("word", ["bus", "plus2", "us", "aux", "R. 316-7", "2010s"])
def test_what_is_too_short_to_be_a_plural_keeps_its_last_letter(word: str) -> None:
    assert loose(word) == word.lower().replace("-", " ")


def test_a_plural_counts_in_the_exact_form() -> None:
    assert exact("CHRSs") == "CHRSs"


def test_a_plural_belongs_to_its_word() -> None:
    form = fold("les Conventions, là").loose
    assert (form.text, form.end(len("les convention"))) == ("les convention, la", len("les Conventions"))


# Places


def test_several_spaces_are_one_and_the_rest_keeps_its_place() -> None:
    form = fold("a  b\n \u00a0c ").exact
    assert form.text == "a b c "
    assert origins(form) == [0, 1, 3, 4, 7, 8, 9]


def test_blank_lines_are_one_space() -> None:
    form = fold("a\n\n \n b").exact
    assert (form.text, origins(form)) == ("a b", [0, 1, 6, 7])


def test_a_text_whose_length_does_not_change_needs_no_table_of_places() -> None:
    assert fold("Été").exact.at is None


@pytest.mark.parametrize(
    ("text", "end"), [("Sé", 2), ("Se\u0301", 3), ("Sé  b", 2), ("Sé<sup>1</sup>", 2), ("Sé - b", 2)]
)
def test_the_end_of_a_stretch_is_after_its_last_letter_and_its_accents(text: str, end: int) -> None:
    assert fold(text).exact.end(2) == end


def test_what_a_pattern_takes_out_leaves_the_other_places() -> None:
    form = Form("abcd", "abcd", None).without(re.compile("b"))
    assert (form.text, origins(form)) == ("acd", [0, 2, 3, 4])


def test_taking_out_again_keeps_the_places_of_the_author() -> None:
    form = Form("abcd", "abcd", None).without(re.compile("b")).without(re.compile("c"))
    assert (form.text, origins(form)) == ("ad", [0, 3, 4])


def test_a_pattern_that_finds_nothing_changes_nothing() -> None:
    form = Form("abcd", "abcd", None)
    assert form.without(re.compile("x")) is form


# What always holds


@given(TEXTS)
def test_each_character_comes_from_its_place(text: str) -> None:
    form = fold(text).exact
    assert [exact(text[form.origin(position)]) for position in range(len(form.text))] == list(form.text)


@given(TEXTS)
def test_each_character_of_the_loose_form_comes_from_its_place(text: str) -> None:
    form = fold(text).loose
    apart = [loose(text[form.origin(position)]).casefold() for position in range(len(form.text))]
    assert apart == [char.casefold() for char in form.text]


@given(TEXTS)
def test_places_only_go_forward_and_end_with_the_text(text: str) -> None:
    folded = fold(text)
    for places in (origins(folded.exact), origins(folded.loose)):
        assert places == sorted(set(places))
        assert places[-1] == len(text)


@given(TEXTS)
def test_what_is_between_two_places_is_space_or_a_sign_that_does_not_count(text: str) -> None:
    skipped = set(range(len(text))) - set(origins(fold(text).exact))
    assert {text[place] for place in skipped if exact(text[place]) not in {"", " "}} == set()


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = exact(text)
    assert (exact(once), loose(once)) == (once, loose(text))


@given(TEXTS)
def test_the_loose_form_is_the_exact_one_but_for_capitals_dashes_and_plurals(text: str) -> None:
    folded = fold(text)
    assert set(origins(folded.loose)) <= set(origins(folded.exact))


@given(TEXTS)
def test_two_spaces_never_follow_each_other(text: str) -> None:
    assert "  " not in exact(text)


@pytest.mark.parametrize("text", ["a * b", "a \u0301 b", "a \u00ad b", "a <b> c</b>"])
def test_what_does_not_count_leaves_one_space(text: str) -> None:
    assert "  " not in exact(text)


def test_a_name_loses_the_spaces_around_it() -> None:
    assert fold_name("\u00a0 Hors  la Rue\n").exact.text == "Hors la Rue"


@given(TEXTS)
def test_a_name_is_the_same_however_its_accents_are_written(name: str) -> None:
    assert fold_name(unicodedata.normalize("NFD", name)) == fold_name(unicodedata.normalize("NFC", name))
