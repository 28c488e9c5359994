"""News of the Collective and of its members."""

import datetime as dt

from contrelatraite.schema import fields
from contrelatraite.schema.fields import Day, Id, Link, References, Summary, Text

REFERENCES: References = {"author": ("members",)}


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
