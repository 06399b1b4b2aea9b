"""Whether tasks stand in rows or in columns."""

from __future__ import annotations

from rolelint.importing.block import Layout
from rolelint.importing.vocabulary import PARTIES, ROLE_MARKS, TASKS, WEAK_TASKS, plain_fold, tokens


def which_way(straight: Layout | None, across: Layout | None) -> Layout | None:
    """Tasks in rows, unless the corner or the names say that roles are."""
    if across is None:
        return straight
    across.turned = True
    if straight is None:
        return across if len(across.columns) > 1 else None
    top = straight.rows[straight.header]
    corner = [word for cell in top[: straight.columns[0]] for word in tokens(cell.text)]
    kinds = ["task" if w in TASKS or w in WEAK_TASKS else "party" for w in corner if _speaks(w)]
    if kinds:
        return across if kinds[0] == "party" else straight
    if straight.shifted:
        return straight
    over = [top[p].text for p in straight.columns if p < len(top)]
    beside = [row[0].text for row in straight.rows[straight.header + 1 :] if row and row[0].text]
    if _like_roles(beside) >= 0.5 and _like_roles(over) <= 0.2:
        across.unsure = "the rows were taken for roles and the columns for tasks"
        return across
    return straight


def _speaks(word: str) -> bool:
    return word in TASKS or word in WEAK_TASKS or word in PARTIES


def _like_roles(names: list[str]) -> float:
    if not names:
        return 0.0
    return sum(any(word in ROLE_MARKS for word in tokens(plain_fold(name))) for name in names) / len(names)
