"""What we use of PyYAML: the parser in C, its events and its errors. Only this module and `pure` import it.

To import all of PyYAML takes longer than to read a small matrix, and the parser in C needs little of it: of
most modules but the name of an error that it might raise. Where this process is the command's own, little
more than the parser is imported. In anybody else's process PyYAML is imported whole, so that the errors which
the parser raises stay the ones that others catch.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from rolelint import modules

_MARKED, _UNMARKED = (
    ("scanner", "parser", "composer", "constructor"),
    ("reader", "emitter", "serializer", "representer"),
)
"""The modules of which the parser in C wants nothing but errors, with a mark or without."""


class _Errors(ModuleType):
    """Stands for such a module; whatever is asked of it is an error of that name."""

    def __init__(self, name: str, base: str) -> None:
        super().__init__(f"yaml.{name}")
        self._base = base

    def __getattr__(self, name: str) -> Any:
        if not name.endswith("Error"):
            raise AttributeError(name)
        made = type(name, (getattr(sys.modules["yaml.error"], self._base),), {})
        setattr(self, name, made)
        return made


class _Little:
    """While it is entered, a module of PyYAML is imported alone. Nothing that stands for another stays."""

    def __enter__(self) -> None:
        self._standing: dict[str, ModuleType] = {}
        if not modules.in_use() or "yaml" in sys.modules:
            return
        found = next(filter(None, (finder.find_spec("yaml", None) for finder in sys.meta_path)), None)
        if found is None or found.submodule_search_locations is None:
            return
        package = ModuleType("yaml")
        package.__path__ = found.submodule_search_locations
        for names, base in ((_MARKED, "MarkedYAMLError"), (_UNMARKED, "YAMLError")):
            package.__dict__.update({name: _Errors(name, base) for name in names})
        self._standing = {f"yaml.{name}": getattr(package, name) for name in (*_MARKED, *_UNMARKED)}
        self._standing["yaml"] = package
        sys.modules.update(self._standing)

    def __exit__(self, *_: object) -> None:
        for name in self._standing:
            del sys.modules[name]


with _Little():
    from yaml.error import MarkedYAMLError, YAMLError
    from yaml.events import (
        AliasEvent,
        DocumentStartEvent,
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
        StreamEndEvent,
    )
    from yaml.reader import ReaderError

    try:
        from yaml import nodes, tokens  # noqa: F401, I001  # the parser in C looks for them

        import yaml._yaml as libyaml
    except (ImportError, AttributeError):  # built without libyaml, or needing more of PyYAML than this
        libyaml = None  # type: ignore[assignment]

if libyaml is None:
    try:
        import yaml._yaml as libyaml
    except ImportError:
        libyaml = None

__all__ = [
    "AliasEvent",
    "DocumentStartEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "MarkedYAMLError",
    "ReaderError",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "YAMLError",
    "libyaml",
]
