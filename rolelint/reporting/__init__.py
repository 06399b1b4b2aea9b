"""One format a module: a report -> text. `REPORTERS` feeds the command line's choices."""

from __future__ import annotations

from collections.abc import Callable

from rolelint.finding import Report

REPORTERS = {
    "text": "text",
    "concise": "concise",
    "json": "json",
    "sarif": "sarif",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "markdown": "markdown",
}
"""Format -> the module here that writes it, whose function has the module's name. Only the one asked for
is imported."""


def reporter(name: str) -> Callable[..., str]:
    """The function `(report, *, color, quiet) -> str` of a format."""
    module = REPORTERS[name]
    found = __import__(f"{__name__}.{module}", fromlist=[module])
    write: Callable[..., str] = getattr(found, module)
    return write


def render(name: str, report: Report, *, color: bool = False, quiet: bool = False) -> str:
    """The report in a format. Machine formats ignore `color` and `quiet`."""
    return reporter(name)(report, color=color, quiet=quiet)
