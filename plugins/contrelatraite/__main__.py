"""The installed command, and `python -m contrelatraite`."""

import gc
import sys

# A command lives half a second and makes no cycles: looking for some would take a fifth of it.
gc.disable()

from contrelatraite.cli import main  # noqa: E402  its modules are what would be looked through

if __name__ == "__main__":
    sys.exit(main())
