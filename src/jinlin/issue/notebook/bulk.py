"""The same change to many issues at once: one transaction, one entry in the history, one undo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from jinlin.core.errors import RuleError, UsageError
from jinlin.core.i18n import N_, Message, _
from jinlin.issue.record import actions, closure, correction, dispatch
from jinlin.issue.record.categories import Category, category_label
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.rules.statuses import Status
from jinlin.issue.rules.urgencies import Urgency
from jinlin.store.transaction.tx import Tx

if TYPE_CHECKING:
    from jinlin.person.people.queries import PersonRow


class BulkChange(NamedTuple):
    """What is to be done to each; None does nothing.

    Attributes:
        steward: the person who takes charge.
        handler: the body that takes charge, in words.
        category: the category it belongs to.
        urgency: how urgent it is.
        due_on: by when.
        note: what is written into its life.
        result: it is closed as solved, with this result.
    """

    steward: PersonRow | None = None
    handler: str | None = None
    category: Category | None = None
    urgency: Urgency | None = None
    due_on: date | None = None
    note: str | None = None
    result: str | None = None

    @property
    def nothing(self) -> bool:
        """Whether it changes nothing."""
        return all(value is None for value in self)


def concerned(issues: Iterable[IssueRow], change: BulkChange) -> list[IssueRow]:
    """Return the issues a change is for: all but those that are so already."""
    return [issue for issue in issues if not _is_so(issue, change)]


def _is_so(issue: IssueRow, change: BulkChange) -> bool:
    """Return whether an issue is already what a change makes of it."""
    charge = (issue.steward_id, issue.handler)
    wanted = (change.steward.id if change.steward else None, change.handler)
    return (
        change.note is None
        and change.result is None
        and wanted in ((None, None), charge)
        and (change.category is None or change.category.id == issue.category_id)
        and (change.urgency is None or change.urgency is issue.urgency)
        and (change.due_on is None or change.due_on.isoformat() == issue.due_on)
    )


class BulkDifference(NamedTuple):
    """What a change makes of one value of an issue.

    Attributes:
        field: what people call it, not yet translated.
        before: as it is, in words; empty where there is none.
        after: as it will be.
    """

    field: str
    before: str
    after: str

    @property
    def text(self) -> str:
        """Both values in words: `Urgency: normal → urgent`."""
        return _("{field}: {before} → {after}").format(
            field=_(self.field), before=self.before or _("(empty)"), after=self.after
        )


def differences(issue: IssueRow, change: BulkChange) -> Iterator[BulkDifference]:
    """Return what a change makes of an issue, as far as it is not so already.

    A new category brings its own due date along; that is said once it is there.
    """
    labels = correction.FIELD_LABELS
    if change.category is not None and change.category.id != issue.category_id:
        before, after = category_label(issue.category), category_label(change.category.name)
        yield BulkDifference(labels["category"], before, after)
    if change.urgency is not None and change.urgency is not issue.urgency:
        yield BulkDifference(labels["urgency"], issue.urgency.label, change.urgency.label)
    if change.due_on is not None and change.due_on.isoformat() != issue.due_on:
        yield BulkDifference(labels["due_on"], issue.due_on or "", change.due_on.isoformat())
    charge = change.steward.name if change.steward else change.handler
    if charge is not None and charge != (issue.steward or issue.handler):
        yield BulkDifference(N_("In charge"), issue.steward or issue.handler or "", charge)
    if change.result is not None:
        yield BulkDifference(N_("Status"), issue.status.label, Status.CLOSED_SOLVED.label)
    if change.note is not None:
        yield BulkDifference(N_("Note"), "", change.note)


def refuse_secret_ones(issues: Iterable[IssueRow]) -> None:
    """Refuse to change secret issues together with others.

    Raises:
        RuleError: one of them is secret; its number is named and nothing else of it.
    """
    secret = [issue.label for issue in issues if issue.secret]
    if secret:
        raise RuleError(
            _("Secret, and changed only one by one: {numbers}. So nothing was changed.").format(
                numbers=_(", ").join(secret)
            ),
            hint=_("Leave it out by a further filter, such as --public."),
        )


def change_all(tx: Tx, issues: Sequence[IssueRow], change: BulkChange) -> None:
    """Change every one of these issues, or none.

    Raises:
        UsageError: nothing is to be changed.
        RuleError: one of them cannot be changed so; its number is named.
    """
    if change.nothing:
        raise UsageError(
            _("What is to be changed is missing."),
            hint=_("Add what to do, such as --assign 李华; see: jinlin issue bulk --help"),
        )
    for issue in issues:
        for step in _steps(change):
            try:
                issue = step(tx, issue)  # noqa: PLW2901  (what the next step begins with)
            except RuleError as error:
                raise RuleError(
                    _("{message} So nothing was changed.").format(message=error.message),
                    hint=_("Leave it out by a further filter, then try again."),
                ) from error
    told = {"count": len(issues)}
    tx.describe(
        Message(N_("Changed {count} issues at once"), told),
        reverse=Message(N_("change {count} issues back at once"), told),
    )


_Step = Callable[[Tx, IssueRow], IssueRow]


def _steps(change: BulkChange) -> list[_Step]:
    """Return what is done to each issue, in this order."""
    steps: list[_Step] = []
    corrected = correction.IssueCorrection(
        category=change.category, urgency=change.urgency, due_on=change.due_on
    )
    if corrected != correction.IssueCorrection():
        steps.append(lambda tx, issue: correction.edit_issue(tx, issue, corrected))
    if change.steward is not None or change.handler is not None:
        steps.append(lambda tx, issue: _assign(tx, issue, change))
    note, result = change.note, change.result
    if note is not None:
        steps.append(lambda tx, issue: actions.note_issue(tx, issue, note))
    if result is not None:
        steps.append(lambda tx, issue: closure.close_issue(tx, issue, solved=True, text=result))
    return steps


def _assign(tx: Tx, issue: IssueRow, change: BulkChange) -> IssueRow:
    """Put an issue in charge, unless it is so already."""
    wanted = (change.steward.id if change.steward else None, change.handler)
    if wanted == (issue.steward_id, issue.handler):
        return issue
    hands = dispatch.Hands(steward=change.steward, handler=change.handler)
    return dispatch.assign_issue(tx, issue, hands)
