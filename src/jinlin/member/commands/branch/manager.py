"""`jinlin branch manager`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.member.kinds import LAST_DAY, SaidPartyDay
from jinlin.member.management.managers import MANAGERS, end_manager, named
from jinlin.output.command.family import family
from jinlin.output.command.kinds import TEXT
from jinlin.output.command.verb import verb_in
from jinlin.output.delivery.show import done
from jinlin.output.register.verbs import RegisterVerb
from jinlin.store.command.command import writing

app = family(
    N_("Who manages the complex, and since when."),
    usual="list",
    words={"结束": "end", "设置": "set", "设为": "set", "设定": "set"},
    later=(
        RegisterVerb("list", MANAGERS, N_("Who manages the complex, and who did before.")),
        RegisterVerb("set", MANAGERS, N_("Record who manages the complex now."), does="add"),
        RegisterVerb("edit", MANAGERS, N_("Change what is kept of a manager.")),
        verb_in(__name__, "end", "end", N_("Record that the manager manages it no longer.")),
        RegisterVerb("remove", MANAGERS, N_("Take out a manager that was recorded by mistake.")),
    ),
)


def end(
    call: Call,
    on: Annotated[
        SaidPartyDay | None,
        LAST_DAY.option("--date", help=N_("Its last day; today if left out.")),
    ] = None,
    reason: Annotated[str | None, TEXT.option("--reason", help=N_("Why."))] = None,
) -> None:
    with writing(call) as tx:
        day = on.on(tx.clock) if on else tx.clock.today.isoformat()
        ended = end_manager(tx, on=day, reason=reason, again=on is not None)
    done(
        call,
        _("{manager} manages the complex until {day}.").format(manager=named(ended), day=day),
        number=str(ended.number),
        data={"number": ended.number, "model": ended.model, "ended_on": day},
    )
    call.tell(_("Whoever manages it now: jinlin branch manager set MODEL --since DATE"))
