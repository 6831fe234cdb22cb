"""What came of an import, as the rooms hand it over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jinlin.core.errors import RowProblem
from jinlin.exchange.table.rows import Row


class Rejected(NamedTuple):
    """A row that was not taken.

    Attributes:
        cells: the row as the file has it.
        problem: where and why.
        more: what else is wrong with it.
    """

    cells: Sequence[str]
    problem: RowProblem
    more: tuple[RowProblem, ...] = ()

    @property
    def problems(self) -> tuple[RowProblem, ...]:
        """Everything that is wrong with it."""
        return self.problem, *self.more


def rejected(row: Row, *problems: RowProblem) -> Rejected:
    """Return a row that was not taken, with everything that is wrong with it."""
    return Rejected(tuple(row.cells), problems[0], problems[1:])


class Change(NamedTuple):
    """What happens to one record.

    Attributes:
        record: which one, masked.
        what: what changes of it; empty when all is new, or nothing changes.
    """

    record: str
    what: str = ""


class Details(NamedTuple):
    """What an import does, record by record; each may be read once."""

    added: Iterable[Change] = ()
    changed: Iterable[Change] = ()
    unchanged: Iterable[Change] = ()
    missing: Iterable[Change] = ()


class Outcome(NamedTuple):
    """What came of an import.

    Attributes:
        added: new records.
        changed: records that differ now.
        unchanged: records that were already so.
        missing: records that the file no longer names; they are kept.
        rejected: the rows that were not taken.
        notes: what else to tell.
        details: the records themselves.
    """

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    missing: int = 0
    rejected: tuple[Rejected, ...] = ()
    notes: tuple[str, ...] = ()
    details: Details = Details()

    @property
    def counts(self) -> tuple[int, int, int, int, int]:
        """All counts, to compare a rehearsal with the deed."""
        return self.added, self.changed, self.unchanged, self.missing, len(self.rejected)

    @property
    def problems(self) -> tuple[RowProblem, ...]:
        """What is wrong with the rows that were not taken."""
        return tuple(problem for row in self.rejected for problem in row.problems)
