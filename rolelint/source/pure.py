"""PyYAML's parser in Python, where libyaml is not at hand, brought in line with libyaml."""

from __future__ import annotations

from typing import Any

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError

_ENDS = "\r\n\x85\u2028\u2029"
_AFTER_MARKER = "\0 \t" + _ENDS


class PureParser(Reader, Scanner, Parser):
    """Events as libyaml gives them: tabs part words, but do not indent; no character beyond Unicode."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_to_next_token(self) -> None:
        """Skip blanks, comments and line ends; tabs too, except where a key may begin."""
        while True:
            while self.peek() == " " or (
                self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)
            ):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in "\0" + _ENDS:
                    self.forward()
            if not self._line_break():
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_plain_spaces(self, indent: int, start_mark: Any) -> list[str]:
        """The blanks and line ends inside a plain scalar, folded; tabs count as blanks within a line."""
        blanks = self._blanks()
        if self.peek() not in _ENDS:
            return [blanks] if blanks else []
        first = self._line_break()
        self.allow_simple_key = True
        breaks: list[str] = []
        while not self._is_document_marker() and self.peek() in " \t" + _ENDS:
            if self.peek() in _ENDS:
                breaks.append(self._line_break())
                continue
            if self.peek() == "\t" and self.column < indent:
                problem = "found a tab character that violates indentation"
                raise ScannerError("while scanning a plain scalar", start_mark, problem, self.get_mark())
            self.forward()
        if self._is_document_marker():
            return []
        return [*([first] if first != "\n" else [] if breaks else [" "]), *breaks]

    def scan_flow_scalar_non_spaces(self, double: bool, start_mark: Any) -> Any:
        """Text inside quotes; an escape that is no character is a fault of the text, not of Python."""
        try:
            chunks = super().scan_flow_scalar_non_spaces(double, start_mark)
            "".join(chunks).encode()
        except (ValueError, OverflowError):
            problem = "found invalid Unicode character escape code"
            raise ScannerError(
                "while parsing a quoted scalar", start_mark, problem, self.get_mark()
            ) from None
        return chunks

    def _line_break(self) -> str:
        return str(self.scan_line_break())  # type: ignore[no-untyped-call]

    def _blanks(self) -> str:
        length = 0
        while self.peek(length) in " \t":
            length += 1
        blanks = self.prefix(length)
        self.forward(length)
        return str(blanks)

    def scan_directive_name(self, start_mark: Any) -> str:
        """The name of a directive; libyaml knows two."""
        name = str(super().scan_directive_name(start_mark))  # type: ignore[no-untyped-call]
        if name not in ("YAML", "TAG"):
            problem = "found unknown directive name"
            raise ScannerError("while scanning a directive", start_mark, problem, self.get_mark())
        return name

    def scan_block_scalar_indentation(self) -> Any:
        """Line ends in front of a block whose indentation is not known yet."""
        found = super().scan_block_scalar_indentation()
        self._refuse_tab(self.column + 1)
        return found

    def scan_block_scalar_breaks(self, indent: int) -> Any:
        """Line ends between the lines of a block."""
        found = super().scan_block_scalar_breaks(indent)
        self._refuse_tab(indent)
        return found

    def _refuse_tab(self, indent: int) -> None:
        if self.column < indent and self.peek() == "\t":
            problem = "found a tab character where an indentation space is expected"
            raise ScannerError("while scanning a block scalar", None, problem, self.get_mark())

    def _is_document_marker(self) -> bool:
        return self.column == 0 and self.prefix(3) in ("---", "...") and self.peek(3) in _AFTER_MARKER
