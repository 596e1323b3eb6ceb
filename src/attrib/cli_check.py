"""The command `attrib check`."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from attrib.choices import Choices, with_choices
from attrib.console import exit_code, print_problems, print_text, read_corpus

if TYPE_CHECKING:
    from attrib.check.baseline import Compared
    from attrib.check.formats import DiagnosticFormat
    from attrib.pipeline import Checked
    from attrib.records import Corpus, Severity
    from attrib.settings import FailOn

_SEVERITIES = ("info", "warning", "error")
_FORMATS = ("text", "concise", "json", "sarif", "github", "gitlab", "rdjson", "junit")
_WITH_PROBLEMS = frozenset(_FORMATS) - {"text", "concise"}
"""Formats that say themselves what could not be read."""


@click.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--fail-on",
    type=click.Choice((*_SEVERITIES[::-1], "never")),
    help="Exit with 1 at this severity or above.  [default: error]",
)
@click.option(
    "--min-severity",
    type=click.Choice(_SEVERITIES[::-1]),
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
@click.option("--show-settings", is_flag=True, help="Print the settings in force and stop.")
@with_choices
def check(
    choices: Choices,
    paths: tuple[str, ...],
    fail_on: FailOn | None,
    min_severity: Severity | None,
    output: Path | None,
    stdin_filename: str | None,
    format_: DiagnosticFormat,
    select: str | None,
    ignore: str | None,
    profile: str | None,
    with_: tuple[str, ...],
    diff: str | None,
    baseline: Path | None,
    write_baseline: Path | None,
    prune_baseline: bool,
    show_settings: bool,
) -> int:
    """Check drafts before they are published."""
    from attrib.check.formats import render_diagnostics
    from attrib.check.selection import select_rules
    from attrib.pipeline import check_corpus
    from attrib.records import Corpus
    from attrib.rulebook.profiles import apply_levels
    from attrib.writing import require_folder, write_text

    for target in (output, write_baseline):
        require_folder(target)
    settings = choices.settings_for(paths)
    settings = replace(
        settings,
        fail_on=fail_on or settings.fail_on,
        min_severity=min_severity or settings.min_severity,
        select=_codes(select) or settings.select,
        ignore=_codes(ignore) or settings.ignore,
        profile=profile or settings.profile,
        baseline=baseline or settings.baseline,
    )
    if show_settings:
        from attrib.settings import render_settings

        print_text(render_settings(settings))
        return 0
    if prune_baseline and settings.baseline is None:
        raise click.UsageError("--prune-baseline needs --baseline, or baseline: in the settings.")
    if not paths:
        raise click.UsageError("Name at least one draft, folder or - to check.")
    rulebook = choices.rulebook(settings)
    corpus = read_corpus(choices, paths, settings, rulebook, stdin_filename)
    others = read_corpus(choices, with_, settings, rulebook) if with_ else Corpus(())
    checked = check_corpus(corpus, rulebook, others.articles, settings=settings)
    checked = replace(checked, problems=tuple(sorted({*checked.problems, *others.problems})))
    if write_baseline is not None:
        from attrib.check.baseline import make_baseline, render_baseline

        known = make_baseline(checked.diagnostics, write_baseline.parent)
        write_text(write_baseline, render_baseline(known))
        print_problems(checked.problems)
        return exit_code(checked.problems)
    found, suppressed = checked.diagnostics, checked.suppressed
    if settings.baseline is not None:
        compared = _hold_against(settings.baseline, prune_baseline, checked, corpus, choices.quiet)
        found, suppressed = compared.new, (*suppressed, *compared.known)
    if diff is not None and len(corpus):
        from attrib.changes import find_changes

        # Of each file with a finding; where there is none, one tells whether the commit exists.
        files = {finding.path for finding in found} or {corpus.articles[0].path or "-"}
        changes = find_changes(diff, sorted(files - {"-"}))
        # What came from standard input is what somebody is just writing.
        found = tuple(
            d for d in found if d.path == "-" or changes.touch(d.path, d.line, d.end_line)
        )
    floor = _SEVERITIES.index(settings.min_severity)
    shown = tuple(d for d in found if _SEVERITIES.index(d.severity) >= floor)
    coloured = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    rendered = render_diagnostics(
        shown,
        replace(corpus, problems=checked.problems),
        format_,
        coloured,
        select_rules(
            apply_levels(rulebook, settings.profile, settings.severity),
            settings.select,
            settings.ignore,
        ),
        suppressed,
    )
    # The formats for machines hold what was not read, but a person at a terminal sees it too.
    if format_ not in _WITH_PROBLEMS or output is not None:
        print_problems(checked.problems)
    if output is None:
        print_text(rendered)
    else:
        write_text(output, rendered)
    failing = settings.fail_on != "never" and any(
        _SEVERITIES.index(d.severity) >= _SEVERITIES.index(settings.fail_on) for d in found
    )
    return exit_code(checked.problems) or int(failing)


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
        write_text(path, render_baseline(left))
    elif compared.stale and not quiet:
        note = "of its findings were not found again; --prune-baseline takes them out"
        click.echo(f"attrib: {path}: {compared.stale} {note}", err=True)
    return compared


def _codes(given: str | None) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in (given or "").split(",") if code.strip())
