"""Ratios of wall time and memory, measured side by side in one run: `python benchmarks/speed.py [N…]`.

"The bare load" is a process that imports click and yaml and loads the file with yaml.CSafeLoader, and lints
nothing. Each figure is the median of pairs run in turn, since machines are noisy.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generate import matrix

PAIRS = {100: 11, 1_000: 9, 10_000: 5, 100_000: 1}
GOALS = {100: 1.4, 1_000: 0.9, 10_000: 0.6, 100_000: 0.6}
READING_GOAL, VERSION_GOAL = 0.25, 1.3

READING = """
import sys, time, gc
text = open(sys.argv[1], 'rb').read()
if sys.argv[2] == 'csafe':
    import yaml
    start = time.perf_counter(); yaml.load(text, yaml.CSafeLoader)
else:
    from rolelint import source
    start = time.perf_counter(); source.read('f', text)
print(time.perf_counter() - start)
"""


def seconds(command: list[str]) -> float:
    """How long a process takes."""
    start = time.perf_counter()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def ratio(ours: list[str], theirs: list[str], pairs: int) -> float:
    """The median of ours over theirs, run in turn."""
    seconds(theirs)
    return statistics.median(seconds(ours) / seconds(theirs) for _ in range(pairs))


def reading(file: str, pairs: int) -> float:
    """Reading with positions over CSafeLoader's load, inside processes, without their start-up."""

    def inside(which: str) -> float:
        run = subprocess.run([sys.executable, "-c", READING, file, which], capture_output=True, check=True)
        return float(run.stdout)

    return statistics.median(inside("ours") / inside("csafe") for _ in range(pairs))


def peak(command: list[str]) -> int:
    """The peak memory of a process in MiB."""
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=-3, stderr=-3); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    run = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, check=True)
    return int(run.stdout) // 1024


def main(sizes: list[int]) -> None:
    """Print a table of the ratios and their goals."""
    rolelint = str(Path(sys.executable).parent / "rolelint")
    version = ratio([rolelint, "--version"], [sys.executable, "-c", "import click"], 15)
    print(f"--version / import click            {version:5.2f}  (goal {VERSION_GOAL})")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            file = str(Path(folder) / f"{size}.yaml")
            Path(file).write_text(matrix(size), "utf-8")
            bare = [
                sys.executable, "-c",
                f"import click, yaml; yaml.load(open({json.dumps(file)}), yaml.CSafeLoader)",
            ]  # fmt: skip
            ours = [rolelint, file, "--format", "concise"]
            whole = ratio(ours, bare, PAIRS.get(size, 1))
            print(f"{size:>7} tasks: rolelint / bare load  {whole:5.2f}  (goal {GOALS.get(size, 0.6)})")
            if size >= 10_000:
                part = reading(file, PAIRS.get(size, 1))
                print(f"{size:>7} tasks: reading / CSafeLoader {part:5.2f}  (goal {READING_GOAL})")
                print(f"{size:>7} tasks: peak MiB {peak(ours)} against {peak(bare)} of the bare load")


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(PAIRS))
