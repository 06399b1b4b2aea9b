"""Which outside format a file has: by its name, else by what is in it."""

from __future__ import annotations

import re
from pathlib import PurePath

from rolelint.importing.decode import text_of
from rolelint.importing.delimited import delimiter_of
from rolelint.importing.faults import Refused

FORMATS = ("csv", "xlsx", "markdown", "html", "json", "yaml", "codeowners")
SUFFIXES = {
    ".csv": "csv", ".tsv": "csv", ".tab": "csv", ".xlsx": "xlsx", ".xlsm": "xlsx", ".md": "markdown",
    ".markdown": "markdown", ".mdx": "markdown", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".json": "json", ".yaml": "yaml", ".yml": "yaml",
}  # fmt: skip

UNREADABLE = {
    b"\xd0\xcf\x11\xe0": "an old Excel file (.xls): save it as .xlsx or .csv",
    b"%PDF": "a PDF: save the table as .xlsx or .csv",
}
RULE = re.compile(r"^[ \t]*\|?[ \t]*:?-+:?[ \t]*\|[-:| \t]*$", re.MULTILINE)


WIKI = re.compile(
    r"^[ \t]*(?:\|\|.*\|\||\+[-=+]{3,}\+|\{\|.*|h[1-6]\. .*|={2,6} ?\S.*={2,6})[ \t]*$", re.MULTILINE
)
"""What Jira, MediaWiki and tables drawn with `+---+` write; the Markdown reader takes them too."""


def format_of(file: str, content: bytes) -> str:
    """One of FORMATS; Refused for what is known and cannot be read."""
    for sign, words in UNREADABLE.items():
        if content.startswith(sign):
            raise Refused(f"this is {words}")
    if content.startswith(b"PK\x03\x04"):
        if b"opendocument" in content[:200]:
            raise Refused("this is an OpenDocument file: save it as .xlsx or .csv")
        return "xlsx"
    path = PurePath(file)
    if path.name == "CODEOWNERS":
        return "codeowners"
    return SUFFIXES.get(path.suffix.lower()) or _by_content(text_of(content[:200_000]))


def _by_content(text: str) -> str:
    head = text.lstrip()
    if head[:1] == "<" and re.search(r"<(?:table|html|!doctype|body|div|meta)", head[:5000], re.IGNORECASE):
        return "html"
    if head[:1] in ("{", "[") and not head.startswith("{|"):
        return "json"
    if RULE.search(text) or WIKI.search(text) or re.search(r"^#{1,6} ", text, re.MULTILINE):
        return "markdown"
    lines = [line for line in text.split("\n")[:50] if line.strip()]
    if re.match(r"[\w\"' -]+:(?:\s|$)", head) and not any("\t" in line.strip() for line in lines):
        return "yaml"
    if sum(bool(re.match(r"\s*[-*•]\s", line)) for line in lines) * 2 > len(lines):
        return "markdown"
    delimiter = delimiter_of(lines)
    cut = sum(delimiter in line for line in lines)
    return (
        "csv" if lines and cut * 3 >= len(lines) * 2 and len(lines) > 1 and not _prose(lines) else "markdown"
    )


def _prose(lines: list[str]) -> bool:
    """Lines of words that only hold commas as sentences do."""
    return sum(len(line) > 60 and ", " in line and line.count(",") < 4 for line in lines) * 2 > len(lines)
