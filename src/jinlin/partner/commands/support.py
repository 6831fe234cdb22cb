"""`jinlin partner support` of one thing: what it is, for what, and which way money went."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.reference import Reference
from jinlin.core.said import SaidDay, as_kept, day_on
from jinlin.ledger.forms import check_spelling
from jinlin.output.asking import confirm, overtaken
from jinlin.output.command.kind import AskedFor, flag
from jinlin.output.command.kinds import PLANNED_DAY, PRICE, RECORD, TEXT, choice
from jinlin.partner.commands import shared
from jinlin.partner.commands.receive import receive_
from jinlin.partner.kinds import PARTNER, SupportKind
from jinlin.partner.record.correcting import CorrectedSupport, correct
from jinlin.partner.record.giving import NewSupport, lately, record_support
from jinlin.partner.record.partners import PARTNERS
from jinlin.partner.record.supports import Support, find_support, is_support
from jinlin.partner.record.totals import totals
from jinlin.store.command.command import reading, writing
from jinlin.works.words import On


def support_(
    call: Call,
    who: Annotated[
        str,
        PARTNER.argument(
            help=N_("The partner; or what is to be corrected: D3-3 2.5万."),
            asked=AskedFor(N_("Which partner")),
        ),
    ],
    amount: Annotated[int | None, PRICE.argument(help=N_("Money, like 20万."))] = None,
    what: Annotated[
        str | None,
        TEXT.option("--what", help=N_("What else it gives, or what the money is."), free=True),
    ] = None,
    kind: Annotated[
        SupportKind | None,
        choice(SupportKind, called=N_("KIND")).option(
            "--kind", help=N_("阵地, 文化, 服务, 信息, 资金, 人才 or 物资.")
        ),
    ] = None,
    about: Annotated[
        Reference | None, RECORD.option("--about", help=N_("What it is for: 2026-42, G1."))
    ] = None,
    promised: Annotated[bool, flag("--promised", help=N_("It is still to come."))] = False,
    received: Annotated[
        bool, flag("--received", help=N_("What was promised has come: D4-1 --received."))
    ] = False,
    due: Annotated[
        SaidDay | None, PLANNED_DAY.option("--due", help=N_("By when it is to come."))
    ] = None,
    paid_to: shared.PaidTo = None,
    purse: shared.IntoPurse = None,
    handler: shared.Handler = None,
    on: On = None,
) -> None:
    if received:
        _check_alone(amount, what, kind, about, due, promised=promised)
        receive_(call, who, paid_to, purse, handler, on)
        return
    if is_support(who):
        _check_correction(kind, purse, handler, promised=promised)
        correct_(call, who, CorrectedSupport(what, amount, about=about, paid_to=paid_to), on, due)
        return
    with reading(call) as reader:
        new = NewSupport(
            what=what,
            kind=kind,
            amount=amount,
            on=day_on(on, reader.clock),
            promised=promised or due is not None,
            due_on=as_kept(due, reader.clock),
            paid_to=paid_to,
            purse=purse,
            handled_by=handler,
            about=about,
        ).complete()
        partner = PARTNERS.find(reader, who, whole=amount is not None)
        check_spelling(call, reader, paid_to)
        again = lately(reader, partner, new)
    _record(call, partner.label, new, again)


def _record(call: Call, partner_label: str, new: NewSupport, again: Support | None) -> None:
    """Record a support, after asking where the same is on record already."""
    _ask_again(call, again)
    with writing(call, money=new.purse is not None) as tx:
        partner = PARTNERS.find(tx, partner_label)
        if lately(tx, partner, new) != again:
            raise overtaken()
        made, together = record_support(tx, partner, new), totals(tx)
    shared.tell(call, made, together)


def correct_(
    call: Call, who: str, told: CorrectedSupport, on: SaidDay | None, due: SaidDay | None
) -> None:
    """Put right what was recorded of a support."""
    with writing(call) as tx:
        check_spelling(call, tx, told.paid_to)
        told = told._replace(
            on=None if on is None else day_on(on, tx.clock), due_on=as_kept(due, tx.clock)
        )
        made, together = correct(tx, find_support(tx, who), told), totals(tx)
    shared.tell(call, made, together)


def _ask_again(call: Call, again: Support | None) -> None:
    if again is None or call.operation:
        return
    confirm(
        call,
        _("The same is recorded as {number} of that day; record it again?").format(
            number=again.label
        ),
    )


def _check_correction(*told: object, promised: bool) -> None:
    if promised or any(one is not None for one in told):
        raise UsageError(
            _("This cannot be changed of a support on record."),
            hint=_(
                "The amount, --what, --about, --due, --on and --paid-to can:"
                " jinlin partner support D4-1 2.5万"
            ),
        )


def _check_alone(*told: object, promised: bool) -> None:
    if promised or any(one is not None for one in told):
        raise UsageError(
            _("What was promised is on record already."),
            hint=_("Say its number alone: jinlin partner support D4-1 --received"),
        )
