"""The options that every command has, gathered into one argument."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from attrib.nearest import Nearest
    from attrib.rulebook import Rulebook, RuleFolders
    from attrib.settings import Settings

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True)
class Choices:
    """What every command is told: where settings and rules are, and how much to say."""

    config: Path | None
    rules: Path | None
    quiet: bool
    verbose: bool

    def nearest(self, said: Mapping[str, Any] | None = None) -> Nearest:
        """The settings of each file, under what the command line `said`."""
        from attrib.nearest import Nearest

        return Nearest(self.config, said or {})

    def given_rules(self) -> RuleFolders | None:
        """The rules with the folder of the command line laid over them; None if it names none."""
        from attrib.rulebook import find_rules

        return find_rules(self.rules) if self.rules is not None else None

    def rules_for(self, settings: Settings) -> RuleFolders:
        from attrib.rulebook import find_rules

        return find_rules(self.rules or settings.require("rules"))

    def rulebook(self, settings: Settings) -> Rulebook:
        return self.rules_for(settings).load()


decisions_option = click.option(
    "--decisions",
    type=click.Path(path_type=Path),
    help="What editors have decided: a file that the report page saved.",
)


def with_choices(command: Command) -> Command:
    """The options of every command, gathered into one `choices` argument."""

    def gathered(
        config: Path | None, rules: Path | None, quiet: bool, verbose: bool, **rest: Any
    ) -> Any:
        return command(Choices(config, rules, quiet, verbose), **rest)

    gathered.__doc__ = command.__doc__
    gathered.__name__ = command.__name__
    wrapped: Any = gathered
    path = click.Path(path_type=Path)
    for option in (
        click.option("-v", "--verbose", is_flag=True, help="Say more about what is done."),
        click.option("-q", "--quiet", is_flag=True, help="Say nothing but results and errors."),
        click.option("--rules", type=path, help="A folder of rules laid over the shipped ones."),
        click.option(
            "--config", type=path, help="Settings file, instead of the nearest attrib.yaml."
        ),
    ):
        wrapped = option(wrapped)
    return wrapped  # type: ignore[no-any-return]
