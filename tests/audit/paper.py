"""Handouts conform to PDF/UA-1 (ISO 14289-1): page-validation."""

import page as validation
from tests.audit.step import Audit, Outcome


def audit_paper(audit: Audit) -> Outcome:
    """Failures of the standard in all PDF files of the site."""
    handouts = audit.files(".pdf")
    findings = []
    for handout in handouts:
        report = validation.validate_pdf_bytes(handout.read_bytes(), profile=validation.ValidationProfile.PDF_UA_1)
        name = handout.relative_to(audit.site)
        findings += [f"{name}: {one.rule_id}: {one.message}" for one in report.failures]
    return Outcome(f"{len(handouts)} PDF files", findings)
