"""Our own modules from one file: only where it is of this Python, and only once installed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import rolelint
from rolelint import modules

HOUSE = Path(rolelint.__file__).parent
MATRIX = "tasks:\n  Payroll: finance\n"
BROKEN = "raise SystemExit('read from the folder')\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package as a wheel would install it, in which no module can be read from its folder."""
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(HOUSE, home / "rolelint", ignore=shutil.ignore_patterns("__pycache__", "*.compiled"))
    for name in ("rules", "schemas"):
        if not (home / "rolelint" / name).is_dir():
            shutil.copytree(HOUSE.parent / name, home / "rolelint" / name)
    (home / "rolelint" / modules.NAME).write_bytes(modules.compiled())
    for path in (home / "rolelint").rglob("*.py"):
        if path.name not in ("__main__.py", "modules.py") and path != home / "rolelint" / "__init__.py":
            path.write_text(BROKEN)
    (home / "org.yaml").write_text(MATRIX)
    return home


def ran(home: Path, code: str = "pass") -> str:
    """What a run in this home says; `code` goes before it."""
    start = f"import sys; sys.path.insert(0, '.'); {code}; sys.argv = ['rolelint', 'org.yaml']"
    line = f"{start}; from rolelint.__main__ import main; main()"
    done = subprocess.run([sys.executable, "-c", line], check=False, cwd=home, capture_output=True, text=True)
    return done.stdout + done.stderr


def test_a_run_reads_no_module_from_the_folders(installed: Path) -> None:
    assert ran(installed).startswith("1 file, 1 task: no findings\n")


def test_a_run_imports_neither_all_of_pyyaml_nor_typing(installed: Path) -> None:
    watch = "import os; before = set(sys.modules)"
    said = ran(installed, f"{watch}; os._exit = lambda _: print(*sys.modules.keys() - before)")
    loaded = set(said.splitlines()[-1].split())
    assert {"yaml._yaml", "yaml.events", "rolelint.source"} <= loaded
    assert not loaded & {"typing", "yaml", "yaml.scanner", "yaml.constructor", "datetime", "click"}


def test_a_syntax_error_is_explained_with_little_of_pyyaml(installed: Path) -> None:
    (installed / "org.yaml").write_text("tasks:\n  - name: [a\n  b: }\n")
    try:
        assert "file/syntax" in ran(installed)
    finally:
        (installed / "org.yaml").write_text(MATRIX)


def test_another_python_imports_as_usual(installed: Path) -> None:
    said = ran(installed, "sys.implementation.cache_tag = 'cpython-299'")
    assert said == "read from the folder\n"


@pytest.mark.parametrize("left", [b"", b"\0", b"\0\0\0\x09broken", b"\xff" * 40])
def test_a_damaged_file_is_passed_over(installed: Path, left: bytes) -> None:
    whole = (installed / "rolelint" / modules.NAME).read_bytes()
    (installed / "rolelint" / modules.NAME).write_bytes(left)
    try:
        assert ran(installed) == "read from the folder\n"
    finally:
        (installed / "rolelint" / modules.NAME).write_bytes(whole)


def test_a_checkout_is_read_as_it_stands(installed: Path) -> None:
    shutil.move(installed / "rolelint" / "rules", installed / "rules")
    try:
        assert ran(installed) == "read from the folder\n"
    finally:
        shutil.move(installed / "rules", installed / "rolelint" / "rules")
