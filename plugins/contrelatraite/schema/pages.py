"""Pages: home, the Collective, get help, contact and the like."""

from typing import Annotated

from pydantic import Field

from contrelatraite.marking import _
from contrelatraite.schema import fields
from contrelatraite.schema.contacts import Contact
from contrelatraite.schema.fields import Anchor, Header, Help, References, Said, Text, YesNo

_SLUG = r"^([a-z0-9]+(-[a-z0-9]+)*)?$"
# Short numbers, those of social interest in Europe (116…), French ones, and those of abroad.
_NUMBER = r"^(?:\d{2,4}|116 ?\d{3}|0\d(?: ?\d\d){4}|\+\d{1,3}(?: ?\d){6,12})$"

REFERENCES: References = {}


class Helpline(Header):
    """A number to call or to write to, in the order of urgency. `hours` is given only for a line that never closes."""

    id: Anchor
    call: Annotated[str, Field(pattern=_NUMBER, examples=["112"])] | None = None
    text: Annotated[str, Field(pattern=_NUMBER, examples=["112"])] | None = None
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


HELP: Help = {
    Facts: {
        "menu": Said(_("Its place in the main menu; without it, the page is not in the menu."), "9"),
        "contact": Said(
            _("How the public may reach the Collective."),
            "\n  name: Secrétariat\n  email:\n  phone:\n  public: true\n  confirmed: 2026-01-15",
        ),
        "helplines": Said(
            _("The numbers to call, the most urgent first."),
            '\n  - {id: ligne-a, call: "112", hours: always, languages: [fr, en], free: true}',
        ),
    },
    Words: {
        "title": Said(_("The page’s title, in this language."), _("A page of the site")),
        "slug": Said(
            _("The last part of the page’s address in this language: small letters, digits and hyphens."),
            _("a-page-of-the-site"),
        ),
        "helpline_wording": Said(
            _("Who answers and what the line is for, under the id of each number."),
            _("\n  ligne-a: {name: Line A, what: To ask for advice}"),
        ),
    },
    Helpline: {
        "id": Said(_("A short name of its own, in small letters, digits and hyphens.")),
        "call": Said(_("The number to call, between quotes.")),
        "text": Said(_("The number to send a text message to, between quotes.")),
        "hours": Said(_("“always” for a line that never closes; otherwise nothing.")),
        "languages": Said(_("The languages spoken.")),
        "free": Said(_("“true” if the call is free.")),
    },
    HelplineWording: {
        "name": Said(_("The line’s name.")),
        "what": Said(_("What one may call it for.")),
    },
}
