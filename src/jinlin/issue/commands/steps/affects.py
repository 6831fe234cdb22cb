"""`jinlin issue affects`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Final

from jinlin.complex.kinds import HOME
from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.said import SaidMoment
from jinlin.issue.commands.shared import options
from jinlin.issue.commands.shared.one_issue import carry_out, full_number
from jinlin.issue.record import links
from jinlin.issue.record.queries import find
from jinlin.output.command.kind import WordKind, flag
from jinlin.output.command.kinds import PLANNED_MOMENT
from jinlin.output.delivery.show import done
from jinlin.store.command.command import reading

if TYPE_CHECKING:
    from jinlin.issue.record.queries import IssueRow
    from jinlin.store.transaction.tx import Reader, Tx

ALL_OF: Final = WordKind("building", "3-1", links.AffectedStairwell.read)


def affects(
    call: Call,
    number: options.Issue,
    homes: Annotated[
        list[str] | None,
        HOME.argument(called=N_("HOMES"), help=N_("Such as 3-1-502 3-1-602.")),
    ] = None,
    entrance: Annotated[
        links.AffectedStairwell | None,
        ALL_OF.option("--all-of", help=N_("All homes of a building or an entrance.")),
    ] = None,
    from_: Annotated[
        SaidMoment | None, PLANNED_MOMENT.option("--from", help=N_("From when they are."))
    ] = None,
    to: Annotated[
        SaidMoment | None, PLANNED_MOMENT.option("--to", help=N_("Until when they are."))
    ] = None,
    remove: Annotated[bool, flag("--remove", help=N_("They are not affected."))] = False,
    message: Annotated[
        bool, flag("--message", help=N_("A text for all of them, ready to paste into WeChat."))
    ] = False,
) -> None:
    if message and not any((homes, entrance, from_, to)):
        _tell(call, number)
        return
    if not any((homes, entrance, from_, to)):
        raise UsageError(
            _("No home is named."), hint=_("Write it like 3-1-502, or --all-of 3 or 3-1.")
        )

    def act(tx: Tx, issue: IssueRow) -> IssueRow:
        named = [*_named(tx, homes or ()), *(links.homes_of(tx, entrance) if entrance else ())]
        if remove:
            return links.spare_homes(tx, issue, named)
        since, until = (said.on(tx.clock) if said else None for said in (from_, to))
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

    carry_out(call, number, counted, told)
    if message:
        _tell(call, number)
    else:
        call.tell(
            _("A text for all of them: jinlin issue affects {number} --message").format(
                number=number
            )
        )


def _tell(call: Call, number: str) -> None:
    from jinlin.issue.escalation.incident_text import incident_text

    meant = full_number(call, number)
    with reading(call) as reader:
        issue = find(reader, meant)
        text = incident_text(reader, issue)
    done(call, text, number=text, data={"number": issue.label, "text": text})


def _named(reader: Reader, homes: Sequence[str]) -> list[int]:
    from jinlin.issue.record.whereabouts import read_place

    places = (read_place(reader, building=None, room=home) for home in homes)
    return [place.household_id for place in places if place.household_id is not None]
