"""What was not read of a draft, as notes among the findings: else "nothing found" looks clean."""

from __future__ import annotations

from collections.abc import Iterable

from attrib.records import Article, Diagnostic, Problem, Span

CODE = "note"
"""In place of the code of a check, as in rdjson: no rule finds it, and none leaves it out."""
_NAME = "not-read"


def note_problems(
    problems: Iterable[Problem], articles: Iterable[Article]
) -> tuple[Diagnostic, ...]:
    """A Diagnostic of severity "info" a problem, at the start of its file, in order."""
    by_place = {article.path or article.id: article for article in articles}
    return tuple(_note(problem, by_place.get(problem.path)) for problem in sorted(set(problems)))


def _note(problem: Problem, article: Article | None) -> Diagnostic:
    return Diagnostic(
        path=(article.path or "-") if article else problem.path,
        code=CODE,
        name=_NAME,
        severity="info",
        message=problem.message,
        span=Span(0, 0),
        line=1,
        column=1,
        end_line=1,
        end_column=1,
        article=article.id if article else "",
    )
