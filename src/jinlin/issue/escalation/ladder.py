"""Up the ladder: talked over, on the Friday agenda, to the community, the street, the district."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.core.text import listed
from jinlin.issue.lists.friday_agenda import last_word
from jinlin.issue.record.actions import refuse_secret
from jinlin.issue.record.dates import raised
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.record.transitions import concluded, take
from jinlin.issue.rules.events import EventKind
from jinlin.issue.rules.levels import Level
from jinlin.store.transaction.tx import Reader, Tx

RUNGS: Final = tuple(Level)
"""From the lowest up."""
HIGHER: Final = (Level.COMMUNITY, Level.STREET, Level.DISTRICT)
"""To whom the branch can escalate."""


class Request(NamedTuple):
    """What the branch asks for when it escalates.

    Attributes:
        to: who is asked.
        request: what is asked: a survey, enforcement, coordination, an answer.
        stuck: what the complex cannot do by itself.
        departments: who should be called; the first one in the lead.
        wanted_by: the day by which it is wanted.
        summary: the situation in a few sentences.
        work_done: what was done already; None leaves it to the steps on record.
        attachments: how many photos go with it.
        contact: whom they meet on the spot; None for the secretary.
    """

    to: Level
    request: str
    stuck: str | None = None
    departments: Sequence[str] = ()
    wanted_by: date | None = None
    summary: str | None = None
    work_done: str | None = None
    attachments: int | None = None
    contact: str | None = None
    contact_phone: str | None = None


class EscalationRow(NamedTuple):
    """One escalation as it was made.

    Attributes:
        escalated_at: the moment as the database keeps it.
        wanted_by: the day as ISO text.
    """

    level: Level
    escalated_at: str
    request: str
    stuck: str | None
    departments: Sequence[str]
    wanted_by: str | None
    summary: str | None
    work_done: str | None
    attachments: int | None
    contact: str | None
    contact_phone: str | None

    @property
    def told(self) -> tuple[str | None, ...]:
        """What was written in it."""
        return self.summary, self.work_done, self.stuck, self.request


def consult_issue(tx: Tx, issue: IssueRow, text: str, *, at: str) -> IssueRow:
    """Record that an issue is being talked over with those concerned since then, and about what.

    Raises:
        RuleError: its status does not allow it.
    """
    after = take(tx, issue, EventKind.CONSULTED, note=text, at=at)
    did = Message(N_("Issue {number} is under consultation"), {"number": issue.label})
    return concluded(tx, issue, did, after)


def put_on_agenda(tx: Tx, issue: IssueRow, text: str | None, *, at: str) -> IssueRow:
    """Put an issue on the Friday agenda, with what the branch proposes there.

    What the council has decided on can come before it once more.

    Raises:
        RuleError: it is secret, closed, on the agenda or above it already.
    """
    refuse_secret(issue.privacy)
    decided = issue.level is Level.FRIDAY and last_word(tx, issue.id) is EventKind.DECIDED
    if not (issue.closed or decided or issue.level is Level.COMPLEX):
        raise RuleError(
            _("Issue {number} is before the “{level}” already.").format(
                number=issue.label, level=Level(issue.level).label
            ),
            hint=_("See: jinlin issue show {number}").format(number=issue.label),
        )
    changes = _rung(tx, issue, Level.FRIDAY, at)
    after = take(tx, issue, EventKind.AGENDA, note=text, changes=changes, at=at)
    did = Message(N_("Put issue {number} on the Friday agenda"), {"number": issue.label})
    return concluded(tx, issue, did, after)


def escalate_issue(tx: Tx, issue: IssueRow, asked: Request, *, at: str) -> IssueRow:
    """Report an issue upward and ask for what the complex cannot do.

    Raises:
        RuleError: it is secret, its status does not allow it, or it is there or higher already.
        UsageError: the branch does not escalate there, or it is wanted before today.
    """
    refuse_secret(issue.privacy)
    if asked.to not in HIGHER:
        raise UsageError(
            _("The branch does not escalate to “{level}”.").format(level=asked.to.label),
            hint=_("For the Friday agenda: jinlin issue agenda {number}. {choices}").format(
                number=issue.label,
                choices=Level.choices(HIGHER),
            ),
        )
    if asked.wanted_by is not None and asked.wanted_by < tx.clock.today:
        raise UsageError(
            _("{day} is over: nothing can be wanted by then.").format(day=asked.wanted_by),
            hint=_("Give a later day with --wanted-by."),
        )
    if not issue.closed and RUNGS.index(issue.level) >= RUNGS.index(asked.to):
        raise RuleError(
            _("Issue {number} is before the “{level}” already.").format(
                number=issue.label, level=Level(issue.level).label
            ),
            hint=_("Print its sheet again: jinlin issue escalate {number} --again").format(
                number=issue.label
            ),
        )
    after = take(
        tx,
        issue,
        EventKind.ESCALATED,
        who=asked.to,
        note=f"{asked.to.label}；{asked.request}",
        at=at,
        changes=_rung(tx, issue, asked.to, at),
    )
    tx.insert(
        "escalation",
        issue_id=issue.id,
        level=asked.to,
        escalated_at=at,
        request=asked.request,
        stuck=asked.stuck,
        departments="、".join(asked.departments),
        wanted_by=asked.wanted_by.isoformat() if asked.wanted_by else None,
        summary=asked.summary,
        work_done=asked.work_done,
        attachments=asked.attachments,
        contact=asked.contact,
        contact_phone=asked.contact_phone,
    )
    told: dict[str, Value] = {"number": issue.label, "level": Message(asked.to.msgid)}
    did = Message(N_("Escalated issue {number} to the {level}"), told)
    return concluded(tx, issue, did, after)


def _rung(tx: Tx, issue: IssueRow, level: Level, since: str) -> dict[str, object]:
    """Return the columns of a new rung, whose clock begins then."""
    last = None if level is RUNGS[-1] else raised(tx, issue, since)
    return {"level": level, "level_since": since, "raise_on": last}


def raise_to_street(tx: Tx, issue: IssueRow, at: str) -> dict[str, object]:
    """Return the columns of an issue the street has taken up, if it was lower until then."""
    if RUNGS.index(issue.level) >= RUNGS.index(Level.STREET):
        return {}
    return {"level": Level.STREET, "level_since": at, "raise_on": raised(tx, issue, at)}


def last_escalation(reader: Reader, issue: IssueRow) -> EscalationRow | None:
    """Return what the branch asked for last."""
    row = reader.row(
        "SELECT * FROM escalation WHERE issue_id = ? ORDER BY id DESC LIMIT 1", (issue.id,)
    )
    if row is None:
        return None
    return EscalationRow(
        level=Level(row["level"]),
        escalated_at=row["escalated_at"],
        request=row["request"],
        stuck=row["stuck"],
        departments=listed(row["departments"]),
        wanted_by=row["wanted_by"],
        summary=row["summary"],
        work_done=row["work_done"],
        attachments=row["attachments"],
        contact=row["contact"],
        contact_phone=row["contact_phone"],
    )
