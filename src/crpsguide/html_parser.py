"""An HTML parser that, like browsers, does not fail on malformed markup on which the standard library's does."""

from html.parser import HTMLParser


class TagReader(HTMLParser):
    """A parser of HTML fragments; subclasses handle the tags."""

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Treat `<![` as a comment up to the next `>`, as browsers do; the library fails if no name follows."""
        return self.parse_bogus_comment(i, report=report)
