"""Flags over the configuration file over a preset over defaults -> frozen Settings."""

from rolelint.config.merge import PRESETS, Layer, Origin, merged
from rolelint.config.settings import (
    BadSettings,
    RuleSetting,
    Settings,
    allowed_at,
    chosen,
    failing,
    matches,
    unknown_patterns,
)

__all__ = [
    "PRESETS",
    "BadSettings",
    "Layer",
    "Origin",
    "RuleSetting",
    "Settings",
    "allowed_at",
    "chosen",
    "failing",
    "matches",
    "merged",
    "unknown_patterns",
]
