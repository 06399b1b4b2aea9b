"""Flags over the configuration file over a preset over defaults -> frozen Settings."""

from rolelint.config.globs import anchored, covers
from rolelint.config.merge import PRESETS, Configuration, Configured, Layer, Origin, defaults, merged
from rolelint.config.settings import (
    UNREAD,
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
    "UNREAD",
    "BadSettings",
    "Configuration",
    "Configured",
    "Layer",
    "Origin",
    "RuleSetting",
    "Settings",
    "allowed_at",
    "anchored",
    "chosen",
    "covers",
    "defaults",
    "failing",
    "matches",
    "merged",
    "unknown_patterns",
]
