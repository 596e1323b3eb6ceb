"""Which checks run: all, or those selected, less those ignored."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.errors import SettingsError
from attrib.rulebook import Rulebook
from attrib.rulebook.entries import CheckRule


def select_rules(
    rulebook: Rulebook, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[CheckRule, ...]:
    """The rules in force, in order of code; raises SettingsError for one nobody knows."""
    for wanted in (*select, *ignore):
        if not any(matches_rule(rule, wanted) for rule in rulebook.checks):
            raise SettingsError(f"there is no check '{wanted}'; `attrib rules list` shows them all")
    return tuple(
        rule
        for rule in rulebook.checks
        if (not select or any(matches_rule(rule, wanted) for wanted in select))
        and not any(matches_rule(rule, unwanted) for unwanted in ignore)
    )


def matches_rule(rule: CheckRule, wanted: str) -> bool:
    """Whether `wanted` is the rule's code, the beginning of it, or its name."""
    code = wanted.strip().upper()
    # "AT7" takes in AT701 and AT702; a whole code never takes in a longer one.
    return (
        rule.id == code
        or rule.name == wanted.strip().lower()
        or (bool(code) and len(code) < len(rule.id) and rule.id.startswith(code))
    )
