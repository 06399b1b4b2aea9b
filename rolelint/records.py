"""Named tuples whose classes are quick to make.

A linter is a short process that makes all its classes anew each time. `typing.NamedTuple` compiles a
constructor and checks every annotation for each, which for all of ours took longer than linting a hundred
tasks; here a class gets its constructor with its first tuple. To a type checker both are the same.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

Class = TypeVar("Class", bound=type)
Made = TypeVar("Made")

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    from collections import _tuplegetter
    from collections.abc import Iterable
    from functools import cache
    from types import CodeType, FunctionType
    from typing import Any

    def _annotations(body: dict[str, Any]) -> Iterable[str]:
        """The names that a class body annotates, in order."""
        annotate = body.get("__annotate_func__")  # from Python 3.14 on they are worked out on demand
        if annotate is None:
            return body.get("__annotations__", ())
        from annotationlib import Format, call_annotate_function  # noqa: PLC0415

        return call_annotate_function(annotate, Format.FORWARDREF)

    @cache
    def _constructor(number: int) -> CodeType:
        """The code of a constructor of so many fields: to name them anew is quicker than to compile one."""
        fields = "".join(f"_{at}, " for at in range(number))
        return eval(f"lambda _cls, {fields}: _new(_cls, ({fields}))").__code__

    class _Made(type):
        """Turns a class body with annotated fields into a class of tuples."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
            fields = tuple(_annotations(body))
            defaults = {field: body[field] for field in fields if field in body}
            if fields[len(fields) - len(defaults) :] != tuple(defaults):
                raise TypeError(f"{name}: a field without a default follows one with a default")
            body.update({field: _tuplegetter(at, "") for at, field in enumerate(fields)})
            body |= {
                "__slots__": (),
                "_fields": fields,
                "_field_defaults": defaults,
                "__match_args__": fields,
            }
            return type.__new__(cls, name, bases, body)

    class NamedTuple(tuple, metaclass=_Made):
        """What `typing.NamedTuple` is: a tuple whose values have names, fixed once it is made."""

        def __new__(cls, /, *values: Any, **named: Any) -> Any:
            """The first tuple of a class: the class gets a constructor of its own."""
            code = _constructor(len(cls._fields)).replace(co_varnames=("_cls", *cls._fields))
            defaults = tuple(cls._field_defaults.values())
            cls.__new__ = new = FunctionType(code, {"_new": tuple.__new__}, cls.__name__, defaults)
            return new(cls, *values, **named)

        def __repr__(self) -> str:
            fields = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({fields})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

        def _asdict(self) -> dict[str, Any]:
            """The values by the names of their fields."""
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, /, **named: Any) -> Any:
            """The same tuple with other values for the fields that are named."""
            made = self._make(map(named.pop, self._fields, self))
            if named:
                raise ValueError(f"Got unexpected field names: {list(named)!r}")
            return made

        @classmethod
        def _make(cls, values: Iterable[Any]) -> Any:
            """A tuple of the class from values in the order of its fields."""
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made


def by_identity(cls: Class) -> Class:
    """Class decorator: a tuple equals itself alone, and its hash does not ask for its values."""
    cls.__eq__, cls.__ne__, cls.__hash__ = object.__eq__, object.__ne__, object.__hash__  # type: ignore[assignment,method-assign]
    return cls


def maker(cls: type[Made]) -> Callable[[tuple[object, ...]], Made]:
    """What makes tuples of a class from all of their values: for classes of which a run makes thousands."""
    return partial(tuple.__new__, cls)  # type: ignore[type-var]


__all__ = ["NamedTuple", "by_identity", "maker"]
