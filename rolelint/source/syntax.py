"""What the parser could not read -> where the mistake is, and what to do about it, in plain words.

Both parsers name the same kinds of fault in slightly different words, so only what their words have in
common is looked at; the rest is read off the text around the fault.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from rolelint.source.faults import Fault, shortened, too_deep
from rolelint.source.lines import Lines
from rolelint.source.pyyaml import MarkedYAMLError

_ENTRY = r"[ ]*(?:-[ ]+)*"
_TIGHT = re.compile(_ENTRY + r"""[^\s:'"\[\]{}#&*!|>%@`-][^\s:]*:(?=[^\s:/])""")
_PAIR = re.compile(_ENTRY + r"""(?P<key>[^\s:'"\[\]{}#&*!|>%@`-][^:]*):[ \t]+(?P<value>[^\s#].*)""")
_LOOK_ALIKE = re.compile(
    r"""^(?:[ ]*(?:-[ ]*)?|[^'"#:]*:)(?P<space>[\xa0\u2000-\u200b\u202f\u205f\u3000])"""
    r"""|^[^'"#:]*(?P<colon>[\uff1a\ufe55\u2236])"""
)
_TOKEN = re.compile(r"[^\s,\[\]{}]*")
_QUOTES = 'put quotes round the whole text: "…"'
QUOTABLE = "@`%"
"""Characters that YAML keeps for itself: no text without quotes may begin with one."""


class _Spot:
    """A fault as the parser tells it: where it gave up, and where what it was reading began."""

    def __init__(self, error: MarkedYAMLError, lines: Lines, opened: int) -> None:
        self.words = f"{error.context or ''}; {error.problem or ''}"
        self.lines = lines
        self.text = lines.text
        length = len(self.text)
        problem, context = error.problem_mark, error.context_mark
        self.at = min(problem.index, length) if problem else length
        self.since = min(context.index, length) if context else self.at
        self.opened = opened
        self.number, column = lines.at(self.at)
        self.start = self.at - column + 1

    @property
    def character(self) -> str:
        return self.text[self.at : self.at + 1]

    @property
    def line(self) -> str:
        return self.lines.line(self.number)

    @property
    def before(self) -> str:
        """The text in front of the fault in its line."""
        return self.text[self.start : self.at]

    def above(self) -> tuple[int, str]:
        """The nearest line above that says something: its offset and text; (0, "") at the top."""
        for number in range(self.number - 1, max(0, self.number - 50), -1):
            line = self.lines.line(number)
            if line.strip() and not line.lstrip().startswith("#"):
                return self.lines.offset(number), line
        return 0, ""

    def fault(self, message: str, hint: str = "", at: int | None = None) -> Fault:
        return Fault("syntax", message, self.at if at is None else at, hint)


def explained(error: MarkedYAMLError, lines: Lines, opened: int) -> Fault:
    """The fault that stopped the parser; `opened` is where the list or mapping begins that was being read."""
    spot = _Spot(error, lines, opened)
    known = _look_alike(spot) or _conflict(spot)
    if known:
        return known
    for words, explain in _EXPLANATIONS:
        if any(word in spot.words for word in words):
            return explain(spot)
    return spot.fault("this cannot be read as YAML", "look for a missing quote, colon or space near here")


def _look_alike(spot: _Spot) -> Fault | None:
    """A character that looks like a space or a colon where one of these should be."""
    for offset, line in ((spot.start, spot.line), spot.above()):
        match = _LOOK_ALIKE.match(line)
        if match and match.lastgroup:
            kind = match.lastgroup
            code = f"U+{ord(match[kind]):04X}, {unicodedata.name(match[kind]).lower()}"
            message = f"this looks like a {kind} but is another character ({code})"
            return spot.fault(message, f"type a plain {kind}", offset + match.start(kind))
    return None


def _conflict(spot: _Spot) -> Fault | None:
    """What version control leaves behind where two versions do not go together."""
    for offset, line in ((spot.start, spot.line), spot.above()):
        if line.rstrip() == "=======" or line.startswith(("<<<<<<< ", ">>>>>>> ")):
            message = "two versions of the file were merged and the conflict was never resolved"
            return spot.fault(message, "choose one version and delete the lines of <<<, === and >>>", offset)
    return None


def needs_quotes(text: str, offset: int) -> Fault:
    """A text without quotes that begins with a character which YAML keeps for itself."""
    message = f'a text that begins with "{text[0]}" must stand in quotes'
    if text == "-":
        message = 'a "-" alone must stand in quotes'
    return Fault("syntax", message, offset, f'put quotes round it: "{shortened(text)}"')


def _start(spot: _Spot) -> Fault:
    """No token begins like this."""
    if spot.character == "\t":
        message = "a tab indents this line; YAML takes only spaces for that"
        return spot.fault(message, "replace the tab with spaces")
    if spot.character in QUOTABLE:
        match = _TOKEN.match(spot.text, spot.at)
        return needs_quotes(match[0] if match else spot.character, spot.at)
    return spot.fault(f'no text may begin with "{spot.character}" here', _QUOTES)


def _colon(spot: _Spot) -> Fault:
    """A colon where no mapping can begin: nearly always a slip further left or in the line above."""
    pair = _PAIR.match(spot.before)
    if pair:
        message = "a colon and a space stand inside a text without quotes"
        value = shortened(_PAIR.sub(lambda match: match["value"], spot.line.rstrip()))
        quoted = f"'{value}'" if '"' in value else f'"{value}"'
        return spot.fault(message, f"put quotes round the text: {quoted}")
    offset, above = spot.above()
    tight = _TIGHT.match(above)
    if tight:
        return _no_blank(spot, offset + tight.end() - 1)
    if _PAIR.match(above):
        message = "this line is indented further than the line above, which already has a value"
        return spot.fault(
            message, "indent it like the line above, or put quotes round a long text", spot.start
        )
    if above.lstrip().startswith("- "):
        message = "this line goes on with the text of the list item above, so no colon is possible"
        return spot.fault(message, "write the item above as `key: value` too", spot.start)
    if above and ":" not in above:
        message = "this line has no colon, so it is no `key: value`"
        return spot.fault(message, "add a colon and a space, or delete the line", offset)
    return spot.fault("a colon is not possible here", _QUOTES)


def _no_blank(spot: _Spot, at: int) -> Fault:
    return spot.fault("a space is missing after the colon", "write `key: value`", at)


def _no_colon(spot: _Spot) -> Fault:
    """A line that should be a key but has no colon."""
    number, column = spot.lines.at(spot.since)
    line = spot.lines.line(number)
    tight = _TIGHT.match(line)
    if tight:
        return _no_blank(spot, spot.since - column + tight.end())
    if re.match(r"[ ]*-[^\s-]", line):
        return spot.fault("a space is missing after the dash", "write `- item`", spot.since)
    if spot.text.startswith(("[", "{"), spot.since):
        return _stray_bracket(spot, spot.since)
    message = "this line has no colon, so it is no `key: value`"
    return spot.fault(message, "add a colon and a space, or delete the line", spot.since)


def _quote(spot: _Spot) -> Fault:
    quote = spot.text[spot.since : spot.since + 1]
    hint = "close the quote; inside single quotes an apostrophe is written twice: 'it''s'"
    return spot.fault(f"this quote ({quote}) is opened but never closed", hint, spot.since)


def _bracket(spot: _Spot) -> Fault:
    if spot.at >= spot.start + len(spot.line) or spot.since < spot.start:
        return _unclosed(spot, spot.since)
    if spot.character == ":":
        return spot.fault("a second colon stands inside a text without quotes", _QUOTES)
    closing = "]" if spot.text.startswith("[", spot.since) else "}"
    return spot.fault(f'a comma or "{closing}" is missing before this', "or put quotes round the whole text")


def _unclosed(spot: _Spot, at: int) -> Fault:
    opened = spot.text[at : at + 1]
    closing = "]" if opened == "[" else "}"
    return spot.fault(f'this "{opened}" is opened but never closed', f'close it with "{closing}"', at)


def _line_up(spot: _Spot) -> Fault:
    """A mapping or list goes on with something that does not belong to it."""
    before = spot.before.rstrip()
    if before.strip(" -"):
        return _same_line(spot, before)
    if spot.character in ("[", "{"):
        return _stray_bracket(spot, spot.at)
    if spot.character == ":":
        return spot.fault("a key is missing in front of this colon", _QUOTES)
    if spot.character == "-" and "mapping" in spot.words:
        message = "a list item stands where a `key: value` is expected"
        return spot.fault(message, "indent it further if it belongs to the key above")
    if re.match(r"[ ]*-[^\s-]", spot.line):
        return spot.fault("a space is missing after the dash", "write `- item`")
    column = len(spot.before)
    spaces = "1 space" if column == 1 else f"{column} spaces"
    message = f"this line is indented by {spaces}, which lines up with nothing above it"
    if column == 0:
        message = "this line is not indented, but what stands above is of another kind"
    return spot.fault(message, "give it the same indentation as the lines it belongs with")


def _stray_bracket(spot: _Spot, at: int) -> Fault:
    message = "something in brackets stands where a `key: value` or a list item is expected"
    return spot.fault(message, _QUOTES, at)


def _same_line(spot: _Spot, before: str) -> Fault:
    """Text goes on behind something that was complete."""
    if before[-1] in "\"'":
        hint = "put the whole text in one pair of quotes"
        if before[-1] == "'":
            hint += "; inside single quotes an apostrophe is written twice: 'it''s'"
        return spot.fault("text follows a closing quote", hint)
    if before[-1] in "]}":
        return spot.fault(f'text follows a closing "{before[-1]}"', _QUOTES)
    return spot.fault("this does not belong to what stands before it in the line", _QUOTES)


def _name(spot: _Spot) -> Fault:
    """`*` or `&` that begins no alias or anchor."""
    line_end = spot.lines.line(spot.lines.at(spot.since)[0])
    column = spot.lines.at(spot.since)[1]
    return needs_quotes(line_end[column - 1 :].rstrip(), spot.since)


def _tag(spot: _Spot) -> Fault:
    match = _TOKEN.match(spot.text, spot.since)
    return needs_quotes(match[0] if match and match[0] else "!", spot.since)


def _escape(spot: _Spot) -> Fault:
    at = spot.text.rfind("\\", spot.since, spot.at + 1)
    message = "a backslash in double quotes begins a special character, and this is none"
    return spot.fault(message, "write the backslash twice, or use single quotes", max(at, spot.since))


def _dash(spot: _Spot) -> Fault:
    message = "a list cannot begin in the line of its key"
    return spot.fault(message, "begin it on a new line, or write [a, b]; put quotes round it if it is a text")


def _nothing(spot: _Spot) -> Fault:
    if not spot.character or spot.at >= len(spot.text.rstrip()):
        return _unclosed(spot, spot.opened)
    message = f'"{spot.character}" stands where a value is expected'
    return spot.fault(message, "put quotes round the text that begins here, or delete it")


def _document(spot: _Spot) -> Fault:
    if spot.character in ("]", "}"):
        return spot.fault(f'this "{spot.character}" closes nothing', "delete it, or open it further up")
    if spot.before.strip() == "" and spot.at > 0:
        message = "this line begins further left than the first line of the file"
        return spot.fault(message, "let all lines of one level begin in the same column")
    return spot.fault("this stands after the end of the document", _QUOTES)


def _block(spot: _Spot) -> Fault:
    if spot.line.count("|") > 1:
        return spot.fault("this looks like a table, which is no YAML", _QUOTES)
    message = "after | or > the text begins on the next line"
    return spot.fault(message, "move the text to the next line, indented; or put it in quotes")


def _directive(spot: _Spot) -> Fault:
    message = "a line that begins with % is an instruction to YAML, and this one is not understood"
    return spot.fault(message, "put quotes round it if it is a text", spot.since)


_EXPLANATIONS: tuple[tuple[tuple[str, ...], Callable[[_Spot], Fault]], ...] = (
    (("maximum nesting depth",), lambda spot: too_deep(spot.at)),
    (("quoted scalar; found unexpected",), _quote),
    (("escape", "hexdecimal", "hexadecimal"), _escape),
    (("cannot start any token", "tab character"), _start),
    (("mapping values are not allowed", "unexpected ':'"), _colon),
    (("could not find expected ':'",), _no_colon),
    (("sequence entries are not allowed",), _dash),
    (("scanning an alias", "scanning an anchor"), _name),
    (("a tag", "tag handle"), _tag),
    (("irective", "incompatible YAML"), _directive),
    (("scanning a block scalar",), _block),
    (("',' or ']'", "',' or '}'"), _bracket),
    (("node content",), _nothing),
    (("document start",), _document),
    (("block mapping", "block collection"), _line_up),
)
"""Words that tell a kind of fault apart, in the order in which they are tried."""
