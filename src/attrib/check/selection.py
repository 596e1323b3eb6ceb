"""Which checks run: all, or those selected, less those ignored."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.errors import SettingsError
from attrib.rulebook import Rulebook
from attrib.rulebook.entries import CheckRule
from attrib.rulebook.profiles import matches_check, names_check


def select_rules(
    rulebook: Rulebook, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[CheckRule, ...]:
    """The rules in force, in order of code; raises SettingsError for one nobody knows."""
    for wanted in (*select, *ignore):
        if not any(matches_check(rule, wanted) for rule in rulebook.checks):
            raise SettingsError(f"there is no check '{wanted}'; `attrib rules list` shows them all")
    return tuple(
        rule
        for rule in rulebook.checks
        if _is_chosen(rule, select)
        and not any(matches_check(rule, unwanted) for unwanted in ignore)
    )


def _is_chosen(rule: CheckRule, select: Sequence[str]) -> bool:
    if rule.enabled:
        return not select or any(matches_check(rule, wanted) for wanted in select)
    # "AT4" asks for what is usual in that family; a check that is off must be asked for itself.
    return any(names_check(rule, wanted) for wanted in select)
