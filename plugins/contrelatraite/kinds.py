"""The table of kinds: what there is, in which folder, with which fields, at which address, on which templates.

A kind is one row here and one module in `schema`. It looks like any entry (theme/templates/entry.html) and any list
(index/list.html), or as its own templates show it: <name>.html for an entry, index/<name>.html for its list.
"""

from dataclasses import dataclass
from types import ModuleType
from typing import Literal

from contrelatraite.marking import _, _in
from contrelatraite.schema import events, institutions, legal, members, minutes, news, pages, press

Order = Literal["title", "newest"]


FOLLOW_UPS = _in("address", "follow-ups")  # the page of follow-ups, beside the minutes
SEARCH = _in("address", "search")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of content.

    `segment` and `heading` are catalogue keys: a language's addresses and headings stand in its catalogue.
    `order` is that of its list; `mentions` says whether names are searched and linked in its texts, `named` whether its
    titles are such names; `menu` is the place of its list in the main menu, and None leaves it out; `feed` says
    whether its list can be followed from a reader.
    """

    name: str
    schema: ModuleType
    segment: str | None
    heading: str
    intro: str
    order: Order
    mentions: bool
    named: bool = False
    menu: int | None = None
    feed: bool = False


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind(
            "members",
            members,
            _in("address", "members"),
            _("The members"),
            _("The associations of the Collective, those that observe its work and those that asked to join."),
            "title",
            mentions=False,
            named=True,
            menu=3,
        ),
        Kind(
            "legal",
            legal,
            _in("address", "law"),
            _("The law"),
            _("The texts that define human trafficking, forbid it and protect its victims, explained in plain words."),
            "newest",
            mentions=True,
            named=True,
            menu=4,
            feed=True,
        ),
        Kind(
            "minutes",
            minutes,
            _in("address", "minutes"),
            _("Minutes"),
            _("What the Collective discussed and decided, meeting by meeting."),
            "newest",
            mentions=True,
            menu=5,
            feed=True,
        ),
        Kind(
            "news",
            news,
            _in("address", "news"),
            _("News"),
            _("What the Collective and its members have to say."),
            "newest",
            mentions=True,
            menu=6,
            feed=True,
        ),
        Kind(
            "events",
            events,
            _in("address", "events"),
            _("Calendar"),
            _("The yearly days, and the meetings and conferences that the minutes announce."),
            "newest",
            mentions=True,
            menu=7,
        ),
        Kind(
            "press",
            press,
            _in("address", "press"),
            _("Press releases"),
            _("The releases of the Collective."),
            "newest",
            mentions=True,
            feed=True,
        ),
        Kind(
            "institutions",
            institutions,
            _in("address", "institutions"),
            _("Institutions and acronyms"),
            _("The bodies, schemes and acronyms that the minutes and the law name."),
            "title",
            mentions=False,
            named=True,
        ),
        Kind("pages", pages, None, _("Pages"), "", "title", mentions=False),
    )
}
