"""The plainest command lines read without click, whose import costs a hook as much as linting a small matrix.

`rolelint PATH…` with `--format`, `--output`, `--select`, `--ignore`, `--fail-on`, `--baseline`,
`--since`, `--config`, `--no-color` and `--quiet` is what hooks and pipelines run. Everything else, every
mistake and every call for help is click's; a test holds both to one answer.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from rolelint.finding import SEVERITIES
from rolelint.reporting import REPORTERS

DEFAULTS: dict[str, Any] = {
    "select": (),
    "ignore": (),
    "preset": None,
    "fail_on": None,
    "packs": (),
    "hints": False,
    "today": None,
    "config": None,
    "max_size": None,
    "baseline": None,
    "write_baseline": False,
    "prune_baseline": False,
    "since": None,
    "fix": False,
    "unsafe_fixes": False,
    "diff": False,
    "form": "text",
    "outputs": (),
    "quiet": False,
    "statistics": False,
    "color": None,
    "stdin_filename": "<stdin>",
}
"""Every option of `rolelint lint` with its default."""

CHOICES = {"--format": ("form", tuple(REPORTERS)), "--fail-on": ("fail_on", SEVERITIES)}
VALUES = {"--baseline": "baseline", "--since": "since", "--config": "config"}
LISTS = {"--select": "select", "--ignore": "ignore"}
SWITCHES = {"--no-color": ("color", False), "--quiet": ("quiet", True), "-q": ("quiet", True)}
COMPLETING = "_ROLELINT_COMPLETE"
"""Set while a shell asks what could come next."""


def parsed(given: Sequence[str]) -> tuple[tuple[str, ...], dict[str, Any]] | None:
    """Paths and flags of `rolelint lint`; None where anything but the plainest is asked for."""
    flags = dict(DEFAULTS)
    paths: list[str] = []
    rest = iter(given)
    for number, word in enumerate(rest):
        if not word.startswith("-") or word == "-":
            if number == 0 and not _is_path(word):
                return None
            paths.append(word)
        elif word in SWITCHES:
            name, value = SWITCHES[word]
            flags[name] = value
        elif not _with_value(word, next(rest, ""), flags):
            return None
    return None if COMPLETING in os.environ else (tuple(paths), flags)


def ids(*given: str) -> tuple[str, ...]:
    """Rule ids, packs and globs, which may stand in one text with commas between them."""
    return tuple(part.strip() for each in given for part in each.split(",") if part.strip())


def _is_path(word: str) -> bool:
    """Whether the first word can be no command: those are letters and dashes alone."""
    return not word.replace("-", "").isalpha() or word == "-"


def _with_value(word: str, value: str, flags: dict[str, Any]) -> bool:
    """Take in an option and what follows it; False where that is not plain."""
    if not value or value.startswith("-"):
        return False
    if word in LISTS:
        flags[LISTS[word]] += ids(value)
    elif word == "--output":
        flags["outputs"] += (value,)
    elif word in VALUES:
        flags[VALUES[word]] = value
    else:
        return _chosen(word, value, flags)
    return True


def _chosen(word: str, value: str, flags: dict[str, Any]) -> bool:
    name, choices = CHOICES.get(word, ("", ()))
    if value not in choices:
        return False
    flags[name] = value
    return True
