"""The search for the same work in other words, as ratios of one run: `python benchmarks/overlap.py [MOST]`.

"The load" is yaml.CSafeLoader on the matrix the tasks come from. Every figure comes from a process of its
own with the garbage collector off, as in a run of rolelint; times are of the processor, since machines are
noisy. MOST (default 100000; 1000000 takes some minutes) is the largest number of tasks.
"""

from __future__ import annotations

import json
import math
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generate import ENDINGS, QUALITIES, THINGS, VERBS

SYLLABLES = "ka ro mi ve tal os bri den fo lux nar pe qui sol tem ur vex wyn zor ald cor".split()
GOALS = {"1000 to 100000": 1.2, "10000 to 100000": 1.25, "load": 0.25, "million": 60, "boilerplate": 3}

MEASURE = """
import gc, json, resource, sys, time
gc.disable()
sys.path.insert(0, sys.argv[1])
import overlap
from rolelint import packs
from rolelint.similar import Text, Wording, clusters
kind, size = sys.argv[2], int(sys.argv[3])
texts = [Text(name, said) for name, said in getattr(overlap, kind)(size)]
wording = Wording(packs.shipped().files.values())
start = time.process_time()
readings = [wording.read(text) for text in texts]
found = clusters(texts, readings, wording)
print(json.dumps({
    "seconds": time.process_time() - start,
    "clusters": len(found),
    "largest": max((len(cluster.members) for cluster in found), default=0),
    "crowds": sum(cluster.crowd for cluster in found),
    "MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
}))
"""

LOAD = """
import sys, time, yaml
text = open(sys.argv[1], 'rb').read()
start = time.process_time(); yaml.load(text, yaml.CSafeLoader); print(time.process_time() - start)
"""


def ordinary(size: int) -> Iterator[tuple[str, str]]:
    """Names and descriptions in everyday words; one in fifty repeats an earlier one with a word changed."""
    rng = random.Random(7)
    made = max(20, int(6 * math.sqrt(size)))
    systems = ["".join(rng.choices(SYLLABLES, k=3)) for _ in range(made)]
    earlier: list[tuple[str, str]] = []
    for _ in range(size):
        if earlier and rng.random() < 0.02:
            name, said = rng.choice(earlier)
            words = said.split()
            words[rng.randrange(len(words))] = rng.choice(THINGS)
            yield name, " ".join(words)
            continue
        verb, thing, other = rng.choice(VERBS), common(rng, THINGS), common(rng, THINGS)
        name = f"{verb} {common(rng, QUALITIES)} {thing} {other}"
        said = f"{name} with {common(rng, THINGS)} and {common(rng, THINGS)} in {rng.choice(systems)} "
        said += f"for the {common(rng, QUALITIES)} {common(rng, THINGS)} {rng.choice(ENDINGS)}"
        if len(earlier) < 5000:
            earlier.append((name, said))
        yield name, said


def boilerplate(size: int) -> Iterator[tuple[str, str]]:
    """One long name that differs in a word."""
    rng = random.Random(7)
    for _ in range(size):
        word = "".join(rng.choices(SYLLABLES, k=4))
        said = "supplier invoices against orders, receipts, contracts, ledger, budget and credit notes"
        yield f"Reconcile {word} {said}", ""


def common(rng: random.Random, words: list[str]) -> str:
    """One of the words, the first ones more often."""
    return words[int(len(words) * rng.random() ** 1.6)]


def matrix(size: int) -> str:
    """A matrix of such tasks."""
    lines = ["tasks:"]
    rng = random.Random(3)
    for number, (name, said) in enumerate(ordinary(size)):
        parties = [f"team-{rng.randrange(400)}" for _ in range(4)]
        lines += [
            f"  - id: T{number:06}",
            f"    name: {name}",
            f"    description: {said}.",
            f"    responsible:\n      - {parties[0]}\n    accountable: {parties[1]}",
            f"    consulted:\n      - {parties[2]}\n    informed:\n      - {parties[3]}",
        ]
    return "\n".join(lines) + "\n"


def measured(kind: str, size: int) -> dict[str, float]:
    """The best of a few runs, and what was found."""
    here = str(Path(__file__).parent)
    runs = [
        json.loads(
            subprocess.run(
                [sys.executable, "-c", MEASURE, here, kind, str(size)], capture_output=True, check=True
            ).stdout
        )
        for _ in range(5 if size <= 10_000 else 3 if size <= 100_000 else 1)
    ]
    best: dict[str, float] = min(runs, key=lambda run: run["seconds"])
    return best


def loaded(size: int) -> float:
    """Seconds that CSafeLoader takes for the matrix of so many tasks."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "matrix.yaml"
        file.write_text(matrix(size), "utf-8")
        runs = [
            float(subprocess.run([sys.executable, "-c", LOAD, file], capture_output=True, check=True).stdout)
            for _ in range(2)
        ]
    return min(runs)


def say(what: str, figure: float, goal: float, more: str = "") -> None:
    """A line of the table."""
    print(f"{what:<42}{figure:8.2f}  (goal {goal}) {more}", flush=True)


def main(most: int) -> None:
    """Print the table."""
    runs = {size: measured("ordinary", size) for size in (1_000, 10_000, 100_000) if size <= most}
    for size, run in runs.items():
        print(f"{size:>8} tasks: {run}", flush=True)
    for few, many in ((1_000, 100_000), (10_000, 100_000)):
        if many in runs:
            growth = math.log(runs[many]["seconds"] / runs[few]["seconds"]) / math.log(many / few)
            say(f"growth exponent, {few} to {many}", growth, GOALS[f"{few} to {many}"])
    plain, boiler = measured("ordinary", 4_000), measured("boilerplate", 4_000)
    ratio = boiler["seconds"] / plain["seconds"]
    say("4000 tasks of boilerplate / ordinary", ratio, GOALS["boilerplate"], str(boiler))
    if 100_000 in runs:
        say("100000 tasks / CSafeLoader", runs[100_000]["seconds"] / loaded(100_000), GOALS["load"])
    if most >= 1_000_000:
        million = measured("ordinary", 1_000_000)
        ratio = million["seconds"] / runs[100_000]["seconds"]
        say("1000000 tasks / 100000", ratio, GOALS["million"], str(million))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100_000)
