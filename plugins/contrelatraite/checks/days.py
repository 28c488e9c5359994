"""The day of the week that a text gives agrees with the date it stands before, in all kinds and all languages."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from babel.dates import get_day_names

from contrelatraite.diagnostics import Diagnostic, Place
from contrelatraite.languages import Language
from contrelatraite.references.dates import DateReader, Written
from contrelatraite.references.text import fold
from contrelatraite.site import Entry, Version

_YEAR = re.compile(r"\b(?:1[89]|2[01])\d\d\b")


def check_weekdays(entries: Iterable[Entry], languages: Mapping[str, Language]) -> Iterator[Diagnostic]:
    """Read each text that names a day of the week (C111).

    The header is read too: it holds titles and summaries. A date without its year is wrong only if no year near the
    day from which the entry speaks, or named before it on its line, makes it right.
    """
    reader = DateReader(languages.values())
    names = {
        code: [name.lower() for name in get_day_names("wide", locale=language.locale).values()]
        for code, language in languages.items()
    }
    for entry in entries:
        for version in entry.versions.values():
            text = "\n".join(version.source.lines).lower()
            if any(name in text for name in names[version.language]):  # a look spares the search
                yield from _in_version(entry, version, reader, languages[version.language])


def _in_version(entry: Entry, version: Version, reader: DateReader, language: Language) -> Iterator[Diagnostic]:
    for number, line in enumerate(version.source.lines, 1):
        form = fold(line).loose
        for written in reader.find(form.text):
            said = reader.weekday_before(form.text, written)
            if said is None:
                continue
            named = map(int, _YEAR.findall(form.text, 0, written.start))
            day = _other_day(written, said.number, entry.day, named)
            if day is None:
                continue
            start, end = form.origin(said.start), form.end(written.end)
            values = {"read": " ".join(line[start:end].split()), "nearest": language.full_day(day)}
            yield Diagnostic("C111", version.source.path, Place(number, start + 1, end + 1), values)


def _other_day(written: Written, weekday: int, spoken: date | None, named: Iterable[int]) -> date | None:
    """Give the day that is not of that weekday; None when it is, or may be in one of the years named before it."""
    if written.year is not None:
        day = written.on(None)
        return day if day is not None and day.weekday() != weekday else None
    if spoken is None:
        return None
    years = {spoken.year - 1, spoken.year, spoken.year + 1, *named}
    near = [day for year in sorted(years) if (day := written.on(year))]
    return written.nearest(spoken) if near and all(day.weekday() != weekday for day in near) else None
