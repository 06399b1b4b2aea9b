"""Figures -> JSON, as `schemas/overlap.schema.json` describes it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from rolelint.comparing import Changes
from rolelint.overlap.figures import Cue, Figures, Note, Overlap, Pair, Spot, Trend

SCHEMA = "https://rolelint.org/schemas/overlap.schema.json"
VERSION = 1


def render(figures: Figures) -> str:
    """One JSON object, indented, the same bytes for the same input."""
    return json.dumps(plain(figures), ensure_ascii=True, indent=2) + "\n"


def plain(figures: Figures) -> dict[str, Any]:
    """The report as plain data: parties and groups by name, rows and findings by number from 0."""
    return {
        "schema": SCHEMA,
        "version": VERSION,
        "rolelint": figures.version,
        "organisation": figures.organisation,
        "profile": figures.profile,
        "headline": figures.headline,
        "figures": {
            "tasks": figures.tasks,
            "overlaps": figures.overlaps,
            "wrong_function": figures.wrong,
            "unowned": figures.unowned,
        },
        "map": _map(figures),
        "overlaps": [_overlap(each, figures) for each in figures.claims],
        "tasks": [_row(number, figures) for number in range(len(figures.rows))],
        "parties": [column._asdict() for column in figures.columns],
        "dimensions": _dimensions(figures),
        "gaps": _gaps(figures),
        "findings": [_note(note) for note in figures.notes],
        "judged": {**figures.judged._asdict(), "reasons": dict(figures.judged.reasons)},
        "assumptions": list(figures.assumptions),
        "accepted": [{**each._asdict(), "spot": _spot(each.spot)} for each in figures.accepted],
        "trend": None if figures.trend is None else _trend(figures.trend),
    }


def _spot(spot: Spot) -> dict[str, Any]:
    return spot._asdict()


def _map(figures: Figures) -> dict[str, Any]:
    map_ = figures.map
    return {
        "by": map_.by,
        "groups": [{"name": name, "own": own} for name, own in zip(map_.groups, map_.own, strict=True)],
        "left_out": map_.left_out,
        "pairs": [_pair(pair, map_.groups) for pair in map_.pairs],
    }


def _pair(pair: Pair, groups: Sequence[str]) -> dict[str, Any]:
    return {
        "groups": [groups[number] for number in pair.groups],
        "points": pair.points,
        "tasks": list(pair.rows),
        "together": list(pair.together),
        "reasons": [{"why": r.why, "points": r.points, "tasks": list(r.rows)} for r in pair.reasons],
    }


def _overlap(overlap: Overlap, figures: Figures) -> dict[str, Any]:
    return {
        "finding": overlap.note,
        "tasks": list(overlap.rows),
        "owners": [figures.columns[column].name for column in overlap.owners],
        "groups": [figures.map.groups[group] for group in overlap.groups],
        "why": overlap.why,
        "points": overlap.points,
        "reads_as": overlap.favoured,
        "choices": [{"words": choice.words, "lines": list(choice.lines)} for choice in overlap.choices],
    }


def _row(number: int, figures: Figures) -> dict[str, Any]:
    row = figures.rows[number]
    return {
        "name": row.name,
        "section": row.section,
        "area": row.area,
        "spot": _spot(row.spot),
        "letters": [{"party": figures.columns[c.column].name, "letters": c.letters} for c in row.cells],
        "owners": [figures.columns[column].name for column in row.owners],
        "outcome": row.outcome,
        "reads_as": row.reads_as,
        "findings": list(row.notes),
    }


def _note(note: Note) -> dict[str, Any]:
    return {
        "rule": note.rule,
        "topic": note.topic,
        "severity": note.severity,
        "message": note.message,
        "help": note.help,
        "spot": _spot(note.spot),
        "tasks": list(note.rows),
        "evidence": [_cue(cue) for cue in note.cues],
    }


def _cue(cue: Cue) -> dict[str, str]:
    return cue._asdict()


def _dimensions(figures: Figures) -> list[dict[str, Any]]:
    first, second = figures.poles
    return [
        {
            "name": dimension.name,
            "leans": [
                {"owner": lean.owner, first: list(lean.first), second: list(lean.second)}
                for lean in dimension.leans
            ],
            "outliers": list(dimension.outliers),
        }
        for dimension in figures.dimensions
    ]


def _gaps(figures: Figures) -> dict[str, Any]:
    gaps = figures.gaps
    return {
        "unowned": list(gaps.unowned),
        "on_purpose": list(gaps.on_purpose),
        "areas_looked_for": gaps.looked,
        "areas": [{"name": name, "function": function} for name, function in gaps.areas],
        "excused": [{"name": name, "reason": reason} for name, reason in gaps.excused],
    }


def _trend(trend: Trend) -> dict[str, Any]:
    return {
        "since": trend.name,
        "figures": {
            "tasks": trend.tasks,
            "overlaps": trend.overlaps,
            "wrong_function": trend.wrong,
            "unowned": trend.unowned,
        },
        "changes": changes_data(trend.changes),
    }


def changes_data(changes: Changes) -> dict[str, Any]:
    """What has changed as plain data."""
    return {
        "added": list(changes.added),
        "removed": list(changes.removed),
        "renamed": [each._asdict() for each in changes.renamed],
        "reassigned": [
            {"name": each.name, "moved": [moved._asdict() for moved in each.moved]}
            for each in changes.reassigned
        ],
        "resolved": list(changes.resolved),
        "new": list(changes.new),
    }
