"""`python -m contrelatraite`, the same as the installed command."""

import sys

from contrelatraite.cli import main

sys.exit(main())
