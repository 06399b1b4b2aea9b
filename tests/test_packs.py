"""Packs of one's own: found, tested, changing built-in rules, and told what is wrong with them."""

import json
import re
from pathlib import Path

import pytest
import yaml
from cli_helpers import concise, put, run

PAGE = Path(__file__).parent.parent / "docs" / "writing-rules.md"
RULE = "finance-procurement/payment-owned-by-procurement"
MATRIX = "tasks:\n  - {name: Pay supplier invoices, owner: procurement}\n"


def blocks(language: str) -> list[str]:
    """The blocks of the page in a language, in order."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    """A folder in which the page was followed."""
    begin, test = (block.split() for block in blocks("sh"))
    assert run(*begin[1:], cwd=tmp_path).code == 0
    assert run(*test[1:], cwd=tmp_path).code == 0
    (tmp_path / "packs" / f"{RULE}.yaml").write_text(blocks("yaml")[0], "utf-8")
    put(tmp_path, org=MATRIX)
    return tmp_path


def test_the_page_leads_to_a_pack_that_passes_its_own_tests(written: Path) -> None:
    done = run("test", "packs/finance-procurement", "--full", cwd=written)
    assert (done.code, done.err) == (0, "")
    assert "2 of 2 phrases exercised" in done.out


def test_a_pack_speaks_when_it_is_named_by_flag_or_configuration(written: Path) -> None:
    found = [f"org.yaml:2:12 {RULE}"]
    chosen = ("org.yaml", "--select", "finance-procurement")
    assert run(*chosen, cwd=written).code == 2  # nobody named the pack
    assert concise(*chosen, "--pack", "packs/finance-procurement", cwd=written) == found
    (written / ".rolelint.yaml").write_text(blocks("yaml")[1], "utf-8")
    assert concise(*chosen, cwd=written) == found


def test_nothing_is_overwritten(written: Path) -> None:
    before = (written / "packs" / f"{RULE}.yaml").read_text("utf-8")
    assert run("new", "rule", f"packs/{RULE}", cwd=written).code == 2
    assert (written / "packs" / f"{RULE}.yaml").read_text("utf-8") == before


def test_a_built_in_rule_can_be_changed(written: Path) -> None:
    pack = written / "packs" / "finance-procurement" / "pack.yaml"
    put(written, org="tasks:\n  - {name: Skywriting over beaches, owner: sales}\n")
    chosen = ("org.yaml", "--pack", "packs/finance-procurement", "--select", "sales-marketing/advert*")
    assert concise(*chosen, cwd=written) == []
    pack.write_text(pack.read_text("utf-8") + blocks("yaml")[2], "utf-8")
    assert concise(*chosen, cwd=written) == ["org.yaml:2:12 sales-marketing/advertising-owned-by-sales"]


OWN = "      - {name: Pay supplier invoices, owner: finance}"
LEDGER = "    - reconcile .. statement|ledger"
FAULTS = [
    ("kind: wrong-function", "kind: wrong-functon", "did you mean"),
    ("severity: warning", "severity: loud", "severity"),
    ("title: Payments", "titel: Payments", "titel"),
    ("  function: finance", "  functoin: finance", "functoin"),
    (LEDGER, "    - reconcile (statement", "reconcile (statement"),
    ("owner: procurement}  # <- ", "owner: finance}  # <- ", "payment-owned-by-procurement"),
    (OWN, OWN.replace("finance", "procurement"), "payment-owned-by-procurement"),
    (LEDGER, LEDGER + "\n    - settle .. bill", "settle .. bill"),
]  # fmt: skip


@pytest.mark.parametrize(("sound", "faulty", "said"), FAULTS)
def test_a_fault_of_a_pack_is_told_at_its_line(written: Path, sound: str, faulty: str, said: str) -> None:
    file = written / "packs" / f"{RULE}.yaml"
    text = file.read_text("utf-8").replace(sound, faulty, 1)
    file.write_text(text, "utf-8")
    done = run("test", "packs/finance-procurement", "--full", cwd=written)
    told = [line for line in (done.out + done.err).splitlines() if said in line]
    assert done.code in (1, 2)
    lines = {int(n) for line in told for n in re.findall(r"owned-by-procurement\.yaml:(\d+):\d+", line)}
    changed = [
        number
        for number, line in enumerate(text.splitlines(), 1)
        if line in faulty.splitlines() or faulty.splitlines()[-1] in line
    ]
    assert lines & set(changed), (told, done)


def test_all_faults_of_a_pack_are_told_at_once(written: Path) -> None:
    file = written / "packs" / f"{RULE}.yaml"
    text = file.read_text("utf-8").replace("severity: warning", "severity: loud").replace("title:", "titel:")
    file.write_text(text, "utf-8")
    done = run("org.yaml", "--pack", "packs/finance-procurement", cwd=written)
    assert done.code == 2
    assert {"1:1", "3:11"} <= set(re.findall(r"owned-by-procurement\.yaml:(\d+:\d+)", done.err))


def test_the_pages_of_the_rules_are_those_of_the_rules(tmp_path: Path) -> None:
    assert run("rules", "--write-docs", "rules", cwd=tmp_path).code == 0
    made = {p.relative_to(tmp_path / "rules"): p.read_bytes() for p in (tmp_path / "rules").rglob("*.md")}
    kept = PAGE.parent / "rules"
    assert made == {path.relative_to(kept): path.read_bytes() for path in kept.rglob("*.md")}


@pytest.mark.parametrize("pack", ["product-engineering", "support-success"])
def test_a_border_is_nearly_always_right_on_what_its_phrases_were_not_written_from(
    tmp_path: Path, pack: str
) -> None:
    """Each sentence is held once by each function; an accusation is right if it names the sentence's own."""
    labelled = yaml.safe_load((Path(__file__).parent / "borders_held_back.yaml").read_text("utf-8"))[pack]
    functions = [label for label in labelled if label not in ("grey", "other")]
    rows = [(text, label, f) for label, texts in labelled.items() for text in texts for f in functions]
    tasks = [{"name": text, "accountable": f, "responsible": f} for text, _, f in rows]
    (tmp_path / "org.yaml").write_text(json.dumps({"org": {"headcount": 200}, "tasks": tasks}), "utf-8")
    done = run("org.yaml", "--pack", pack, "--select", pack, "--format", "json", cwd=tmp_path)
    label_of = {text: label for text, label, _ in rows}
    accused = [f for f in json.loads(done.out)["findings"] if f["suggests"]]
    right = sum(label_of[f["task"]] == f["suggests"] for f in accused)
    misplaced = sum(label in functions and label != f for _, label, f in rows)
    assert len(accused) > misplaced / 4  # it does speak
    assert right >= 0.95 * len(accused)
