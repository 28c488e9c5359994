"""A text → the entries it names."""

import unicodedata
from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contrelatraite.languages import Language
from contrelatraite.references.dates import DateReader
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
    "text", ["CCEMs", "XCCEM", "CCEM2", "été1CCEM", "la directivesx sur la traite", "éADN", "ADNé"]
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


@pytest.mark.parametrize(
    "name",
    [
        "Comité\n\ncontre l’esclavage\n \n\nmoderne",
        "Comité contre l’<sup>esclavage</sup> moderne",
        "Comité contre l’escla\u00advage moderne",
    ],
)
def test_blank_lines_and_mark_up_within_a_name_do_not_count(name: str) -> None:
    assert found(f"Le {name}.") == [(name, "members:ccem")]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("les directives sur la traite", "legal:directive"),
        ("Amicales du Nid", "members:adn"),
        ("Équipe d’Action", "members:ea"),
        ("Équipes d’Actions", "members:ea"),
        ("DIRECTIVES SUR LA TRAITE", "legal:directive"),
    ],
)
def test_a_plural_is_the_same_name(text: str, target: str) -> None:
    assert [mention.target for mention in MATCHER.find(text)] == [target]


def test_a_mention_takes_the_plural_of_its_last_word() -> None:
    assert found("Les Amicales du Nids, là") == [("Amicales du Nids", "members:adn")]


def test_an_acronym_has_no_plural() -> None:
    assert found("Les CCEMs") == []


@pytest.mark.parametrize("text", ["Amicale-du-Nid", "directive – sur la traite", "Équipes-d’Action"])
def test_a_dash_is_a_space_in_a_name_in_words(text: str) -> None:
    assert [words for words, _ in found(text)] == [text]


@pytest.mark.parametrize("text", ["Comité contre **l’esclavage** moderne", "Comité *contre* l’esclavage moderne"])
def test_a_name_that_emphasis_cuts_is_no_mention(text: str) -> None:
    assert found(text) == []


def test_a_note_after_an_acronym_is_not_part_of_it() -> None:
    assert found("Le CCEM<sup>1</sup> et l’ADN²") == [("CCEM", "members:ccem"), ("ADN", "members:adn")]


def test_the_spaces_around_a_name_are_not_in_its_mention() -> None:
    assert MATCHER.find("a  CCEM  b") == [Mention(3, 7, ("members:ccem",))]


# Short acronyms, which are also words

SITE = Matcher(NameIndex([("institutions:onu", Name(name="UN")), ("members:ccem", Name(name="CCEM"))]), lambda _: ())


@pytest.mark.parametrize(
    "text",
    [
        "CRÉATION D’UN SITE INTERNET",
        "MISE EN PLACE D'UN GROUPE DE TRAVAIL",
        "UN SITE POUR LE COLLECTIF",
        "LE COLLECTIF OUVRE UN SITE",
    ],
)
def test_a_short_acronym_among_words_in_capitals_is_no_mention(text: str) -> None:
    assert SITE.find(text) == []


@pytest.mark.parametrize(
    "text", ["The UN General Assembly", "at the UN.", "UN", "UN, OSCE", "LA TRAITE and the UN body"]
)
def test_a_short_acronym_among_other_words_is_a_mention(text: str) -> None:
    assert targets(SITE, text, None) == ["institutions:onu"]


@pytest.mark.parametrize("text", ["the un, d’un site, d’Un site", "lUN", "UNE"])
def test_a_word_is_not_the_acronym_that_it_looks_like(text: str) -> None:
    assert SITE.find(text) == []


def test_a_longer_acronym_among_words_in_capitals_is_a_mention() -> None:
    assert targets(SITE, "CRÉATION DU SITE DU CCEM EN LIGNE", None) == ["members:ccem"]


@pytest.mark.parametrize("joint", [", ", " – ", " / ", " ; ", "\n- "])
def test_a_short_acronym_in_a_list_of_acronyms_is_a_mention(joint: str) -> None:
    text = joint.join(["ACPE", "CCEM", "FEP", "UN", "AFJ", "OICEM"])
    assert targets(SITE, text, None) == ["members:ccem", "institutions:onu"]


# A body within another

WITHIN = Matcher(
    NameIndex(
        [
            ("institutions:miprof", Name(name="MIPROF")),
            ("institutions:miprof", Name(name="Miprof")),
            ("institutions:comite", Name(name="Comité d’orientation de la MIPROF")),
            ("institutions:comite", Name(name="Steering Committee of MIPROF")),
        ],
        {"institutions:comite": ("MIPROF",)},
    ),
    lambda _: (),
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Le Comité d’orientation de la MIPROF.", ["Comité d’orientation", "MIPROF"]),
        ("Le comité d'orientation\nde la Miprof.", ["comité d'orientation", "Miprof"]),
        ("The Steering Committee of MIPROF.", ["Steering Committee", "MIPROF"]),
    ],
)
def test_a_body_named_with_its_parent_leaves_the_parent_its_own_name(text: str, words: list[str]) -> None:
    found = WITHIN.find(text)
    assert [(text[m.start : m.end], m.target) for m in found] == [
        (words[0], "institutions:comite"),
        (words[1], "institutions:miprof"),
    ]


def test_a_body_that_needs_its_parents_name_is_not_found_without_it() -> None:
    assert WITHIN.find("Un comité d’orientation") == []


# Two meanings


def test_a_name_with_two_meanings_leads_nowhere_and_tells_both() -> None:
    (mention,) = MATCHER.find("Le GRETA.")
    assert (mention.keys, mention.target) == (("institutions:greta", "institutions:greta-emploi"), None)


def test_a_text_called_by_two_labels_is_one_text() -> None:
    names = [Name(name="circulaire du 19 mai 2015"), Name(name="instruction du 19 mai 2015")]
    matcher = Matcher(NameIndex(("legal:instruction", name) for name in names), lambda _: ())
    text = "La circulaire du 19 mai 2015, c’est-à-dire l’instruction du 19\u00a0mai\n2015."
    assert targets(matcher, text, None) == ["legal:instruction", "legal:instruction"]


def test_a_label_that_two_entries_share_is_one_meaning_when_it_is_the_same_entry() -> None:
    names = [Name(name="Circulaire du 19 mai 2015"), Name(name="circulaire du 19 mai 2015")]
    matcher = Matcher(NameIndex(("legal:instruction", name) for name in names), lambda _: ())
    assert targets(matcher, "La circulaire du 19 mai 2015.", None) == ["legal:instruction"]


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


@pytest.mark.parametrize(
    "words",
    [
        "Article 8 of the directive 2011/36/UE",
        "article 8 of directive 2011/36/UE",
        "Article 11(2) of directive 2011/36/UE",
        "Article 11 (2) of the directive 2011/36/UE",
        "Article 11, paragraph 2, of directive 2011/36/UE",
        "ARTICLE 11 OF DIRECTIVE 2011/36/UE",
    ],
)
def test_an_article_is_found_in_english(words: str) -> None:
    number = "8" if " 8 " in words else "11"
    assert found(words) == [(words, f"legal:directive#article-{number}")]


@pytest.mark.parametrize(
    "text",
    [
        "L’article 9 de la directive sur la traite",
        "L’article 8 puis la directive sur la traite",
        "Une particle 8 de la directive sur la traite",
        "L’article 80 de la directive sur la traite",
    ],
)
def test_an_article_that_its_text_does_not_have_here_leaves_the_text(text: str) -> None:
    assert found(text) == [("directive sur la traite", "legal:directive")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Les articles 8 et 11 de la directive sur la traite",
            [("8", "article-8"), ("11 de la directive sur la traite", "article-11")],
        ),
        (
            "Les articles 8, 10 et 11 de la directive sur la traite",
            [("8", "article-8"), ("11 de la directive sur la traite", "article-11")],
        ),
        (
            "Articles 8 and 11 of directive 2011/36/UE",
            [("8", "article-8"), ("11 of directive 2011/36/UE", "article-11")],
        ),
    ],
)
def test_each_of_several_articles_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == [(words, f"legal:directive#{anchor}") for words, anchor in expected]


@pytest.mark.parametrize(
    "words",
    [
        "directive sur la traite, article 8",
        "directive sur la traite (article 8)",
        "directive 2011/36/UE, art. 8",
        "directive 2011/36/UE, Article 8(1)",
    ],
)
def test_an_article_after_its_text_is_found_too(words: str) -> None:
    assert found(f"Voir la {words}.") == [(words, "legal:directive#article-8")]


@pytest.mark.parametrize(
    "text",
    [
        "La directive sur la traite, article 8 du code pénal.",
        "La directive sur la traite, article 8 de la loi.",
        "The directive 2011/36/UE, Article 8 of the code.",
        "La directive sur la traite (article 9).",
    ],
)
def test_an_article_of_another_text_is_not_taken_by_the_one_before(text: str) -> None:
    assert [target for _, target in found(text)] == ["legal:directive"]


def test_an_article_between_two_texts_belongs_to_the_one_that_it_is_of() -> None:
    assert [target for _, target in found("La directive sur la traite, article 8 de la directive 2011/36/UE.")] == [
        "legal:directive",
        "legal:directive#article-8",
    ]


def test_an_article_after_its_text_is_not_taken_from_a_phrase_to_leave_alone() -> None:
    assert found("La directive sur la traite, article 8.", "article 8") == [
        ("directive sur la traite", "legal:directive")
    ]


def test_an_article_is_not_taken_from_the_mention_before() -> None:
    assert found("Le protocole, article 8 de la directive sur la traite.") == [
        ("protocole, article 8", "legal:protocole"),
        ("directive sur la traite", "legal:directive"),
    ]


def test_an_article_is_not_taken_from_a_phrase_to_leave_alone() -> None:
    assert found("L’article 8 de la directive sur la traite.", "article 8 de la") == [
        ("directive sur la traite", "legal:directive")
    ]


@pytest.mark.parametrize(
    ("words", "target"),
    [
        ("article 225-4-1 du code pénal", "legal:code-penal-225-4-1"),
        ("article\u00a0225‑4‑1 du Code pénal", "legal:code-penal-225-4-1"),
        ("Article 225-4-1 of the Criminal Code", "legal:code-penal-225-4-1"),
        ("article R. 316-7 du CESEDA", "legal:ceseda-r316-7"),
        ("Article R. 316-7 of CESEDA", "legal:ceseda-r316-7"),
    ],
)
def test_an_article_of_a_code_leads_to_its_own_entry(words: str, target: str) -> None:
    names = {
        "legal:code-penal-225-4-1": ["article 225-4-1 du code pénal", "Article 225-4-1 of the Criminal Code"],
        "legal:code-penal-225-14-1": ["article 225-14-1 du code pénal"],
        "legal:ceseda-r316-7": ["article R. 316-7 du CESEDA", "Article R. 316-7 of CESEDA"],
    }
    matcher = Matcher(NameIndex((key, Name(name=name)) for key, row in names.items() for name in row), lambda _: ())
    text = f"Voir l’{words} ici"
    assert [(text[m.start : m.end], m.target) for m in matcher.find(text)] == [(words, target)]


@pytest.mark.parametrize(
    "text", ["article 225-4-10 du code pénal", "article 225-4 du code pénal", "article 1225-4-1 du code pénal"]
)
def test_another_article_of_the_same_code_is_no_mention(text: str) -> None:
    names = [
        ("legal:code-penal-225-4-1", Name(name=name))
        for name in ("article 225-4-1 du code pénal", "225-4-1 du code pénal")
    ]
    assert Matcher(NameIndex(names), lambda _: ()).find(text) == []


# Meetings


@pytest.fixture(scope="module")
def meetings(languages: Mapping[str, Language]) -> Matcher:
    """Know three meetings, a circular and MIPROF."""
    return Matcher(
        NameIndex(
            [
                ("legal:circulaire", Name(name="circulaire du 4 juin 2013")),
                ("legal:circulaire", Name(name="circular of 4 June 2013")),
                ("institutions:miprof", Name(name="MIPROF")),
            ]
        ),
        lambda _: (),
        DateReader(languages.values()),
        {
            date(2013, 6, 4): ("minutes:2013-06-04",),
            date(2013, 6, 21): ("events:reunion-2013-06-21",),
            date(2014, 1, 31): ("events:reunion-2014-01-31",),
            date(2014, 9, 29): ("minutes:2014-09-29",),
        },
    )


def met(matcher: Matcher, text: str, day: date | None = None) -> list[tuple[str, str | None]]:
    """Give the words of each mention of a text of that day, and what it leads to."""
    return [(text[m.start : m.end], m.target) for m in matcher.find(text, day)]


@pytest.mark.parametrize(
    "words",
    [
        "réunion du 29 septembre 2014",
        "Réunion du lundi 29 septembre 2014",
        "RÉUNION DU 29 SEPTEMBRE 2014",
        "réunion plénière du 29 septembre 2014",
        "réunion du Collectif du 29 septembre 2014",
        "prochaine réunion du 29 septembre 2014",
        "réunion a eu lieu le 29 septembre 2014",
        "réunion\n\ndu 29\u00a0septembre\n2014",
        "rencontre du 29 septembre 2014",
        "plénière du 29 septembre 2014",
        "séance du 29 septembre 2014",
        "compte rendu du 29 septembre 2014",
        "compte-rendu du 29 septembre 2014",
        "prochaine réunion : lundi 29 septembre 2014",
        "réunion est fixée au 29 septembre 2014",
        "meeting of 29 September 2014",
        "meeting on 29 September 2014",
        "meeting held on Monday 29 September 2014",
        "meeting of the Collective on 29 September 2014",
        "plenary of 29 September 2014",
        "minutes of 29 September 2014",
        "next meeting: 29 September 2014",
        "29 September 2014 meeting",
    ],
)
def test_a_date_is_a_meeting_where_the_words_say_so(meetings: Matcher, words: str) -> None:
    assert [target for _, target in met(meetings, f"Voir la {words}, ici.")] == ["minutes:2014-09-29"]


def test_the_mention_of_a_meeting_takes_in_the_words_that_say_so(meetings: Matcher) -> None:
    assert met(meetings, "À la réunion du lundi 29 septembre 2014, rien.") == [
        ("réunion du lundi 29 septembre 2014", "minutes:2014-09-29")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "le 29 septembre 2014",
        "29 September 2014",
        "Signé le 29 septembre 2014",
        "la lettre du 29 septembre 2014",
        "le rapport remis le 29 septembre 2014",
        "La réunion fut longue. Le 29 septembre 2014, rien.",
        "une désunion du 29 septembre 2014",
        "the law of 29 September 2014",
        "after the meeting, a letter of 29 September 2014",
        "la réunion du 30 septembre 2014",
        "la réunion du 29 septembre 2015",
    ],
)
def test_a_date_is_no_meeting_where_the_words_do_not_say_so(meetings: Matcher, text: str) -> None:
    assert met(meetings, text, date(2014, 1, 1)) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("La circulaire du 4 juin 2013 est là.", "circulaire du 4 juin 2013"),
        ("The circular of 4 June 2013 is there.", "circular of 4 June 2013"),
    ],
)
def test_the_day_of_a_meeting_may_be_that_of_a_circular(meetings: Matcher, text: str, words: str) -> None:
    assert met(meetings, text) == [(words, "legal:circulaire")]


@pytest.mark.parametrize(
    "text",
    [
        "La réunion avec la MIPROF du 4 juin 2013.",
        "La réunion de la MIPROF, le 4 juin 2013.",
        "The meeting with MIPROF on 4 June 2013.",
        "A MIPROF meeting on 4 June 2013.",
    ],
)
def test_a_meeting_with_another_body_is_not_the_collectives(meetings: Matcher, text: str) -> None:
    assert met(meetings, text) == [("MIPROF", "institutions:miprof")]


@pytest.mark.parametrize(
    ("text", "day", "target"),
    [
        ("La réunion du 21 juin.", date(2013, 6, 4), "events:reunion-2013-06-21"),
        ("The meeting on 21 June.", date(2013, 6, 4), "events:reunion-2013-06-21"),
        ("La prochaine réunion du 31 janvier.", date(2014, 1, 27), "events:reunion-2014-01-31"),
    ],
)
def test_the_year_of_a_meeting_is_that_of_its_context(meetings: Matcher, text: str, day: date, target: str) -> None:
    assert targets(meetings, text, day) == [target]


def test_a_meeting_announced_in_december_for_january_is_that_of_the_next_year(meetings: Matcher) -> None:
    assert targets(meetings, "La prochaine réunion du 31 janvier.", date(2013, 12, 10)) == ["events:reunion-2014-01-31"]


@pytest.mark.parametrize("day", [None, date(2016, 6, 4)])
def test_a_meeting_of_a_year_that_nothing_says_is_no_mention(meetings: Matcher, day: date | None) -> None:
    assert met(meetings, "La réunion du 21 juin.", day) == []


def test_a_text_without_a_day_speaks_from_its_first_date(meetings: Matcher) -> None:
    text = "Paris, le 4 juin 2013\n\nLa réunion du 21 juin."
    assert [m.target for m in meetings.find_undated(text)] == ["events:reunion-2013-06-21"]


def test_two_meetings_of_one_day_are_two_meanings(languages: Mapping[str, Language]) -> None:
    rows = {date(2013, 6, 4): ("minutes:a", "minutes:b")}
    matcher = Matcher(NameIndex([]), lambda _: (), DateReader(languages.values()), rows)
    (mention,) = matcher.find("La réunion du 4 juin 2013.")
    assert (mention.keys, mention.target) == (("minutes:a", "minutes:b"), None)


def test_a_meeting_in_a_phrase_to_leave_alone_is_no_mention(meetings: Matcher) -> None:
    assert meetings.find("La réunion du 4 juin 2013.", None, ("réunion du 4 juin",)) == []


# Measures

PLANS = {"legal:plan": ("mesure-1", "mesure-3"), "legal:draft": ("mesure-1", "mesure-9"), "legal:other": ("mesure-3",)}
ADOPTED = date(2014, 5, 14)


def measured(key: str, day: date | None) -> str | None:
    """Give the text whose measures a text of that day means: before its adoption, that of the plan is its draft."""
    if key not in PLANS:
        return None
    return "legal:draft" if key == "legal:plan" and day is not None and day < ADOPTED else key


PLANNED = Matcher(
    NameIndex(
        (key, Name(name=name))
        for key, name in [
            ("legal:plan", "plan national"),
            ("legal:plan", "national plan"),
            ("legal:draft", "projet de plan national"),
            ("legal:draft", "draft national plan"),
            ("legal:other", "plan de l’Union"),
            ("legal:code", "code pénal"),
            ("legal:title", "plan de la mesure 3"),
        ]
    ),
    lambda key: PLANS.get(key, ()),
    measured=measured,
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Le plan national. La mesure 3.", "mesure 3"),
        ("Le plan national. La Mesure n° 3.", "Mesure n° 3"),
        ("Le plan national. MESURE 3", "MESURE 3"),
        ("Le plan national. La mesure\u00a003.", "mesure\u00a003"),
        ("The national plan. Measure 3.", "Measure 3"),
        ("The national plan. Measure No. 3.", "Measure No. 3"),
        ("La mesure 3 du plan national.", "mesure 3"),
    ],
)
def test_a_measure_belongs_to_the_plan_that_the_text_names(text: str, words: str) -> None:
    found = {text[m.start : m.end]: m.target for m in PLANNED.find(text)}
    assert found.get(words) == "legal:plan#mesure-3"


def test_a_measure_belongs_to_the_plan_named_last() -> None:
    text = "Le plan national : mesure 3. Le plan de l’Union : mesure 3. Le plan national : mesure 3."
    assert targets(PLANNED, text, None)[1::2] == [
        "legal:plan#mesure-3",
        "legal:other#mesure-3",
        "legal:plan#mesure-3",
    ]


def test_a_measure_before_any_plan_belongs_to_the_first_one_named() -> None:
    assert targets(PLANNED, "Mesure 3. Le plan national, le plan de l’Union.", None)[0] == "legal:plan#mesure-3"


@pytest.mark.parametrize(
    ("day", "target"),
    [
        (date(2014, 1, 27), "legal:draft#mesure-1"),
        (date(2014, 5, 14), "legal:plan#mesure-1"),
        (None, "legal:plan#mesure-1"),
    ],
)
def test_a_measure_is_that_of_the_draft_before_the_plan_is_adopted(day: date | None, target: str) -> None:
    assert targets(PLANNED, "Le plan national, mesure 1.", day)[1] == target


@pytest.mark.parametrize("text", ["Le projet de plan national, mesure 1.", "The draft national plan, measure 1."])
def test_a_draft_is_never_the_adopted_plan(text: str) -> None:
    assert targets(PLANNED, text, date(2018, 1, 1)) == ["legal:draft", "legal:draft#mesure-1"]


@pytest.mark.parametrize("text", ["Le projet de plan de l’Union.", "The draft plan de l’Union."])
def test_the_draft_of_a_plan_that_has_none_here_is_not_the_plan(text: str) -> None:
    assert targets(PLANNED, text, date(2018, 1, 1)) == []


@pytest.mark.parametrize(
    "text",
    [
        "La mesure 3.",
        "Le code pénal. La mesure 3.",
        "Le plan national : la mesure 9.",
        "Le plan national : la mesure 31.",
        "Le plan national : la mesure 3,5.",
        "Le plan national : une mesure, 3 fois.",
        "Le plan national : les mesurettes 3.",
    ],
)
def test_what_is_no_measure_of_a_plan_is_no_mention(text: str) -> None:
    assert [m.target for m in PLANNED.find(text) if m.anchor] == []


def test_a_measure_within_another_name_is_no_mention() -> None:
    assert targets(PLANNED, "Le plan national et le plan de la mesure 3.", None) == ["legal:plan", "legal:title"]


def test_a_measure_in_a_phrase_to_leave_alone_is_no_mention() -> None:
    found = PLANNED.find("Le plan national : la mesure 3.", None, ("la mesure 3",))
    assert [m.target for m in found] == ["legal:plan"]


def test_mentions_and_measures_come_in_order() -> None:
    text = "La mesure 1, le plan national, la mesure 3, le code pénal."
    assert targets(PLANNED, text, None) == ["legal:plan#mesure-1", "legal:plan", "legal:plan#mesure-3", "legal:code"]


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


# Phrases in which nothing is a mention


@pytest.mark.parametrize(
    ("ignored", "expected"),
    [
        (("cote CCEM",), ["ADN", "CCEM"]),
        (("cote CCEM", "CCEM a"), ["ADN", "CCEM"]),  # they overlap
        (("CCEM",), ["ADN"]),
        (("ADN", "zz"), ["CCEM", "CCEM"]),
        ((), ["ADN", "CCEM", "CCEM"]),
    ],
)
def test_a_phrase_hides_the_names_within_it_and_no_other(ignored: tuple[str, ...], expected: list[str]) -> None:
    assert [words for words, _ in found("ADN, cote CCEM a CCEM", *ignored)] == expected


def test_an_article_is_not_taken_from_a_phrase_that_is_ignored() -> None:
    assert found("article 8 de la directive 2011/36/UE", "article 8 de la") == [
        ("directive 2011/36/UE", "legal:directive")
    ]
