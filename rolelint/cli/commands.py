"""The commands: click's group, which imports a command's module only when it is asked for."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from rolelint import __version__

COMMANDS = {
    "lint": "lint",
    "import": "import_",
    "export": "export",
    "init": "init",
    "rules": "rules",
    "explain": "explain",
    "new": "new",
    "test": "test",
    "schema": "schema",
    "config": "config",
    "lsp": "lsp",
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

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read arguments with the command that is meant put in front; shells ask here without `arguments`."""
        return super().parse_args(ctx, arguments(args) if args else args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """What may come first: a command, and whatever `rolelint lint` takes."""
        lint = self.get_command(ctx, DEFAULT)
        assert lint is not None
        with lint.make_context(DEFAULT, [], parent=ctx, resilient_parsing=True) as inner:
            paths = [] if incomplete.startswith("-") else lint.params[0].shell_complete(inner, incomplete)
            found = [
                *paths,
                *super().shell_complete(ctx, incomplete),
                *lint.shell_complete(inner, incomplete),
            ]
        return list({(item.type, item.value): item for item in found}.values())

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
