"""The findings in each article of a corpus, as those of the corpus."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.records import Checked, Corpus


def gather_checked(corpus: Corpus, each: Sequence[Checked]) -> Checked:
    """What was found in each article of `corpus`, as one, in order of path and place."""
    found = (diagnostic for checked in each for diagnostic in checked.diagnostics)
    problems = {problem for checked in each for problem in checked.problems}
    return Checked(
        tuple(sorted(found, key=lambda d: (d.path, d.line, d.column, d.code, d.span))),
        tuple(sorted(problems.union(corpus.problems))),
        tuple(item for checked in each for item in checked.suppressed),
    )
