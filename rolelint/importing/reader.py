"""A file of any outside format -> what was read of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rolelint.importing import codeowners, delimited, html, markdown, xlsx
from rolelint.importing.decode import text_of as decoded
from rolelint.importing.faults import Refused
from rolelint.importing.formats import format_of
from rolelint.importing.grid import Cell, Page
from rolelint.importing.mapping import Map, mapped
from rolelint.importing.model import Reading
from rolelint.importing.pages import read_page
from rolelint.importing.records import as_page
from rolelint.importing.shapes import Shapes
from rolelint.importing.trees import Tree, text_of

if TYPE_CHECKING:
    from rolelint.importing.trees import Placed

LARGEST = 100_000_000


@dataclass(frozen=True, slots=True)
class Options:
    """`format` is one of FORMATS or None (guessed); `sheet` names one sheet; `delimiter` a CSV file's."""

    format: str | None = None
    sheet: str | None = None
    delimiter: str | None = None
    map: Map | None = None
    max_bytes: int = LARGEST


def read(file: str, content: bytes, options: Options | None = None) -> Reading:
    """Everything that the file holds of matrices. Refused where it cannot be read at all."""
    options = options or Options()
    reading = Reading(file)
    kind = options.format or format_of(file, content)
    if kind == "codeowners":
        codeowners.read(content, reading)
    elif kind in ("yaml", "json"):
        _read_trees(file, content, kind, options, reading)
    else:
        _read_page(_page(kind, content, options), options, reading)
    if not reading.matrices:
        reading.doubts.clear()
    return reading


def _page(kind: str, content: bytes, options: Options) -> Page:
    if kind == "xlsx":
        return xlsx.read(content, options.sheet)
    if kind == "csv":
        return delimited.read(content, options.delimiter)
    return html.read(content) if kind == "html" else markdown.read(content)


def _read_page(page: Page, options: Options, reading: Reading) -> None:
    gone: list[Cell] = []
    if options.map:
        for number, grid in enumerate(page.grids):
            page.grids[number], left = mapped(grid, options.map)
            gone += [cell for cell in left if cell.text and not cell.spread]
    read_page(page, reading)
    reading.read += len(gone)
    reading.reported += len(gone)
    if gone:
        reading.remarks.append(f"{len(gone)} cells were left out, as the map says")


def _read_trees(file: str, content: bytes, kind: str, options: Options, reading: Reading) -> None:
    from rolelint import source  # noqa: PLC0415  # PyYAML is not needed for a table

    if kind == "json":  # YAML takes no tab between values; JSON has none elsewhere
        content = decoded(content).replace("\t", " ").encode("utf-8", "replace")
    got = source.read(file, content, first=0, max_bytes=options.max_bytes)
    for problem in got.problems:
        where = problem.at or (1, 1)
        reading.remarks.append(f"line {where[0]}: {problem.message}")
    for document in got.documents:
        _read_tree(document, options, reading)


def _read_tree(document: Placed, options: Options, reading: Reading) -> None:
    own = Reading(reading.file)
    tree = Tree(document, own)
    matrix = Shapes(tree, options.map or Map()).find()
    if matrix.rows:
        own.matrices.append(matrix)
        _declared(tree, own)
        tree.close()
    else:
        page = as_page(tree)
        _read_page(page, options, own)
        if not own.matrices:
            own.doubts.clear()
    for name in ("matrices", "doubts", "remarks"):
        getattr(reading, name).extend(getattr(own, name))
    reading.roles |= own.roles
    reading.people |= own.people
    reading.read, reading.written = reading.read + own.read, reading.written + own.written
    reading.reported += own.reported


def _declared(tree: Tree, reading: Reading) -> None:
    """The roles and people that the file declares beside its tasks."""
    data = tree.document.data
    if not isinstance(data, dict):
        return
    roles = data.get("roles")
    if isinstance(roles, dict) and all(text_of(value) or value is None for value in roles.values()):
        reading.roles |= {text_of(key): text_of(value) for key, value in roles.items()}
        tree.take(("roles",))
    elif isinstance(roles, list) and all(text_of(each) for each in roles):
        reading.roles |= dict.fromkeys(map(text_of, roles), "")
        tree.take(("roles",))
    for key in ("members", "people"):
        people = data.get(key)
        for number, each in enumerate(people if isinstance(people, list) else []):
            if isinstance(each, dict) and text_of(each.get("name")) and text_of(each.get("role")):
                reading.people[text_of(each["name"])] = text_of(each["role"])
                tree.take((key, number, "name"))
                tree.take((key, number, "role"))


__all__ = ["Options", "Refused", "read"]
