"""Which checks run: all, or those selected, less those ignored."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.errors import SettingsError
from attrib.rulebook import Rulebook
from attrib.rulebook.entries import CheckRule
from attrib.rulebook.profiles import (
    knows_profile,
    matches_check,
    names_check,
    no_such_check,
    no_such_profile,
)
from attrib.settings import Override, Settings
from attrib.yamlfile import Address


def select_rules(
    rulebook: Rulebook, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[CheckRule, ...]:
    """The rules in force, in order of code; raises SettingsError for one nobody knows."""
    for wanted in (*select, *ignore):
        if not any(matches_check(rule, wanted) for rule in rulebook.checks):
            raise SettingsError(no_such_check(wanted))
    return tuple(
        rule
        for rule in rulebook.checks
        if _is_chosen(rule, select)
        and not any(matches_check(rule, unwanted) for unwanted in ignore)
    )


def require_known(settings: Settings, rulebook: Rulebook) -> None:
    """Raise SettingsError, with its place, for a check or profile in `settings` that is none.

    All overrides are looked at: one that matches no file today is no less wrong.
    """
    parts: list[tuple[Address, Settings | Override]] = [((), settings)]
    parts += ((("overrides", n), override) for n, override in enumerate(settings.overrides))
    for above, part in parts:
        named: list[tuple[Address, str]] = [(("severity", key, None), key) for key in part.severity]
        for key, codes in (("select", part.select), ("ignore", part.ignore)):
            named += (((key, number), code) for number, code in enumerate(codes))
        for address, wanted in named:
            if not any(matches_check(rule, wanted) for rule in rulebook.checks):
                raise settings.error_at((*above, *address), no_such_check(wanted))
        if part.profile is not None and not knows_profile(rulebook, part.profile):
            raise settings.error_at((*above, "profile"), no_such_profile(rulebook, part.profile))


def _is_chosen(rule: CheckRule, select: Sequence[str]) -> bool:
    if rule.enabled:
        return not select or any(matches_check(rule, wanted) for wanted in select)
    # "AT4" asks for what is usual in that family; a check that is off must be asked for itself.
    return any(names_check(rule, wanted) for wanted in select)
