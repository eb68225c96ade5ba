from pathlib import PurePosixPath

from tests.check.guides import MakeSite

from crpsguide.check.grades import reading_grades
from crpsguide.check.rule import RuleInputs


def test_hard_words_give_a_higher_grade(make_site: MakeSite) -> None:
    site = make_site(easy="The dog sat on the mat.", hard="Haemodynamic observation necessitates hospitalisation.")

    grades = reading_grades(RuleInputs(site))

    assert grades[PurePosixPath("easy.md")].grade < 3 < grades[PurePosixPath("hard.md")].grade
    assert grades[PurePosixPath("easy.md")].words == 6


def test_a_page_without_text_has_no_grade(make_site: MakeSite) -> None:
    assert PurePosixPath("empty.md") not in reading_grades(RuleInputs(make_site(empty="## A heading")))
