"""The packs that a command speaks of: those shipped, those of the configuration here, and those named."""

from __future__ import annotations

import sys

from rolelint import packs
from rolelint.cli.output import complain
from rolelint.cli.settings import from_here, settings_for
from rolelint.linting import used_packs

WRONG = 2


def known(named: tuple[str, ...]) -> packs.Packs:
    """All packs whole, with sources and examples; what is wrong with any is told, and ends the run."""
    settings = settings_for(["."], None, {"packs": tuple(map(from_here, named))})
    if settings.faults:
        complain(settings.faults)
        sys.exit(WRONG)
    try:
        return used_packs(packs.shipped(whole=True), settings)
    except packs.BadPack as bad:
        complain(bad.faults)
        sys.exit(WRONG)
