"""What is said of a result: by the resident, who is asked later, and by the branch's own check."""

from __future__ import annotations

from typing import Final, NamedTuple

from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, Message, Value, _
from jinlin.issue.record.queries import IssueRow, by_id
from jinlin.issue.record.transitions import concluded, take
from jinlin.issue.rules.events import EventKind
from jinlin.issue.rules.satisfaction import Quality, Satisfaction
from jinlin.store.transaction.tx import Reader, Tx

ASKED_AFTER: Final = 7
"""So many days after closing the resident is asked, unless the database says otherwise."""
SETTING: Final = "satisfaction_days"


class AskingDelay(NamedTuple):
    """How many days after closing the resident is asked.

    Attributes:
        origin: `setting` where the database says so, else `default`.
    """

    days: int
    origin: str


def satisfaction_days(reader: Reader) -> AskingDelay:
    """Return how many days after closing the resident is asked, and where that comes from."""
    kept = reader.setting(SETTING)
    return AskingDelay(int(kept), "setting") if kept else AskingDelay(ASKED_AFTER, "default")


def rate_issue(
    tx: Tx, issue: IssueRow, satisfaction: Satisfaction, *, reason: str | None = None
) -> IssueRow:
    """Record what the resident says about the result; said again, the last word counts.

    Raises:
        RuleError: the issue is not closed with a result or an answer.
        UsageError: she is not satisfied, and the reason is missing.
    """
    if satisfaction is Satisfaction.NOT_SATISFIED and not reason:
        raise UsageError(
            _("Why is the resident not satisfied? The reason is missing."),
            hint=_("Give it with --reason."),
        )
    take(
        tx,
        issue,
        EventKind.RATED,
        note=reason,
        satisfaction=satisfaction,
        changes={"satisfaction": satisfaction, "satisfaction_reason": reason},
    )
    now = Message(satisfaction.msgid)
    before = issue.satisfaction
    tx.describe(
        Message(N_("Rated issue {number}: {now}"), {"number": issue.label, "now": now}),
        reverse=Message(
            N_("set the rating of issue {number} back from “{now}” to “{before}”"),
            {"number": issue.label, "now": now, "before": Message(before.msgid)},
        )
        if before
        else Message(N_("take the rating of issue {number} back"), {"number": issue.label}),
        subject=issue.label,
    )
    return by_id(tx, issue.id)


def check_quality(tx: Tx, issue: IssueRow, quality: Quality, *, note: str | None) -> IssueRow:
    """Record what the branch itself found when it looked at the result.

    Raises:
        RuleError: the issue is not closed with a result or an answer.
        UsageError: it was found wanting, and what is wrong is missing.
    """
    if quality is Quality.FAILED and not note:
        raise UsageError(
            _("What is wrong with the result? The note is missing."),
            hint=_("Give it with --note."),
        )
    take(
        tx,
        issue,
        EventKind.CHECKED,
        note="；".join(part for part in (quality.label, note) if part),
        changes={"quality": quality, "quality_note": note},
    )
    told: dict[str, Value] = {
        "number": issue.label,
        "quality": Message(quality.msgid),
    }
    return concluded(tx, issue, Message(N_("Checked issue {number}: {quality}"), told))
