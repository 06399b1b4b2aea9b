"""Files made to harm or to exhaust: they end in a plain error, or what is sound in them is read."""

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from importing_helpers import reading, tasks

from rolelint.importing import Options, Refused, documents, read, to_yaml

openpyxl = pytest.importorskip("openpyxl")

PLAN = {"Plan": {"Ann": "A", "Bob": "R"}}
SHEET = "xl/worksheets/sheet1.xml"


def workbook(*cells: tuple[str, str], merge: str = "") -> bytes:
    book = openpyxl.Workbook()
    for row in (["Task", "Ann", "Bob"], ["Plan", "A", "R"]):
        book.active.append(row)
    for place, text in cells:
        book.active[place] = text
    out = io.BytesIO()
    book.save(out)
    return with_part(out.getvalue(), SHEET, lambda xml: xml.replace(b"</sheetData>", _after(merge), 1))


def _after(merge: str) -> bytes:
    merged = f'<mergeCells count="1"><mergeCell ref="{merge}"/></mergeCells>' if merge else ""
    return b"</sheetData>" + merged.encode()


def with_part(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one part changed, or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, change(old.read(part)) if part == name else old.read(part))
        if name not in old.namelist():
            new.writestr(name, change(b""))
    return out.getvalue()


def test_a_cell_at_the_far_end_of_a_sheet_makes_no_million_rows() -> None:
    got = read("x.xlsx", workbook(("B1048576", "x"), ("XFD3", "y")))
    assert tasks(got) == PLAN
    assert {d.cell.name for d in got.doubts} == {"Sheet!B1048576"}
    assert got.remarks == ['the sheet "Sheet": what stands right of column 500 (1 of the cells) was not read']


def test_empty_cells_without_number_are_passed_over() -> None:
    empty = b"".join(b'<row r="%d">%b</row>' % (n, b'<c s="0"/>' * 200) for n in range(3, 1000))
    content = with_part(
        workbook(), SHEET, lambda xml: xml.replace(b"</sheetData>", empty + b"</sheetData>", 1)
    )
    assert tasks(read("x.xlsx", content)) == PLAN


@pytest.mark.parametrize("merge", ["A3:XFD1048576", "A1:A1048576"])
def test_a_merge_over_the_whole_sheet(merge: str) -> None:
    assert tasks(read("x.xlsx", workbook(merge=merge))) == PLAN


def test_a_workbook_that_unpacks_to_too_much() -> None:
    content = with_part(workbook(), "xl/sharedStrings.xml", lambda _: b" " * 65_000_000)
    assert len(content) < 100_000
    with pytest.raises(Refused, match=r"^the workbook unpacks to more than 64 MB$"):
        read("x.xlsx", content)


def test_a_workbook_with_too_many_cells() -> None:
    row = b"<row>" + b'<c t="n"><v>1</v></c>' * 1000 + b"</row>"
    content = with_part(
        workbook(), SHEET, lambda xml: xml.replace(b"</sheetData>", row * 501 + b"</sheetData>", 1)
    )
    with pytest.raises(Refused, match=r"^the workbook has 501,\d\d\d cells; at most 500,000 are read"):
        read("x.xlsx", content)


def test_entities_that_grow() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + b"".join(
        b'<!ENTITY a%d "%b">' % (n, b"&a%d;" % (n - 1) * 10 if n else b"&a;" * 10) for n in range(10)
    )
    content = with_part(workbook(), SHEET, lambda _: bomb + b"]><worksheet>&a9;</worksheet>")
    with pytest.raises(Refused, match="no workbook that can be read"):
        read("x.xlsx", content)


def test_a_table_wider_than_any_matrix() -> None:
    with pytest.raises(Refused, match=r"^the table at line 1 has 1,002 columns; at most 1,000 are read$"):
        read("x.csv", b"Task" + b",P" * 1001 + b"\nPlan" + b",R" * 1001)


def test_spans_that_cover_more_than_a_page() -> None:
    with pytest.raises(Refused, match=r"columns; at most 1,000 are read$"):
        read("x.html", b"<table>" + b"<tr><td rowspan=65534 colspan=1000>x</td></tr>" * 50 + b"</table>")


def test_nul_and_other_bytes_in_a_csv_file() -> None:
    got = reading(b"Task,A\0nn,Bob\nPl\xffan,A,R\n")
    assert tasks(got) == {"Plÿan": {"A�nn": "A", "Bob": "R"}}


def test_scripts_of_a_page_are_no_text() -> None:
    page = (
        b"<script>'<table><tr><td>x'</script><style>td{}</style><table onload=x><tr><th>Task<th>Ann<th>Bob"
        b"<tr><td><script>alert(1)</script>Plan<td>A<td>R</table>"
    )
    assert tasks(reading(page, "x.html")) == PLAN


@pytest.mark.parametrize("text", ["[" * 100_000, '{"a":' * 5000 + "1" + "}" * 5000])
def test_data_nested_without_end(text: str) -> None:
    got = reading(text, "x.json")
    assert got.matrices == []
    assert "inside one another" in got.remarks[0]


@pytest.mark.parametrize(
    "text",
    ["|" * 50_000 + "\n" + "|-" * 20_000, "| a |\n|---|\n| " + "*a" * 20_000, "{|\n|" + 'a="b" ' * 9000],
)
def test_markup_without_end(text: str) -> None:
    assert reading(text, "x.md").matrices == []


PIECES = st.sampled_from(
    [b",", b";", b"\n", b"|", b"---", b"A", b"R/A", b"Task", b"Responsible", b"<table><tr><td>", b"</table>",
     b"\"", b"\0", b"\xff", b"- ", b": ", b"#", b"{", b"[", b"'", b"=1", b" ", b"Ann", b"Plan", b"{|", b"||"]
)  # fmt: skip
NAMES = st.sampled_from(["x.csv", "x.md", "x.html", "x.json", "x.yaml", "x.txt", "CODEOWNERS", "x.xlsx"])


@settings(max_examples=150, deadline=None)
@given(name=NAMES, pieces=st.lists(PIECES, max_size=40))
def test_whatever_stands_in_a_file_each_cell_is_written_or_reported(name: str, pieces: list[bytes]) -> None:
    content = b"".join(pieces)
    try:
        got = read(name, content)
    except Refused:
        return
    assert got.read == got.written + got.reported
    assert to_yaml([got]) == to_yaml([read(name, content)])
    if name.endswith((".csv", ".md", ".html")):
        assert [d.number for d in documents(name, content, 3, Options()).documents] in ([], [3])
