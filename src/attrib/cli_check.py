"""The command `attrib check`."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from attrib.choices import Choices, decisions_option, with_choices
from attrib.console import (
    exit_code,
    is_terminal,
    keep_inputs,
    load_decisions,
    print_problems,
    print_text,
    read_corpus,
    settle_for_all,
    show_progress,
)
from attrib.edge import ReaderGoneError, tell
from attrib.records import SEVERITIES
from attrib.wanted import Wanted

if TYPE_CHECKING:
    from attrib.changes import Comparison
    from attrib.desks import Desk
    from attrib.nearest import Nearest
    from attrib.records import Checked, Corpus, Diagnostic, Suppressed
    from attrib.rulebook.entries import CheckRule
    from attrib.settings import Settings

_FORMATS = ("text", "concise", "json", "sarif", "github", "gitlab", "rdjson", "junit")
_WITH_PROBLEMS = frozenset(_FORMATS) - {"text", "concise"}
"""Formats that say themselves what could not be read."""


@click.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--fail-on",
    type=click.Choice((*SEVERITIES, "never")),
    help="Exit with 1 at this severity or above.  [default: error]",
)
@click.option(
    "--min-severity",
    type=click.Choice(SEVERITIES),
    help="Show this severity and above.  [default: info]",
)
@click.option("--output", type=click.Path(path_type=Path), help="Write the findings here.")
@click.option(
    "--stdin-filename",
    metavar="NAME",
    help="The name of a draft read from -: it is shown, and finds the settings.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(_FORMATS),
    default="text",
    show_default=True,
)
@click.option(
    "--select",
    metavar="CODES",
    help="Only these checks: codes or beginnings of codes, with commas.",
)
@click.option("--ignore", metavar="CODES", help="All but these checks.")
@click.option("--profile", metavar="NAME", help="A house's way with the checks: ap, bbc, ...")
@click.option(
    "--with",
    "with_",
    metavar="PATHS",
    multiple=True,
    help="Other articles to hold the drafts against; may be given more than once.",
)
@click.option("--diff", metavar="REF", help="Only findings on lines changed since this commit.")
@click.option(
    "--baseline",
    type=click.Path(path_type=Path),
    help="Tell only findings that are not in this file.",
)
@click.option(
    "--write-baseline",
    type=click.Path(path_type=Path),
    help="Write all findings there, for --baseline, and stop.",
)
@click.option(
    "--prune-baseline", is_flag=True, help="Take out of --baseline what was not found again."
)
@decisions_option
@click.option(
    "-j",
    "--processes",
    type=click.IntRange(0),
    metavar="N",
    help="Drafts read at once; 0: one a core.",
)
@click.option(
    "--learned", is_flag=True, help="Let a model read too, for the checks that have it; infos."
)
@click.option("--no-cache", is_flag=True, help="Read all drafts anew, and keep nothing.")
@click.option("--watch", is_flag=True, help="Check again whenever a draft changes; Ctrl-C ends it.")
@click.option("--show-settings", is_flag=True, help="Print the settings in force and stop.")
@with_choices
def check(choices: Choices, paths: tuple[str, ...], **given: Any) -> int:
    """Check drafts before they are published."""
    wanted = Wanted(**given)
    wanted.refuse_what_cannot_be()
    from attrib.writing import require_file

    for target in (wanted.output, wanted.write_baseline):
        require_file(target)
    nearest = choices.nearest(wanted.said())
    if wanted.show_settings:
        from attrib.settings import render_settings

        print_text(render_settings(settle_for_all(nearest, wanted.places(paths))))
        return 0
    if not paths:
        raise click.UsageError("Name at least one draft, folder or - to check.")
    if not wanted.watch:
        return _check_once(choices, paths, nearest, wanted)
    if "-" in paths or wanted.write_baseline is not None:
        raise click.UsageError("--watch goes with files and folders, and writes no baseline.")
    from attrib.watching import Watched, watch

    # What is wrong before it starts is no file saved by halves, and ends it.
    settle_for_all(nearest, paths)
    return watch(
        Watched((*paths, *wanted.with_), choices.rules),
        load=lambda: choices.nearest(wanted.said()),
        run=lambda nearest: _check_once(choices, paths, nearest, wanted),
    )


def _check_once(choices: Choices, paths: tuple[str, ...], nearest: Nearest, wanted: Wanted) -> int:
    from attrib.check.formats import render_diagnostics
    from attrib.desks import check_desks, hold_against_baselines, shown_and_failing, sort_by_desk
    from attrib.records import Corpus
    from attrib.writing import write_text

    for target in (wanted.output, wanted.write_baseline):
        # A baseline in the settings is what --write-baseline is there to write anew.
        told = target is not None and target == wanted.output
        named = (*wanted.places(paths), *wanted.with_)
        keep_inputs(target, (*paths, *wanted.with_), nearest, named, baselines=told)
    comparison, stdin = _compare_with(wanted, paths)
    prefer = comparison.changed if comparison is not None else None
    rules, name = choices.given_rules(), wanted.stdin_filename
    corpus = read_corpus(choices, paths, nearest, rules, stdin, name, prefer)
    others = read_corpus(choices, wanted.with_, nearest, rules) if wanted.with_ else Corpus(())
    desks = sort_by_desk(
        corpus, nearest.of, _settings_of_none(nearest, wanted.places(paths), corpus)
    )
    if wanted.prune_baseline and all(desk.settings.baseline is None for desk in desks):
        raise click.UsageError("--prune-baseline needs --baseline, or baseline: in the settings.")
    checked = check_desks(
        desks, others.articles, choices.rules_for, load_decisions, show_progress(choices)
    )
    problems = {*checked.problems, *corpus.problems, *others.problems}
    checked = replace(checked, problems=tuple(sorted(problems)))
    if wanted.write_baseline is not None:
        from attrib.check.baseline import make_baseline, render_baseline

        known = make_baseline(checked.diagnostics, wanted.write_baseline.parent)
        write_text(wanted.write_baseline, render_baseline(known))
        print_problems(checked.problems)
        return exit_code(checked.problems)
    checked = hold_against_baselines(
        checked, desks, partial(_hold_against, wanted.prune_baseline, choices.quiet)
    )
    if comparison is not None and len(corpus):
        checked = _on_changed_lines(comparison, checked, corpus)
    shown, failing = shown_and_failing(checked.diagnostics, nearest.of)
    coloured = wanted.output is None and is_terminal(sys.stdout) and not os.environ.get("NO_COLOR")
    rendered = render_diagnostics(
        shown,
        replace(corpus, problems=checked.problems),
        wanted.format_,
        coloured,
        _rules_in_force(choices, desks) if wanted.format_ == "sarif" else (),
        checked.suppressed,
    )
    # The formats for machines hold what was not read, but a person at a terminal sees it too.
    if wanted.format_ not in _WITH_PROBLEMS or wanted.output is not None:
        print_problems(checked.problems)
    if wanted.output is None:
        if not print_text(rendered) and wanted.watch:
            raise ReaderGoneError
    else:
        write_text(wanted.output, rendered)
    return exit_code(checked.problems) or int(failing)


def _settings_of_none(nearest: Nearest, paths: tuple[str, ...], corpus: Corpus) -> Settings:
    """What holds where no article was read. Raises the mistake that all of the paths run into."""
    from attrib.settings import Settings

    if len(corpus):
        return Settings()
    return settle_for_all(nearest, paths)


def _compare_with(
    wanted: Wanted, paths: tuple[str, ...]
) -> tuple[Comparison | None, BinaryIO | None]:
    """What --diff compares with, and standard input where that is held against a named file."""
    if wanted.diff is None:
        return None, None
    from attrib.changes import Comparison

    # A process may be started with its standard input closed.
    if wanted.stdin_filename is None or "-" not in paths or sys.stdin is None:
        return Comparison(wanted.diff), None
    draft = sys.stdin.buffer.read()
    return Comparison(wanted.diff, {wanted.stdin_filename: draft}), BytesIO(draft)


def _rules_in_force(choices: Choices, desks: Sequence[Desk]) -> tuple[CheckRule, ...]:
    """The rules of all desks that could be used, each once."""
    from attrib.check.selection import select_rules
    from attrib.errors import AttribError
    from attrib.rulebook.profiles import apply_levels

    found: dict[str, CheckRule] = {}
    for settings in (desk.settings for desk in desks):
        with suppress(AttribError):
            rulebook = choices.rules_for(settings).load()
            levelled = apply_levels(rulebook, settings.profile, settings.severity)
            for rule in select_rules(levelled, settings.select, settings.ignore):
                found.setdefault(rule.id, rule)
    return tuple(found[code] for code in sorted(found))


def _on_changed_lines(comparison: Comparison, checked: Checked, corpus: Corpus) -> Checked:
    """Without findings on lines as they were, and with the files of which git could not tell."""
    files = {finding.path for finding in checked.diagnostics} - {"-"}
    read = {article.path for article in corpus if article.path not in (None, "-")}
    changes = comparison.lines(files, also=filter(None, read))
    return replace(
        checked,
        # What came from standard input without a name is what somebody is just writing.
        diagnostics=tuple(
            item
            for item in checked.diagnostics
            if item.path == "-" or changes.touch(item.path, item.line, item.end_line)
        ),
        problems=tuple(sorted({*checked.problems, *changes.problems})),
    )


def _hold_against(
    prune: bool, quiet: bool, path: Path, checked: Checked, corpus: Corpus
) -> tuple[Sequence[Diagnostic], Sequence[Suppressed]]:
    """The findings that the baseline at `path` lacks, and those it has; asked to, it is pruned."""
    from attrib.check.baseline import (
        compare_with_baseline,
        prune_baseline,
        read_baseline,
        render_baseline,
    )
    from attrib.writing import write_text

    baseline = read_baseline(path)
    read = [article.path for article in corpus if article.path is not None]
    compared = compare_with_baseline(checked.diagnostics, baseline, path.parent, read)
    if prune:
        left = prune_baseline(baseline, checked.diagnostics, path.parent, read)
        # --watch looks at the file too, and would find it changed each time.
        if left != baseline:
            write_text(path, render_baseline(left))
    elif compared.stale and not quiet:
        note = "of its findings were not found again; --prune-baseline takes them out"
        tell(f"{path}: {compared.stale} {note}")
    return compared.new, compared.known
