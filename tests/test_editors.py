"""What docs/editors.md says of editors, tried: settings, commands, and the schema in a real server."""

import json
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from cli_helpers import run
from lsp_client import Client

PAGE = (Path(__file__).parent.parent / "docs" / "editors.md").read_text("utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", PAGE, re.DOTALL)


def blocks(kind: str) -> list[str]:
    return [text for language, text in BLOCKS if language == kind]


def test_settings_start_the_server() -> None:
    (vscode,) = map(json.loads, blocks("json"))
    (helix,) = map(tomllib.loads, blocks("toml"))
    (neovim,) = blocks("lua")
    server = helix["language-server"]["rolelint"]
    assert [vscode["glspc.server.command"], *vscode["glspc.server.commandArguments"]] == ["rolelint", "lsp"]
    assert [server["command"], *server["args"]] == ["rolelint", "lsp"]
    assert '"rolelint", "lsp"' in neovim
    assert "rolelint" in helix["language"][0]["language-servers"]


def test_texts_without_a_language_server(tmp_path: Path) -> None:
    text = "roles: {payroll-lead: {}}\ntasks: {Run payroll: payroll-laed, Close the month: payroll-lead}\n"
    shown, mended = (
        line.split(" < ")[0].split()[1:] for line in "".join(blocks("sh")).splitlines() if " < " in line
    )
    assert run(*shown, cwd=tmp_path, stdin=text).lines[0].startswith("org.yaml:2:22: error raci/unknown-role")
    assert run(*shown[:-1], cwd=tmp_path, stdin=text).lines[0].startswith("org.yaml:2:22: error")
    assert run(*mended, cwd=tmp_path, stdin=text).out == text.replace("laed", "lead")


@pytest.mark.skipif(shutil.which("yaml-language-server") is None, reason="yaml-language-server is missing")
def test_the_schema_completes_keys_in_a_yaml_language_server(tmp_path: Path) -> None:
    (matrix,) = blocks("yaml")
    text = matrix.replace("    accountable: finance\n", "    acc\n")
    (tmp_path / "organisation.schema.json").write_text(run("schema", cwd=tmp_path).out)
    (tmp_path / "org.yaml").write_text(text)
    pipe = subprocess.PIPE
    with subprocess.Popen(
        ["yaml-language-server", "--stdio"], stdin=pipe, stdout=pipe, cwd=tmp_path
    ) as process:
        try:
            editor = Client(process, tmp_path)
            editor.request("initialize", processId=None, rootUri=tmp_path.as_uri(), capabilities={})
            editor.notify("initialized")
            where = {"uri": editor.uri("org.yaml")}
            editor.notify(
                "textDocument/didOpen",
                textDocument={**where, "languageId": "yaml", "version": 1, "text": text},
            )
            found = editor.request(
                "textDocument/completion", textDocument=where, position={"line": 3, "character": 7}
            )
            offered = {item["label"] for item in found["items"]}
        finally:
            process.kill()
    assert {"accountable", "responsible", "consulted", "informed", "shared", "horizon"} <= offered
