"""The style sheet as it goes on the line: the same rules, without what only people read."""

import re

_STRING = r"""("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')"""
_COMMENT = re.compile(_STRING + r"|/\*.*?\*/", re.DOTALL)
_SPACE = re.compile(_STRING + r"|\s*;?\s*(\})\s*|\s*([{;,])\s*|(:)\s+|\s+")


def lightened(sheet: str) -> str:
    """Give a sheet without its comments and its needless spaces; what stands in quotes is left as it is.

    Every page waits for the sheet: on a slow line, a tenth less is a tenth sooner.
    """
    bare = _COMMENT.sub(lambda found: found[1] or "", sheet)
    return _SPACE.sub(lambda found: next(filter(None, found.groups()), " "), bare).strip()
