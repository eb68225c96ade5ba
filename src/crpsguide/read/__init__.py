"""From files to the Site: the one stage that opens a guide's folder."""

from crpsguide.read.site import read_site

__all__ = ["read_site"]
