"""Data flows one way: who may import whom, as a table that every module is read against."""

import ast
from pathlib import Path

import pytest

import rolelint

HOUSE = Path(rolelint.__file__).parent

MAY_IMPORT: dict[str, set[str]] = {
    "records": set(),
    "patterns": set(),
    "collector": set(),
    "untyped": set(),
    "modules": {"untyped"},
    "finding": set(),
    "rule": {"finding"},
    "words": set(),
    "suggest": set(),
    "quoting": set(),
    "bundled": set(),
    "source": {"finding", "modules"},
    "schema": {"finding", "bundled", "suggest"},
    "organisation": {"finding", "words", "suggest"},
    "areas": {"organisation", "words"},
    "managers": {"organisation", "words"},
    "similar": {"words"},
    "claims": {"organisation", "areas", "similar", "words"},
    "fit": {"finding", "organisation", "words"},
    "holders": {"organisation", "words"},
    "facts": {"holders", "finding", "organisation", "fit", "claims", "managers", "similar", "areas", "words"},
    "covered": {"facts", "words"},
    "kinds": {
        "areas", "claims", "covered", "facts", "finding", "fit", "managers", "organisation", "plugin",
        "similar", "suggest", "words",
    },
    "engine": {"kinds", "facts", "fit", "organisation", "finding", "rule", "words"},
    "config": {"finding"},
    "configfile": {"config", "finding", "schema", "source", "suggest"},
    "suppression": {"config", "finding", "suggest"},
    "known": {"config", "finding", "rule", "suggest"},
    "baseline": {"finding"},
    "history": set(),
    "reporting": {"finding", "__version__"},
    "plugin": set(),
    "packs": {
        "bundled", "finding", "fit", "organisation", "plugin", "rule", "schema", "similar", "source",
        "suggest", "words",
    },
    "importing": {"quoting", "finding", "words", "organisation", "source", "suggest"},
    "exporting": {"finding", "words", "organisation"},
    "asking": {"engine", "facts", "finding", "fit", "organisation", "similar", "words"},
    "comparing": {"finding", "organisation", "similar", "words"},
    "overlap": {
        "comparing", "covered", "engine", "exporting", "facts", "finding", "linting",
        "organisation", "quoting", "reporting", "rule", "similar", "words", "__version__",
    },
    "testing": {"finding", "fit", "linting", "organisation", "packs", "rule", "schema", "suggest"},
    "linting": {
        "config", "engine", "facts", "finding", "fit", "importing", "known", "organisation", "packs", "rule",
        "schema", "source", "suggest", "suppression",
    },
    "editor": {
        "config", "finding", "fixing", "linting", "organisation", "packs", "reporting", "rule", "source",
    },
    "fixing": {"finding", "linting", "organisation", "quoting", "source", "suggest", "words"},
}  # fmt: skip
"""Part -> the parts it may import. `cli` and `__main__` may import everything."""

EVERYBODYS = {"records", "patterns", "collector"}
"""What is no part but how parts write their records and patterns, and spare the collector its walks."""

ONLY_USER = {
    "yaml": "source",
    "jsonschema": "schema",
    "click": "cli",
    "jinja2": "overlap",
    "pygls": "editor",
    "lsprotocol": "editor",
}
"""Library -> the one part that may import it."""

OPEN = {"cli", "__main__", "__init__"}


def modules() -> list[Path]:
    return sorted(HOUSE.rglob("*.py"))


def part(path: Path) -> str:
    return path.relative_to(HOUSE).parts[0].removesuffix(".py")


def imported(path: Path) -> set[str]:
    """Full names of all modules that a file imports, also inside functions."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name}: relative import"
            module = node.module or ""
            names |= {f"{module}.{a.name}" for a in node.names} if module == "rolelint" else {module}
    return names


def ours(path: Path) -> set[str]:
    return {name.split(".")[1] for name in imported(path) if name.startswith("rolelint.")}


def test_there_are_modules_to_read() -> None:
    assert len(modules()) > 20


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_module_imports_only_what_its_part_may(path: Path) -> None:
    own = part(path)
    if own in OPEN:
        return
    assert own in MAY_IMPORT, f"{own} is not in the table"
    forbidden = ours(path) - MAY_IMPORT[own] - {own, "__version__", *EVERYBODYS}
    assert not forbidden, f"{path.relative_to(HOUSE)} imports {sorted(forbidden)}"


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(HOUSE)))
def test_a_library_has_one_user(path: Path) -> None:
    for name in imported(path):
        user = ONLY_USER.get(name.split(".")[0])
        assert user in (None, part(path)), f"{path.relative_to(HOUSE)} imports {name}"


def test_kinds_do_not_import_each_other() -> None:
    for path in (HOUSE / "kinds").glob("*.py"):
        if path.name != "__init__.py":
            siblings = {n for n in imported(path) if n.startswith("rolelint.kinds.")}
            assert not siblings - {"rolelint.kinds.hits"}, path.name


def test_no_file_is_long() -> None:
    long = {p.name: n for p in modules() if (n := len(p.read_text("utf-8").splitlines())) > 300}
    assert not long


def test_no_function_is_long() -> None:
    long = []
    for path in modules():
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef) and _lines(node) > 40:
                long.append(f"{path.relative_to(HOUSE)}: {node.name} ({_lines(node)})")
    assert not long


def _lines(node: ast.FunctionDef) -> int:
    """Lines of the body without decorators and docstring."""
    body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1
