"""A part of a whole in whole numbers: exact, and without `fractions`, whose import a hook would notice."""

from rolelint.records import NamedTuple

_THOUSAND = 1000


class Share(NamedTuple):
    """`numerator / denominator`."""

    numerator: int
    denominator: int


def share(number: float | str, least: int = 0) -> Share:
    """The share that a number says, to the thousandth, between `least` thousandths and the whole."""
    return Share(min(max(round(float(number) * _THOUSAND), least), _THOUSAND), _THOUSAND)
