"""The style sheet as it goes on the line: the same rules, without what only people read."""

import re

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_STRING_OR_SPACE = re.compile(r'("[^"\n]*")|\s*([{};,])\s*|(:)\s+|\s+')


def lightened(sheet: str) -> str:
    """Give a sheet without its comments and its needless spaces; what stands in quotes is left as it is.

    Every page waits for the sheet: on a slow line, a tenth less is a tenth sooner.
    """
    return _STRING_OR_SPACE.sub(_kept, _COMMENT.sub("", sheet)).replace(";}", "}").strip()


def _kept(found: re.Match[str]) -> str:
    return found[1] or found[2] or found[3] or " "
