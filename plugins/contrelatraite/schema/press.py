"""Press releases of the Collective."""

import datetime as dt

from contrelatraite.marking import _
from contrelatraite.schema import fields
from contrelatraite.schema.fields import (
    EVERYBODY,
    Help,
    Id,
    Ids,
    Instant,
    Moment,
    References,
    Said,
    Summary,
    Text,
    as_day,
)

REFERENCES: References = {"occasion": ("events",), "signatories": ("members", EVERYBODY)}


class Facts(fields.Facts):
    """The facts of a release; `embargo` is the moment until which it stays out of the public site."""

    date: Moment
    embargo: Instant | None = None
    place: Text | None = None
    occasion: Id | None = None
    signatories: Ids = (EVERYBODY,)
    attachments: tuple[Text, ...] = ()

    @property
    def day(self) -> dt.date:
        """The day of publication."""
        return as_day(self.date)


class Words(fields.Words):
    """The words of a release."""

    summary: Summary


HELP: Help = {
    Facts: {
        "date": Said(_("The day of the release, or its day, hour and offset."), "2015-07-30T10:00+02:00"),
        "embargo": Said(
            _("The moment until which it stays out of the public site: a day, an hour and an offset."),
            "2015-07-30T10:00+02:00",
        ),
        "place": Said(_("Where it was issued."), "Paris"),
        "occasion": Said(
            _("The event for which it was issued: the name of a folder of content/events/."),
            "journee-mondiale-30-juillet",
        ),
        "signatories": Said(
            _("“all”, or the members that sign: names of folders of content/members/."), "[ccem, hors-la-rue]"
        ),
        "attachments": Said(_("Files put in the entry’s folder: PDF or pictures."), "[communique.pdf]"),
    },
    Words: {
        "title": Said(_("The release’s title."), _("What the Collective asks for on the world day against trafficking"))
    },
}
