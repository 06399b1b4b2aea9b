"""The compiled form of the shipped packs, made when the package is built, so that a run need not read a
hundred YAML files. In a checkout it counts only while nothing it was made of is newer.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from itertools import chain
from typing import Any

from rolelint import bundled
from rolelint.packs.model import BASE, Packs, off
from rolelint.records import maker
from rolelint.rule import Rule

_made = maker(Rule)

COMPILED = "rules.compiled"
PIECES = "lexicon.compiled"
"""The words and patterns of the base's lexicon, of which a run looks at few."""
EXTRA = "borders.compiled"
"""What only borders besides the base need: kept apart, so that other runs need not read it."""


def compile_shipped() -> tuple[bytes, bytes]:
    """The compiled form of the shipped packs and its pieces, the same bytes for the same rules."""
    from rolelint.organisation import Titles  # noqa: PLC0415
    from rolelint.packs import borders  # noqa: PLC0415
    from rolelint.packs.reading import read  # noqa: PLC0415
    from rolelint.similar.making import with_made  # noqa: PLC0415

    packs = read(bundled.folder("rules"))
    built = borders.lexicon(packs, BASE)
    lexicon = dict(built.to_data())
    pieces: bytes = lexicon.pop("pieces")
    data = {
        "rules": [_rule(r, bare=r.kind in built.KINDS) for r in packs.rules.values()],
        "files": {name: with_made(data) for name, data in packs.files.items()},
        "lexicon": lexicon,
        "titles": Titles.build(packs.on).to_data(),
    }
    return bundled.written(data), pieces


def compile_extra() -> bytes:
    """The compiled form of the shipped borders besides the base, and the words that all borders share."""
    from rolelint.packs import borders  # noqa: PLC0415
    from rolelint.packs.reading import read  # noqa: PLC0415

    packs = read(bundled.folder("rules"))
    lexicons = {
        name: built.to_data() for name, built in borders.other_lexicons(packs, packs.rules.values()).items()
    }
    return bundled.written({"words": borders.words(packs), "lexicons": lexicons})


def _rule(one: Rule, *, bare: bool) -> tuple[Any, ...]:
    """What a run needs of a rule, as all of its fields."""
    return tuple(one._replace(source="", good=(), bad=(), options={} if bare else one.options))


def load() -> Packs | None:
    """The shipped packs from their compiled form; None where there is none that counts."""
    data, pieces = _read(COMPILED), bundled.mapped(PIECES)
    return None if data is None or pieces is None else from_compiled(data, pieces)


@cache
def extra() -> Mapping[str, Any]:
    """What the borders besides the base need; nothing where it has to be built."""
    data: Mapping[str, Any] | None = _read(EXTRA)
    return data or {}


def _read(name: str) -> Any | None:
    return bundled.compiled(name) if _fresh(os.path.join(bundled.PACKAGE, name)) else None


def _fresh(compiled: str) -> bool:
    """Whether the compiled form is newer than all it was made of; always so once installed."""
    if bundled.is_installed():
        return True
    try:
        made = os.stat(compiled).st_mtime_ns
    except OSError:
        return False
    rules = bundled.folder("rules")
    house = rules.parent / "rolelint"
    makers = ("fit/*.py", "organisation/title*.py", "similar/*.py", "packs/*.py", "bundled.py", "words.py")
    made_of = (rules, *rules.rglob("*"), *chain.from_iterable(map(house.glob, makers)))
    return all(path.stat().st_mtime_ns <= made for path in made_of)


def from_compiled(data: Mapping[str, Any], pieces: bytes | memoryview) -> Packs:
    """Packs as `compile_shipped` wrote them."""
    rules = {entry[0]: _made(entry) for entry in data["rules"]}
    files = data["files"]
    return Packs(
        rules, files, {BASE: {**data["lexicon"], "pieces": pieces}}, data["titles"], off(files), compiled=True
    )
