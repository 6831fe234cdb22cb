"""Objections to a public notice: who objects stays inside; what was answered may be told."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from jinlin.core.clock import kept_day
from jinlin.core.errors import NotFoundError, RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.notice.queries import NoticeRow, find_notice
from jinlin.notice.rules.matters import OBJECTION_DAYS
from jinlin.notice.rules.notices import ObjectionOutcome, Type, check_answer, ends_on, notice_label
from jinlin.store.holidays import calendar
from jinlin.store.transaction.tx import Reader, Tx

_COLUMNS: Final = (
    "o.id, o.notice_id, o.number, o.objector, o.objector_phone, o.text, o.received_on,"
    " o.answer_by, o.answer, o.answered_on, o.outcome, n.number AS notice, n.title, n.ends_on"
)
_FROM: Final = (
    "FROM notice_objection AS o JOIN notice AS n ON n.id = o.notice_id"
    " WHERE o.removed_at IS NULL AND n.removed_at IS NULL"
)


class ObjectionRow(NamedTuple):
    """An objection; the objector is never shown in public.

    Attributes:
        notice: the number of the notice it is about.
        late: it came after the period; it is answered all the same.
        answer_by: the day by which it is to be answered.
    """

    id: int
    notice: int
    number: int
    title: str
    objector: str
    objector_phone: str | None
    text: str
    received_on: date
    late: bool
    answer_by: date
    answer: str | None
    answered_on: date | None
    outcome: ObjectionOutcome | None

    @property
    def label(self) -> str:
        """Its number as we write it: `N12-1`."""
        return f"{notice_label(self.notice)}-{self.number}"


class NewObjection(NamedTuple):
    """An objection as it is to be recorded."""

    objector: str
    text: str
    received_on: date
    objector_phone: str | None = None


def objections(reader: Reader, notice: NoticeRow) -> list[ObjectionRow]:
    """Return the objections to a notice in the order they came."""
    return _rows(reader, "AND o.notice_id = ? ORDER BY o.number", notice.id)


def unanswered(reader: Reader) -> list[ObjectionRow]:
    """Return the objections nobody has answered, the first due first."""
    return _rows(reader, "AND o.answer IS NULL ORDER BY o.answer_by, o.id")


def find_objection(reader: Reader, notice: int, number: int) -> ObjectionRow:
    """Return an objection.

    Raises:
        NotFoundError: there is none of this number.
    """
    found = find_notice(reader, notice)
    rows = _rows(reader, "AND o.notice_id = ? AND o.number = ?", found.id, number)
    if not rows:
        raise NotFoundError(
            _("There is no objection {number}.").format(number=f"{found.label}-{number}"),
            hint=_("See: jinlin notice show {number}").format(number=found.label),
        )
    return rows[0]


def object_to(tx: Tx, number: int, new: NewObjection) -> ObjectionRow:
    """Record an objection to a public notice; a late one too.

    Raises:
        NotFoundError: there is no such notice.
        RuleError: it is no public notice, or the objection came before it was up.
    """
    notice = find_notice(tx, number)
    if notice.type is not Type.PUBLIC_NOTICE:
        raise RuleError(
            _("{number} is not a public notice: only such a one is open to objections.").format(
                number=notice.label
            ),
            hint=_("Record it as a question: jinlin notice ask TEXT"),
        )
    if notice.posted_on is None or new.received_on < notice.posted_on:
        raise RuleError(
            _("{number} was not up on {day}.").format(number=notice.label, day=new.received_on),
            hint=_("See: jinlin notice show {number}").format(number=notice.label),
        )
    serial = 1 + int(
        tx.value(
            "SELECT ifnull(max(number), 0) FROM notice_objection WHERE notice_id = ?", (notice.id,)
        )
    )
    answer_by = ends_on(new.received_on, OBJECTION_DAYS, calendar(tx))
    row = tx.insert(
        "notice_objection",
        notice_id=notice.id,
        number=serial,
        objector=new.objector,
        objector_phone=new.objector_phone,
        text=new.text,
        received_on=new.received_on.isoformat(),
        answer_by=answer_by.isoformat(),
    )
    objection = ObjectionRow(
        **new._asdict(), id=row, notice=notice.number, number=serial, title=notice.title,
        late=notice.ends_on is not None and new.received_on > notice.ends_on,
        answer_by=answer_by, answer=None, answered_on=None, outcome=None,
    )  # fmt: skip
    words: dict[str, Value] = {"number": objection.label}
    tx.describe(
        Message(N_("Recorded objection {number}"), words),
        reverse=Message(N_("take objection {number} out of the books"), words),
        subject=objection.label,
    )
    return objection


def answer_objection(
    tx: Tx, notice: int, number: int, *, answer: str, outcome: ObjectionOutcome, on: date
) -> ObjectionRow:
    """Write down what an objector was told and what became of the objection.

    Raises:
        NotFoundError: there is no such objection.
        RuleError: it was answered before, or would be before it came.
    """
    objection = find_objection(tx, notice, number)
    check_answer(
        objection.label, came_on=objection.received_on, answered_on=objection.answered_on, on=on
    )
    tx.update(
        "notice_objection",
        objection.id,
        answer=answer,
        answered_on=on.isoformat(),
        outcome=outcome.value,
    )
    words: dict[str, Value] = {"number": objection.label}
    tx.describe(
        Message(N_("Answered objection {number}"), words),
        reverse=Message(N_("take back the answer to objection {number}"), words),
        subject=objection.label,
    )
    return objection._replace(answer=answer, answered_on=on, outcome=outcome)


def _rows(reader: Reader, condition: str, *values: object) -> list[ObjectionRow]:
    return [
        ObjectionRow(
            id=row["id"],
            notice=row["notice"],
            number=row["number"],
            title=row["title"],
            objector=row["objector"],
            objector_phone=row["objector_phone"],
            text=row["text"],
            received_on=date.fromisoformat(row["received_on"]),
            late=row["ends_on"] is not None and row["received_on"] > row["ends_on"],
            answer_by=date.fromisoformat(row["answer_by"]),
            answer=row["answer"],
            answered_on=kept_day(row["answered_on"]),
            outcome=ObjectionOutcome(row["outcome"]) if row["outcome"] else None,
        )
        for row in reader.rows(f"SELECT {_COLUMNS} {_FROM} {condition}", values)
    ]
