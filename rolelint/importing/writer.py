"""Matrices -> YAML as a person would have written it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePath

from rolelint.importing.model import OWNER, Matrix, Reading, Row
from rolelint.organisation.model import DUTIES
from rolelint.organisation.schemes import SCHEMES
from rolelint.quoting import LONGEST_KEY, comment, scalar
from rolelint.words import fold

SCHEMA = "https://rolelint.org/schemas/organisation.schema.json"
WIDTH = 100


def to_yaml(readings: Sequence[Reading], schema: str = SCHEMA) -> str:
    """The text of one file. The same readings give the same text."""
    matrices = [matrix for reading in readings for matrix in reading.matrices]
    lines = [f"# yaml-language-server: $schema={schema}"]
    files = ", ".join(PurePath(reading.file).name for reading in readings)
    lines.append(f"# Imported from {comment(files)}.")
    form = form_of(matrices)
    if form == "grid":
        lines += _scheme(matrices)
    lines += _declared(readings)
    body = {"grid": _grid, "owners": _owners, "rows": _rows}[form]
    lines += ["", *body(matrices)]
    return "\n".join(lines) + "\n"


def form_of(matrices: Sequence[Matrix]) -> str:
    """`grid`: task -> party -> letters. `owners`: task -> owner. `rows`: words, which can hold all."""
    rows = [row for matrix in matrices for row in matrix.rows]
    names = [fold(row.name) for row in rows]
    bare = not any(row.extra or row.area for row in rows) and not any(matrix.labelled for matrix in matrices)
    if not bare or len(set(names)) < len(names) or any(_long(row) for row in rows):
        return "rows"
    owned = [row for row in rows if row.given]
    if owned and all(len(row.given) == 1 and row.given[0].duty == OWNER for row in owned):
        return "owners"
    schemes = {tuple(sorted(matrix.letters.items())) for matrix in matrices}
    lettered = all(
        g.mark and m.letters.get(g.mark) == g.duty for m in matrices for r in m.rows for g in r.given
    )
    grid = all(matrix.grid for matrix in matrices) and len(schemes) <= 1 and lettered
    return "grid" if grid and _distinct(matrices) else "rows"


def _long(row: Row) -> bool:
    return any(len(scalar(name)) > LONGEST_KEY for name in (row.name, *(given.party for given in row.given)))


def _distinct(matrices: Sequence[Matrix]) -> bool:
    """Whether no two parties of a task differ only in what folding takes away."""
    return all(
        len({fold(party) for party in row.by_party()}) == len(row.by_party())
        and all(map(fold, row.by_party()))
        for matrix in matrices
        for row in matrix.rows
    )


def _scheme(matrices: Sequence[Matrix]) -> Iterator[str]:
    first = matrices[0] if matrices else Matrix("")
    if first.scheme and first.scheme in SCHEMES:
        if first.scheme != "RACI":
            yield f"scheme: {first.scheme}"
    elif first.letters:
        yield "scheme:"
        yield from (f"  {scalar(letter)}: {scalar(duty)}" for letter, duty in first.letters.items())


def _declared(readings: Iterable[Reading]) -> Iterator[str]:
    roles = {name: title for reading in readings for name, title in reading.roles.items()}
    people = {name: role for reading in readings for name, role in reading.people.items()}
    for key, entries in (("roles", roles), ("people", people)):
        if entries:
            yield ""
            yield f"{key}:"
            yield from (
                f"  {scalar(name)}:{' ' + scalar(words, flow=False) if words else ''}"
                for name, words in entries.items()
            )


# Task -> party -> letters


def _grid(matrices: Sequence[Matrix]) -> Iterator[str]:
    yield "matrix:" if any(matrix.rows for matrix in matrices) else "matrix: {}"
    for matrix in matrices:
        yield from _above(matrix, many=len(matrices) > 1)
        section = ""
        for row in matrix.rows:
            if row.section != section:
                section = row.section
                yield f"  # {comment(section)}" if section else "  #"
            yield from _remarks(row, "  ")
            pairs = [
                f"{scalar(party)}: {scalar('/'.join(each.mark for each in given))}"
                for party, given in row.by_party().items()
            ]
            yield from _flow(f"  {scalar(row.name, flow=False)}:", pairs)


def _flow(key: str, pairs: list[str]) -> Iterator[str]:
    """`key: {…}` on one line, or below the key on as many as it takes."""
    if not pairs:
        yield key
        return
    line = f"{key} {{{', '.join(pairs)}}}"
    if len(line) <= WIDTH:
        yield line
        return
    yield key
    current = "    {" + pairs[0]
    for pair in pairs[1:]:
        if len(current) + len(pair) + 3 > WIDTH:
            yield current + ","
            current = "     " + pair
        else:
            current += ", " + pair
    yield current + "}"


def _above(matrix: Matrix, *, many: bool, indent: str = "  ") -> Iterator[str]:
    """The title, the groups of the header and the notes of a matrix."""
    if many and matrix.title:
        yield f"{indent}# --- {comment(matrix.title)} ---"
    groups: dict[str, list[str]] = {}
    for party, group in matrix.spans.items():
        groups.setdefault(group, []).append(party)
    for group, parties in groups.items():
        yield f"{indent}# {comment(group)}: {comment(', '.join(parties))}"
    for note in matrix.notes:
        yield f"{indent}# {comment(note)}"


def _remarks(row: Row, indent: str) -> Iterator[str]:
    for note in row.notes:
        yield f"{indent}# {comment(note)}"
    for doubt in row.doubts:
        yield f"{indent}# not sure: {comment(doubt)}"


# Task -> owner


def _owners(matrices: Sequence[Matrix]) -> Iterator[str]:
    yield "tasks:"
    for matrix in matrices:
        yield from _above(matrix, many=len(matrices) > 1)
        section = ""
        for row in matrix.rows:
            owner = row.given[0].party if row.given else ""
            if row.section not in (section, owner):
                section = row.section
                yield f"  # {comment(section)}"
            yield from _remarks(row, "  ")
            yield f"  {scalar(row.name, flow=False)}:{' ' + scalar(owner, flow=False) if owner else ''}"


# Rows of words


def _rows(matrices: Sequence[Matrix]) -> Iterator[str]:
    yield "tasks:"
    for matrix in matrices:
        yield from _above(matrix, many=len(matrices) > 1 and any(row.section for row in matrix.rows))
        group = ""
        for row in matrix.rows:
            own = row.section or (matrix.title if len(matrices) > 1 else "")
            if own != group:
                group = own
                if own:
                    yield f"  - group: {scalar(own, flow=False)}"
                    yield "    tasks:"
            yield from _row(row, "      " if group else "  ", ordered=not matrix.grid)


def _row(row: Row, indent: str, *, ordered: bool) -> Iterator[str]:
    yield from _remarks(row, indent)
    yield f"{indent}- name: {scalar(row.name, flow=False)}"
    for key, value in row.extra.items():
        values = value if isinstance(value, list) else [value]
        yield f"{indent}  {key}: {_one_or_list(values)}"
    duties = list(dict.fromkeys(given.duty for given in row.given))
    if not ordered:
        duties.sort(key=[OWNER, *DUTIES].index)
    for duty in duties:
        parties = list(dict.fromkeys(given.party for given in row.given if given.duty == duty))
        yield f"{indent}  {duty}: {_one_or_list(parties)}"
    if row.area:
        pairs = ", ".join(f"{key}: {scalar(value)}" for key, value in row.area.items())
        yield f"{indent}  area: {{{pairs}}}"


def _one_or_list(values: Sequence[str]) -> str:
    return scalar(values[0], flow=False) if len(values) == 1 else "[" + ", ".join(map(scalar, values)) + "]"
