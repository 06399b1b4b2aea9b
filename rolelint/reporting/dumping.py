"""JSON as all formats of it are written."""

from __future__ import annotations

import json
from typing import Any


def dumped(data: Any) -> str:
    """The data as indented ASCII, the same bytes for the same data.

    `##` can only stand in a text, and is written so that no pipeline reads `##[command]` in its log.
    """
    return json.dumps(data, ensure_ascii=True, indent=2).replace("##", "\\u0023#") + "\n"
