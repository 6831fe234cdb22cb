"""`jinlin issue bulk`: the same change to whatever a filter chooses."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, NamedTuple

import typer

from jinlin.core.call import Call
from jinlin.core.clock import parse_day
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
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
from jinlin.issue.rules.texts import NAME_LENGTH, one_line, several_lines
from jinlin.issue.rules.urgencies import Urgency
from jinlin.output.asking import confirm, overtaken
from jinlin.output.delivery.show import done
from jinlin.output.listing.filter import FilterWords
from jinlin.store.command.command import rehearsing, writing
from jinlin.store.transaction.tx import Tx

ASKED_FROM = 3
"""From so many records on it is asked whether to go on."""
PREVIEWED = 20

Text = str | None


def bulk_(
    call: Call,
    asked: FilterWords,
    assign: Annotated[
        Text, typer.Option(metavar=_("WHO"), help=_("Put a person in charge of them."))
    ] = None,
    unit: Annotated[
        Text, typer.Option(metavar=_("NAME"), help=_("Put a body in charge of them."))
    ] = None,
    set_category: Annotated[
        Text, typer.Option(metavar=_("NAME"), help=_("Their category from now on."))
    ] = None,
    set_urgency: Annotated[
        Text, typer.Option(metavar=_("WORD"), help=_("Their urgency from now on."))
    ] = None,
    set_due: Annotated[
        Text, typer.Option(metavar=_("DATE"), help=_("Their due date from now on."))
    ] = None,
    note: Annotated[
        Text, typer.Option(metavar=_("TEXT"), help=_("Write this note into each."))
    ] = None,
    close: Annotated[
        Text, typer.Option(metavar=_("TEXT"), help=_("Close them as solved, with this result."))
    ] = None,
) -> None:

    def change(tx: Tx) -> BulkChange:
        return _change(tx, assign, unit, set_category, set_urgency, set_due, note, close)

    with rehearsing(call) as tx:
        planned = _plan(asked, tx, change)
        _carry_out(tx, planned)
    found, issues = planned.found, planned.issues
    _preview(call, issues)
    if len(issues) >= ASKED_FROM:
        confirm(call, _("Change these {count} issues?").format(count=len(issues)))
    with writing(call) as tx:
        if _plan(asked, tx, change) != planned:
            raise overtaken()
        _carry_out(tx, planned)
        closed = issues if planned.change.result is not None else []
        decisions = dict.fromkeys(n for issue in closed for n in open_decisions(tx, issue))
    said = _("Changed at once: {count}; so already: {same}.").format(
        count=len(issues), same=len(found) - len(issues)
    )
    if not found:
        said = _("No open issue is chosen by {filter}.").format(filter=ISSUES.typed(planned.asked))
    done(
        call,
        said,
        number=str(len(issues)),
        data={"changed": [issue.label for issue in issues], "unchanged": len(found) - len(issues)},
    )
    if decisions:
        call.tell(unsettled_told([*decisions]))


class _Plan(NamedTuple):
    """What is changed: the filter, the change, the issues it chooses, and those not so yet."""

    asked: FilterWords
    change: BulkChange
    found: list[IssueRow]
    issues: list[IssueRow]


def _plan(asked: FilterWords, tx: Tx, read: Callable[[Tx], BulkChange]) -> _Plan:
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


def _change(
    tx: Tx,
    assign: Text,
    unit: Text,
    category: Text,
    urgency: Text,
    due: Text,
    note: Text,
    close: Text,
) -> BulkChange:
    """Read what is to be done; secret issues are guarded by the actions themselves."""
    steward = None
    if assign is not None:
        from jinlin.issue.commands.shared.in_charge import person_called

        steward = person_called(tx, assign)
    return BulkChange(
        steward=steward,
        handler=None if unit is None else one_line(unit, what=_("The body"), longest=NAME_LENGTH),
        category=None if category is None else find_category(categories(tx), category),
        urgency=None if urgency is None else Urgency.read(urgency),
        due_on=None if due is None else parse_day(due, tx.clock, planned=True),
        note=None if note is None else several_lines(note, what=_("The note")),
        result=None if close is None else several_lines(close, what=_("The result")),
    )


def _preview(call: Call, issues: Sequence[IssueRow]) -> None:
    """Say what will be changed, before it is."""
    for issue in issues[:PREVIEWED]:
        call.tell(f"  {issue.label}  {issue.title}  {issue.status.label}")
    more = len(issues) - PREVIEWED
    if more > 0:
        call.tell(_("  … and {count} more").format(count=more))
