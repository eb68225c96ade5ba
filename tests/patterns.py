"""Writes the components with their examples as a site, to look at: `make patterns`.

It is made by the macros that draw the guide, and is no part of it: its examples tell of cold feet.
"""

import sys
from pathlib import Path

from tests.small_guide import GUIDE, render_patterns

from crpsguide.publish import publish_files

if __name__ == "__main__":
    folder = publish_files(render_patterns(), (), Path(sys.argv[1]) / "patterns", guide=GUIDE).folder
    sys.stdout.write(f"See {folder / 'examples/index.html'}\n")
