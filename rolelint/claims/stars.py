"""Pairs of rows as few groups: each group a row with all those that pair with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Pair = tuple[int, int]


def stars(pairs: Sequence[Pair]) -> Iterator[tuple[int, ...]]:
    """Groups that between them have every pair, the largest first; in each, one row pairs with all others.

    Rows that all pair with each other make one group. A chain makes several: its ends may have nothing in
    common. Groups are sorted; among equals the one around the earliest row comes first.
    """
    partners: dict[int, set[int]] = {}
    for one, other in pairs:
        partners.setdefault(one, set()).add(other)
        partners.setdefault(other, set()).add(one)
    while partners:
        centre = max(partners, key=lambda row: (len(partners[row]), -row))
        group = {centre, *partners[centre]}
        yield tuple(sorted(group))
        for row in group:
            left = partners[row] - group
            if left:
                partners[row] = left
            else:
                del partners[row]
