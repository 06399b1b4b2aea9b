"""The language server, spoken to over stdio as an editor does."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from cli_helpers import put, run
from lsp_client import client, edited

pytest.importorskip("pygls", reason="the extra lsp is not installed")

SLIP = "roles: {payroll-lead: {}}\ntasks:\n  - {name: Run 💶 payroll, owner: payroll-laed}\n"
SLIP += "  - {name: Close the month, owner: payroll-lead}\n"
MARKET = (
    "org: {headcount: 90}\ntasks:\n  - name: Analyse competing products and market trends\n    owner: sales\n"
)


def shown(diagnostics: list[dict[str, Any]]) -> list[tuple[int, int, int, int, str]]:
    """Line, character, end line, end character and rule of each."""
    return [
        (
            d["range"]["start"]["line"],
            d["range"]["start"]["character"],
            d["range"]["end"]["line"],
            d["range"]["end"]["character"],
            d["code"],
        )
        for d in diagnostics
    ]


def by_command(folder: Path, *paths: str) -> list[tuple[int, int, int, int, str]]:
    """What the command line finds, its characters counted in UTF-16 units."""
    found = []
    for finding in json.loads(run("--format", "json", *paths, cwd=folder).out)["findings"]:
        place = finding
        lines = (folder / place["file"]).read_text().split("\n")
        at = [
            (line - 1, len(lines[line - 1][: column - 1].encode("utf-16-le")) // 2)
            for line, column in (
                (place["line"], place["column"]),
                (place["end_line"], place["end_column"]),
            )
        ]
        found.append((*at[0], *at[1], finding["rule"]))
    return found


def test_the_same_findings_as_the_command_line_while_typing(tmp_path: Path) -> None:
    put(tmp_path, org=SLIP)
    with client(tmp_path) as editor:
        assert shown(editor.open("org.yaml", SLIP)) == by_command(tmp_path, "org.yaml")
        assert shown(editor.open("org.yaml", SLIP)) == [(2, 34, 2, 46, "raci/unknown-role")]
        mended = SLIP.replace("laed", "lead")
        editor.change("org.yaml", SLIP + "  - {name: ", 2)
        editor.change("org.yaml", mended, 3)
        assert editor.diagnostics("org.yaml", 3) == []
        editor.change("org.yaml", "tasks: [", 4)
        assert [d["code"] for d in editor.diagnostics("org.yaml", 4)] == []
        editor.notify("textDocument/didClose", textDocument={"uri": editor.uri("org.yaml")})
        assert editor.diagnostics("org.yaml", None) == []


def test_the_whole_organisation_is_judged_with_the_open_texts(tmp_path: Path) -> None:
    first = "tasks:\n  - {name: Run payroll, owner: finance}\n"
    second = "tasks:\n  - {name: Run payroll, owner: IT}\n"
    put(tmp_path, _rolelint="include: ['*.yaml']\n", a=first, b=second)
    with client(tmp_path) as editor:
        found = editor.open("b.yaml", second)
        assert shown(found) == [f for f in by_command(tmp_path, "b.yaml") if f in shown(found)] != []
        (related,) = found[0]["relatedInformation"]
        assert related["location"]["uri"] == editor.uri("a.yaml")
        editor.open("a.yaml", first)
        editor.change("a.yaml", first.replace("Run payroll", "Close the books"), 2)
        assert editor.diagnostics("a.yaml", 2) == []
        editor.change("b.yaml", second, 3)
        assert editor.diagnostics("b.yaml", 3) == []


def test_yaml_that_is_no_matrix_is_left_alone(tmp_path: Path) -> None:
    with client(tmp_path) as editor:
        for name, text in {
            "compose.yaml": "services: {web: {image: nginx}}\n",
            "Taskfile.yml": "version: '3'\ntasks:\n  build: {cmds: [make], silent: true}\n",
            "play.yaml": "- hosts: all\n  roles: [web]\n  tasks: [{name: {{ x }}, apt: {name: nginx}}]\n",
            "serverless.yml": "functions: {hello: {handler: a.b}}\n",
        }.items():
            assert editor.open(name, text) == []


def test_what_is_left_out_by_the_configuration_and_a_bad_one(tmp_path: Path) -> None:
    put(tmp_path, _rolelint="exclude: [org.yaml]\n", org=SLIP)
    with client(tmp_path) as editor:
        assert editor.open("org.yaml", SLIP) == []
        put(tmp_path, _rolelint="exlude: [org.yaml]\n")
        assert editor.open("org.yaml", SLIP) == []
        assert "exlude" in editor.told("window/showMessage")["message"]


def test_hover_explains_the_rule_and_the_evidence(tmp_path: Path) -> None:
    with client(tmp_path) as editor:
        editor.open("org.yaml", MARKET + "  # rolelint: ignore[raci/no-responsible]: later\n")
        told = editor.hover("org.yaml", 2, 30)
        assert "`sales-marketing/market-analysis-owned-by-sales`" in told
        assert "for marketing:" in told
        assert "raci/no-responsible" in editor.hover("org.yaml", 4, 25)
        assert editor.hover("org.yaml", 0, 2) == ""


def test_names_cannot_act_as_markup(tmp_path: Path) -> None:
    text = SLIP.replace("payroll-laed", "'![x](http://e/) <img>'")
    with client(tmp_path) as editor:
        editor.open("org.yaml", text)
        assert "![x](" not in editor.hover("org.yaml", 2, 40)


def test_quick_fixes(tmp_path: Path) -> None:
    with client(tmp_path) as editor:
        editor.open("org.yaml", SLIP)
        (action,) = editor.actions("org.yaml", 2)
        assert (action["title"], action["isPreferred"]) == ("Write payroll-lead", True)
        edits = action["edit"]["changes"][editor.uri("org.yaml")]
        assert edited(SLIP, edits) == SLIP.replace("laed", "lead")
        assert editor.actions("org.yaml", 0) == []
        (action,) = editor.actions("org.yaml", 2, ["source.fixAll"])
        edits = action["edit"]["changes"][editor.uri("org.yaml")]
        assert edited(SLIP, edits) == SLIP.replace("laed", "lead")


def test_work_can_be_moved_or_declared_shared(tmp_path: Path) -> None:
    with client(tmp_path) as editor:
        editor.open("org.yaml", MARKET)
        moved, shared = editor.actions("org.yaml", 2)
        assert edited(MARKET, moved["edit"]["changes"][editor.uri("org.yaml")]) == (
            MARKET.replace("owner: sales\n", "owner: marketing\n    consulted: sales\n")
        )
        assert edited(MARKET, shared["edit"]["changes"][editor.uri("org.yaml")]) == (
            MARKET + '    shared: {why: "", handoff: ""}\n'
        )


def test_a_fix_reaches_all_files(tmp_path: Path) -> None:
    first, second = SLIP, "tasks: {Close the books: payroll-laed}\n"
    put(tmp_path, _rolelint="include: ['*.yaml']\n", a=first, b=second)
    with client(tmp_path) as editor:
        editor.open("a.yaml", first)
        (action,) = editor.actions("a.yaml", 2)
        changes = action["edit"]["changes"]
        assert edited(second, changes[editor.uri("b.yaml")]) == second.replace("laed", "lead")
        assert edited(first, changes[editor.uri("a.yaml")]) == first.replace("laed", "lead")


def test_characters_are_counted_as_the_editor_asks(tmp_path: Path) -> None:
    with client(tmp_path, general={"positionEncodings": ["utf-8"]}) as editor:
        assert shown(editor.open("org.yaml", SLIP)) == [(2, 36, 2, 48, "raci/unknown-role")]


def test_a_text_that_was_never_saved(tmp_path: Path) -> None:
    with client(tmp_path) as editor:
        document = {"uri": "untitled:Untitled-1", "languageId": "yaml", "version": 1, "text": SLIP}
        editor.notify("textDocument/didOpen", textDocument=document)
        told = editor.told("textDocument/publishDiagnostics")
        assert [d["code"] for d in told["diagnostics"]] == ["raci/unknown-role"]


def test_without_the_extra_one_line_says_what_to_install(tmp_path: Path) -> None:
    code = "import sys; sys.modules['pygls'] = None; sys.argv = ['rolelint', 'lsp']\n"
    code += "from rolelint.__main__ import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert done.returncode == 2
    assert done.stderr == 'rolelint: the language server needs pygls: pip install "rolelint[lsp]"\n'
