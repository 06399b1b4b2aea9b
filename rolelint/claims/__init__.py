"""Who claims the same work: rows that are alike, hold in a common area and at a common time, unshared."""

from rolelint.claims.claim import Claim
from rolelint.claims.claims import Claims
from rolelint.claims.parts import Part
from rolelint.claims.tables import Table

__all__ = ["Claim", "Claims", "Part", "Table"]
