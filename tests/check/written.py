"""Pages of the guide for tests of rules about whole pages."""

FACTS = {
    "summary": "A page.",
    "purpose": "This page explains one thing.",
    "audience": "Everyone",
    "checked": "2026-01-02",
    "next_check": "2026-07-02",
    "changed": "First version.",
}
FIRST_LINE = 12  # of a page's own text


def guide_page(body: str, type: str = "condition", title: str = "A page", **facts: str) -> str:
    """A page of this type; more or other front matter by name, as YAML. Its text begins on line 12."""
    lines = [f"{key}: {value}" for key, value in {**FACTS, **facts}.items()]
    return "\n".join(["---", f"type: {type}", f"title: {title}", *lines, "---", "", body])
