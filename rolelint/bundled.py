"""Where the shipped data lies: in an installed wheel inside the package, in a checkout beside it."""

from pathlib import Path

PACKAGE = Path(__file__).parent


def folder(name: str) -> Path:
    """The shipped folder `name` ("rules" or "schemas").

    By path, not by importlib.resources, whose import costs a hook as much as Python itself.
    """
    inside = PACKAGE / name
    return inside if inside.is_dir() else PACKAGE.parent / name
