"""Which files speak of the same organisation."""

from __future__ import annotations

import os.path
from collections.abc import Sequence

from rolelint.organisation.plain import mapping, text
from rolelint.words import fold


def group(documents: Sequence[tuple[str, int, object]]) -> list[list[int]]:
    """The numbers of the documents (file, number, plain data) of each organisation, in order.

    Documents that name the same organisation belong together. One that names none belongs to the
    organisation named in its own folder or in the nearest folder above it, if exactly one is named there.
    All others form one organisation together.
    """
    named = {number: name for _, number, data in documents if (name := _name(data)) is not None}
    by_folder: dict[str, set[str]] = {}
    for file, number, _ in documents:
        if number in named:
            by_folder.setdefault(_folder(file), set()).add(named[number])
    groups: dict[str | None, list[int]] = {}
    for file, number, _ in documents:
        name = named.get(number) or (_nearest(_folder(file), by_folder) if by_folder else None)
        groups.setdefault(name, []).append(number)
    return list(groups.values())


def _name(data: object) -> str | None:
    name = text(mapping(mapping(data).get("org")).get("name"))
    return None if name is None else fold(name)


def _folder(file: str) -> str:
    return os.path.dirname(os.path.abspath(file.replace("\\", "/")))


def _nearest(folder: str, by_folder: dict[str, set[str]]) -> str | None:
    """The one organisation named in the nearest folder that names any."""
    while folder not in by_folder:
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    named = by_folder[folder]
    return next(iter(named)) if len(named) == 1 else None
