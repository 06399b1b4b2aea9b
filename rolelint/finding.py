"""The words every part shares: routes, places, hits and findings.

Parts that judge speak in routes (a document and the steps to a key or value). Only the engine turns a
route into a place (file, line, column), in one function. Nothing here imports anything of ours.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

from rolelint.records import NamedTuple

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""From the gravest to the mildest."""

_EMPTY: Mapping[str, Any] = MappingProxyType({})

Step = str | int
"""A mapping's key as written, or a position in a list."""


class Route(NamedTuple):
    """Where something stands, in words of the data: which document, the steps to it, and what part of it.

    `document` counts the documents of the run from 0. `key` says that the key itself is meant, not its
    value. `span` is a half-open range of characters of the scalar that stands there.
    """

    document: int
    steps: tuple[Step, ...] = ()
    key: bool = False
    span: tuple[int, int] | None = None


class Place(NamedTuple):
    """Where something stands in a file: lines and columns from 1, in characters; the end is exclusive.

    `text` is the source line at `line`, without its line end, so that a reporter can show it. In a
    spreadsheet `line` and `column` are row and column, `cell` is the cell's own name (`Sheet!B6`) and `text`
    what it holds.
    """

    file: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    cell: str = ""


class Mark(NamedTuple):
    """A second place that matters to a hit, and what to say of it."""

    route: Route
    message: str


class Sign(NamedTuple):
    """A phrase or trait that speaks for a function along a dimension, where it stands, and how strongly.

    `strength` is 1 (weak) to 3 (strong); `meaning` says in plain words what the article says of it.
    """

    dimension: str
    function: str
    phrase: str
    route: Route
    strength: int
    meaning: str


class Hit(NamedTuple):
    """What a kind found: a route and the words for the rule's message; the engine makes it a finding.

    `words` fill the placeholders of the rule's `message` and `help`. `severity` may only lower the rule's
    own. `label` stands under the carets of the first place. `parties` and `task` (as written) make, with the
    rule, the fingerprint. `suggests` is the function the work belongs to, for wrong-function rules only.
    `meant` is what a misspelt word was probably meant to be. `help` replaces the rule's help. `hint` marks
    evidence too weak to show unless hints are asked for. `at` (line and column from 1) is for faults of the
    text itself, which have no route.
    """

    route: Route
    words: Mapping[str, str] = _EMPTY
    label: str = ""
    marks: tuple[Mark, ...] = ()
    signs: tuple[Sign, ...] = ()
    severity: Severity | None = None
    task: str | None = None
    parties: tuple[str, ...] = ()
    suggests: str | None = None
    help: str | None = None
    notes: tuple[str, ...] = ()
    hint: bool = False
    at: tuple[int, int] | None = None
    meant: str | None = None


class Label(NamedTuple):
    """A place with words: what stands there that matters."""

    place: Place
    message: str


class Evidence(NamedTuple):
    """A sign with its place."""

    dimension: str
    function: str
    phrase: str
    place: Place
    meaning: str


class Finding(NamedTuple):
    """What a rule reports. `labels[0]` is the finding's own place with its words; more follow.

    `route` leads to that place again, in the run that found it; `meant` is what a misspelt word was probably
    meant to be.
    """

    rule: str
    severity: Severity
    message: str
    place: Place
    labels: tuple[Label, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    notes: tuple[str, ...] = ()
    help: str = ""
    task: str | None = None
    parties: tuple[str, ...] = ()
    suggests: str | None = None
    fingerprint: str = ""
    route: Route | None = None
    meant: str | None = None


class Problem(NamedTuple):
    """A fault of the input itself (syntax, schema, letters), on its way to becoming a finding.

    `code` names it (`syntax`, `duplicate-key`, `unknown-key` …); the rule `file/<code>` or a rule of kind
    `reported` with that code speaks of it. `marks` are further places. `steps` leads to the place unless `at`
    gives it (line and column from 1), for faults that have no route. `meant` is what a misspelt word was
    probably meant to be.
    """

    code: str
    message: str
    route: Route
    help: str = ""
    marks: tuple[Mark, ...] = ()
    at: tuple[int, int] | None = None
    meant: str | None = None


class Judged(NamedTuple):
    """How many tasks function fit could say anything about, and why not where it could not."""

    clear_cut: int = 0
    grey: int = 0
    mixed: int = 0
    not_judged: int = 0
    reasons: Mapping[str, int] = _EMPTY


class Summary(NamedTuple):
    """What a run says of itself, so that silence is never read as approval."""

    files: int = 0
    organisations: int = 0
    tasks: int = 0
    judged: Judged | None = None
    hints_hidden: int = 0
    suppressed: int = 0
    old: int = 0
    """Findings left out because a baseline or an earlier state of the files had them."""
    assumptions: tuple[str, ...] = ()


class About(NamedTuple):
    """What a reporter may say of a rule: its title, severity at most, why it exists and what to do.

    `help_uri` is the page of a rule that comes with rolelint; others have none.
    """

    rule: str
    title: str
    severity: Severity
    why: str
    help: str
    help_uri: str | None = None


class Report(NamedTuple):
    """The findings of one run, sorted by place, its summary and its rules. What every reporter is given."""

    findings: tuple[Finding, ...]
    summary: Summary
    rules: tuple[About, ...] = ()
