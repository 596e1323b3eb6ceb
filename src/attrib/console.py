"""What the commands share: reading articles, printing, and the code to exit with."""

from __future__ import annotations

import atexit
import contextlib
import gc
import os
import sys
from collections.abc import Callable, Container, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, TextIO

import click

from attrib.choices import Choices
from attrib.edge import drop_output, tell
from attrib.errors import InputError, SettingsError

if TYPE_CHECKING:
    from attrib.nearest import Nearest
    from attrib.records import Analysis, Corpus, Decision, Problem
    from attrib.rulebook import Rulebook, RuleFolders
    from attrib.settings import Settings

_STANDARD_OUTPUT = "standard output"


def read_corpus(
    choices: Choices,
    paths: Sequence[str],
    nearest: Nearest,
    rules: Rulebook | RuleFolders | None,
    stdin: BinaryIO | None = None,
    stdin_filename: str | None = None,
    prefer: Callable[[Iterable[str]], Container[str]] | None = None,
) -> Corpus:
    """The articles at `paths`, each by its own settings; without `rules` by theirs too."""
    from attrib.ingest import read_paths

    # What was loaded up to now stays to the end: no search for garbage need ever look at it.
    gc.freeze()
    gc.enable()
    # A process may be started with its standard input closed.
    if "-" in paths and stdin is None and sys.stdin is not None:
        stdin = sys.stdin.buffer
    corpus = read_paths(
        paths, nearest.at, stdin, stdin_name=stdin_filename, rules=rules, prefer=prefer
    )
    if choices.verbose:
        settings = {found.file: found for found in (nearest.of(item.path) for item in corpus)}
        files = ", ".join(sorted(str(file or "no file") for file in settings)) or "no file"
        each = [rules] if rules is not None else map(choices.rules_for, settings.values())
        checksums = ", ".join(sorted({found.checksum for found in each})) or "of nothing"
        found = f"articles: {len(corpus)}; settings of {files}; rules {checksums}"
        tell(found)
    return corpus


def keep_inputs(
    target: Path | None,
    paths: Sequence[str],
    nearest: Nearest,
    places: Sequence[str] = (),
    *,
    baselines: bool = False,
) -> None:
    """Raise InputError if what is written to `target` would replace what the run reads.

    That are the articles at `paths`, also those that cannot be read, what stands beside them,
    and the settings and decisions of each, and of the `places` that the articles are said to be
    at; asked for, the `baselines` too.
    """
    if target is None or not target.exists():
        return
    from attrib.ingest.formats import SUFFIXES
    from attrib.ingest.reading import WAIVERS
    from attrib.ingest.walking import find_files
    from attrib.writing import refuse_inputs

    named = [path for path in paths if path != "-"]
    files = find_files(named, nearest.at, SUFFIXES).files
    beside = (file.with_name(file.name + WAIVERS) for file in files)
    for place in places:
        # Whoever reads the article tells what is wrong with its settings.
        with contextlib.suppress(SettingsError):
            nearest.of(place)
    known = {path for each in nearest.loaded.values() for path in (each.file, each.decisions)}
    if baselines:
        known |= {each.baseline for each in nearest.loaded.values()}
    inputs = (*map(Path, named), *files, *beside, *filter(None, known), *nearest.mistaken)
    refuse_inputs(target, inputs)
    if len(named) < len(paths) and sys.stdin is not None:
        with contextlib.suppress(OSError, ValueError):
            refuse_inputs(target, (Path(f"/dev/fd/{sys.stdin.fileno()}"),))


def settle_for_all(nearest: Nearest, paths: Sequence[str]) -> Settings:
    """The settings of a run that has one for all of `paths`, in whatever order they are named.

    Where those nearest to each differ, the ones nearest to the folder that holds them all.
    """
    from attrib.settings import absolute_path

    starts = [absolute_path(Path(path)) for path in paths if path != "-"]
    # is_dir() raises where a folder is locked.
    folders = sorted({start if os.path.isdir(start) else start.parent for start in starts})  # noqa: PTH112
    found = [nearest.at(folder) for folder in folders or [absolute_path(Path())]]
    if len({settings.file for settings in found}) == 1:
        return found[0]
    return nearest.at(Path(os.path.commonpath(folders)))


def tell_other_settings(
    choices: Choices, nearest: Nearest, corpus: Corpus, settings: Settings
) -> None:
    """A line where some articles have other settings nearer to them than those of the run."""
    files = {nearest.of(article.path).file for article in corpus} - {settings.file}
    if files and not choices.quiet:
        named = ", ".join(sorted(str(file or "no settings file") for file in files))
        tell(
            f"some files have settings of their own ({named}); outlets, exclude and "
            f"size_limit are theirs, all else is of {settings.file or 'no settings file'}"
        )


def load_decisions(settings: Settings) -> tuple[Decision, ...]:
    """What the settings' file of decisions holds; raises SettingsError."""
    path = settings.require("decisions")
    if path is None:
        return ()
    from attrib.decide import read_decisions

    return read_decisions(path)


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
