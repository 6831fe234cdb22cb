"""What a user can do with notices: write and post, put right, withdraw, record that one hung."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.reference import Reference
from jinlin.core.sentences import enumerated
from jinlin.notice.queries import NoticeRow, find_notice
from jinlin.notice.rules.matters import check_signer, matters, usual_period
from jinlin.notice.rules.notices import NoticeStatus, Period, Type, ends_on, notice_label
from jinlin.store.holidays import calendar
from jinlin.store.transaction.tx import Reader, Tx

FIELD_LABELS: Final[Mapping[str, str]] = {
    "title": N_("title"),
    "body": N_("wording"),
    "basis": N_("basis"),
    "audience": N_("whom it concerns"),
    "signer": N_("signed by"),
    "witness": N_("witnessed by"),
    "contact": N_("where to object or ask"),
    "places": N_("places"),
    "attachments": N_("attachments"),
    "named": N_("names it may show"),
    "period": N_("period"),
    "matter": N_("matter"),
    "about": N_("what it is about"),
}
"""What people call the fields of a notice."""
_NEEDED: Final[Mapping[Type, tuple[str, ...]]] = {
    Type.PUBLIC_NOTICE: ("basis", "contact", "places"),
    Type.ANNOUNCEMENT: ("basis", "places"),
    Type.DISCLOSURE: ("places",),
    Type.NOTIFICATION: ("audience", "places"),
}
"""What must be there before it goes up, by type (practice.md 5.1)."""
OPTIONS: Final[Mapping[str, str]] = {
    "basis": "--basis",
    "contact": "--contact",
    "places": "--place",
    "audience": "--for",
}
_NO_DAYS: Final[Mapping[str, None]] = dict.fromkeys(("posted_on", "ends_on"))


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
    period: Period | None = None
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
    period = new.period or usual_period(new.type, matters().get(new.matter or ""))
    if new.posted_on is not None:
        _check_complete(new.type, new._asdict())
    number = tx.next_number("notice")
    tx.insert(
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
        places="\n".join(new.places),
        attachments="\n".join(new.attachments),
        named="\n".join(new.named),
        **_about(new.about),
        covers_from=new.covers[0].isoformat() if new.covers else None,
        covers_to=new.covers[1].isoformat() if new.covers else None,
        **_period(period),
        **_days(tx, new.posted_on, period),
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
    return find_notice(tx, number)


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
    last = _days(reader, on, notice.period)["ends_on"]
    return notice._replace(posted_on=on, ends_on=date.fromisoformat(last) if last else None)


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
    _check_complete(notice.type, notice._asdict())
    tx.update("notice", notice.id, **_days(tx, on, notice.period))
    _describe(tx, notice, N_("Posted notice {number}"), N_("take notice {number} back to a draft"))
    return find_notice(tx, number)


def edit(
    tx: Tx, number: int, changes: Mapping[str, Any], *, reason: str = ""
) -> tuple[NoticeRow, list[str]]:
    """Change what a notice says; once it has been up, only with a reason, which is kept.

    Args:
        tx: the transaction.
        number: the notice.
        changes: the new values by field; `places`, `attachments` and `named` are tuples.
        reason: why; only a draft needs none.

    Returns:
        The notice as it is now, and the fields that changed.

    Raises:
        NotFoundError: there is no such notice.
        RuleError: nothing would change, it was withdrawn, it is over, or its signer has no right
            to it.
        UsageError: a reason is missing, or something that must stand on it.
    """
    before = find_notice(tx, number)
    changed = {f: value for f, value in changes.items() if value != getattr(before, f)}
    _check_editable(before, changed, reason)
    after = before._replace(**changed)
    check_signer(matters().get(after.matter or ""), after.signer)
    if before.posted_on is not None:
        _check_complete(after.type, after._asdict())
        tx.insert(
            "notice_correction",
            notice_id=before.id,
            corrected_on=tx.clock.today.isoformat(),
            fields="\n".join(changed),
            reason=reason,
        )
    values = {f: _kept(v) for f, v in changed.items() if f not in {"period", "about"}}
    if "about" in changed:
        values |= _about(after.about)
    if "period" in changed:
        values |= {**_period(after.period), **_days(tx, after.posted_on, after.period)}
    tx.update("notice", before.id, **values)
    words: dict[str, Value] = {
        "number": before.label,
        "fields": enumerated(FIELD_LABELS[field] for field in changed),
    }
    tx.describe(
        Message(N_("Notice {number} was changed: {fields}"), words),
        reverse=Message(N_("set notice {number} back: {fields}"), words),
        subject=before.label,
    )
    return find_notice(tx, number), list(changed)


def withdraw(tx: Tx, number: int, *, reason: str, for_good: bool = False) -> NoticeRow:
    """Withdraw a notice or a draft: it no longer holds, and its period counts for nothing.

    Args:
        tx: the transaction.
        number: the notice.
        reason: why.
        for_good: what it told of is not posted again; this can be said later, too.

    Raises:
        NotFoundError: there is no such notice.
        RuleError: it was withdrawn before.
    """
    notice = find_notice(tx, number)
    if notice.status is NoticeStatus.WITHDRAWN and for_good and not notice.for_good:
        tx.update("notice", notice.id, for_good=1)
        _describe(
            tx,
            notice,
            N_("Notice {number} stays withdrawn for good"),
            N_("let what notice {number} told of be posted again"),
        )
        return find_notice(tx, number)
    if notice.status is NoticeStatus.WITHDRAWN:
        raise RuleError(
            _("{number} was withdrawn on {day}.").format(
                number=notice.label, day=notice.withdrawn_on
            ),
            hint=_("See: jinlin notice show {number}").format(number=notice.label),
        )
    tx.update(
        "notice",
        notice.id,
        withdrawn_on=tx.clock.today.isoformat(),
        withdrawn_because=reason,
        for_good=int(for_good),
    )
    _describe(
        tx, notice, N_("Withdrew notice {number}"), N_("take back that {number} was withdrawn")
    )
    return find_notice(tx, number)


def _check_editable(notice: NoticeRow, changed: Mapping[str, Any], reason: str) -> None:
    """Refuse a change that says nothing, comes too late, or gives no reason where one is owed.

    Raises:
        RuleError: nothing would change, or the notice is over or withdrawn.
        UsageError: a reason is missing.
    """
    if not changed:
        raise RuleError(
            _("{number} says so already.").format(number=notice.label),
            hint=_("See: jinlin notice show {number}").format(number=notice.label),
        )
    if notice.status in (NoticeStatus.ENDED, NoticeStatus.WITHDRAWN):
        raise RuleError(
            _("{number} is over: what hung on the board is not changed any more.").format(
                number=notice.label
            ),
            hint=_("Post a new notice: jinlin notice post"),
        )
    if notice.posted_on is not None and not reason:
        raise UsageError(
            _("{number} is up since {day}: a correction needs a reason.").format(
                number=notice.label, day=notice.posted_on
            ),
            hint=_("For example: --reason 金额写错"),
        )


def _check_complete(type_: Type, fields: Mapping[str, Any]) -> None:
    """Refuse to put up a paper on which something is missing.

    Raises:
        UsageError: it names what.
    """
    missing = [field for field in _NEEDED[type_] if not fields[field]]
    if missing:
        raise UsageError(
            _("Missing: {names}.").format(
                names=_(", ").join(f"{_(FIELD_LABELS[f])}（{OPTIONS[f]}）" for f in missing)
            ),
            hint=_("Give it on the command line, or keep a draft with --draft."),
        )


def _days(reader: Reader, posted_on: date | None, period: Period | None) -> dict[str, str | None]:
    """Return the days of a notice, as the database keeps them.

    Raises:
        UsageError: the day is yet to come.
    """
    if posted_on is None:
        return dict(_NO_DAYS)
    if posted_on > reader.clock.today:
        raise UsageError(
            _("{day} is yet to come: what is posted hangs already.").format(day=posted_on),
            hint=_("Keep a draft with --draft, and post it on the day: jinlin notice post N12"),
        )
    last = ends_on(posted_on, period, calendar(reader)) if period else None
    return {"posted_on": posted_on.isoformat(), "ends_on": last.isoformat() if last else None}


def _about(about: Reference | None) -> dict[str, object]:
    return (
        {"about_kind": about.kind, "about_number": about.number}
        if about
        else {
            "about_kind": None,
            "about_number": None,
        }
    )


def _period(period: Period | None) -> dict[str, object]:
    if period is None:
        return {"period_days": None, "period_unit": None, "period_source": ""}
    return {
        "period_days": period.days,
        "period_unit": period.unit.value,
        "period_source": period.source,
    }


def _kept(value: str | Sequence[str]) -> object:
    return value if isinstance(value, str) else "\n".join(value)


def _describe(tx: Tx, notice: NoticeRow, did: str, reverse: str) -> None:
    words: dict[str, Value] = {"number": notice.label}
    tx.describe(Message(did, words), reverse=Message(reverse, words), subject=notice.label)
