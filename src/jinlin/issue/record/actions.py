"""What a user can do with an issue: one transaction, one sentence in the history.

The sentences name no resident and no title: what is forgotten later must not live on in them.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from jinlin.core.errors import RuleError
from jinlin.core.i18n import N_, Message, _
from jinlin.issue.record.categories import Category, category_label
from jinlin.issue.record.dates import columns, promised
from jinlin.issue.record.queries import IssueRow, by_id
from jinlin.issue.record.transitions import take, write_event
from jinlin.issue.rules.channels import Channel
from jinlin.issue.rules.danger import Danger, danger_in
from jinlin.issue.rules.events import EventKind
from jinlin.issue.rules.limits import check_due, check_reported, dates_of
from jinlin.issue.rules.numbers import issue_label
from jinlin.issue.rules.statuses import CLOSED, Status
from jinlin.issue.rules.urgencies import Urgency
from jinlin.store.holidays import calendar
from jinlin.store.transaction.tx import Tx

if TYPE_CHECKING:
    from jinlin.person.people.queries import PersonRow

COUNTER: Final = "issue-{year}"
"""The numbers of one year."""


class NewIssue(NamedTuple):
    """An issue as it is to be recorded, each field named as its column.

    Attributes:
        title: one line.
        place: where, in words.
        reporter: who brought it; None or empty where it is anonymous.
        on_behalf_of: for whom the reporter speaks.
        accused: against whom it is brought.
        reported_at: the moment of the report as the database keeps it.
        due_on: the due date; None for the one its category promises.
        private: whether it is kept off boards even where its category is not.
        parent_id: the issue it is a part of.
        public_title: what boards call it, where its own words stay in the house.
        offer_id: what is ordered.
    """

    title: str
    reported_at: str
    place: str | None = None
    building_id: int | None = None
    household_id: int | None = None
    reporter: str | None = None
    reporter_phone: str | None = None
    on_behalf_of: str | None = None
    accused: str | None = None
    channel: Channel = Channel.OTHER
    urgency: Urgency = Urgency.NORMAL
    due_on: date | None = None
    private: bool = False
    parent_id: int | None = None
    public_title: str | None = None
    offer_id: int | None = None


def add_issue(
    tx: Tx,
    issue: NewIssue,
    *,
    category: Category,
    steward: PersonRow | None = None,
    handler: str | None = None,
) -> IssueRow:
    """Record an issue under the next number of the year it was reported in.

    What sounds like harm to a person is private whatever its category.

    Args:
        tx: the transaction.
        issue: what is recorded.
        category: what it is about; what was promised for it on the day of the report gives the
            dates that are not named.
        steward: the person it is given to at once.
        handler: the body it is given to at once, in words.

    Raises:
        UsageError: it was reported in the future, or is due before.
        RuleError: it is secret, and nobody is put in charge of such an issue nor tells of it.
    """
    reported = tx.clock.local(issue.reported_at)
    check_reported(reported, tx.clock.now)
    if steward or handler:
        refuse_secret(category.privacy, category.advice)
    if issue.public_title:
        refuse_title(category.name, category.privacy)
    promise = promised(tx, category.id, reported, issue.urgency)
    dates = dates_of(promise, reported, calendar(tx), due=issue.due_on)
    check_due(dates.due_on, reported.date())
    number = tx.next_number(COUNTER.format(year=reported.year))
    issue_id = tx.insert(
        "issue",
        year=reported.year,
        number=number,
        category_id=category.id,
        status=Status.REPORTED,
        **{field: value or None for field, value in issue._asdict().items()}
        | columns(dates)
        | {
            "private": int(
                issue.private or category.makes_private or danger_in(issue.title) is Danger.HARM
            ),
            "level_since": issue.reported_at,
        },
    )
    write_event(tx, issue_id, EventKind.REPORTED, at=issue.reported_at, to_status=Status.REPORTED)
    label = issue_label(reported.year, number)
    if steward or handler:
        put_in_charge(tx, by_id(tx, issue_id), steward=steward, handler=handler)
    tx.describe(
        Message(N_("Recorded issue {number}"), {"number": label}),
        reverse=Message(N_("take back issue {number}"), {"number": label}),
        subject=label,
    )
    return by_id(tx, issue_id)


def note_issue(tx: Tx, issue: IssueRow, text: str, *, at: str | None = None) -> IssueRow:
    """Write something into the life of an issue, at a moment; now where none is given."""
    take(tx, issue, EventKind.NOTED, note=text, at=at)
    tx.describe(
        Message(N_("Added a note to issue {number}"), {"number": issue.label}),
        reverse=Message(N_("remove the note from issue {number}"), {"number": issue.label}),
        subject=issue.label,
    )
    return by_id(tx, issue.id)


def decided(
    tx: Tx,
    issue: IssueRow,
    *,
    text: str,
    reference: str,
    at: str | None = None,
    to_status: Status | None = None,
    settles: bool = False,
) -> IssueRow:
    """Write into the life of an issue what a meeting decided.

    The meeting describes the command; this writes no sentence into the history.

    Args:
        tx: the transaction.
        issue: which one.
        text: what was decided.
        reference: the record of the meeting, in words: `M12-3`.
        at: when; now where it is not said.
        to_status: what it becomes: in progress, under consultation, escalated, or closed; None
            where it stays what it is.
        settles: whether nothing is to be done about that record.

    Raises:
        RuleError: its status cannot become that, or it is secret: no meeting hears of it.
    """
    refuse_secret(issue.privacy)
    mark: dict[str, Any] = {"settles": 1} if settles else {}
    if to_status in CLOSED and to_status is not issue.status:
        take(tx, issue, EventKind.DECIDED, at=at, note=text, reference=reference, **mark)
        from jinlin.issue.record.closure import end

        end(tx, by_id(tx, issue.id), to_status, text=text, at=at, reference=reference)
    else:
        after = None if to_status is issue.status else to_status
        kept = {**mark, "at": at, "note": text, "reference": reference}
        take(tx, issue, EventKind.DECIDED, after=after, **kept)
    return by_id(tx, issue.id)


def put_in_charge(
    tx: Tx, issue: IssueRow, *, steward: PersonRow | None, handler: str | None
) -> None:
    """Give an issue to a person, a body, or both; a new one is then in progress."""
    person = steward.id if steward else None
    take(
        tx,
        issue,
        EventKind.ASSIGNED,
        who=person or handler,
        person_id=person,
        note=handler,
        changes={"steward_id": person, "handler": handler},
    )


def in_charge(steward: str | None, handler: str | None) -> str:
    """Return who is in charge, in words; empty when nobody is."""
    return "、".join(name for name in (steward, handler) if name)


def refuse_title(category: str, privacy: str) -> None:
    """Refuse to tell of an issue on boards what stays in the house.

    Raises:
        RuleError: its category is secret.
    """
    if privacy == "secret":
        raise RuleError(
            _("Issues of “{category}” never leave the house.").format(
                category=category_label(category)
            ),
            hint=_("Nothing of it can stand on a board; see: jinlin issue categories"),
        )


def refuse_secret(privacy: str, advice: str = "") -> None:
    """Refuse to hand on what must not leave the house.

    Raises:
        RuleError: it is secret.
    """
    if privacy == "secret":
        raise RuleError(
            _("This is secret: it is given to nobody, put on no agenda and on no sheet."),
            hint=" ".join(
                part
                for part in (
                    _(
                        "Call 110 at once and tell the community in person; write down with "
                        "jinlin issue note what you did."
                    ),
                    advice,
                )
                if part
            ),
        )
