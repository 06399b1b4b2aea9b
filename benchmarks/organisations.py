"""Whole organisations, as ratios of one run: `python benchmarks/organisations.py`.

A folder of a file a team, and one public-ownership file of thousands of owners (groups with subprojects, as
open-source communities keep them) turned into a matrix. The bare load is yaml.CSafeLoader on the same
bytes. No step may cost far more than its size: growth is told as an exponent.
"""

from __future__ import annotations

import math
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from generate import ENDINGS, FUNCTIONS, LEVELS, QUALITIES, THINGS, VERBS

TEMPLATE = (
    "Onboard newcomers", "Answer the hotline", "Order equipment", "Keep the risk list",
    "Hold the retrospective", "Report absences", "Archive project files", "Renew software licences",
)  # fmt: skip
"""Rows that every team copies into its own file."""

BARE = """
import sys, pathlib, yaml
for file in sorted(pathlib.Path(sys.argv[1]).rglob("*.yaml")):
    yaml.load(file.read_bytes(), yaml.CSafeLoader)
"""


def folder(root: Path, files: int, seed: int = 11) -> None:
    """An organisation of a file a team, in a folder a function; some work is claimed in two files."""
    rng = random.Random(seed)
    names = [_work(rng) for _ in range(files * 400)]
    functions = "\n".join(f"  {function}: {{}}" for function in FUNCTIONS)
    (root / "org.yaml").write_text(f"org: {{name: Example Group}}\nfunctions:\n{functions}\n", "utf-8")
    for number in range(files):
        function = FUNCTIONS[number % len(FUNCTIONS)]
        team = f"{function} team {number}"
        lines = [f"roles:\n  {team} {level}: {{function: {function}}}" for level in LEVELS[:1]]
        lines += [f"  {team} {level}: {{function: {function}}}" for level in LEVELS[1:]]
        lines.append("tasks:")
        for name in (*rng.sample(names, 24), *TEMPLATE):
            owner, doer, asked = (f"{team} {level}" for level in rng.sample(LEVELS, 3))
            lines.append(
                f"  - {{name: {name}, accountable: {owner}, responsible: {doer}, consulted: [{asked}]}}"
            )
        place = root / function
        place.mkdir(exist_ok=True)
        (place / f"team-{number}.yaml").write_text("\n".join(lines) + "\n", "utf-8")


def owners(groups: int, subprojects: int = 50, seed: int = 5) -> str:
    """A file of groups, each with leaders and subprojects."""
    rng = random.Random(seed)
    lines = ["sigs:"]
    for group in range(groups):
        lines += [
            f"- dir: group-{group}",
            f"  name: Group of {rng.choice(THINGS)} {rng.choice(THINGS)} {group}",
            f"  mission_statement: Covers {rng.choice(THINGS)} {rng.choice(ENDINGS)}",
            "  leadership:\n    chairs:",
            *(f"    - {{github: user{rng.randrange(9000)}, name: A B, company: C}}" for _ in range(3)),
            "  subprojects:",
        ]
        for number in range(subprojects):
            lines += [
                f"  - name: {rng.choice(QUALITIES)}-{rng.choice(THINGS)}-{rng.choice(THINGS)}-{number}",
                f"    description: {_work(rng)} {rng.choice(ENDINGS)}",
                f"    owners: [https://example.org/{rng.choice(THINGS)}/OWNERS]",
            ]
    return "\n".join(lines) + "\n"


def _work(rng: random.Random) -> str:
    return (
        f"{rng.choice(VERBS)} {rng.choice(QUALITIES)} {rng.choice(THINGS)} {rng.choice(THINGS)}".capitalize()
    )


def seconds(*command: str | Path) -> float:
    """The shortest of three runs of a process."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(
            list(map(str, command)), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
        )
        times.append(time.perf_counter() - start)
    return min(times)


def say(what: str, few: float, many: float, times: float, bare: float) -> None:
    """A line of the table: `many` is the time for `times` as much as `few`."""
    growth = math.log(many / few) / math.log(times)
    print(f"{what:<34} {many / bare:6.2f} x the bare load, growth exponent {growth:5.2f}", flush=True)


def main() -> None:
    """Print the table."""
    rolelint = Path(sys.executable).parent / "rolelint"
    with tempfile.TemporaryDirectory() as name:
        roots = {files: Path(name) / str(files) for files in (100, 400)}
        for files, root in roots.items():
            root.mkdir()
            folder(root, files)
        few, many = (seconds(rolelint, root, "--format", "concise") for root in roots.values())
        say("organisation of 400 files", few, many, 4, seconds(sys.executable, "-c", BARE, roots[400]))
        files = {groups: Path(name) / f"owners-{groups}.yaml" for groups in (40, 200)}
        made = {groups: Path(name) / f"matrix-{groups}.yaml" for groups in files}
        for groups, file in files.items():
            file.write_text(owners(groups), "utf-8")
        few, many = (seconds(rolelint, "import", file, "-o", made[n], "--force") for n, file in files.items())
        bare = Path(name) / "bare"
        bare.mkdir()
        (bare / "owners.yaml").write_text(files[200].read_text("utf-8"), "utf-8")
        say("import of 10 000 owned parts", few, many, 5, seconds(sys.executable, "-c", BARE, bare))
        few, many = (seconds(rolelint, file, "--format", "concise") for file in made.values())
        (bare / "owners.yaml").write_text(made[200].read_text("utf-8"), "utf-8")
        say("lint of 10 000 owned parts", few, many, 5, seconds(sys.executable, "-c", BARE, bare))


if __name__ == "__main__":
    main()
