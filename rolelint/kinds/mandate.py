"""A declared function without a line that says what it is for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Facts
from rolelint.finding import Hit


def mandate(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """The functions without a mandate, where all `functions` are declared, from `from_headcount` people on.

    Where nobody counted the people, only an enterprise is asked.
    """
    organisation = facts.organisation
    people = organisation.headcount
    large = organisation.profile == "enterprise" if people is None else people >= options["from_headcount"]
    declared = [organisation.functions.get(name) for name in options["functions"]]
    for function in declared if large and all(declared) else ():
        if function is not None and not (function.mandate or "").strip():
            yield Hit(
                function.route,
                words={"function": function.name},
                label="no `mandate`",
                parties=(function.name,),
            )
