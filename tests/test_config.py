"""Configuration: which file speaks, layers, presets, globs, rules; faults at their line, all at once."""

import json
import re
from pathlib import Path

import pytest
import yaml
from cli_helpers import concise, git, put, run

from rolelint import bundled, packs
from rolelint.config import PRESETS, covers, matches

SCHEMA = bundled.folder("schemas") / "config.schema.json"
DOCS = Path(__file__).parent.parent / "docs" / "configuration.md"
NOBODY = "tasks:\n  - name: {}\n    responsible: finance\n"
PAYROLL = NOBODY.format("Run payroll")
RECALL = NOBODY.format("Recall batches")
MISSING = "raci/no-accountable"


def configured(folder: Path, text: str, name: str = ".rolelint.yaml") -> None:
    (folder / name).write_text(text, "utf-8")


def faults(folder: Path, *given: str) -> list[str]:
    done = run("config", *given, cwd=folder)
    assert (done.code, done.out) == (2, "")
    return [line.removeprefix("rolelint: ") for line in done.err.splitlines()]


def test_the_nearest_file_up_to_the_repository_root_speaks(tmp_path: Path) -> None:
    configured(tmp_path, "ignore: raci/no-accountable\n")
    repository = tmp_path / "repository"
    put(repository, org__a=PAYROLL, org__deep__b=RECALL)
    git(repository, "init", "-q")
    expected = ["org/a.yaml:2:11 raci/no-accountable"]
    assert concise("org/a.yaml", cwd=repository) == expected, "what lies above the repository is not asked"
    configured(repository, "ignore: raci/no-accountable\n")
    assert concise("org/a.yaml", cwd=repository) == []
    configured(repository / "org", "fail-on: warning\n")
    assert concise("org/a.yaml", cwd=repository) == expected
    assert concise("org", "--config", "none", cwd=repository) == [
        "org/a.yaml:2:11 raci/no-accountable",
        "org/deep/b.yaml:2:11 raci/no-accountable",
    ]
    assert concise("org", "--config", ".rolelint.yaml", cwd=repository) == []


def test_pyproject_speaks_only_with_a_table_of_ours(tmp_path: Path) -> None:
    put(tmp_path, sub__org=PAYROLL)
    configured(tmp_path, f'[tool.rolelint]\nignore = ["{MISSING}"]\n', "pyproject.toml")
    assert concise("sub", cwd=tmp_path) == []
    configured(tmp_path / "sub", '[project]\nname = "x"\ndependencies = ["rolelint"]\n', "pyproject.toml")
    assert concise("sub", cwd=tmp_path) == []
    configured(tmp_path / "sub", "[tool.rolelint]\nhints = true\n", "pyproject.toml")
    assert concise("sub", cwd=tmp_path) == [f"sub/org.yaml:2:11 {MISSING}"]


def test_what_is_extended_is_weaker_and_lists_add_up(tmp_path: Path) -> None:
    put(tmp_path, team__org=PAYROLL, team__drafts__x=RECALL, team__old__y=RECALL, shared__old__z=RECALL)
    base = 'exclude: ["**/old"]\nfail-on: warning\nrules: {raci/no-accountable: info}\n'
    configured(tmp_path, base, "base.yaml")
    configured(tmp_path / "team", "extends: ../base.yaml\nexclude: drafts\nfail-on: info\n")
    done = run("team", "--format", "concise", cwd=tmp_path)
    assert (done.code, done.lines) == (
        1,
        ['team/org.yaml:2:11: info raci/no-accountable nobody is accountable for "Run payroll"'],
    )
    lines = run("config", "team", cwd=tmp_path).lines
    assert lines[0] == f"# globs are relative to {tmp_path / 'team'}"
    assert [line for line in lines[1:] if not line.endswith("# default")] == [
        "exclude:",
        f'  - "{tmp_path}/**/old"  # base.yaml',
        "  - drafts  # team/.rolelint.yaml",
        "fail-on: info  # team/.rolelint.yaml",
        "rules:",
        "  raci/no-accountable: info  # base.yaml",
    ]


def test_what_extends_itself_or_nothing_is_told_at_its_place(tmp_path: Path) -> None:
    configured(tmp_path, "hints: false\nextends:\n  - one.yaml\n  - none.yaml\n  - sub\n")
    configured(tmp_path, "extends: two.yaml\n", "one.yaml")
    configured(tmp_path, "extends: .rolelint.yaml\n", "two.yaml")
    (tmp_path / "sub").mkdir()
    assert faults(tmp_path) == [
        "two.yaml:1:1: .rolelint.yaml extends itself",
        ".rolelint.yaml:4:5: none.yaml: no such file",
        ".rolelint.yaml:5:5: sub: a folder, not a file",
    ]


WRONG_YAML = """\
selct: [raci]
fail-on: never
ignore:
  - raci/no-acountable
  - raci
per-path:
  legacy/**: [overlaps]
rules:
  raci/too-many-responsible: {severity: warning, options: {mots: 5, most: five}}
  quux/zzzzzz: off
  file/syntax: off
max-size: 0
"""
WRONG_TOML = """\
[project]
name = "ignore"

[tool.rolelint]
selct = ["raci"]
fail-on = "never"
ignore = [
  "raci/no-acountable",
]
max-size = 0

[tool.rolelint.per-path]
"legacy/**" = ["overlaps"]

[tool.rolelint.rules]
"raci/too-many-responsible" = {severity = "warning", options = {mots = 5, most = "five"}}
"quux/zzzzzz" = "off"
"""


def test_all_faults_are_told_at_once_with_line_and_column(tmp_path: Path) -> None:
    configured(tmp_path, WRONG_YAML)
    assert faults(tmp_path) == [
        '.rolelint.yaml:1:1: unknown key "selct" in the configuration — did you mean "select"?',
        '.rolelint.yaml:2:1: `fail-on` takes "error", "warning" or "info", found "never"',
        ".rolelint.yaml:12:1: `max-size` takes a whole number, at least 1, found the number 0",
        '.rolelint.yaml:4:5: no rule is called "raci/no-acountable" — did you mean "raci/no-accountable"?',
        '.rolelint.yaml:10:3: no rule is called "quux/zzzzzz"',
        '.rolelint.yaml:11:3: "file/syntax" cannot be switched off: what was not read was not checked',
        '.rolelint.yaml:7:15: no rule is called "overlaps" — did you mean "overlap"?',
        '.rolelint.yaml:9:60: "raci/too-many-responsible" has no option "mots" — did you mean "most"?',
        '.rolelint.yaml:9:69: "most" must be a number, as in 1',
    ]


def test_faults_of_pyproject_have_places_too(tmp_path: Path) -> None:
    configured(tmp_path, WRONG_TOML, "pyproject.toml")
    assert faults(tmp_path) == [
        'pyproject.toml:5:1: unknown key "selct" in the configuration — did you mean "select"?',
        'pyproject.toml:6:1: `fail-on` takes "error", "warning" or "info", found "never"',
        "pyproject.toml:10:1: `max-size` takes a whole number, at least 1, found the number 0",
        'pyproject.toml:8:3: no rule is called "raci/no-acountable" — did you mean "raci/no-accountable"?',
        'pyproject.toml:17:1: no rule is called "quux/zzzzzz"',
        'pyproject.toml:13:16: no rule is called "overlaps" — did you mean "overlap"?',
        'pyproject.toml:16:65: "raci/too-many-responsible" has no option "mots" — did you mean "most"?',
        'pyproject.toml:16:75: "most" must be a number, as in 1',
    ]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("pyproject.toml", "[tool.rolelint]\nignore = [\n", "pyproject.toml:2:1: "),
        ("pyproject.toml", "[tool.rolelint]\nignore = 'a\n", "pyproject.toml:2:1: "),
        ("pyproject.toml", "tool.rolelint = 3\n", "pyproject.toml:1:6: the configuration must be a mapping"),
        (".rolelint.yaml", "ignore: [a\n", ".rolelint.yaml:1:9: "),
        (".rolelint.yaml", "- a\n", ".rolelint.yaml:1:1: the configuration must be a mapping"),
        (".rolelint.yaml", "fail-on: *x\n", ".rolelint.yaml:1:10: "),
    ],
)
def test_a_broken_file_is_told_and_nothing_is_linted(tmp_path: Path, name: str, text: str, said: str) -> None:
    configured(tmp_path, text, name)
    assert faults(tmp_path)[0].startswith(said)
    done = run(".", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")


@pytest.mark.parametrize("text", ["", "# nothing\n", "{}\n", "\ufeffhints: false\r\n"])
def test_a_file_that_says_nothing_changes_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / ".rolelint.yaml").write_bytes(text.encode())
    put(tmp_path, org=PAYROLL)
    assert concise(".", cwd=tmp_path) == [f"org.yaml:2:11 {MISSING}"]


def test_excluded_files_are_not_read_even_when_named(tmp_path: Path) -> None:
    put(tmp_path, org=PAYROLL, drafts__a=RECALL, sub__b=RECALL)
    configured(tmp_path, "exclude: [drafts, 'sub/*.yaml']\n")
    given = ("org.yaml", "drafts/a.yaml", "drafts", "sub/b.yaml", str(tmp_path / "drafts" / "a.yaml"))
    assert concise(*given, cwd=tmp_path) == [f"org.yaml:2:11 {MISSING}"]
    assert concise("../org.yaml", "a.yaml", cwd=tmp_path / "drafts") == [f"../org.yaml:2:11 {MISSING}"]
    done = run("-", "--stdin-filename", "drafts/a.yaml", cwd=tmp_path, stdin=RECALL)
    assert (done.code, done.err) == (3, "rolelint: nothing to lint: no task was found\n")


TWICE = "tasks:\n  - {{name: Count the stock, accountable: {0}, responsible: {0}}}\n"


def test_a_named_file_is_judged_against_all_that_are_included(tmp_path: Path) -> None:
    put(tmp_path, org__a=TWICE.format("Ada"), org__b=TWICE.format("Ben"), org__c=PAYROLL, other__d=RECALL)
    alone = concise("org/a.yaml", cwd=tmp_path)
    configured(tmp_path, 'include: ["org/**"]\n')
    together = concise("org/a.yaml", cwd=tmp_path)
    assert alone == []
    assert [each for each in together if "overlap" in each] == together != []
    assert {each.split(":")[0] for each in together} <= {"org/a.yaml", "org/b.yaml"}
    everything = concise(".", cwd=tmp_path)
    assert everything == sorted([*together, f"org/c.yaml:2:11 {MISSING}"])
    assert concise("b.yaml", cwd=tmp_path / "org") == [each.replace("org/", "") for each in together]


def test_a_matrix_on_standard_input_takes_the_place_of_the_file(tmp_path: Path) -> None:
    put(tmp_path, org__a=TWICE.format("Ada"), org__b=TWICE.format("Ben"))
    configured(tmp_path, 'include: ["org/**"]\n')
    typed = "\n" + TWICE.format("Ada")
    found = concise("-", "--stdin-filename", "org/a.yaml", cwd=tmp_path, stdin=typed)
    assert found == [each.replace("a.yaml:2", "a.yaml:3") for each in concise("org/a.yaml", cwd=tmp_path)]
    assert found != []


def test_rules_are_set_and_paths_are_left_alone(tmp_path: Path) -> None:
    hands = "tasks:\n  - {name: Move it, accountable: a, responsible: [a, b, c, d]}\n"
    put(tmp_path, new__a=hands, old__a=hands, new__b=PAYROLL)
    chosen = ("--select", "raci/too-many-responsible,raci/no-accountable")
    many = "raci/too-many-responsible"
    assert concise(".", *chosen, cwd=tmp_path) == [
        f"new/a.yaml:2:51 {many}", f"new/b.yaml:2:11 {MISSING}", f"old/a.yaml:2:51 {many}",
    ]  # fmt: skip
    louder = f"rules:\n  {many}: {{severity: error, options: {{most: 3}}}}\n"
    configured(tmp_path, f"per-path: {{'old/**': {many}}}\n{louder}")
    done = run("new/a.yaml", "old", *chosen, "--format", "concise", cwd=tmp_path)
    assert (done.code, [line.split()[1:3] for line in done.lines]) == (1, [["error", many]])
    configured(tmp_path, f"rules:\n  {many}: {{options: {{most: 4}}}}\n  {MISSING}: off\n")
    assert concise(".", "--select", "raci/too-*,raci/no-acc*", cwd=tmp_path) == []
    assert concise(".", "--select", MISSING, cwd=tmp_path) == [f"new/b.yaml:2:11 {MISSING}"]


def test_flags_win_over_the_file(tmp_path: Path) -> None:
    put(tmp_path, org=PAYROLL)
    configured(tmp_path, f"ignore: {MISSING}\nfail-on: info\n")
    assert concise("org.yaml", cwd=tmp_path) == []
    assert concise("org.yaml", "--select", MISSING, cwd=tmp_path) == [f"org.yaml:2:11 {MISSING}"]
    configured(tmp_path, f"rules: {{{MISSING}: warning}}\nfail-on: warning\n")
    assert [run("org.yaml", *flags, cwd=tmp_path).code for flags in ([], ["--fail-on", "error"])] == [1, 0]


def test_presets_stand_below_the_layer_that_names_them(tmp_path: Path) -> None:
    known = packs.shipped(whole=True).rules
    patterns = [pattern for preset in PRESETS.values() for pattern in preset.get("ignore", ())]
    assert [p for p in patterns if not any(matches(identity, p) for identity in known)] == []
    put(tmp_path, org=PAYROLL)
    configured(tmp_path, "preset: strict\nrequire-reason: false\n")
    lines = run("config", cwd=tmp_path).lines
    assert [line for line in lines[1:] if not line.endswith("# default")] == [
        "fail-on: warning  # preset strict",
        "preset: strict  # .rolelint.yaml",
        "require-reason: false  # .rolelint.yaml",
    ]


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    lines = run("config", cwd=tmp_path).lines
    assert lines[0] == "# no configuration file: the defaults hold"
    assert {line.rpartition("# ")[2] for line in lines[1:]} == {"default"}
    keys = json.loads(SCHEMA.read_text("utf-8"))["properties"]
    assert {line.partition(":")[0] for line in lines[1:]} == keys.keys() - {"extends", "today"}


def test_what_is_in_force_is_itself_a_configuration(tmp_path: Path) -> None:
    said = {
        "preset": "lenient", "fail-on": "info", "exclude": "drafts", "ignore": ["raci/vague-task", "overlap"],
        "rules": {MISSING: "off", "raci/too-many-responsible": {"severity": "error", "options": {"most": 3}}},
        "per-path": {"old/**": ["raci"], "*: x #": "overlap"}, "today": "2027-03-31", "unused-ignores": "off",
    }  # fmt: skip
    configured(tmp_path, yaml.safe_dump(said))
    shown = run("config", cwd=tmp_path)
    configured(tmp_path, shown.out)
    again = run("config", cwd=tmp_path)
    assert (shown.code, again.code) == (0, 0)
    assert yaml.safe_load(again.out) == yaml.safe_load(shown.out)
    assert yaml.safe_load(shown.out) == {
        **said, "exclude": ["drafts"], "hints": False, "include": [], "max-size": 64, "packs": [],
        "select": [], "require-reason": False,
        "ignore": ["raci/vague-task", "raci/too-many-*", "raci/alias-drift", "overlap"],
    }  # fmt: skip


def test_the_documents_tell_of_every_key_what_the_schema_tells() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (.*?) \| `(.*)` \|$", DOCS.read_text("utf-8"), re.M)
    keys = json.loads(SCHEMA.read_text("utf-8"))["properties"]
    told = {key: (what, yaml.safe_load(example)) for key, what, example in rows}
    assert told == {key: (said["description"], {key: said["examples"][0]}) for key, said in keys.items()}


def test_the_documents_examples_are_configurations(tmp_path: Path) -> None:
    text = DOCS.read_text("utf-8")
    blocks = re.findall(r"```(yaml|toml)\n(.*?)```", text, re.S)
    assert len(blocks) >= 3
    for kind, block in blocks:
        folder = tmp_path / str(len(list(tmp_path.iterdir())))
        put(folder, **{"base.yaml": "fail-on: warning\n"})
        if "tasks:" in block:
            put(folder, org=block)
            given = ("org.yaml", "--today", "2027-03-31", "--format", "concise")
            assert run(*given, cwd=folder) == (0, "", ""), block
        else:
            configured(folder, block, ".rolelint.yaml" if kind == "yaml" else "pyproject.toml")
            assert run("config", cwd=folder).err == ""


def test_presets_are_what_the_documents_say() -> None:
    text = DOCS.read_text("utf-8")
    for name, preset in PRESETS.items():
        row = next(line for line in text.splitlines() if line.startswith(f"| `{name}` |"))
        said = yaml.safe_load(row.split("| ")[2].strip().strip("`").rstrip(" |`") or "{}")
        assert (said or {}) == preset


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("drafts", "drafts/a/b.yaml", True),
        ("drafts/", "drafts/a.yaml", True),
        ("drafts", "x/drafts/a.yaml", False),
        ("**/drafts", "x/drafts/a.yaml", True),
        ("**/drafts", "drafts/a.yaml", True),
        ("*.yaml", "a.yaml", True),
        ("*.yaml", "a/b.yaml", False),
        ("**/*.yaml", "a.yaml", True),
        ("org/**", "org/a/b.yaml", True),
        ("org/**", "organisation/a.yaml", False),
        ("a?c.yaml", "abc.yaml", True),
        ("a[!b]c.yaml", "abc.yaml", False),
        ("a[!b]c.yaml", "adc.yaml", True),
        ("a[", "a[", True),
        ("./a.yaml", "a.yaml", True),
        ("../x/**", "../x/a.yaml", True),
        ("a.yaml", "a-yaml", False),
    ],
)
def test_globs(tmp_path: Path, glob: str, path: str, expected: bool) -> None:
    assert covers([glob], str(tmp_path / "r"), str(tmp_path / "r" / path)) is expected
