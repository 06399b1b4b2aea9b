"""Names of packs -> their folders -> packs, joined with the shipped ones."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rolelint import bundled
from rolelint.packs import checking, extending, reading
from rolelint.packs.model import PACK_FILE, BadPack, Packs, off
from rolelint.records import NamedTuple
from rolelint.suggest import suggest

GROUP = "rolelint.packs"
"""The entry point under which an installed package offers a pack: name = its module, whose folder it is."""


class Folder(NamedTuple):
    """A folder that holds a pack, and how it is shown."""

    name: str
    path: Path
    shown: str


def with_named(packs: Packs, names: Sequence[str], root: str, place: Callable[[str], str]) -> Packs:
    """The packs and all named ones; BadPack lists everything that is wrong with any."""
    read = reading.nothing()
    folders: dict[str, Folder] = {}
    for name in names:
        if name not in packs.files:
            _gather(name, root, packs, place(name), folders, read.faults)
    for folder in folders.values():
        reading.add(read, folder.path, folder.name, folder.shown)
    if packs.compiled and extending.touches(read.packs, packs):
        packs = reading.read(bundled.folder("rules"))._replace(off=packs.off)
    found = _joined(packs, read, folders)
    found = extending.extended(found, read)
    read.faults.extend(checking.faults(found, read))
    if read.faults:
        raise BadPack(read.faults)
    return found


def files_of(packs: Packs, pack: str) -> list[reading.PackFile]:
    """The files of one of the packs, with the places of all they say; its pack file first."""
    folder = packs.folders.get(pack)
    path = Path(folder) if folder else bundled.folder("rules") / pack
    read = reading.nothing()
    reading.add(read, path, pack, folder or pack)
    return sorted(read.files.values(), key=lambda file: file.identity)


def _joined(packs: Packs, read: reading.Reading, folders: dict[str, Folder]) -> Packs:
    return packs._replace(
        rules=dict(sorted({**packs.rules, **read.rules}.items())),
        files={**packs.files, **read.packs},
        titles=None,
        off=packs.off | (off(read.packs) - folders.keys()),
        folders={name: folder.shown for name, folder in folders.items()},
    )


def _gather(
    name: str, root: str, packs: Packs, place: str, folders: dict[str, Folder], faults: list[str]
) -> None:
    """Add the folders that a name means, or what is wrong with it."""
    found = list(_folders(name, root))
    if not found:
        faults.append(f"{place or '--pack'}: {_unknown(name, packs)}")
    for folder in found:
        other = folders.get(folder.name)
        if folder.name in packs.files:
            said = (
                f'a pack called "{folder.name}" comes with rolelint; rename the folder, or extend that pack'
            )
            faults.append(f"{folder.shown}: {said}")
        elif not reading.NAME.fullmatch(folder.name):
            faults.append(f"{folder.shown}: name the folder in small letters, digits and single dashes")
        elif other is not None and not other.path.samefile(folder.path):
            faults.append(f'{folder.shown}: {other.shown} is a pack called "{folder.name}" as well')
        else:
            folders[folder.name] = folder


def _folders(name: str, root: str) -> Iterator[Folder]:
    pattern = os.path.join(root, name) if root else name
    for path in sorted(glob.glob(pattern)):
        if os.path.isfile(os.path.join(path, PACK_FILE)):
            real = Path(os.path.realpath(path))
            yield Folder(real.name, real, _shown(path))
    if "/" not in name and os.sep not in name and not os.path.exists(pattern):
        yield from _installed(name)


def _shown(path: str) -> str:
    """The path as seen from here, where it lies below."""
    near = os.path.relpath(path)
    return os.path.abspath(path) if near.startswith("..") else near


def _installed(name: str) -> Iterator[Folder]:
    """The pack that an installed package offers. It is found, never imported: a pack runs no code."""
    from importlib.metadata import entry_points  # noqa: PLC0415  # only for a name that is no folder
    from importlib.util import find_spec  # noqa: PLC0415

    for point in entry_points(group=GROUP, name=name):
        top, _, rest = point.module.partition(".")
        spec = find_spec(top)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            path = Path(place, *filter(None, rest.split(".")))
            if (path / PACK_FILE).is_file():
                yield Folder(name, path, str(path))
                return


def _unknown(name: str, packs: Packs) -> str:
    if any(mark in name for mark in "/*?["):
        return f'no folder with a {PACK_FILE} is called "{name}"'
    from importlib.metadata import entry_points  # noqa: PLC0415

    known = [*packs.files, *(point.name for point in entry_points(group=GROUP))]
    near = suggest(name, known)
    hint = f' — did you mean "{near}"?' if near else f"; a folder of your own is written ./{name}"
    return f'no pack is called "{name}", neither a folder with a {PACK_FILE} nor an installed one{hint}'
