"""Changes of what a document says -> edits of its text, at the exact place and in the style that is there.

What cannot be done without touching more than meant (a comment on a line that would go, say) is left out:
the answer is None. Whether an edit reads as intended is checked afterwards, by whoever applies it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from rolelint.finding import Route, Step
from rolelint.fixing.fix import Append, Change, Enter, Remove, Write
from rolelint.quoting import scalar
from rolelint.source import Document
from rolelint.source.rewrite import Edit

_OPEN = ("[", "{")
_DASH = re.compile(r"[ ]*-[ ]+")
_LINE = re.compile(r"[^\r\n]*")
_LINE_END = re.compile(r"\r\n|\r|\n")
_COMMA = re.compile(r"\s*,")
_COLON = re.compile(r"\s*:")


def edit(document: Document, change: Change) -> Edit | None:
    """The edit that makes a change in the document's text; None where it cannot be made with care."""
    if isinstance(change, Write):
        begin, end = document.offsets(change.route)
        return Edit(begin, end, _styled(document, change.route, change.text)) if end > begin else None
    if isinstance(change, Remove):
        return _removal(document, change.route)
    if isinstance(change, Enter):
        return _entry(document, change)
    return _addition(document, change)


def _styled(document: Document, route: Route, new: str) -> str:
    """New text in the quotes of the old one, or plain where it was plain and may be."""
    begin, _ = document.offsets(route)
    quote = document.text[begin]
    written = scalar(new, flow=_in_flow(document, route))
    if quote == "'" and new.isprintable():
        return "'" + new.replace("'", "''") + "'"
    return f'"{written}"' if quote == '"' and not written.startswith('"') else written


def _in_flow(document: Document, route: Route) -> bool:
    """Whether any list or mapping around a node is written in brackets or braces."""
    return any(
        _opens(document, route._replace(steps=route.steps[:depth], key=False, span=None))
        for depth in range(1, len(route.steps))
    )


def _opens(document: Document, route: Route) -> bool:
    begin, _ = document.offsets(route)
    return document.text[begin : begin + 1] in _OPEN


def _holder(route: Route) -> Route:
    return route._replace(steps=route.steps[:-1], key=False, span=None)


def _sibling(route: Route, step: Step) -> Route:
    return route._replace(steps=(*route.steps[:-1], step))


def _value(document: Document, route: Route) -> object:
    value = document.data
    for step in route.steps:
        value = value[step]
    return value


def _begin(document: Document, route: Route) -> int:
    """Where an item begins, or an entry with its key."""
    return document.offsets(route._replace(key=isinstance(route.steps[-1], str)))[0]


def _end(document: Document, route: Route) -> int:
    """Where an item or an entry ends."""
    _, end = document.offsets(route)
    if isinstance(route.steps[-1], str):
        colon = _COLON.match(document.text, document.offsets(route._replace(key=True))[1])
        end = max(end, colon.end()) if colon else end
    return end


def _steps(document: Document, route: Route) -> list[Step]:
    """The last steps of all children of the container in which a node stands."""
    held = _value(document, _holder(route))
    return list(range(len(held))) if isinstance(held, list) else list(held) if isinstance(held, dict) else []


def _removal(document: Document, route: Route) -> Edit | None:
    siblings = _steps(document, route)
    if len(siblings) < 2:
        return None
    at = siblings.index(route.steps[-1])
    if _opens(document, _holder(route)):
        if at:
            cut = _gap(document, _sibling(route, siblings[at - 1])), _end(document, route)
        else:
            cut = _begin(document, route), _begin(document, _sibling(route, siblings[1]))
    else:
        following = _sibling(route, siblings[at + 1]) if at + 1 < len(siblings) else None
        cut = _lines(document, route, following)
    return None if "#" in document.text[slice(*cut)] or cut[0] >= cut[1] else Edit(*cut, "")


def _gap(document: Document, before: Route) -> int:
    """Where what follows an item in brackets begins: behind it, or at the comma after an empty one."""
    end = _end(document, before)
    comma = _COMMA.match(document.text, end) if document.text[end - 1] == ":" else None
    return comma.end() - 1 if comma else end


def _lines(document: Document, route: Route, following: Route | None) -> tuple[int, int]:
    """The lines of an item or entry of a block; nothing where something else stands on them."""
    text, begin, end = document.text, _begin(document, route), _end(document, route)
    start = _line_start(document, begin)
    before = text[start:begin]
    stop = _line_stop(text, end)
    if text[end:stop].strip() or not (_DASH.fullmatch(before) or not before.strip()):
        return 0, 0
    if isinstance(route.steps[-1], str) and before.strip():  # the first entry behind a dash
        return (begin, _begin(document, following)) if following else (0, 0)
    after = _LINE_END.match(text, stop)
    if after:
        return start, after.end()
    return (start - len(_break(text)), stop) if start else (0, 0)  # the last line has no end


def _entry(document: Document, change: Enter) -> Edit | None:
    value = change.value
    written = _flow(value)
    begin, end = _begin(document, change.route), _end(document, change.route)
    if _opens(document, _holder(change.route)) or _in_flow(document, change.route):
        return Edit(end, end, f", {scalar(change.key)}: {written}")
    column = begin - _line_start(document, begin)
    return _behind_the_line(document, end, " " * column + f"{scalar(change.key)}: {written}")


def _flow(value: str | tuple[str, ...] | Mapping[str, str]) -> str:
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(scalar, value))}]"
    return "{" + ", ".join(f"{scalar(key)}: {scalar(each)}" for key, each in value.items()) + "}"


def _addition(document: Document, change: Append) -> Edit | None:
    value = _value(document, change.route)
    begin, end = document.offsets(change.route)
    if isinstance(value, list) and value:
        return _more(
            document, change.route._replace(steps=(*change.route.steps, len(value) - 1)), change.texts
        )
    whole = _flow(change.texts if len(change.texts) > 1 else change.texts[0])
    if isinstance(value, list):
        return Edit(begin, end, _flow(change.texts)) if end > begin else None
    if value is None:
        at = _end(document, change.route)
        return Edit(at, at, f" {whole}") if document.text[at - 1] == ":" else None
    old = document.text[begin:end]
    kept = old if old[:1] in ("'", '"') and "\n" not in old else scalar(str(value))
    return Edit(begin, end, f"[{kept}, {', '.join(map(scalar, change.texts))}]") if end > begin else None


def _more(document: Document, last: Route, texts: tuple[str, ...]) -> Edit | None:
    """More items behind the last one of a list, in the list's own style."""
    item, end = document.offsets(last)
    if _opens(document, _holder(last)):
        return Edit(end, end, "".join(f", {scalar(each)}" for each in texts))
    dash = document.text[_line_start(document, item) : item]
    if not _DASH.fullmatch(dash):
        return None
    lines = [dash + scalar(each, flow=False) for each in texts]
    return _behind_the_line(document, end, _break(document.text).join(lines))


def _behind_the_line(document: Document, end: int, line: str) -> Edit:
    """One more line behind the one on which something ends, comment and all."""
    stop = _line_stop(document.text, end)
    return Edit(stop, stop, _break(document.text) + line)


def _line_start(document: Document, offset: int) -> int:
    return offset - document.at(offset)[1] + 1


def _line_stop(text: str, offset: int) -> int:
    match = _LINE.match(text, offset)
    return match.end() if match else offset


def _break(text: str) -> str:
    """The line end that the text uses."""
    match = _LINE_END.search(text)
    return match[0] if match else "\n"
