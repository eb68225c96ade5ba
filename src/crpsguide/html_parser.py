"""An HTML parser that accepts all malformed markup, as browsers do."""

from html.parser import HTMLParser


class TolerantParser(HTMLParser):
    """`html.parser.HTMLParser`, except that it does not fail on `<![` without a name."""

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Treat `<![` as a comment up to the next `>`, as browsers do."""
        return self.parse_bogus_comment(i, report=report)
