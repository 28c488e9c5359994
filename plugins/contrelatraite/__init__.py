"""The plugin of contrelatraite.org: it reads, checks, cross-links and renders the Collective's content.

ARCHITECTURE.md draws the flow. Only `adapter` knows Pelican.
"""

from typing import Any

__version__ = "0.1.0"


def register() -> None:
    """Connect the plugin to Pelican's signals (Pelican calls this for every name in PLUGINS)."""
    from contrelatraite import adapter  # noqa: PLC0415  Pelican is imported only when Pelican runs

    adapter.register()


def __getattr__(name: str) -> Any:  # noqa: ANN401  the type of a module attribute is the attribute's own
    """Give Pelican its class (PELICAN_CLASS) on demand, so that `contrelatraite check` never pays for Pelican."""
    if name == "Publisher":
        from contrelatraite.adapter import Publisher  # noqa: PLC0415  see above

        return Publisher
    raise AttributeError(name)
