"""What the commands share: reading articles, printing, and the code to exit with."""

from __future__ import annotations

import atexit
import contextlib
import gc
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from attrib.choices import Choices
from attrib.edge import drop_output, tell
from attrib.errors import InputError

if TYPE_CHECKING:
    from attrib.records import Analysis, Corpus, Decision, Problem
    from attrib.rulebook import Rulebook, RuleFolders
    from attrib.settings import Settings

_STANDARD_OUTPUT = "standard output"


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
    # A process may be started with its standard input closed.
    stdin = sys.stdin.buffer if "-" in paths and sys.stdin is not None else None
    corpus = read_paths(paths, settings, stdin, stdin_name=stdin_filename, rules=rules)
    if choices.verbose:
        found = f"articles: {len(corpus)}; settings of {settings.file or 'no file'}"
        tell(f"{found}; rules {rules.checksum}")
    return corpus


def keep_inputs(
    target: Path | None, paths: Sequence[str], settings: Settings, *others: Path | None
) -> None:
    """Raise InputError if what is written to `target` would replace what the run reads.

    That are the articles at `paths`, also those that cannot be read, what stands beside them,
    the settings and decisions, and the `others`.
    """
    if target is None or not target.exists():
        return
    from attrib.ingest.formats import SUFFIXES
    from attrib.ingest.reading import WAIVERS
    from attrib.ingest.walking import find_files
    from attrib.writing import refuse_inputs

    named = [path for path in paths if path != "-"]
    files = find_files(named, settings, SUFFIXES).files
    beside = (file.with_name(file.name + WAIVERS) for file in files)
    known = (path for path in (settings.file, settings.decisions, *others) if path is not None)
    refuse_inputs(target, (*map(Path, named), *files, *beside, *known))
    if len(named) < len(paths) and sys.stdin is not None:
        with contextlib.suppress(OSError, ValueError):
            refuse_inputs(target, (Path(f"/dev/fd/{sys.stdin.fileno()}"),))


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
        told = " ".join(f"decision '{decision.kind}' by {decision.by}{about}: {why}".split())
        tell(f"{place}: {told}")


def show_progress(choices: Choices) -> Callable[[str, int, int], None] | None:
    """A line on stderr that is written over, on a terminal only."""
    if choices.quiet or not is_terminal(sys.stderr):
        return None

    def show(step: str, done: int, of: int) -> None:
        click.echo(f"\r\x1b[K{step} {done + 1} of {of}", nl=False, err=True)
        if done + 1 >= of or step == "comparing":
            click.echo("\r\x1b[K", nl=False, err=True)

    return show


def print_text(text: str) -> bool:
    """To standard output as UTF-8, whatever the terminal's encoding is; raises InputError.

    False where the reader went away ("attrib ... | head"): that changes nothing of how a
    command ends.
    """
    if sys.stdout is None:
        raise InputError("cannot be written: it is closed", path=_STANDARD_OUTPUT)
    try:
        sys.stdout.buffer.write(text.encode("utf-8", "replace"))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        drop_output()
        return False
    except OSError as problem:
        # What is left in the buffer would fail once more at the end of the process.
        atexit.register(drop_output)
        message = f"cannot be written: {problem.strerror}"
        raise InputError(message, path=_STANDARD_OUTPUT) from problem
    return True


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person looks at it; None is the stream of a process that was started without."""
    return stream is not None and stream.isatty()


def print_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        tell(f"{problem.path}: {problem.message}")


def exit_code(problems: Iterable[Problem]) -> int:
    return 2 if any(problem.fatal for problem in problems) else 0
