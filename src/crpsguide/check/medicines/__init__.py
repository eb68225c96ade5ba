"""U8 and U9: doses, and orders to stop or change a medicine."""

from crpsguide.check.medicines.doses import dose_outside_study as dose_outside_study
from crpsguide.check.medicines.stopping import told_to_stop_medicine as told_to_stop_medicine

RULES = (dose_outside_study, told_to_stop_medicine)
