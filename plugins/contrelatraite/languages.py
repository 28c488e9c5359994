"""Languages: the catalogues of translations/, and dates and lists in words, by Babel.

A language is a code in the setting LANGUAGES and a folder of translations/, whose catalogue names the locale (en_GB).
The first language of the setting stands at the root of the site and is the usual source language.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_datetime
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations

from contrelatraite.clock import PARIS
from contrelatraite.marking import _


class CatalogueError(Exception):
    """A language of the setting LANGUAGES has no usable catalogue."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the site: its code, its words and its way of writing dates and lists."""

    code: str
    locale: Locale
    translations: Translations

    @property
    def name(self) -> str:
        """The language's full name in itself, as a language switch shows it."""
        name = self.locale.get_language_name() or self.code
        return name[0].upper() + name[1:]

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return self.locale.text_direction

    def name_of(self, code: str) -> str:
        """Name a language, given by its code, in this one."""
        return str(self.locale.languages.get(code, code))

    @property
    def not_yet(self) -> str:
        """What a page says, in this language, when it does not exist in it."""
        return self.gettext(_("This page does not exist in this language yet."))

    def gettext(self, message: str) -> str:
        """Give the message in this language."""
        return self.translations.ugettext(message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        """Give the message's form for `number`."""
        return self.translations.ungettext(one, many, number)

    def pgettext(self, context: str, message: str) -> str:
        """Give the message of that context."""
        return str(self.translations.upgettext(context, message))

    def in_words(self, day: date) -> str:
        """Write a day, or the day and hour of a date with a time, in words."""
        if isinstance(day, datetime):
            moment = day.astimezone(PARIS)
            return self.gettext("%(date)s, %(time)s") % {
                "date": self.in_words(moment.date()),
                "time": format_datetime(moment, "HH:mm", tzinfo=PARIS, locale=self.locale),
            }
        return self._first(day, format_date(day, "long", locale=self.locale))

    def _first(self, day: date, words: str) -> str:
        """« 1er octobre »: CLDR has no form for the first day of a month."""
        first = self.pgettext("first day of the month", "1")
        return words.replace("1", first, 1) if day.day == 1 else words

    def full_day(self, day: date) -> str:
        """Write a day with its day of the week."""
        return self._first(day, format_date(day, "full", locale=self.locale))

    def day_and_month(self, day: date) -> str:
        """Write a day that comes back every year: « 30 juillet », "30 July"."""
        return self._first(day, format_date(day, "d MMMM", locale=self.locale))

    def list(self, items: Iterable[str], style: str = "standard") -> str:
        """Join texts as the language joins a list; `style` is Babel's: "standard" or "or"."""
        return format_list(list(items), style=style, locale=self.locale)  # type: ignore[arg-type]


def load(codes: Iterable[str], folder: Path) -> Mapping[str, Language]:
    """Load the languages in the setting's order.

    Raises CatalogueError when a code is no language or has no catalogue: a site without its words must not be
    built.
    """
    return {code: _load_one(code, folder) for code in codes}


def _load_one(code: str, folder: Path) -> Language:
    path = folder / code / "LC_MESSAGES" / "messages.po"
    try:
        with path.open("rb") as stream:
            catalogue = read_po(stream)
        locale = catalogue.locale or Locale.parse(code)
    except (OSError, UnicodeDecodeError) as error:
        message = f"LANGUAGES names « {code} », but {path} cannot be read."
        raise CatalogueError(message) from error
    except (UnknownLocaleError, ValueError) as error:
        message = f"LANGUAGES: « {code} » is not a language code that Babel knows."
        raise CatalogueError(message) from error
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Language(code, locale, Translations(compiled))
