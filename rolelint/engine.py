"""Rules x organisation -> findings. Routes become places here, and nowhere else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import (
    SEVERITIES,
    Evidence,
    Finding,
    Hit,
    Judged,
    Label,
    Place,
    Route,
    Severity,
    Sign,
)
from rolelint.kinds import KINDS
from rolelint.rule import Rule
from rolelint.words import fold

At = tuple[int, int]
Locate = Callable[[Route, At | None], Place]
"""Turns a route into a place; whoever read the documents supplies it. A line and column given as well
win over the steps: faults of syntax have no route."""

_CONCLUDED = attrgetter("outcome", "reason")

_FAILED = 'the plug-in "{kind}" failed ({what}); everything was judged without it'
_FAILED_HELP = "tell whoever maintains the plug-in, or switch its rule off in the configuration"


def run(
    facts: Facts, rules: Iterable[Rule], locate: Locate, *, hints: bool = False
) -> tuple[list[Finding], int]:
    """The findings of these rules, sorted by place, and how many hints were left out.

    Hints (evidence too weak to stand by) are kept only when asked for.
    """
    findings: list[Finding] = []
    hidden = 0
    for rule in rules:
        seen = facts.at(rule.pack)
        kind = KINDS.get(rule.kind)
        if kind is None:
            findings += _plugged(seen, rule, locate)
            continue
        for hit in kind(seen, rule.id, rule.options):
            if hit.hint and not hints:
                hidden += 1
            else:
                findings.append(_finding(rule, hit, locate))
    findings.sort(key=order)
    return list(numbered(findings)), hidden


def _plugged(facts: Facts, rule: Rule, locate: Locate) -> list[Finding]:
    """The findings of a kind that an installed package brings; its failure is one as well."""
    from rolelint.kinds.plugged import Failed, failure, plugged  # noqa: PLC0415  # few runs meet a plug-in

    if not facts.organisation.tasks:
        return []
    try:
        return [_finding(rule, hit, locate) for hit in plugged(rule.kind, facts, rule.options)]
    except Failed as failed:
        words = {"kind": rule.kind, "what": str(failed)}
        told = rule._replace(severity="error", message=_FAILED, help=_FAILED_HELP)
        return [_finding(told, Hit(failure(facts), words=words, label="judged without it"), locate)]


def order(finding: Finding) -> tuple[str, int, int, str, str]:
    """The order in which findings are told: file, line, column, rule, message."""
    place = finding.place
    return place.file, place.line, place.column, finding.rule, finding.message


def fill(template: str, words: Mapping[str, str]) -> str:
    """The template with `{name}` replaced by its word; an unknown name stays as it stands."""
    first, pieces = _pieces(template)
    return first + "".join([f"{words[n]}{rest}" if n in words else whole for n, rest, whole in pieces])


@lru_cache
def _pieces(template: str) -> tuple[str, list[tuple[str, str, str]]]:
    """What stands before the first `{` of a template; from each on, the name, what follows it, and all."""
    first, *pieces = template.split("{")
    parts = [(*piece.partition("}"), piece) for piece in pieces]
    return first, [(name if end else "{", rest, "{" + whole) for name, end, rest, whole in parts]


def judged(facts: Facts) -> Judged:
    """How much of the organisation function fit could judge."""
    verdicts = facts.of_all_borders()
    outcomes: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    for (outcome, reason), number in Counter(map(_CONCLUDED, verdicts)).items():
        outcomes[outcome] += number
        if outcome == "not judged" and reason:
            reasons[reason] += number
    return Judged(
        clear_cut=outcomes["clear-cut"],
        grey=outcomes["grey"],
        mixed=outcomes["mixed"],
        not_judged=outcomes["not judged"],
        reasons=dict(sorted(reasons.items(), key=lambda item: (-item[1], item[0]))),
    )


def together(judgements: Iterable[Judged]) -> Judged:
    """What was judged of several organisations or borders."""
    judgements = list(judgements)
    reasons: dict[str, int] = {}
    for each in judgements:
        for reason, number in each.reasons.items():
            reasons[reason] = reasons.get(reason, 0) + number
    return Judged(
        clear_cut=sum(j.clear_cut for j in judgements),
        grey=sum(j.grey for j in judgements),
        mixed=sum(j.mixed for j in judgements),
        not_judged=sum(j.not_judged for j in judgements),
        reasons=dict(sorted(reasons.items(), key=lambda item: (-item[1], item[0]))),
    )


def _finding(rule: Rule, hit: Hit, locate: Locate) -> Finding:
    place = locate(hit.route, hit.at)
    marks = (Label(locate(mark.route, None), mark.message) for mark in hit.marks)
    return Finding(
        rule=rule.id,
        severity=milder(rule.severity, hit.severity),
        message=fill(rule.message, hit.words),
        place=place,
        labels=(Label(place, fill(hit.label, hit.words)), *marks),
        evidence=tuple(_evidence(sign, locate) for sign in hit.signs),
        notes=hit.notes,
        help=fill(rule.help if hit.help is None else hit.help, hit.words),
        task=hit.task,
        parties=hit.parties,
        suggests=hit.suggests,
        fingerprint=_fingerprint(rule.id, hit.task, hit.parties),
        route=hit.route,
        meant=hit.meant,
    )


def _evidence(sign: Sign, locate: Locate) -> Evidence:
    return Evidence(sign.dimension, sign.function, sign.phrase, locate(sign.route, None), sign.meaning)


def milder(ceiling: Severity, wanted: Severity | None) -> Severity:
    """The milder of the rule's severity and the one the evidence allows."""
    if wanted is None:
        return ceiling
    return SEVERITIES[max(SEVERITIES.index(ceiling), SEVERITIES.index(wanted))]


def _fingerprint(rule: str, task: str | None, parties: Iterable[str]) -> str:
    """Rests on rule, task and parties alone, so that moving lines does not change it."""
    parts = (rule, fold(task or ""), *sorted(map(fold, parties)))
    digest: str = _sha256()("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return digest[:16]


@cache
def _sha256() -> Any:
    """Python's own SHA-256 where it can be had: for hashlib's a run would load all of OpenSSL."""
    for name in ("_sha256", "_sha2"):
        try:
            return __import__(name).sha256
        except ImportError:
            continue
    return __import__("hashlib").sha256


def numbered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The same findings; where several share a fingerprint, the second and later get one of their own."""
    seen: Counter[str] = Counter()
    for finding in findings:
        print_ = finding.fingerprint.partition("-")[0]
        seen[print_] += 1
        own = f"{print_}-{seen[print_]}" if seen[print_] > 1 else print_
        yield finding if own == finding.fingerprint else finding._replace(fingerprint=own)
