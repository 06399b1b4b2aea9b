"""What the headers over columns of names say together: an owner beside others is not all of them."""

from __future__ import annotations

from rolelint.importing.block import Layout
from rolelint.importing.headers import header_duty
from rolelint.importing.model import OWNER
from rolelint.importing.vocabulary import tokens

Head = tuple[str, str]
"""A letter or "", and a duty or ""."""

APPROVING = ("appro", "aprob", "aprov", "genehmig", "zatwierdz")
"""How words for those who approve begin, in the languages that matrices are found in."""


def heads_of(layout: Layout) -> dict[int, Head]:
    """Position -> what its header says. One duty alone, whatever it is called, makes
    owners. Beside an owner an approver signs; an owner beside somebody who is
    accountable does the work, and beside somebody responsible answers for it."""
    top = layout.rows[layout.header]
    heads = {p: header_duty(top[p].text, layout.known) or ("", "") for p in layout.columns}
    if layout.kind == "owners":
        return dict.fromkeys(heads, ("", OWNER))
    duties = [duty for _, duty in heads.values()]
    if duties.count(OWNER) != 1:
        return heads
    owner = duties.index(OWNER)
    for position in layout.columns:
        if heads[position][1] == "accountable" and _approves(top[position].text):
            heads[position] = "", "sign-off"
    rest = {letter or duty for letter, duty in heads.values()}
    if rest & {"A", "accountable"}:
        heads[layout.columns[owner]] = "", "responsible"
    elif rest & {"R", "responsible"}:
        heads[layout.columns[owner]] = "", "accountable"
    return heads


def _approves(header: str) -> bool:
    return any(word.startswith(APPROVING) for word in tokens(header))
