"""Every file of the site is what its standard says: the Nu HTML checker, for HTML, CSS and SVG."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from tests.audit.audited import Audited, Outcome
from tests.audit.programs import run

JAR = "node_modules/vnu-jar/build/dist/vnu.jar"
MESSAGE = re.compile(r'^"(?P<url>[^"]+)":(?P<line>\d+)[^ ]*: (?P<words>.*)$', re.MULTILINE)
ENDED = (0, 1)  # 1 tells of findings, which the report lists
# Newer than the checker's list of styles; browsers that do not know them leave them out.
UNKNOWN_STYLES: Mapping[str, str] = {
    "“container-type”": "https://www.w3.org/TR/css-conditional-5/",
    "“@container”": "https://www.w3.org/TR/css-conditional-5/",
    "“position-area”": "https://www.w3.org/TR/css-anchor-position-1/",
    "“position-try-fallbacks”": "https://www.w3.org/TR/css-anchor-position-1/",
    "“anchor-center”": "https://www.w3.org/TR/css-anchor-position-1/",
}


def audit_markup(audited: Audited) -> Outcome:
    """Errors and warnings of the checker, and styles that are named as unknown to it and are not."""
    files = audited.files(".html", ".css", ".svg")
    options = ("--also-check-css", "--also-check-svg", "--skip-info-messages", "--stdout", "--format", "gnu")
    report = run(["java", "-jar", audited.tools / JAR, *options, *files], statuses=ENDED)
    messages = [(_file(one["url"], audited), one["line"], one["words"]) for one in MESSAGE.finditer(report)]
    met = {style for style in UNKNOWN_STYLES for _, _, words in messages if "CSS:" in words and style in words}
    return Outcome(
        f"{len(files)} files of HTML, CSS and SVG",
        [
            *(
                f"{file}:{line}: {words}"
                for file, line, words in messages
                if not any("CSS:" in words and style in words for style in met)
            ),
            *(f"The checker knows {style} now: take it from the list." for style in UNKNOWN_STYLES.keys() - met),
        ],
    )


def _file(url: str, audited: Audited) -> PurePosixPath:
    path = PurePosixPath(unquote(urlsplit(url).path))
    return path.relative_to(audited.site) if path.is_relative_to(audited.site) else path
