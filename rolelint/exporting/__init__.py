"""One outside format a module: an organisation -> csv, xlsx, markdown. All hold the same sheet."""

from collections.abc import Callable

from rolelint.exporting import delimited, markdown, xlsx
from rolelint.exporting.sheet import Sheet, sheet

EXPORTERS: dict[str, Callable[[Sheet], str | bytes]] = {
    "csv": delimited.render,
    "xlsx": xlsx.render,
    "markdown": markdown.render,
}
"""Format -> the function that writes it; feeds the choices of the command."""

__all__ = ["EXPORTERS", "Sheet", "sheet"]
