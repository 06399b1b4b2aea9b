"""The command `rolelint`. The version is answered before anything is imported: hooks ask for it often."""

import gc
import sys

from rolelint import __version__


def main() -> None:
    """Run the command line; `--version` alone costs no import."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        print(f"rolelint {__version__}")
        return
    from rolelint import modules

    gc.disable()  # a run is short and makes no cycles worth the collector's walks
    modules.use()
    from rolelint.cli import main as command_line

    command_line()


if __name__ == "__main__":
    main()
