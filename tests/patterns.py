"""Publishes all components with their examples as a site, to look at: `make patterns`."""

import sys
from pathlib import Path

from tests.small_guide import GUIDE, render_patterns

from crpsguide.publish import publish_files

if __name__ == "__main__":
    folder = publish_files(render_patterns(), (), Path(sys.argv[1]) / "patterns", guide=GUIDE).folder
    sys.stdout.write(f"See {folder / 'examples/index.html'}\n")
