"""Marks of the words that go into the catalogues, for Babel's extraction; they are looked up where they are shown."""


def _(message: str) -> str:
    """Mark a message."""
    return message


def _in(_context: str, message: str) -> str:
    """Mark a message within a context."""
    return message
