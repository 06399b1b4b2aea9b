"""Where the shipped data lies: in an installed wheel inside the package, in a checkout beside it."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def folder(name: str) -> Traversable:
    """The shipped folder `name` ("rules" or "schemas")."""
    inside = files("rolelint") / name
    if inside.is_dir():
        return inside
    return Path(__file__).parent.parent / name
