"""What a hook costs on every commit, as ratios to importing click and yaml: `python benchmarks/hook.py`.

Each figure is the median of pairs run in turn, since machines are noisy. To be run where rolelint is
installed from a wheel: there the rules are compiled and the modules are bytecode; a checkout has neither.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from generate import matrix
from speed import ratio

TASKS = 20
PAIRS = 21
GOAL = 1.8
CONFIG = "include: [org.yaml]\nfail-on: warning\nrules: {raci/too-many-responsible: {options: {most: 5}}}\n"
SOUND = "".join(f"  Answer the mail of day {number}: office\n" for number in range(TASKS))

BARE = [sys.executable, "-c", "import click, yaml"]
ROLELINT = str(Path(sys.executable).parent / "rolelint")


def measure(name: str, folder: str, *given: str) -> None:
    """Print how long a run in a folder takes, over importing click and yaml."""
    script = 'cd "$1" && shift && exec "$@"'
    ours = ["sh", "-c", script, "sh", folder, ROLELINT, *given]
    theirs = ["sh", "-c", script, "sh", folder, *BARE]
    print(f"{name:<44} {ratio(ours, theirs, PAIRS):5.2f}  (goal {GOAL})")


def main() -> None:
    """Print a line for each way in which hooks and pipelines run rolelint."""
    with tempfile.TemporaryDirectory() as folder:
        org = Path(folder) / "org.yaml"
        org.write_text(f"tasks:\n{SOUND}", "utf-8")
        measure(f"{TASKS} sound tasks", folder, "org.yaml")
        org.write_text(matrix(TASKS), "utf-8")
        measure(f"{TASKS} tasks with findings", folder, "org.yaml")
        measure("the same for GitHub", folder, "org.yaml", "--format", "github")
        (Path(folder) / ".rolelint.yaml").write_text(CONFIG, "utf-8")
        measure("the same with a configuration file", folder)
        (Path(folder) / ".rolelint.yaml").unlink()
        subprocess.run([ROLELINT, "--write-baseline", "-q", "org.yaml"], cwd=folder, check=False)
        measure("the same with a baseline", folder, "org.yaml", "--baseline", ".rolelint-baseline.json")
        measure("the same into two reports", folder, "org.yaml", "--output", "text=-", "--output", "sarif=x")


if __name__ == "__main__":
    main()
