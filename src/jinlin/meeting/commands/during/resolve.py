"""`jinlin meeting resolve`: what was decided, recorded or put right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, NamedTuple, TypeAlias

import typer

from jinlin.core.call import Call
from jinlin.core.clock import Clock, parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean
from jinlin.issue.commands.shared.step_words import unsettled_told
from jinlin.issue.record.queries import find
from jinlin.issue.rules.statuses import CLOSED, Status, read_statuses
from jinlin.meeting.attendance.attendance_gap import lacking_attendance
from jinlin.meeting.commands.options import (
    Due,
    Issues,
    Item,
    Owner,
    owner_of,
)
from jinlin.meeting.record.register import Resolution
from jinlin.meeting.resolution import amendments, attachment
from jinlin.meeting.resolution import resolutions as resolving
from jinlin.meeting.resolution.election_claims import elects_a_firm
from jinlin.meeting.rules.meetings import parse_number
from jinlin.meeting.rules.resolutions import (
    is_resolution,
    parse_resolution,
)
from jinlin.output.asking import confirm
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader, Tx

_Number: TypeAlias = Annotated[
    str,
    typer.Argument(metavar="M12|M12-1", help=_("The meeting of a new one, or the old one.")),
]
_Result: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=_("TEXT"), help=_("How it was settled, where no vote is kept.")),
]
_Status: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar=_("STATUS"), help=_("What the issue becomes, such as 办理中.")),
]
_Vote: TypeAlias = Annotated[
    str | None,
    typer.Option(metavar="V1", help=_("The vote it stands on, of several; or none.")),
]


def resolve(
    call: Call,
    number: _Number,
    text: Annotated[
        str | None, typer.Argument(metavar=_("TEXT"), help=_("What was decided."))
    ] = None,
    item: Item = None,
    owner: Owner = None,
    due: Due = None,
    basis: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("On which law or rule it stands."))
    ] = None,
    result: _Result = None,
    effective: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("From when it holds."))
    ] = None,
    review: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("When to look at it again."))
    ] = None,
    issue: Issues = None,
    status: _Status = None,
    vote: _Vote = None,
) -> None:
    old, decided = is_resolution(number), clean(text or "")
    if not decided and (text is not None or not old):
        raise UsageError(_("A resolution has a text."), hint=_("Write what was decided."))
    told = _ToldResolution(
        text=decided,
        item=item,
        owner=owner,
        days=(due, effective, review),
        basis=None if basis is None else clean(basis),
        result=None if result is None else clean(result),
        issues=tuple(issue or ()),
        after=_status(status) if status else None,
        vote=clean(vote or "") or None,
    )
    if not old:
        _ask_of_same(call, parse_number(number), decided, item, told.issues)
    with writing(call) as tx:
        row = (_put_right if old else _record)(tx, number, told)
        back = _written_back(tx, row, told.issues, told.after)
        gap = lacking_attendance(tx, row)
    _say(call, row)
    if back and (not old or decided or told.attaches):
        call.tell(_("Written back to: {issues}").format(issues=_("; ").join(back)))
    if gap:
        call.tell(gap)
    if elects_a_firm(decided):
        call.tell(_("A firm is not elected; write that it was chosen (选定)."))
    if told.after in CLOSED:
        call.tell(unsettled_told([row.label]))


class _ToldResolution(NamedTuple):
    """A resolution as it was typed; `days` are by when, from when and when to look at it again."""

    text: str
    item: int | None
    owner: str | None
    days: tuple[str | None, str | None, str | None]
    basis: str | None
    result: str | None
    issues: tuple[str, ...]
    after: Status | None
    vote: str | None

    @property
    def attaches(self) -> bool:
        """Whether it says to which item or issues one that is there belongs."""
        return self.item is not None or bool(self.issues) or self.after is not None

    def read_days(self, clock: Clock) -> dict[str, date | None]:
        """Return its days, by the names of the fields."""
        keys = ("due_on", "effective_on", "review_on")
        return {
            key: parse_day(day, clock, planned=True) if day else None
            for key, day in zip(keys, self.days, strict=True)
        }


def _record(tx: Tx, number: str, told: _ToldResolution) -> Resolution:
    days = told.read_days(tx.clock)
    new = resolving.NewResolution(
        text=told.text,
        item=told.item,
        owner=owner_of(tx, told.owner),
        basis=told.basis or None,
        result=told.result or None,
        issues=told.issues,
        issue_status=told.after,
        vote=told.vote,
        **days,
    )
    return resolving.resolve(tx, parse_number(number), new)


def _put_right(tx: Tx, number: str, told: _ToldResolution) -> Resolution:
    """Put a resolution that is there to its item and issues, and change what else was told."""
    days = told.read_days(tx.clock)
    row = None
    if told.attaches:
        row = attachment.attach_resolution(
            tx,
            *parse_resolution(number),
            item=told.item,
            issues=told.issues,
            issue_status=told.after,
            vote=told.vote,
        )
    edit = amendments.ResolutionEdit(
        text=told.text or None,
        owner=None if told.owner is None else owner_of(tx, told.owner) or "",
        basis=told.basis,
        result=told.result,
        vote=None if told.item is not None else told.vote,
        **days,
    )
    if row is None or any(value is not None for value in edit):
        row = amendments.edit_resolution(tx, *parse_resolution(number), edit)
    return row


def _written_back(
    reader: Reader, row: Resolution, named: Sequence[str], after: Status | None
) -> list[str]:
    """Return what became of each issue; of one that is the item's own, that it is."""
    meant = {find(reader, number).label for number in named}
    words = []
    for label in row.issues:
        status = find(reader, label).status.label
        if label in meant or not meant:
            words.append(_("{issue} {status}").format(issue=label, status=status))
        else:
            said = (
                _("{issue} {status} (its item's own, unchanged)")
                if after
                else (_("{issue} {status} (its item's own)"))
            )
            words.append(said.format(issue=label, status=status))
    return words


def _ask_of_same(
    call: Call, number: int, text: str, item: int | None, issues: Sequence[str]
) -> None:
    """Ask before what is resolved there already is resolved once more."""
    with reading(call) as reader:
        same = resolving.same_as(reader, number, text, item, issues)
    if same is not None:
        confirm(
            call,
            _("{number} says the same already: {text}").format(number=same.label, text=same.text),
        )


def _say(call: Call, row: Resolution) -> None:
    done(
        call,
        _("{number} {text}").format(number=row.label, text=row.text)
        + (_(", due {day}").format(day=row.due_on) if row.due_on else ""),
        number=row.label,
        data={
            "number": row.label, "text": row.text, "item": row.item, "owner": row.owner,
            "due_on": row.due_on.isoformat() if row.due_on else None,
            "basis": row.basis, "vote": row.vote.label if row.vote else None,
            "result": row.outcome,
            "effective_on": row.effective_on.isoformat() if row.effective_on else None,
            "review_on": row.review_on.isoformat() if row.review_on else None,
            "issues": row.issues,
        },
    )  # fmt: skip
    if row.lost:
        call.tell(
            _("No vote on its item was carried, so it is published as no decision.")
            if row.vote is None
            else _("The vote it stands on was not carried, so it is no decision: {vote}").format(
                vote=row.vote.words
            )
        )


def _status(text: str) -> Status:
    found = read_statuses(text, Status)
    if len(found) != 1:
        raise UsageError(
            _("“{text}” means several statuses.").format(text=text),
            hint=_("Name one, such as 办理中 or 已办结."),
        )
    [status] = found
    return status


def finish(call: Call, row: Resolution) -> None:
    """Say what has become of a resolution."""
    status = row.status.label
    done(
        call,
        _("{number} {text}: {status}").format(number=row.label, text=row.text, status=status)
        + (_(", next review {day}").format(day=row.review_on) if row.review_on else ""),
        number=row.label,
        data={
            "number": row.label,
            "status": row.status,
            "ended_on": row.ended_on.isoformat() if row.ended_on else None,
            "review_on": row.review_on.isoformat() if row.review_on else None,
            "remark": row.remark,
        },
    )
