"""A page of tables and lines -> matrices: which tables are one, what its legend says, what is left over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rolelint.importing import legend as legends
from rolelint.importing import lists
from rolelint.importing.assigning import Context, one_line
from rolelint.importing.block import Layout, Rows
from rolelint.importing.blocks import blocks_of
from rolelint.importing.faults import Refused
from rolelint.importing.grid import Cell, Grid, Page
from rolelint.importing.layout import counts_only, layout_of
from rolelint.importing.ledger import Ledger, short
from rolelint.importing.legend import Legend
from rolelint.importing.lettered import is_check
from rolelint.importing.marks import GLUED, marks_of
from rolelint.importing.model import Matrix, Reading
from rolelint.importing.names import Names
from rolelint.importing.reverse import reversed_matrix
from rolelint.importing.schemes import Scheme, scheme_for
from rolelint.importing.table import Builder
from rolelint.importing.vocabulary import is_nobody

WIDEST = 1000
"""Columns of the widest table that is read."""

FOOT = re.compile(r"\s*\\?([*†‡§¹²³⁴-⁹]{1,3})\s*(\S.{3,})")


def read_page(page: Page, reading: Reading) -> None:
    """Add every matrix of the page to the reading, and account for each cell."""
    _refuse_giants(page.grids)
    ledger = Ledger(reading)
    legend = Legend()
    for grid in page.grids:
        legends.of_cells(grid, legend)
    blocks = [(grid, rows) for grid in page.grids for rows in blocks_of(grid, legend)]
    known = GLUED | legend.letters.keys() | legend.strange.keys()
    layouts = _layouts(blocks, frozenset(known))
    used = frozenset().union(*(_letters(layout) for _, layout in layouts if layout))
    legends.of_lines(page.lines, used, legend)
    layouts = _layouts(blocks, frozenset(GLUED | legend.letters.keys() | legend.strange.keys()))
    ledger.use(*legend.cells)
    context = Context(ledger, legend, Names(_names(layouts)), _footnotes(page))
    titles = {title for title, layout in layouts if layout and title}
    for (grid, rows), (title, layout) in zip(blocks, layouts, strict=True):
        if layout is None and _title(rows) in titles:
            ledger.use(*(cell for row in rows for cell in row))
        elif layout is None:
            _leftover(rows, grid, reading, ledger)
        elif layout is not JOINED:
            reading.matrices.append(_matrix(layout, title, grid, page, reading, context))
    if not reading.matrices:
        lists.read_lists(page.lines, reading, context)
    reading.remarks += [f"{each} was not read" for each in page.dropped]
    ledger.close(page.grids)


def _refuse_giants(grids: Iterable[Grid]) -> None:
    for grid in grids:
        if grid.width > WIDEST:
            where = f'the sheet "{grid.sheet}"' if grid.sheet else f"the table at line {grid.line}"
            raise Refused(f"{where} has {grid.width:,} columns; at most {WIDEST:,} are read")


def _matrix(layout: Layout, title: str, grid: Grid, page: Page, reading: Reading, context: Context) -> Matrix:
    titles = [
        title,
        grid.heading,
        *_corner(layout),
        reading.file,
        *(line.text for line in page.lines if line.level),
    ]
    scheme = scheme_for(_letters(layout), context.legend.letters, titles)
    title = title or grid.heading or grid.sheet
    _say_scheme(scheme, title, reading)
    if grid.hidden:
        reading.remarks.append(f'the sheet "{grid.sheet}" is hidden; it was read all the same')
    if layout.kind == "reverse":
        return reversed_matrix(layout, scheme, context, title)
    return Builder(layout, scheme, context, title).build()


def _say_scheme(scheme: Scheme, title: str, reading: Reading) -> None:
    if scheme.guessed:
        said = ", ".join(f"{letter} = {duty}" for letter, duty in scheme.letters.items())
        where = f'"{short(title)}" was' if title else "the letters were"
        remark = (
            f"{where} read as {scheme.name or 'letters of several schemes'} ({said}); set `scheme:` to change"
        )
        if remark not in reading.remarks:
            reading.remarks.append(remark)


def _corner(layout: Layout) -> list[str]:
    return [cell.text for cell in layout.rows[layout.header][: layout.columns[0]]]


def _letters(layout: Layout | None) -> frozenset[str]:
    """Every letter that the layout's cells (or headers) use."""
    if layout is None or layout is JOINED:
        return frozenset()
    header, rows = layout.rows[layout.header], layout.rows[layout.header + 1 :]
    if layout.kind in ("grid", "long"):
        cells = [row[p].text for row in rows for p in layout.columns if p < len(row)]
    else:
        cells = [header[p].text[:1] for p in layout.columns if len(header[p].text.strip(" :*")) == 1]
        cells += [
            c
            for p in layout.columns
            for c in re.findall(r"(?:^|\()([A-Z])(?:$|\)|\s*[(=:–-])", header[p].text)
        ]
    found: set[str] = set()
    for text in cells:
        marks = marks_of(text, layout.known)
        found.update(marks.letters if marks else ())
    return frozenset(found)


def _names(layouts: list[tuple[str, Layout | None]]) -> Iterator[str]:
    for _, layout in layouts:
        if layout is None:
            continue
        if layout.kind in ("names", "owners"):
            rows = layout.rows[layout.header + 1 :]
            yield from (row[p].text for row in rows for p in layout.columns if p < len(row))


# Tables that are one, and those that are several


def _layouts(blocks: list[tuple[Grid, Rows]], known: frozenset[str]) -> list[tuple[str, Layout | None]]:
    """One layout a block. A block without a header goes on with the one before it; a lone text is a title."""
    found = [_one(rows, known, owners=False) for _, rows in blocks]
    if not any(found):
        found = [_one(rows, known, owners=True) for _, rows in blocks]
    layouts: list[tuple[str, Layout | None]] = []
    title = ""
    for number, (grid, rows) in enumerate(blocks):
        layout = found[number]
        before = layouts[-1][1] if number and blocks[number - 1][0] is grid else None
        if number and blocks[number - 1][0] is not grid:
            title = ""
        if before and _goes_on(before, rows, layout, known):
            before.rows += rows
            layouts.append(("", JOINED))
            continue
        layouts.append((title if layout else "", layout))
        title = _title(rows) if layout is None else ""
    return layouts


JOINED = Layout("joined", [], 0, [])
"""Marks a block whose rows were joined to the layout before it."""


def _one(rows: Rows, known: frozenset[str], *, owners: bool) -> Layout | None:
    return None if counts_only(rows, known) else layout_of(list(rows), known, owners=owners)


def _goes_on(before: Layout, rows: Rows, layout: Layout | None, known: frozenset[str]) -> bool:
    """Whether rows without a header of their own stand in the columns of the layout before."""
    if before.turned or before is JOINED:
        return False
    cells = [row[p].text for row in rows for p in before.columns if p < len(row) and row[p].text]
    if before.kind == "grid":
        marks = sum(marks_of(text, known) is not None for text in cells)
        lone = len(rows) == 1 and not cells
        own_header = layout is not None and layout.columns and not _marks_in(rows[layout.header], known)
        fits = (bool(cells) and marks * 2 >= len(cells)) or (lone and len(_title(rows)) < 80)
        return not own_header and fits
    return layout is None and before.kind == "names" and bool(cells)


def _marks_in(row: list[Cell], known: frozenset[str]) -> bool:
    return sum(marks_of(cell.text, known) is not None for cell in row[1:]) * 2 > sum(
        bool(c.text) for c in row[1:]
    )


def _title(rows: Rows) -> str:
    filled = [cell.text for cell in rows[-1] if cell.text and not cell.spread]
    return one_line(filled[0]) if len(filled) == 1 and len(filled[0]) < 120 else ""


# What is left over


def _leftover(rows: Rows, grid: Grid, reading: Reading, ledger: Ledger) -> None:
    cells = [cell for row in rows for cell in row if cell.text and not cell.spread]
    if len(rows) < 2 or len({id(row) for row in rows if len([c for c in row if c.text]) > 1}) < 2:
        _words(cells, reading, ledger)
        return
    first = cells[0]
    where = first.name or f"line {first.line}"
    title = f' "{short(grid.heading)}"' if grid.heading else ""
    checks = sorted({cell.text for cell in cells if is_check(cell.text) and not is_nobody(cell.text)})
    hint = f"; `--map` can say what {checks[0]} means" if checks and checks[0].strip("_-. ") else ""
    reading.remarks.append(
        f"the table at {where}{title} holds no letters of duties: its {len(cells)} cells were not read{hint}"
    )
    ledger.lose_all(cells)


def _words(cells: list[Cell], reading: Reading, ledger: Ledger) -> None:
    """Titles and remarks around a table."""
    for cell in cells:
        ledger.lose(cell, f'words beside the table: "{short(cell.text)}"')


def _footnotes(page: Page) -> dict[str, str]:
    """Sign -> words, from lines such as `* only in spring`."""
    texts = [line.text for line in page.lines if not line.item]
    texts += [
        row[0].text
        for grid in page.grids
        for row in grid.rows
        if row and len([c for c in row if c.text]) == 1
    ]
    found: dict[str, str] = {}
    for text in texts:
        match = FOOT.fullmatch(text.split("\n")[0])
        if match:
            found.setdefault(match.group(1), short(match.group(2), 200))
    return found
