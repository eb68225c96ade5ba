"""From files to the Site: the one stage that opens a guide's folder."""

from crpsguide.read.bibliography import Record, read_bibliography
from crpsguide.read.folder import RESERVED
from crpsguide.read.layout import NOT_PAGES
from crpsguide.read.site import read_site

__all__ = ["NOT_PAGES", "RESERVED", "Record", "read_bibliography", "read_site"]
