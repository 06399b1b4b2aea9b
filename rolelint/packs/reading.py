"""A pack's folder -> its rules and its pack file, held against the schemas; all faults with their places."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from rolelint import source
from rolelint.finding import Problem, Route, Step
from rolelint.packs.model import PACK_FILE, BadPack, Packs, off
from rolelint.records import NamedTuple
from rolelint.rule import Rule, rule
from rolelint.schema import problems

if TYPE_CHECKING:
    from pathlib import Path

MOST_BYTES = 1024 * 1024
MOST_FILES = 500
"""A pack of more or larger files is refused: a linter must not hang on what it is given."""

NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class PackFile(NamedTuple):
    """One YAML file of a pack: what it says, and how to place a fault in it."""

    identity: str
    """`<pack>/<name>` for a rule, `<pack>` for the pack file."""
    shown: str
    data: Mapping[str, Any]
    document: source.Document
    sound: bool
    """Whether it fits the schema."""

    def fault(self, steps: tuple[Step, ...], message: str, *, key: bool = False) -> str:
        """A line that says where and what."""
        place = self.document.place(Route(self.document.number, steps, key=key))
        return f"{self.shown}:{place.line}:{place.column}: {message}"

    @property
    def pack(self) -> str:
        """The pack that the file belongs to."""
        return self.identity.partition("/")[0]


class Reading(NamedTuple):
    """The rules and pack files of one or more packs, with the files they came from, and all faults."""

    rules: dict[str, Rule]
    packs: dict[str, Mapping[str, Any]]
    files: dict[str, PackFile]
    faults: list[str]


def read(folder: Path) -> Packs:
    """The packs below a folder, from their YAML; BadPack lists all faults."""
    reading = nothing()
    for pack in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if pack.is_dir():
            add(reading, pack, pack.name, pack.name)
    if reading.faults:
        raise BadPack(reading.faults)
    return Packs(dict(sorted(reading.rules.items())), reading.packs, off=off(reading.packs))


def nothing() -> Reading:
    """A reading that holds nothing yet."""
    return Reading({}, {}, {}, [])


def add(reading: Reading, folder: Path, name: str, shown: str) -> None:
    """Add the pack of a folder to a reading; `shown` is what messages call the folder."""
    entries = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    if len(entries) > MOST_FILES:
        reading.faults.append(f"{shown}: {len(entries)} files; a pack may have {MOST_FILES}")
        return
    for entry in entries:
        is_pack = entry == PACK_FILE
        identity = name if is_pack else f"{name}/{entry.removesuffix('.yaml')}"
        where = os.path.join(shown, entry)
        if not NAME.fullmatch(entry.removesuffix(".yaml")):
            reading.faults.append(f"{where}: name it in small letters, digits and single dashes")
            continue
        file = _accepted(folder / entry, identity, where, "pack" if is_pack else "rule", reading.faults)
        if file is not None:
            reading.files[identity] = file
            if is_pack and file.sound:
                reading.packs[name] = file.data
            elif file.sound:
                reading.rules[identity] = rule(identity, file.data)


def _accepted(path: Path, identity: str, shown: str, schema: str, faults: list[str]) -> PackFile | None:
    try:
        text = _text(path)
    except OSError as error:
        faults.append(f"{shown}: {(error.strerror or str(error)).lower()}")
        return None
    if len(text) > MOST_BYTES:
        faults.append(f"{shown}: larger than {MOST_BYTES:,} bytes")
        return None
    reading = source.read(shown, text)
    document = reading.documents[0]
    found = list(reading.problems)
    found += problems(document.data, schema, document.number)
    data = document.data if isinstance(document.data, dict) else {}
    file = PackFile(identity, shown, data, document, not found)
    faults += (_placed(file, problem) for problem in found)
    if len(reading.documents) > 1:
        other = reading.documents[1].place(Route(reading.documents[1].number))
        faults.append(f"{shown}:{other.line}:{other.column}: one file holds one {schema}")
    return file


def _text(path: Path) -> bytes:
    """The bytes of a plain file, one more than allowed at most; never waits on a pipe."""
    if not path.is_file():
        raise OSError("not a file")
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _placed(file: PackFile, problem: Problem) -> str:
    if problem.at is None:
        return file.fault(problem.route.steps, problem.message, key=problem.route.key)
    line, column = problem.at
    return f"{file.shown}:{line}:{column}: {problem.message}"


def phrases(options: Any, steps: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], Any]]:
    """Every text and number inside options, with the steps to it."""
    if isinstance(options, Mapping):
        for key, value in options.items():
            yield from phrases(value, (*steps, key))
    elif isinstance(options, list):
        for number, value in enumerate(options):
            yield from phrases(value, (*steps, number))
    else:
        yield steps, options


def names(reading: Reading) -> Iterable[str]:
    """The packs that were read."""
    return dict.fromkeys(file.pack for file in reading.files.values())
