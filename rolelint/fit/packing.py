"""The lexicon's data piece by piece, each taken apart when a text first meets it: most are met by none.

What must follow for a pattern to be found is worked out here as well, as numbers with a bit for each symbol
that anything waits for, so that a reading passes over most words with one look at two numbers.
"""

from __future__ import annotations

import marshal
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any

ALWAYS, MARKED, STRANGE, FINISHED = 1, 2, 4, 8
"""Bits that no symbol has: one that every text holds, that of tokens which do something to the clause,
that of words which tell another language, and of those which say that something is done."""
_FIRST = 4

Node = Sequence[Any]
"""`[next, gaps, accepted]`, as `patterns.Tree` makes them; once packed, in tuples."""

Symbols = Mapping[str, Sequence[str]]
"""Stem -> the symbols that its words stand for."""


def pack(piece: Any) -> bytes:
    """Plain data in one piece, for every Python."""
    return marshal.dumps(piece, 2)


def unpack(piece: bytes) -> Any:
    """The plain data again."""
    return marshal.loads(piece)


def piece(pieces: memoryview, at: int) -> Any:
    """The plain data of the piece that begins there."""
    return marshal.loads(pieces[at:])


def packed(
    speaking: Mapping[str, Node],
    silencing: Mapping[str, Node],
    doubting: Mapping[str, Node],
    symbols: Symbols,
) -> dict[str, Any]:
    """The trees and the words: where the piece of each begins in `pieces`.

    Of a tree each symbol that opens it: what must follow, as bits, and where its node begins. Of a word the
    bits it holds, those of which one must follow it in either tree, and its symbols.
    """
    bits = _bits([*speaking.values(), *silencing.values(), *doubting.values()], symbols)
    pieces = bytearray()

    def put(data: Any) -> int:
        at = len(pieces)
        pieces.extend(pack(data))
        return at

    def tree(nodes: Mapping[str, Node]) -> dict[str, int]:
        return {symbol: put((_needed([node], bits), put(_tight(node)))) for symbol, node in nodes.items()}

    words = {stem: put(_word(said, (speaking, silencing), bits)) for stem, said in symbols.items()}
    trees = {"speaking": tree(speaking), "silencing": tree(silencing), "doubting": tree(doubting)}
    return {**trees, "words": words, "pieces": bytes(pieces)}


def _tight(node: Node) -> Node:
    """A node in tuples: they take less room than lists, and one that is empty takes none."""
    edges, gaps, accepted = node
    wide = tuple([(width, {symbol: _tight(after) for symbol, after in each.items()}) for width, each in gaps])
    return {symbol: _tight(after) for symbol, after in edges.items()} or (), wide, tuple(accepted)


def _bits(nodes: Iterable[Node], symbols: Symbols) -> dict[str, int]:
    """A bit for each symbol that follows another; those of the most words have the lowest."""
    words = Counter(symbol for said in symbols.values() for symbol in said)
    waiting = {symbol for node in nodes for symbol in _waiting(node)}
    ranked = sorted(waiting, key=lambda symbol: (-words[symbol], symbol))
    return {symbol: 1 << number for number, symbol in enumerate(ranked, _FIRST)}


def _waiting(node: Node) -> Iterator[str]:
    """The symbols of which one must follow."""
    edges, gaps, _ = node
    for each in (edges, *(wide for _, wide in gaps)):
        yield from each


def _needed(nodes: Iterable[Node], bits: Mapping[str, int]) -> int:
    """The bits of which one must follow for a pattern to end in any of the nodes or after it."""
    return _joined(
        _joined(bits[symbol] for symbol in _waiting(node)) if not node[2] else ALWAYS for node in nodes
    )


def _joined(bits: Iterable[int]) -> int:
    return reduce(or_, bits, 0)


def _word(
    symbols: Sequence[str], trees: Iterable[Mapping[str, Node]], bits: Mapping[str, int]
) -> tuple[Any, ...]:
    holds = _joined(bits[symbol] for symbol in symbols if symbol in bits)
    opens = (_needed([tree[symbol] for symbol in symbols if symbol in tree], bits) for tree in trees)
    return holds, *opens, tuple(symbols)
