"""The numbers under which texts of law are filed: the form that each issuer gives them.

What a number says of its text (its year, its nature) is compared with the entry's facts by `checks.legal`.
"""

import re
from typing import NamedTuple

from pydantic import ValidationInfo, field_validator

from contrelatraite.marking import _
from contrelatraite.schema.fields import Header, Help, Said, Text, problem


class Form(NamedTuple):
    """The form of an identifier, and an example of it."""

    pattern: re.Pattern[str]
    example: str


def _form(pattern: str, example: str) -> Form:
    return Form(re.compile(pattern), example)


FORMS = {
    # EUR-Lex, “How CELEX numbers are composed”: sector, year, nature (letters), rank; a treaty has /TXT for it,
    # a consolidated text the day from which it holds.
    "celex": _form(
        r"(?P<sector>[0-9CE])(?P<year>\d{4})(?P<nature>[A-Z]{1,2})(?:\d{2,5}|/[A-Z]{3})(?:\(\d{2}\)|R\(\d{2}\))*(?:-\d{8})?",
        "32011L0036",
    ),
    # European Legislation Identifier (Council conclusions 2012/C 325/02): the Union's template, then that of France.
    "eli": _form(
        r"http://data\.europa\.eu/eli/(?P<nature>[a-z_]+)/(?P<year>\d{4})/\d+(?:/[a-z0-9/_-]+)?"
        r"|http://data\.europa\.eu/eli/treaty/[a-z_]+_\d{4}(?:/[a-z0-9/_-]+)?"
        r"|(?:https://www\.legifrance\.gouv\.fr)?/eli/[a-z_]+/(?P<date>\d{4}/\d{1,2}/\d{1,2})/[A-Z0-9-]+(?:/jo[a-z0-9_/]*)?",
        "http://data.europa.eu/eli/dir/2011/36/oj",
    ),
    "cets": _form(r"\d{3}", "197"),  # Council of Europe Treaty Series
    "unts": _form(r"\d{1,4} (?:UNTS|LNTS) \d{1,4}", "2237 UNTS 319"),  # volume, Treaty Series of the UN, page
    # « Système NOR » of the French government: ministry (3), direction (1), year (2), rank (5), nature of the text (1).
    "nor": _form(r"[A-Z]{3}[A-Z0-9]\d{7}(?P<nature>[A-Z])", "JUSX1303944L"),
    # Journal officiel de la République française: its number and date, or the name Légifrance files the text under.
    "jorf": _form(
        r"JORFTEXT\d{12}|JO(?:RF)?(?: n° ?\d{1,4})?(?: du|,) \d{1,2}(?:er)? \w+ \d{4}(?:, .+)?",
        "JORF n° 0004, 5 janvier 2013",
    ),
    "greta": _form(r"GRETA\((?P<year>\d{4})\)\d{1,2}", "GRETA(2017)17"),  # year and rank of the report
    # Official Journal of the European Union, as the Interinstitutional Style Guide cites it: series, number, date.
    "oj": _form(
        r"(?:(?:JO|OJ) )?[LC](?: \d{1,4}|, (?:C/)?\d{4}/\d+)(?:,| du| of) \d{1,2}\.\d{1,2}\.\d{4}"
        r"(?:, p\. .+|, ELI: \S+)?",
        "L 101, 15.4.2011, p. 1–11",
    ),
    "echr": _form(r"\d{1,5}/\d{2}", "73316/01"),  # Rules of the European Court of Human Rights: application/year
    "ilo": _form(r"[CPR]\d{3}", "C029"),  # NORMLEX: Convention, Protocol or Recommendation
    # Symbols of the United Nations: body, kind, number; resolutions since 1976 are A/RES/ session / number.
    "un": _form(r"A/RES/(?P<session>\d{2})/\d{1,3}|(?!A/RES/\d+/)[A-Z]+(?:/[A-Z0-9][A-Za-z0-9.()-]*)+", "A/RES/64/293"),
    "com": _form(r"(?:COM|JOIN|SEC|SWD)\((?P<year>\d{4})\) \d{1,4}(?: final)?", "COM(2016) 722 final"),
    "osce": _form(r"(?:FSC|MC|PC)\.(?:DEC|DEL|DOC|JOUR)/\d+(?:/\d{2,4})?(?:/Rev\.\d)?", "PC.DEC/557"),
}


class Identifiers(Header):
    """The numbers under which the text is filed, as the issuer writes them; `number` is that of a national text."""

    celex: Text | None = None
    eli: Text | None = None
    cets: Text | None = None
    unts: Text | None = None
    nor: Text | None = None
    jorf: Text | None = None
    greta: Text | None = None
    oj: Text | None = None
    echr: Text | None = None
    ilo: Text | None = None
    un: Text | None = None
    com: Text | None = None
    osce: Text | None = None
    number: Text | None = None

    @field_validator("*")
    @classmethod
    def _in_form(cls, read: str | None, info: ValidationInfo) -> str | None:
        form = FORMS.get(info.field_name or "")
        if read is None or form is None or form.pattern.fullmatch(read):
            return read
        closed = re.sub(r"\s+", "", read)
        spaced = re.sub(r"\)\s*(?=\d)", ") ", re.sub("^[a-z]+", lambda found: found[0].upper(), read))
        tried = (read.upper(), closed, closed.upper(), spaced)
        nearest = next((text for text in tried if form.pattern.fullmatch(text)), None)
        raise problem("L102", {"read": read, "field": info.field_name, "nearest": nearest or form.example})


HELP: Help = {
    Identifiers: {
        "celex": Said(_("CELEX number of a text of the European Union.")),
        "eli": Said(_("European legislation identifier: an address.")),
        "cets": Said(_("Number in the treaty series of the Council of Europe.")),
        "unts": Said(_("Volume and number in the treaty series of the United Nations.")),
        "nor": Said(_("NOR number of a French text.")),
        "jorf": Said(_("Where it stands in the Official Journal of the French Republic.")),
        "greta": Said(_("Reference of a GRETA document.")),
        "oj": Said(_("Where it stands in the Official Journal of the European Union.")),
        "echr": Said(_("Application number at the European Court of Human Rights.")),
        "ilo": Said(_("Number of a text of the International Labour Organization.")),
        "un": Said(_("Symbol of a United Nations document.")),
        "com": Said(_("Number of a document of the European Commission.")),
        "osce": Said(_("Number of an OSCE decision.")),
        "number": Said(_("Another number, such as that of a law.")),
    },
}
