"""U8 and U9: what a page must leave to the reader's prescriber, doses and changes of a medicine."""

from crpsguide.check.medicines.doses import dose_outside_study as dose_outside_study
from crpsguide.check.medicines.stopping import told_to_stop_medicine as told_to_stop_medicine

RULES = (dose_outside_study, told_to_stop_medicine)
