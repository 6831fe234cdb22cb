"""Milestones: what a gate asks for and nobody can see from the records by themselves."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from jinlin.core.errors import NotFoundError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.word import Word
from jinlin.store.transaction.tx import Reader, Tx
from jinlin.works.gates import Stage, Standing
from jinlin.works.undertaking import Undertaking, Works, describe_works

if TYPE_CHECKING:
    from jinlin.store.check.proofs import Proof

Milestone = TypeVar("Milestone", bound=Word)


class NewMilestone(NamedTuple, Generic[Milestone]):
    """Something that was done, as it is to be recorded.

    Attributes:
        milestone: what was done.
        on: the day.
        detail: its number, or who: the contract's number, the user unit's name.
        source: where that stands.
        file: the paper itself.
    """

    milestone: Milestone
    on: date
    detail: str | None = None
    source: str | None = None
    file: Proof | None = None


def record_milestone(
    tx: Tx, works: Works[Stage, Standing], one: Undertaking, new: NewMilestone[Milestone]
) -> None:
    """Record that something a gate asks for is done; said again, it replaces what was said.

    Raises:
        RuleError: the works were given up, or the day lies ahead or before their beginning.
    """
    from jinlin.store.check.proofs import file_columns

    works.check_going_on(one)
    works.check_day(tx, one, new.on)
    _take_out(tx, works, one, new.milestone)
    tx.insert(
        works.table_of("milestone"),
        project_id=one.id,
        milestone=new.milestone,
        done_on=new.on.isoformat(),
        detail=new.detail,
        source=new.source,
        **file_columns(new.file),
    )
    describe_works(
        tx,
        one,
        N_("Recorded for {number}: {what}"),
        N_("take out of {number}: {what}"),
        what=Message(new.milestone.msgid),
    )


def remove_milestone(
    tx: Tx, works: Works[Stage, Standing], one: Undertaking, milestone: Word
) -> None:
    """Take out what was recorded as done by mistake.

    Raises:
        NotFoundError: it is not recorded.
    """
    if not _take_out(tx, works, one, milestone):
        raise NotFoundError(
            _("{number} has no such milestone: {what}.").format(
                number=one.label, what=milestone.label
            ),
            hint=works.see(one),
        )
    describe_works(
        tx,
        one,
        N_("Took out of {number}: {what}"),
        N_("record again for {number}: {what}"),
        what=Message(milestone.msgid),
    )


def milestones(
    reader: Reader, works: Works[Stage, Standing], one: Undertaking, words: type[Milestone]
) -> list[Milestone]:
    """Return what is recorded as done, in the order in which it is done."""
    rows = reader.rows(
        f"SELECT milestone FROM {works.table_of('milestone')}"  # noqa: S608  (our own table)
        " WHERE project_id = ? AND removed_at IS NULL",
        (one.id,),
    )
    found = {words(row["milestone"]) for row in rows}
    return [milestone for milestone in words if milestone in found]


def milestone_day(
    reader: Reader, works: Works[Stage, Standing], one: Undertaking, milestone: Word
) -> str | None:
    """Return the day on which something was done, as ISO text; None while it is not."""
    found: str | None = reader.value(
        f"SELECT done_on FROM {works.table_of('milestone')}"  # noqa: S608  (our own table)
        " WHERE project_id = ? AND milestone = ? AND removed_at IS NULL",
        (one.id, milestone),
    )
    return found


def milestone_detail(
    reader: Reader, works: Works[Stage, Standing], one: Undertaking, milestone: Word
) -> str | None:
    """Return the number or the name that was recorded with a milestone; None for none."""
    row = reader.row(
        f"SELECT detail FROM {works.table_of('milestone')}"  # noqa: S608  (our own table)
        " WHERE project_id = ? AND milestone = ? AND removed_at IS NULL",
        (one.id, milestone),
    )
    return None if row is None else row["detail"]


def _take_out(tx: Tx, works: Works[Stage, Standing], one: Undertaking, milestone: Word) -> bool:
    row = tx.row(
        f"SELECT id FROM {works.table_of('milestone')}"  # noqa: S608  (our own table)
        " WHERE project_id = ? AND milestone = ? AND removed_at IS NULL",
        (one.id, milestone),
    )
    if row is not None:
        tx.update(works.table_of("milestone"), row["id"], removed_at=tx.clock.stamp)
    return row is not None
