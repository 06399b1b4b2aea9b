"""One text, parsed: as often as it takes to get past what can be put right without guessing."""

from __future__ import annotations

import re

from rolelint.collector import Off
from rolelint.source import events
from rolelint.source.builder import Builder, Stopped
from rolelint.source.comments import MARKER
from rolelint.source.decode import Decoded, clean
from rolelint.source.faults import Fault, Faults
from rolelint.source.lines import Lines
from rolelint.source.parsed import Parsed
from rolelint.source.places import Places
from rolelint.source.pyyaml import MarkedYAMLError, ReaderError, YAMLError
from rolelint.source.tree import Node

_BARE = r"(?:(?<=[\s\[{,])|\A)[@`]|(?<=[ \t\[{,])%"
_BARE_DASH = r"(:[ \t]+)-(?=[ \t]*[\r\n]|[ \t]*\Z|[ \t]+[,}\]#])"


class _Attempt:
    """One pass over a text: what it built, and the fault at which it ended too early."""

    def __init__(self, text: str, source: bytes | str, stand_ins: dict[str, str] | None = None) -> None:
        self.lines = Lines(text)
        self.faults = Faults()
        self.hashes: list[tuple[int, int]] = []
        self.unclean = False
        self.stop: Fault | None = None
        self.stop_at = 0
        self._run(source, stand_ins or {})

    def _run(self, source: bytes | str, stand_ins: dict[str, str]) -> None:
        text = self.lines.text
        self.builder = Builder(self._none, self.faults)
        try:
            following = events.opened(source if isinstance(source, str) else text, source)
            if stand_ins:
                following = events.restoring(following, stand_ins, self._unquoted)
            if MARKER in text:
                following = events.noting_hashes(following, self.hashes)
            if events.is_pure or stand_ins or MARKER in text:
                self._build(events.simplified(following))
            else:
                with events.MadeSimple():
                    self._build(following)
        except Stopped as stopped:
            self._stopped(stopped.fault, stopped.fault.offset)
        except MarkedYAMLError as error:
            from rolelint.source.syntax import explained  # noqa: PLC0415  # most texts can be read

            mark = error.problem_mark or error.context_mark
            fault = explained(error, self.lines, self._innermost())
            self._stopped(fault, mark.index if mark else len(text))
        except (ReaderError, UnicodeEncodeError):
            self.unclean = True
        except YAMLError:
            self._stopped(Fault("syntax", "this cannot be read as YAML", 0), 0)

    def _build(self, following: events.NextEvent) -> None:
        self.builder = Builder(following, self.faults, wide=len(self.lines.text) >= 2**32)
        self.builder.stream()

    def _stopped(self, fault: Fault, offset: int) -> None:
        self.stop, self.stop_at = fault, offset

    def _innermost(self) -> int:
        """The offset of the innermost list or mapping that is still open."""
        tree, offset = self.builder.tree, 0
        roots = self.builder.roots[-1:]
        node: Node | None = Node(roots[0].cell, roots[0].data) if roots else None
        while node and tree.is_open(node):
            offset = tree.marks[node.cell]
            node = tree.last(node)
        return offset

    @staticmethod
    def _none() -> None:
        raise YAMLError

    def _unquoted(self, offset: int, text: str) -> None:
        from rolelint.source.syntax import needs_quotes  # noqa: PLC0415

        self.faults.add(needs_quotes(text, offset))


def parsed(decoded: Decoded, raw: bytes | str) -> Parsed:
    """The documents of a text. Where it cannot be read on, what stood before is given all the same."""
    faults = list(decoded.faults)
    with Off():
        attempt = _Attempt(decoded.text, raw if decoded.as_is else decoded.text)
        if attempt.unclean:
            text, found = clean(decoded.text)
            faults += found
            attempt = _Attempt(text, text)
        attempt = _past_bare_signs(attempt)
    faults += attempt.faults
    end = len(attempt.lines.text) + 1
    if attempt.stop:
        faults.append(attempt.stop)
        end = attempt.stop.offset
        _drop_unfinished(attempt)
    builder = attempt.builder
    return Parsed(attempt.lines, builder.roots, builder.tree, faults, attempt.hashes, end)


def _past_bare_signs(attempt: _Attempt) -> _Attempt:
    """A second pass where a text without quotes begins with a sign that YAML keeps for itself.

    What `owner: @ana` means is plain, so each such sign gets a letter as its stand-in while the parser looks.
    """
    text, stop = attempt.lines.text, attempt.stop
    if stop is None:
        return attempt
    from rolelint.source.syntax import QUOTABLE  # noqa: PLC0415

    signs = QUOTABLE + "-"
    if text[stop.offset : stop.offset + 1] not in signs:
        return attempt
    letters = [letter for letter in map(chr, range(0xE000, 0xE100)) if letter not in text]
    if len(letters) < len(signs):
        return attempt
    letter_of = dict(zip(signs, letters, strict=False))
    bare = re.sub(_BARE, lambda match: letter_of[match[0]], text)
    bare = re.sub(_BARE_DASH, lambda match: match[1] + letter_of["-"], bare)
    if bare[stop.offset : stop.offset + 1] == text[stop.offset : stop.offset + 1]:
        return attempt
    return _Attempt(text, bare, {letter: sign for sign, letter in letter_of.items()})


def _drop_unfinished(attempt: _Attempt) -> None:
    """Take what holds the fault out of the data, for half of it misleads: an entry of the root's lists and
    mappings that was not read to its end, or a text directly in front of the fault.
    """
    roots, tree = attempt.builder.roots, attempt.builder.tree
    if not roots:
        return
    root = roots[-1]
    root.complete = False
    node: Node = Node(root.cell, root.data)
    for level in range(2):
        last = tree.last(node)
        if last is None:
            return
        if not tree.is_open(last):
            if _touches(attempt, last):
                tree.drop_last(node)
            return
        if level or isinstance(node.value, list):
            tree.drop_last(node)
            return
        node = last


def _touches(attempt: _Attempt, node: Node) -> bool:
    """Whether a scalar ends where the parser gave up, but for blanks."""
    if isinstance(node.value, dict | list):
        return False
    _, end = Places(attempt.lines, attempt.builder.tree).of(node)
    return end <= attempt.stop_at and not attempt.lines.text[end : attempt.stop_at].strip(" \t")
