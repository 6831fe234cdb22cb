"""What is said of the signatures on a paper, and of the visit on which it was signed."""

from __future__ import annotations

from typing import Annotated, TypeAlias

import typer

from jinlin.complex.rules.visits import parse_next
from jinlin.core.clock import day_or_today
from jinlin.core.errors import UsageError
from jinlin.core.i18n import _
from jinlin.core.text import clean, listed
from jinlin.elevator.commands import shared
from jinlin.elevator.consent.doors import PaperDoor
from jinlin.elevator.consent.papers import Signature, Visit
from jinlin.elevator.rules.answers import SigningCapacity, signed_for
from jinlin.store.transaction.tx import Tx

# fmt: off
By: TypeAlias = Annotated[str | None, typer.Option(metavar=_("A,B"), help=_("Who went, best two; you, if left away."))]
Next: TypeAlias = Annotated[str | None, typer.Option("--next", metavar=_("DATE"), help=_("The next visit: 2周后, 10天后, a day."))]
Signed: TypeAlias = Annotated[str | None, typer.Option(metavar=_("A,B"), help=_("The names on the paper; all registered owners, if left away."))]
Agent: TypeAlias = Annotated[str | None, typer.Option(metavar=_("NAME"), help=_("Somebody else signed, with written authority."))]
Authority: TypeAlias = Annotated[str | None, typer.Option(metavar=_("TEXT"), help=_("The written authority: its number, or where it lies."))]
# fmt: on


def visit_of(tx: Tx, *, by: str | None, on: str | None, next_: str | None) -> Visit:
    """Return the visit that was said; who writes went, when nobody is named.

    Raises:
        UsageError: a day cannot be read.
    """
    day = day_or_today(on, tx.clock, past=True)
    return Visit(
        on=day,
        visitors=tuple(listed(clean(by or ""))) or ((tx.user,) if tx.user else ()),
        next_on=parse_next(next_, tx.clock, after=day) if next_ else None,
    )


def signature_of(
    door: PaperDoor,
    *,
    signed: str | None,
    agent: str | None,
    authority: str | None,
    tenant: str | None = None,
) -> Signature:
    """Return who signed for a door, and by what right.

    Raises:
        RuleError: a signature or an authority is missing.
        UsageError: two of them at once.
    """
    if sum(one is not None for one in (signed, agent, tenant)) > 1:
        raise UsageError(
            _("The paper is signed by owners, an agent or a tenant."), hint=_("Give one of them.")
        )
    said = shared.kept(authority)
    if tenant is not None:
        return Signature(SigningCapacity.TENANT, shared.kept(tenant))
    names = tuple(listed(clean(signed or "")))
    signer = signed_for(
        names,
        owners=door.owners,
        agent=shared.kept(agent),
        authority=said,
        representative=door.representative,
    )
    if signer is SigningCapacity.AUTHORISED and said is None:
        said = door.authority or _("voting representative on record")
    return Signature(signer, shared.kept(agent) or "、".join(names) or None, said)
