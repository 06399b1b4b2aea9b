"""A deterministic matrix of any size, of the kind teams keep: `python benchmarks/generate.py N OUT.yaml`.

Block style, about 300 bytes a task, function words from many disciplines, a few names twice under different
owners. The same N and seed give the same bytes.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path

FUNCTIONS = (
    "finance logistics production quality safety engineering research product design support "
    "operations legal "
    "compliance security data people facilities procurement sales marketing"
).split()
LEVELS = ("head", "lead", "manager", "analyst", "specialist")
VERBS = (
    "review approve prepare reconcile monitor update publish schedule audit draft track archive "
    "allocate inspect "
    "calibrate document assess report renew configure deploy test release classify certify plan issue "
    "close store "
    "dispatch sample measure translate edit recruit train evaluate repair replace encrypt rotate label sort"
).split()
THINGS = (
    "ledger invoices payroll budget forecast contract supplier agreement policy procedure register "
    "incident alert "
    "dashboard statement filing journal account refund order shipment inventory warehouse route "
    "vehicle permit "
    "certificate finding roadmap backlog build environment server database backup credential access "
    "ticket roster "
    "holiday candidate course appraisal bonus pension claim survey brochure article depreciation "
    "lease badge "
    "machine drawing recipe protocol recall carton permit meter hazard premium patent consent dataset model"
).split()
QUALITIES = (
    "monthly quarterly annual weekly regional global internal external critical minor pending overdue "
    "approved "
    "open new existing strategic technical financial clinical statutory planned seasonal shared "
    "central remote"
).split()
ENDINGS = (
    "so that the figures agree",
    "in line with the policy",
    "and keep the evidence on file",
    "before month end",
    "within two working days",
    "as agreed with the auditor",
    "after each release",
    "on request",
)


def matrix(tasks: int, seed: int = 7) -> str:
    """The text of a matrix with this many tasks."""
    rng = random.Random(seed)
    roles = [f"{function}.{level}" for function in FUNCTIONS for level in LEVELS]
    lines = ["org: {name: Example Group, headcount: 400}", "functions:"]
    lines += [f"  {function}: {{}}" for function in FUNCTIONS]
    lines.append("roles:")
    lines += [f"  {role}: {{function: {role.partition('.')[0]}}}" for role in roles]
    lines.append("tasks:")
    name = ""
    for number in range(tasks):
        if rng.random() >= 0.02 or not name:
            name = f"{rng.choice(VERBS)} {rng.choice(QUALITIES)} {rng.choice(THINGS)} {rng.choice(THINGS)}"
        lines += _task(rng, number, name, roles)
    return "\n".join(lines) + "\n"


def _task(rng: random.Random, number: int, name: str, roles: list[str]) -> list[str]:
    accountable, *others = rng.sample(roles, 6)
    description = f"{name} for the {rng.choice(QUALITIES)} {rng.choice(THINGS)} {rng.choice(ENDINGS)}"
    return [
        f"  - id: t{number}",
        f"    name: {name.capitalize()} {number}",
        f"    description: {description.capitalize()}.",
        f"    accountable: {accountable}",
        f"    responsible: [{', '.join(others[: rng.randint(1, 2)])}]",
        f"    consulted: [{others[2]}, {others[3]}]",
        f"    informed: [{others[4]}]",
    ]


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(matrix(int(sys.argv[1])), "utf-8")
