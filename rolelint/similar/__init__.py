"""Texts that say the same in other words: the measure, and all pairs that reach its threshold.

`wording` turns a name into what is compared, `join` finds every pair that is alike, `clusters` says which
rows hang together. `docs/overlap.md` states the measure and why it is what it is.
"""

from rolelint.similar.clusters import Cluster, clusters
from rolelint.similar.names import Keys
from rolelint.similar.wording import Reading, Text, Wording

__all__ = ["Cluster", "Keys", "Reading", "Text", "Wording", "clusters"]
