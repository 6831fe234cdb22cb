"""`jinlin meeting resolve`: what was decided, recorded or put right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import parse_day
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
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader


def resolve(
    ctx: typer.Context,
    number: Annotated[
        str,
        typer.Argument(metavar="M12|M12-1", help=_("The meeting of a new one, or the old one.")),
    ],
    text: Annotated[
        str | None, typer.Argument(metavar=_("TEXT"), help=_("What was decided."))
    ] = None,
    item: Item = None,
    owner: Owner = None,
    due: Due = None,
    basis: Annotated[
        str | None, typer.Option(metavar=_("TEXT"), help=_("On which law or rule it stands."))
    ] = None,
    result: Annotated[
        str | None,
        typer.Option(metavar=_("TEXT"), help=_("How it was settled, where no vote is kept.")),
    ] = None,
    effective: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("From when it holds."))
    ] = None,
    review: Annotated[
        str | None, typer.Option(metavar=_("DATE"), help=_("When to look at it again."))
    ] = None,
    issue: Issues = None,
    status: Annotated[
        str | None,
        typer.Option(metavar=_("STATUS"), help=_("What the issue becomes, such as 办理中.")),
    ] = None,
    vote: Annotated[
        str | None,
        typer.Option(metavar="V1", help=_("The vote it stands on, of several; or none.")),
    ] = None,
) -> None:
    call = called(ctx)
    decided = clean(text or "")
    old = is_resolution(number)
    if not decided and (text is not None or not old):
        raise UsageError(_("A resolution has a text."), hint=_("Write what was decided."))
    attached = old and (item is not None or issue or status)
    after = _status(status) if status else None
    if not old:
        _ask_of_same(call, parse_number(number), decided, item, issue or ())
    with writing(call) as tx:
        due_on, effective_on, review_on = (
            parse_day(day, tx.clock, planned=True) if day else None
            for day in (due, effective, review)
        )
        if attached:
            row = attachment.attach_resolution(
                tx,
                *parse_resolution(number),
                item=item,
                issues=issue or (),
                issue_status=after,
                vote=clean(vote or "") or None,
            )
        if old:
            edit = amendments.ResolutionEdit(
                text=decided or None,
                owner=None if owner is None else owner_of(tx, owner) or "",
                due_on=due_on,
                basis=None if basis is None else clean(basis),
                result=None if result is None else clean(result),
                effective_on=effective_on,
                review_on=review_on,
                vote=None if item is not None else clean(vote or "") or None,
            )
            if not attached or any(value is not None for value in edit):
                row = amendments.edit_resolution(tx, *parse_resolution(number), edit)
        else:
            new = resolving.NewResolution(
                text=decided,
                item=item,
                owner=owner_of(tx, owner),
                due_on=due_on,
                basis=clean(basis or "") or None,
                result=clean(result or "") or None,
                effective_on=effective_on,
                review_on=review_on,
                issues=tuple(issue or ()),
                issue_status=after,
                vote=clean(vote or "") or None,
            )
            row = resolving.resolve(tx, parse_number(number), new)
        told = _written_back(tx, row, issue or (), after)
        gap = lacking_attendance(tx, row)
    _say(call, row)
    if told and (not old or decided or attached):
        call.tell(_("Written back to: {issues}").format(issues=_("; ").join(told)))
    if gap:
        call.tell(gap)
    if elects_a_firm(decided):
        call.tell(_("A firm is not elected; write that it was chosen (选定)."))
    if after in CLOSED:
        call.tell(unsettled_told([row.label]))


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
    if row.lost and row.vote is None:
        call.tell(_("No vote on its item was carried, so it is published as no decision."))
    elif row.vote is not None and row.lost:
        call.tell(
            _("The vote it stands on was not carried, so it is no decision: {vote}").format(
                vote=row.vote.words
            ),
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
