"""Proof that a notice hung, and came down: photos by path and digest, who did it, who saw it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.notice.queries import NoticeRow, as_of_today, find_notice
from jinlin.notice.rules.notices import ProofKind
from jinlin.store.check.proofs import Proof
from jinlin.store.transaction.tx import Reader, Tx


class ProofRow(NamedTuple):
    """That a notice hung or was taken down.

    Attributes:
        path: the photo, from the database's folder where it lies there; None without one.
        sha256: what the photo was when it was recorded.
    """

    kind: ProofKind
    day: date
    place: str
    done_by: str
    witness: str
    path: str | None
    sha256: str | None


class NewProof(NamedTuple):
    """A proof as it is to be recorded.

    Attributes:
        photo: the file; None where somebody only says so.
        done_by: who put it up or took it down.
    """

    kind: ProofKind
    day: date
    photo: Proof | None = None
    place: str = ""
    done_by: str = ""
    witness: str = ""


def proofs(reader: Reader, notice: NoticeRow) -> list[ProofRow]:
    """Return the proofs of a notice, day by day."""
    rows = reader.rows(
        "SELECT kind, day, place, done_by, witness, path, sha256 FROM notice_proof"
        " WHERE notice_id = ? AND removed_at IS NULL ORDER BY day, id",
        (notice.id,),
    )
    return [
        ProofRow(ProofKind(row["kind"]), date.fromisoformat(row["day"]), *row[2:]) for row in rows
    ]


def prove(tx: Tx, number: int, new: NewProof) -> NoticeRow:
    """Record that a notice was put up at a place, or that it was taken down.

    Raises:
        NotFoundError: there is no such notice.
        RuleError: it is a draft, was not up yet on that day, or that day is yet to come.
    """
    notice = find_notice(tx, number)
    if notice.posted_on is None or new.day < notice.posted_on:
        raise RuleError(
            _("{number} was not up on {day}.").format(number=notice.label, day=new.day),
            hint=_("Post it first: jinlin notice post {number}").format(number=notice.label),
        )
    if new.day > tx.clock.today:
        raise RuleError(
            _("{day} is yet to come.").format(day=new.day), hint=_("Leave --date away for today.")
        )
    tx.insert(
        "notice_proof",
        notice_id=notice.id,
        kind=new.kind.value,
        day=new.day.isoformat(),
        place=new.place,
        done_by=new.done_by,
        witness=new.witness,
        path=new.photo.path if new.photo else None,
        sha256=new.photo.sha256 if new.photo else None,
    )
    if new.kind is ProofKind.TAKEN_DOWN:
        tx.update("notice", notice.id, taken_down_on=new.day.isoformat())
        notice = notice._replace(taken_down_on=new.day)
    words: dict[str, Value] = {"number": notice.label}
    did = (
        N_("Recorded that notice {number} hangs")
        if new.kind is ProofKind.POSTED
        else N_("Recorded that notice {number} was taken down")
    )
    tx.describe(
        Message(did, words),
        reverse=Message(N_("take the last proof of notice {number} back"), words),
        subject=notice.label,
    )
    return as_of_today(tx, notice)
