"""A small client of the language server protocol, over the pipes of a real `rolelint lsp`."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 60
"""Seconds after which a server that says nothing has failed."""


class Client:
    """Speaks to one server; messages are plain data."""

    def __init__(self, process: subprocess.Popen[bytes], root: Path) -> None:
        self._process = process
        self._incoming: queue.Queue[dict[str, Any]] = queue.Queue()
        self._unread: list[dict[str, Any]] = []
        self._number = 0
        self.root = root
        threading.Thread(target=self._listen, daemon=True).start()

    def uri(self, name: str) -> str:
        """The address of a file in the folder."""
        return (self.root / name).as_uri()

    def request(self, method: str, **params: Any) -> Any:
        """Ask, and wait for the answer."""
        self._number += 1
        number = self._number
        self._send({"id": number, "method": method, "params": params or None})
        answer = self._next(lambda message: message.get("id") == number and "method" not in message)
        assert "error" not in answer, answer
        return answer["result"]

    def notify(self, method: str, **params: Any) -> None:
        """Tell, without an answer."""
        self._send({"method": method, "params": params})

    def told(self, method: str) -> Any:
        """What the server next tells of that kind."""
        return self._next(lambda message: message.get("method") == method)["params"]

    def open(self, name: str, text: str) -> list[dict[str, Any]]:
        """Open a text; the diagnostics that follow."""
        document = {"uri": self.uri(name), "languageId": "yaml", "version": 1, "text": text}
        self.notify("textDocument/didOpen", textDocument=document)
        return self.diagnostics(name, 1)

    def change(self, name: str, text: str, version: int) -> None:
        """Type: the whole text anew."""
        document = {"uri": self.uri(name), "version": version}
        self.notify("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])

    def diagnostics(self, name: str, version: int | None) -> list[dict[str, Any]]:
        """The next diagnostics of this version of a text."""
        while True:
            told = self.told("textDocument/publishDiagnostics")
            if told["uri"] == self.uri(name) and told.get("version") == version:
                found: list[dict[str, Any]] = told["diagnostics"]
                return found

    def hover(self, name: str, line: int, character: int) -> str:
        """The text under a place, "" where there is none."""
        answer = self.request(
            "textDocument/hover",
            textDocument={"uri": self.uri(name)},
            position={"line": line, "character": character},
        )
        return answer["contents"]["value"] if answer else ""

    def actions(self, name: str, line: int, only: list[str] | None = None) -> list[dict[str, Any]]:
        """The actions offered on a line."""
        found: list[dict[str, Any]] = self.request(
            "textDocument/codeAction",
            textDocument={"uri": self.uri(name)},
            range={"start": {"line": line, "character": 0}, "end": {"line": line, "character": 999}},
            context={"diagnostics": [], **({"only": only} if only else {})},
        )
        return found

    def _next(self, wanted: Any) -> dict[str, Any]:
        for number, message in enumerate(self._unread):
            if wanted(message):
                return self._unread.pop(number)
        while True:
            message = self._incoming.get(timeout=PATIENCE)
            if wanted(message):
                return message
            self._unread.append(message)

    def _send(self, message: dict[str, Any]) -> None:
        raw = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(raw), raw))
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream
        while line := stream.readline():
            length = int(line.split(b":")[1])
            while stream.readline().strip():
                pass
            self._incoming.put(json.loads(stream.read(length)))


@contextmanager
def client(root: Path, **capabilities: Any) -> Iterator[Client]:
    """A client of a server of its own, in a folder; it leaves as the protocol wants, with exit code 0."""
    command = [sys.executable, "-m", "rolelint", "lsp", "--stdio"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, cwd=root) as process:
        try:
            speaking = Client(process, root)
            about = speaking.request(
                "initialize", processId=None, rootUri=root.as_uri(), capabilities=capabilities
            )
            assert about["serverInfo"]["name"] == "rolelint"
            speaking.notify("initialized")
            yield speaking
            speaking.request("shutdown")
            speaking.notify("exit")
            assert process.wait(PATIENCE) == 0
        finally:
            process.kill()


def edited(text: str, edits: list[dict[str, Any]]) -> str:
    """A text after edits of the protocol, whose positions count UTF-16 units."""
    lines = text.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line.encode("utf-16-le")))
    raw = text.encode("utf-16-le")

    def offset(position: dict[str, int]) -> int:
        return min(starts[min(position["line"], len(lines))] + 2 * position["character"], len(raw))

    for edit in sorted(edits, key=lambda edit: offset(edit["range"]["start"]), reverse=True):
        start, end = offset(edit["range"]["start"]), offset(edit["range"]["end"])
        raw = raw[:start] + edit["newText"].encode("utf-16-le") + raw[end:]
    return raw.decode("utf-16-le")
