"""`jinlin branch fund spend`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.reference import Reference
from jinlin.ledger.entries import NewEntry
from jinlin.ledger.forms import PartyOption
from jinlin.member.commands.branch.fund.shared import (
    About,
    Amount,
    Day,
    For,
    Proof,
    WhichPurse,
    enter,
    two_hands_power,
)
from jinlin.member.fund.queries import PurseEntry
from jinlin.member.management.kinds import DECISION
from jinlin.member.rules.purses import Direction
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import OTHER_SIDE, WHO
from jinlin.store.check.proofs import proof_if_named


def spend(
    call: Call,
    *,
    purse: WhichPurse,
    amount: Amount,
    payee: Annotated[
        str, OTHER_SIDE.option("--to", help=N_("Who is paid."), asked=AskedFor(N_("To whom")))
    ],
    purpose: For,
    by: Annotated[
        str,
        WHO.option(
            help=N_("Who handles it; two together: 何丽娟、陈建国."),
            asked=AskedFor(N_("Who handles it")),
        ),
    ],
    approved_by: Annotated[
        str,
        WHO.option(
            help=N_("Who approves it: neither payee nor who handles it."),
            asked=AskedFor(N_("Who approves it")),
        ),
    ],
    day: Day,
    voucher: Proof = None,
    about: About = None,
    decided: Annotated[
        Reference | None,
        DECISION.option(help=N_("The resolution or vote it rests on: M12-1.")),
    ] = None,
    counterparty: PartyOption = None,
) -> None:
    new = NewEntry(
        Direction.SPENDING,
        amount,
        "",
        payee,
        purpose=purpose,
        handled_by=by,
        approved_by=approved_by,
        voucher=proof_if_named(call, voucher),
    )
    entry = enter(
        call,
        purse,
        new,
        counterparty,
        day=day,
        about=about,
        decided=decided,
        text=_(
            "{number} {amount} yuan was spent from the purse “{purse}” on {day}; it holds {left}"
            " yuan."
        ),
    )
    _tell_what_is_missing(call, entry)


def _tell_what_is_missing(call: Call, entry: PurseEntry) -> None:
    """Say where two are to handle it and one was named, and where its invoice is missing."""
    if len(entry.hands) == 1 and (power := two_hands_power(call, entry.purse)):
        call.tell(
            _(
                "“{power}” is handled by two ({list}). With both: --by {name}、NAME, after"
                " jinlin undo"
            ).format(power=power, list=_("List of small powers"), name=entry.handled_by),
        )
    if entry.voucher is None:
        call.tell(
            _("Its invoice, when there is one: jinlin branch fund voucher {number} FILE").format(
                number=entry.label
            ),
        )
