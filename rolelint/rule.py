"""A rule: one YAML file `<pack>/<name>.yaml`, accepted by `schemas/rule.schema.json`; its path is its id."""

from collections.abc import Mapping
from typing import Any

from rolelint.finding import Severity
from rolelint.records import NamedTuple


class Rule(NamedTuple):
    """One rule of a pack.

    `kind` names the generic check that `options` instantiate. `severity` is a ceiling: evidence may only
    lower it. `message` and `help` are templates whose placeholders the kind's words fill. `good` and `bad`
    are matrices as YAML text; a comment `# <- ID` in a bad one stands on each line where a finding must fall.
    """

    id: str
    title: str
    kind: str
    severity: Severity
    message: str
    help: str
    why: str
    source: str
    enabled: bool = True
    dimension: str | None = None
    options: Mapping[str, Any] = {}
    good: tuple[str, ...] = ()
    bad: tuple[str, ...] = ()

    @property
    def pack(self) -> str:
        """The folder part of the id."""
        return self.id.partition("/")[0]


def rule(identity: str, data: Mapping[str, Any]) -> Rule:
    """The rule that accepted pack data describe; `identity` is `<pack>/<name>`, taken from the path."""
    return Rule(
        id=identity,
        title=data["title"],
        kind=data["kind"],
        severity=data["severity"],
        message=data["message"],
        help=data["help"],
        why=data["why"],
        source=data["source"],
        enabled=data.get("enabled", True),
        dimension=data.get("dimension"),
        options=data.get("options", {}),
        good=tuple(data.get("good", ())),
        bad=tuple(data.get("bad", ())),
    )
