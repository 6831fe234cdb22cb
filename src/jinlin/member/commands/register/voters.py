"""`jinlin member voters`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.columns import Column, Personal
from jinlin.core.i18n import N_, _
from jinlin.core.said import TODAY, SaidDay
from jinlin.member.commands.register.columns import shown_name
from jinlin.member.register.voters import Electorate, Needed, Right, electorate
from jinlin.output.command.kinds import PLANNED_DAY
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, Record
from jinlin.store.command.command import reading


def voters(
    call: Call,
    on: Annotated[
        SaidDay,
        PLANNED_DAY.option(
            "--date", help=N_("On which day; of rights suspended only today's record is known.")
        ),
    ] = TODAY,
) -> None:
    with reading(call) as reader:
        day = on.on(reader.clock)
        found = electorate(reader, on=day)
        past = day < reader.clock.today
    need = found.needed
    labels: dict[str, str] = Right.labels()
    show(
        call,
        Record(
            title=_("Who may vote on {day}").format(day=day.isoformat()),
            columns=(
                Column(key="entitled", heading=_("With the right to vote")),
                Column(key="should_attend", heading=_("Expected")),
                Column(key="quorum", heading=_("Must be there")),
                Column(key="votes", heading=_("Votes needed")),
            ),
            values=tuple(need) if need else (0, 0, None, None),
            listings=(
                Listing.of(
                    "members",
                    _("Members"),
                    (
                        Cell("number", _("Number"), "member.person.label"),
                        Cell(
                            "name",
                            _("Name"),
                            lambda one: shown_name(call, one.member),
                            personal=Personal.ACTING,
                        ),
                        Cell("right", _("Right to vote"), labels=labels),
                        Cell("reason", _("Reason"), personal=Personal.TEXT),
                    ),
                    found.voters,
                    empty=_("No member's membership is held here."),
                ),
            ),
            notes=tuple(_notes(found, past=past)),
            extra={"on": day.isoformat(), "permission": found.permission},
        ),
    )


def _notes(found: Electorate, *, past: bool) -> list[str]:
    if found.needed is None:
        notes = [
            _(
                "None: in an overlay branch membership stays with the home branch; no Party vote,"
                " election or dues here."
            )
        ]
        if found.permission:
            notes.append(_("The superior allows: {text}").format(text=found.permission))
        return notes
    if not found.needed.should_attend:
        return [_("Nobody may vote on that day.")]
    notes = [_in_words(found.needed)]
    if any(one.right is Right.NOT_COUNTED for one in found.voters):
        notes.append(_("Not to count somebody needs the superior's approval and the meeting's."))
    if past:
        notes.append(
            _("Who had no vote or was not counted on that day is not known: today's record holds.")
        )
    if found.away:
        notes.append(
            _(
                "Migrant or lost members among them: {count}. They are counted until the superior"
                " agrees otherwise: jinlin member edit WHO --not-counted REASON"
            ).format(count=found.away)
        )
    return notes


def _in_words(need: Needed) -> str:
    return _(
        "Of {expected} who should attend at least {quorum} must be there (half or more); a motion"
        " passes with {votes} in favour (more than half of the {expected})."
    ).format(expected=need.should_attend, quorum=need.quorum, votes=need.votes)
