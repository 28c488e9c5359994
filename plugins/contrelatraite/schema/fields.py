"""The types of fields that several kinds share, and what every header may hold.

A value arrives as the text that was written. A type that refuses one raises PydanticCustomError with the code
of the problem (see `codes`) and the values that its message needs.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal, NamedTuple, get_args
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, StringConstraints
from pydantic_core import PydanticCustomError

from contrelatraite.clock import PARIS
from contrelatraite.marking import _

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})")
_HOUR = re.compile(r"\d\s*(?:[hH:]|T\d)")  # that of somebody who meant a moment, not a day
ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")  # of an entry or of a part of a page, as addresses show it
_YEARS = range(1800, 2200)  # what the site can speak of; another one is a slip, and calendars end somewhere

COLLECTIVE = "collective"  # the Collective as a whole, where an owner or author is asked for
EVERYBODY = "all"  # all associations of the Collective, where a release asks who signs it


# A field of the facts that names other entries → the kinds they may be of, and the words that may stand for none of
# them (COLLECTIVE, EVERYBODY); "field.part" reads a part of each item.
References = Mapping[str, tuple[str, ...]]


class Said(NamedTuple):
    """What is said of a field: what it is for, a value as one writes it in a header, the group of its values' labels.

    What it is for is a catalogue key; so is the example of a field of words. `needed`: a check asks for it, though the
    schema can do without.
    """

    what: str
    example: str = ""
    labels: str = ""
    needed: bool = False


# What is said of each field of each model of a module. CONTRIBUTING, `new` and the editors' schemas are made from it.
Help = Mapping[type[BaseModel], Mapping[str, Said]]


class Header(BaseModel):
    """A closed set of fields."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def problem(code: str, values: dict[str, Any]) -> PydanticCustomError:
    """Make the error that `header` turns into the problem of that code, with the values of its message."""
    return PydanticCustomError(code, "see codes", values)


def models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """Yield the models that an annotation holds, however deep: of a list of them, of one or nothing."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        for part in get_args(annotation):
            yield from models_in(part)


def day_in(read: str) -> date | None:
    """Give the day that a text is, in the only form of a day: 2025-06-05."""
    try:
        return date.fromisoformat(read) if _DAY.fullmatch(read) else None
    except ValueError:
        return None


def within_reach(day: date) -> date:
    """Give back a day, or a moment; raise S123 when its year is one that the site cannot speak of."""
    if day.year in _YEARS:
        return day
    raise problem("S123", {"read": day.isoformat(), "first": str(_YEARS[0]), "last": str(_YEARS[-1])})


def _day(read: object) -> object:
    if isinstance(read, date):
        return read
    if isinstance(read, str) and (day := day_in(read)):
        return within_reach(day)
    raise problem("S104", {"read": str(read or "")})


def _moment(read: object) -> object:
    if isinstance(read, str) and _MOMENT.fullmatch(read):
        try:
            moment = datetime.fromisoformat(read)
        except ValueError:
            pass
        else:
            return within_reach(moment)
    if isinstance(read, str) and _HOUR.search(read):
        raise problem("S118", {"read": read})
    return _day(read)


def _instant(read: object) -> object:
    if isinstance(read, str) and _MOMENT.fullmatch(read) and isinstance(moment := _moment(read), datetime):
        return moment
    raise problem("S118", {"read": str(read)})


def _yes_or_no(read: object) -> object:
    if read in ("true", "false"):
        return read == "true"
    raise problem("S103", {"read": str(read or ""), "allowed": ("true", "false")})


def _id(read: str) -> str:
    if ID.fullmatch(read):
        return read
    raise problem("S106", {"read": read})


def is_https(address: str) -> bool:
    """Whether it is an absolute https address on a named host, with no user before the host and no space."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    scheme = parts.scheme == "https"
    named = "." in host.strip(".") and "@" not in parts.netloc
    return scheme and named and not re.search(r"[\s\\<>\"]", address)


# Services that hide where an address leads, and may one day lead elsewhere.
_SHORTENERS = {
    *("bit.ly", "bitly.com", "buff.ly", "cutt.ly", "goo.gl", "is.gd", "lnkd.in", "ow.ly", "rb.gy", "rebrand.ly"),
    *("s.id", "shorturl.at", "t.co", "t.ly", "tiny.cc", "tinyurl.com", "urlr.me", "urlz.fr", "v.gd", "vu.fr"),
}


def shortens(address: str) -> bool:
    """Whether the address is that of a link shortener."""
    host = re.match(r"https?://(?:www\.)?([^/?#:\s]+)", address, re.IGNORECASE)
    return host is not None and host[1].lower() in _SHORTENERS


_AROUND = " \t\n\u00a0\u202f<>«»“”‘’'\".,;"  # what a pasted address may stand between, or before
_ONE = re.compile(r"[^,;/]+(?:/(?:(?!https?:)[^«»“”])*)?")  # one address, not several
_SHAPE = "https://…"  # is refused, if pasted


def address(code: str) -> Callable[[str], str]:
    """Make the check of an absolute https address; `code` is the problem it reports otherwise."""

    def check(read: str) -> str:
        if is_https(read):
            if shortens(read):
                raise problem("R206", {"read": read})
            return read
        rest = re.sub(r"^(?:[a-z]*:?/+)+", "", read.strip(_AROUND), flags=re.IGNORECASE)
        meant = f"https://{rest}"
        raise problem(code, {"read": read, "nearest": meant if is_https(meant) and _ONE.fullmatch(rest) else _SHAPE})

    return check


def one_or_more(read: object) -> object:
    """Let a list of one item be written as the item."""
    return [read] if isinstance(read, str) else read


def short_form(key: str) -> Callable[[object], object]:
    """Let `{key: x}` be written `x`."""
    return lambda read: {key: read} if isinstance(read, str) else read


Day = Annotated[date, PlainValidator(_day, json_schema_input_type=date)]
Moment = Annotated[datetime | date, PlainValidator(_moment, json_schema_input_type=datetime | date)]
Instant = Annotated[datetime, PlainValidator(_instant, json_schema_input_type=datetime)]  # a day, an hour and an offset
YesNo = Annotated[bool, PlainValidator(_yes_or_no, json_schema_input_type=bool)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Anchor = Annotated[str, AfterValidator(_id), Field(examples=["rendez-vous"])]  # of a part of the page
Id = Text  # of another entry: whether there is such an entry, the check of references says
Ids = Annotated[tuple[Id, ...], BeforeValidator(one_or_more, json_schema_input_type=Id | tuple[Id, ...])]
HttpsAddress = Annotated[str, AfterValidator(address("M104"))]
Summary = Annotated[str, StringConstraints(strip_whitespace=True, min_length=60, max_length=300)]
# How a member's news is tied to trafficking (minutes of 29 September 2014).
Link = Annotated[str, StringConstraints(strip_whitespace=True, min_length=80)]


class Name(Header):
    """A name of an entry, and when it was in use, for names that changed hands or ended."""

    name: Text
    since: Annotated[Day | None, Field(alias="from")] = None
    until: Day | None = None

    def held(self, day: date | None) -> bool:
        """Whether a text of that day may mean this entry by this name; a text without a day, by its last name."""
        if day is None:
            return self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


Names = tuple[Annotated[Name, BeforeValidator(short_form("name"), json_schema_input_type=Name | Text)], ...]


class Person(Header):
    """Somebody named: in public office, or who consented in writing on a day (design, invariant 3)."""

    name: Text
    office: Text | None = None
    consent: Day | None = None


class Facts(Header):
    """What every source file may hold."""

    status: Literal["draft", "published"] = "published"
    people: tuple[Person, ...] = ()
    no_mentions: tuple[Text, ...] = ()

    @property
    def day(self) -> date | None:
        """The day the entry speaks from: it orders lists, and decides which names were in use."""
        return None


class Words(Header):
    """What every file may hold, in its language."""

    title: Text
    summary: Summary | None = None


def as_day(moment: datetime | date) -> date:
    """Give the day of a day, or of a moment in Paris."""
    return moment.astimezone(PARIS).date() if isinstance(moment, datetime) else moment


HELP: Help = {
    Facts: {
        "status": Said(_("“draft” while the entry is not ready: it is then never shown to the public."), "draft"),
        "people": Said(
            _("The people whom the text names: each in a public office, or with a written consent."),
            "\n  - {name: Prénom Nom, office: Ministre chargée des droits des femmes}",
        ),
        "no_mentions": Said(_("Phrases of the text that must not be linked by themselves."), "[la Convention]"),
    },
    Words: {
        "title": Said(_("The page’s title, in this language.")),
        "summary": Said(
            _("What the page is about, in one or two sentences, for those who discover it."),
            _("What the page tells, in one or two plain sentences, for somebody who has never heard of it."),
        ),
    },
    Person: {
        "name": Said(_("First name and name.")),
        "office": Said(_("The public office in which this person acts.")),
        "consent": Said(_("The day on which this person agreed in writing to be named.")),
    },
    Name: {
        "name": Said(_("The name.")),
        "since": Said(_("The first day on which it was in use.")),
        "until": Said(_("The last day on which it was in use.")),
    },
}
