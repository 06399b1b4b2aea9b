"""Our own modules from one file, so that a run need not look for each of them in the folders.

The file is made when a wheel is built and holds code for the Python that built it. Any other Python imports
the modules as usual, and so does a checkout, where a build may have left the file behind.
"""

import marshal
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from mmap import ACCESS_READ, mmap

TYPE_CHECKING = False  # as `typing` has it, whose import costs more than that of all that follows
if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from types import CodeType, ModuleType

FOLDER = os.path.dirname(os.path.abspath(__file__))
ABOVE = os.path.dirname(FOLDER)
NAME = "modules.compiled"
PACKAGE = __name__.partition(".")[0]
WIDTH = 4
"""Of the number before the table: its length in bytes."""


ROAD = tuple(f"{PACKAGE}.{name}" for name in ("cli.running", "source", "schema", "reporting.plain"))
"""What a run imports to lint a file; all that these import is the road."""


_NOTED = """
from importlib.machinery import SourceFileLoader
done = []
load = SourceFileLoader.exec_module
def noted(loader, module):
    load(loader, module)
    done.append(module.__name__)
SourceFileLoader.exec_module = noted
"""
"""Python that notes which modules were imported, in the order in which they were done."""


def compiled() -> bytes:
    """The code of all our modules: of those on the road as one, then of each other one.

    Before it stands a table: whether a module is a package, how long the road is, and where the others stand.
    """
    packages, codes, ahead = {}, {}, _road()
    for name, path in sorted(_sources()):
        with open(path, encoding="utf-8") as file:
            codes[name] = _made(file.read(), os.path.relpath(path, ABOVE), bare=name in ahead)
        packages[name] = path.endswith("__init__.py")
    road = marshal.dumps({name: codes.pop(name) for name in ahead})
    stretches, others = {}, b""
    for name, made in codes.items():
        one = marshal.dumps(made)
        stretches[name] = len(road) + len(others), len(one)
        others += one
    head = marshal.dumps((_python(), packages, len(road), stretches))
    return len(head).to_bytes(WIDTH) + head + road + others


def use() -> None:
    """Import our modules from the file from now on, where it is there and of this Python."""
    if not os.path.isdir(os.path.join(FOLDER, "rules")):
        return
    try:
        with open(os.path.join(FOLDER, NAME), "rb") as file:
            whole = memoryview(mmap(file.fileno(), 0, access=ACCESS_READ))
        start = WIDTH + int.from_bytes(whole[:WIDTH])
        python, *table = marshal.loads(whole[WIDTH:start])
        if python == _python():
            sys.meta_path.insert(0, Finder(whole[start:], *table))
    except (OSError, ValueError, EOFError, TypeError):
        return


def ahead() -> None:
    """Import all that lints a file, where it comes from the file."""
    for finder in sys.meta_path:
        if isinstance(finder, Finder):
            finder.ahead()


def in_use() -> bool:
    """Whether this process is the command's own, which imports from the file."""
    return any(isinstance(finder, Finder) for finder in sys.meta_path)


class Finder:
    """Finds and loads modules in what `compiled` gave.

    `packages` says of each name whether it is a package. `code` begins with that of the road, `road` bytes
    long; that of the others stands where `stretches` says: from where on, and how long.
    """

    def __init__(
        self,
        code: memoryview,
        packages: Mapping[str, bool],
        road: int,
        stretches: Mapping[str, tuple[int, int]],
    ) -> None:
        self._code, self._packages, self._stretches = code, packages, stretches
        self._road: dict[str, CodeType] = marshal.loads(code[:road])

    def ahead(self) -> None:
        """Run the modules of the road in the order in which they import each other.

        The import system would look for each by its name, which takes as long as to run it.
        """
        waiting = [(name, self._bare(name)) for name in self._road if name not in sys.modules]
        sys.modules.update({name: module for name, module in waiting if self._packages[name]})
        for name, module in waiting:
            sys.modules[name] = module
            exec(self._road.pop(name), module.__dict__)
            above, _, own = name.rpartition(".")
            setattr(sys.modules[above], own, module)

    def _bare(self, name: str) -> "ModuleType":
        """A module before its code ran."""
        module = type(sys)(name)
        module.__file__ = self._path(name)
        module.__loader__ = self  # type: ignore[assignment]  # tracebacks ask it for the text
        module.__package__ = name if self._packages[name] else name.rpartition(".")[0]
        if self._packages[name]:
            module.__path__ = [os.path.dirname(module.__file__)]
        return module

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: "ModuleType | None" = None
    ) -> "ModuleSpec | None":
        """What the import system asks first; None leaves the module to others."""
        package = self._packages.get(name)
        if package is None:
            return None
        spec: ModuleSpec = type(__spec__)(name, self, origin=self._path(name), is_package=package)  # type: ignore[arg-type]
        if package:
            spec.submodule_search_locations = [os.path.dirname(self._path(name))]
        return spec

    def create_module(self, spec: "ModuleSpec") -> None:
        """Nothing: the import system makes the module."""

    def exec_module(self, module: "ModuleType") -> None:
        """Run the code of a module."""
        module.__file__ = self._path(module.__name__)
        exec(self.get_code(module.__name__), module.__dict__)

    def get_code(self, name: str) -> "CodeType":
        """The code of a module."""
        code = self._road.get(name)
        if code is None:
            at, size = self._stretches[name]
            code = marshal.loads(self._code[at : at + size])
        return code

    def get_source(self, name: str) -> str:
        """The text of a module, which tracebacks quote."""
        with open(self._path(name), encoding="utf-8") as file:
            return file.read()

    def _path(self, name: str) -> str:
        ending = "/__init__.py" if self._packages[name] else ".py"
        return os.path.join(ABOVE, name.replace(".", "/") + ending)


def _road() -> list[str]:
    """The names of the modules on the road, each behind those it imports."""
    import subprocess  # noqa: PLC0415  # only where the file is made

    asked = [sys.executable, "-c", f"{_NOTED}import {', '.join(ROAD)}; print(*done)"]
    said = subprocess.run(asked, check=True, cwd=ABOVE, capture_output=True, text=True).stdout
    return [name for name in said.split() if name.partition(".")[0] == PACKAGE]


def _made(source: str, path: str, *, bare: bool) -> "CodeType":
    """The code of a module, which takes from `untyped` what it took from `typing` if all of that is there.

    `bare` functions do not know the types of what they take and give, which nobody asks of those of the road.
    """
    import __future__  # noqa: PLC0415  # only where the file is made

    import ast  # noqa: PLC0415

    from rolelint import untyped  # noqa: PLC0415

    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Module):  # the compiler is told of annotations below
            node.body = [
                n for n in node.body if not isinstance(n, ast.ImportFrom) or n.module != "__future__"
            ]
        elif isinstance(node, ast.ImportFrom) and node.module == "typing":
            known = all(hasattr(untyped, name.name) for name in node.names)
            node.module = untyped.__name__ if known else node.module
        elif bare and isinstance(node, ast.FunctionDef):
            node.returns = None
        elif bare and isinstance(node, ast.arg):
            node.annotation = None
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
