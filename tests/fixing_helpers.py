"""Fix a text as the command line would, for tests."""

from linting_helpers import WHOLE

from rolelint import linting
from rolelint.config import Settings
from rolelint.fixing import Mended, Orders, Safety, mended

LINTER = linting.linter(Settings(), WHOLE)


def fix_all(inputs: list[linting.Input], *, unsafe: bool = False) -> Mended:
    """Everything fixed that can be."""
    safeties: set[Safety] = {"safe", "unsafe"} if unsafe else {"safe"}
    return mended(LINTER, inputs, Orders(frozenset(safeties), lambda _: True, lambda _: True))


def fixed_bytes(raw: bytes, *, unsafe: bool = False) -> bytes:
    """One text, fixed."""
    return fix_all([linting.Input("org.yaml", raw)], unsafe=unsafe).inputs[0].text


def fixed(text: str, *, unsafe: bool = False) -> str:
    """One text, fixed."""
    return fixed_bytes(text.encode(), unsafe=unsafe).decode()
