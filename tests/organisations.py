"""Organisations from short YAML, for tests of kinds: no lines and columns, only routes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from rolelint import bundled, source
from rolelint.engine import fill, milder
from rolelint.facts import Facts
from rolelint.finding import Hit, Route, Severity
from rolelint.kinds import KINDS
from rolelint.organisation import Titles, build


def data(text: str) -> Any:
    """The plain data of a sound text."""
    reading = source.read("org.yaml", text.encode())
    assert not reading.problems
    return reading.documents[0].data


def packs() -> list[Mapping[str, Any]]:
    """The pack files of the shipped packs."""
    files = (pack / "pack.yaml" for pack in bundled.folder("rules").iterdir() if pack.is_dir())
    return [data(file.read_text("utf-8")) for file in files if file.is_file()]


PACKS = packs()
TITLES = Titles.build(PACKS)


def facts(*texts: str, today: str | None = None) -> Facts:
    """The facts of one organisation made of these documents, without a lexicon: structure needs none."""
    documents = [(number, data(text)) for number, text in enumerate(texts)]
    return Facts(build(documents, TITLES), cast(Any, None), today, PACKS)


def options(rule: str) -> Mapping[str, Any]:
    """The options of a shipped rule."""
    return cast(Mapping[str, Any], shipped(rule).get("options", {}))


def shipped(rule: str) -> Mapping[str, Any]:
    """A shipped rule's file as plain data."""
    pack, _, name = rule.partition("/")
    text = (bundled.folder("rules") / pack / f"{name}.yaml").read_text("utf-8")
    return cast(Mapping[str, Any], data(text))


def hits(rule: str, *texts: str, today: str | None = None) -> list[Hit]:
    """What a shipped rule's kind finds in these documents, with the rule's own options."""
    kind = KINDS[shipped(rule)["kind"]]
    return list(kind(facts(*texts, today=today), rule, options(rule)))


def told(rule: str, *texts: str, today: str | None = None) -> list[tuple[str, Severity, str]]:
    """Where (steps with dots), how grave, and what a shipped rule says of these documents."""
    ceiling, message = shipped(rule)["severity"], shipped(rule)["message"]
    return [
        (_dotted(hit.route), milder(ceiling, hit.severity), fill(message, hit.words))
        for hit in hits(rule, *texts, today=today)
    ]


def marks(hit: Hit) -> list[tuple[str, str]]:
    """The further places of a hit, and what is said of them."""
    return [(_dotted(mark.route), mark.message) for mark in hit.marks]


def _dotted(route: Route) -> str:
    return ".".join(map(str, route.steps))
