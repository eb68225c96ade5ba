"""Finds misspelt block openers, and closing lines without an opener."""

import re
from collections.abc import Iterator, Sequence

from crpsguide.language.expressions import LazyPattern
from crpsguide.model import Trouble
from crpsguide.read.components import COMPONENT_NAMES
from crpsguide.read.markers import BLOCK_NAMES, BLOCK_OPENER, Lines, MarkedBody
from crpsguide.spelling import did_you_mean

_LIKE_AN_OPENER = LazyPattern(r"^ {0,3}/{3,} *(?P<name>[\w-]+)(?P<rest>.*)$", re.MULTILINE)
# Fences of other Markdown dialects, and typing errors.
_OTHER_FENCE = LazyPattern(
    r"^ {0,3}(?P<fence>//|:{3,}|\\{2,}|(?:> ?)+(?=[^\n]*\n(?:> ?)+ {4})/{2,})"
    rf" *(?P<name>{'|'.join(sorted(BLOCK_NAMES))}) *(?:\|.*)?$",
    re.MULTILINE,
)


def unknown_blocks(lines: Lines, marked: MarkedBody) -> Sequence[Trouble]:
    """Unknown block names, titles without a bar, other fences, and closing lines without an opener."""
    openers = tuple(_malformed_openers(lines, marked))
    if openers or not all(one.closed for one in marked.openers.values()):
        return openers  # stray closing lines are a consequence of them
    message = "This line closes no block, and readers see it."
    help = "Remove it, or begin a block above it, as in: /// ask | Questions"
    return [Trouble("unknown-block", lines.place(at), message, help) for at in marked.strays]


def _malformed_openers(lines: Lines, marked: MarkedBody) -> Iterator[Trouble]:
    for line in _LIKE_AN_OPENER.finditer(lines.body):
        if marked.is_code(line.start()):
            continue
        name, place = line["name"], lines.place(*line.span("name"))
        if name.casefold() not in COMPONENT_NAMES:
            message = f"There is no block “{name}”."
            words = "-".join(f"{name}{line['rest']}".partition("|")[0].split())
            meant = words if words.casefold() in COMPONENT_NAMES else name
            help = did_you_mean(meant, COMPONENT_NAMES, f"Known blocks: {', '.join(COMPONENT_NAMES)}.")
            yield Trouble("unknown-block", place, message, help)
        elif not BLOCK_OPENER.match(line[0]) and (words := line["rest"].strip()):
            message = "This line opens no block: its title does not stand behind a bar."
            yield Trouble("unknown-block", place, message, f"Write it as: /// {name} | {words}")
    for match in _OTHER_FENCE.finditer(lines.body):
        if not marked.is_code(match.start()):
            yield Trouble(
                "unknown-block",
                lines.place(match.start("fence"), match.end("fence")),
                f"The block “{match['name']}” is shown as text: “{match['fence']}” begins no block.",
                f"Begin it with “/// {match['name']}”, and end it with “///”.",
            )
