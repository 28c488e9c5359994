"""Owners: the members → the code owners of GitHub: each member has its folder, the editors have everything.

A member's team is `@<organisation>/<member's id>`, and the editors' is `@<organisation>/redaction`. Teams, not people:
who belongs to one changes without a commit, and no name is printed here.
"""

from collections.abc import Iterable

ORGANISATION = "contrelatraite"  # the Collective's organisation on GitHub
EDITORS = f"@{ORGANISATION}/redaction"

# Only the editors merge these: what runs, what binds the Collective, and what the law says.
_EDITED = ("content/legal", "content/press", "content/pages", "plugins", "theme", "translations", ".github", "tests")


def code_owners(members: Iterable[str]) -> str:
    """Give the text of .github/CODEOWNERS; of several patterns that fit a file, the last one counts."""
    rows = [("*", EDITORS)]
    rows += [(f"/content/members/{member}/", f"@{ORGANISATION}/{member} {EDITORS}") for member in sorted(members)]
    rows += [(f"/{folder}/", EDITORS) for folder in _EDITED]
    width = max(len(pattern) for pattern, _ in rows) + 2
    head = "# Written by `make docs` (contributing/owners.py): each member owns its folder, the editors own the rest.\n"
    return head + "".join(f"{pattern:<{width}}{owners}\n" for pattern, owners in rows)
