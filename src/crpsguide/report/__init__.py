"""Diagnostics in the forms in which people and programs take them."""

from crpsguide.report.programs import github_report, json_report, sarif_report
from crpsguide.report.text import Lines, brief_report, counted, counts, no_lines, shown, text_report

__all__ = [
    "Lines",
    "brief_report",
    "counted",
    "counts",
    "github_report",
    "json_report",
    "no_lines",
    "sarif_report",
    "shown",
    "text_report",
]
