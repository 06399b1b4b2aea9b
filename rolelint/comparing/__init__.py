"""Two states of an organisation -> what has changed between them."""

from rolelint.comparing.changes import Changes, Moved, Reassigned, Renamed, compare, spelled, titled

__all__ = ["Changes", "Moved", "Reassigned", "Renamed", "compare", "spelled", "titled"]
