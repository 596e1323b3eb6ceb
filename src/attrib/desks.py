"""Drafts by the settings that hold for them: each desk has its own rules, decisions and baseline.

A mistake in the settings of one desk stops none of the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from attrib.cache import FOLDER
from attrib.errors import AttribError
from attrib.ingest.reading import name_mistake
from attrib.records import (
    SEVERITIES,
    Article,
    Checked,
    Corpus,
    Decision,
    Diagnostic,
    Problem,
    Suppressed,
)
from attrib.rulebook import RuleFolders
from attrib.runs import Manner, Progress, check_drafts
from attrib.settings import Settings


@dataclass(frozen=True, slots=True)
class Desk:
    """Some settings, and the articles that they hold for."""

    settings: Settings
    articles: tuple[Article, ...]


def sort_by_desk(
    corpus: Corpus, settings_of: Callable[[str | None], Settings], otherwise: Settings
) -> tuple[Desk, ...]:
    """The articles by their settings, in order of settings file; one desk at least."""
    articles: dict[Path | None, list[Article]] = {}
    settings: dict[Path | None, Settings] = {}
    for article in corpus:
        found = settings_of(article.path)
        settings.setdefault(found.file, found)
        articles.setdefault(found.file, []).append(article)
    if not articles:
        return (Desk(otherwise, ()),)
    return tuple(
        Desk(settings[file], tuple(articles[file]))
        for file in sorted(articles, key=lambda file: str(file or ""))
    )


def check_desks(
    desks: Sequence[Desk],
    others: Sequence[Article],
    rules_for: Callable[[Settings], RuleFolders],
    decisions_for: Callable[[Settings], tuple[Decision, ...]],
    progress: Progress | None = None,
) -> Checked:
    """What is found in the articles of all desks; raises what stops every one of them."""
    checked: list[Checked] = []
    mistakes: list[AttribError] = []
    for desk in desks:
        settings = desk.settings
        try:
            found = check_drafts(
                Corpus(desk.articles),
                rules_for(settings),
                others,
                settings=settings,
                manner=Manner(
                    settings.folder / FOLDER if settings.cache else None, settings.processes
                ),
                progress=progress,
                decisions=decisions_for(settings),
            )
        except AttribError as mistake:
            mistakes.append(mistake)
        else:
            checked.append(found)
    if not checked:
        raise mistakes[0]
    return Checked(
        _in_order(item for each in checked for item in each.diagnostics),
        _all_problems((problem for each in checked for problem in each.problems), mistakes),
        tuple(item for each in checked for item in each.suppressed),
    )


def hold_against_baselines(
    checked: Checked,
    desks: Sequence[Desk],
    hold: Callable[[Path, Checked, Corpus], tuple[Sequence[Diagnostic], Sequence[Suppressed]]],
) -> Checked:
    """`checked` as `hold` leaves it with each baseline, which several desks may share.

    Raises what is wrong with the baseline where there is no desk without that mistake.
    """
    by_baseline: dict[Path | None, list[Article]] = {}
    mistakes: list[AttribError] = []
    for desk in desks:
        try:
            by_baseline.setdefault(desk.settings.require("baseline"), []).extend(desk.articles)
        except AttribError as mistake:
            mistakes.append(mistake)
            by_baseline.setdefault(None, []).extend(desk.articles)
    if len(mistakes) == len(desks):
        raise mistakes[0]
    found: list[Diagnostic] = []
    suppressed = list(checked.suppressed)
    for path, articles in by_baseline.items():
        paths = {article.path or "-" for article in articles}
        own = tuple(item for item in checked.diagnostics if item.path in paths)
        if path is None:
            found += own
            continue
        try:
            new, known = hold(path, replace(checked, diagnostics=own), Corpus(tuple(articles)))
        except AttribError as mistake:
            if len(by_baseline) == 1:
                raise
            mistakes.append(mistake)
            new, known = own, ()
        found += new
        suppressed += known
    problems = _all_problems(checked.problems, mistakes)
    return Checked(_in_order(found), problems, tuple(suppressed))


def shown_and_failing(
    found: Iterable[Diagnostic], settings_of: Callable[[str | None], Settings]
) -> tuple[tuple[Diagnostic, ...], bool]:
    """The findings that the settings of their files show, and whether one of them fails the run."""
    shown, failing = [], False
    for item in found:
        settings, rank = settings_of(item.path), SEVERITIES.index(item.severity)
        if rank <= SEVERITIES.index(settings.min_severity):
            shown.append(item)
        if settings.fail_on != "never" and rank <= SEVERITIES.index(settings.fail_on):
            failing = True
    return tuple(shown), failing


def _in_order(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    return tuple(sorted(found, key=lambda d: (d.path, d.line, d.column, d.code, d.span)))


def _all_problems(
    problems: Iterable[Problem], mistakes: Iterable[AttribError]
) -> tuple[Problem, ...]:
    return tuple(sorted({*problems, *map(name_mistake, mistakes)}))
