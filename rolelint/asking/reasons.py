"""Who holds a task, what speaks for whom in it, and every finding on it, in lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rolelint.asking.holding import ORDER, where
from rolelint.engine import Locate
from rolelint.facts import Facts, functions_of
from rolelint.finding import Finding
from rolelint.fit.verdict import Verdict
from rolelint.organisation.model import Assignment, Task

_SURELY = {"certain": "words and traits agree", "likely": "by its words", "hint": "too weak to stand by"}


def reasons(
    facts: Facts, task: Task, findings: Sequence[Finding], accepted: Sequence[Finding], locate: Locate
) -> Iterator[str]:
    """All that is known of a task. `accepted` are the findings on it that the matrix answers."""
    yield from held(task, locate)
    verdict = facts.verdicts[facts.organisation.tasks.index(task)]
    yield f"  {_judged(facts, verdict)}"
    yield from _evidence(facts, task)
    yield from _told(findings)
    yield from (f"  accepted: {finding.message} ({finding.rule})" for finding in accepted)


def held(task: Task, locate: Locate) -> Iterator[str]:
    """A task, where it stands, and who holds which duty."""
    yield f"{task.name}  {where(task, locate)}"
    for duty in ORDER:
        holders = task.holding(duty)
        if holders:
            yield f"  {duty}: {', '.join(_called(each) for each in holders)}"
    if not task.assignments:
        yield "  nobody holds it" + (f" on purpose: {task.reason}" if task.unowned == "on purpose" else "")


def _called(assignment: Assignment) -> str:
    functions = [f for f in functions_of(assignment.party) if f != assignment.name.casefold()]
    return f"{assignment.name} ({' and '.join(functions)})" if functions else assignment.name


def _judged(facts: Facts, verdict: Verdict) -> str:
    if verdict.outcome == "clear-cut":
        return f"reads as the work of {verdict.function}, {_SURELY[verdict.grade or 'likely']}"
    if verdict.outcome == "grey":
        area = facts.lexicon.areas[verdict.area]
        usual = f"; usual: {area['usual']}" if area.get("usual") else ""
        return f"a grey area: {area['title']}; rolelint does not say whose it is{usual}"
    if verdict.outcome == "mixed":
        return "mixed: strong words for both sides"
    return f"not judged: {verdict.reason}"


def _evidence(facts: Facts, task: Task) -> Iterator[str]:
    for sign in dict.fromkeys(sign._replace(route=task.route) for sign in facts.lexicon.signs(task)):
        yield f'  speaks for {sign.function}: "{sign.phrase}" — {sign.dimension}: {sign.meaning}'


def _told(findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        yield "  nothing was found on it"
    for finding in findings:
        yield f"  {finding.severity}[{finding.rule}]: {finding.message}"
        if finding.help:
            yield f"    help: {finding.help}"
