"""Draws a site: from the content model and templates to finished files, all in memory."""

from crpsguide.render.dashboard import render_dashboard
from crpsguide.render.files import render_site
from crpsguide.render.hosting import render_hosting
from crpsguide.render.print_documents import picture_name, print_documents

__all__ = ["picture_name", "print_documents", "render_dashboard", "render_hosting", "render_site"]
