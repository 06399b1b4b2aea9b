"""The command line: one command a module; puts the parts together."""

from __future__ import annotations

import os
import sys

from rolelint import modules
from rolelint.cli.quick import parsed


def main() -> None:
    """Run the command line and end the process with its exit code.

    It ends at once: taking a large organisation apart, object by object, would take as long as reading it.
    """
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = 0
    os._exit(code)


def run(given: list[str]) -> int:
    """Run the command line on these words; the exit code. No input may end in a traceback."""
    _unbreakable(sys.stdout)
    _unbreakable(sys.stderr)
    try:
        _run(given)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        return 130
    except RecursionError:
        _sorry("the input is nested too deeply")
    except MemoryError:
        _sorry("out of memory")
    except Exception as error:
        if os.environ.get("ROLELINT_DEBUG"):
            raise
        _sorry(f"{type(error).__name__}: {error}")
    return 2


def _run(given: list[str]) -> None:
    plain = parsed(given)
    if plain is not None:
        modules.ahead()
        from rolelint.cli.running import lint

        lint(*plain)
    from rolelint.cli.commands import arguments, group

    group.main(args=arguments(given), prog_name="rolelint", standalone_mode=True)


def _unbreakable(stream: object) -> None:
    """Let a console that lacks a character show its escape instead of failing (cp1252)."""
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(errors="backslashreplace")


def _sorry(why: str) -> None:
    hint = "This is a fault of rolelint, not of your file. ROLELINT_DEBUG=1 shows where it is."
    print(f"rolelint: internal error: {why}\n{hint}", file=sys.stderr)
