"""A report whose files are named as they are seen from somewhere else."""

from __future__ import annotations

from collections.abc import Callable

from rolelint.finding import Finding, Place, Report


def renamed(report: Report, name: Callable[[str], str]) -> Report:
    """The report with every file's name replaced; `name` is asked once for each file."""
    names: dict[str, str] = {}

    def place(old: Place) -> Place:
        if old.file not in names:
            names[old.file] = name(old.file)
        return old._replace(file=names[old.file])

    def finding(old: Finding) -> Finding:
        labels = tuple(label._replace(place=place(label.place)) for label in old.labels)
        evidence = tuple(each._replace(place=place(each.place)) for each in old.evidence)
        return old._replace(place=place(old.place), labels=labels, evidence=evidence)

    return report._replace(findings=tuple(finding(each) for each in report.findings))
