"""Rule packs: folders of YAML rules -> Rules, and what their pack files say of functions and titles.

The shipped packs are also kept in a compiled form (JSON), made when the package is built, so that a run
need not read a hundred YAML files. In a checkout the compiled form counts only while no rule is newer.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from rolelint import bundled
from rolelint.finding import Problem
from rolelint.rule import Rule, rule

if TYPE_CHECKING:
    from pathlib import Path

COMPILED = "rules.compiled.json"
PACK_FILE = "pack.yaml"


class BadPack(Exception):
    """A pack that cannot be used; `faults` are whole lines: file, line, column and what is wrong."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


class Packs(NamedTuple):
    """All rules by id, in order of id, and the data of each pack file by pack name.

    `lexicon` and `titles` are the compiled forms of the rules' phrases and of the pack files' names, or None
    where they have to be built.
    """

    rules: Mapping[str, Rule]
    files: Mapping[str, Mapping[str, Any]]
    lexicon: Any = None
    titles: Any = None


def shipped(*, whole: bool = False) -> Packs:
    """The packs that come with rolelint. `whole` also reads what only `explain` shows: source, examples."""
    if not whole:
        compiled = _compiled()
        if compiled is not None:
            return _from_compiled(compiled)
    return read(bundled.folder("rules"))


def read(folder: Path) -> Packs:
    """The packs below a folder, from their YAML, held against the schemas; BadPack lists all faults."""
    rules: dict[str, Rule] = {}
    pack_files: dict[str, Mapping[str, Any]] = {}
    faults: list[str] = []
    for pack in _sorted(folder):
        if not pack.is_dir():
            continue
        for entry in _sorted(pack):
            if not entry.name.endswith(".yaml"):
                continue
            identity = f"{pack.name}/{entry.name.removesuffix('.yaml')}"
            schema = "pack" if entry.name == PACK_FILE else "rule"
            data = _accepted(entry, f"{pack.name}/{entry.name}", schema, faults)
            if data is None:
                continue
            if schema == "pack":
                pack_files[pack.name] = data
            else:
                rules[identity] = rule(identity, data)
    if faults:
        raise BadPack(faults)
    return Packs(dict(sorted(rules.items())), pack_files)


def _sorted(folder: Path) -> list[Path]:
    return sorted(folder.iterdir(), key=lambda entry: entry.name)


def _accepted(entry: Path, shown: str, schema: str, faults: list[str]) -> Mapping[str, Any] | None:
    from rolelint import source  # noqa: PLC0415  # only when packs are read from YAML
    from rolelint.schema import problems  # noqa: PLC0415

    reading = source.read(shown, entry.read_bytes())
    found: list[Problem] = list(reading.problems)
    document = reading.documents[0] if reading.documents else None
    if document is not None:
        found += problems(document.data, schema, document.number)
    for problem in found:
        line, column = problem.at or (1, 1)
        if problem.at is None and document is not None:
            place = document.place(problem.route)
            line, column = place.line, place.column
        faults.append(f"{shown}:{line}:{column}: {problem.message}")
    if found or document is None or not isinstance(document.data, dict):
        return None
    return document.data


def compile_shipped() -> bytes:
    """The compiled form of the shipped packs: JSON, the same bytes for the same rules."""
    from rolelint.fit.lexicon import Lexicon  # noqa: PLC0415
    from rolelint.organisation import Titles  # noqa: PLC0415

    packs = read(bundled.folder("rules"))
    built = Lexicon.build((r.id, r.kind, r.options) for r in packs.rules.values())
    data = {
        "rules": [
            {
                "id": r.id,
                "kind": r.kind,
                "severity": r.severity,
                "message": r.message,
                "help": r.help,
                "title": r.title,
                "why": r.why,
                "enabled": r.enabled,
                "dimension": r.dimension,
                "options": {} if r.kind in built.KINDS else r.options,
            }
            for r in packs.rules.values()
        ],
        "files": packs.files,
        "lexicon": built.to_data(),
        "titles": Titles.build(list(packs.files.values())).to_data(),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _compiled() -> Any | None:
    compiled = os.path.join(bundled.PACKAGE, COMPILED)
    if not _fresh(compiled):
        return None
    try:
        with open(compiled, "rb") as file:
            return json.loads(file.read())
    except (OSError, ValueError):
        return None


def _fresh(compiled: str) -> bool:
    """Whether the compiled form is newer than all it was made of; always so once installed."""
    if os.path.dirname(bundled.path("rules")) == bundled.PACKAGE:
        return True
    try:
        made = os.stat(compiled).st_mtime_ns
    except OSError:
        return False
    rules = bundled.folder("rules")
    house = rules.parent / "rolelint"
    made_of = (rules, *rules.rglob("*"), *house.glob("fit/*.py"), *house.glob("organisation/title*.py"))
    return all(path.stat().st_mtime_ns <= made for path in made_of)


def _from_compiled(data: Mapping[str, Any]) -> Packs:
    rules = {entry["id"]: rule(entry["id"], entry | {"source": ""}) for entry in data["rules"]}
    return Packs(rules, data["files"], data["lexicon"], data["titles"])


def joined(packs: Iterable[Packs]) -> Packs:
    """Several sets of packs as one; a later rule or pack file of the same name wins."""
    rules: dict[str, Rule] = {}
    data: dict[str, Mapping[str, Any]] = {}
    for each in packs:
        rules |= each.rules
        data |= each.files
    return Packs(dict(sorted(rules.items())), data)
