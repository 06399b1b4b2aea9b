"""Figures -> SVG: the overlap map alone, for slides. Nothing in it can run, and it loads nothing."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from rolelint.overlap.figures import Figures, Map
from rolelint.overlap.heat import heat, heats
from rolelint.reporting.plain import visible

CELL, LABEL, TOP, LETTER = 56, 176, 150, 7.2
LONGEST = 24
STYLE = """
text{font:13px system-ui,-apple-system,Segoe UI,sans-serif;fill:#1c2330}
.n{font-weight:600;text-anchor:middle}.p{font-size:10px;text-anchor:middle;fill:#5b6472}
.h0{fill:#f3f4f6}.h1{fill:#fbe3d0}.h2{fill:#f6c7a0}.h3{fill:#ea9b66}.h4{fill:#b4501d}.own{fill:#e3e9f2}
.h4+text{fill:#fff}.h4+text+text{fill:#fff}.t{font-size:15px;font-weight:600}
"""


def render(figures: Figures) -> str:
    """The picture: groups against groups, the number of tasks both claim in each cell."""
    size = CELL * len(figures.map.groups)
    width, height = LABEL + size + 24, TOP + size + 48
    name = f": {_short(figures.organisation)}" if figures.organisation else ""
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" aria-labelledby="t d">',
        f'<title id="t">Overlap map{name} (rolelint report)</title>',
        f'<desc id="d">{_said(figures.map)}</desc>',
        f"<style>{STYLE.strip()}</style>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        *_labels(figures.map),
        *_cells(figures.map),
        f'<text x="12" y="{height - 16}">{_text(figures.headline)}</text>'
        if len(figures.headline) * LETTER < width
        else "",
        "</svg>",
    ]
    return "\n".join(line for line in lines if line) + "\n"


def _text(text: str) -> str:
    return escape(visible(text))


def _short(text: str) -> str:
    text = visible(text)
    return escape(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")


def _said(map_: Map) -> str:
    pairs = [
        f"{_short(map_.groups[p.groups[0]])} and {_short(map_.groups[p.groups[1]])}: {len(p.rows)}"
        for p in map_.pairs
        if p.reasons
    ]
    return "Tasks that both claim. " + ("; ".join(pairs) or "None.")


def _labels(map_: Map) -> Iterator[str]:
    for number, group in enumerate(map_.groups):
        middle = number * CELL + CELL // 2
        yield f'<text x="{LABEL - 10}" y="{TOP + middle + 4}" text-anchor="end">{_short(group)}</text>'
        x, y = LABEL + middle, TOP - 10
        yield f'<text x="{x}" y="{y}" transform="rotate(-40 {x} {y})">{_short(group)}</text>'


def _cells(map_: Map) -> Iterator[str]:
    scale = heats(map_)
    for one in range(len(map_.groups)):
        for other in range(len(map_.groups)):
            yield from _cell(map_, one, other, scale)


def _cell(map_: Map, one: int, other: int, scale: int) -> Iterator[str]:
    x, y = LABEL + other * CELL, TOP + one * CELL
    pair = None if one == other else map_.pair(one, other)
    look = "own" if one == other else f"h{heat(pair, scale)}"
    number = map_.own[one] if one == other else len(pair.rows) if pair else 0
    below = "alone" if one == other else f"+{len(pair.together)}" if pair and pair.together else ""
    yield f'<rect class="{look}" x="{x + 1}" y="{y + 1}" width="{CELL - 2}" height="{CELL - 2}" rx="4"/>'
    yield f'<text class="n" x="{x + CELL // 2}" y="{y + 28}">{number or "·"}</text>'
    yield f'<text class="p" x="{x + CELL // 2}" y="{y + 44}">{below}</text>'
