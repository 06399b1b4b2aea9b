"""The legend of a file: what it says itself that its letters mean."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from rolelint.importing.grid import Cell, Grid, Line
from rolelint.importing.marks import marks_of
from rolelint.importing.vocabulary import duty_word, is_nobody, leading_duty, plain_fold
from rolelint.records import NamedTuple

EDGE = r"(?:^|(?<=[\s,;·|/(\[{•.]))"
SIGNED = re.compile(EDGE + r"[\"'„“(]?([A-Z])[\"'“”)]?\s*(?:=>?|:|–|—|-|→|\()\s*(?=[^\W\d_])")
"""Where an entry begins: the letter and its sign. It ends where the next begins, or at one of ENDS."""

ENDS = re.compile(r"[;·|()\n]")
MARKED = re.compile(r"(?:\*\*|`|__)([A-Z])(?:\*\*|`|__)\s*[:=–—-]?\s*([^\W\d_][^*`;·|\n]{1,80})")
AFTER_WORD = re.compile(r"([^\W\d_]{3,30})\s*\(([A-Z])\)")
INITIAL = re.compile(r"[(\[]([A-Z])[)\]]([a-zà-ÿ]{2,20})")
ENTRY = re.compile(r"(?:\W*|\w{3,12}\s*:\s*)[A-Z]\s*(?:=|:|–|—|-|\()")
DOING = ("durchfuhr", "ausfuhr", "umsetz", "acteur", "execut", "ejecut", "realis", "uitvoer", "does", "doer")
WORD_FIRST = re.compile(r"[*_]*([^\W\d_]{3,20})[*_]*\s*[:–—-]\s+(\S.*)")


@dataclass(slots=True)
class Legend:
    """Letter -> duty; the words that said so; the words of letters whose meaning is not understood."""

    letters: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    strange: dict[str, str] = field(default_factory=dict)
    cells: list[Cell] = field(default_factory=list)
    """Cells of tables that are the legend."""

    def add(self, pairs: Iterable[tuple[str, str]], *, alone: bool = False) -> bool:
        """Take what a line says; True where it was a legend at all. One known pair is needed, or two."""
        given = list(pairs)
        known = {letter: duty for letter, words in given if (duty := leading_duty(words))}
        if not known or (len(known) == 1 and not alone):
            return False
        for letter, words in given:
            if letter in known:
                self.letters.setdefault(letter, known[letter])
                self.words.setdefault(letter, words)
            else:
                self.strange.setdefault(letter, " ".join(words.split()))
        return True


def of_lines(lines: Iterable[Line], used: frozenset[str], legend: Legend) -> None:
    """Read the legend that stands in the words around the tables."""
    kept = [line for line in lines if len(line.text) < 600]
    for line in kept:
        legend.add(_pairs(line.text), alone=line.item or bool(re.match(r"\W*[A-Z]\W", line.text)))
    _word_list([line for line in kept if line.item], used, legend)
    _settle(legend)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    bare = re.sub(r"[*`_]{1,3}", "", text)
    yield from MARKED.findall(text)
    heads = list(SIGNED.finditer(bare))
    for head, following in pairwise([*heads, None]):
        words = bare[head.end() : following.start() if following else None] if head else ""
        yield head.group(1) if head else "", ENDS.split(words[:200])[0].strip(" ,/")
    yield from ((letter, word) for word, letter in AFTER_WORD.findall(bare) if duty_word(word))
    yield from ((letter, letter.lower() + rest) for letter, rest in INITIAL.findall(bare))


def _word_list(items: list[Line], used: frozenset[str], legend: Legend) -> None:
    """`- Reviewer – reads it twice`: words whose initials are the letters used."""
    found: dict[str, str] = {}
    for item in items:
        match = WORD_FIRST.match(item.text)
        duty = duty_word(match.group(1)) if match else None
        if match and duty and match.group(1)[0].upper() in used:
            found.setdefault(match.group(1)[0].upper(), _strong(match.group(2)) or duty)
    if len(found) >= 3:
        for letter, duty in found.items():
            legend.letters.setdefault(letter, duty)


def _strong(explanation: str) -> str | None:
    folded = plain_fold(explanation)
    return "accountable" if "final responsib" in folded or folded.startswith("accountable") else None


def _settle(legend: Legend) -> None:
    """Two letters for one duty: an approver beside an answerer signs; a doer beside one responsible."""
    letters = legend.letters
    answering = [letter for letter, duty in letters.items() if duty == "accountable"]
    if len(answering) > 1 and "A" in answering:
        letters["A"] = "sign-off"
    doing = [letter for letter, duty in letters.items() if duty == "responsible"]
    strictly = [letter for letter in doing if plain_fold(legend.words.get(letter, "")).startswith(DOING)]
    if not answering and len(doing) == 2 and len(strictly) == 1:
        letters[next(letter for letter in doing if letter not in strictly)] = "accountable"


def of_cells(grid: Grid, legend: Legend) -> None:
    """Read the legend that stands in a table's own cells: letter beside meaning, or `R = Responsible`."""
    beside = _aligned([pair for pair in _beside(grid) if leading_duty(pair.words.text)])
    letters = [pair.letter.text for pair in beside]
    if len(letters) >= 2 and len(set(letters)) == len(letters):
        legend.add((pair.letter.text.strip(" :=*"), pair.words.text) for pair in beside)
        legend.cells += [cell for pair in beside for cell in (pair.letter, pair.words)]
    for row in grid.rows:
        if any(is_nobody(cell.text) or marks_of(cell.text) for cell in row if 0 < len(cell.text) < 8):
            continue
        filled = [cell for cell in row if cell.text and not cell.spread]
        entries = all(ENTRY.match(cell.text) for cell in filled)
        for cell in filled:
            if len(cell.text) < 300:
                _of_cell(cell, legend, alone=len(filled) == 1 or entries)


def _of_cell(cell: Cell, legend: Legend, *, alone: bool) -> None:
    if not alone and "=" not in cell.text:
        return
    pairs = [pair for line in cell.text.split("\n") for pair in _pairs(line)]
    if pairs and legend.add(pairs, alone=bool(ENTRY.match(cell.text))):
        legend.cells.append(cell)


class _Pair(NamedTuple):
    """A letter with the words beside it, and where in the grid it stands."""

    row: int
    position: int
    letter: Cell
    words: Cell


def _aligned(pairs: list[_Pair]) -> list[_Pair]:
    """The pairs that stand beside or below another: a letter and a word meet by chance in any table."""
    rows = Counter(pair.row for pair in pairs)
    columns = Counter(pair.position for pair in pairs)
    return [pair for pair in pairs if rows[pair.row] > 1 or columns[pair.position] > 1]


def _beside(grid: Grid) -> Iterator[_Pair]:
    """A cell with one letter, and the next one with words."""
    for number, row in enumerate(grid.rows):
        filled = [(p, cell) for p, cell in enumerate(row) if cell.text and not cell.spread]
        for (position, left), (_, right) in pairwise(filled):
            letter = left.text.strip(" :=*")
            if len(letter) == 1 and letter.isalpha() and letter.isupper() and len(right.text) > 3:
                yield _Pair(number, position, left, right)
