"""News of the Collective and of its members."""

import datetime as dt

from contrelatraite.marking import _
from contrelatraite.schema import fields
from contrelatraite.schema.fields import COLLECTIVE, Day, Help, Id, Link, References, Said, Summary, Text

REFERENCES: References = {"author": ("members", COLLECTIVE)}


class Facts(fields.Facts):
    """The facts of a news item; `author` is `collective` or a member's id."""

    date: Day
    author: Id | None = None
    attachments: tuple[Text, ...] = ()

    @property
    def day(self) -> dt.date:
        """The day of publication."""
        return self.date


class Words(fields.Words):
    """The words of a news item."""

    summary: Summary
    trafficking_link: Link | None = None


HELP: Help = {
    Facts: {
        "date": Said(_("The day of the news."), "2014-10-18"),
        "author": Said(_("Who speaks: “collective”, or the name of a folder of content/members/."), "ccem"),
        "attachments": Said(_("Files put in the entry’s folder: PDF or pictures."), "[affiche.pdf]"),
    },
    Words: {
        "title": Said(_("What happened, in a few words."), _("A day of training on labour exploitation")),
        "trafficking_link": Said(
            _("For a member’s news: what it has to do with human trafficking, in at least 80 characters."),
            _("The training teaches inspectors how to recognise the victims of human trafficking and whom to call."),
        ),
    },
}
