"""Configuration files: the nearest one, what it extends, and its faults with line and column."""

from rolelint.configfile.load import Configuration, load
from rolelint.configfile.nearest import nearest

__all__ = ["Configuration", "load", "nearest"]
