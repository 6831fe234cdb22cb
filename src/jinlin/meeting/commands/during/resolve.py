"""`jinlin meeting resolve`: what was decided, recorded or put right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Final, NamedTuple

from jinlin.core.call import Call
from jinlin.core.clock import Clock
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay
from jinlin.issue.commands.shared.step_words import unsettled_told
from jinlin.issue.record.queries import find
from jinlin.issue.rules.statuses import CLOSED, Status, read_statuses
from jinlin.meeting.attendance.attendance_gap import lacking_attendance
from jinlin.meeting.commands.during.shared import Due, Issues, Item, Owner
from jinlin.meeting.commands.kinds import VOTE
from jinlin.meeting.record.actions import name_if_said
from jinlin.meeting.record.register import Resolution
from jinlin.meeting.resolution import amendments, attachment
from jinlin.meeting.resolution import resolutions as resolving
from jinlin.meeting.resolution.election_claims import elects_a_firm
from jinlin.meeting.rules.meetings import parse_number
from jinlin.meeting.rules.resolutions import (
    ResolutionNumber,
    is_resolution,
    parse_resolution,
)
from jinlin.output.asking import confirm
from jinlin.output.command.kind import WordKind
from jinlin.output.command.kinds import PLANNED_DAY, TEXT
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader, Tx


def _number(text: str) -> int | ResolutionNumber:
    return parse_resolution(text) if is_resolution(text) else parse_number(text)


def _status(text: str) -> Status:
    found = read_statuses(text, Status)
    if len(found) != 1:
        raise UsageError(
            _("“{text}” means several statuses.").format(text=text),
            hint=_("Name one, such as 办理中 or 已办结."),
        )
    [status] = found
    return status


_MEETING_OR_RESOLUTION: Final = WordKind("meeting or resolution", "M12|M12-1", _number)
_STATUS: Final = WordKind("issue status", N_("STATUS"), _status)


class _ToldResolution(NamedTuple):
    """What is told of a resolution."""

    text: Annotated[str | None, TEXT.argument(help=N_("What was decided."))] = None
    item: Item = None
    owner: Owner = None
    due: Due = None
    basis: Annotated[
        str | None, TEXT.option(help=N_("On which law or rule it rests."), cleared="")
    ] = None
    result: Annotated[
        str | None, TEXT.option(help=N_("How it was settled, where no vote is kept."), cleared="")
    ] = None
    effective: Annotated[SaidDay | None, PLANNED_DAY.option(help=N_("From when it holds."))] = None
    review: Annotated[SaidDay | None, PLANNED_DAY.option(help=N_("When to look at it again."))] = (
        None
    )
    issue: Issues = None
    status: Annotated[
        Status | None, _STATUS.option(help=N_("What the issue becomes, such as 办理中."))
    ] = None
    vote: Annotated[
        str | None, VOTE.option(help=N_("Which of several votes it rests on; or none."))
    ] = None

    @property
    def attaches(self) -> bool:
        """Whether it says to which item or issues one that is there belongs."""
        return self.item is not None or bool(self.issue) or self.status is not None

    def days(self, clock: Clock) -> dict[str, date | None]:
        """Return its days, by the names of the fields."""
        said = {"due_on": self.due, "effective_on": self.effective, "review_on": self.review}
        return {key: day.on(clock) if day else None for key, day in said.items()}


def resolve(
    call: Call,
    number: Annotated[
        int | ResolutionNumber,
        _MEETING_OR_RESOLUTION.argument(help=N_("The meeting of a new one, or the old one.")),
    ],
    told: _ToldResolution,
) -> None:
    text, issues = told.text, told.issue or ()
    if isinstance(number, int):
        if text is None:
            raise UsageError(_("A resolution has a text."), hint=_("Write what was decided."))
        _ask_of_same(call, number, text, told.item, issues)
    with writing(call) as tx:
        row = _record(tx, number, told) if isinstance(number, int) else _put_right(tx, number, told)
        back = _written_back(tx, row, issues, told.status)
        gap = lacking_attendance(tx, row)
    _say(call, row)
    if isinstance(number, int) and told.item is None and row.item is not None:
        call.tell(_("Put to item {item} of the agenda.").format(item=row.item))
    if back and (text or told.attaches):
        call.tell(_("Written back to: {issues}").format(issues=_("; ").join(back)))
    if gap:
        call.tell(gap)
    if text and elects_a_firm(text):
        call.tell(_("A firm is not elected; write that it was chosen (选定)."))
    if told.status in CLOSED:
        call.tell(unsettled_told([row.label]))


def _record(tx: Tx, number: int, told: _ToldResolution) -> Resolution:
    new = resolving.NewResolution(
        text=told.text or "",
        item=told.item,
        owner=name_if_said(tx, told.owner) or None,
        basis=told.basis or None,
        result=told.result or None,
        issues=tuple(told.issue or ()),
        issue_status=told.status,
        vote=told.vote,
        **told.days(tx.clock),
    )
    return resolving.resolve(tx, number, new)


def _put_right(tx: Tx, number: ResolutionNumber, told: _ToldResolution) -> Resolution:
    """Put a resolution that is there to its item and issues, and change what else was told."""
    row = None
    if told.attaches:
        row = attachment.attach_resolution(
            tx,
            *number,
            item=told.item,
            issues=tuple(told.issue or ()),
            issue_status=told.status,
            vote=told.vote,
        )
    edit = amendments.ResolutionEdit(
        text=told.text,
        owner=name_if_said(tx, told.owner),
        basis=told.basis,
        result=told.result,
        vote=None if told.item is not None else told.vote,
        **told.days(tx.clock),
    )
    if row is None or any(value is not None for value in edit):
        row = amendments.edit_resolution(tx, *number, edit)
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
                vote=f"{row.vote.label} {row.vote.words}"
            )
        )


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
