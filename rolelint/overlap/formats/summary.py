"""Figures -> Markdown for a pull request or a handbook; markup in names is neutralised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rolelint.comparing import Changes
from rolelint.overlap.figures import Choice, Figures, Overlap, Row, Trend
from rolelint.overlap.words import figure, figure_list, holders
from rolelint.reporting.markdown import escaped

LONGEST = 200
"""A longer name is cut: a table cell is no place for an essay."""
MOST = 50
"""So many rows a table has at most; the page and the workbook have all."""


def render(figures: Figures) -> str:
    """Headline, figures, the map, the overlaps, gaps, load and how to make it again."""
    parts = [
        _head(figures),
        _changes(figures.trend) if figures.trend else (),
        _map(figures),
        _overlaps(figures),
        _wrong(figures),
        _unowned(figures),
        _load(figures),
        _foot(figures),
    ]
    return "\n\n".join("\n".join(lines) for part in parts if (lines := list(part))) + "\n"


def _text(text: str) -> str:
    return escaped(text if len(text) <= LONGEST else text[:LONGEST] + "…")


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table of cells that are safe already, cut at `MOST` rows."""
    made = list(rows)
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in made[:MOST])
    if len(made) > MOST:
        yield ""
        yield f"… and {len(made) - MOST} more."


def _head(figures: Figures) -> Iterator[str]:
    yield "<!-- rolelint report -->"
    yield f"## Overlap report{f': {_text(figures.organisation)}' if figures.organisation else ''}"
    yield ""
    yield escaped(figures.headline)
    yield ""
    yield from _table(
        [label for label, _, _ in figure_list(figures)],
        [[f"{figure(now)}{_before(before, figures)}" for _, now, before in figure_list(figures)]],
    )


def _before(before: int | None, figures: Figures) -> str:
    return "" if figures.trend is None else f" (was {figure(before)})"


def _changes(trend: Trend) -> Iterator[str]:
    yield f"### Since {_text(trend.name)}"
    yield ""
    yield from changed(trend.changes) if trend.changes.any else ["Nothing has changed."]


def changed(changes: Changes) -> Iterator[str]:
    """What has changed, an item each."""
    yield from (f"- added: {_text(name)}" for name in changes.added)
    yield from (f"- removed: {_text(name)}" for name in changes.removed)
    yield from (f"- renamed: {_text(each.before)} → {_text(each.after)}" for each in changes.renamed)
    yield from (f"- reassigned: {_text(each.name)}: {_text(each.said())}" for each in changes.reassigned)
    yield from (f"- resolved: {_text(message)}" for message in changes.resolved)
    yield from (f"- new overlap: {_text(message)}" for message in changes.new)


def _map(figures: Figures) -> Iterator[str]:
    pairs = [pair for pair in figures.map.pairs if pair.reasons]
    if pairs:
        groups = figures.map.groups
        yield "### Where work is claimed twice"
        yield ""
        yield from _table(
            ["between", "and", "tasks", "worked on together"],
            [
                [*(_text(groups[n]) for n in pair.groups), str(len(pair.rows)), str(len(pair.together))]
                for pair in pairs
            ],
        )


def _overlaps(figures: Figures) -> Iterator[str]:
    if figures.claims:
        yield "### Overlaps, the gravest first"
    for number, overlap in enumerate(figures.claims[:MOST], 1):
        yield ""
        yield from _overlap(number, overlap, figures)
    if len(figures.claims) > MOST:
        yield ""
        yield f"… and {len(figures.claims) - MOST} more."


def _overlap(number: int, overlap: Overlap, figures: Figures) -> Iterator[str]:
    note = figures.notes[overlap.note]
    yield f"{number}. {_text(note.message)} ({escaped(note.rule)})"
    for row in overlap.rows[:MOST]:
        yield f"   - {_where(figures.rows[row])}: {_text(holders(figures.rows[row], figures.columns))}"
    for choice in overlap.choices:
        yield f"   - [ ] {_text(choice.words)}{_code(choice)}"


def _code(choice: Choice) -> str:
    """The lines as code that no backtick can leave."""
    if not choice.lines or any("`" in line or len(line) > LONGEST for line in choice.lines):
        return ""
    return ": " + ", ".join(f"`{line}`" for line in choice.lines)


def _where(row: Row) -> str:
    return _text(f"{row.spot.file}:{row.spot.line}")


def _wrong(figures: Figures) -> Iterator[str]:
    notes = [note for note in figures.notes if note.topic == "wrong function"]
    if notes:
        yield "### Work that reads as the other function's"
        yield ""
        yield from _table(
            ["where", "what", "what to do"],
            [[_text(f"{n.spot.file}:{n.spot.line}"), _text(n.message), _text(n.help)] for n in notes],
        )


def _unowned(figures: Figures) -> Iterator[str]:
    gaps = figures.gaps
    if gaps.unowned or gaps.areas:
        yield "### Nobody answers for it"
        yield ""
    for row in gaps.unowned[:MOST]:
        yield f"- {_text(figures.rows[row].name)} ({_where(figures.rows[row])})"
    if len(gaps.unowned) > MOST:
        yield f"- … and {len(gaps.unowned) - MOST} more"
    yield from (f"- no task found for {_text(name)} ({_text(function)})" for name, function in gaps.areas)


def _load(figures: Figures) -> Iterator[str]:
    busy = sorted(figures.columns, key=lambda column: -column.accountable - column.responsible)
    if busy:
        yield "### Load"
        yield ""
        yield from _table(
            ["party", "function", "accountable", "responsible"],
            [
                [_text(c.name), _text(c.function or "not known"), str(c.accountable), str(c.responsible)]
                for c in busy
            ],
        )


def _foot(figures: Figures) -> Iterator[str]:
    judged = figures.judged
    yield (
        f"Whose work it is: {judged.clear_cut} clear-cut, {judged.grey} grey area, {judged.mixed} mixed, "
        f"{judged.not_judged} not judged."
    )
    if figures.accepted:
        yield f"Accepted with a reason: {len(figures.accepted)}."
    yield f"rolelint {escaped(figures.version)}: `{figures.command.replace('`', '')}`"
