"""What stands for `typing` where our modules are read from one file: nothing at run time asks what it says.

To import `typing` takes longer than to read a hundred tasks. Type checkers and checkouts see `typing` itself.
"""

from __future__ import annotations

TYPE_CHECKING = False
Any = object
NoReturn = None
TextIO = object


class ClassVar:
    """An annotation."""


class Protocol:
    """A base that says nothing."""


class Literal:
    """`Literal["a", "b"]` knows its values, which `get_args` gives."""

    def __init__(self, *values: object) -> None:
        self.values = values

    def __class_getitem__(cls, values: object) -> Literal:
        return cls(*values) if isinstance(values, tuple) else cls(values)


def get_args(of: Literal) -> tuple[object, ...]:
    """The values of a `Literal`."""
    return of.values


def cast(_: object, value: object) -> object:
    """The value."""
    return value


def TypeVar(name: str, *_: object, **__: object) -> str:  # noqa: N802  # as typing names it
    """Something to annotate with."""
    return name
