"""What is told where the pointer rests: the rule that speaks there, and what speaks in a task's words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from rolelint.editor.positions import holds
from rolelint.editor.sight import Sight
from rolelint.finding import Finding
from rolelint.organisation.model import Task
from rolelint.rule import Rule

_ID = re.compile(r"[a-z][\w-]*/[a-z][\w-]*")


def hover(sight: Sight, rules: Mapping[str, Rule], line: int, column: int) -> str | None:
    """Markdown for a line and column; None where there is nothing to say.

    On a rule's id, in a comment say, it is that rule; else the rules that speak here and the task's evidence.
    """
    named = _named(sight.line(line), column)
    if named in rules:
        return _rule(rules[named])
    parts = [_finding(f, rules) for f in sight.findings() if holds(f.place, line, column)]
    parts += [_task(sight, task) for task in _tasks(sight, line, column)]
    return "\n\n---\n\n".join(dict.fromkeys(parts)) or None


def _named(text: str, column: int) -> str:
    """The rule's id that stands at a column of a line."""
    return next((m[0] for m in _ID.finditer(text) if m.start() < column <= m.end() + 1), "")


def _rule(rule: Rule) -> str:
    return "\n\n".join(_page(rule, rule.help))


def _page(rule: Rule, help_: str) -> Iterator[str]:
    yield f"**{escaped(rule.title)}** (`{rule.id}`, at most {rule.severity})"
    yield escaped(" ".join(rule.why.split()))
    if help_:
        yield f"**What to do:** {escaped(' '.join(help_.split()))}"


def _finding(finding: Finding, rules: Mapping[str, Rule]) -> str:
    return "\n\n".join(_page(rules[finding.rule], finding.help))


def _tasks(sight: Sight, line: int, column: int) -> Iterable[Task]:
    for task in sight.tasks():
        if holds(sight.document(task.route.document).place(task.route), line, column):
            yield task


def _task(sight: Sight, task: Task) -> str:
    """What speaks in a task's words, line by line, as it was found."""
    told = "\n".join(sight.linter.lexicon.explain(task.name)).replace("```", "'''")
    return f"```text\n{told}\n```"


def escaped(text: str) -> str:
    """A text in which names out of a file cannot act as Markdown or HTML."""
    return re.sub(r"([\\`*_{}\[\]<>#|!&])", r"\\\1", text)
