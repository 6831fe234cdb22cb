"""An issue recorded, with what to mind about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from jinlin.issue.intake.advice import EntryTerms, advice_on, at_once
from jinlin.issue.intake.similar import similar_issues
from jinlin.issue.record.actions import NewIssue, add_issue
from jinlin.issue.record.queries import IssueRow
from jinlin.store.transaction.tx import Tx

if TYPE_CHECKING:
    from jinlin.person.people.queries import PersonRow


class RecordedIssue(NamedTuple):
    """An issue as it was recorded.

    Attributes:
        similar: the numbers of issues that may say the same.
        first: what must be done at once, a sentence each; said before all else.
        advice: what to mind besides, a sentence each.
    """

    issue: IssueRow
    similar: Sequence[str]
    first: Sequence[str]
    advice: Sequence[str]


def record_issue(
    tx: Tx, new: NewIssue, said: EntryTerms, *, steward: PersonRow | None
) -> RecordedIssue:
    """Record an issue, and return it with what to mind about it.

    Args:
        tx: the transaction.
        new: what is recorded.
        said: what else was said at the entry.
        steward: the person it is given to at once.

    Raises:
        UsageError: it was reported in the future, or is due before.
        RuleError: it is secret, and nobody is put in charge of such an issue nor tells of it.
    """
    issue = add_issue(tx, new, category=said.category, steward=steward)
    similar = similar_issues(tx, issue)
    return RecordedIssue(
        issue,
        similar=[one.number for one in similar],
        first=[*at_once(issue, said)],
        advice=[*advice_on(tx, issue, said, similar)],
    )
