"""What one run was asked for, and what that means for a rule or a path."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from rolelint.config.globs import covers
from rolelint.finding import SEVERITIES, Finding, Severity, Step
from rolelint.records import NamedTuple

ALWAYS = "file"
"""The pack that speaks of files which cannot be read as they should: `select` never drops it."""

UNREAD = frozenset(
    f"file/{code}" for code in ("syntax", "depth", "recursive-alias", "unknown-alias", "alias-expansion")
)
"""What these speak of was not read, and so not checked: nothing silences them."""


class BadSettings(Exception):
    """Settings that cannot be used; `faults` says all that is wrong, a line each."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


class RuleSetting(NamedTuple):
    """What a configuration says of one rule: a severity or off, and options over the rule's own."""

    severity: Severity | Literal["off"] | None = None
    options: Mapping[str, Any] = {}


class Settings(NamedTuple):
    """What one run was asked for. `select` and `ignore` hold rule ids, packs and globs.

    `root` is the folder of the configuration file; `include`, `exclude` and the keys of `per_path` are globs
    relative to it, as are `packs`. `rules` maps rule ids to what is set for them. `faults` are those of
    configuration files, each with its place; `places` says where a rule is named (`file:line:column`, by
    key and name, or by key, rule and option), so that the same can be said of rules that do not exist.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Severity = "error"
    hints: bool = False
    today: str | None = None
    max_bytes: int = 64 * 1024 * 1024
    root: str = ""
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    per_path: Mapping[str, tuple[str, ...]] = {}
    rules: Mapping[str, RuleSetting] = {}
    packs: tuple[str, ...] = ()
    require_reason: bool = False
    unused_ignores: Severity | Literal["off"] = "warning"
    faults: tuple[str, ...] = ()
    places: Mapping[tuple[Step, ...], str] = {}


def matches(identity: str, pattern: str) -> bool:
    """Whether a rule id is meant by an id, a pack name or a glob."""
    pattern = pattern.removesuffix("/")
    if pattern in (identity, identity.partition("/")[0]):
        return True
    from fnmatch import fnmatchcase  # noqa: PLC0415  # few runs choose rules by globs

    return fnmatchcase(identity, pattern)


def unknown_patterns(patterns: Iterable[str], identities: Iterable[str]) -> list[str]:
    """The patterns that mean no rule at all, in order."""
    known = list(identities)
    return [p for p in patterns if not any(matches(identity, p) for identity in known)]


def chosen(settings: Settings, identity: str, *, enabled: bool) -> bool:
    """Whether a rule runs. One that is off by default runs only when its own id is selected or set.

    A rule named by its own id in `select` wins over a pack or glob in `ignore`.
    """
    if identity in UNREAD:
        return True
    if identity == "file/unused-ignore" and settings.unused_ignores == "off":
        return False
    if identity in settings.select or identity in settings.ignore:
        return identity not in settings.ignore
    if any(matches(identity, pattern) for pattern in settings.ignore):
        return False
    own = settings.rules.get(identity)
    if own is not None and own.severity is not None:
        enabled = own.severity != "off"
    if not settings.select or identity.startswith(f"{ALWAYS}/"):
        return enabled
    return enabled and any(matches(identity, pattern) for pattern in settings.select)


def allowed_at(settings: Settings, path: str, rule: str) -> bool:
    """Whether a rule may speak of a file."""
    return rule in UNREAD or not any(
        covers([glob], settings.root, path) and any(matches(rule, pattern) for pattern in patterns)
        for glob, patterns in settings.per_path.items()
    )


def failing(findings: Iterable[Finding], fail_on: Severity) -> bool:
    """Whether any finding is at or above the severity that fails a run."""
    bar = SEVERITIES.index(fail_on)
    return any(SEVERITIES.index(finding.severity) <= bar for finding in findings)
