"""The command `attrib check`."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

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
    show_progress,
)
from attrib.edge import ReaderGoneError, tell
from attrib.records import SEVERITIES
from attrib.wanted import Wanted

if TYPE_CHECKING:
    from attrib.check.baseline import Compared
    from attrib.records import Checked, Corpus, Diagnostic
    from attrib.rulebook import RuleFolders
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
@click.option("--stdin-filename", metavar="NAME", help="The name to show for a draft read from -.")
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
    settings = wanted.settle(choices.settings_for(paths))
    if wanted.show_settings:
        from attrib.settings import render_settings

        print_text(render_settings(settings))
        return 0
    if wanted.prune_baseline and settings.baseline is None:
        raise click.UsageError("--prune-baseline needs --baseline, or baseline: in the settings.")
    if not paths:
        raise click.UsageError("Name at least one draft, folder or - to check.")
    if not wanted.watch:
        return _check_once(choices, paths, settings, wanted)
    if "-" in paths or wanted.write_baseline is not None:
        raise click.UsageError("--watch goes with files and folders, and writes no baseline.")
    from attrib.watching import Watched, watch

    return watch(
        Watched((*paths, *wanted.with_), choices.settings_files(paths), choices.rules),
        settings,
        load=lambda: wanted.settle(choices.settings_for(paths)),
        run=lambda settings: _check_once(choices, paths, settings, wanted),
    )


def _check_once(
    choices: Choices, paths: tuple[str, ...], settings: Settings, wanted: Wanted
) -> int:
    from attrib.cache import FOLDER
    from attrib.check.formats import render_diagnostics
    from attrib.records import Corpus
    from attrib.runs import Manner, check_drafts
    from attrib.writing import write_text

    for target in (wanted.output, wanted.write_baseline):
        # A baseline in the settings is what --write-baseline is there to write anew.
        baseline = settings.baseline if target == wanted.output else None
        keep_inputs(target, (*paths, *wanted.with_), settings, baseline)
    rules = choices.rules_for(settings)
    decisions = load_decisions(settings)
    corpus = read_corpus(choices, paths, settings, rules, wanted.stdin_filename)
    others = read_corpus(choices, wanted.with_, settings, rules) if wanted.with_ else Corpus(())
    checked = check_drafts(
        corpus,
        rules,
        others.articles,
        settings=settings,
        manner=Manner(settings.folder / FOLDER if settings.cache else None, settings.processes),
        progress=show_progress(choices),
        decisions=decisions,
    )
    checked = replace(checked, problems=tuple(sorted({*checked.problems, *others.problems})))
    if wanted.write_baseline is not None:
        from attrib.check.baseline import make_baseline, render_baseline

        known = make_baseline(checked.diagnostics, wanted.write_baseline.parent)
        write_text(wanted.write_baseline, render_baseline(known))
        print_problems(checked.problems)
        return exit_code(checked.problems)
    found, suppressed = checked.diagnostics, checked.suppressed
    if settings.baseline is not None:
        compared = _hold_against(
            settings.baseline, wanted.prune_baseline, checked, corpus, choices.quiet
        )
        found, suppressed = compared.new, (*suppressed, *compared.known)
    if wanted.diff is not None and len(corpus):
        found = _on_changed_lines(wanted.diff, found, corpus)
    floor = SEVERITIES.index(settings.min_severity)
    shown = tuple(d for d in found if SEVERITIES.index(d.severity) <= floor)
    coloured = wanted.output is None and is_terminal(sys.stdout) and not os.environ.get("NO_COLOR")
    rendered = render_diagnostics(
        shown,
        replace(corpus, problems=checked.problems),
        wanted.format_,
        coloured,
        _rules_in_force(rules, settings) if wanted.format_ == "sarif" else (),
        suppressed,
    )
    # The formats for machines hold what was not read, but a person at a terminal sees it too.
    if wanted.format_ not in _WITH_PROBLEMS or wanted.output is not None:
        print_problems(checked.problems)
    if wanted.output is None:
        if not print_text(rendered) and wanted.watch:
            raise ReaderGoneError
    else:
        write_text(wanted.output, rendered)
    failing = settings.fail_on != "never" and any(
        SEVERITIES.index(d.severity) <= SEVERITIES.index(settings.fail_on) for d in found
    )
    return exit_code(checked.problems) or int(failing)


def _rules_in_force(rules: RuleFolders, settings: Settings) -> tuple[CheckRule, ...]:
    from attrib.check.selection import select_rules
    from attrib.rulebook.profiles import apply_levels

    levelled = apply_levels(rules.load(), settings.profile, settings.severity)
    return select_rules(levelled, settings.select, settings.ignore)


def _on_changed_lines(
    ref: str, found: tuple[Diagnostic, ...], corpus: Corpus
) -> tuple[Diagnostic, ...]:
    from attrib.changes import find_changes

    # Of each file with a finding; where there is none, one tells whether the commit exists.
    files = {finding.path for finding in found} or {corpus.articles[0].path or "-"}
    changes = find_changes(ref, sorted(files - {"-"}))
    # What came from standard input is what somebody is just writing.
    return tuple(d for d in found if d.path == "-" or changes.touch(d.path, d.line, d.end_line))


def _hold_against(
    path: Path, prune: bool, checked: Checked, corpus: Corpus, quiet: bool
) -> Compared:
    """The findings against the baseline at `path`, which is written anew if asked to `prune`."""
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
    return compared
