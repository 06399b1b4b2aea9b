"""Plain scalars -> values, by the core schema of YAML 1.2: `no`, `on`, `22:22` and dates stay text."""

from __future__ import annotations

import re

Scalar = str | int | float | bool | None

WORDS: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
"""Plain scalars that mean a value of their own."""

NUMERIC = frozenset("0123456789+-.")
"""What a number can begin with."""

_LONGEST = 200
"""Longer numbers stay text: nothing here counts that far, and Python would refuse to print them."""
_SHORT = 20
"""Digits alone up to here are read without the pattern below, which most matrices need for nothing."""
_NUMBER = (
    r"(?P<int>[-+]?[0-9]+)|0o(?P<oct>[0-7]+)|0x(?P<hex>[0-9a-fA-F]+)"
    r"|(?P<float>[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)"
    r"|(?P<inf>[-+]?\.(?:inf|Inf|INF))|(?P<nan>\.(?:nan|NaN|NAN))"
)
_PREFIX = "tag:yaml.org,2002:"
_TYPES: dict[str, type | tuple[type, ...]] = {
    "int": int,
    "float": (int, float),
    "bool": bool,
    "null": type(None),
}
COLLECTIONS = {dict: _PREFIX + "map", list: _PREFIX + "seq"}
"""The tag that each container may carry."""


class BadTag(ValueError):
    """A tag that is not understood, or that does not fit the text behind it; says so in plain words."""


def number(text: str) -> str | int | float:
    """The number that a plain scalar writes; the text itself where it is none."""
    if len(text) < _SHORT and text.isascii() and text.isdigit():
        return int(text)
    match = re.fullmatch(_NUMBER, text) if len(text) <= _LONGEST else None
    if match is None:
        return text
    kind = match.lastgroup
    if kind == "int":
        return int(text)
    if kind == "oct":
        return int(match["oct"], 8)
    if kind == "hex":
        return int(match["hex"], 16)
    value = float(text.replace(".", "", 1) if kind in ("inf", "nan") else text)
    return text if kind == "float" and value in (float("inf"), float("-inf")) else value


def plain(text: str) -> Scalar:
    """The value of a plain scalar without a tag."""
    if text[:1] in NUMERIC:
        return number(text)
    return WORDS.get(text, text)


def tagged(text: str, tag: str, *, is_plain: bool) -> Scalar:
    """The value of a scalar with a tag as the parser gives it; BadTag where the two do not go together."""
    if tag == "!":  # libyaml does not pass it on, so it cannot count for the other parser either
        return plain(text) if is_plain else text
    name = tag.removeprefix(_PREFIX)
    if name == "str" and tag != name:
        return text
    if name not in _TYPES or tag == name:
        raise BadTag(f"the tag {shown(tag)} is not supported; the value is read as text")
    value = plain(text)
    if isinstance(value, bool) is not (name == "bool") or not isinstance(value, _TYPES[name]):
        raise BadTag(f'the tag {shown(tag)} does not fit "{text[:40]}"; the value is read as text')
    return float(value) if name == "float" and isinstance(value, int) else value


def shown(tag: str) -> str:
    """A tag as people write it."""
    if tag.startswith(_PREFIX):
        return "!!" + tag.removeprefix(_PREFIX)
    return tag if tag.startswith("!") else f"!<{tag}>"
