"""From files to the Site: the one stage that opens a guide's folder."""

from crpsguide.read.site import NOT_PAGES, read_site

__all__ = ["NOT_PAGES", "read_site"]
