"""The command line: what users type. Only it, cli_check and console print.

Exit codes: 0 done, nothing at or above --fail-on; 1 findings at or above it; 2 usage,
settings, rules, or an input that could not be read; 3 a bug of ours; 130 interrupted.
"""

from __future__ import annotations

import contextlib
import gc
import sys
from pathlib import Path
from typing import Literal

import click

from attrib.choices import Choices, decisions_option, with_choices
from attrib.cli_check import check
from attrib.console import (
    analyze,
    exit_code,
    is_terminal,
    keep_inputs,
    load_decisions,
    print_problems,
    print_text,
    read_corpus,
    settle_for_all,
    show_progress,
    tell_other_settings,
)
from attrib.edge import Commands, run_at_edge, tell
from attrib.errors import on_one_line
from attrib.version import __version__

_REPORT_FORMATS = ("html", "json", "jsonl", "md", "csv", "text")
_WITH_FINDINGS = ("html", "json", "md", "text")
_MANY_CLAIMS = 2000
"""From how many on a page a story serves better than one page."""
_SUFFIXES = {f".{name}": name for name in _REPORT_FORMATS} | {".txt": "text"}


@click.group(
    cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(__version__, prog_name="attrib")
def cli() -> None:
    """Who says so, how well is that shown, and does anyone say otherwise?

    attrib shows what the text shows. It never says what is true.
    """


cli.add_command(check)


@cli.command()
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    "named",
    type=click.Path(),
    help="Write the report here; a name that ends with / is a folder: a page a story and an index.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(_REPORT_FORMATS),
    help="Default: by the suffix of -o, else html.",
)
@click.option("--open", "open_", is_flag=True, help="Open the report in the browser.")
@click.option("--templates", type=click.Path(path_type=Path), help="A folder laid over reports/.")
@click.option("--embedder", help="A sentence-transformers model, by path or id.")
@click.option("--no-checks", is_flag=True, help="Leave the findings of the draft checks out.")
@decisions_option
@with_choices
def report(
    choices: Choices,
    paths: tuple[str, ...],
    named: str | None,
    format_: str | None,
    open_: bool,
    templates: Path | None,
    embedder: str | None,
    no_checks: bool,
    decisions: Path | None,
) -> int:
    """Who says what in PATHS, what is contested, and how well it is shown."""
    from attrib.report import SIGNATURE, render, render_folder
    from attrib.writing import means_folder, require_file, require_ours, write_folder, write_text

    if named == "":
        raise click.UsageError("-o names no file.")
    output = Path(named) if named else None
    in_pages = named is not None and means_folder(named)
    if in_pages and format_ not in (None, "html"):
        raise click.UsageError(f"Only html is written to a folder; for {format_}, name a file.")
    if output and in_pages:
        require_ours(output, SIGNATURE)
    else:
        require_file(output)
    nearest = choices.nearest({"embedder": embedder or None, "decisions": decisions})
    settings = settle_for_all(nearest, paths)
    suffix = output.suffix.lower() if output and not in_pages else ""
    chosen = format_ or _SUFFIXES.get(suffix, "html")
    if output is None and chosen == "html" and is_terminal(sys.stdout):
        output = Path("attrib-report.html")
    if not in_pages:
        keep_inputs(output, paths, nearest)
    rulebook = choices.rulebook(settings)
    corpus = read_corpus(choices, paths, nearest, rulebook)
    tell_other_settings(choices, nearest, corpus, settings)
    checks = not no_checks and chosen in _WITH_FINDINGS
    analysis = analyze(choices, corpus, rulebook, settings, checks=checks)
    laid_over = templates or settings.templates
    if output and in_pages:
        write_folder(output, render_folder(analysis, laid_over), SIGNATURE)
        _tell_written(choices, output / "index.html", open_=open_)
        return exit_code(corpus.problems)
    rendered = render(analysis, chosen, laid_over)
    if chosen == "html" and len(analysis.claims) > _MANY_CLAIMS and not choices.quiet:
        tell(
            f"{len(analysis.claims):,} claims are many for one page; "
            "-o FOLDER/ writes a page a story and an index"
        )
    if output is None:
        print_text(rendered)
    else:
        # Without a byte order mark Excel takes a file for the old Windows encoding.
        write_text(output, f"\ufeff{rendered}" if chosen == "csv" else rendered)
        _tell_written(choices, output, open_=open_)
    return exit_code(corpus.problems)


def _tell_written(choices: Choices, output: Path, *, open_: bool) -> None:
    if not choices.quiet:
        # Where nobody reads it, the report is written all the same.
        with contextlib.suppress(OSError):
            click.echo(on_one_line(str(output)), err=not is_terminal(sys.stdout))
    if open_:
        click.launch(str(output.resolve()))


@cli.command()
@click.argument("paths", nargs=-1, required=True)
@decisions_option
@with_choices
def compare(choices: Choices, paths: tuple[str, ...], decisions: Path | None) -> int:
    """The contested matters of PATHS, as text."""
    from attrib.report import render_contests

    nearest = choices.nearest({"decisions": decisions})
    settings = settle_for_all(nearest, paths)
    rulebook = choices.rulebook(settings)
    corpus = read_corpus(choices, paths, nearest, rulebook)
    tell_other_settings(choices, nearest, corpus, settings)
    analysis = analyze(choices, corpus, rulebook, settings)
    print_text(render_contests(analysis))
    return exit_code(corpus.problems)


@cli.command()
@click.argument("paths", nargs=-1, required=True)
@click.option(
    "--format", "format_", type=click.Choice(("jsonl", "json")), default="jsonl", show_default=True
)
@with_choices
def extract(choices: Choices, paths: tuple[str, ...], format_: str) -> int:
    """The claims of PATHS, one a line, with source, cue and content."""
    from attrib.decide import set_claims_aside
    from attrib.pipeline import read_claims
    from attrib.respan import put_claims_back
    from attrib.wire import Json, claim_to_json, dumps

    nearest = choices.nearest()
    settings = settle_for_all(nearest, paths)
    rulebook = choices.rulebook(settings)
    decisions = load_decisions(settings)
    corpus = read_corpus(choices, paths, nearest, rulebook)
    tell_other_settings(choices, nearest, corpus, settings)
    reading = read_claims(
        corpus.articles,
        rulebook,
        show_progress(choices),
        settings=settings,
        decisions=decisions,
    )
    print_problems((*corpus.problems, *reading.problems))
    by_id = {article.id: article for article in corpus}
    claims, _ = set_claims_aside(put_claims_back(reading.claims, reading.articles), decisions)
    rows: list[Json] = [
        claim_to_json(claim, by_id[claim.article], with_path=True) for claim in claims
    ]
    print_text(
        dumps(rows) if format_ == "json" else "".join(dumps(row, indent=None) for row in rows)
    )
    return exit_code(corpus.problems)


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
    from attrib.check.formats.quotes import render_quotes
    from attrib.checking import verify_articles
    from attrib.records import Problem

    nearest = choices.nearest()
    settings = settle_for_all(nearest, (draft,))
    rulebook = choices.rulebook(settings)
    corpus = read_corpus(choices, (draft,), nearest, rulebook)
    tell_other_settings(choices, nearest, corpus, settings)
    material = read_corpus(choices, (*against, *more), nearest, rulebook)
    problems = tuple(dict.fromkeys((*corpus.problems, *material.problems)))
    drafts = {article.id for article in corpus}
    if drafts.issuperset(article.id for article in material):
        where = Problem(against[0], "has no text to look in besides the draft", fatal=False)
        problems = (*problems, *([where] if drafts else []))
    checks = verify_articles(corpus.articles, material.articles, rulebook, settings=settings)
    if format_ != "json":
        print_problems(problems)
    # Of a draft that could not be read nothing is known, not even that it has no quotes.
    if drafts or format_ == "json":
        print_text(render_quotes(checks, problems, format_))
    failing = any(item.verdict in ("altered", "other-speaker", "not-found") for item in checks)
    return exit_code(problems) or int(failing)


@cli.command()
@click.argument("code")
@with_choices
def explain(choices: Choices, code: str) -> int:
    """Why the check CODE exists, its origin and examples; or the scale, for "strength"."""
    from attrib.check.explain import render_explanation, render_strength

    rulebook = choices.rulebook(settle_for_all(choices.nearest(), ()))
    if code.lower() == "strength":
        print_text(render_strength(rulebook.strength))
        return 0
    wanted = code.upper()
    for rule in rulebook.checks:
        if wanted == rule.id or code.lower() == rule.name:
            print_text(render_explanation(rule))
            return 0
    known = ", ".join(rule.id for rule in rulebook.checks)
    raise click.UsageError(f"There is no check {code}. Known: {known}, strength.")


@cli.command()
@click.argument("action", type=click.Choice(("list", "test", "validate")))
@with_choices
def rules(choices: Choices, action: str) -> int:
    """List the rules in force, run their examples, or validate their files."""
    from attrib.rule_examples import find_failures, list_rules

    rulebook = choices.rulebook(settle_for_all(choices.nearest(), ()))
    if action == "list":
        print_text("".join(f"{line}\n" for line in list_rules(rulebook)))
        return 0
    if action == "validate":
        print_text(f"{len(list_rules(rulebook))} rules, {rulebook.checksum}: all valid.\n")
        return 0
    failures, n_examples = find_failures(rulebook)
    print_text("".join(f"{failure}\n" for failure in failures))
    print_text(f"{n_examples} examples, {len(failures)} wrong.\n")
    return 2 if failures else 0


def main() -> None:
    """The entry point: maps whatever ends the command to one line and an exit code."""
    # A start makes many records and no garbage; looking for it costs a tenth of the time.
    gc.disable()
    sys.exit(run_at_edge(cli))
