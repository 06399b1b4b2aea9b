"""What each format prints for one hand-made report."""

import json as decoder

from rolelint.finding import Evidence, Finding, Judged, Label, Place, Report, Summary
from rolelint.reporting import REPORTERS, render
from rolelint.reporting.plain import visible

NAME = '  - name: "Analyse rivals and set plan"'
OWNER = "    accountable: sales"


def finding() -> Finding:
    name = Place("org.yaml", 14, 12, 14, 26, NAME)
    owner = Place("org.yaml", 15, 18, 15, 23, OWNER)
    return Finding(
        rule="sales-marketing/market-analysis-owned-by-sales",
        severity="warning",
        message='"Analyse rivals and set plan" reads as marketing\'s work, but sales is accountable for it',
        place=name,
        labels=(
            Label(name, "process: analysing rivals is marketing"),
            Label(owner, "sales answers"),
        ),
        evidence=(
            Evidence("process", "marketing", "analyse rivals", name, "analysing rivals is marketing"),
            Evidence("definition", "marketing", "set plan", name._replace(column=31), "planning"),
        ),
        notes=("nothing speaks for sales",),
        help="make marketing accountable and sales consulted",
        task="Analyse rivals and set plan",
        parties=("sales",),
        suggests="marketing",
        fingerprint="0123456789abcdef",
    )


def report() -> Report:
    judged = Judged(clear_cut=1, not_judged=2, reasons={"no sign either way": 2})
    return Report((finding(),), Summary(files=1, organisations=1, tasks=3, judged=judged, hints_hidden=1))


def test_text_shows_the_lines_the_evidence_and_what_to_do() -> None:
    assert render("text", report()) == (
        "warning[sales-marketing/market-analysis-owned-by-sales]: "
        '"Analyse rivals and set plan" reads as marketing\'s work, but sales is accountable for it\n'
        "  --> org.yaml:14:12\n"
        "   |\n"
        '14 |   - name: "Analyse rivals and set plan"\n'
        "   |            ^^^^^^^^^^^^^^ process: analysing rivals is marketing\n"
        "15 |     accountable: sales\n"
        "   |                  ^^^^^ sales answers\n"
        '   = also: definition ("set plan")\n'
        "   = note: nothing speaks for sales\n"
        "   = help: make marketing accountable and sales consulted\n"
        "   = more: rolelint explain sales-marketing/market-analysis-owned-by-sales\n"
        "\n"
        "1 file, 3 tasks: 1 warning (1 hint hidden, see --hints)\n"
        "whose work it is: 1 clear-cut, 0 grey area, 2 not judged (2 no sign either way)\n"
    )


def test_concise_is_one_line_a_finding() -> None:
    assert render("concise", report()) == (
        "org.yaml:14:12: warning sales-marketing/market-analysis-owned-by-sales "
        '"Analyse rivals and set plan" reads as marketing\'s work, but sales is accountable for it\n'
    )


def test_json_holds_what_the_contract_names() -> None:
    data = decoder.loads(render("json", report()))
    assert set(data) == {"schema", "version", "findings", "summary"}
    first = data["findings"][0]
    assert (first["line"], first["column"], first["end_line"], first["end_column"]) == (14, 12, 14, 26)
    assert first["suggests"] == "marketing"
    assert [e["phrase"] for e in first["evidence"]] == ["analyse rivals", "set plan"]
    assert data["summary"]["findings"] == {"error": 0, "warning": 1, "info": 0}
    assert data["summary"]["judged"]["reasons"] == {"no sign either way": 2}


def test_labels_in_two_files_are_two_snippets() -> None:
    other = Place("b.yaml", 3, 1, 3, 4, "abc: d")
    first = finding()
    two = Finding(
        "overlap/x", "error", "two", first.place, (Label(first.place, "here"), Label(other, "and here"))
    )
    assert render("text", Report((two,), Summary(files=2, tasks=2))) == (
        "error[overlap/x]: two\n"
        "  --> org.yaml:14:12\n"
        "   |\n"
        '14 |   - name: "Analyse rivals and set plan"\n'
        "   |            ^^^^^^^^^^^^^^ here\n"
        "  ::: b.yaml:3:1\n"
        "   |\n"
        " 3 | abc: d\n"
        "   | ^^^ and here\n"
        "   = more: rolelint explain overlap/x\n"
        "\n"
        "2 files, 2 tasks: 1 error\n"
    )


def test_colours_change_nothing_but_colours() -> None:
    import re

    painted = render("text", report(), color=True)
    assert painted != render("text", report())
    assert re.sub(r"\x1b\[[0-9;]*m", "", painted) == render("text", report())


def test_text_from_a_matrix_cannot_act() -> None:
    hostile = "\x1b[31m\x07::error::x\u202egpj\r\n\u2028"
    place = Place(f"{hostile}.yaml", 1, 1, 1, 5, hostile)
    bad = Finding("a/b", "error", hostile, place, (Label(place, hostile),), help=hostile, notes=(hostile,))
    for name in REPORTERS:
        out = render(name, Report((bad,), Summary(files=1, tasks=1)))
        assert not set("\x1b\x07\u202e\r\u2028") & set(out), name
    assert visible(hostile) == "\\x1b[31m\\x07::error::x\\u202egpj\\x0d\\x0a\\u2028"


def test_a_long_line_is_cut_around_the_carets() -> None:
    line = "a" * 500 + "HERE" + "b" * 500
    place = Place("x.yaml", 1, 501, 1, 505, line)
    out = render("text", Report((Finding("a/b", "info", "m", place, (Label(place, "w"),)),), Summary()))
    shown, carets = out.splitlines()[3:5]
    assert len(shown) < 160
    start = carets.index("^")
    assert shown[start : start + 4] == "HERE"


def test_wide_characters_keep_the_carets_in_place() -> None:
    place = Place("x.yaml", 1, 3, 1, 5, "会議ab")
    out = render("text", Report((Finding("a/b", "info", "m", place, (Label(place, ""),)),), Summary()))
    assert out.splitlines()[4] == "  |     ^^"
