"""`rolelint new rule`: a commented rule with its examples, which passes `rolelint test` as it stands."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from rolelint.cli.files import Exists, write
from rolelint.cli.inputs import plainly
from rolelint.cli.output import complain

WRONG = 2
NEVER_ALONE = ("reported", "mixed-task")
"""Kinds whose rules say nothing by themselves: faults of the input, and what the rules of a border share."""


def _kinds() -> list[str]:
    from rolelint.schema.load import load

    return [kind for kind in load("kinds")["properties"] if kind not in NEVER_ALONE]


class _Kind(click.ParamType[str]):
    """A kind of rule; what the kinds are is read only when one is given."""

    name = "kind"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from rolelint.suggest import suggest

        if value not in _kinds():
            near = suggest(value, _kinds())
            said = f' — did you mean "{near}"?' if near else f": {', '.join(_kinds())}"
            self.fail(f'no kind of rule is called "{value}"{said}', param, ctx)
        return value


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Begin a rule of your own."""


@command.command("rule", context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("path", metavar="PACK/NAME")
@click.option("--kind", type=_Kind(), default="wrong-function", show_default=True, help="What it checks.")
@click.option("--between", metavar="A,B", help="The functions the pack decides between [from the pack].")
def rule(path: str, kind: str, between: str | None) -> None:
    """Write PACK/NAME.yaml, a rule to change to your needs, and PACK/pack.yaml where there is none."""
    folder, name = Path(path.removesuffix(".yaml")).parent, Path(path.removesuffix(".yaml")).name
    faults = _misnamed(folder, name)
    if faults:
        complain(faults)
        sys.exit(WRONG)
    try:
        written = _written(folder, name, kind, [x.strip() for x in (between or "").split(",") if x.strip()])
    except Exists as exists:
        complain([str(exists).partition(";")[0]])
        sys.exit(WRONG)
    except OSError as error:
        complain([f"{folder}: {plainly(error)}"])
        sys.exit(WRONG)
    for file in written:
        click.echo(f"written: {file}")
    click.echo(f"try it: rolelint test {folder if folder.is_absolute() else f'./{folder}'}")


def _misnamed(folder: Path, name: str) -> list[str]:
    from rolelint.packs.reading import NAME

    said = "small letters, digits and single dashes"
    pack = folder.resolve().name
    if folder == Path() or not NAME.fullmatch(pack):
        return [f"write PACK/NAME, such as rolelint-packs/finance-procurement/{name or 'choosing-suppliers'}"]
    return [] if NAME.fullmatch(name) else [f'"{name}": a rule is named in {said}']


def _written(folder: Path, name: str, kind: str, between: list[str]) -> list[Path]:
    """The files that were written; Exists where the rule is there already."""
    from rolelint.cli import templates

    pack = folder.resolve().name
    head, file = folder / "pack.yaml", folder / f"{name}.yaml"
    if file.exists():
        raise Exists(f"{file}: there is a file already;")
    sides = between or templates.sides(head, pack)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    if not head.exists():
        write(head, templates.pack(pack, sides))
        written.append(head)
    write(file, templates.rule(f"{pack}/{name}", kind, sides))
    return [*written, file]
