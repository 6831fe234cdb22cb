"""`jinlin issue bulk`: the same change to whatever a filter chooses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, NamedTuple

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidDay
from jinlin.issue.commands.shared.kinds import CATEGORY, LINES, SHORT_NAME
from jinlin.issue.commands.shared.options import somebody
from jinlin.issue.commands.shared.step_words import unsettled_told
from jinlin.issue.lists import lists
from jinlin.issue.lists.filters import ISSUES, meant
from jinlin.issue.lists.saved_filters import with_saved
from jinlin.issue.notebook import bulk
from jinlin.issue.notebook.bulk import BulkChange
from jinlin.issue.record.categories import categories, find_category
from jinlin.issue.record.life import open_decisions
from jinlin.issue.record.queries import IssueRow
from jinlin.issue.rules.statuses import OPEN
from jinlin.issue.rules.urgencies import Urgency
from jinlin.output.asking import agreed_to, overtaken
from jinlin.output.command.kinds import PLANNED_DAY, WHO, choice
from jinlin.output.delivery.show import done
from jinlin.output.listing.filter import FilterWords
from jinlin.store.command.command import rehearsing, writing
from jinlin.store.transaction.tx import Tx

ASKED_FROM = 3
"""From so many records on it is asked whether to go on."""
PREVIEWED = 20


def bulk_(
    call: Call,
    asked: FilterWords,
    assign: Annotated[str | None, WHO.option(help=N_("Put a person in charge of them."))] = None,
    unit: Annotated[str | None, SHORT_NAME.option(help=N_("Put a body in charge of them."))] = None,
    set_category: Annotated[
        str | None, CATEGORY.option(help=N_("Their category from now on."))
    ] = None,
    set_urgency: Annotated[
        Urgency | None, choice(Urgency).option(help=N_("Their urgency from now on."))
    ] = None,
    set_due: Annotated[
        SaidDay | None, PLANNED_DAY.option(help=N_("Their due date from now on."))
    ] = None,
    note: Annotated[str | None, LINES.option(help=N_("Write this note into each."))] = None,
    close: Annotated[
        str | None, LINES.option(help=N_("Close them as solved, with this result."))
    ] = None,
) -> None:
    def change(tx: Tx) -> BulkChange:
        return BulkChange(
            steward=somebody(tx, assign),
            handler=unit,
            category=find_category(categories(tx), set_category) if set_category else None,
            urgency=set_urgency,
            due_on=set_due.on(tx.clock) if set_due else None,
            note=note,
            result=close,
        )

    with rehearsing(call) as tx:
        planned = _plan(tx, asked, change)
        _carry_out(tx, planned)
    found, issues = planned.found, planned.issues
    _preview(call, issues, planned.change)
    chosen = planned
    if len(issues) >= ASKED_FROM:
        text = _("Change these {count} issues?").format(count=len(issues))
        issues = [issues[place] for place in agreed_to(call, text, len(issues))]
        chosen = planned._replace(issues=issues)
    with writing(call) as tx:
        if _plan(tx, asked, change) != planned:
            raise overtaken()
        _carry_out(tx, chosen)
        closed = issues if planned.change.result is not None else []
        decisions = dict.fromkeys(n for issue in closed for n in open_decisions(tx, issue))
    same, left = len(found) - len(planned.issues), len(planned.issues) - len(issues)
    done(
        call,
        _said(planned, count=len(issues), same=same, left=left),
        number=str(len(issues)),
        data={"changed": [issue.label for issue in issues], "unchanged": same, "left_out": left},
    )
    if decisions:
        call.tell(unsettled_told([*decisions]))


def _said(planned: _Plan, *, count: int, same: int, left: int) -> str:
    if not planned.found:
        return _("No open issue is chosen by {filter}.").format(filter=ISSUES.typed(planned.asked))
    if left:
        return _("Changed at once: {count}; so already: {same}; left out: {left}.").format(
            count=count, same=same, left=left
        )
    return _("Changed at once: {count}; so already: {same}.").format(count=count, same=same)


class _Plan(NamedTuple):
    """What is changed: the filter, the change, the issues it chooses, and those not so yet."""

    asked: FilterWords
    change: BulkChange
    found: list[IssueRow]
    issues: list[IssueRow]


def _plan(tx: Tx, asked: FilterWords, read: Callable[[Tx], BulkChange]) -> _Plan:
    chosen = with_saved(tx, asked)
    if not chosen:
        raise UsageError(
            _("Which issues? A filter is missing."),
            hint=_("Add one, such as --status 待受理 --building 3."),
        )
    change = read(tx)
    wanted = meant(tx, chosen)
    if "status" not in chosen:
        wanted = wanted._replace(statuses=OPEN)
    found = list(lists.issues(tx, wanted, limit=0))
    issues = found if change.nothing else bulk.concerned(found, change)
    bulk.refuse_secret_ones(issues)
    return _Plan(chosen, change, found, issues)


def _carry_out(tx: Tx, planned: _Plan) -> None:
    if planned.issues or planned.change.nothing:
        bulk.change_all(tx, planned.issues, planned.change)


def _preview(call: Call, issues: Sequence[IssueRow], change: BulkChange) -> None:
    """Say what will be changed from what to what, before it is; by place, to choose by."""
    for place, issue in enumerate(issues[:PREVIEWED], start=1):
        values = _("; ").join(one.text for one in bulk.differences(issue, change))
        call.tell(f"  {place:>2}. {issue.label}  {issue.title}  {issue.status.label}  {values}")
    more = len(issues) - PREVIEWED
    if more > 0:
        call.tell(_("  … and {count} more").format(count=more))
