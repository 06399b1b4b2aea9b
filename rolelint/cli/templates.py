"""The texts that `rolelint new` writes."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

from rolelint import bundled
from rolelint.schema.load import load

PACK = """\
# A rule pack: this file and one file a rule. Use it with `packs: [./{pack}]` in .rolelint.yaml, or --pack.
name: {pack}
title: {title}
version: "1"
source: where these rules come from
# The functions that the rules decide between, and by what names and titles they are known.
between: [{one}, {other}]
functions:
  {one}:
    aliases: []   # other names of the function and its teams
    titles: []    # titles of people in it
  {other}:
    aliases: []
    titles: []
"""
WRONG_FUNCTION = """\
title: Sharpening pencils owned by {other}
kind: wrong-function
# The gravest level of a finding. Words alone never give more than a warning, whatever stands here.
severity: warning
# Words in braces are filled in: task, owner, duty, function, evidence.
message: "\\"{{task}}\\" reads as {one}'s work, but {{owner}} is {{duty}} for it"
help: "make {one} accountable and {other} consulted, or say why it is shared: `shared: {{why: …}}`"
why: >-
  Say here why it matters, for people who are not yet convinced.
source: where the rule comes from
dimension: scope
options:
  function: {one}
  # definition, approach, focus, process, scope, horizon, strategy, priority, identity or prose
  dimension: scope
  meaning: sharpening pencils is {one}'s work
  # One of these decides. Words stand for all their forms, `a|b` is either, `..` a gap of up to five words;
  # words after ` ! ` take the phrase's force.
  strong:
    - sharpen .. pencil|crayon ! metaphor
  # Two of these decide together.
  # medium: []
  # These silence the rule.
  # vetoes: []
# Examples are the rule's tests: all rules run, and a comment marks each line where a finding must stand.
bad:
  - |
    tasks:
      - {{name: Sharpen all pencils, owner: {other}}}  # <- {id}
      - {{name: Sharpen crayons, owner: {other}}}  # <- {id}
good:
  - |
    tasks:
      - {{name: Sharpen all pencils, owner: {one}}}
      - {{name: Sharpen the metaphor of the pencil, owner: {other}}}
"""
GREY_AREA = """\
title: Contested work without an agreement
kind: grey-area
severity: info
# Words in braces are filled in: task, area, missing, artefact, usual.
message: "\\"{{task}}\\" is a grey area ({{area}}): it lacks {{missing}}"
help: "name one accountable, consult the other side, and write down {{artefact}}"
why: >-
  Say here why either function may rightly own this work.
source: where the rule comes from
options:
  areas:
    staplers:
      title: staplers
      usual: who usually owns it where it goes well
      artefact: what should be written down
      strong:
        - stapler ! mend
bad:
  - |
    tasks:
      - {{name: Order staplers, owner: {one}}}  # <- {id}
      - {{name: Review the annual report, owner: {other}}}
good:
  - |
    tasks:
      - name: Order staplers
        owner: {one}
        consulted: {other}
        shared: {{why: both use them, handoff: the list of orders}}
      - {{name: Mend the stapler by hand, owner: {other}}}
"""
MARK = re.compile(r"# <- (.+)$", re.MULTILINE)


def sides(pack_file: Path, pack: str) -> list[str]:
    """The functions of a pack: as its file says, else the parts of its name."""
    from rolelint import source

    data = source.read("", pack_file.read_bytes()).documents[0].data if pack_file.is_file() else None
    said = data.get("between") if isinstance(data, dict) else None
    found = [str(name) for name in said] if isinstance(said, list) else pack.split("-")
    return found if len(found) > 1 else [pack, "operations"]


def pack(name: str, between: list[str]) -> str:
    """A pack file."""
    title = name.replace("-", " and ").capitalize()
    return PACK.format(pack=name, title=title, one=between[0], other=between[1])


def rule(identity: str, kind: str, between: list[str]) -> str:
    """A rule of a kind: one written for beginners, else the first of that kind that comes with rolelint."""
    own = {"wrong-function": WRONG_FUNCTION, "grey-area": GREY_AREA}.get(kind)
    if own is not None:
        return own.format(id=identity, one=between[0], other=between[1])
    path = _of_kind(kind)
    text = path.read_text("utf-8")
    # All rules run on an example, so the rule that this was copied from speaks as well if it is on.
    on = "\nenabled: false\n" not in text
    return _options(kind, path) + MARK.sub(lambda mark: _marked(mark[1], path, identity, on=on), text)


def _marked(ids: str, path: Path, identity: str, *, on: bool) -> str:
    origin = f"{path.parent.name}/{path.stem}"
    listed = [each.strip() for each in ids.split(",")]
    kept = [each for each in listed if each != origin or on]
    return f"# <- {', '.join([*kept, *([identity] * listed.count(origin))])}"


def _of_kind(kind: str) -> Path:
    line = re.compile(rf"^kind: {re.escape(kind)}$", re.MULTILINE)
    files = sorted(bundled.folder("rules").glob("*/*.yaml"))
    return next(file for file in files if line.search(file.read_text("utf-8")))


def _options(kind: str, path: Path) -> str:
    """What the kind checks and what its options mean, as comments."""
    schema = load("kinds")["properties"][kind]
    told = [
        f"{kind}: {schema['description']} Begun from {path.parent.name}/{path.stem}; change what you need."
    ]
    for name, option in schema["properties"].items():
        needed = " (needed)" if name in schema.get("required", ()) else ""
        told.append(f"  {name}{needed}: {option['description']}")
    lines = (line for each in told for line in textwrap.wrap(each, 100, subsequent_indent="    "))
    return "".join(f"# {line}\n" for line in lines)
