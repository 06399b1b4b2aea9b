"""One piece of work that several rows claim."""

from rolelint.organisation.model import Task
from rolelint.records import NamedTuple


class Claim(NamedTuple):
    """Rows that claim the same work, in the order of the files.

    `same_owner`: one owner stands behind them. `equal`: the names have the same words, or the ids are the
    same, and no two are described as different work. `apart`: some stand in different sections of one file.
    In a `crowd` not every two rows were compared.
    """

    tasks: tuple[Task, ...]
    same_owner: bool
    equal: bool
    apart: bool
    crowd: bool = False
