"""The command line: one command a module; puts the parts together."""

from __future__ import annotations

import gc
import os
import sys

import click

from rolelint import __version__

COMMANDS = {
    "lint": "lint",
    "rules": "rules",
    "explain": "explain",
    "schema": "schema",
    "config": "config",
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


def main() -> None:
    """Run the command line and leave with its exit code; no input may end in a traceback."""
    gc.disable()  # a run is short and makes no cycles worth the collector's walks
    _unbreakable(sys.stdout)
    _unbreakable(sys.stderr)
    try:
        group.main(args=arguments(sys.argv[1:]), prog_name="rolelint", standalone_mode=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        sys.exit(0)
    except RecursionError:
        _sorry("the input is nested too deeply")
    except MemoryError:
        _sorry("out of memory")
    except Exception as error:
        if os.environ.get("ROLELINT_DEBUG"):
            raise
        _sorry(f"{type(error).__name__}: {error}")


def _unbreakable(stream: object) -> None:
    """Let a console that lacks a character show its escape instead of failing (cp1252)."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")


def _sorry(why: str) -> None:
    click.echo(f"rolelint: internal error: {why}", err=True)
    click.echo("This is a fault of rolelint, not of your file. ROLELINT_DEBUG=1 shows where it is.", err=True)
    sys.exit(2)
