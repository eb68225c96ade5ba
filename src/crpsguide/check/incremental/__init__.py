"""Checks texts and rendered files one by one and caches the results, so that unchanged ones are not checked again."""

from crpsguide.check.incremental.files import found_in_files as found_in_files
from crpsguide.check.incremental.files import found_in_styles as found_in_styles
from crpsguide.check.incremental.texts import Remark as Remark
from crpsguide.check.incremental.texts import found_in_texts as found_in_texts
