"""Work of one function that is called by the name of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rolelint.facts import Clear, Facts
from rolelint.finding import Hit, Mark, Sign
from rolelint.fit.verdict import Verdict
from rolelint.organisation.model import Role
from rolelint.words import Phrases, fold, listed, with_one_of

_LABEL_ENDS = (":", "–", "—", " - ")
_SHOWN = 5


def called(facts: Facts, rule: str, options: Mapping[str, Any]) -> Iterator[Hit]:
    """Clear-cut work of `work` that bears the name of `called`, a title that does, or a section.

    A name counts where one of `words` stands before one of `before` ("marketing calls"), or ends a label
    ("Field marketing: …"); one of `mild` makes it information, one of `unless` silences it. Titles of
    `titles` count where a metric is one of `metrics`. A section counts where its whole name is in `sections`.
    Where `called` owns the task and the whole
    name reads as `work`, the wrong-function rules tell it.
    """
    names, tasks = _Names(options), facts.organisation.tasks
    for number in with_one_of(names.any, [task.name.lower() for task in tasks]):
        task, verdict, owner = tasks[number], facts.verdicts[number], facts.owner_functions[number]
        if names.bears(task.name):
            bare = _bare(facts, names, Clear(task, verdict, owner), options)
            if bare is not None:
                yield _of_task(facts, options, names, Clear(task, bare, owner))
    yield from _sections(facts, options, names)
    yield from _titles(facts, options)


def _bare(facts: Facts, names: _Names, clear: Clear, options: Mapping[str, Any]) -> Verdict | None:
    """The verdict on a task without the name it bears, where that is clear-cut `work`; None otherwise."""
    task, verdict, owner = clear
    if verdict.outcome == "clear-cut":
        return verdict if verdict.function == options["work"] and owner != options["called"] else None
    if verdict.outcome == "grey":
        return None
    bare = facts.lexicon.judge(task._replace(name=names.without(task.name), description=None))
    return bare if bare.outcome == "clear-cut" and bare.function == options["work"] else None


def _sections(facts: Facts, options: Mapping[str, Any], names: _Names) -> Iterator[Hit]:
    """One hit for each section whose name is the other function's."""
    found: dict[tuple[int, str], list[Clear]] = {}
    for clear in facts.clear_cut:
        task, section = clear.task, fold(clear.task.section or "")
        if section not in names.sections or clear.owner == options["called"] or names.bears(task.name):
            continue
        if clear.verdict.function == options["work"]:
            found.setdefault((task.route.document, section), []).append(clear)
    yield from (_of_section(facts, options, clears) for clears in found.values())


class _Names:
    """How a text bears the name of a function."""

    def __init__(self, options: Mapping[str, Any]) -> None:
        words, before = options["words"], options["before"]
        self.any = [fold(word) for word in (*words, *options["mild"])]
        self._pairs = Phrases(f"{word} {activity}" for word in words for activity in before)
        self._words = Phrases(words)
        self._unless = Phrases(options["unless"])
        self._mild = Phrases(options["mild"])
        self.sections = set(map(fold, options["sections"]))

    def bears(self, name: str) -> bool:
        """Whether the name calls the work by the other function's name."""
        lower = name.lower()
        if not any(word in lower for word in self.any) or self._unless.first(name):
            return False
        return bool(self._pairs.first(name) or self._mild.first(name) or self._words.first(_label(name)))

    def without(self, name: str) -> str:
        """The work itself: what follows the label, or the words that are no name."""
        if self._words.first(_label(name)):
            return name[min(name.find(end) for end in _LABEL_ENDS if end in name) + 1 :]
        return " ".join(word for word in name.split() if not self._words.first(word))

    def mild(self, name: str) -> bool:
        """Whether it does so in an old word of the trade."""
        return self._mild.first(name) is not None


def _label(name: str) -> str:
    """The last word of what stands before a colon or a dash: "Field marketing: visits" -> "marketing"."""
    ends = [name.find(end) for end in _LABEL_ENDS if end in name]
    words = name[: min(ends)].split() if ends else []
    return words[-1] if words else ""


def _of_task(facts: Facts, options: Mapping[str, Any], names: _Names, clear: Clear) -> Hit:
    task = clear.task
    signs = facts.lexicon.signs(task, clear.verdict)
    return Hit(
        task.route,
        words={"what": f'"{task.name}"', "evidence": _evidence(signs), **_sides(options)},
        label=f"called {options['called']}",
        signs=signs,
        severity="info" if names.mild(task.name) else None,
        task=task.name,
    )


def _of_section(facts: Facts, options: Mapping[str, Any], clears: list[Clear]) -> Hit:
    task, verdict, _ = clears[0]
    signs = facts.lexicon.signs(task, verdict)
    return Hit(
        task.route,
        words={"what": f'"{task.name}"', "evidence": _evidence(signs), **_sides(options)},
        label=f'stands in the section "{task.section}"',
        marks=tuple(Mark(clear.task.route, "and so does this") for clear in clears[1:_SHOWN]),
        signs=signs,
        severity="info",
        task=task.name,
    )


def _titles(facts: Facts, options: Mapping[str, Any]) -> Iterator[Hit]:
    titles, metrics = Phrases(options["titles"]), Phrases(options["metrics"])
    for role in facts.organisation.roles.values():
        measured = next(filter(metrics.first, role.metrics), None)
        if measured is not None and titles.first(role.title or role.name):
            yield _of_role(options, role, measured)


def _of_role(options: Mapping[str, Any], role: Role, measured: str) -> Hit:
    return Hit(
        role.route,
        words={
            "what": f'"{role.title or role.name}"',
            "evidence": f"measured by {measured}",
            **_sides(options),
        },
        label=f"called {options['called']}, measured by {measured}",
        parties=(role.name,),
    )


def _sides(options: Mapping[str, Any]) -> dict[str, str]:
    return {"called": options["called"], "work": options["work"]}


def _evidence(signs: tuple[Sign, ...]) -> str:
    return listed(list(dict.fromkeys(f'"{sign.phrase}"' for sign in signs)), 3) if signs else "by its traits"
