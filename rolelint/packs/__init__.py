"""Rule packs: folders of YAML rules -> Rules, and what their pack files say of functions and titles.

A pack comes with rolelint, lies in a folder of the user's, or is installed as a Python package. Only what a
run needs is imported: a run without packs of the user's own reads nothing but the compiled form.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from rolelint import bundled
from rolelint.packs.borders import lexicon, other_lexicons
from rolelint.packs.compiled import COMPILED, EXTRA, PIECES, compile_extra, compile_shipped, load
from rolelint.packs.model import BASE, PACK_FILE, BadPack, Packs

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "BASE",
    "COMPILED",
    "EXTRA",
    "PACK_FILE",
    "PIECES",
    "BadPack",
    "Packs",
    "compile_extra",
    "compile_shipped",
    "lexicon",
    "other_lexicons",
    "read",
    "shipped",
    "used",
]


def shipped(*, whole: bool = False) -> Packs:
    """The packs that come with rolelint. `whole` also reads what only `explain` shows: source, examples."""
    if not whole:
        compiled = load()
        if compiled is not None:
            return compiled
    return read(bundled.folder("rules"))


def read(folder: Path) -> Packs:
    """The packs below a folder, from their YAML, held against the schemas; BadPack lists all faults."""
    from rolelint.packs.reading import read as read_yaml  # noqa: PLC0415  # only where nothing is compiled

    return read_yaml(folder)


def used(
    packs: Packs,
    names: Sequence[str],
    root: str = "",
    asked: Sequence[str] = (),
    place: Callable[[str], str] | None = None,
) -> Packs:
    """The packs with those that were named: folders (globs, relative to `root`), installed or shipped ones.

    `asked` are further names that only turn shipped packs on. `place` says where a name stands. BadPack
    lists all faults of all named packs.
    """
    on = packs._replace(off=packs.off - {*names, *asked}) if packs.off else packs
    if on.off != packs.off:
        on = on._replace(titles=None)
    if all(name in packs.files for name in names):
        return on
    from rolelint.packs.named import with_named  # noqa: PLC0415  # only where packs are named

    return with_named(on, names, root, place or (lambda _: ""))
