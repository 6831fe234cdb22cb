"""Works enter a stage: the next one where its gate is open, any other with a reason on record."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.core.line.spoken_commands import as_spoken
from jinlin.core.typed import quoted
from jinlin.store.transaction.tx import Tx
from jinlin.works.gates import Blocker, Stage, Standing
from jinlin.works.undertaking import Undertaking, Works, describe_works


def begin(tx: Tx, works: Works[Stage, Standing], project_id: int, on: date) -> None:
    """Put an undertaking that was just recorded into its first stage."""
    tx.insert(
        works.table_of("stage"),
        project_id=project_id,
        stage=works.course.stages[0],
        entered_on=on.isoformat(),
        user=tx.user,
    )


def enter(
    tx: Tx,
    works: Works[Stage, Standing],
    one: Undertaking,
    to: Stage,
    *,
    on: date,
    standing: Standing,
    override: str | None,
) -> list[Blocker]:
    """Take an undertaking into its next stage, or, with a reason, wherever it must go.

    Args:
        tx: the transaction.
        works: whose works they are.
        one: the undertaking.
        to: the stage.
        on: the day it enters it.
        standing: what is known of it.
        override: the reason to pass a gate that is shut, to skip a stage or to go back.

    Returns:
        What the reason overrode.

    Raises:
        RuleError: it is there already, or came to the stage it leaves only after that day; the gate
            is shut, a stage would be skipped, or it would go back, and no reason is given.
    """
    works.check_going_on(one)
    works.check_day(tx, one, on)
    _check_elsewhere(works, one, to)
    _check_later(works, one, on)
    shut = works.course.blockers(standing, after=one.stage, to=to)
    if override is None:
        _check_order(works, one, to)
        _check_open(one, to, shut)
    tx.update(works.table, one.id, stage=to, stage_since=on.isoformat())
    tx.insert(
        works.table_of("stage"),
        project_id=one.id,
        stage=to,
        entered_on=on.isoformat(),
        override_reason=override,
        overridden=json.dumps([each.reason.as_json() for each in shut], ensure_ascii=False)
        if override and shut
        else None,
        user=tx.user,
    )
    describe_works(
        tx,
        one,
        N_("{number} entered the stage “{stage}”"),
        N_("take {number} back to the stage “{before}”"),
        stage=Message(to.msgid),
        before=Message(one.stage.msgid),
    )
    return shut


def said_missing(overridden: str | None) -> Iterator[str]:
    """Yield what a reason overrode when a stage was entered, as the database keeps it."""
    for one in json.loads(overridden or "[]"):
        yield Message.from_json(one).text()


def move_start(
    tx: Tx, works: Works[Stage, Standing], one: Undertaking, day: date, *, booked: str | None
) -> None:
    """Begin an undertaking on another day, its first stage with it; nothing in it is earlier.

    Args:
        tx: the transaction.
        works: whose works they are.
        one: the undertaking.
        day: the day.
        booked: the first day on which something else happened in it, as ISO text.

    Raises:
        RuleError: the day lies ahead, or something happened before it.
    """
    check_start(tx, day)
    table, said = works.table_of("stage"), day.isoformat()
    first = tx.row(
        f"SELECT id, (SELECT min(later.entered_on) FROM {table} AS later"  # noqa: S608  (our own)
        " WHERE later.project_id = s.project_id AND later.id > s.id) AS next"
        f" FROM {table} AS s WHERE project_id = ? ORDER BY id",
        (one.id,),
    )
    earliest = min(filter(None, (first["next"] if first else None, booked)), default=said)
    if said > earliest:
        raise RuleError(
            _("{number} has a record of {day} already.").format(number=one.label, day=earliest),
            hint=_("It began on that day at the latest: --started {day}").format(day=earliest),
        )
    tx.update(works.table, one.id, started_on=said)
    if first is not None:
        tx.update(table, first["id"], entered_on=said)
        if not first["next"]:
            tx.update(works.table, one.id, stage_since=said)


def check_start(tx: Tx, day: date) -> None:
    """Refuse a beginning that lies ahead.

    Raises:
        RuleError: it does.
    """
    if day > tx.clock.today:
        raise RuleError(
            _("{day} has not come yet.").format(day=day),
            hint=_("Leave --started away for today."),
        )


def end(tx: Tx, works: Works[Stage, Standing], one: Undertaking, *, on: date, reason: str) -> None:
    """Give an undertaking up; it stays on record, and the room says so in the history.

    Raises:
        RuleError: it was given up before, or the day lies ahead or before its beginning.
    """
    works.check_going_on(one)
    works.check_day(tx, one, on)
    tx.update(works.table, one.id, ended_on=on.isoformat(), ended_reason=reason)


def _check_elsewhere(works: Works[Stage, Standing], one: Undertaking, to: Stage) -> None:
    if to is one.stage:
        raise RuleError(
            _("{number} is at that stage already: {stage}.").format(
                number=one.label, stage=to.label
            ),
            hint=works.see(one),
        )


def _check_later(works: Works[Stage, Standing], one: Undertaking, on: date) -> None:
    if on.isoformat() < one.stage_since:
        raise RuleError(
            _("{number} came to the stage “{stage}” only on {day}.").format(
                number=one.label, stage=one.stage.label, day=one.stage_since
            ),
            hint=works.see(one),
        )


def _check_order(works: Works[Stage, Standing], one: Undertaking, to: Stage) -> None:
    course = works.course
    following = course.following(one.stage)
    if to is following:
        return
    said = {"number": one.label, "stage": one.stage.label, "asked": to.label}
    if following is None or course.place(to) < course.place(one.stage):
        raise RuleError(
            _("{number} would go back from “{stage}” to “{asked}”.").format(**said),
            hint=_("With a reason it is recorded: --override REASON."),
        )
    raise RuleError(
        _("{number} is at “{stage}”; “{asked}” is not the next stage.").format(**said),
        hint=_("Next is: {command}; to “{asked}” with a reason: --override REASON").format(
            command=works.command(f"stage {one.label} {quoted(following.label)}"), **said
        ),
    )


def _check_open(one: Undertaking, to: Stage, shut: Sequence[Blocker]) -> None:
    if not shut:
        return
    reasons = (
        _("{what} ({option})").format(what=each.reason.text(), option=as_spoken(each.way.text()))
        for each in shut
    )
    raise RuleError(
        _("{number} cannot enter “{stage}” yet: {reasons}.").format(
            number=one.label, stage=to.label, reasons=_("; ").join(reasons)
        ),
        hint=_("Or give the reason to go on all the same: --override REASON"),
    )
