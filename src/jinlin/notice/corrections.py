"""A notice put right once it hangs, with a reason that is kept, or withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.sentences import enumerated
from jinlin.notice.actions import hanging_from
from jinlin.notice.notice_fields import (
    FIELD_LABELS,
    about_columns,
    check_complete,
    day_columns,
    kept,
    period_columns,
)
from jinlin.notice.queries import NoticeRow, as_of_today, find_notice
from jinlin.notice.rules.matters import check_signer, matters
from jinlin.notice.rules.notices import (
    NoticeStatus,
)
from jinlin.store.transaction.tx import Reader, Tx


class Correction(NamedTuple):
    """What was put right after the notice had been posted; `fields` in words of `edit`."""

    day: date
    fields: tuple[str, ...]
    reason: str


def corrections(reader: Reader, notice: NoticeRow | None = None) -> dict[int, list[Correction]]:
    """Return what was put right after it had been posted, by the notice's id, day by day.

    Args:
        reader: the database.
        notice: only of this one.
    """
    rows = reader.rows(
        "SELECT notice_id, corrected_on, fields, reason FROM notice_correction"
        " WHERE notice_id = ifnull(?, notice_id) ORDER BY corrected_on, id",
        (notice.id if notice else None,),
    )
    found: dict[int, list[Correction]] = {}
    for notice_id, day, fields, reason in rows:
        correction = Correction(date.fromisoformat(day), tuple(fields.split("\n")), reason)
        found.setdefault(notice_id, []).append(correction)
    return found


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
        check_complete(after.type, after._asdict())
        tx.insert(
            "notice_correction",
            notice_id=before.id,
            corrected_on=tx.clock.today.isoformat(),
            fields="\n".join(changed),
            reason=reason,
        )
    values: dict[str, object] = {
        f: kept(v) for f, v in changed.items() if f not in {"period", "about"}
    }
    if "about" in changed:
        values |= about_columns(after.about)
    if "period" in changed:
        after = hanging_from(tx, after, after.posted_on)
        values |= {**period_columns(after.period), **day_columns(after)}
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
    return as_of_today(tx, after), list(changed)


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
        return notice._replace(for_good=True)
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
    return as_of_today(
        tx,
        notice._replace(withdrawn_on=tx.clock.today, withdrawn_because=reason, for_good=for_good),
    )


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


def _describe(tx: Tx, notice: NoticeRow, did: str, reverse: str) -> None:
    words: dict[str, Value] = {"number": notice.label}
    tx.describe(Message(did, words), reverse=Message(reverse, words), subject=notice.label)
