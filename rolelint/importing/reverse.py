"""Tables whose rows are roles and whose columns are duties over lists of tasks."""

from __future__ import annotations

from rolelint.importing.assigning import Context, one_line
from rolelint.importing.block import Layout
from rolelint.importing.headers import header_duty
from rolelint.importing.model import Given, Matrix, Row
from rolelint.importing.schemes import Scheme, letter_of
from rolelint.importing.table import reverse_rows
from rolelint.words import fold


def reversed_matrix(layout: Layout, scheme: Scheme, context: Context, title: str) -> Matrix:
    """A matrix of the tasks that the cells name, in the order of first mention."""
    matrix = Matrix(title, grid=False, scheme=scheme.name, letters=scheme.letters)
    rows: dict[str, Row] = {}
    context.ledger.use(*(cell for row in layout.rows[: layout.header + 1] for cell in row))
    context.ledger.doubt(
        layout.rows[layout.header][0], "the rows were taken for parties and the cells for tasks"
    )
    for party, header, cell, task in reverse_rows(layout):
        letter, duty = header_duty(header, layout.known) or ("", "")
        duty = duty or scheme.letters.get(letter, "")
        if not duty or not party.text:
            context.ledger.lose(cell, "a duty or a party is missing here")
            continue
        row = rows.setdefault(fold(task), Row(one_line(task), cell))
        row.given.append(Given(one_line(party.text), letter or letter_of(duty, scheme.letters), duty, cell))
        context.ledger.use(cell, party)
    matrix.rows += rows.values()
    return matrix
