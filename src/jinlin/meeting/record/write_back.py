"""What a meeting decides about issues is written into the life of each, in the same command."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Any, NamedTuple

from jinlin.core.clock import stamp
from jinlin.core.i18n import _
from jinlin.issue.record.actions import decided, refuse_secret
from jinlin.issue.record.life import last_turn
from jinlin.issue.record.queries import IssueRow, find
from jinlin.issue.record.transitions import take, write_event
from jinlin.issue.rules.events import EventKind
from jinlin.issue.rules.statuses import Status
from jinlin.meeting.record.agenda import AgendaItem, SourceKind
from jinlin.meeting.record.queries import MeetingRow
from jinlin.meeting.record.resolution_register import resolution_row
from jinlin.store.transaction.tx import Tx


class MeantIssues(NamedTuple):
    """The issues that a decision is about.

    Attributes:
        rows: each once, the one its item is about first.
        named: the ids of those that were named.
    """

    rows: tuple[IssueRow, ...]
    named: frozenset[int]

    def without(self, labels: Container[str]) -> MeantIssues:
        """Return them without those that have one of these numbers."""
        return self._replace(rows=tuple(row for row in self.rows if row.label not in labels))

    def becoming(self, status: Status | None) -> list[tuple[IssueRow, Status | None]]:
        """Return what it makes of each: of those that were named, else of its item's own.

        Whoever names other issues has not said that the one on the agenda is dealt with too.
        """
        return [
            (row, status if not self.named or row.id in self.named else None) for row in self.rows
        ]


def issues_meant(tx: Tx, numbers: Sequence[str], item: AgendaItem | None = None) -> MeantIssues:
    """Return the issues that were named, and the one an agenda item is about.

    Raises:
        NotFoundError: there is no such issue.
        RuleError: one is secret: nothing of it leaves the house.
    """
    drawn = item.source_ref if item and item.source_kind == SourceKind.ISSUE else None
    own = [find(tx, drawn)] if drawn else []
    named = [find(tx, number) for number in numbers]
    rows = {row.id: row for row in (*own, *named)}
    for row in rows.values():
        refuse_secret(row.privacy)
    return MeantIssues(tuple(rows.values()), frozenset(row.id for row in named))


def write_decision(
    tx: Tx,
    meeting: MeetingRow,
    issues: Sequence[IssueRow],
    *,
    text: str,
    reference: str,
    to_status: Status | None = None,
    settles: bool = False,
) -> None:
    """Write what was decided into the life of each issue, with the number of the record.

    Args:
        tx: the transaction.
        meeting: which one decided; its moment is that of the step.
        issues: what it decided about.
        text: what was decided.
        reference: the number of the record: `M12-1`, `A5`.
        to_status: what each issue becomes; None where it stays what it is.
        settles: whether nothing is to be done about that record: its vote was lost.

    Raises:
        RuleError: an issue cannot become that.
    """
    for issue in issues:
        decided(
            tx,
            issue,
            text=text,
            reference=reference,
            at=_moment(tx, meeting, issue),
            to_status=to_status,
            settles=settles,
        )


def note_progress(
    tx: Tx, numbers: Sequence[str], *, text: str, reference: str, settles: bool = False
) -> None:
    """Note in the life of each issue what came of a resolution or an action item.

    Args:
        tx: the transaction.
        numbers: the issues.
        text: what came of it.
        reference: the number of the record: `M12-1`, `A5`.
        settles: whether nothing more is to be done about that record.
    """
    mark: dict[str, Any] = {"settles": 1} if settles else {}
    for number in numbers:
        take(tx, find(tx, number), EventKind.NOTED, note=text, reference=reference, **mark)


def note_agenda(tx: Tx, numbers: Sequence[str], *, text: str, reference: str) -> None:
    """Note in the life of each issue that it stands on an agenda; it stays where it is otherwise.

    No step is taken: an issue that is back from deferral is still back by itself.
    """
    for number in numbers:
        write_event(tx, find(tx, number).id, EventKind.NOTED, note=text, reference=reference)


def _moment(tx: Tx, meeting: MeetingRow, issue: IssueRow) -> str:
    """Return when it was decided: when the meeting was, and the issue was open.

    What was noted of the issue since then changes nothing of that.
    """
    begun = meeting.opened_at or meeting.held_at
    return max(last_turn(tx, issue.id), min(stamp(begun.replace(second=0)), tx.clock.stamp))


def pin(tx: Tx, item: AgendaItem, number: int) -> None:
    """Let the resolution that was written down before the first vote on its item stand on it.

    Its issues heard of it as decided: where it was lost, they hear of that too.
    """
    waiting = tx.rows(
        "SELECT id FROM resolution WHERE item_id = ?1 AND vote IS NULL"
        " AND removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM vote WHERE item_id = ?1"
        " AND removed_at IS NULL AND number <> ?2)",
        (item.id, number),
    )
    if len(waiting) != 1:
        return
    tx.update("resolution", waiting[0]["id"], vote=number)
    row = resolution_row(tx, waiting[0]["id"])
    if row.lost:
        said = _("Resolution {number} was put to the vote and not carried: {text}").format(
            number=row.label, text=row.text
        )
        note_progress(tx, row.issues, text=said, reference=row.label)
