"""Each outside format: encodings, delimiters, markup, merged cells; and where each cell stands."""

import builtins
import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importing_helpers import doubts, reading, tasks

from rolelint.importing import FORMATS, Options, Refused, read, to_yaml
from rolelint.importing.formats import format_of

FIXTURES = Path(__file__).parent / "fixtures"
GRID = "Task,Käthe,Bob\nWrite copy,A,R\nSend mail,R/A,\n"
TASKS = {"Write copy": {"Käthe": "A", "Bob": "R"}, "Send mail": {"Käthe": "RA"}}

ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end(encoding: str, ends: str) -> None:
    assert tasks(reading(GRID.replace("\n", ends).encode(encoding))) == TASKS


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_delimiter(delimiter: str) -> None:
    assert tasks(reading(GRID.replace(",", delimiter))) == TASKS


def test_what_excel_writes_first_and_a_delimiter_given_by_the_user() -> None:
    assert tasks(reading("sep=;\n" + GRID.replace(",", ";"))) == TASKS
    got = read("x.csv", GRID.replace(",", "~").encode(), Options(delimiter="~"))
    assert tasks(got) == TASKS


def test_cells_stand_where_they_stand_in_the_text() -> None:
    got = reading('Task,"Ann, PM", Bob\n"Write ""copy""\nand more",A , R\nSend,"R/A",I\n')
    assert [(r.name, r.cell.line, r.cell.column) for r in got.rows()] == [
        ('Write "copy" and more', 2, 2),
        ("Send", 4, 1),
    ]
    assert [(g.party, g.mark, g.cell.line, g.cell.column) for r in got.rows() for g in r.given] == [
        ("Ann, PM", "A", 3, 11),
        ("Bob", "R", 3, 15),
        ("Ann, PM", "R", 4, 7),
        ("Ann, PM", "A", 4, 7),
        ("Bob", "I", 4, 12),
    ]


def test_a_quote_that_nobody_closes_does_not_swallow_the_file() -> None:
    lines = ["Task,Ann,Bob", '"Plan,A,R', *(f"Task {n},R,A" for n in range(60))]
    assert len(tasks(reading("\n".join(lines)))) == 61


def test_markdown_markup_is_not_part_of_a_name() -> None:
    text = (
        "---\ntitle: x\n---\n\n# Plan\n\n```\n| Task | No |\n|---|---|\n| Not | A |\n```\n\n"
        "| Task | **Ann** | [Bob](b.md) | C\\|D |\n|:--|:-:|--:|---|\n"
        "| **Write** `copy` (if *new*) | **A** | R<br>(draft) | I |\n| Send \\*mail\\* | `R` | A |\n"
    )
    got = reading(text, "x.md")
    assert tasks(got) == {
        "Write copy (if new)": {"Ann": "A", "Bob": "R", "C|D": "I"},
        "Send *mail*": {"Ann": "R", "Bob": "A"},
    }
    assert (got.matrices[0].title, got.remarks) == (
        "Plan",
        ["line 7: the table in a code block was not read"],
    )
    assert [(r.cell.line, r.cell.column) for r in got.rows()] == [(15, 3), (16, 3)]


HTML = """<h2>Plan</h2><table>
<tr><th rowspan=2>Task</th><th colspan=2>Sales</th><th>Marketing</th></tr>
<tr><th>AE</th><th>SDR</th><th>PMM</th></tr>
<tr><td colspan=4><b>Before</b></td></tr>
<tr><td>Call<td>A<td>R<td>I</tr>
<tr><td>Write &amp; send</td><td> </td><td><p>C</p></td><td>A,<br>R</td></tr>
</table><script>var a = "<table><tr><td>x</td></tr></table>"</script>
<h2>Other</h2><table><tr><td>1</td></tr><tr><td>2</td></tr></table>
"""


def test_html_tables_with_spans_and_unclosed_cells() -> None:
    got = reading(HTML, "x.html")
    assert [(m.title, dict(m.spans)) for m in got.matrices] == [
        ("Plan", {"AE": "Sales", "SDR": "Sales", "PMM": "Marketing"})
    ]
    assert [(r.section, r.name, {g.party + g.mark for g in r.given}) for r in got.rows()] == [
        ("Before", "Call", {"AEA", "SDRR", "PMMI"}),
        ("Before", "Write & send", {"SDRC", "PMMA", "PMMR"}),
    ]
    assert (got.read, got.written, got.reported) == (16, 14, 2)


def test_html_tables_inside_markdown_take_the_heading_above() -> None:
    got = reading(f"# Page\n\n## Who\n\n{HTML[13 : HTML.index('<script')]}\n", "x.md")
    assert [m.title for m in got.matrices] == ["Who"]


def test_a_workbook_of_libreoffice_with_merged_headers_and_a_hidden_sheet() -> None:
    content = (FIXTURES / "bakery-libreoffice.xlsx").read_bytes()
    got = read("bakery.xlsx", content)
    assert [(m.title, dict(m.spans)) for m in got.matrices] == [
        (
            "Bakery launch",
            {
                "Account lead": "Sales",
                "Shop team": "Sales",
                "Brand lead": "Marketing",
                "Press desk": "Marketing",
            },
        ),
        ("Old", {}),
    ]
    assert [(r.section, r.name, r.cell.name, r.notes) for r in got.rows()] == [
        ("Before", "Write the price list", "RACI!B5", []),
        ("Before", "Order the ovens", "RACI!B6", []),
        ("Opening", "Invite the press", "RACI!B7", []),
        ("Opening", "Open the door", "RACI!B8", ["Press desk: by phone"]),
        ("", "Bake", "Old!A2", []),
    ]
    assert tasks(got)["Order the ovens"] == {"Account lead": "AR", "Brand lead": "I"}
    assert (got.read, got.written, got.reported) == (43, 43, 0)
    assert got.remarks == ['the sheet "Old" is hidden; it was read all the same']


def test_one_sheet_can_be_asked_for() -> None:
    content = (FIXTURES / "bakery-libreoffice.xlsx").read_bytes()
    assert list(tasks(read("b.xlsx", content, Options(sheet="Old")))) == ["Bake"]
    with pytest.raises(Refused, match='no sheet is called "New"; there are: RACI, Old'):
        read("b.xlsx", content, Options(sheet="New"))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_converts_what_is_exported_and_it_is_read_again(tmp_path: Path) -> None:
    shutil.copy(FIXTURES / "bakery-libreoffice.xlsx", tmp_path / "in.xlsx")
    for form in ("ods", "xlsx"):
        source = "in.xlsx" if form == "ods" else "in.ods"
        out = tmp_path / ("" if form == "ods" else "out")
        profile = f"-env:UserInstallation=file://{tmp_path}/profile"
        subprocess.run(
            ["soffice", "--headless", profile, "--convert-to", form, "--outdir", out, tmp_path / source],
            check=True,
            capture_output=True,
            timeout=180,
        )
    first = (FIXTURES / "bakery-libreoffice.xlsx").read_bytes()
    assert tasks(read("x.xlsx", (tmp_path / "out" / "in.xlsx").read_bytes())) == tasks(read("x.xlsx", first))


REFUSED = {
    "an old workbook": (b"\xd0\xcf\x11\xe0rest", "x.xls", "an old Excel file"),
    "a PDF": (b"%PDF-1.7", "x.pdf", "a PDF"),
    "a broken workbook": (b"PK\x03\x04rest", "x.xlsx", "no workbook that can be read"),
}


@pytest.mark.parametrize(("content", "name", "words"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_in_words(content: bytes, name: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        read(name, content)


def test_an_opendocument_file_is_told_from_a_workbook() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    with pytest.raises(Refused, match="OpenDocument"):
        read("x.ods", out.getvalue())


def test_without_openpyxl_the_message_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def missing(name: str, *rest: object, **more: object) -> object:
        if name == "openpyxl":
            raise ImportError(name)
        return real(name, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", missing)
    with pytest.raises(Refused, match=r"pip install 'rolelint\[xlsx\]'"):
        read("x.xlsx", (FIXTURES / "bakery-libreoffice.xlsx").read_bytes())


GUESSES = {
    "csv": "Task,Ann,Bob\nPlan,A,R\n",
    "tabs": "Task\tAnn\nPlan\tA\n",
    "markdown": "| Task | Ann |\n|---|---|\n| Plan | A |\n",
    "lines": "- Plan — Ann A; Bob R\n- Write — Ann R; Bob C\n",
    "html": "<p>x</p><table><tr><td>x</td></tr></table>",
    "json": '[{"Task": "Plan", "Ann": "A"}]',
    "yaml": "actions:\n  plan: {responsible: ann}\n",
}


@pytest.mark.parametrize(("kind", "text"), GUESSES.items())
def test_the_format_of_standard_input_is_guessed_from_what_is_in_it(kind: str, text: str) -> None:
    expected = {"tabs": "csv", "lines": "markdown"}.get(kind, kind)
    assert format_of("<stdin>", text.encode()) == expected
    assert expected in FORMATS


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from(["x.csv", "x.md", "x.html", "x.xlsx", "x.json", "x.yaml", "CODEOWNERS", "-"]),
)
def test_no_bytes_break_an_import(content: bytes, name: str) -> None:
    try:
        got = read(name, content)
    except Refused as refused:
        assert str(refused)
        return
    assert got.read == got.written + got.reported
    assert to_yaml([got]).startswith("# yaml-language-server")


def test_doubts_of_a_workbook_name_the_cell() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["Task", "Ann", "Bob"], ["Plan", "A", "✓"], ["Write", "R", "A"], ["Send", "A", "R"]):
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    assert doubts(read("x.xlsx", out.getvalue())) == ['Sheet!C2 LOST "✓" of Bob is no letter']
