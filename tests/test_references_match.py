"""A text → the entries it names."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contrelatraite.references.match import Matcher, Mention
from contrelatraite.references.names import NameIndex
from contrelatraite.schema.fields import Name

NAMES: dict[str, list[str]] = {
    "members:ccem": ["CCEM", "Comité contre l’esclavage moderne"],
    "members:adn": ["ADN", "Amicale du Nid", "Amicale du Nid – Paris"],
    "members:nid": ["Mouvement du Nid", "le Nid"],
    "members:ea": ["Équipes d’Action"],
    "institutions:greta": ["GRETA"],
    "institutions:greta-emploi": ["GRETA"],
    "legal:directive": ["directive 2011/36/UE", "directive sur la traite"],
    "legal:convention": ["convention de Varsovie"],
    "legal:protocole": ["protocole, article 8"],
}
ANCHORS = {"legal:directive": ("article-8", "article-11"), "legal:convention": ("article-10",)}
MATCHER = Matcher(
    NameIndex((key, Name(name=name)) for key, row in NAMES.items() for name in row), lambda key: ANCHORS.get(key, ())
)


def found(text: str, *ignored: str) -> list[tuple[str, str | None]]:
    """Give the words of each mention of a text, and what it leads to."""
    return [(text[m.start : m.end], m.target) for m in MATCHER.find(text, None, ignored)]


def targets(matcher: Matcher, text: str, day: date | None) -> list[str | None]:
    """Give what the mentions of a text of that day lead to."""
    return [mention.target for mention in matcher.find(text, day)]


def test_a_name_is_found_where_it_stands() -> None:
    assert MATCHER.find("Le CCEM est là.") == [Mention(3, 7, ("members:ccem",))]


def test_a_text_that_names_nothing_has_no_mention() -> None:
    assert found("Rien ni personne.") == []


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_an_empty_text_has_no_mention(text: str) -> None:
    assert found(text) == []


def test_the_mentions_of_a_text_come_in_order() -> None:
    assert found("L’ADN, le CCEM et l’ADN.") == [
        ("ADN", "members:adn"),
        ("CCEM", "members:ccem"),
        ("ADN", "members:adn"),
    ]


# Whole words, longest first


@pytest.mark.parametrize(
    "text", ["CCEMs", "XCCEM", "CCEM2", "été1CCEM", "les directives sur la traite", "éADN", "ADNé"]
)
def test_a_name_inside_a_word_is_no_mention(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", ["CCEM", "(CCEM)", "l’CCEM,", "« CCEM »", "CCEM/x", "-CCEM-", "*CCEM*", "\0CCEM\0"])
def test_a_name_between_signs_is_a_mention(text: str) -> None:
    assert found(text) == [("CCEM", "members:ccem")]


def test_the_longest_of_the_names_that_begin_together_is_taken() -> None:
    assert found("Amicale du Nid – Paris") == [("Amicale du Nid – Paris", "members:adn")]


def test_a_name_within_a_longer_one_is_no_mention() -> None:
    assert found("Le Mouvement du Nid, le Nid.") == [("Mouvement du Nid", "members:nid"), ("le Nid", "members:nid")]


def test_a_longer_name_that_is_cut_leaves_the_shorter_one() -> None:
    assert found("Amicale du Nid – Parisienne") == [("Amicale du Nid", "members:adn")]


# Case and typographic variants


def test_an_acronym_keeps_its_case() -> None:
    assert found("l’adn, l’Adn") == []


@pytest.mark.parametrize("text", ["amicale du nid", "AMICALE DU NID", "L’amicale du Nid"])
def test_another_name_does_not(text: str) -> None:
    assert [target for _, target in found(text)] == ["members:adn"]


@pytest.mark.parametrize(
    "name",
    [
        "Comité contre l'esclavage moderne",
        "Comité contre l‘esclavage moderne",
        "Comité contre l’esclavage\u00a0moderne",
        "Comité contre l’esclavage\u202fmoderne",
        "Comité contre\nl’esclavage moderne",
        "Comité  contre \n l’esclavage moderne",
        "Comite contre l’esclavage moderne",
        "COMITÉ CONTRE L’ESCLAVAGE MODERNE",
        "COMITE CONTRE L’ESCLAVAGE MODERNE",
    ],
)
def test_typographic_variants_are_the_same_name_and_keep_the_authors_characters(name: str) -> None:
    assert found(f"Le {name}.") == [(name, "members:ccem")]


@pytest.mark.parametrize("name", ["Equipes d’Action", "équipes d'action", "ÉQUIPES D’ACTION"])
def test_accents_on_capitals_do_not_count(name: str) -> None:
    assert found(f"Les {name}.") == [(name, "members:ea")]


@pytest.mark.parametrize("dash", "-\u2010\u2011\u2012\u2013\u2014")
def test_dashes_are_the_same(dash: str) -> None:
    assert found(f"Amicale du Nid {dash} Paris.") == [(f"Amicale du Nid {dash} Paris", "members:adn")]


@pytest.mark.parametrize("name", ["Équipes d’Action", "Comité contre l’esclavage moderne"])
def test_a_name_whose_accents_are_written_apart_is_the_same(name: str) -> None:
    apart = unicodedata.normalize("NFD", name)
    assert [words for words, _ in found(f"Les {apart}.")] == [apart]


def test_a_mention_takes_the_accent_written_apart_on_its_last_letter() -> None:
    matcher = Matcher(NameIndex([("institutions:ac-se", Name(name="Ac.Sé"))]), lambda _: ())
    text = unicodedata.normalize("NFD", "Le dispositif Ac.Sé aide.")
    assert [text[m.start : m.end] for m in matcher.find(text)] == [unicodedata.normalize("NFD", "Ac.Sé")]


def test_the_spaces_around_a_name_are_not_in_its_mention() -> None:
    assert MATCHER.find("a  CCEM  b") == [Mention(3, 7, ("members:ccem",))]


# Two meanings


def test_a_name_with_two_meanings_leads_nowhere_and_tells_both() -> None:
    (mention,) = MATCHER.find("Le GRETA.")
    assert (mention.keys, mention.target) == (("institutions:greta", "institutions:greta-emploi"), None)


# Names and their days


DATED = Matcher(
    NameIndex(
        [
            ("institutions:office", Name.model_validate({"name": "Office", "until": "2010-12-31"})),
            ("institutions:agence", Name.model_validate({"name": "Office", "from": "2011-01-01"})),
        ]
    ),
    lambda _: (),
)


@pytest.mark.parametrize(
    ("day", "target"),
    [
        (date(2009, 1, 1), "institutions:office"),
        (date(2010, 12, 31), "institutions:office"),
        (date(2011, 1, 1), "institutions:agence"),
        (None, "institutions:agence"),
    ],
)
def test_a_name_is_taken_as_it_was_on_the_day_of_the_text(day: date | None, target: str) -> None:
    assert targets(DATED, "L’Office.", day) == [target]


def test_a_name_that_nobody_held_that_day_is_no_mention() -> None:
    matcher = Matcher(
        NameIndex([("a:b", Name.model_validate({"name": "Office", "until": "2010-12-31"}))]), lambda _: ()
    )
    assert matcher.find("L’Office.", date(2011, 1, 1)) == []


def test_a_longer_name_that_nobody_held_that_day_leaves_the_shorter_one() -> None:
    names = [
        ("a:b", Name(name="Office")),
        ("c:d", Name.model_validate({"name": "Office central", "until": "2010-12-31"})),
    ]
    assert targets(Matcher(NameIndex(names), lambda _: ()), "L’Office central.", date(2011, 1, 1)) == ["a:b"]


# Articles


@pytest.mark.parametrize(
    "words",
    [
        "article 8 de la directive sur la traite",
        "Article 8 de la directive 2011/36/UE",
        "l’article 8 de la directive sur la traite",
        "art. 8 de la directive sur la traite",
        "article 8, paragraphe 2, de la directive sur la traite",
        "article 8, § 2, de la directive sur la traite",
        "article 8(1) de la directive sur la traite",
        "article\u00a08 de la\ndirective sur la traite",
    ],
)
def test_an_article_is_found_in_its_text(words: str) -> None:
    mentioned = words.removeprefix("l’")
    assert found(f"Voir {words}.") == [(mentioned, "legal:directive#article-8")]


@pytest.mark.parametrize("words", ["Article 8 of the directive 2011/36/UE", "article 8 of directive 2011/36/UE"])
def test_an_article_is_found_in_english(words: str) -> None:
    assert found(words) == [(words, "legal:directive#article-8")]


@pytest.mark.parametrize(
    "text",
    [
        "L’article 9 de la directive sur la traite",
        "Les articles 8 et 11 de la directive sur la traite",
        "L’article 8 puis la directive sur la traite",
        "Une particle 8 de la directive sur la traite",
        "L’article 80 de la directive sur la traite",
    ],
)
def test_an_article_that_its_text_does_not_have_here_leaves_the_text(text: str) -> None:
    assert found(text) == [("directive sur la traite", "legal:directive")]


def test_an_article_is_not_taken_from_the_mention_before() -> None:
    assert found("Le protocole, article 8 de la directive sur la traite.") == [
        ("protocole, article 8", "legal:protocole"),
        ("directive sur la traite", "legal:directive"),
    ]


def test_an_article_is_not_taken_from_a_phrase_to_leave_alone() -> None:
    assert found("L’article 8 de la directive sur la traite.", "article 8 de la") == [
        ("directive sur la traite", "legal:directive")
    ]


# Phrases to leave alone


@pytest.mark.parametrize("phrase", ["CCEM", "ccem", "Le  CCEM", "le\u00a0CCEM", "CCEM est"])
def test_nothing_is_a_mention_in_a_phrase_to_leave_alone(phrase: str) -> None:
    assert found("Le CCEM est là. L’ADN aussi.", phrase) == [("ADN", "members:adn")]


def test_a_phrase_is_left_alone_everywhere() -> None:
    assert found("CCEM, CCEM", "CCEM") == []


def test_a_phrase_that_cuts_a_name_leaves_no_part_of_it() -> None:
    assert found("Amicale du Nid – Paris", "Nid – Paris") == []


def test_a_phrase_that_is_not_there_changes_nothing() -> None:
    assert found("Le CCEM.", "autre chose") == [("CCEM", "members:ccem")]


# What always holds

WORDS = [name for row in NAMES.values() for name in row]
TEXTS = st.lists(
    st.sampled_from(
        [
            *WORDS,
            "article 8 de la directive sur la traite",
            "article 8 de la ",
            "art. 10, de la ",
            " ",
            "  ",
            "\n",
            ", ",
            "é",
            "x",
            "\0",
            "’",
            "E\u0301",
        ]
    )
).map("".join)


@given(TEXTS)
def test_mentions_stand_in_order_and_never_overlap(text: str) -> None:
    ends = [0]
    for mention in MATCHER.find(text):
        assert ends[-1] <= mention.start < mention.end <= len(text)
        ends.append(mention.end)


@given(TEXTS, st.sampled_from(["CCEM", "article 8", "du Nid", "la "]))
def test_no_mention_touches_a_phrase_to_leave_alone(text: str, phrase: str) -> None:
    for mention in MATCHER.find(text, None, (phrase,)):
        assert phrase.lower() not in text[mention.start : mention.end].lower()


@given(TEXTS)
def test_a_mention_begins_and_ends_with_its_own_words(text: str) -> None:
    for mention in MATCHER.find(text):
        words = text[mention.start : mention.end]
        assert words == words.strip()


@given(TEXTS)
def test_a_text_is_found_the_same_again(text: str) -> None:
    assert MATCHER.find(text) == MATCHER.find(text)
