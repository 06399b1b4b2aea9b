"""Layers of settings, from the weakest to the strongest -> Settings, and where each value came from."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from rolelint.config.settings import RuleSetting, Settings
from rolelint.finding import Step
from rolelint.records import NamedTuple

Steps = tuple[Step, ...]
MIB = 1024 * 1024

PRESETS: Mapping[str, Mapping[str, Any]] = {
    "lenient": {"fail-on": "error", "ignore": ["raci/vague-task", "raci/too-many-*", "raci/alias-drift"]},
    "standard": {},
    "strict": {"fail-on": "warning", "require-reason": True},
}
"""Sets of defaults by name; not to be confused with the organisation's `profile`."""

ADDED = ("ignore", "exclude", "packs")
"""Keys whose lists add up from layer to layer; of every other key the strongest layer's value holds."""

BY_KEY = ("rules", "per-path")
"""Keys whose entries add up; of an entry that several layers have, the strongest layer's holds."""

NAMING = ("select", "ignore", "packs")
"""Keys whose lists name rules or packs."""


class Layer(NamedTuple):
    """Some settings as plain data (keys as in `schemas/config.schema.json`) and where they were said.

    `place` says where in the file a key or value stands, as `file:line:column`.
    """

    said_by: str
    data: Mapping[str, Any]
    place: Callable[[Steps], str] | None = None


class Configuration(NamedTuple):
    """Layers from the weakest to the strongest, the folder that globs are relative to ("" for none), and a
    line for each fault: file, line, column and what is wrong. What is faulty is left out of the layers."""

    layers: tuple[Layer, ...]
    root: str
    faults: tuple[str, ...] = ()


class Origin(NamedTuple):
    """A value in force and who said it; of a list or mapping that adds up, also who said each entry."""

    value: Any
    said_by: str
    entries: Mapping[str, str] = {}


Configured = Mapping[str, Origin]
"""Key -> its value in force."""


def merged(
    layers: Sequence[Layer], root: str = "", faults: Sequence[str] = ()
) -> tuple[Settings, Configured]:
    """The settings in force, and for each key its value and the layers that said it.

    The first layer is the weakest. A layer's `preset` stands just below that layer.
    """
    values: dict[str, Origin] = {}
    places: dict[Steps, str] = {}
    for layer in _with_presets(layers):
        for key, value in layer.data.items():
            values[key] = _joined(values.get(key), key, _said(key, value, layer.said_by))
        _selected_again(values, layer.data)
        if layer.place is not None:
            places.update({name: layer.place(steps) for name, steps in _named(layer.data)})
    data = {key: origin.value for key, origin in values.items()}
    return _settings(data, root, tuple(faults), places), values


def defaults() -> Mapping[str, Any]:
    """Every key of a configuration with what holds where nobody says anything."""
    default = Settings()
    lists = ("include", "exclude", "select", "ignore", "packs")
    return {
        "preset": "standard",
        **{key: [] for key in lists},
        **{key: {} for key in BY_KEY},
        "fail-on": default.fail_on,
        "hints": default.hints,
        "max-size": default.max_bytes // MIB,
        "require-reason": default.require_reason,
        "unused-ignores": default.unused_ignores,
    }


def _with_presets(layers: Iterable[Layer]) -> Iterable[Layer]:
    for layer in layers:
        preset = str(layer.data.get("preset", ""))
        if preset in PRESETS:
            yield Layer(f"preset {preset}", PRESETS[preset])
        yield layer


def _joined(before: Origin | None, key: str, now: Origin) -> Origin:
    if before is None or key not in (*ADDED, *BY_KEY):
        return now
    said_by = before.said_by if before.said_by == now.said_by else f"{before.said_by}, {now.said_by}"
    entries = {**before.entries, **now.entries}
    if key in ADDED:
        return Origin(list(dict.fromkeys([*_tuple(before.value), *_tuple(now.value)])), said_by, entries)
    return Origin({**before.value, **now.value}, said_by, entries)


def _said(key: str, value: Any, said_by: str) -> Origin:
    if key not in (*ADDED, *BY_KEY):
        return Origin(value, said_by)
    names = value if key in BY_KEY else _tuple(value)
    return Origin(value, said_by, dict.fromkeys(names, said_by))


def _selected_again(values: dict[str, Origin], stronger: Mapping[str, Any]) -> None:
    """What a stronger layer selects by its own id is no longer ignored for the sake of a weaker one."""
    ignored = values.get("ignore")
    if ignored is not None and "ignore" not in stronger:
        selected = _tuple(stronger.get("select"))
        kept = [pattern for pattern in _tuple(ignored.value) if pattern not in selected]
        values["ignore"] = ignored._replace(value=kept)


def _named(data: Mapping[str, Any]) -> Iterator[tuple[Steps, Steps]]:
    """Each naming of a rule or of its option: (key, name …) and the steps to where it stands."""
    for key in NAMING:
        yield from _listed((key,), data.get(key))
    for glob, patterns in data.get("per-path", {}).items():
        yield from _listed(("per-path", glob), patterns)
    for identity, said in data.get("rules", {}).items():
        yield ("rules", identity), ("rules", identity)
        for option in said.get("options", ()) if isinstance(said, Mapping) else ():
            yield ("rules", identity, option), ("rules", identity, "options", option)


def _listed(steps: Steps, value: Any) -> Iterator[tuple[Steps, Steps]]:
    if isinstance(value, str):
        yield (*steps, value), steps
    else:
        yield from (((*steps, name), (*steps, number)) for number, name in enumerate(value or ()))


def _settings(values: Mapping[str, Any], root: str, faults: tuple[str, ...], places: Any) -> Settings:
    default = Settings()
    return Settings(
        select=_tuple(values.get("select")),
        ignore=_tuple(values.get("ignore")),
        fail_on=values.get("fail-on", default.fail_on),
        hints=values.get("hints", default.hints),
        today=values.get("today"),
        max_bytes=values["max-size"] * MIB if "max-size" in values else default.max_bytes,
        root=root,
        include=_tuple(values.get("include")),
        exclude=_tuple(values.get("exclude")),
        per_path={glob: _tuple(rules) for glob, rules in values.get("per-path", {}).items()},
        rules={identity: _rule(said) for identity, said in values.get("rules", {}).items()},
        packs=_tuple(values.get("packs")),
        require_reason=values.get("require-reason", default.require_reason),
        unused_ignores=values.get("unused-ignores", default.unused_ignores),
        faults=faults,
        places=places,
    )


def _tuple(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _rule(said: Any) -> RuleSetting:
    if isinstance(said, str):
        return RuleSetting(said)  # type: ignore[arg-type]  # the schema allows severities and off alone
    return RuleSetting(said.get("severity"), said.get("options", {}))
