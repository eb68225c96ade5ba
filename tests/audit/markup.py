"""HTML, CSS and SVG files are valid: the Nu HTML checker."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from tests.audit.programs import run
from tests.audit.step import Audit, Outcome

JAR = "node_modules/vnu-jar/build/dist/vnu.jar"
MESSAGE = re.compile(r'^"(?P<url>[^"]+)":(?P<line>\d+)[^ ]*: (?P<words>.*)$', re.MULTILINE)
EXIT_STATUSES = (0, 1)  # 1: there are findings, which the report lists
# CSS that is newer than the checker, by its specification; browsers that do not support it ignore it.
UNSUPPORTED_CSS: Mapping[str, str] = {
    "“container-type”": "https://www.w3.org/TR/css-conditional-5/",
    "“@container”": "https://www.w3.org/TR/css-conditional-5/",
    "“position-area”": "https://www.w3.org/TR/css-anchor-position-1/",
    "“position-try-fallbacks”": "https://www.w3.org/TR/css-anchor-position-1/",
    "“anchor-center”": "https://www.w3.org/TR/css-anchor-position-1/",
}


def audit_markup(audit: Audit) -> Outcome:
    """Errors and warnings of the checker, and entries of `UNSUPPORTED_CSS` that it supports by now."""
    files = audit.files(".html", ".css", ".svg")
    options = ("--also-check-css", "--also-check-svg", "--skip-info-messages", "--stdout", "--format", "gnu")
    report = run(["java", "-jar", audit.tools / JAR, *options, *files], statuses=EXIT_STATUSES)
    messages = [(_file(one["url"], audit), one["line"], one["words"]) for one in MESSAGE.finditer(report)]
    unsupported = {
        name for name in UNSUPPORTED_CSS if any(name in words for _, _, words in messages if "CSS:" in words)
    }
    findings = [
        f"{file}:{line}: {words}"
        for file, line, words in messages
        if not ("CSS:" in words and any(name in words for name in unsupported))
    ]
    outdated = UNSUPPORTED_CSS.keys() - unsupported
    findings += [f"The checker supports {name} now: remove it from the list." for name in sorted(outdated)]
    return Outcome(f"{len(files)} files of HTML, CSS and SVG", findings)


def _file(url: str, audit: Audit) -> PurePosixPath:
    path = PurePosixPath(unquote(urlsplit(url).path))
    return path.relative_to(audit.site) if path.is_relative_to(audit.site) else path
