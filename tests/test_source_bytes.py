"""Bytes of any encoding become the same text; what is broken in them is said at its place."""

import os
from pathlib import Path

import pytest
from source_helpers import data, told, where

from rolelint.source import Reading, Unreadable, read, read_file

TEXT = "tasks:\n  - {name: Büro 🦄, owner: ana}\n"
DATA = {"tasks": [{"name": "Büro 🦄", "owner": "ana"}]}
ENCODINGS = {
    "utf-8": b"",
    "utf-8 with mark": b"\xef\xbb\xbf",
    "utf-16-le": b"",
    "utf-16-be": b"",
    "utf-16-le with mark": b"\xff\xfe",
    "utf-16-be with mark": b"\xfe\xff",
    "utf-32-le": b"",
    "utf-32-be": b"",
    "utf-32-le with mark": b"\xff\xfe\0\0",
    "utf-32-be with mark": b"\0\0\xfe\xff",
}


@pytest.mark.parametrize("name", list(ENCODINGS))
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encodings(name: str, end: str) -> None:
    text = TEXT.replace("\n", end)
    reading = read("org.yaml", ENCODINGS[name] + text.encode(name.removesuffix(" with mark")))
    (document,) = reading.documents
    assert (reading.problems, document.data) == ([], DATA)
    assert where(document, "tasks", 0, "owner") == (2, 27, 2, 30)
    assert document.line(2) == "  - {name: Büro 🦄, owner: ana}"


def test_text_is_read_like_its_bytes() -> None:
    for text in (TEXT, "\ufeff" + TEXT, "\ufeff\ufeff" + TEXT):
        (document,) = read("org.yaml", text).documents
        assert (document.data, where(document, "tasks", key=True)) == (DATA, (1, 1, 1, 6))


FOREIGN = [
    # bytes, line, column, message, data
    (
        "a: 1\nb: Büro\n".encode("latin-1"), 2, 5,
        'the file is not UTF-8: the byte 0xFC stands here; it is read as Windows-1252, that is "ü"',
        {"a": 1, "b": "Büro"},
    ),
    (
        b"a: \x93Close\x94 \x96 \x80\n", 1, 4,
        'the file is not UTF-8: the byte 0x93 stands here; it is read as Windows-1252, that is "“"',
        {"a": "“Close” – €"},
    ),
    (
        "a: Büro, ".encode() + b"B\xfcro\n", 1, 11,
        'the file is not UTF-8: the byte 0xFC stands here; it is read as Windows-1252, that is "ü"',
        {"a": "Büro, Büro"},
    ),
    (
        b"a: x\x81y\n", 1, 5,
        'the file is not UTF-8: the byte 0x81 stands here; it is read as Windows-1252, that is "\ufffd"',
        {"a": "x\ufffdy"},
    ),
    (
        b"\xff\xfe" + "a: x".encode("utf-16-le") + b"\x3d\xd8", 1, 5,
        "the file is UTF-16, but this place is not valid UTF-16", {"a": "x\ufffd"},
    ),
    (
        b"\0\0\xfe\xff" + "a: x".encode("utf-32-be") + b"\0\x11\0\0", 1, 5,
        "the file is UTF-32, but this place is not valid UTF-32", {"a": "x\ufffd"},
    ),
]  # fmt: skip


@pytest.mark.parametrize(("raw", "line", "column", "message", "left"), FOREIGN)
def test_what_is_no_unicode(raw: bytes, line: int, column: int, message: str, left: object) -> None:
    assert told(raw) == [("encoding", line, column, message)]
    assert data(raw) == left


CONTROLS = [
    # text, data, [line, column, message]
    ("a: x\0y\n", {"a": "x\ufffdy"}, [(1, 5, "the control character U+0000 (NUL) is not allowed in YAML")]),
    ("a: x\n\x1a", {"a": "x"},
        [(2, 1, "the control character U+001A (end-of-file mark) is not allowed in YAML")]),
    ("a: x\n\x0c\nb: y\n", {"a": "x", "b": "y"},
        [(2, 1, "the control character U+000C (form feed) is not allowed in YAML")]),
    ("a: x\x85b: \x9fy\n", {"a": "x", "b": "\ufffdy"},
        [(1, 9, "the control character U+009F is not allowed in YAML")]),
    ("a: x\x7fy\x1bz\n", {"a": "x\ufffdy\ufffdz"},
        [(1, 5, "the control character U+007F (delete) is not allowed in YAML"),
         (1, 7, "the control character U+001B (escape) is not allowed in YAML")]),
    ("a: x\ufffey\n", {"a": "x\ufffdy"}, [(1, 5, "the control character U+FFFE is not allowed in YAML")]),
    ("a: x\n\ufeffb: y\n\ufeff\ufeffc: z\ufeff\n", {"a": "x", "b": "y", "c": "z\ufeff"},
        [(2, 1, "a byte order mark stands inside of the file; it is passed over"),
         (3, 1, "a byte order mark stands inside of the file; it is passed over")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "left", "faults"), CONTROLS)
def test_control_characters(text: str, left: object, faults: list[tuple[int, int, str]]) -> None:
    for raw in (text, text.encode()):
        assert told(raw) == [("control-character", *fault) for fault in faults]
        assert data(raw) == left


def test_half_of_a_pair_in_a_text() -> None:
    text = "a: x\ud83d\nb: [\udc00]\n"
    assert told(text) == [
        ("control-character", 1, 5, "the half of a pair U+D83D is not allowed in YAML"),
        ("control-character", 2, 5, "the half of a pair U+DC00 is not allowed in YAML"),
    ]
    assert data(text) == {"a": "x\ufffd", "b": ["\ufffd"]}


def test_a_file_full_of_control_characters_is_not_listed_in_full() -> None:
    problems = told(b"a: " + b"\x01" * 5000)
    assert len(problems) == 21
    assert problems[-1] == (
        "control-character", 1, 24, "more characters that YAML does not allow follow and are not listed",
    )  # fmt: skip


def test_a_control_character_does_not_hide_other_faults() -> None:
    assert [(code, line, column) for code, line, column, _ in told(b"a: \x01x\nb: @y\nb: z\xe4\n")] == [
        ("control-character", 1, 4),
        ("syntax", 2, 4),
        ("duplicate-key", 3, 1),
        ("encoding", 3, 5),
    ]


def shape(reading: Reading) -> list[tuple[str, int, object]]:
    return [(d.file, d.number, d.data) for d in reading.documents]


def test_files(tmp_path: Path) -> None:
    path = tmp_path / "örg.yaml"
    path.write_bytes(b"a: 1\n---\nb: 2\n")
    assert shape(read_file(path, first=4)) == [(str(path), 4, {"a": 1}), (str(path), 5, {"b": 2})]
    assert shape(read_file(str(path))) == [(str(path), 0, {"a": 1}), (str(path), 1, {"b": 2})]
    assert shape(read_file(path, max_bytes=14)) == shape(read_file(path, max_bytes=None))


def refusal(path: str | Path, max_bytes: int | None = None) -> str:
    with pytest.raises(Unreadable) as refused:
        read_file(path, max_bytes=max_bytes)
    return str(refused.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    large = tmp_path / "large.yaml"
    large.write_bytes(b"a: 1\n" * 1000)
    assert refusal(large, max_bytes=4999) == "larger than 4,999 bytes"
    assert refusal(tmp_path) == "a folder, not a file"
    assert refusal(tmp_path / "none.yaml") == "no such file"
    assert refusal(large / "x.yaml") == "Not a directory"
    assert refusal("a\0b.yaml") == "embedded null byte"
    assert refusal("x" * 5000) == "File name too long"


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="the superuser may read everything"
)
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    path = tmp_path / "locked.yaml"
    path.touch(mode=0)
    assert refusal(path) == "not allowed to read it"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_devices_and_pipes(tmp_path: Path) -> None:
    assert refusal("/dev/zero") == "not a file"
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    assert shape(read_file(pipe)) == [(str(pipe), 0, None)]  # nobody writes: it does not wait
    reader, writer = os.pipe()
    os.write(writer, b"a: 1\n")
    os.close(writer)
    try:
        assert [d.data for d in read_file(f"/dev/fd/{reader}").documents] == [{"a": 1}]
    finally:
        os.close(reader)


def test_texts_that_are_too_large() -> None:
    with pytest.raises(Unreadable, match="larger than 3 bytes"):
        read("org.yaml", b"a: 1", max_bytes=3)
