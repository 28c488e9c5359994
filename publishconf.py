"""Settings of the public build."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # Pelican reads this file from wherever it runs

from pelicanconf import *

DRAFTS = False
INSPECT = True
