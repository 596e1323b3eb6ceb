"""The part of the page that shows at a glance what the rest tells in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from attrib.records import Contest
from attrib.report.index import Index
from attrib.report.plots.grades import GradesPlot, plot_grades
from attrib.report.plots.matrix import Matrix, lay_matrix
from attrib.report.plots.story import Story, lay_story
from attrib.report.words import Words


@dataclass(frozen=True, slots=True)
class Glance:
    """Who speaks on what, the story in time, and the grades of each article."""

    matrix: Matrix
    story: Story
    grades: GradesPlot


def view_glance(contests: Sequence[Contest], index: Index, words: Words) -> Glance:
    """All three; `contests` in the order of the page, by whose numbers they are called."""
    return Glance(
        lay_matrix(contests, index, words), lay_story(contests, index), plot_grades(index)
    )
