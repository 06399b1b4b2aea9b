"""One editor's open texts, and what is told of them in the protocol's types."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from rolelint.config import BadSettings
from rolelint.editor.actions import Action, actions, all_safe
from rolelint.editor.hovering import hover
from rolelint.editor.positions import Position, Range, Units
from rolelint.editor.sight import Gather, Sight, seen
from rolelint.finding import Finding, Label
from rolelint.fixing import written
from rolelint.packs import BadPack
from rolelint.reporting.plain import visible
from rolelint.rule import Rule

SEVERITY = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}
FIX_ALL = "source.fixAll.rolelint"
KINDS = [types.CodeActionKind.QuickFix, FIX_ALL]


class Session:
    """The open texts of one editor and what was last seen of each."""

    def __init__(self, server: LanguageServer, gather: Gather, rules: Mapping[str, Rule]) -> None:
        self._server = server
        self._gather = gather
        self._sights: dict[str, Sight | None] = {}
        self._told = ""
        self.rules = rules

    @property
    def units(self) -> Units:
        """How this editor counts characters."""
        encoding = self._server.workspace.position_encoding or "utf-16"
        return Units(str(getattr(encoding, "value", encoding)))

    def texts(self) -> dict[str, bytes]:
        """The open texts by real path."""
        documents = self._server.workspace.text_documents.values()
        return {os.path.realpath(_path(d.uri)): d.source.encode("utf-8", "replace") for d in documents}

    def look(self, uri: str) -> Sight | None:
        """What is seen of an open text as it is now."""
        try:
            self._sights[uri] = seen(_path(uri), self.texts(), self._gather)
            self._told = ""
        except (BadSettings, BadPack) as bad:
            self._sights[uri] = None
            self._tell("\n".join(map(visible, bad.faults)))
        return self._sights[uri]

    def sight(self, uri: str) -> Sight | None:
        """What was last seen of a text."""
        return self._sights[uri] if uri in self._sights else self.look(uri)

    def close(self, uri: str) -> None:
        """Forget a text, and take its diagnostics away."""
        self._sights.pop(uri, None)
        self._publish(uri, [], None)

    def publish(self) -> None:
        """Look at all open texts, for each may speak of the others, and tell what is found in them."""
        for uri, document in self._server.workspace.text_documents.items():
            sight = self.look(uri)
            found = [self._diagnostic(sight, f) for f in sight.findings()] if sight else []
            self._publish(uri, found, document.version)

    def _publish(self, uri: str, found: list[types.Diagnostic], version: int | None) -> None:
        params = types.PublishDiagnosticsParams(uri=uri, diagnostics=found, version=version)
        self._server.text_document_publish_diagnostics(params)

    def _tell(self, faults: str) -> None:
        """Say once what is wrong with the configuration."""
        if faults != self._told:
            self._told = faults
            message = types.ShowMessageParams(type=types.MessageType.Error, message=f"rolelint: {faults}")
            self._server.window_show_message(message)

    def _diagnostic(self, sight: Sight, finding: Finding) -> types.Diagnostic:
        more = [self._related(sight, label) for label in finding.labels[1:] if label.message]
        return types.Diagnostic(
            range=_range(self.range(sight, finding)),
            severity=SEVERITY[finding.severity],
            code=finding.rule,
            source="rolelint",
            message=visible(finding.message) + (f"\nhelp: {visible(finding.help)}" if finding.help else ""),
            related_information=more or None,
            data=finding.fingerprint,
        )

    def range(self, sight: Sight, finding: Finding) -> Range:
        """Where a finding stands."""
        return self.units.range(finding.place, sight.line(finding.place.end_line))

    def _related(self, sight: Sight, label: Label) -> types.DiagnosticRelatedInformation:
        lines = (d.line(label.place.end_line) for d in sight.readings.documents if d.file == label.place.file)
        where = self.units.range(label.place, next(lines, ""))
        location = types.Location(uri=_uri(label.place.file), range=_range(where))
        return types.DiagnosticRelatedInformation(location=location, message=visible(label.message))

    def actions(
        self, uri: str, wanted: types.Range, only: Sequence[str] | None
    ) -> Iterator[types.CodeAction]:
        """The quick fixes in a range, and one that fixes the whole text where that is asked for."""
        sight = self.sight(uri)
        if sight is None:
            return
        if _asks(only, types.CodeActionKind.QuickFix):
            here = [f for f in sight.findings() if _meet(_range(self.range(sight, f)), wanted)]
            yield from (self._action(sight, action) for action in actions(sight, here))
        if only and _asks(only, FIX_ALL):
            text = all_safe(sight)
            if text is not None:
                yield self._whole(uri, text)

    def _action(self, sight: Sight, action: Action) -> types.CodeAction:
        finding = action.fix.finding
        edits = {
            _uri(file): [self._edit(sight, file, *edit) for edit in listed]
            for file, listed in action.edits.items()
        }
        return types.CodeAction(
            title=visible(action.fix.title[:1].upper() + action.fix.title[1:]),
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[self._diagnostic(sight, finding)] if finding else None,
            is_preferred=action.fix.safety == "safe",
            edit=types.WorkspaceEdit(changes=edits),
        )

    def _edit(self, sight: Sight, file: str, begin: int, end: int, text: str) -> types.TextEdit:
        document = next(d for d in written(sight.readings).values() if d.file == file)
        places = (document.at(offset) for offset in (begin, end))
        first, last = (self.units.position(document.line(line), line, column) for line, column in places)
        return types.TextEdit(range=_range((first, last)), new_text=text)

    def _whole(self, uri: str, text: bytes) -> types.CodeAction:
        document = self._server.workspace.get_text_document(uri)
        end = types.Position(line=document.source.count("\n") + document.source.count("\r") + 1, character=0)
        edit = types.TextEdit(
            range=types.Range(start=types.Position(line=0, character=0), end=end), new_text=text.decode()
        )
        return types.CodeAction(
            title="Mend all that is safe to mend",
            kind=FIX_ALL,
            edit=types.WorkspaceEdit(changes={uri: [edit]}),
        )

    def hover(self, uri: str, position: types.Position) -> types.Hover | None:
        """What is told of a place."""
        sight = self.sight(uri)
        if sight is None:
            return None
        number = position.line + 1
        column = self.units.column(sight.line(number), position.character)
        told = hover(sight, self.rules, number, column)
        content = types.MarkupContent(kind=types.MarkupKind.Markdown, value=told or "")
        return types.Hover(contents=content) if told else None


def _path(uri: str) -> str:
    """The path of a text; of one that was never saved, its name."""
    return (to_fs_path(uri) if uri.startswith("file:") else None) or uri.rpartition("/")[2] or "untitled.yaml"


def _uri(file: str) -> str:
    return from_fs_path(os.path.abspath(file)) or file


def _range(found: Range) -> types.Range:
    start, end = (_position(each) for each in found)
    return types.Range(start=start, end=end)


def _position(found: Position) -> types.Position:
    return types.Position(line=found.line, character=found.character)


def _meet(one: types.Range, other: types.Range) -> bool:
    return not (one.end < other.start or other.end < one.start)


def _asks(only: Sequence[str] | None, kind: str) -> bool:
    """Whether an action of this kind is wanted; kinds are asked for by any of their beginnings."""
    return only is None or any(kind == each or kind.startswith(f"{each}.") for each in only)
