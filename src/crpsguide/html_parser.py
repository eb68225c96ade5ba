"""HTML as browsers read it: what the library stops at, and they do not."""

from html.parser import HTMLParser


class TagReader(HTMLParser):
    """Reads a piece of HTML; a child says what it takes in."""

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Take `<![` for a comment up to the next `>`, as browsers do; the library stops where no name follows."""
        return self.parse_bogus_comment(i, report=report)
