"""What the page of the overlap report costs beside linting the same matrix, and how large it is.

    python benchmarks/report.py [TASKS…]

Both are whole runs of the command, the best of five, side by side, so that the ratio holds on any machine.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generate import matrix


def best(*arguments: str) -> float:
    """Seconds of the fastest of five runs."""
    taken = []
    for _ in range(5):
        start = time.perf_counter()
        command = [sys.executable, "-m", "rolelint", *arguments]
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        taken.append(time.perf_counter() - start)
    return min(taken)


def main() -> None:
    """A line for each number of tasks."""
    for tasks in map(int, sys.argv[1:] or ("100", "1000", "5000")):
        with tempfile.TemporaryDirectory() as folder:
            org, page = f"{folder}/org.yaml", f"{folder}/overlap.html"
            Path(org).write_text(matrix(tasks), "utf-8")
            lint, report = best(org), best("report", org, "-o", page)
            size = Path(page).stat().st_size
        times = f"lint {lint:.2f} s, report {report:.2f} s ({report / lint:.1f}x)"
        print(f"{tasks:>6} tasks: {times}, {size:,} bytes")


if __name__ == "__main__":
    main()
