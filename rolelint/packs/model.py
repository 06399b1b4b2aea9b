"""What packs are once they are read: rules, pack files, and what was compiled of them."""

from collections.abc import Iterable, Mapping
from typing import Any

from rolelint.records import NamedTuple
from rolelint.rule import Rule

PACK_FILE = "pack.yaml"
BASE = "sales-marketing"
"""The pack whose border is always judged, and whose words the borders of other packs share."""


class BadPack(Exception):
    """A pack that cannot be used; `faults` are whole lines: file, line, column and what is wrong."""

    def __init__(self, faults: Iterable[str]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(self.faults))


class Packs(NamedTuple):
    """All rules by id, in order of id, and the data of each pack file by pack name.

    `lexicons` are the compiled forms of the rules' phrases by pack, `titles` that of the pack files' names;
    what is missing has to be built. `off` are the packs whose rules run only when they are asked for.
    `folders` says where each pack that did not come with rolelint was read, `compiled` that the rules came
    without the options that the lexicons already hold.
    """

    rules: Mapping[str, Rule]
    files: Mapping[str, Mapping[str, Any]]
    lexicons: Mapping[str, Any] = {}
    titles: Any = None
    off: frozenset[str] = frozenset()
    folders: Mapping[str, str] = {}
    compiled: bool = False

    def enabled(self, rule: Rule) -> bool:
        """Whether a rule runs unasked."""
        return rule.enabled and rule.pack not in self.off

    @property
    def on(self) -> list[Mapping[str, Any]]:
        """The pack files that count."""
        return [data for name, data in self.files.items() if name not in self.off]


def off(files: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """The packs that say that they are to be asked for."""
    return frozenset(name for name, data in files.items() if data.get("enabled") is False)
