"""`rolelint lsp`: the language server, for editors."""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Mapping, Sequence
from importlib.util import find_spec

import click

from rolelint import packs
from rolelint.linting import Input, Linter, linter

MISSING = 'the language server needs pygls: pip install "rolelint[lsp]"'


@click.command(
    context_settings={
        "help_option_names": ["-h", "--help"],
        "ignore_unknown_options": True,
        "allow_extra_args": True,
    }
)
@click.option("--stdio", is_flag=True, help="Speak over standard input and output (always so).")
def command(stdio: bool) -> None:
    """Serve an editor: findings while typing, explanations under the pointer, quick fixes."""
    if find_spec("pygls") is None:
        click.echo(f"rolelint: {MISSING}", err=True)
        sys.exit(2)
    from rolelint.editor.server import serve

    gc.enable()  # a server stays
    serve(_Gatherer().gather, packs.shipped(whole=True).rules)


class _Gatherer:
    """Finds what belongs to an open file as the command line does; linters are kept as long as they fit."""

    def __init__(self) -> None:
        self._linters: dict[str, Linter] = {}

    def gather(self, path: str, texts: Mapping[str, bytes]) -> tuple[Linter, Sequence[Input], bool] | None:
        """The linter for a file, and all texts of its organisation, the open ones as they stand."""
        from rolelint.cli.inputs import collect, excluded, included
        from rolelint.cli.settings import settings_for

        settings = settings_for([path], None, {})
        settings = settings._replace(today=settings.today or time.strftime("%Y-%m-%d"))
        if excluded(path, settings):
            return None
        key = repr(settings)
        if key not in self._linters:
            self._linters = {key: linter(settings)}
        found = collect([path], settings)
        named = bool(settings.include) and included(path, settings)
        real = os.path.realpath(path)
        inputs = [_open(item, texts) for item in found.inputs]
        if not any(os.path.realpath(item.file) == real for item in inputs):
            inputs.append(Input(path, texts.get(real, b"")))
        return self._linters[key], [i._replace(named=named) if i.file == path else i for i in inputs], named


def _open(item: Input, texts: Mapping[str, bytes]) -> Input:
    text = texts.get(os.path.realpath(item.file))
    return item if text is None else item._replace(text=text)
