"""Markdown -> grids (pipe tables and HTML tables in it) and lines (headings, list items, paragraphs)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rolelint.importing import html, wiki
from rolelint.importing.decode import text_of
from rolelint.importing.grid import Cell, Grid, Line, Page
from rolelint.importing.markup import plain

RULE = re.compile(r"[|:\-+ \t>]*[-=][|:\-+= \t>]*")
"""The line below a header; also the borders of tables drawn with `+---+`."""

HEADING = re.compile(r"(?:(#{1,6})[ \t]+|h([1-6])\.[ \t]+|(={2,6})[ \t]*(?=\S.*={2}))(.*)")
"""A heading of Markdown, Jira (`h2. Who`) or MediaWiki (`== Who ==`)."""

ITEM = re.compile(r"([ \t]*)(?:[-*+•]|\d{1,3}[.)])[ \t]+(.*)")
FENCE = re.compile(r"[ \t]*(`{3,}|~{3,})")
BOLD = re.compile(r"(?:\*\*|__)[^\s*_].*(?:\*\*|__)", re.DOTALL)


def read(content: bytes) -> Page:
    """All tables and lines of the text; front matter and code blocks are left out."""
    return _Reader(text_of(content).split("\n")).page()


class _Reader:
    def __init__(self, lines: list[str]) -> None:
        self.lines = lines
        self.out = Page()
        self.heading = ""
        self.number = _after_front_matter(lines)

    def page(self) -> Page:
        while self.number < len(self.lines):
            self._step(self.lines[self.number])
        return self.out

    def _step(self, line: str) -> None:
        fence = FENCE.match(line)
        if fence:
            self._skip_code(fence.group(1))
        elif line.lstrip()[:6].lower() == "<table":
            self._html()
        elif line.lstrip().startswith("<!--"):
            self._skip_to("-->")
        elif line.lstrip().startswith("{|"):
            self._wiki()
        elif "|" in line and self._is_table():
            self._table()
        elif line.lstrip("> ").startswith("+-") and RULE.fullmatch(line):
            self.number += 1
        else:
            self._words(line)
            self.number += 1

    def _skip_code(self, mark: str) -> None:
        start = self.number
        self.number += 1
        while self.number < len(self.lines) and not self.lines[self.number].lstrip().startswith(mark):
            self.number += 1
        held = self.lines[start + 1 : self.number]
        if any(RULE.fullmatch(each) and "|" in each for each in held):
            self.out.dropped.append(f"line {start + 1}: the table in a code block")
        self.number += 1

    def _skip_to(self, end: str) -> None:
        while self.number < len(self.lines) and end not in self.lines[self.number]:
            self.number += 1
        self.number += 1

    def _html(self) -> None:
        """A table in HTML inside the Markdown, to the line that closes it."""
        start, open_tables = self.number, 0
        while self.number < len(self.lines):
            line = self.lines[self.number].lower()
            open_tables += line.count("<table") - line.count("</table")
            self.number += 1
            if open_tables <= 0:
                break
        inside = html.parse("\n".join(self.lines[start : self.number]), first=start + 1)
        for grid in inside.grids:
            grid.heading = grid.heading or self.heading
            for row in grid.rows:
                row[:] = [_again(cell) for cell in row]
        self.out.grids += inside.grids

    def _wiki(self) -> None:
        grid, self.number = wiki.table(self.lines, self.number)
        grid.heading = grid.heading or self.heading
        self.out.grids.append(grid)

    def _is_table(self) -> bool:
        """A row with a rule below it; or a header as Jira writes it, `||Task||Ann||`."""
        if self.lines[self.number].lstrip().startswith("||"):
            return True
        below = self.lines[self.number + 1] if self.number + 1 < len(self.lines) else ""
        return bool(
            ("-" in below or "=" in below)
            and ("|" in below or "|" in self.lines[self.number])
            and RULE.fullmatch(below)
        )

    def _table(self) -> None:
        grid = Grid([], heading=self.heading, line=self.number + 1, headed=True)
        grid.rows.append(list(_cells(self.lines[self.number], self.number + 1)))
        self.number += 1
        while self.number < len(self.lines):
            line = self.lines[self.number]
            if not line.strip() or ("|" not in line and not RULE.fullmatch(line)):
                break
            if not RULE.fullmatch(line):
                grid.rows.append(list(_cells(line, self.number + 1)))
            self.number += 1
        self.out.grids.append(grid)

    def _words(self, line: str) -> None:
        if not line.strip():
            return
        text, number = line.strip().lstrip(">").strip(), self.number + 1
        heading = HEADING.fullmatch(line.strip())
        item = ITEM.fullmatch(line)
        below = self.lines[number].strip() if number < len(self.lines) else ""
        if heading:
            marks, level, signs, words = heading.groups()
            self._head(plain(words.rstrip("#= ")), int(level or len(marks or signs)), line)
        elif len(below) > 2 and not below.strip("=") and not item:
            self._head(plain(text), 1, line)
        elif item:
            depth = len(item.group(1).expandtabs(4))
            column = item.start(2) + 1
            self.out.lines.append(Line(item.group(2), number, column, line, item=True, depth=depth))
        else:
            if BOLD.fullmatch(text.rstrip(":")) and len(text) < 100:
                self.heading = plain(text.rstrip(":")).rstrip(":")
            column = len(line) - len(line.lstrip()) + 1
            self.out.lines.append(Line(text, number, column, line))

    def _head(self, text: str, level: int, line: str) -> None:
        self.heading = text
        column = line.find(text[:1]) + 1 if text else 1
        self.out.lines.append(Line(text, self.number + 1, max(column, 1), line, level=level))


def _after_front_matter(lines: list[str]) -> int:
    if lines and lines[0].strip() == "---":
        for number, line in enumerate(lines[1:200], start=2):
            if line.strip() in ("---", "..."):
                return number
    return 0


def _cells(line: str, number: int) -> Iterator[Cell]:
    """The cells of a table row: split at `|`, not at `\\|` nor inside code."""
    start = len(line) - len(line.lstrip("> \t"))
    jira = line[start : start + 2] == "||"
    start += 2 if jira else line[start : start + 1] == "|"
    end = len(line.rstrip())
    pieces = list(_pieces(line, start, end))
    if jira:
        pieces = [piece for piece in pieces if piece[0] < piece[1]]
    if len(pieces) > 1 and not line[pieces[-1][0] : pieces[-1][1]].strip():
        pieces.pop()
    for left, right in pieces:
        yield _cell(line, left, right, number)


def _pieces(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    left, position, code = start, start, False
    while position < end:
        if line[position] == "\\":
            position += 1
        elif line[position] == "`":
            code = not code and "`" in line[position + 1 : end]
        elif line[position] == "|" and not code:
            yield left, position
            left = position + 1
        position += 1
    yield left, end


def _cell(line: str, left: int, right: int, number: int) -> Cell:
    raw = line[left:right]
    column = left + len(raw) - len(raw.lstrip()) + 1
    raw = raw.strip()
    bold = bool(BOLD.fullmatch(raw))
    return Cell(plain(raw), number, column, column + max(len(raw), 1), line, bold=bold)


def _again(cell: Cell) -> Cell:
    """An HTML cell of a Markdown page may hold Markdown emphasis too."""
    return Cell(
        plain(cell.text), cell.line, cell.column, cell.end, cell.shown,
        bold=cell.bold or bool(BOLD.fullmatch(cell.text)), merged=cell.merged, spread=cell.spread,
    )  # fmt: skip
