"""Texts and finished pages judged one by one, so that one that has not changed need not be judged again."""

from crpsguide.check.incremental.files import found_apart_in_files as found_apart_in_files
from crpsguide.check.incremental.files import found_in_styles as found_in_styles
from crpsguide.check.incremental.texts import Remark as Remark
from crpsguide.check.incremental.texts import found_in_texts as found_in_texts
