"""P, T9 and L106: what records name and date, held against the guide's other files and the calendar."""

from crpsguide.check.records.days import record_of_a_day_to_come, source_of_a_day_to_come
from crpsguide.check.records.listed import nothing_of_that_kind, unlisted_name
from crpsguide.check.records.markup import markup_in_record as markup_in_record
from crpsguide.check.records.twins import organisation_twice, source_twice
from crpsguide.check.records.ways import local_record, numbers_differ
from crpsguide.check.rule import Rule

RULES: tuple[Rule, ...] = (
    unlisted_name,
    nothing_of_that_kind,
    numbers_differ,
    markup_in_record,
    source_of_a_day_to_come,
    record_of_a_day_to_come,
    source_twice,
    organisation_twice,
    local_record,
)
