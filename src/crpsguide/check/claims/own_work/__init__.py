"""What the writers and their house are and do."""

from crpsguide.check.claims.own_work.judging import describes_own_work as describes_own_work
