"""Lint a text as the command line would, for tests."""

from collections.abc import Iterable

from rolelint import linting, packs
from rolelint.config import Settings
from rolelint.finding import Report
from rolelint.fit import compiling
from rolelint.packs import borders


def _ready(whole: packs.Packs) -> packs.Packs:
    """The packs with their phrases compiled once for all tests: that takes longer than most runs."""
    kinds = {(rule.pack, rule.kind) for rule in whole.rules.values()}
    held = {
        pack: compiling.compiled(borders.given(whole, pack), whole.files[pack].get("between", ()))
        for pack in {pack for pack, kind in kinds if kind in borders.Lexicon.KINDS}
    }
    return whole._replace(lexicons=held)


WHOLE = _ready(packs.shipped(whole=True))


def lint(text: str | bytes, settings: Settings | None = None, file: str = "org.yaml") -> Report:
    """The report on one text."""
    return lint_files([(file, text)], settings)


def lint_files(files: Iterable[tuple[str, str | bytes]], settings: Settings | None = None) -> Report:
    """The report on several texts, as one run."""
    settings = settings or Settings()
    inputs = [linting.Input(name, t.encode() if isinstance(t, str) else t) for name, t in files]
    return linting.linter(settings, WHOLE).lint(linting.read(inputs, settings))


def lines(report: Report) -> list[tuple[int, str]]:
    """(line, rule) of every finding, sorted."""
    return sorted((finding.place.line, finding.rule) for finding in report.findings)


def places(report: Report) -> list[tuple[str, int, int, str]]:
    """(file, line, column, rule) of every finding, in the report's order."""
    return [(f.place.file, f.place.line, f.place.column, f.rule) for f in report.findings]
