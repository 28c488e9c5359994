"""Texts of law and policy: conventions, directives, codes, circulars, plans, reports."""

import datetime as dt
from typing import Annotated, Literal

from pydantic import Field

from contrelatraite.marking import _
from contrelatraite.schema import fields
from contrelatraite.schema.fields import Day, Help, HttpsAddress, Ids, Names, References, Said, Summary, Text, YesNo
from contrelatraite.schema.identifiers import Identifiers

Type = Literal[
    "convention",
    "protocol",
    "directive",
    "framework-decision",
    "regulation",
    "charter",
    "law",
    "ordinance",
    "decree",
    "code",
    "circular",
    "instruction",
    "plan",
    "report",
    "opinion",
    "resolution",
    "judgment",
    "strategy",
]

REFERENCES: References = {
    "issuer": ("institutions",),
    "amends": ("legal",),
    "replaces": ("legal",),
    "transposes": ("legal",),
    "related": ("legal",),
}


class Facts(fields.Facts):
    """The facts of a text."""

    type: Type
    issuer: Annotated[Ids, Field(min_length=1)]
    date: Day | None = None
    adopted: YesNo = True
    identifiers: Identifiers = Identifiers()
    official: dict[str, HttpsAddress] = Field(default_factory=dict)
    in_force: Day | None = None
    transposition_deadline: Day | None = None
    repealed: Day | None = None
    amends: Ids = ()
    replaces: Ids = ()
    transposes: Ids = ()
    related: Ids = ()
    checked: Day | None = None

    def ended(self, day: dt.date) -> bool:
        """Whether it had ceased to apply on a day."""
        return self.repealed is not None and self.repealed <= day

    @property
    def day(self) -> dt.date | None:
        """The day of adoption, else that of entry into force."""
        return self.date or self.in_force


class Words(fields.Words):
    """The words of a text; `citations` are the ways in which other texts name it."""

    summary: Summary
    short_title: Text | None = None
    citations: Names = ()


HELP: Help = {
    Facts: {
        "type": Said(_("What the text is."), "directive", "legal-type"),
        "issuer": Said(
            _("Who issued it: names of folders of content/institutions/."),
            "[parlement-europeen, conseil-de-l-union-europeenne]",
        ),
        "date": Said(_("The day of its adoption or signature."), "2011-04-05", needed=True),
        "adopted": Said(_("“false” for a draft that was never adopted."), "true"),
        "identifiers": Said(
            _("The numbers under which it is filed, as its issuer writes them."), "{celex: 32011L0036}", "identifier"
        ),
        "official": Said(
            _("The addresses of the authentic text, by language, on the issuer’s own site."),
            "\n  fr: https://eur-lex.europa.eu/legal-content/FR/TXT/?uri=CELEX:32011L0036\n"
            "  en: https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:32011L0036",
        ),
        "in_force": Said(_("The day on which it began to apply."), "2011-04-15"),
        "transposition_deadline": Said(_("The day by which States had to transpose it."), "2013-04-06"),
        "repealed": Said(_("The day on which it ceased to apply."), "2031-05-01"),
        "amends": Said(_("The texts it changes: names of folders of content/legal/."), "[directive-2011-36-ue]"),
        "replaces": Said(_("The texts it replaces: names of folders of content/legal/."), "[directive-2004-81-ce]"),
        "transposes": Said(_("The texts it transposes: names of folders of content/legal/."), "[directive-2009-52-ce]"),
        "related": Said(_("The texts to read with it: names of folders of content/legal/."), "[directive-2011-36-ue]"),
        "checked": Said(_("The day on which the entry was compared with the authentic text."), "2026-01-15"),
    },
    Words: {
        "title": Said(
            _("The official title of the text, in this language."), _("Directive A on the fight against trafficking")
        ),
        "short_title": Said(_("The title by which it is usually named."), _("Directive A")),
        "citations": Said(_("The ways in which other texts name it."), _("[directive A of 2011, the “A” directive]")),
    },
}
