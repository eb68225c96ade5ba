"""Every handout is open to everyone: PDF/UA-1 (ISO 14289-1), by page-validation."""

import page as validation
from tests.audit.audited import Audited, Outcome


def audit_paper(audited: Audited) -> Outcome:
    """Failures of the standard in any PDF of the site."""
    handouts = audited.files(".pdf")
    findings = []
    for handout in handouts:
        report = validation.validate_pdf_bytes(handout.read_bytes(), profile=validation.ValidationProfile.PDF_UA_1)
        name = handout.relative_to(audited.site)
        findings += [f"{name}: {one.rule_id}: {one.message}" for one in report.failures]
    return Outcome(f"{len(handouts)} PDF files", findings)
