"""How to reach an association: what an entry declares public. `checks.contacts` looks at its forms."""

from contrelatraite.marking import _
from contrelatraite.schema.fields import Day, Header, Help, Said, Text, YesNo


class Contact(Header):
    """How to reach an association. It is printed only if public, and says when it was last confirmed."""

    name: Text | None = None
    role: Text | None = None
    email: Text | None = None
    phone: Text | None = None
    public: YesNo = False
    confirmed: Day


HELP: Help = {
    Contact: {
        "name": Said(_("The service that answers, never a person’s name.")),
        "role": Said(_("What one may write or call for.")),
        "email": Said(_("An address made for the public.")),
        "phone": Said(_("A number made for the public, between quotes.")),
        "public": Said(_("“true” if these details may be printed; without it, the entry cannot hold them.")),
        "confirmed": Said(_("The day on which the association last confirmed these details.")),
    },
}
