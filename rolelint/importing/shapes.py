"""YAML and JSON that others write -> matrices: records with duties as keys, grids, roles over tasks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rolelint.finding import Step
from rolelint.importing.mapping import Map
from rolelint.importing.marks import marks_of
from rolelint.importing.model import OWNER, Given, Matrix, Row
from rolelint.importing.schemes import letter_of, scheme_for
from rolelint.importing.shapekeys import answers, duties_of, is_inside, is_letter_map
from rolelint.importing.trees import Steps, Tree, text_of
from rolelint.importing.vocabulary import TASKS, WEAK_TASKS, is_nobody, tokens
from rolelint.organisation.schemes import KNOWN_LETTERS
from rolelint.words import fold

NAME_KEYS = (
    "name",
    "task",
    "activity",
    "title",
    "deliverable",
    "decision",
    "action",
    "item",
    "process",
    "label",
    "what",
)
EXTRA = {
    "description": "description",
    "desc": "description",
    "summary": "description",
    "metric": "metric",
    "kpi": "metric",
}
SECTION_KEYS = ("stage", "phase", "section", "category", "group")
ROLE_HOLDERS = frozenset(("roles", "role", "people", "persons", "teams", "team", "members", "functions"))
NOT_TASKS = frozenset(["metadata", "legend", "letters", "scheme", "rules", "policy", "settings", "config"])
DEEPEST = 40
OWN_LISTS = ("tasks", "matrix")
"""Keys of this very format whose mappings may hold bare owners."""


class Shapes:
    """Finds every shape in one document."""

    def __init__(self, tree: Tree, chosen: Map | None = None) -> None:
        self.tree = tree
        self.columns: Mapping[str, str] = chosen.columns if chosen else {}
        self.letters: Mapping[str, str] = chosen.letters if chosen else {}
        self.start = chosen.tasks if chosen else ()
        self.matrix = Matrix("", grid=False)

    def find(self) -> Matrix:
        """All tasks of the document, in its order."""
        data = self.tree.document.data
        if self.start:
            self._any(_below(data, self.start), self.start, "")
        elif not (isinstance(data, dict) and (self._catalogued(data) or self._groups_of_owners(data))):
            self._any(data, (), "")
        used = frozenset(given.mark for row in self.matrix.rows for given in row.given if given.mark)
        scheme = scheme_for(used, *self._legend(data))
        self.matrix.scheme, self.matrix.letters = scheme.name, scheme.letters
        for row in self.matrix.rows:
            row.given = [_settled(given, self.matrix) for given in row.given]
            row.given = [given for given in row.given if given.duty]
        return self.matrix

    def _legend(self, data: object) -> tuple[Mapping[str, str], list[str]]:
        """What the user's map or the file's own `scheme:` says of letters; a name is like a title."""
        said = data.get("scheme") if isinstance(data, dict) else None
        if isinstance(said, dict) and not self.letters:
            return {text_of(letter).upper(): text_of(duty) for letter, duty in said.items()}, []
        return self.letters, [text_of(said)]

    def _any(self, node: object, steps: Steps, section: str) -> None:
        if len(steps) > DEEPEST:
            return
        if isinstance(node, dict):
            self._mapping(node, steps, section)
        for number, item in enumerate(node if isinstance(node, list) else []):
            if isinstance(item, str) and steps and steps[-1] == "tasks":
                self._bare(item, None, (*steps, number), section)
            else:
                self._any(item, (*steps, number), section)

    def _mapping(self, node: dict[Step, object], steps: Steps, section: str) -> None:
        name = self._name(node, steps)
        holds_lists = any(isinstance(value, list) for value in node.values())
        listed = len(steps) > 1 and steps[-2] == "tasks" and not holds_lists
        if name and (listed or answers(node, self.columns) or (section and duties_of(node, self.columns))):
            self._record(node, steps, name, section)
            return
        if not self.start and self._roles_over_tasks(node, steps):
            return
        inner, before = section, len(self.matrix.rows)
        name = name or next((key for key in SECTION_KEYS if text_of(node.get(key))), None)
        if name and steps and holds_lists:
            inner = text_of(node[name])
        self._children(node, steps, inner)
        if inner != section and len(self.matrix.rows) > before:
            self.tree.take((*steps, name or ""))

    def _children(self, node: dict[Step, object], steps: Steps, section: str) -> None:
        holder = str(steps[-1]).casefold() if steps else ""
        main = any(isinstance(value, dict) and answers(value, self.columns) for value in node.values())
        for key, value in node.items():
            at = (*steps, key)
            if str(key).casefold() in NOT_TASKS:
                continue
            if holder in OWN_LISTS and not isinstance(value, dict | list):
                self._bare(key, value, at, section)
            elif isinstance(value, dict) and main and self._is_named_record(value):
                self._record(value, at, None, section)
            elif isinstance(value, dict) and is_letter_map(value):
                self._letters(value, at, section)
            elif isinstance(value, dict | list):
                self._any(value, at, section)

    def _is_named_record(self, value: dict[Step, object]) -> bool:
        """A record whose name is the key above it."""
        return bool(duties_of(value, self.columns)) and not (set(map(str, value)) & {"task", "activity"})

    def _name(self, node: dict[Step, object], steps: Steps) -> str | None:
        said = next((key for key in node if self.columns.get(fold(str(key))) == "task"), None)
        if said is not None and text_of(node[said]):
            return str(said)
        keys = {str(key).casefold(): str(key) for key in node if isinstance(key, str)}
        found = [keys[name] for name in NAME_KEYS if name in keys and text_of(node[keys[name]])]
        found += [
            key for low, key in keys.items() if set(tokens(low.replace("_", " "))) & (TASKS | WEAK_TASKS)
        ]
        found += [keys["id"]] if "id" in keys else []
        duties = duties_of(node, self.columns)
        return next((key for key in found if key not in duties and text_of(node[key])), None)

    def _catalogued(self, data: dict[Step, object]) -> bool:
        """A Backstage entity: `metadata.name` and `spec.owner`."""
        metadata, spec = data.get("metadata"), data.get("spec")
        if not (isinstance(metadata, dict) and isinstance(spec, dict) and text_of(spec.get("owner"))):
            return False
        key = "title" if text_of(metadata.get("title")) else "name"
        name, owner = text_of(metadata.get(key)), text_of(spec["owner"])
        row = Row(name, self.tree.cell(("metadata", key), name))
        row.given.append(Given(owner, "", OWNER, self.tree.cell(("spec", "owner"), owner)))
        if text_of(metadata.get("description")):
            row.extra["description"] = text_of(metadata["description"])
            self.tree.take(("metadata", "description"))
        self.tree.take(("metadata", key))
        self.tree.take(("spec", "owner"))
        self.matrix.rows.append(row)
        return bool(name)

    def _groups_of_owners(self, data: dict[Step, object]) -> bool:
        """Kubernetes' `sigs.yaml`: a group owns each of its subprojects."""
        found = False
        for kind, groups in data.items():
            for number, group in enumerate(groups if isinstance(groups, list) else []):
                parts = group.get("subprojects") if isinstance(group, dict) else None
                owner = text_of(group.get("name")) if isinstance(group, dict) else ""
                for at, part in enumerate(parts if isinstance(parts, list) else []):
                    name = text_of(part.get("name")) if isinstance(part, dict) else ""
                    if name and owner:
                        self._owned(
                            name, (kind, number, "subprojects", at, "name"), owner, (kind, number, "name")
                        )
                        found = True
        return found

    def _owned(self, name: str, steps: Steps, owner: str, by: Steps) -> None:
        row = Row(name, self.tree.cell(steps, name), section=owner)
        row.given.append(Given(owner, "", OWNER, self.tree.cell(by, owner)))
        self.tree.take(steps)
        self.tree.take(by)
        self.matrix.rows.append(row)

    # One task

    def _bare(self, key: Step, value: object, steps: Steps, section: str) -> None:
        """`tasks: {Task: owner}`, this very format's shortest form; without an owner, nobody owns it."""
        named = not isinstance(steps[-1], int)
        row = Row(text_of(key), self.tree.cell(steps, text_of(key), key=named), section=section)
        if text_of(value):
            row.given.append(Given(text_of(value), "", OWNER, self.tree.cell(steps, text_of(value))))
        self.tree.take(steps)
        self.matrix.rows.append(row)

    def _record(self, node: dict[Step, object], steps: Steps, name: str | None, section: str) -> None:
        if name is None:
            cell = self.tree.cell(steps, str(steps[-1]), key=True)
        else:
            cell = self.tree.cell((*steps, name), text_of(node[name]))
            self.tree.take((*steps, name))
        row = Row(text_of(cell.text), cell, section=section)
        for key, value in node.items():
            at = (*steps, key)
            low = self.columns.get(fold(str(key)), str(key).casefold())
            if low in EXTRA and text_of(value):
                row.extra[EXTRA[low]] = text_of(value)
                row.extra_cells[EXTRA[low]] = self.tree.cell(at, text_of(value))
                self.tree.take(at)
            elif low in SECTION_KEYS and text_of(value) and key != name:
                row.section = text_of(value)
                self.tree.take(at)
        for key, inside in node.items():
            if isinstance(inside, dict) and is_inside(key, inside) and is_letter_map(inside):
                self._give_letters(row, inside, (*steps, key))
        for steps_of, letter, duty, value in self._duties(node, steps):
            for party, at in self._parties(value, steps_of):
                row.given.append(Given(party, letter, duty, self.tree.cell(at, party)))
            self.tree.take(steps_of)
        self.matrix.rows.append(row)

    def _duties(self, node: dict[Step, object], steps: Steps) -> Iterator[tuple[Steps, str, str, object]]:
        for key, (letter, duty) in duties_of(node, self.columns).items():
            yield (*steps, key), letter, duty, node[key]
        for key, value in node.items():
            if isinstance(value, dict) and is_inside(key, value) and key not in duties_of(node, self.columns):
                yield from self._duties(value, (*steps, key))

    def _parties(self, value: object, steps: Steps) -> Iterator[tuple[str, Steps]]:
        """The names in a scalar, a list, or mappings that have a `name`."""
        if isinstance(value, list):
            for number, item in enumerate(value):
                yield from self._parties(item, (*steps, number))
        elif isinstance(value, dict):
            key = next((k for k in ("name", "role", "team", "id", "github") if text_of(value.get(k))), None)
            if key:
                yield text_of(value[key]), (*steps, key)
        elif text_of(value) and not is_nobody(text_of(value)):
            yield text_of(value), steps

    # Letters as values

    def _letters(self, node: dict[Step, object], steps: Steps, section: str) -> None:
        """`Task: {party: letters}`."""
        cell = self.tree.cell(steps, str(steps[-1]), key=True)
        row = Row(text_of(cell.text), cell, section=section)
        self._give_letters(row, node, steps)
        self.matrix.grid = True
        self.matrix.rows.append(row)

    def _give_letters(self, row: Row, node: dict[Step, object], steps: Steps) -> None:
        for key, value in node.items():
            text = ", ".join(text_of(each) for each in value) if isinstance(value, list) else text_of(value)
            marks = marks_of(text, KNOWN_LETTERS)
            at = self.tree.cell((*steps, key), text)
            for letter in marks.letters if marks else ():
                row.given.append(Given(text_of(key), letter, "", at))
            for duty in marks.duties if marks else ():
                row.given.append(Given(text_of(key), "", duty, at))
            self.tree.take((*steps, key))

    # Roles over tasks

    def _roles_over_tasks(self, node: dict[Step, object], steps: Steps) -> bool:
        """`roles: {PM: {accountable: [tasks]}}`: only below a key that says it holds roles."""
        holder = str(steps[-1]).casefold() if steps else ""
        entries = {k: v for k, v in node.items() if isinstance(v, dict) and duties_of(v, self.columns)}
        if not entries or not (set(tokens(holder.replace("_", " "))) & ROLE_HOLDERS):
            return False
        rows: dict[str, Row] = {}
        for party, record in entries.items():
            for at, letter, duty, value in self._duties(record, (*steps, party)):
                for task, where in self._parties(value, at):
                    row = rows.setdefault(task, Row(task, self.tree.cell(where, task)))
                    row.given.append(Given(text_of(party), letter, duty, self.tree.cell(where, task)))
                self.tree.take(at)
        self.matrix.rows += rows.values()
        return True


def _settled(given: Given, matrix: Matrix) -> Given:
    """With its duty where only the letter was written, and the other way round."""
    if given.duty:
        mark = "" if given.duty == OWNER else given.mark or letter_of(given.duty, matrix.letters)
        return given._replace(mark=mark)
    return given._replace(duty=matrix.letters.get(given.mark, ""))


def _below(data: object, steps: Steps) -> object:
    """What stands at these keys; None where they lead nowhere."""
    for step in steps:
        data = data.get(step) if isinstance(data, dict) else None
    return data
