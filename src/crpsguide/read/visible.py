"""The words of a passage as a reader sees them, and where each of them stands in the source."""

from dataclasses import dataclass, field

from crpsguide.model import Citation


@dataclass(slots=True)
class VisibleText:
    """The visible words of a passage, gathered part by part.

    `known` holds pairs of a place in the words and the offset in the source that a mark told
    there; `citations` the place of each group of citations in the words.
    """

    parts: list[str] = field(default_factory=list)
    length: int = 0
    known: list[tuple[int, int]] = field(default_factory=list)
    citations: list[tuple[int, tuple[Citation, ...]]] = field(default_factory=list)

    def add(self, words: str) -> None:
        """Add words at the end."""
        self.parts.append(words)
        self.length += len(words)

    @property
    def words(self) -> str:
        """All words so far."""
        return "".join(self.parts)

    def source_offset(self, words: str, index: int, body: str, otherwise: int) -> int:
        """Where a character of the visible words stands in the source: from the last mark on, look for its word."""
        before = [one for one in self.known if one[0] <= index]
        if not before:
            return self.known[0][1] if self.known else otherwise
        at, offset = before[-1]
        if at == index:
            return offset
        straight = offset + index - at
        if body[straight : straight + 1] == words[index]:
            first = max(at, index - 8)
            if body[offset + first - at : straight + 1] == words[first : index + 1]:
                return straight
        # Emphasis, escapes and citations take up room in the source that readers do not see.
        line_end = body.find("\n", offset)
        limit = line_end if line_end >= 0 else len(body)
        tail = words[max(at, index - 6) : index + 1].strip()
        found = body.find(tail, offset, limit)
        if found >= 0:
            return found + len(tail) - 1
        return min(max(offset, straight), max(limit - 1, offset))
