"""Pages: home, the Collective, get help, contact and the like."""

from typing import Annotated

from pydantic import Field

from contrelatraite.schema import fields
from contrelatraite.schema.contacts import Contact
from contrelatraite.schema.fields import Anchor, Header, References, Text, YesNo

_SLUG = r"^([a-z0-9]+(-[a-z0-9]+)*)?$"
_NUMBER = r"^\+?[0-9 ]+$"

REFERENCES: References = {}


class Helpline(Header):
    """A number to call or to write to, in the order of urgency. `hours` is given only for a line that never closes."""

    id: Anchor
    call: Annotated[str, Field(pattern=_NUMBER, examples=["+33 1 23 45 67 89"])] | None = None
    text: Annotated[str, Field(pattern=_NUMBER, examples=["+33 1 23 45 67 89"])] | None = None
    hours: Annotated[str, Field(pattern="^always$", examples=["always"])] | None = None
    languages: tuple[Text, ...] = ()
    free: YesNo = False


class HelplineWording(Header):
    """Who answers, and what the line is for."""

    name: Text
    what: Text


class Facts(fields.Facts):
    """The facts of a page."""

    menu: Annotated[int, Field(ge=1)] | None = None
    contact: Contact | None = None
    helplines: tuple[Helpline, ...] = ()


class Words(fields.Words):
    """The words of a page; `slug` is its address in this language, empty for the home page."""

    slug: Annotated[str, Field(pattern=_SLUG, examples=["obtenir-de-l-aide"])]
    helpline_wording: dict[str, HelplineWording] = Field(default_factory=dict)
