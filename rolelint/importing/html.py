"""HTML -> grids (tables with spans spread out) and lines (headings, list items, paragraphs)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html import unescape
from html.parser import HTMLParser

from rolelint.importing.decode import clean, text_of
from rolelint.importing.grid import Cell, Grid, Line, Page

SILENT = frozenset({"script", "style", "template", "noscript", "svg", "head"})
BLOCKS = frozenset({"p", "li", "div", "br", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dd", "dt"})
HEADINGS = {f"h{level}": level for level in range(1, 7)}
SPAN_LIMIT = 1000
AREA_LIMIT = 2000
"""Places that one cell may cover."""

CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_\-]{3,20})", re.IGNORECASE)


def read(content: bytes) -> Page:
    """All tables and lines of a page."""
    said = CHARSET.search(content[:2000])
    if said and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return parse(clean(content.decode(said.group(1).decode("ascii")).replace("\r\n", "\n")))
        except (LookupError, ValueError):
            pass
    return parse(text_of(content))


def parse(text: str, first: int = 1) -> Page:
    """The same of text whose first line has the number `first`."""
    reader = _Reader(text, first)
    reader.feed(text)
    reader.close()
    reader.finish()
    return reader.page


def unescaped(text: str) -> str:
    """Text whose `&amp;` and kin are characters again."""
    return clean(unescape(text)).replace("\xa0", " ") if "&" in text else text


@dataclass(slots=True)
class _Open:
    """A cell being read."""

    line: int
    column: int
    head: bool
    columns: int
    rows: int
    pieces: list[str] = field(default_factory=list)
    bold: int = 0
    loud: bool = True
    """Whether all text so far was bold."""


@dataclass(slots=True)
class _Table:
    grid: Grid
    cell: _Open | None = None
    position: int = 0
    pending: dict[tuple[int, int], Cell] = field(default_factory=dict)
    """Places that a span from above covers."""


class _Reader(HTMLParser):
    """Browsers close `<td>` and `<tr>` by themselves, and so does this."""

    def __init__(self, text: str, first: int) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.source = text.split("\n")
        self.first = first
        self.tables: list[_Table] = []
        self.heading = ""
        self.silent = 0
        self.words: list[str] = []
        self.begun = (1, 0)
        self.item = False
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self.silent += 1
        elif tag == "table":
            self._flush()
            self.tables.append(_Table(Grid([], heading=self.heading, line=self.getpos()[0] + self.first - 1)))
        elif self.tables:
            self._in_table(tag, attrs)
        elif tag in BLOCKS:
            self._flush()
            self.item = tag == "li"
            self.depth += tag in ("ul", "ol")

    def handle_endtag(self, tag: str) -> None:
        if tag in SILENT:
            self.silent = max(self.silent - 1, 0)
        elif tag == "table" and self.tables:
            self._close_table()
        elif self.tables:
            self._out_table(tag)
        elif tag in BLOCKS:
            self._flush(HEADINGS.get(tag, 0))
            self.depth -= tag in ("ul", "ol")

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        if not self.tables:
            if not self.words and data.strip():
                self.begun = self._position_of(data)
            self.words.append(data)
            return
        cell = self.tables[-1].cell
        if cell is not None and data.strip():
            if not any(piece.strip() for piece in cell.pieces):
                cell.line, cell.column = self._position_of(data)
            cell.loud = cell.loud and cell.bold > 0
        if cell is not None:
            cell.pieces.append(" ".join(data.split("\n")) if data.strip() else " ")

    def _position_of(self, data: str) -> tuple[int, int]:
        """Line and column (from 1) of the first character of `data` that is no white space."""
        line, offset = self.getpos()
        before = data[: len(data) - len(data.lstrip())]
        if "\n" in before:
            return line + before.count("\n") + self.first - 1, len(before) - before.rfind("\n")
        return line + self.first - 1, offset + len(before) + 1

    def _in_table(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        table = self.tables[-1]
        if tag == "tr":
            self._close_row()
            table.grid.rows.append([])
        elif tag in ("td", "th"):
            self._close_cell()
            if not table.grid.rows:
                table.grid.rows.append([])
            line, offset = self.getpos()
            spans = {name: value for name, value in attrs if name in ("colspan", "rowspan")}
            line, column = line + self.first - 1, offset + 1
            across = _span(spans, "colspan")
            down = min(_span(spans, "rowspan"), max(AREA_LIMIT // across, 1))
            table.cell = _Open(line, column, tag == "th", across, down)
        elif table.cell is not None:
            table.cell.bold += tag in ("b", "strong")
            if tag in BLOCKS:
                table.cell.pieces.append("\n")

    def _out_table(self, tag: str) -> None:
        cell = self.tables[-1].cell
        if tag in ("td", "th"):
            self._close_cell()
        elif tag == "tr":
            self._close_row()
        elif cell is not None:
            cell.bold = max(cell.bold - (tag in ("b", "strong")), 0)
            if tag in BLOCKS:
                cell.pieces.append("\n")

    def _close_cell(self) -> None:
        table = self.tables[-1]
        opened, table.cell = table.cell, None
        if opened is None:
            return
        cell = self._made(opened)
        row = table.grid.rows[-1]
        self._covered(table)
        number = len(table.grid.rows) - 1
        merged = opened.columns > 1 or opened.rows > 1
        cell = replace(cell, merged=merged)
        copy = replace(cell, spread=True) if merged else cell
        for across in range(opened.columns):
            for down in range(1, opened.rows):
                table.pending[number + down, len(row)] = copy
            row.append(copy if across else cell)

    def _made(self, opened: _Open) -> Cell:
        lines = (" ".join(line.split()) for line in "".join(opened.pieces).replace("\xa0", " ").split("\n"))
        text = clean("\n".join(line for line in lines if line))
        index = opened.line - self.first
        shown = self.source[index] if index < len(self.source) else ""
        end = opened.column + max(len(text.split("\n")[0]), 1)
        bold = bool(text) and opened.loud
        return Cell(text, opened.line, opened.column, end, shown, bold=bold)

    def _covered(self, table: _Table) -> None:
        """Fill what spans from rows above cover, up to the next free place."""
        row, number = table.grid.rows[-1], len(table.grid.rows) - 1
        while (number, len(row)) in table.pending:
            row.append(table.pending.pop((number, len(row))))

    def _close_row(self) -> None:
        self._close_cell()
        table = self.tables[-1]
        if table.grid.rows:
            self._covered(table)

    def _close_table(self) -> None:
        self._close_row()
        table = self.tables.pop()
        table.grid.rows = [row for row in table.grid.rows if row]
        if not table.grid.rows:
            return
        self.page.grids.append(table.grid)
        if self.tables and self.tables[-1].cell is not None:
            self.tables[-1].cell.pieces.append(" ")

    def _flush(self, level: int = 0) -> None:
        text = " ".join("".join(self.words).split())
        self.words.clear()
        if not text or self.silent:
            return
        line, column = self.begun
        index = line - self.first
        shown = self.source[index] if index < len(self.source) else ""
        if level:
            self.heading = text
        depth = 2 * self.depth if self.item else 0
        self.page.lines.append(
            Line(clean(text), line, column, shown, level=level, item=self.item, depth=depth)
        )

    def finish(self) -> None:
        """Close what the page left open."""
        while self.tables:
            self._close_table()
        self._flush()


def _span(spans: dict[str, str | None], name: str) -> int:
    """A span as a browser takes it: at least one, and no more than it would draw."""
    value = (spans.get(name) or "1").strip()
    return min(int(value), SPAN_LIMIT) if value.isascii() and value.isdigit() and int(value) > 0 else 1
