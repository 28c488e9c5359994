"""The catalogues of translations/, and dates and lists in words."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from contrelatraite.languages import CatalogueError, Language, load
from tests.support import ENGLISH, FRENCH, NO_WORDS, write_catalogue

Languages = Mapping[str, Language]


def refusal(codes: tuple[str, ...], folder: Path) -> str:
    """Give what is said of a setting that cannot be used."""
    with pytest.raises(CatalogueError) as caught:
        load(codes, folder)
    return str(caught.value)


def test_languages_come_in_the_order_of_the_setting(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "fr", FRENCH)
    write_catalogue(tmp_path, "en", ENGLISH)
    assert list(load(("en", "fr"), tmp_path)) == ["en", "fr"]


def test_a_code_that_is_no_language_is_refused(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "xx", NO_WORDS)
    assert refusal(("xx",), tmp_path) == "LANGUAGES: « xx » is not a language code that Babel knows."


def test_a_language_without_a_catalogue_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "es" / "LC_MESSAGES" / "messages.po"
    assert refusal(("es",), tmp_path) == f"LANGUAGES names « es », but {path} cannot be read."


def test_a_catalogue_that_is_not_utf_8_is_blamed_on_the_file_and_not_on_the_code(tmp_path: Path) -> None:
    path = tmp_path / "fr" / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(FRENCH.encode("latin-1", "replace"))
    assert refusal(("fr",), tmp_path) == f"LANGUAGES names « fr », but {path} cannot be read."


def test_a_catalogue_that_names_no_locale_has_that_of_its_folder(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "es", NO_WORDS)
    assert str(load(("es",), tmp_path)["es"].locale) == "es"


def test_a_catalogue_may_name_the_locale_of_a_country(languages: Languages) -> None:
    assert (languages["en"].code, str(languages["en"].locale)) == ("en", "en_GB")


def test_a_message_is_told_in_the_language(languages: Languages) -> None:
    assert (languages["fr"].gettext("error"), languages["en"].gettext("error")) == ("erreur", "error")


def test_a_message_that_nobody_translated_stays_as_it_is(languages: Languages) -> None:
    assert languages["fr"].gettext("not translated") == "not translated"


def test_a_translation_marked_as_uncertain_is_not_used(languages: Languages) -> None:
    assert languages["fr"].gettext("minutes of %(date)s") == "minutes of %(date)s"


def test_the_same_words_may_differ_by_context(languages: Languages) -> None:
    french = languages["fr"]
    assert (french.pgettext("address", "members"), french.gettext("members")) == ("membres", "members")


@pytest.mark.parametrize(
    ("code", "number", "form"),
    [
        ("fr", 0, "%(n)s problème"),
        ("fr", 1, "%(n)s problème"),
        ("fr", 2, "%(n)s problèmes"),
        ("en", 0, "%(n)s problems"),
        ("en", 1, "%(n)s problem"),
        ("en", 2, "%(n)s problems"),
    ],
)
def test_each_language_has_its_own_plural(languages: Languages, code: str, number: int, form: str) -> None:
    assert languages[code].ngettext("%(n)s problem", "%(n)s problems", number) == form


def test_a_language_is_named_in_itself(languages: Languages) -> None:
    assert [language.name for language in languages.values()] == ["Français", "English"]


def test_a_language_is_named_in_another(languages: Languages) -> None:
    assert (languages["fr"].name_of("en"), languages["en"].name_of("fr")) == ("anglais", "French")


def test_a_language_without_a_name_is_named_by_its_code(languages: Languages) -> None:
    assert languages["fr"].name_of("xx") == "xx"


def test_french_is_written_from_the_left_and_arabic_from_the_right(tmp_path: Path) -> None:
    write_catalogue(tmp_path, "fr", FRENCH)
    write_catalogue(tmp_path, "ar", NO_WORDS)
    assert [language.direction for language in load(("fr", "ar"), tmp_path).values()] == ["ltr", "rtl"]


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2014, 9, 29), "29 septembre 2014"),
        (date(2014, 10, 1), "1er octobre 2014"),
        (date(2011, 1, 11), "11 janvier 2011"),
        (date(2015, 8, 21), "21 août 2015"),
    ],
)
def test_a_day_is_written_in_french_words(languages: Languages, day: date, words: str) -> None:
    assert languages["fr"].in_words(day) == words


@pytest.mark.parametrize(
    ("day", "words"), [(date(2014, 9, 29), "29 September 2014"), (date(2014, 10, 1), "1 October 2014")]
)
def test_a_day_is_written_in_english_words_as_the_english_texts_write_it(
    languages: Languages, day: date, words: str
) -> None:
    assert languages["en"].in_words(day) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (datetime(2015, 7, 30, 8, 5, tzinfo=UTC), "30 juillet 2015 à 10:05"),
        (datetime(2015, 1, 30, 8, 5, tzinfo=UTC), "30 janvier 2015 à 09:05"),
        (datetime(2014, 12, 31, 23, 30, tzinfo=UTC), "1er janvier 2015 à 00:30"),
        (datetime(2015, 7, 30, 10, 0, tzinfo=timezone(timedelta(hours=2))), "30 juillet 2015 à 10:00"),
    ],
)
def test_an_hour_is_that_of_paris(languages: Languages, moment: datetime, words: str) -> None:
    assert languages["fr"].in_words(moment) == words


@pytest.mark.parametrize(("code", "words"), [("fr", "30 juillet"), ("en", "30 July")])
def test_a_yearly_day_is_written_without_its_year(languages: Languages, code: str, words: str) -> None:
    assert languages[code].day_and_month(date(2013, 7, 30)) == words


@pytest.mark.parametrize(
    ("items", "words"), [((), ""), (("a",), "a"), (("a", "b"), "a et b"), (("a", "b", "c"), "a, b et c")]
)
def test_a_list_is_joined_as_the_language_joins_it(languages: Languages, items: tuple[str, ...], words: str) -> None:
    assert languages["fr"].list(items) == words


def test_a_choice_is_joined_with_or(languages: Languages) -> None:
    assert [language.list(("a", "b"), "or") for language in languages.values()] == ["a ou b", "a or b"]
