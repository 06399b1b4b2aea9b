"""YAML text -> documents: plain data, the place of every key and value, comments, and all faults.

The other parts use it like this:

    reading = read("org.yaml", raw_bytes, first=0)     # or read_file("org.yaml"), which raises Unreadable
    for document in reading.documents:                 # at least one, numbered on from `first`
        document.data                                  # dict, list, str, int, float, bool, None
        document.place(Route(document.number, ("tasks", 0, "owner")))             # a value
        document.place(Route(document.number, ("tasks", 0, "owner"), key=True))   # its key
        document.place(Route(document.number, ("tasks", 0, "name"), span=(4, 9))) # characters of it
        document.line(12)                              # a source line
        document.comments                              # comments that contain `rolelint:`
    reading.problems                                   # finding.Problem, each with `at` and a route

Scalars are typed by the core schema of YAML 1.2 (`no`, `on`, `22:22`, `2026-12-31` are text); keys are
always text as written. `<<` merges and aliases work; aliases share containers, so the data must not be
changed. Problem codes: syntax, duplicate-key, recursive-alias, unknown-alias, alias-expansion, tag,
complex-key, depth, encoding, control-character. A fault never hides what stands before it.

Plain YAML is read line by line, without a parser. Only this package knows PyYAML, which reads the rest, in
one pass over libyaml's events, or those of the parser written in Python where libyaml is missing.
"""

from rolelint.source.comments import Comment
from rolelint.source.document import Document
from rolelint.source.reader import MAX_BYTES, Reading, Unreadable, read, read_file

__all__ = ["MAX_BYTES", "Comment", "Document", "Reading", "Unreadable", "read", "read_file"]
