"""Short words for what an import gave."""

from rolelint.importing import Reading, read

Assignments = dict[str, str]


def reading(text: str | bytes, name: str = "x.csv") -> Reading:
    """What is read of a text; the count always has to come out even."""
    got = read(name, text.encode() if isinstance(text, str) else text)
    assert got.read == got.written + got.reported
    return got


def tasks(got: Reading) -> dict[str, Assignments]:
    """Task -> party -> letters (or the duty, where it has no letter)."""
    return {
        row.name: {party: "".join(g.mark or g.duty for g in given) for party, given in row.by_party().items()}
        for row in got.rows()
    }


def doubts(got: Reading) -> list[str]:
    """Each doubt with its place; those that left something out are marked."""
    return [f"{d.place()} {'LOST ' if d.lost else ''}{d.message}" for d in got.doubts]
