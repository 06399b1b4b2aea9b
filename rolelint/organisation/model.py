"""The organisation: what the matrices say, as frozen records, each with the route to where it stands.

The records are NamedTuples: they are made faster than frozen dataclasses, whose import alone costs a hook as
much as reading a small matrix. Of parties and tasks there are many, and they are compared by identity.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal

from rolelint.finding import Problem, Route, Step
from rolelint.records import NamedTuple, by_identity

EMPTY: Mapping[str, Any] = MappingProxyType({})

Profile = Literal["startup", "growing", "enterprise"]
PartyKind = Literal["function", "role", "person", "unknown"]

RESPONSIBLE, ACCOUNTABLE, CONSULTED, INFORMED = "responsible", "accountable", "consulted", "informed"
SUPPORT = "support"
DUTIES = (
    RESPONSIBLE,  # does the work
    ACCOUNTABLE,  # answers for it; one only
    CONSULTED,  # is asked before
    INFORMED,  # is told after
    SUPPORT,  # helps (RASCI)
    "verify",  # checks (RACI-VS, RACIQ, PARIS' review)
    "sign-off",  # signs (RACI-VS, PARIS)
    "agree",  # may veto (RAPID)
    "backup",  # stands in (RABSIC)
    "omitted",  # is out on purpose (CAIRO)
    "recommend",  # proposes (RAPID, DARE)
)
"""Every duty a scheme's letter can mean; the first four are RACI's own."""


class Function(NamedTuple):
    """A discipline of the organisation, declared under `functions:`."""

    name: str
    route: Route
    mandate: str | None = None
    lead: str | None = None
    includes: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    metrics: tuple[str, ...] = ()
    parent: str | None = None


class Role(NamedTuple):
    """A position, declared under `roles:`. `reports_to` and `dotted` name parties."""

    name: str
    route: Route
    title: str | None = None
    function: str | None = None
    reports_to: tuple[str, ...] = ()
    dotted: tuple[str, ...] = ()
    kind: str | None = None
    acting: bool = False
    until: str | None = None
    authority: str | None = None
    metrics: tuple[str, ...] = ()


class Person(NamedTuple):
    """Somebody, declared under `people:`; `roles` name roles or functions."""

    name: str
    route: Route
    roles: tuple[str, ...] = ()
    reports_to: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    acting: bool = False


@by_identity
class Party(NamedTuple):
    """Whoever an assignment names. One object a folded name, so identity (`is`) is equality.

    `name` is the first spelling seen. `function` is the canonical function (`sales`, `marketing`, `finance`,
    or a declared name), None when it cannot be known; `by` says how it was found: "declared", "alias",
    "title" or "" (not found). `functions` has all of them where a person or head stands over several.
    """

    name: str
    kind: PartyKind
    function: str | None = None
    functions: tuple[str, ...] = ()
    by: str = ""
    declared: Route | None = None


class Assignment(NamedTuple):
    """task x party x duty, and the steps to where it is written."""

    party: Party
    duty: str
    steps: tuple[Step, ...]
    name: str
    """As written in this place."""


class Handoff(NamedTuple):
    """The agreed point at which shared work passes from one function to another; absent fields are None."""

    route: Route
    giver: str | None = None
    taker: str | None = None
    when: str | None = None
    artefact: str | None = None
    within: str | None = None
    back_to: str | None = None


class Shared(NamedTuple):
    """A declared joint task: why, and the handoff or the tie-break that keeps it from being a quarrel."""

    route: Route
    why: str | None = None
    handoff: str | None = None
    tie_break: str | None = None


@by_identity
class Task(NamedTuple):
    """One row of the matrix.

    `route` leads to the name (key or value) and `home` are the steps to the task's own mapping or cell.
    `traits` maps `horizon, strategy, approach, audience, metric, stage, kind` to their values, and
    `trait_steps` each to where it stands (a group or `defaults:` where it is inherited). Metrics and stages
    are as written, kinds folded with hyphens, the others in the words of the format. `area` spells a value
    the same way throughout the organisation. `unowned` is "" unless the file says so: "empty" (no party at
    all), "tbd" or "on purpose" (with `reason`). A handoff told under `shared` is among `handoffs`, too.
    """

    name: str
    route: Route
    home: tuple[Step, ...]
    assignments: tuple[Assignment, ...]
    description: str | None = None
    identifier: str | None = None
    section: str | None = None
    traits: Mapping[str, tuple[str, ...]] = EMPTY
    trait_steps: Mapping[str, tuple[Step, ...]] = EMPTY
    area: Mapping[str, tuple[str, ...]] = EMPTY
    unowned: str = ""
    shared: Shared | None = None
    handoffs: tuple[Handoff, ...] = ()
    following: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    review_by: str | None = None
    acting: bool = False
    reason: str | None = None
    tie_break: str | None = None

    def holding(self, duty: str) -> tuple[Assignment, ...]:
        """The assignments of one duty, in the order of the file."""
        return tuple([a for a in self.assignments if a.duty == duty])

    def owners(self) -> tuple[Assignment, ...]:
        """The accountable; where nobody is, the responsible."""
        return self.holding(ACCOUNTABLE) or self.holding(RESPONSIBLE)

    def at(self, assignment: Assignment) -> Route:
        """Where an assignment is written."""
        return Route(self.route.document, assignment.steps)

    def trait_route(self, trait: str) -> Route:
        """Where a trait is written."""
        return Route(self.route.document, self.trait_steps[trait])


class Agreement(NamedTuple):
    """A written agreement between functions, under `agreements:`."""

    name: str
    route: Route
    between: tuple[str, ...] = ()
    document: str | None = None


class SchemeUse(NamedTuple):
    """Which letters a document was read with, so that the assumption can always be said."""

    document: int
    name: str
    guessed: bool
    letters: Mapping[str, str]


class Organisation(NamedTuple):
    """All matrices read in one run, as one model.

    `parties` is keyed by folded name: all that is declared, assigned, or named in a reporting line, handoff
    or agreement; other names of one party lead to the same object. `functions` is keyed by canonical name,
    `roles` and `people` by folded id. `areas` has all declared values of each kind of area, and `area_within`
    says of a value inside another which one that is (`{"region": {"dach": "emea"}}`).
    """

    tasks: tuple[Task, ...]
    name: str | None = None
    headcount: int | None = None
    profile: Profile = "growing"
    profile_by: str = ""
    """What the profile rests on: "declared", "headcount", "people" or "" (nothing said)."""
    functions: Mapping[str, Function] = EMPTY
    roles: Mapping[str, Role] = EMPTY
    people: Mapping[str, Person] = EMPTY
    parties: Mapping[str, Party] = EMPTY
    areas: Mapping[str, tuple[str, ...]] = EMPTY
    area_within: Mapping[str, Mapping[str, str]] = EMPTY
    policy: Mapping[str, str | bool | tuple[str, ...]] = EMPTY
    agreements: tuple[Agreement, ...] = ()
    not_applicable: Mapping[str, str] = EMPTY
    schemes: tuple[SchemeUse, ...] = ()
    documents: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()
