"""The cross-links of four invented minutes, annotated by hand: none may be lost or added unseen.

The texts in `corpus` imitate minutes of a coalition and name entries of the real content. When a change to the
matcher or to the content finds what was missed, take it off `MISSED`.
"""

from pathlib import Path

import pytest

from contrelatraite.reading.body import Body
from contrelatraite.references.listing import Listed, Text, list_references
from contrelatraite.references.match import Matcher
from contrelatraite.site import Site
from tests.scorer import MEETING, Annotation, Link, Score, annotations_of, links_of, score

CORPUS = Path(__file__).parent / "corpus"
NAMES = ["lecture-du-projet.fr", "reunion-hiver.fr", "spring-meeting.en", "working-session.en"]
PRECISION, RECALL = 0.99, 0.97

# What the matcher does not find yet: the words, and what they name.
MISSED: dict[str, list[tuple[str, str]]] = {
    "lecture-du-projet.fr": [("articles 225-4-1", "code-penal-225-4-1")],
}


def words(name: str) -> str:
    """Give a text of the corpus."""
    return (CORPUS / f"{name}.txt").read_text("utf-8")


def annotations(name: str) -> list[Annotation]:
    """Give the annotations of a text of the corpus."""
    return annotations_of(CORPUS / f"{name}.yaml")


def measured(name: str, matcher: Matcher) -> Score:
    """Judge the links of a text of the corpus, found as the command finds them in a file."""
    text = words(name)
    listed = list_references(Text(name, Body(text, plain=True), 1, matcher.find_undated))
    return score(annotations(name), links_of(text, listed))


@pytest.mark.parametrize("name", NAMES)
def test_the_links_of_a_text_are_right(name: str, real_matcher: Matcher) -> None:
    assert measured(name, real_matcher).precision >= PRECISION


@pytest.mark.parametrize("name", NAMES)
def test_the_names_of_a_text_are_found(name: str, real_matcher: Matcher) -> None:
    assert measured(name, real_matcher).recall >= RECALL


@pytest.mark.parametrize("name", NAMES)
def test_no_link_of_a_text_is_wrong(name: str, real_matcher: Matcher) -> None:
    text = words(name)
    assert [(text[link.start : link.end], link.target) for link in measured(name, real_matcher).wrong] == []


@pytest.mark.parametrize("name", NAMES)
def test_only_what_is_known_to_be_hard_is_missed(name: str, real_matcher: Matcher) -> None:
    assert [(a.text, a.target) for a in measured(name, real_matcher).missed] == MISSED.get(name, [])


# Single sentences: one rule each, with the names of the real content

SENTENCES = [
    ("Voir l’article 8 de la directive 2011/36/UE.", ["legal:directive-2011-36-ue#article-8"]),
    ("See Article 11(2) of Directive 2011/36/EU.", ["legal:directive-2011-36-ue#article-11"]),
    ("L’article 225-4-1 du code pénal.", ["legal:code-penal-225-4-1"]),
    ("L'art. R. 316-7 du CESEDA.", ["legal:ceseda-r316-7"]),
    ("La circulaire du 31 mai 2013.", ["legal:circulaire-2013-05-31-mie"]),
    ("Le 31 mai 2013, rien.", []),
    ("L’instruction du 19 mai 2015.", ["legal:instruction-2015-05-19-sejour"]),
    ("La circulaire du 19 mai 2015.", ["legal:instruction-2015-05-19-sejour"]),
    ("La Convention de 1949.", ["legal:convention-onu-1949"]),
    ("The 1949 Convention.", ["legal:convention-onu-1949"]),
    ("Réunis le 4 juin 2013 : le rapport du GRETA.", ["legal:greta-france-2013"]),
    ("Réunis le 5 juillet 2018 : le rapport du GRETA.", ["legal:greta-france-2017"]),
    ("On 1 March 2023, the GRETA report.", ["legal:greta-france-2022"]),
    ("Le 4 juin 2012, le rapport du GRETA.", ["institutions:greta"]),
    ("Le 4 juin 2013. La réunion du 21 juin.", ["events:reunion-2013-06-21"]),
    ("At the meeting of 29 September 2014.", ["minutes:2014-09-29"]),
    ("Dated 29 September 2014.", []),
    ("Le 10 juin 2013, réunion avec la MIPROF le 4 juin 2013.", ["institutions:miprof"]),
    (
        "Le 1er février 2014, le plan national 2014-2016 : mesure 9.",
        [
            "legal:plan-national-2014-2016",
            "legal:plan-2014-2016-projet#mesure-9",
        ],
    ),
    ("Au Secours\nCatholique, 106 rue du Bac.", ["members:secours-catholique"]),
    (
        "Le 1<sup>er</sup> plan de lutte contre la traite des êtres humains 2014-2016.",
        ["legal:plan-national-2014-2016"],
    ),
    ("L’Union européenne, la République française, l’ONU.", []),
    ("Le Comité d’orientation de la MIPROF.", ["institutions:comite-orientation-miprof", "institutions:miprof"]),
]


@pytest.mark.parametrize(("sentence", "targets"), SENTENCES, ids=[sentence for sentence, _ in SENTENCES])
def test_a_sentence_names_what_its_words_say(sentence: str, targets: list[str], real_matcher: Matcher) -> None:
    assert [mention.target for mention in real_matcher.find_undated(sentence)] == targets


# The annotations are right by themselves


def existing(site: Site) -> set[str]:
    """Give every target that an annotation may name: an entry, one of its sections, a meeting by its day."""
    found = {entry.id for entry in site}
    found |= {f"{entry.id}-{anchor}" for entry in site for v in entry.versions.values() for anchor in v.body.anchors}
    return found | {MEETING + entry.id for entry in site.of("minutes")}


def test_every_text_of_the_corpus_is_measured() -> None:
    assert sorted(path.stem for path in CORPUS.glob("*.txt")) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_every_annotated_stretch_has_the_words_that_its_annotation_says(name: str) -> None:
    text = words(name)
    assert [a.text for a in annotations(name) if " ".join(text[a.start : a.end].split()) != a.text] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_annotated_stretch_is_empty_or_begins_or_ends_with_a_space(name: str) -> None:
    stretches = [words(name)[a.start : a.end] for a in annotations(name)]
    assert [stretch for stretch in stretches if not stretch or stretch != stretch.strip()] == []


@pytest.mark.parametrize("name", NAMES)
def test_annotated_stretches_come_in_order_and_never_overlap(name: str) -> None:
    places = [place for a in annotations(name) for place in (a.start, a.end)]
    assert places == sorted(places)


@pytest.mark.parametrize("name", NAMES)
def test_every_annotated_target_exists(name: str, real_site: Site) -> None:
    assert {target for a in annotations(name) for target in a.targets} - existing(real_site) == set()


@pytest.mark.parametrize("name", NAMES)
def test_every_annotation_is_in_scope_or_need_not_be_found(name: str) -> None:
    assert [a.text for a in annotations(name) if a.required and not a.in_scope] == []


# The scorer

CCEM = Annotation(3, 7, "ccem", "member", required=True)
ADN = Annotation(10, 13, "adn", "member", required=False)
COLLOQUE = Annotation(20, 28, "colloque", "event", required=True)
MET = Annotation(30, 40, "reunion-2014-09-29", "event", required=True)


def test_a_link_that_overlaps_its_stretch_is_right() -> None:
    link = Link(5, 9, "members:ccem")
    assert score([CCEM], [link]) == Score((link,), (), (CCEM,), ())


@pytest.mark.parametrize("link", [Link(7, 9, "members:ccem"), Link(0, 3, "members:ccem"), Link(3, 7, "members:adn")])
def test_a_link_beside_its_stretch_or_to_another_target_is_wrong(link: Link) -> None:
    assert score([CCEM], [link]) == Score((), (link,), (CCEM,), (CCEM,))


def test_what_may_be_linked_is_neither_missed_nor_wrong() -> None:
    link = Link(10, 13, "members:adn")
    assert (score([ADN], []), score([ADN], [link])) == (Score((), (), (), ()), Score((link,), (), (), ()))


def test_what_is_out_of_scope_is_not_counted() -> None:
    assert score([COLLOQUE], [Link(20, 28, "events:autre")]) == Score((), (), (), ())


def test_a_meeting_is_in_scope_by_its_day() -> None:
    link = Link(30, 40, "minutes:2014-09-29")
    assert (score([MET], [link]).right, score([MET], []).missed) == ((link,), (MET,))


@pytest.mark.parametrize("target", ["directive", "article-8", "directive-article-8"])
def test_a_link_to_a_section_may_be_annotated_by_the_entry_the_section_or_both(target: str) -> None:
    annotation = Annotation(0, 4, target, "legal_text", required=True)
    link = Link(0, 4, "legal:directive#article-8")
    assert score([annotation], [link]).right == (link,)


def test_another_accepted_target_is_right() -> None:
    annotation = Annotation(0, 4, "plan", "legal_text", required=True, others=frozenset({"projet"}))
    link = Link(0, 4, "legal:projet")
    assert score([annotation], [link]).right == (link,)


def test_precision_is_the_share_of_right_links_and_recall_that_of_found_names() -> None:
    other = Annotation(50, 54, "adn", "member", required=True)
    links = [Link(3, 7, "members:ccem"), Link(8, 9, "members:x"), Link(14, 15, "members:y")]
    measure = score([CCEM, other], links)
    assert (measure.precision, measure.recall) == (1 / 3, 1 / 2)


def test_a_text_without_links_and_names_has_neither() -> None:
    measure = score([], [])
    assert (measure.precision, measure.recall) == (0.0, 0.0)


def test_lines_and_columns_are_places_in_the_text() -> None:
    text = "Un.\nLe CCEM\nest là."
    places = [("a.txt", 2, 4, 2, 8), ("a.txt", 2, 4, 3, 4)]
    listed = [Listed(*place, "", "members:ccem", "mention", linked=True) for place in places]
    assert [text[link.start : link.end] for link in links_of(text, listed)] == ["CCEM", "CCEM\nest"]
