"""What the keys of YAML and JSON records say."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rolelint.finding import Step
from rolelint.importing.headers import header_duty
from rolelint.importing.marks import marks_of
from rolelint.importing.model import OWNER
from rolelint.importing.trees import text_of
from rolelint.importing.vocabulary import PARTIES
from rolelint.organisation.model import DUTIES
from rolelint.organisation.schemes import KNOWN_LETTERS
from rolelint.words import fold


def duties_of(node: dict[Step, object], columns: Mapping[str, str]) -> dict[Step, tuple[str, str]]:
    """The keys of a record that are duties: key -> (letter, duty), one of the two empty."""
    found: dict[Step, tuple[str, str]] = {}
    if not isinstance(node, dict):
        return found
    for key, value in node.items():
        said = columns.get(fold(str(key))) if columns else None
        if key in ("group_owner", "team_owner") and "business_owner" in node and not said:
            continue
        if said in DUTIES or said == OWNER:
            found[key] = ("", said or "")
        elif not said and isinstance(key, str) and len(key) < 40 and _may_hold_parties(value):
            got = _special(key, node) or header_duty(re.sub(r"[_-]+", " ", key), frozenset())
            if got:
                found[key] = got
    single = [key for key, (letter, _) in found.items() if letter]
    if single and not set(map(str.upper, map(str, single))) & {"R", "A", "D", "P"}:
        found = {key: got for key, got in found.items() if not got[0]}
    return _without_letters(node, found)


def answers(node: dict[Step, object], columns: Mapping[str, str]) -> bool:
    """Whether a record has a duty that answers or does, not only one that is told or asked."""
    own = duties_of(node, columns)
    return any(
        letter or duty not in ("informed", "consulted", "support") for letter, duty in own.values()
    ) or any(
        isinstance(value, dict)
        and is_inside(key, value)
        and (is_letter_map(value) or duties_of(value, columns))
        for key, value in node.items()
    )


INSIDE = ("raci", "rasci", "assignments", "roles", "responsibilities", "parties", "assignment")


def is_inside(key: Step, value: Mapping[Step, object]) -> bool:
    """Whether a record's duties or letters stand one step below it, under `raci:`, say."""
    return str(key).casefold() in INSIDE and not any(isinstance(each, dict) for each in value.values())


def _special(key: str, node: dict[Step, object]) -> tuple[str, str] | None:
    """`business_owner` answers, `technical_owner` does; other `…_owner` keys own."""
    low = key.casefold()
    if low == "business_owner":
        return "", "accountable"
    if low in ("technical_owner", "tech_owner", "maintainer", "maintainers"):
        return "", "responsible"
    if low in ("group_owner", "team_owner"):
        return "", OWNER
    if low == "team" and {"repo", "service", "kind"} & set(node):
        return "", OWNER
    return ("", OWNER) if low in ("owner", "owners", "dri") else None


def _may_hold_parties(value: object) -> bool:
    if isinstance(value, list):
        return all(not isinstance(item, list) for item in value)
    return not isinstance(value, bool | int | float) and (not isinstance(value, dict) or "name" in value)


def _without_letters(
    node: dict[Step, object], found: dict[Step, tuple[str, str]]
) -> dict[Step, tuple[str, str]]:
    """Keys named like a letter whose values are letters are parties, not duties."""
    texts = [text_of(node[key]) for key in found if text_of(node[key])]
    lettered = all(letter for letter, _ in found.values())
    if lettered and texts and all(len(text) <= 3 and marks_of(text) for text in texts):
        return {}
    return found


def is_letter_map(node: dict[Step, object]) -> bool:
    """Whether the values are letters: `{sales: A/R, legal: C}`."""
    texts = [text_of(v) if not isinstance(v, list) else ",".join(map(text_of, v)) for v in node.values()]
    filled = [text for text in texts if text]
    marks = [marks_of(text, KNOWN_LETTERS) for text in filled if len(text) <= 40]
    good = sum(found is not None and not found.note for found in marks)
    return bool(filled) and good * 10 >= len(filled) * 6 and not set(map(_low, node)) & PARTIES


def _low(key: object) -> str:
    return str(key).casefold()
