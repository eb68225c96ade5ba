"""Structured data conforms to schema.org: the JSON-LD of each page, compiled against the types of schema-dts."""

import json
import re

from selectolax.lexbor import LexborHTMLParser
from tests.audit.programs import run
from tests.audit.step import Audit, Outcome

BLOCK = 'script[type="application/ld+json"]'
OPTIONS = {
    "strict": True,
    "noEmit": True,
    "skipLibCheck": True,
    "types": [],
    "module": "esnext",
    "moduleResolution": "bundler",
    "target": "es2022",
}
IMPORT = 'import type { Graph } from "schema-dts";'
ERROR = re.compile(r"all\.ts\((\d+),\d+\): error (.*)$", re.MULTILINE)
EXIT_STATUSES = (0, 1, 2)  # 1 and 2: there are findings, which the report lists


def audit_structured(audit: Audit) -> Outcome:
    """Properties and values that schema.org does not define."""
    blocks = [
        (page.relative_to(audit.site), node.text())
        for page in audit.files(".html")
        for node in LexborHTMLParser(page.read_bytes()).css(BLOCK)
    ]
    folder = audit.tools / "structured"
    folder.mkdir(exist_ok=True)
    # One constant per line, so that the line of an error identifies its page.
    lines = [IMPORT, *(_constant(number, block) for number, (_, block) in enumerate(blocks))]
    (folder / "all.ts").write_text("\n".join(lines), "utf-8")
    (folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": OPTIONS, "files": ["all.ts"]}), "utf-8")
    output = run(["node", audit.tools / "node_modules/typescript/bin/tsc", "--project", folder], statuses=EXIT_STATUSES)
    errors = [f"{blocks[int(line) - 2][0]}: {message}" for line, message in ERROR.findall(output)]
    if "error" in output and not errors:
        errors = [output.strip()]
    return Outcome(f"{len(blocks)} pages", errors)


def _constant(number: int, block: str) -> str:
    return f"export const page{number}: Graph = {json.dumps(json.loads(block))};"
