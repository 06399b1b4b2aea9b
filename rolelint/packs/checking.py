"""What the schemas of rule and pack cannot say: kinds and their options, phrases, names that must agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rolelint import plugin
from rolelint.fit import checking as phrases
from rolelint.packs import borders
from rolelint.packs.extending import EXTENDS
from rolelint.packs.model import Packs
from rolelint.packs.reading import PackFile, Reading
from rolelint.rule import Rule
from rolelint.schema import problems
from rolelint.schema.load import load
from rolelint.suggest import suggest

MOST_PHRASES = 5000
"""So many phrases a pack may have."""


def faults(packs: Packs, read: Reading) -> Iterator[str]:
    """All that is wrong with the packs that were read, in the order of their files."""
    for identity, file in read.files.items():
        if "/" in identity:
            yield from _rule(packs, file)
        elif file.sound:
            yield from _pack(packs, file)
    for name, data in read.packs.items():
        for identity in data.get(EXTENDS, {}):
            if identity in packs.rules:
                yield from _change(packs, read.files[name], packs.rules[identity])
    for name in dict.fromkeys(rule.pack for rule in read.rules.values()):
        yield from _phrases(packs, name, read.files)


def _pack(packs: Packs, file: PackFile) -> Iterator[str]:
    if file.data["name"] != file.pack:
        yield file.fault(
            ("name",), f'the folder is called "{file.pack}"; a pack bears the name of its folder'
        )
    if all(rule.pack != file.pack for rule in packs.rules.values()) and not (
        {EXTENDS, "functions", "ambiguous", "heads", "wording"} & file.data.keys()
    ):
        yield file.fault((), f'the pack "{file.pack}" has no rules and changes nothing')


def _rule(packs: Packs, file: PackFile) -> Iterator[str]:
    """What is wrong with the kind and the options, also where other parts do not fit the schema."""
    kind, options = file.data.get("kind"), file.data.get("options", {})
    if not isinstance(kind, str) or not isinstance(options, dict):
        return
    kinds = load("kinds")["properties"]
    if kind in kinds:
        for problem in problems({kind: options}, "kinds", 0, what_for="the options"):
            yield file.fault(("options", *problem.route.steps[1:]), problem.message, key=problem.route.key)
        if kind == "wrong-function":
            yield from _function(packs, file, options.get("function"))
    elif kind not in plugin.names():
        near = suggest(kind, [*kinds, *plugin.names()])
        hint = f' — did you mean "{near}"?' if near else "; docs/writing-rules.md lists the kinds"
        yield file.fault(("kind",), f'no kind of rule is called "{kind}"{hint}')


def _function(packs: Packs, file: PackFile, function: object) -> Iterator[str]:
    """A function outside the border, or the only one of it: nobody could be accused."""
    known = borders.sides(packs, file.pack)
    between = packs.files.get(file.pack, {}).get("between")
    if isinstance(function, str) and between is not None and function not in between:
        near = suggest(function, known)
        hint = f' — did you mean "{near}"?' if near and near != function else ""
        yield file.fault(("options", "function"), f'"{function}" is not among `between` of the pack{hint}')
    elif between is None and len(known) == 1:
        said = "the pack knows one function only; name the others in `between` of pack.yaml"
        yield file.fault(("options", "function"), said)


def _change(packs: Packs, file: PackFile, rule: Rule) -> Iterator[str]:
    """What is wrong with a rule of another pack now that this pack has changed it."""
    if rule.kind in load("kinds")["properties"] and not (packs.compiled and rule.kind in phrases.KINDS):
        for problem in problems({rule.kind: rule.options}, "kinds", 0, what_for="the options"):
            yield file.fault((EXTENDS, rule.id), f"{rule.id}, changed: {problem.message}", key=True)
        given = borders.given(packs, rule.pack)
        for identity, steps, said in phrases.faults(given) if rule.kind in phrases.KINDS else ():
            if identity == rule.id:
                yield file.fault((EXTENDS, rule.id, "add", steps[0]), said)


def _phrases(packs: Packs, pack: str, files: Mapping[str, PackFile]) -> Iterator[str]:
    """Phrases that cannot be read; only of rules whose options have the right form."""
    given = [
        (identity, kind, options)
        for identity, kind, options in borders.given(packs, pack)
        if kind in phrases.KINDS and not problems({kind: options}, "kinds", 0)
    ]
    number = sum(1 for _, kind, options in given for _ in phrases.phrases(kind, options))
    if number > MOST_PHRASES:
        yield f"{packs.folders.get(pack, pack)}: {number} phrases; a pack may have {MOST_PHRASES}"
        return
    for identity, steps, said in phrases.faults(given):
        if identity in files:
            yield files[identity].fault(("options", *steps), said)
