"""One format a module: figures -> text or bytes. `FORMATS` feeds the choices of the command line."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from rolelint.overlap.figures import Figures

FORMATS = {
    "html": "page",
    "markdown": "summary",
    "csv": "delimited",
    "xlsx": "workbook",
    "json": "data",
    "svg": "picture",
}
"""Format -> the module here that writes it. Only the one asked for is imported."""

SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".csv": "csv",
    ".xlsx": "xlsx",
    ".json": "json",
    ".svg": "svg",
}
"""The end of a file's name -> the format that is meant by it."""

NEEDS = {"html": ("Jinja2", "Jinja2"), "xlsx": ("openpyxl", "'rolelint[xlsx]'")}
"""Format -> the library that it needs, and what brings it."""


def render(form: str, figures: Figures) -> str | bytes:
    """The report in a format; ImportError where its library is not installed."""
    write: Callable[[Figures], str | bytes] = import_module(
        f"rolelint.overlap.formats.{FORMATS[form]}"
    ).render
    return write(figures)
