"""What is put right of what an evaluation found, as a higher room tells it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from jinlin.core.reference import Reference
from jinlin.output.contribution.rooms import contributed
from jinlin.store.transaction.tx import Reader


class Rectified(NamedTuple):
    """One thing that is put right.

    Attributes:
        number: by which it is found, `A5`.
        about: the evaluation that found it, `W1`.
        owner: who puts it right.
        percent: how much of it is done.
        remark: what came of it.
    """

    number: str
    about: str
    text: str
    owner: str | None
    due_on: date | None
    done_on: date | None
    percent: int
    remark: str | None


def put_right(reader: Reader, evaluations: Sequence[Reference]) -> list[Rectified]:
    """Return what is put right of what some evaluations found, undone first."""
    return [one for room in contributed("put_right") for one in room.put_right(reader, evaluations)]
