"""Figures -> one HTML file that loads nothing and runs nothing but its own script. Needs Jinja2."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rolelint.overlap.figures import Figures, Pair
from rolelint.overlap.heat import heat, heats
from rolelint.overlap.views import Views
from rolelint.overlap.words import figure, figure_list
from rolelint.reporting.plain import visible

TEMPLATES = Path(__file__).parent.parent / "templates"


def render(figures: Figures) -> str:
    """The page. ImportError where Jinja2 is not installed."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # noqa: PLC0415  # an extra

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalized,
    )
    environment.filters["figure"] = figure
    environment.filters["ticks"] = _ticks
    style, script = (TEMPLATES / name for name in ("page.css", "page.js"))
    return environment.get_template("page.html.jinja").render(
        **_context(figures), style=_Own(style), script=_Own(script)
    )


class _Own:
    """A file of ours that stands in the page as it is, and the hash by which the page allows it."""

    def __init__(self, path: Path) -> None:
        from markupsafe import Markup  # noqa: PLC0415  # comes with Jinja2

        text = path.read_text("utf-8")
        self.text = Markup(text)  # ours, not the matrix's
        self.hash = "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _ticks(text: str) -> Any:
    """A sentence of ours with what stands between backticks as code; all of it escaped."""
    from markupsafe import Markup, escape  # noqa: PLC0415

    pieces = visible(text).split("`")
    made = [escape(p) if n % 2 == 0 else Markup("<code>{}</code>").format(p) for n, p in enumerate(pieces)]
    return Markup("").join(made) if len(pieces) % 2 else escape(visible(text))


def _finalized(value: Any) -> Any:
    """What is written into the page: characters that steer the direction or the screen are written out."""
    if type(value) is str:
        return visible(value)
    return value


def _context(figures: Figures) -> Mapping[str, Any]:
    from markupsafe import Markup  # noqa: PLC0415  # comes with Jinja2

    views = Views(figures)
    hottest = heats(figures.map)

    def step(pair: Pair | None) -> int:
        return heat(pair, hottest)

    return {
        "f": figures,
        "views": views,
        "figures": figure_list(figures),
        "heat": step,
        "wrong": [note for note in figures.notes if note.topic == "wrong function"],
        "grey": [note for note in figures.notes if note.topic == "grey area"],
        "row": figures.rows.__getitem__,
        "cells": lambda row: Markup("".join(views.cells(row))),
        "legend": "".join(f", {letter} {duty}" for letter, duty in views.legend()),
    }
