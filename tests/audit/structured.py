"""Structured data says only what schema.org knows: each page's block, compiled against the types of schema-dts."""

import json
import re

from selectolax.lexbor import LexborHTMLParser
from tests.audit.audited import Audited, Outcome
from tests.audit.programs import run

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
ENDED = (0, 1, 2)  # 1 and 2 tell of findings, which the report lists


def audit_structured(audited: Audited) -> Outcome:
    """Properties and values that schema.org does not know, on any page."""
    blocks = [
        (page.relative_to(audited.site), node.text())
        for page in audited.files(".html")
        for node in LexborHTMLParser(page.read_bytes()).css(BLOCK)
    ]
    folder = audited.tools / "structured"
    folder.mkdir(exist_ok=True)
    # One constant a line, so that the line of a fault tells its page.
    lines = [IMPORT, *(_constant(number, block) for number, (_, block) in enumerate(blocks))]
    (folder / "all.ts").write_text("\n".join(lines), "utf-8")
    (folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": OPTIONS, "files": ["all.ts"]}), "utf-8")
    said = run(["node", audited.tools / "node_modules/typescript/bin/tsc", "--project", folder], statuses=ENDED)
    faults = [f"{blocks[int(line) - 2][0]}: {message}" for line, message in ERROR.findall(said)]
    if "error" in said and not faults:
        faults = [said.strip()]
    return Outcome(f"{len(blocks)} pages", faults)


def _constant(number: int, block: str) -> str:
    return f"export const page{number}: Graph = {json.dumps(json.loads(block))};"
