"""A part of a whole in whole numbers: exact, and without `fractions`, whose import a hook would notice."""

from math import gcd

from rolelint.records import NamedTuple

_THOUSAND = 1000


class Share(NamedTuple):
    """`numerator / denominator`."""

    numerator: int
    denominator: int


def share(number: float | str, least: int = 0) -> Share:
    """The share that a number says, to the thousandth, between `least` thousandths and the whole."""
    thousandths = min(max(round(float(number) * _THOUSAND), least), _THOUSAND)
    common = gcd(thousandths, _THOUSAND)
    return Share(thousandths // common, _THOUSAND // common)
