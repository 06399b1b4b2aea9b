"""The schemas themselves: sound, explained everywhere, and true to their own examples."""

from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from rolelint.schema.load import load

NAMES = ("organisation", "rule", "pack", "report")
"""Those this part writes; `config` belongs to the configuration."""


def parts(schema: dict[str, Any], path: str = "#") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema inside a schema, with its pointer."""
    yield path, schema
    for key in ("items", "propertyNames", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            yield from parts(schema[key], f"{path}/{key}")
    for number, branch in enumerate(schema.get("anyOf", ())):
        yield from parts(branch, f"{path}/anyOf/{number}")
    for key in ("properties", "patternProperties", "$defs"):
        for name, part in schema.get(key, {}).items():
            yield from parts(part, f"{path}/{key}/{name}")


@pytest.mark.parametrize("name", NAMES)
def test_the_schema_is_sound(name: str) -> None:
    schema = load(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"https://rolelint.org/schemas/{name}.schema.json"


@pytest.mark.parametrize("name", NAMES)
def test_every_property_and_definition_is_described(name: str) -> None:
    silent = [
        path
        for path, part in parts(load(name))
        if path == "#" or path.split("/")[-2] in ("properties", "patternProperties", "$defs")
        if not part.get("description", "").endswith((".", "…", ")"))
    ]
    assert silent == []


@pytest.mark.parametrize("name", NAMES)
def test_every_property_has_examples(name: str) -> None:
    properties = {path: part for path, part in parts(load(name)) if path.split("/")[-2:-1] == ["properties"]}
    assert properties
    assert [path for path, part in properties.items() if not part.get("examples")] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_leads_somewhere_and_every_definition_is_used(name: str) -> None:
    referred = {part["$ref"] for _, part in parts(load(name)) if "$ref" in part}
    assert referred == {f"#/$defs/{each}" for each in load(name).get("$defs", {})}


@pytest.mark.parametrize("name", NAMES)
def test_examples_fit_where_they_stand(name: str) -> None:
    root = load(name)
    registry: Registry[Any] = Resource.from_contents(root) @ Registry()
    wrong = []
    for path, part in parts(root):
        check = Draft202012Validator(
            {"$ref": root["$id"] + path},
            registry=registry,
            format_checker=Draft202012Validator.FORMAT_CHECKER,
        )
        wrong += [(path, example) for example in part.get("examples", ()) if not check.is_valid(example)]
    assert wrong == []


def test_every_known_section_may_be_left_empty() -> None:
    """The parts of a document are checked one by one, its keys as if all were empty."""
    sections = load("organisation")["properties"]
    assert Draft202012Validator(load("organisation")).is_valid(dict.fromkeys(sections))
