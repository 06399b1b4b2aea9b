"""The example plug-in, built from its folder and installed, as its users would have it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parent.parent / "examples" / "plugin"
MATRIX = "tasks:\n  - {name: Close the annual accounts, accountable: Ada, responsible: Ben}\n"


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that the plug-in was installed into."""
    folder = tmp_path_factory.mktemp("plugin")
    shutil.copytree(EXAMPLE, folder / "source")
    flags = ["--quiet", "--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check"]
    command = [sys.executable, "-m", "pip", "install", *flags, "--target", "site", "./source"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return folder / "site"


def rolelint(site: Path, cwd: Path, *words: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", "rolelint", *words],
        env={**os.environ, "PYTHONPATH": str(site)},
        cwd=cwd,
        capture_output=True,
        check=False,
    )
    return done.returncode, (done.stdout + done.stderr).decode()


def test_it_passes_its_own_examples_and_speaks_when_it_is_named(installed: Path, tmp_path: Path) -> None:
    assert rolelint(installed, tmp_path, "test", "sign-off")[0] == 0
    (tmp_path / "org.yaml").write_text(MATRIX, "utf-8")
    chosen = ("--select", "sign-off", "--format", "concise")
    assert rolelint(installed, tmp_path, "org.yaml", "--pack", "sign-off", *chosen) == (
        0,
        'org.yaml:2:52: warning sign-off/signed-alone nobody but Ada signs off "Close the annual accounts"\n',
    )
    assert "sign-off" not in rolelint(installed, tmp_path, "org.yaml")[1]


def test_one_that_raises_is_a_finding_and_the_run_goes_on(installed: Path, tmp_path: Path) -> None:
    broken = tmp_path / "site"
    shutil.copytree(installed, broken)
    module = broken / "rolelint_sign_off" / "__init__.py"
    text = module.read_text("utf-8")
    module.write_text(
        text.replace("    words = [", "    raise ValueError('boom')\n    words = [", 1), "utf-8"
    )
    (tmp_path / "org.yaml").write_text(MATRIX + "  - {name: Run payroll}\n", "utf-8")
    code, said = rolelint(broken, tmp_path, "org.yaml", "--pack", "sign-off", "--format", "concise")
    assert code == 1
    assert 'error sign-off/signed-alone the plug-in "sign-off-missing" failed (ValueError: boom)' in said
    assert "raci/no-accountable" in said
