"""The garbage collector switched off where nothing makes cycles, and it would visit all that is made again
and again.
"""

from __future__ import annotations

import gc


class Off:
    """`with Off():` runs without the collector, and leaves it as it was."""

    def __enter__(self) -> None:
        self._was_on = gc.isenabled()
        gc.disable()

    def __exit__(self, *_: object) -> None:
        if self._was_on:
            gc.enable()
