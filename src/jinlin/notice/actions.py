"""Writing a notice and posting it."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.reference import Reference
from jinlin.notice.notice_fields import (
    about_columns,
    check_complete,
    day_columns,
    kept,
    last_day,
    period_columns,
)
from jinlin.notice.queries import NoticeRow, as_of_today, find_notice
from jinlin.notice.rules.matters import check_signer, matters, usual_period
from jinlin.notice.rules.notices import NoticePeriod, NoticeStatus, Type, notice_label
from jinlin.store.transaction.tx import Reader, Tx


class NewNotice(NamedTuple):
    """A notice as it is to be written.

    Attributes:
        body: what it says, one paragraph a line.
        signer: who signs it, as it stands on the paper.
        matter: which line of the list of what must be public; a code.
        about: the record of a higher room it is about.
        covers: the days whose records it tells of.
        period: how long it hangs; None for what the matter or the type says.
        posted_on: the day it was put up, not after today; None for a draft.
        audience: whom it concerns.
        contact: where to object or ask: who, phone, place, hours.
        named: the people whose names it may show: they act in a post or agreed in writing.
    """

    type: Type
    title: str
    body: str
    signer: str
    matter: str | None = None
    about: Reference | None = None
    covers: tuple[date, date] | None = None
    period: NoticePeriod | None = None
    posted_on: date | None = None
    basis: str = ""
    audience: str = ""
    witness: str = ""
    contact: str = ""
    places: tuple[str, ...] = ()
    attachments: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


def post(tx: Tx, new: NewNotice) -> NoticeRow:
    """Write a notice under a new permanent number and, where a day is given, say that it is up.

    Raises:
        RuleError: its signer has no right to it.
        UsageError: something that must stand on it is missing, or its day is yet to come.
    """
    check_signer(matters().get(new.matter or ""), new.signer)
    if new.posted_on is not None:
        check_complete(new.type, new._asdict())
    hanging = foreseen(tx, new)
    number = tx.next_number("notice")
    row = tx.insert(
        "notice",
        number=number,
        type=new.type.value,
        matter=new.matter,
        title=new.title,
        body=new.body,
        basis=new.basis,
        audience=new.audience,
        signer=new.signer,
        witness=new.witness,
        contact=new.contact,
        places=kept(new.places),
        attachments=kept(new.attachments),
        named=kept(new.named),
        **about_columns(new.about),
        covers_from=new.covers[0].isoformat() if new.covers else None,
        covers_to=new.covers[1].isoformat() if new.covers else None,
        **period_columns(hanging.period),
        **day_columns(hanging),
    )
    words: dict[str, Value] = {"number": notice_label(number)}
    did = (
        N_("Posted notice {number}") if new.posted_on else N_("Wrote the draft of notice {number}")
    )
    tx.describe(
        Message(did, words),
        reverse=Message(N_("take notice {number} out of the books"), words),
        subject=notice_label(number),
    )
    return as_of_today(tx, hanging._replace(id=row, number=number))


def foreseen(reader: Reader, new: NewNotice) -> NoticeRow:
    """Return a notice as it will stand once it is written; it has no number yet.

    Raises:
        UsageError: its day is yet to come.
    """
    return hanging_from(
        reader,
        NoticeRow(
            **new._replace(
                period=new.period or usual_period(new.type, matters().get(new.matter or ""))
            )._asdict(),
            id=0, number=0, ends_on=None, taken_down_on=None, withdrawn_on=None,
            withdrawn_because=None, for_good=False, status=NoticeStatus.DRAFT, open_objections=0,
        ),
        new.posted_on,
    )  # fmt: skip


def hanging_from(reader: Reader, notice: NoticeRow, on: date | None) -> NoticeRow:
    """Return a notice as it will stand once it is put up on a day.

    Raises:
        UsageError: the day is yet to come.
    """
    return notice._replace(posted_on=on, ends_on=last_day(reader, on, notice.period))


def check_draft(notice: NoticeRow) -> None:
    """Refuse to post what is no draft.

    Raises:
        RuleError: it is up already, or was withdrawn.
    """
    if notice.status is not NoticeStatus.DRAFT:
        raise RuleError(
            _("{number} is no draft any more.").format(number=notice.label),
            hint=_("See: jinlin notice show {number}").format(number=notice.label),
        )


def post_draft(tx: Tx, number: int, *, on: date) -> NoticeRow:
    """Say that a draft was put up on a day.

    Raises:
        NotFoundError: there is no such notice.
        RuleError: it is up already, or was withdrawn.
        UsageError: something that must stand on it is missing, or the day is yet to come.
    """
    notice = find_notice(tx, number)
    check_draft(notice)
    check_complete(notice.type, notice._asdict())
    hanging = hanging_from(tx, notice, on)
    tx.update("notice", notice.id, **day_columns(hanging))
    words: dict[str, Value] = {"number": notice.label}
    tx.describe(
        Message(N_("Posted notice {number}"), words),
        reverse=Message(N_("take notice {number} back to a draft"), words),
        subject=notice.label,
    )
    return as_of_today(tx, hanging)
