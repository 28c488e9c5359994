"""What names an entry, with the sentence in which it does, newest first."""

from pathlib import Path

from contrelatraite.references.backlinks import Backlink, backlinks
from contrelatraite.references.rewrite import Placed
from tests.support import site_of, write


def test_a_reference_is_turned_around(content: Path) -> None:
    write(content, "news:a")
    (news,) = site_of(content)
    placed = Placed("members:ccem", "titre", "Le CCEM est là.")
    assert backlinks([(news, [placed])]) == {"members:ccem": [Backlink(news, "titre", "Le CCEM est là.", None)]}


def test_a_reference_to_a_section_is_one_to_its_entry(content: Path) -> None:
    write(content, "news:a")
    (news,) = site_of(content)
    found = backlinks([(news, [Placed("legal:directive#article-8", None, "L’article 8.")])])
    assert found == {"legal:directive": [Backlink(news, None, "L’article 8.", "article-8")]}


def test_an_entry_that_names_another_several_times_stands_once_by_the_first_sentence(content: Path) -> None:
    write(content, "news:a")
    (news,) = site_of(content)
    references = [Placed("members:ccem", None, "Un."), Placed("members:ccem", "b", "Deux.")]
    assert backlinks([(news, references)]) == {"members:ccem": [Backlink(news, None, "Un.", None)]}


def test_an_entry_that_names_several_sections_of_another_stands_once_for_each(content: Path) -> None:
    write(content, "news:a")
    (news,) = site_of(content)
    references = [
        Placed("legal:directive#article-8", None, "Huit."),
        Placed("legal:directive", None, "Toute."),
        Placed("legal:directive#article-11", None, "Onze."),
        Placed("legal:directive#article-8", "b", "Encore huit."),
    ]
    assert backlinks([(news, references)]) == {
        "legal:directive": [
            Backlink(news, None, "Toute.", None),
            Backlink(news, None, "Onze.", "article-11"),
            Backlink(news, None, "Huit.", "article-8"),
        ]
    }


def test_two_entries_that_name_the_same_one_both_stand(content: Path) -> None:
    write(content, "news:a", date="2013-01-01")
    write(content, "news:b", date="2014-01-01")
    site = site_of(content)
    old, new = site.of("news")
    placed = [(entry, [Placed("members:ccem", None, entry.id)]) for entry in site]
    assert backlinks(placed) == {"members:ccem": [Backlink(new, None, "b", None), Backlink(old, None, "a", None)]}


def test_the_order_of_the_entries_changes_nothing(content: Path) -> None:
    for name in ("a", "b", "c"):
        write(content, f"news:{name}", date="2014-01-01")
    placed = [(entry, [Placed("members:ccem", None, entry.id)]) for entry in site_of(content)]
    assert backlinks(placed[::-1]) == backlinks(placed)


def test_an_entry_does_not_name_itself(content: Path) -> None:
    write(content, "legal:a")
    (text,) = site_of(content)
    assert backlinks([(text, [Placed("legal:a#article-1", None, "Ici.")])]) == {}


def test_what_names_an_entry_comes_newest_first_then_by_key_and_last_what_has_no_day(content: Path) -> None:
    write(content, "news:old", date="2010-01-01")
    write(content, "news:new", date="2020-01-01")
    write(content, "minutes:new", date="2020-01-01")
    write(content, "pages:a")
    site = site_of(content)
    found = backlinks((entry, [Placed("members:ccem", None, "Ici.")]) for entry in site)
    assert [link.entry.key for link in found["members:ccem"]] == ["minutes:new", "news:new", "news:old", "pages:a"]


def test_what_nothing_names_is_not_there() -> None:
    assert backlinks([]) == {}
