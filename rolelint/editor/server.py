"""The language server: which message of an editor leads where.

Texts are sent whole: pygls counts the lines of incremental edits in a way that differs from the protocol's.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping

from lsprotocol import types
from pygls.lsp.server import LanguageServer

from rolelint import __version__
from rolelint.editor.conversation import KINDS, Session
from rolelint.editor.sight import Gather
from rolelint.rule import Rule

WAIT = 0.15
"""Seconds without a keystroke after which a text is linted."""


def serve(gather: Gather, rules: Mapping[str, Rule]) -> None:
    """Serve one editor on standard input and output until it leaves.

    The streams are the protocol's alone: what anything else prints goes to standard error.
    """
    incoming, outgoing = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    server = LanguageServer("rolelint", __version__, text_document_sync_kind=types.TextDocumentSyncKind.Full)
    session = Session(server, gather, rules)
    _follow(server, session)
    _answer(server, session)
    server.start_io(incoming, outgoing)


def _follow(server: LanguageServer, session: Session) -> None:
    """Lint what is opened, typed and saved; while somebody types only once they rest."""
    latest = 0

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    async def _changed(_params: types.DidChangeTextDocumentParams) -> None:
        nonlocal latest
        latest += 1
        mine = latest
        await asyncio.sleep(WAIT)
        if mine == latest:
            session.publish()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def _opened(_params: types.DidOpenTextDocumentParams) -> None:
        session.publish()

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def _saved(_params: types.DidSaveTextDocumentParams) -> None:
        session.publish()

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def _watched(_params: types.DidChangeWatchedFilesParams) -> None:
        session.publish()

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def _closed(params: types.DidCloseTextDocumentParams) -> None:
        session.close(params.text_document.uri)


def _answer(server: LanguageServer, session: Session) -> None:
    """Answer what is asked of a place."""

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def _hovered(params: types.HoverParams) -> types.Hover | None:
        return session.hover(params.text_document.uri, params.position)

    @server.feature(types.TEXT_DOCUMENT_CODE_ACTION, types.CodeActionOptions(code_action_kinds=KINDS))
    def _asked(params: types.CodeActionParams) -> list[types.CodeAction]:
        session.look(params.text_document.uri)
        return list(session.actions(params.text_document.uri, params.range, params.context.only))
