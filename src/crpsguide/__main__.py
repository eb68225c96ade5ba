"""For “python -m crpsguide”."""

import sys

from crpsguide.cli import main

sys.exit(main())
