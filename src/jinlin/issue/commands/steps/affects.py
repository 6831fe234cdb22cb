"""`jinlin issue affects`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from jinlin.core.call import Call
from jinlin.core.clock import parse_moment
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import carry_out, number_question
from jinlin.issue.record import links
from jinlin.output.asking import answers

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Reader, Tx


def affects(
    call: Call,
    number: options.Number = None,
    homes: Annotated[
        list[str] | None, typer.Argument(metavar=_("HOMES"), help=_("Such as 3-1-502 3-1-602."))
    ] = None,
    entrance: Annotated[
        str | None,
        typer.Option("--all-of", metavar="3-1", help=_("All homes of a building or an entrance.")),
    ] = None,
    from_: Annotated[
        str | None, typer.Option("--from", metavar=_("MOMENT"), help=_("From when they are."))
    ] = None,
    to: Annotated[
        str | None, typer.Option("--to", metavar=_("MOMENT"), help=_("Until when they are."))
    ] = None,
    remove: Annotated[bool, typer.Option("--remove", help=_("They are not affected."))] = False,
) -> None:
    [said] = answers(call, [number_question(number)])
    if not any((homes, entrance, from_, to)):
        raise UsageError(
            _("No home is named."), hint=_("Write it like 3-1-502, or --all-of 3 or 3-1.")
        )

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        named = [*_named(tx, homes or []), *(links.homes_of(tx, entrance) if entrance else ())]
        if remove:
            return links.spare_homes(tx, issue, named)
        since = parse_moment(from_, tx.clock, planned=True) if from_ else None
        until = parse_moment(to, tx.clock, planned=True) if to else None
        return links.affect_homes(tx, issue, named, since=since, until=until)

    touched = 0

    def counted(tx: Tx, issue: IssueRow) -> IssueRow:
        nonlocal touched
        now = act(tx, issue)
        touched = links.households(tx, now)
        return now

    def told(_issue: IssueRow) -> str:
        if touched or homes or entrance:
            return _("homes concerned: {count}").format(count=touched)
        return _("the time is kept for the whole issue; no home is named yet")

    carry_out(call, said, counted, told)


def _named(reader: Reader, homes: list[str]) -> list[int]:
    from jinlin.issue.record.whereabouts import read_place

    places = (read_place(reader, building=None, room=home) for home in homes)
    return [place.household_id for place in places if place.household_id is not None]
