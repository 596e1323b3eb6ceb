"""Checks as one newsroom wants them: a profile, and severities set over it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from attrib.errors import SettingsError
from attrib.records import Level
from attrib.rulebook import Rulebook
from attrib.rulebook.entries import CheckRule


def apply_levels(
    rulebook: Rulebook, profile: str | None, severity: Mapping[str, Level]
) -> Rulebook:
    """The rulebook with its checks at the levels of `profile`, and then at those of `severity`.

    A level switches a check on, "off" switches it off. Keys are codes, beginnings of codes and
    names; a whole code goes before a beginning. Raises SettingsError for a profile or a check
    that does not exist.
    """
    if profile is None and not severity:
        return rulebook
    levels = _levels_of(rulebook, profile)
    for wanted in sorted(severity, key=len):
        found = [rule for rule in rulebook.checks if matches_check(rule, wanted)]
        if not found:
            raise SettingsError(f"severity: {no_such_check(wanted)}")
        # "AT4: warning" speaks of what is usual in that family, and switches nothing on.
        levels |= {
            rule.id: severity[wanted] for rule in found if names_check(rule, wanted) or rule.enabled
        }
    return replace(rulebook, checks=tuple(_set(rule, levels) for rule in rulebook.checks))


def names_check(rule: CheckRule, wanted: str) -> bool:
    """Whether `wanted` is the rule's whole code or its name."""
    return wanted.strip().upper() == rule.id or wanted.strip().lower() == rule.name


def matches_check(rule: CheckRule, wanted: str) -> bool:
    """Whether `wanted` is the rule's code, the beginning of it, or its name."""
    code = wanted.strip().upper()
    # "AT7" takes in AT701 and AT702; a whole code never takes in a longer one.
    begins = bool(code) and len(code) < len(rule.id) and rule.id.startswith(code)
    return names_check(rule, wanted) or begins


def knows_profile(rulebook: Rulebook, profile: str) -> bool:
    return any(found.id == profile.strip().lower() for found in rulebook.profiles)


def no_such_check(wanted: str) -> str:
    """What to say of a check that does not exist."""
    return f"there is no check '{wanted}'; `attrib rules list` shows them all"


def no_such_profile(rulebook: Rulebook, wanted: str) -> str:
    """What to say of a profile that does not exist."""
    known = ", ".join(found.id for found in rulebook.profiles)
    return f"there is no profile '{wanted}'; one of {known}"


def _levels_of(rulebook: Rulebook, profile: str | None) -> dict[str, Level]:
    if profile is None:
        return {}
    for found in rulebook.profiles:
        if found.id == profile.strip().lower():
            return {change.check: change.level for change in found.changes}
    raise SettingsError(no_such_profile(rulebook, profile))


def _set(rule: CheckRule, levels: Mapping[str, Level]) -> CheckRule:
    level = levels.get(rule.id)
    if level is None:
        return rule
    if level == "off":
        return replace(rule, enabled=False)
    return replace(rule, severity=level, enabled=True)
