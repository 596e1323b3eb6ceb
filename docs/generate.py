"""Write the pages that are made from the code and the rules: `python docs/generate.py`.

A test holds the pages against what this gives, so that they cannot grow stale.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from attrib.check.explain import render_origin, say_learned
from attrib.choices import with_choices
from attrib.cli import cli
from attrib.rulebook import load_rulebook
from attrib.rulebook.entries import CheckRule, ProfileRule
from schema_of import (
    render_decisions_schema,
    render_rules_schema,
    render_settings_schema,
    render_waivers_schema,
)
from view_fields import render_variables

FOLDER = Path(__file__).parent
_MADE = "<!-- Made by docs/generate.py; change the code or the rules, not this page. -->"
_PLACES = {"text": "the body", "title": "the headline"}
_EXIT_CODES = {
    "0": "done, and nothing found at or above `--fail-on`",
    "1": "findings at or above `--fail-on`; for `verify`, a quote altered, given to another "
    "speaker, or not found",
    "2": "a mistake in the command, the settings or the rules, or an input that could not be read; "
    "the other inputs are still done, and 2 goes before 1",
    "3": "a bug of attrib; the line says where the traceback was saved, in a folder only you can "
    "read and without words of a draft",
    "130": "interrupted",
}


def render_cli() -> str:
    """Every command with its arguments and options, as click knows them."""
    context = click.Context(cli, info_name="attrib")
    shared = _options(click.command()(with_choices(lambda: None)))
    parts = [_MADE, "# The command line", _dedent(cli.help or "")]
    parts += [
        'PATHS are files, folders, patterns (`"wire/*.txt"`) and `-` for standard input. In '
        "folders, attrib reads `.txt`, `.md`, `.html` and `.jsonl` files and leaves out hidden "
        "files, READMEs and the like, what `.gitignore` names, and what `exclude:` in attrib.yaml "
        "names.",
        "Every command takes these options:",
        _table("option", "", shared),
    ]
    for name in sorted(cli.commands):
        command = cli.commands[name]
        inner = click.Context(command, info_name=name, parent=context)
        usage = " ".join(command.collect_usage_pieces(inner))
        parts += [f"## attrib {name}", f"`attrib {name} {usage}`", _dedent(command.help or "")]
        own = {key: text for key, text in _options(command).items() if key not in shared}
        if own:
            parts.append(_table("option", "", own))
    parts += ["## Exit codes", _table("code", "meaning", _EXIT_CODES)]
    return "\n\n".join([*parts, "`report`, `compare` and `extract` end with 0 or 2."]) + "\n"


def _table(left: str, right: str, rows: dict[str, str]) -> str:
    lines = [f"| {left} | {right} |", "|---|---|"]
    return "\n".join(lines + [f"| {key} | {text} |" for key, text in rows.items()])


def _options(command: click.Command) -> dict[str, str]:
    options = (option for option in command.params if isinstance(option, click.Option))
    return dict(map(_option, options))


def _option(option: click.Option) -> tuple[str, str]:
    names = ", ".join(f"`{name}`" for name in (*option.opts, *option.secondary_opts))
    if option.metavar:
        names += f" {option.metavar}"
    help_ = (option.help or "").replace("  [default:", " [default:")
    if isinstance(option.type, click.Choice):
        help_ += f" One of {', '.join(f'`{choice}`' for choice in option.type.choices)}."
    if option.show_default and option.default is not None:
        help_ += f" [default: {option.default}]"
    return names, help_.strip()


def _dedent(text: str) -> str:
    return "\n".join(line.strip() for line in text.strip().splitlines())


def render_checks() -> str:
    """The table of all draft checks, in order of code."""
    rules = load_rulebook().checks
    return "\n\n".join(
        [
            _MADE,
            "# The checks",
            "Each check is an entry in `rules/en/checks/` and can be changed there (see "
            "[rules.md](rules.md)); `severity:` in the [settings](settings.md) sets one higher, "
            "lower or off, and a [profile](#profiles) several at once. What is off by default "
            "runs where its code or name is asked for.",
            "\n".join(
                ["| code | name | severity | precision |", "|---|---|---|---|", *map(_row, rules)]
            ),
            "## What a model reads",
            "Sixteen kinds of fault stand in no word but in what the rest of a draft says. There "
            "a model can read beside the rule: where a check is asked for by its whole code or "
            "name (`--select AT806`), and with `--learned` (`learned: true` in the settings) for "
            "all of these that run, which those that are off do not: "
            + ", ".join(rule.id for rule in rules if rule.learned)
            + ". It finds "
            "three in ten of what the rules miss there, and errs more: in printed articles one "
            "in five of what it says is a fault (of AT102, AT302 and AT803 one in two). So "
            "nothing of it is told unasked, and nothing is more than an info. A draft of fewer "
            "than some 45 words it does not read.",
            "## Profiles",
            "`profile: ap` in the settings, or `--profile ap`.",
            *map(_profile, load_rulebook().profiles),
        ]
    ) + "\n"  # fmt: skip


def _row(rule: CheckRule) -> str:
    return f"| [{rule.id}](checks/{rule.id}.md) | {rule.name} | {_level(rule)} | {rule.precision} |"


def _level(rule: CheckRule) -> str:
    return rule.severity if rule.enabled else f"off ({rule.severity})"


def _profile(profile: ProfileRule) -> str:
    rows = {
        f"[{change.check}](checks/{change.check}.md)": f"{change.level}: {change.why}"
        for change in profile.changes
    }
    head = f"### {profile.id}\n\n{profile.why} ({render_origin(profile.origin)})"
    return f"{head}\n\n{_table('check', '', rows)}"


def render_check(rule: CheckRule) -> str:
    """The page of one check: what it says, why, where it comes from, and examples both ways."""
    scope = " and ".join(_PLACES[place] for place in rule.scope)
    usual = "" if rule.enabled else " Off by default."
    silent = f" Silent in: {', '.join(rule.silent_in)}." if rule.silent_in else ""
    return "\n\n".join(
        [
            _MADE,
            f"# {rule.id} {rule.name}",
            f"{rule.severity.capitalize()}; precision {rule.precision}; reads {scope}; "
            f"since {rule.since}.{usual}{silent}",
            " ".join(rule.why.split()),
            f"It says: {rule.message}",
            *([say_learned(rule.learned)] if rule.learned else []),
            f"What to do: {' '.join(rule.fix_hint.split())}",
            f"Origin: {render_origin(rule.origin)}.",
            "It speaks here:",
            "\n".join(map(_item, rule.examples.bad)),
            "It stays silent here:",
            "\n".join(map(_item, rule.examples.good)),
            "[All checks](../checks.md)",
        ]
    ) + "\n"  # fmt: skip


def _item(example: str) -> str:
    lines = [line for line in example.strip().splitlines() if line.strip()]
    return "- " + "<br>\n  ".join(lines)


PAGES: dict[str, Callable[[], str]] = {
    "cli.md": render_cli,
    "checks.md": render_checks,
    "report-files.md": partial(render_variables, _MADE),
    "settings.schema.json": render_settings_schema,
    "rules.schema.json": render_rules_schema,
    "waivers.schema.json": render_waivers_schema,
    "decisions.schema.json": render_decisions_schema,
    **{f"checks/{rule.id}.md": partial(render_check, rule) for rule in load_rulebook().checks},
}

if __name__ == "__main__":
    for stale in (FOLDER / "checks").glob("*.md"):
        stale.unlink()
    (FOLDER / "checks").mkdir(exist_ok=True)
    for page, render in PAGES.items():
        (FOLDER / page).write_text(render(), encoding="utf-8", newline="\n")
