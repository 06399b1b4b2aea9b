"""Layers of settings, from the weakest to the strongest -> Settings, and where each value came from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from rolelint.config.settings import RuleSetting, Settings

PRESETS: Mapping[str, Mapping[str, Any]] = {
    "lenient": {"fail-on": "error", "ignore": ["raci/vague-task", "raci/too-many-*", "raci/alias-drift"]},
    "standard": {},
    "strict": {"fail-on": "warning", "require-reason": True},
}
"""Sets of defaults by name; not to be confused with the organisation's `profile`."""

ADDED = ("ignore", "exclude", "packs")
"""Keys whose lists add up from layer to layer; of every other key the strongest layer's value holds."""


class Layer(NamedTuple):
    """Some settings as plain data (keys as in `schemas/config.schema.json`) and where they were said."""

    said_by: str
    data: Mapping[str, Any]


class Origin(NamedTuple):
    """A value in force and who said it."""

    value: Any
    said_by: str


def merged(layers: Sequence[Layer], root: str = "") -> tuple[Settings, dict[str, Origin]]:
    """The settings in force, and for each key its value and the layer that said it.

    The first layer is the weakest. A layer's `preset` stands just below that layer.
    """
    values: dict[str, Origin] = {}
    for layer in _with_presets(layers):
        for key, value in layer.data.items():
            values[key] = Origin(_joined(values.get(key), key, value), layer.said_by)
    return _settings({key: origin.value for key, origin in values.items()}, root), values


def _with_presets(layers: Iterable[Layer]) -> Iterable[Layer]:
    for layer in layers:
        preset = str(layer.data.get("preset", ""))
        if preset in PRESETS:
            yield Layer(f"preset {preset}", PRESETS[preset])
        yield layer


def _joined(before: Origin | None, key: str, value: Any) -> Any:
    if before is None:
        return value
    if key in ADDED:
        return list(dict.fromkeys([*_tuple(before.value), *_tuple(value)]))
    if key in ("rules", "per-path"):
        return {**before.value, **value}
    return value


def _settings(values: Mapping[str, Any], root: str) -> Settings:
    default = Settings()
    return Settings(
        select=_tuple(values.get("select")),
        ignore=_tuple(values.get("ignore")),
        fail_on=values.get("fail-on", default.fail_on),
        hints=values.get("hints", default.hints),
        today=values.get("today"),
        max_bytes=values["max-size"] * 1024 * 1024 if "max-size" in values else default.max_bytes,
        root=root,
        include=_tuple(values.get("include")),
        exclude=_tuple(values.get("exclude")),
        per_path={glob: _tuple(rules) for glob, rules in values.get("per-path", {}).items()},
        rules={identity: _rule(said) for identity, said in values.get("rules", {}).items()},
        packs=_tuple(values.get("packs")),
        require_reason=values.get("require-reason", default.require_reason),
        unused_ignores=values.get("unused-ignores", default.unused_ignores),
    )


def _tuple(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _rule(said: Any) -> RuleSetting:
    if isinstance(said, str):
        return RuleSetting(said)  # type: ignore[arg-type]  # the schema allows severities and off alone
    return RuleSetting(said.get("severity"), said.get("options", {}))
