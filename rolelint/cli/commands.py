"""The commands: click's group, which imports a command's module only when it is asked for."""

from __future__ import annotations

import click

from rolelint import __version__

COMMANDS = {
    "lint": "lint",
    "import": "import_",
    "export": "export",
    "init": "init",
    "rules": "rules",
    "explain": "explain",
    "schema": "schema",
    "config": "config",
    "report": "report",
    "diff": "diff",
    "who": "who",
    "why": "why",
}
"""Command -> the module here that holds it as `command`. Only the one asked for is imported."""

DEFAULT = "lint"
"""What runs when the first word is a path or an option."""

EPILOG = "`rolelint PATH…` is short for `rolelint lint PATH…`; with no path the current folder is read."


class _Commands(click.Group):
    """A group whose commands are imported when they are asked for, with `lint` as the one meant by a path."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        from importlib import import_module

        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"rolelint.cli.{COMMANDS[cmd_name]}").command
        assert isinstance(command, click.Command)
        return command


@click.command(cls=_Commands, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", message="rolelint %(version)s")
def group() -> None:
    """Lint a responsibility matrix: work with the wrong function, owners who overlap, work nobody owns."""


def arguments(given: list[str]) -> list[str]:
    """The arguments with the default command put in front where none is named."""
    if given and (given[0] in COMMANDS or given[0] in ("-h", "--help", "--version", "-V")):
        return given
    return [DEFAULT, *given]
