"""Reading grades of pages, for the editor's dashboard."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from crpsguide.check.rule import RuleInputs
from crpsguide.check.running_text import running_sentences, without_names
from crpsguide.language.readability import flesch_kincaid, words_of
from crpsguide.model import ReadingGrade


def reading_grades(on: RuleInputs) -> Mapping[PurePosixPath, ReadingGrade]:
    """The reading grade of each page, by its name; a page without running text has none."""
    grades = {}
    for name, page in on.site.pages.items():
        running = [one for one in running_sentences(page) if words_of(one.text)]
        if running:
            texts = [one.text for one in running]
            grades[name] = ReadingGrade(
                words=sum(len(words_of(text)) for text in texts),
                grade=flesch_kincaid(without_names(on.site, page, running)),
                raw=flesch_kincaid(texts),
            )
    return grades
