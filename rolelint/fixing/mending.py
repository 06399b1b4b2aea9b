"""Fixes made in texts, as many as do what they say and nothing else.

All fixes that do not touch each other are made at once, and the result is read and linted again. Where it is
not what was intended, halves are tried: a fix that does not do what it says is left out, and only that one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from rolelint.finding import Finding, Problem, Report, Route
from rolelint.fixing.editing import edit
from rolelint.fixing.fix import Change, Fix, Safety
from rolelint.fixing.fixers import answering, scenes, written
from rolelint.fixing.intent import Astray, as_text, intended
from rolelint.fixing.tidy import tidy
from rolelint.linting import Input, Linter, Readings, read
from rolelint.organisation import Organisation
from rolelint.records import NamedTuple
from rolelint.source import Document
from rolelint.source.rewrite import Edit, Unwritable, rewritten

MOST_ROUNDS = 20
"""One fix can make room for another; this many rounds are made at most."""

SHARING = "alias-expansion"
"""Where aliases multiply what is there beyond measure, nothing is fixed."""


class State(NamedTuple):
    """Texts, what they were read as, and the report on them."""

    inputs: Sequence[Input]
    readings: Readings
    report: Report


class Mended(NamedTuple):
    """The texts after all fixes, their report, and the fixes that were made."""

    inputs: Sequence[Input]
    report: Report
    fixes: Sequence[Fix]


class Orders(NamedTuple):
    """What is to be fixed: how safely, which findings, in which files, and whether form is mended, too."""

    safeties: frozenset[Safety]
    wanted: Callable[[Finding], bool]
    may_edit: Callable[[str], bool]
    form: bool = True


def mended(linter: Linter, inputs: Sequence[Input], orders: Orders) -> Mended:
    """The texts with all fixes that were ordered; making the same order again changes nothing."""
    state = _state(linter, inputs)
    made: list[Fix] = []
    for _ in range(MOST_ROUNDS):
        state, fixes = _round(linter, state, orders)
        if not fixes:
            break
        made += fixes
    return Mended(state.inputs, state.report, made)


def _state(linter: Linter, inputs: Sequence[Input]) -> State:
    readings = read(inputs, linter.settings)
    return State(inputs, readings, linter.lint(readings))


def _round(linter: Linter, state: State, orders: Orders) -> tuple[State, list[Fix]]:
    known = scenes(linter, state.readings)
    found = answering(linter, known, filter(orders.wanted, state.report.findings))
    fixes = [fix for fix in found if fix.safety in orders.safeties]
    if orders.form:
        fixes += [fix for scene in known for fix in tidy(scene)]
    return _tried(linter, state, list(_apart(state, fixes, orders)))


Planned = tuple[Fix, dict[int, list[Edit]]]
"""A fix and its edits, by the number of the document in which they are made."""


def _apart(state: State, fixes: Iterable[Fix], orders: Orders) -> Iterator[Planned]:
    """The fixes whose edits are possible and do not meet those of an earlier fix in the same text."""
    documents = written(state.readings)
    broken = {problem.route.document for problem in state.readings.problems if problem.code == SHARING}
    taken: dict[str, list[Edit]] = {}
    for fix in fixes:
        edits = _edits(documents, fix)
        if edits is None or not broken.isdisjoint(edits):
            continue
        files = {documents[number].file for number in edits}
        whole = all(documents[number].complete for number in edits)
        new = [(documents[number].file, each) for number, listed in edits.items() for each in listed]
        if (
            whole
            and all(map(orders.may_edit, files))
            and not any(_meets(e, taken.get(f, ())) for f, e in new)
        ):
            for file, each in new:
                taken.setdefault(file, []).append(each)
            yield fix, edits


def _edits(documents: dict[int, Document], fix: Fix) -> dict[int, list[Edit]] | None:
    found: dict[int, list[Edit]] = {}
    for change in fix.changes:
        document = documents.get(change.route.document)
        made = edit(document, change) if document is not None else None
        if made is None:
            return None
        listed = found.setdefault(change.route.document, [])
        if made not in listed:
            if _meets(made, listed):
                return None
            listed.append(made)
    return found


def _meets(new: Edit, others: Iterable[Edit]) -> bool:
    """Whether an edit overlaps another or begins at the same place; the very same one does not."""
    return any(
        other != new and (new.begin == other.begin or (new.begin < other.end and other.begin < new.end))
        for other in others
    )


def _tried(linter: Linter, state: State, plans: Sequence[Planned]) -> tuple[State, list[Fix]]:
    """The state after as many of the planned fixes as hold, and these."""
    if not plans:
        return state, []
    after = _after(linter, state, plans)
    if after is not None:
        return after, [fix for fix, _ in plans]
    if len(plans) == 1:
        return state, []
    half = len(plans) // 2
    holding = [*_holding(linter, state, plans[:half]), *_holding(linter, state, plans[half:])]
    after = _after(linter, state, holding) if holding else None
    return (after, [fix for fix, _ in holding]) if after else _first(linter, state, holding)


def _holding(linter: Linter, state: State, plans: Sequence[Planned]) -> list[Planned]:
    """Those of the planned fixes that hold: all where they do together, else those of each half."""
    if not plans or _after(linter, state, plans) is not None:
        return list(plans)
    half = len(plans) // 2
    return (
        [] if not half else [*_holding(linter, state, plans[:half]), *_holding(linter, state, plans[half:])]
    )


def _first(linter: Linter, state: State, holding: Sequence[Planned]) -> tuple[State, list[Fix]]:
    """The first fix alone, where several hold each by itself but not together."""
    after = _after(linter, state, holding[:1]) if holding else None
    return (after, [holding[0][0]]) if after else (state, [])


def _after(linter: Linter, state: State, plans: Sequence[Planned]) -> State | None:
    """The state after these fixes; None where they do not do what they say, or anything else."""
    after = _read_as_intended(linter, state, plans)
    if after is None or _worse(state.readings.problems, after.readings.problems):
        return None
    fixes = [fix for fix, _ in plans]
    return after if _answered(state, after, fixes) and _keeps(linter, state, after, fixes) else None


def _read_as_intended(linter: Linter, state: State, plans: Sequence[Planned]) -> State | None:
    """The state after these fixes; None where the new texts say anything but what is intended."""
    try:
        shall = _intended(state, [fix for fix, _ in plans])
        after = _state(linter, _rewritten(state, plans))
        found = [as_text(document.data) for document in after.readings.documents]
    except (Astray, Unwritable):
        return None
    return after if found == shall else None


def planned(linter: Linter, state: State, fix: Fix) -> dict[str, list[Edit]] | None:
    """The edits of one fix by file; None where it does not do what it says.

    What is offered to be filled in need not make its finding go away.
    """
    documents = written(state.readings)
    edits = _edits(documents, fix)
    if not edits or not all(documents[number].complete for number in edits):
        return None
    check = _read_as_intended if fix.safety == "offered" else _after
    if check(linter, state, [(fix, edits)]) is None:
        return None
    found: dict[str, list[Edit]] = {}
    for number, listed in edits.items():
        found.setdefault(documents[number].file, []).extend(listed)
    return found


def _intended(state: State, fixes: Sequence[Fix]) -> list[str]:
    changes: dict[int, list[Change]] = {}
    for fix in fixes:
        for change in fix.changes:
            same = changes.setdefault(change.route.document, [])
            if change not in same:
                same.append(change)
    return [
        intended(document.data, changes.get(document.number, ())) for document in state.readings.documents
    ]


def _rewritten(state: State, plans: Sequence[Planned]) -> list[Input]:
    files = {document.number: document.file for document in state.readings.documents}
    edits: dict[str, dict[Edit, None]] = {}
    for _, found in plans:
        for number, listed in found.items():
            edits.setdefault(files[number], {}).update(dict.fromkeys(listed))
    return [
        item._replace(text=rewritten(item.text, edits[item.file])) if item.file in edits else item
        for item in state.inputs
    ]


def _worse(before: Iterable[Problem], after: Iterable[Problem]) -> bool:
    """Whether there are more problems of some code than before."""
    return bool(Counter(p.code for p in after) - Counter(p.code for p in before))


def _answered(before: State, after: State, fixes: Iterable[Fix]) -> bool:
    """Whether the findings that the fixes answer are gone."""
    gone = Counter(_print(finding) for finding in {fix.finding for fix in fixes if fix.finding})
    had = Counter(map(_print, before.report.findings))
    has = Counter(map(_print, after.report.findings))
    return all(has[print_] <= had[print_] - number for print_, number in gone.items())


def _print(finding: Finding) -> str:
    """The fingerprint without the number that tells equal ones apart."""
    return finding.fingerprint.partition("-")[0]


def _keeps(linter: Linter, before: State, after: State, fixes: Iterable[Fix]) -> bool:
    """Whether all tasks that are not meant say who holds what as they did."""
    meant = [change.route for fix in fixes if fix.finding for change in fix.changes]
    old, new = linter.organisations(before.readings), linter.organisations(after.readings)
    return [list(_said(each, meant)) for each in old] == [list(_said(each, meant)) for each in new]


def _said(organisation: Organisation, meant: Sequence[Route]) -> Iterator[object]:
    """Of each task its name, and who holds what where no change is meant."""
    homes = {(route.document, route.steps[:n]) for route in meant for n in range(len(route.steps) + 1)}
    for task in organisation.tasks:
        touched = (task.route.document, task.home) in homes
        held = () if touched else sorted({(a.party.name.casefold(), a.duty) for a in task.assignments})
        yield task.name, task.home, held
