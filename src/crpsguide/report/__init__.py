"""Formats diagnostics as text for people, and as JSON, SARIF or GitHub commands for programs."""

from crpsguide.report.programs import github_report as github_report
from crpsguide.report.programs import json_report as json_report
from crpsguide.report.programs import sarif_report as sarif_report
from crpsguide.report.text import brief_report as brief_report
from crpsguide.report.text import counted as counted
from crpsguide.report.text import counts as counts
from crpsguide.report.text import shown as shown
from crpsguide.report.text import text_report as text_report
