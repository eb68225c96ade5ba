"""A diagnostic for the tests of all report formats."""

from pathlib import PurePosixPath

from crpsguide.model import Diagnostic, Place, Severity

PAGE = PurePosixPath("content/pages/living/pacing.md")


def diagnostic(
    place: Place | None = None,
    severity: Severity = Severity.ERROR,
    message: str = "The link leads to no page.",
    help: str = "Check the spelling.",
    rule: tuple[str, str] = ("L101", "missing-page"),
) -> Diagnostic:
    """A diagnostic of which only what a test is about need be given."""
    return Diagnostic(place or Place(PAGE, 2, 5, 2, 9), *rule, severity, message, help)
