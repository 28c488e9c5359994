"""What is no problem, and said once all the same: a proposal that changes the entries of several members."""

from collections.abc import Collection

from contrelatraite.marking import _
from contrelatraite.report.spoken import Languages


def notice(members: Collection[str], languages: Languages, wanted: str | None) -> str:
    """Say gently that a proposal changes the folders of several members: each should agree to its own."""
    chosen = [languages[wanted]] if wanted else list(languages.values())
    said = _("This proposal changes the entries of several members (%(members)s): each should agree to its own.")
    return " · ".join(language.gettext(said) % {"members": language.list(members)} for language in chosen)
