"""A style sheet as browsers get it."""

import re

_FOR_WRITERS = re.compile(r"^[ \t]*/\*.*?\*/[ \t]*$|^[ \t]+", re.DOTALL | re.MULTILINE)


def bare_style(style: str) -> str:
    r"""A style without its indents and the comments that stand alone; what is left stays on its line.

    >>> bare_style(".a {\n  /* why */\n  color: var(--ink); /* decoration */\n}")
    '.a {\n\ncolor: var(--ink); /* decoration */\n}'
    """
    return _FOR_WRITERS.sub(lambda found: "\n" * found[0].count("\n"), style)
