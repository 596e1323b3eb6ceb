"""What the commands share: reading articles, printing, and the code to exit with."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

import click

from attrib.choices import Choices

if TYPE_CHECKING:
    from attrib.records import Analysis, Corpus, Decision, Problem
    from attrib.rulebook import Rulebook, RuleFolders
    from attrib.settings import Settings


def read_corpus(
    choices: Choices,
    paths: Sequence[str],
    settings: Settings,
    rules: Rulebook | RuleFolders,
    stdin_filename: str | None = None,
) -> Corpus:
    from attrib.ingest import read_paths

    # What was loaded up to now stays to the end: no search for garbage need ever look at it.
    gc.freeze()
    gc.enable()
    stdin = sys.stdin.buffer if "-" in paths else None
    corpus = read_paths(paths, settings, stdin, stdin_name=stdin_filename, rules=rules)
    if choices.verbose:
        found = f"articles: {len(corpus)}; settings of {settings.file or 'no file'}"
        click.echo(f"attrib: {found}; rules {rules.checksum}", err=True)
    return corpus


def load_decisions(settings: Settings) -> tuple[Decision, ...]:
    """What the settings' file of decisions holds; raises SettingsError."""
    if settings.decisions is None:
        return ()
    from attrib.decide import read_decisions

    return read_decisions(settings.decisions)


def analyze(
    choices: Choices,
    corpus: Corpus,
    rulebook: Rulebook,
    settings: Settings,
    *,
    checks: bool = False,
) -> Analysis:
    if checks:
        from attrib.reporting import analyze_with_checks as analyze_articles
    else:
        from attrib.pipeline import analyze_articles

    decisions = load_decisions(settings)
    analysis = analyze_articles(
        corpus.articles,
        rulebook,
        problems=corpus.problems,
        progress=show_progress(choices),
        settings=settings,
        decisions=decisions,
    )
    print_problems(analysis.problems)
    print_unmatched(settings, analysis)
    return analysis


def print_unmatched(settings: Settings, analysis: Analysis) -> None:
    """A line for each decision that has no effect, and why."""
    for item in analysis.decided:
        if item.matches and not item.note:
            continue
        decision = item.decision
        why = item.note or "it matches no passage any more"
        about = f" ({decision.about})" if decision.about else ""
        place = f"{settings.decisions}:{decision.line}:{decision.column}"
        told = f"decision '{decision.kind}' by {decision.by}{about}: {why}"
        click.echo(f"attrib: {place}: {' '.join(told.split())}", err=True)


def show_progress(choices: Choices) -> Callable[[str, int, int], None] | None:
    """A line on stderr that is written over, on a terminal only."""
    if choices.quiet or not sys.stderr.isatty():
        return None

    def show(step: str, done: int, of: int) -> None:
        click.echo(f"\r\x1b[K{step} {done + 1} of {of}", nl=False, err=True)
        if done + 1 >= of or step == "comparing":
            click.echo("\r\x1b[K", nl=False, err=True)

    return show


def print_text(text: str) -> None:
    """To standard output as UTF-8, whatever the terminal's encoding is."""
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def print_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(f"attrib: {problem.path}: {problem.message}", err=True)


def exit_code(problems: Iterable[Problem]) -> int:
    return 2 if any(problem.fatal for problem in problems) else 0
