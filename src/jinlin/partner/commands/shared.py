"""What the commands that take something in say alike."""

from __future__ import annotations

from typing import Annotated, Any, TypeAlias

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.core.money import yuan
from jinlin.member.rules.purses import Purse
from jinlin.output.command.kinds import OTHER_SIDE, WHO, choice
from jinlin.output.delivery.show import done
from jinlin.partner.record.supports import Support
from jinlin.partner.record.totals import PartnerTotals

PaidTo: TypeAlias = Annotated[
    str | None,
    OTHER_SIDE.option("--paid-to", help=N_("Whom the partner paid itself; never the branch.")),
]
IntoPurse: TypeAlias = Annotated[
    Purse | None,
    choice(Purse, called=N_("PURSE")).option(
        "--purse", help=N_("It came into the purse 共建资助, where an entry is made.")
    ),
]
Handler: TypeAlias = Annotated[
    str | None, WHO.option("--handler", help=N_("Who takes it into the purse; you, if left out."))
]


def tell(call: Call, made: Support, together: PartnerTotals) -> None:
    """Say what was recorded of a support, and what partners gave together."""
    done(call, _sentence(made), number=made.label, data=as_json(made))
    if made.received_on is not None:
        call.tell(
            _(
                "Partners have given {received} yuan in all; with their help {solved} solved."
            ).format(received=yuan(together.received), solved=together.solved),
        )


def _sentence(made: Support) -> str:
    said = made.kind.label if made.amount is None else _("{amount} yuan").format(
        amount=yuan(made.amount)
    )  # fmt: skip
    words = {"number": made.label, "name": made.partner, "what": made.what, "said": said}
    if made.received_on is None:
        text = _("{number} {name}: {what} ({said}), promised.").format(**words)
    elif made.paid_to is not None:
        text = _("{number} {name}: {what} ({said}), paid to {payee} by itself.").format(
            **words, payee=made.paid_to
        )
    elif made.purse_entry is not None:
        text = _("{number} {name}: {what} ({said}), in the purse as {entry}.").format(
            **words, entry=made.purse_entry
        )
    else:
        text = _("{number} {name}: {what} ({said}), received.").format(**words)
    if made.about is None:
        return text
    about = f"{made.about} {made.aim}" if made.aim else made.about
    return text + _(" For {about}.").format(about=about)


def as_json(one: Support) -> dict[str, Any]:
    """Return a support for `--json`."""
    return {
        "number": one.label,
        "partner": one.partner,
        "kind": one.kind.value,
        "what": one.what,
        "amount_fen": one.amount,
        "promised_on": one.promised_on,
        "due_on": one.due_on,
        "received_on": one.received_on,
        "paid_to": one.paid_to,
        "fund_entry": one.purse_entry,
        "about": one.about,
    }
