"""The files of an invented province: its tree, and what its branches handed up, good and bad."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date
from random import Random
from typing import NamedTuple

from jinlin import __version__
from jinlin.core.days.stretch import Stretch
from jinlin.rollup.example.months import ExampleBranch
from jinlin.rollup.example.tree import ExampleUnit, ProvinceShape, units
from jinlin.rollup.monthly.bundles import DEFINITIONS
from jinlin.rollup.rules.bundle import MonthHead, packed
from jinlin.rollup.rules.cells import Cells, lines_of
from jinlin.rollup.rules.minisign import SEED, SecretKey
from jinlin.rollup.rules.tables import TABLES


class HandedUp(NamedTuple):
    """A file that a branch handed up.

    Attributes:
        day: how many days after the end of its month it was received.
    """

    unit: ExampleUnit
    period: str
    revision: int
    day: int
    content: bytes

    @property
    def file(self) -> str:
        """What a branch calls it."""
        return f"{self.unit.code}-{self.period}-r{self.revision}.zip"


def key_of(code: str, seed: int = 0) -> SecretKey:
    """Return the key of an invented branch: made from its code, so that it is no secret at all."""
    drawn = Random(f"key/{seed}/{code}").randbytes(8 + SEED)  # noqa: S311  (an example)
    return SecretKey(drawn[:8], drawn[8:])


def handed_up(shape: ProvinceShape, months: Sequence[Stretch], seed: int = 0) -> Iterator[HandedUp]:
    """Yield what each branch of a province handed up in time, branch by branch."""
    for unit in units(shape):
        if unit.level == "complex":
            for month, cells in ExampleBranch(unit.code, months, seed).months():
                yield handing(unit, month, cells)


def handing(
    unit: ExampleUnit,
    month: Stretch,
    cells: Cells,
    revision: int = 0,
    *,
    key: SecretKey | None = None,
    made: date | None = None,
) -> HandedUp:
    """Return the file in which a branch hands a month up.

    Args:
        unit: the branch.
        month: what it is about.
        cells: what is counted.
        revision: 0 for the first, then which correction.
        key: what signs; its own where none is named.
        made: the day on which it was made; otherwise the first after the month.
    """
    made = made or month.next.first
    head = MonthHead(
        organisation=unit.code,
        period=str(month),
        revision=revision,
        created=f"{made.isoformat()}T01:00:00Z",
        definitions=DEFINITIONS,
        program=__version__,
        covers=tuple(TABLES),
        empty=not any(cells.values()),
        reason=None,
        figures_sha256=hashlib.sha256(lines_of(cells)).hexdigest(),
    )
    day = 2 + int(unit.code[-3:]) % 3
    return HandedUp(unit, str(month), revision, day, packed(head, cells, key or key_of(unit.code)))
