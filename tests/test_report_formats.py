"""The overlap report in every format: what it holds, that nothing in it acts, and where it is written."""

import copy
import csv
import io
import json
import re
import sys
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml
from cli_helpers import put, run
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from report_helpers import measured

from rolelint import bundled
from rolelint.overlap.formats import FORMATS, render

ROOT = Path(__file__).parent.parent
SCHEMA = Draft202012Validator(
    json.loads((bundled.folder("schemas") / "overlap.schema.json").read_text("utf-8"))
)
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></script><script>alert(2)</script>",
    '=HYPERLINK("http://example.org","x")',
    "{{ 7 * 7 }}{% raw %}",
    "abc\u202edcba\u2066",
    "\x1b[31mred\x07",
    "👩‍👩‍👧 family",
    "`code` | [link](http://example.org) @everyone",
    "x" * 10_000,
]


def hostile() -> str:
    """A matrix with hostile names of tasks, parties, sections and areas, twice each so that they overlap."""
    rows = [
        {"name": name, "accountable": [f"{name} lead", "sales"], "area": {"region": name}} for name in HOSTILE
    ]
    return str(yaml.safe_dump({"org": {"name": HOSTILE[0]}, "tasks": [*rows, *copy.deepcopy(rows)]}))


@pytest.mark.parametrize("name", ["saas", "enterprise", "startup"])
@pytest.mark.parametrize("against", [(), ("--against", "examples/startup")])
def test_the_data_fit_their_schema(name: str, against: tuple[str, ...]) -> None:
    done = run("report", f"examples/{name}", "--format", "json", *against, cwd=ROOT)
    SCHEMA.validate(json.loads(done.out))
    assert done.out.isascii()


class Page(HTMLParser):
    """Collects what could act in a page: elements, attributes, addresses."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.addresses: set[str] = set()
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses |= {
            v or "" for name, v in attrs if name in ("href", "src", "action", "data", "xlink:href")
        }

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_hostile_names_are_text_on_the_page() -> None:
    text = str(render("html", measured(hostile())))
    page = Page(text)
    assert page.tags.count("script") == page.tags.count("style") == 1
    assert not {"img", "iframe", "object", "embed", "link", "base", "form"} & set(page.tags) - {"form"}
    assert not [name for name in page.attributes if name.startswith("on") or name == "style"]
    assert all(re.fullmatch(r"#[\w-]*", address) for address in page.addresses)
    assert not re.search("[\x00-\x08\x0b-\x1f\u200e\u200f\u202a-\u202e\u2066-\u2069]", text)
    words = "".join(page.words)
    for name in HOSTILE[:2]:
        assert name in words
    assert "\\u202e" in words and "\\x1b[31m" in words and "👩‍👩‍👧 family" in words
    assert "49{% raw" not in words


def test_hostile_names_are_text_in_a_spreadsheet() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    figures = measured(hostile())
    book = openpyxl.load_workbook(io.BytesIO(render("xlsx", figures)))
    assert book.sheetnames == ["Summary", "Overlaps", "Findings", "Load", "Gaps"]
    kinds = {cell.data_type for page in book for row in page for cell in row if cell.value is not None}
    assert kinds == {"s", "n"}
    for row in csv.reader(io.StringIO(str(render("csv", figures)))):
        assert not [cell for cell in row if len(cell) > 1 and cell[0] in "=+@\t\r"]


def test_hostile_names_are_text_in_a_picture_and_in_markdown() -> None:
    figures = measured(hostile())
    picture = ElementTree.fromstring(str(render("svg", figures)))
    assert {element.tag.split("}")[1] for element in picture.iter()} <= {
        "svg", "title", "desc", "style", "rect", "text",
    }  # fmt: skip
    text = re.sub(r"(?<!\\)`[^`]*`", "", str(render("markdown", figures)))
    assert not re.search(r"(?<!\\)(<script|\]\(|@every)", text)
    assert max(map(len, text.splitlines())) < 2500


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=30), min_size=1, max_size=4))
def test_any_names_make_a_report_in_every_format(names: list[str]) -> None:
    rows = [{"name": name, "accountable": names, "group": name} for name in names]
    figures = measured(str(yaml.safe_dump({"tasks": rows})))
    for form in FORMATS:
        assert render(form, figures)
    ElementTree.fromstring(str(render("svg", figures)))


def test_every_format_is_the_same_bytes_for_the_same_matrix() -> None:
    text = (ROOT / "examples/saas/org.yaml").read_text("utf-8")
    for form in FORMATS:
        if form != "xlsx":
            assert render(form, measured(text)) == render(form, measured(text)), form


def test_the_tables_hold_every_overlap_finding_and_party() -> None:
    figures = measured((ROOT / "examples/saas/org.yaml").read_text("utf-8"))
    rows = list(csv.reader(io.StringIO(str(render("csv", figures)))))
    starts = {row[0]: number for number, row in enumerate(rows) if len(row) == 1}
    assert list(starts) == ["Summary", "Overlaps", "Findings", "Load", "Gaps"]
    body = {
        name: rows[at + 2 : rows.index([], at) if [] in rows[at:] else None] for name, at in starts.items()
    }
    assert len(body["Findings"]) == len(figures.notes)
    assert len(body["Load"]) == len(figures.columns)
    assert len(body["Overlaps"]) == sum(len(overlap.rows) for overlap in figures.claims)


def test_a_report_made_earlier_is_made_anew_and_nothing_else_is_replaced(tmp_path: Path) -> None:
    put(tmp_path, org="tasks: {Brew: sales}\n")
    for form, name in (("html", "a.html"), ("markdown", "a.md"), ("json", "a.json"), ("svg", "a.svg")):
        assert run("report", "org.yaml", "-o", name, cwd=tmp_path).code == 0
        assert run("report", "org.yaml", "-o", name, cwd=tmp_path).code == 0, form
    (tmp_path / "mine.html").write_text("<p>mine</p>", "utf-8")
    done = run("report", "org.yaml", "-o", "mine.html", cwd=tmp_path)
    assert (done.code, done.err) == (2, "rolelint: mine.html: there is a file already; --force replaces it\n")
    assert (tmp_path / "mine.html").read_text("utf-8") == "<p>mine</p>"
    assert run("report", "org.yaml", "-o", "mine.html", "--force", cwd=tmp_path).code == 0
    assert "say the format" in run("report", "org.yaml", "-o", "a.pdf", cwd=tmp_path).err


@pytest.mark.parametrize(("form", "library"), [("html", "jinja2"), ("xlsx", "openpyxl")])
def test_a_missing_library_is_said(
    form: str, library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, org="tasks: {Brew: sales}\n")
    monkeypatch.setitem(sys.modules, library, None)
    done = run("report", "org.yaml", "--format", form, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith(f"rolelint: {form} needs ") and "pip install" in done.err


def test_what_cannot_be_reported_on_is_said(tmp_path: Path) -> None:
    put(tmp_path, empty="org: {name: Ayr}\n")
    assert run("report", "gone.yaml", cwd=tmp_path).err == "rolelint: gone.yaml: no such file or folder\n"
    done = run("report", "empty.yaml", cwd=tmp_path)
    assert (done.code, done.err) == (
        3,
        "rolelint: no task was found; `rolelint PATH` says what stands in the way\n",
    )
    assert (
        "no-such-ref: neither a file nor a state"
        in run("report", str(ROOT / "examples/saas"), "--against", "no-such-ref", cwd=tmp_path).err
    )
