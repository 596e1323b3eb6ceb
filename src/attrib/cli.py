"""The command line: what users type, and the only module that prints.

Exit codes: 0 done, nothing at or above --fail-on; 1 findings at or above it; 2 usage,
settings, rules, or an input that could not be read; 3 a bug of ours; 130 interrupted.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from attrib.choices import Choices, with_choices
from attrib.edge import run_at_edge
from attrib.version import __version__

if TYPE_CHECKING:
    from attrib.check.formats import DiagnosticFormat
    from attrib.records import Analysis, Corpus, Problem, Severity
    from attrib.rulebook import Rulebook
    from attrib.settings import FailOn, Settings

_SEVERITIES = ("info", "warning", "error")
_CHECK_FORMATS = ("text", "concise", "json", "sarif", "github", "gitlab", "rdjson", "junit")
_WITH_PROBLEMS = frozenset(_CHECK_FORMATS) - {"text", "concise"}
_REPORT_FORMATS = ("html", "json", "jsonl", "md", "csv", "text")
_SUFFIXES = {f".{name}": name for name in _REPORT_FORMATS} | {".txt": "text"}


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="attrib")
def cli() -> None:
    """Who says so, how well is that shown, and does anyone say otherwise?

    attrib shows what the text shows. It never says what is true.
    """


@cli.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write the report here.")
@click.option(
    "--format",
    "format_",
    type=click.Choice(_REPORT_FORMATS),
    help="Default: by the suffix of -o, else html.",
)
@click.option("--open", "open_", is_flag=True, help="Open the report in the browser.")
@click.option("--templates", type=click.Path(path_type=Path), help="A folder laid over reports/.")
@click.option("--embedder", help="A sentence-transformers model, by path or id.")
@with_choices
def report(
    choices: Choices,
    paths: tuple[str, ...],
    output: Path | None,
    format_: str | None,
    open_: bool,
    templates: Path | None,
    embedder: str | None,
) -> int:
    """Who says what in PATHS, what is contested, and how well it is shown."""
    from attrib.report import render
    from attrib.writing import require_folder, write_text

    require_folder(output)
    settings = choices.settings_for(paths)
    rulebook = choices.rulebook(settings)
    corpus = _read(choices, paths, settings, rulebook)
    chosen = format_ or (_SUFFIXES.get(output.suffix.lower(), "html") if output else "html")
    settings = replace(settings, embedder=embedder or settings.embedder)
    analysis = _analyze(choices, corpus, rulebook, settings)
    rendered = render(analysis, chosen, templates or settings.templates)
    if output is None and chosen == "html" and sys.stdout.isatty():
        output = Path("attrib-report.html")
    if output is None:
        _print(rendered)
    else:
        write_text(output, rendered)
        if not choices.quiet:
            click.echo(f"{output}", err=not sys.stdout.isatty())
        if open_:
            click.launch(str(output.resolve()))
    return _status(corpus.problems)


@cli.command()
@click.argument("paths", nargs=-1, required=True)
@with_choices
def compare(choices: Choices, paths: tuple[str, ...]) -> int:
    """The contested matters of PATHS, as text."""
    from attrib.report import render_contests

    settings = choices.settings_for(paths)
    rulebook = choices.rulebook(settings)
    corpus = _read(choices, paths, settings, rulebook)
    analysis = _analyze(choices, corpus, rulebook, settings)
    _print(render_contests(analysis))
    return _status(corpus.problems)


@cli.command()
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--format", "format_", type=click.Choice(("jsonl", "json")), default="jsonl", show_default=True
)
@with_choices
def extract(choices: Choices, paths: tuple[str, ...], format_: str) -> int:
    """The claims of PATHS, one a line, with source, cue and content."""
    from attrib.pipeline import read_claims
    from attrib.wire import Json, claim_to_json, dumps

    settings = choices.settings_for(paths)
    rulebook = choices.rulebook(settings)
    corpus = _read(choices, paths, settings, rulebook)
    reading = read_claims(corpus.articles, rulebook, _progress(choices), settings=settings)
    _print_problems((*corpus.problems, *reading.problems))
    by_id = {article.id: article for article in corpus}
    rows: list[Json] = [
        claim_to_json(claim, by_id[claim.article], with_path=True) for claim in reading.claims
    ]
    _print(dumps(rows) if format_ == "json" else "".join(dumps(row, indent=None) for row in rows))
    return _status(corpus.problems)


@cli.command()
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
    type=click.Choice(_CHECK_FORMATS),
    default="text",
    show_default=True,
)
@click.option(
    "--select",
    metavar="CODES",
    help="Only these checks: codes or beginnings of codes, with commas.",
)
@click.option("--ignore", metavar="CODES", help="All but these checks.")
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
    show_settings: bool,
) -> int:
    """Check drafts before they are published."""
    from attrib.check.formats import render_diagnostics
    from attrib.check.selection import select_rules
    from attrib.pipeline import check_corpus
    from attrib.writing import require_folder, write_text

    require_folder(output)
    settings = choices.settings_for(paths)
    settings = replace(
        settings,
        fail_on=fail_on or settings.fail_on,
        min_severity=min_severity or settings.min_severity,
        select=_codes(select) or settings.select,
        ignore=_codes(ignore) or settings.ignore,
    )
    if show_settings:
        from attrib.settings import render_settings

        _print(render_settings(settings))
        return 0
    if not paths:
        raise click.UsageError("Name at least one draft, folder or - to check.")
    rulebook = choices.rulebook(settings)
    corpus = _read(choices, paths, settings, rulebook, stdin_filename)
    checked = check_corpus(corpus, rulebook, settings=settings)
    found = checked.diagnostics
    floor = _SEVERITIES.index(settings.min_severity)
    shown = tuple(d for d in found if _SEVERITIES.index(d.severity) >= floor)
    coloured = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    rendered = render_diagnostics(
        shown,
        replace(corpus, problems=checked.problems),
        format_,
        coloured,
        select_rules(rulebook, settings.select, settings.ignore),
    )
    # The formats for machines hold what was not read, but a person at a terminal sees it too.
    if format_ not in _WITH_PROBLEMS or output is not None:
        _print_problems(checked.problems)
    if output is None:
        _print(rendered)
    else:
        write_text(output, rendered)
    failing = settings.fail_on != "never" and any(
        _SEVERITIES.index(d.severity) >= _SEVERITIES.index(settings.fail_on) for d in found
    )
    return _status(corpus.problems) or int(failing)


@cli.command()
@click.argument("draft")
@click.option(
    "--against",
    multiple=True,
    required=True,
    metavar="PATHS",
    help="Transcripts, releases, other articles; may be given again.",
)
@click.option(
    "--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True
)
@click.argument("more", nargs=-1, metavar="[MORE AGAINST]...")
@with_choices
def verify(
    choices: Choices,
    draft: str,
    against: tuple[str, ...],
    more: tuple[str, ...],
    format_: Literal["text", "json"],
) -> int:
    """Are the quoted words of DRAFT in the source material?"""
    from attrib.check.formats import render_quotes
    from attrib.pipeline import verify_articles

    settings = choices.settings_for((draft,))
    rulebook = choices.rulebook(settings)
    corpus = _read(choices, (draft,), settings, rulebook)
    material = _read(choices, (*against, *more), settings, rulebook)
    problems = (*corpus.problems, *material.problems)
    checks = verify_articles(corpus.articles, material.articles, rulebook, settings=settings)
    if format_ != "json":
        _print_problems(problems)
    _print(render_quotes(checks, problems, format_))
    failing = any(item.verdict in ("altered", "other-speaker", "not-found") for item in checks)
    return _status(problems) or int(failing)


@cli.command()
@click.argument("code")
@with_choices
def explain(choices: Choices, code: str) -> int:
    """Why the check CODE exists, its origin and examples; or the scale, for "strength"."""
    from attrib.check.explain import render_explanation, render_strength

    rulebook = choices.rulebook(choices.settings_for(()))
    if code.lower() == "strength":
        _print(render_strength(rulebook.strength))
        return 0
    wanted = code.upper()
    for rule in rulebook.checks:
        if wanted == rule.id or code.lower() == rule.name:
            _print(render_explanation(rule))
            return 0
    known = ", ".join(rule.id for rule in rulebook.checks)
    raise click.UsageError(f"There is no check {code}. Known: {known}, strength.")


@cli.command()
@click.argument("action", type=click.Choice(("list", "test", "validate")))
@with_choices
def rules(choices: Choices, action: str) -> int:
    """List the rules in force, run their examples, or validate their files."""
    from attrib.rule_examples import find_failures, list_rules

    rulebook = choices.rulebook(choices.settings_for(()))
    if action == "list":
        _print("".join(f"{line}\n" for line in list_rules(rulebook)))
        return 0
    if action == "validate":
        _print(f"{len(list_rules(rulebook))} rules, {rulebook.checksum}: all valid.\n")
        return 0
    failures, n_examples = find_failures(rulebook)
    _print("".join(f"{failure}\n" for failure in failures))
    _print(f"{n_examples} examples, {len(failures)} wrong.\n")
    return 2 if failures else 0


def main() -> None:
    """The entry point: maps whatever ends the command to one line and an exit code."""
    # A start makes many records and no garbage; looking for it costs a tenth of the time.
    gc.disable()
    sys.exit(run_at_edge(cli))


def _read(
    choices: Choices,
    paths: Sequence[str],
    settings: Settings,
    rulebook: Rulebook,
    stdin_filename: str | None = None,
) -> Corpus:
    from attrib.ingest import read_paths

    # What was loaded up to now stays to the end: no search for garbage need ever look at it.
    gc.freeze()
    gc.enable()
    stdin = sys.stdin.buffer if "-" in paths else None
    corpus = read_paths(paths, settings, stdin, stdin_name=stdin_filename, rulebook=rulebook)
    if choices.verbose:
        found = f"articles: {len(corpus)}; settings of {settings.file or 'no file'}"
        click.echo(f"attrib: {found}; rules {rulebook.checksum}", err=True)
    return corpus


def _analyze(choices: Choices, corpus: Corpus, rulebook: Rulebook, settings: Settings) -> Analysis:
    from attrib.pipeline import analyze_articles

    analysis = analyze_articles(
        corpus.articles,
        rulebook,
        problems=corpus.problems,
        progress=_progress(choices),
        settings=settings,
    )
    _print_problems(analysis.problems)
    return analysis


def _progress(choices: Choices) -> Callable[[str, int, int], None] | None:
    """A line on stderr that is written over, on a terminal only."""
    if choices.quiet or not sys.stderr.isatty():
        return None

    def show(step: str, done: int, of: int) -> None:
        click.echo(f"\r\x1b[K{step} {done + 1} of {of}", nl=False, err=True)
        if done + 1 >= of or step == "comparing":
            click.echo("\r\x1b[K", nl=False, err=True)

    return show


def _codes(given: str | None) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in (given or "").split(",") if code.strip())


def _print(text: str) -> None:
    """To standard output as UTF-8, whatever the terminal's encoding is."""
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()


def _print_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        click.echo(f"attrib: {problem.path}: {problem.message}", err=True)


def _status(problems: Iterable[Problem]) -> int:
    return 2 if any(problem.fatal for problem in problems) else 0
