"""What stands on the 上报单, with which the branch asks a higher rung for what it cannot do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from jinlin.core.clock import Clock
from jinlin.issue.escalation.ladder import EscalationRow
from jinlin.issue.escalation.street_calls import CalledRow, called
from jinlin.issue.privacy.upward import names_upward
from jinlin.issue.record.life import EventRow, events
from jinlin.issue.record.links import households
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.rules.events import EventKind
from jinlin.output.listing.spotting import Names
from jinlin.store.transaction.tx import Reader

DONE: Final = frozenset(
    {
        EventKind.NOTED, EventKind.VISITED, EventKind.CONSULTED, EventKind.DECIDED,
        EventKind.PARTLY_SOLVED, EventKind.ARRIVED, EventKind.JOINT_HANDLING,
    }
)  # fmt: skip
"""Steps that tell what has been done already; whom the branch dispatched is its own affair."""


class Contact(NamedTuple):
    """Whom the departments meet on the spot: somebody of the branch."""

    name: str | None
    phone: str | None


class RequestSheet(NamedTuple):
    """What stands on the sheet.

    Attributes:
        complex: the name of the complex, with its street and community.
        branch: the branch's full name.
        homes: how many homes the matter touches.
        steps: what was done, step by step.
        calls: the departments the street has called.
        names: who is not named.
    """

    complex: str
    branch: str
    street: str | None
    community: str | None
    issue: IssueRow
    asked: EscalationRow
    contact: Contact
    homes: int
    steps: Sequence[EventRow]
    calls: Sequence[CalledRow]
    clock: Clock
    names: Names


def sheet_of(
    reader: Reader, issue: IssueRow, asked: EscalationRow, contact: Contact
) -> RequestSheet:
    """Return what stands on the sheet of an escalation."""
    from jinlin.member.own_branch import branch

    steps = steps_done(reader, issue)
    said = (
        issue.title,
        issue.place,
        issue.partly_solved,
        *asked.told,
        *(one.note for one in steps),
    )
    row = reader.row("SELECT name, street, community FROM complex")
    return RequestSheet(
        complex=row["name"] if row else "",
        branch=branch(reader).name,
        street=row["street"] if row else None,
        community=row["community"] if row else None,
        issue=issue,
        asked=asked,
        contact=contact,
        homes=households(reader, issue),
        steps=steps,
        calls=called(reader, issue),
        clock=reader.clock,
        names=names_upward(
            reader,
            said,
            brought=(issue.reporter, issue.on_behalf_of),
            in_charge=(issue.steward, issue.doer, issue.handler),
        ),
    )


def steps_done(reader: Reader, issue: IssueRow) -> list[EventRow]:
    """Return the steps that tell what has been done about an issue, the first one first."""
    return [step for step in events(reader, issue) if step.kind in DONE and not _inner(step)]


def _inner(step: EventRow) -> bool:
    """Return whether a note says no more than that a meeting has the matter before it."""
    return step.kind is EventKind.NOTED and step.reference is not None
