"""Our own modules from one file, so that a run need not look for each of them in the folders.

The file is made when a wheel is built and holds code for the Python that built it. Any other Python imports
the modules as usual, and so does a checkout, where a build may have left the file behind.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Iterator, Mapping, Sequence

TYPE_CHECKING = False  # as `typing` has it, whose import costs more than that of all that follows
if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from io import FileIO
    from types import CodeType, ModuleType

FOLDER = os.path.dirname(os.path.abspath(__file__))
ABOVE = os.path.dirname(FOLDER)
NAME = "modules.compiled"
PACKAGE = __name__.partition(".")[0]
WIDTH = 4
"""Of the number before the table: its length in bytes."""


def compiled() -> bytes:
    """The code of all our modules, one after the other, behind a table of where each stands."""
    table, code = {}, b""
    for name, path in sorted(_sources()):
        with open(path, encoding="utf-8") as file:
            made = _made(file.read(), os.path.relpath(path, ABOVE))
        one = marshal.dumps(made)
        table[name] = (path.endswith("__init__.py"), len(code), len(one))
        code += one
    head = marshal.dumps((_python(), table))
    return len(head).to_bytes(WIDTH) + head + code


def use() -> None:
    """Import our modules from the file from now on, where it is there and of this Python."""
    if not os.path.isdir(os.path.join(FOLDER, "rules")):
        return
    try:
        file = open(os.path.join(FOLDER, NAME), "rb", buffering=0)  # noqa: SIM115  # read from until the end
        size = int.from_bytes(file.read(WIDTH))
        python, table = marshal.loads(file.read(size))
    except (OSError, ValueError, EOFError, TypeError):
        return
    if python == _python():
        sys.meta_path.insert(0, Finder(file, WIDTH + size, table))


def in_use() -> bool:
    """Whether this process is the command's own, which imports from the file."""
    return any(isinstance(finder, Finder) for finder in sys.meta_path)


class Finder:
    """Finds and loads modules in what `compiled` gave.

    The table says of each name whether it is a package, and where its code begins (from `start` on) and how
    long it is, in bytes.
    """

    def __init__(self, file: FileIO, start: int, table: Mapping[str, tuple[bool, int, int]]) -> None:
        self._file = file
        self._start = start
        self._table = table

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """What the import system asks first; None leaves the module to others."""
        found = self._table.get(name)
        if found is None:
            return None
        spec: ModuleSpec = type(__spec__)(name, self, origin=self._path(name), is_package=found[0])  # type: ignore[arg-type]
        if found[0]:
            spec.submodule_search_locations = [os.path.dirname(self._path(name))]
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """Nothing: the import system makes the module."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the code of a module."""
        module.__file__ = self._path(module.__name__)
        exec(self.get_code(module.__name__), module.__dict__)

    def get_code(self, name: str) -> CodeType:
        """The code of a module."""
        _, at, size = self._table[name]
        self._file.seek(self._start + at)
        code: CodeType = marshal.loads(self._file.read(size))
        return code

    def get_source(self, name: str) -> str:
        """The text of a module, which tracebacks quote."""
        with open(self._path(name), encoding="utf-8") as file:
            return file.read()

    def _path(self, name: str) -> str:
        ending = "/__init__.py" if self._table[name][0] else ".py"
        return os.path.join(ABOVE, name.replace(".", "/") + ending)


def _made(source: str, path: str) -> CodeType:
    """The code of a module, which takes from `untyped` what it took from `typing` if all of that is there."""
    import __future__  # noqa: PLC0415  # only where the file is made

    import ast  # noqa: PLC0415

    from rolelint import untyped  # noqa: PLC0415

    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "typing":
            known = all(hasattr(untyped, name.name) for name in node.names)
            node.module = untyped.__name__ if known else node.module
    made: CodeType = compile(tree, path, "exec", __future__.annotations.compiler_flag, dont_inherit=True)
    return made


def _python() -> str:
    """What code is made for: it stays the same from the release of a minor version on."""
    released = sys.version_info.releaselevel == "final"
    return f"{sys.implementation.cache_tag}" if released else f"{sys.hexversion:x}"


def _sources() -> Iterator[tuple[str, str]]:
    """Name and path of each of our modules."""
    for folder, _, files in os.walk(FOLDER):
        package = ".".join([PACKAGE, *os.path.relpath(folder, FOLDER).split(os.sep)]).removesuffix("..")
        for file in files:
            if file.endswith(".py"):
                name = package if file == "__init__.py" else f"{package}.{file[:-3]}"
                yield name, os.path.join(folder, file)
