"""What is said of the signatures on a paper, and of the visit on which it was signed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Final, NamedTuple

from jinlin.complex.kinds import NEXT
from jinlin.complex.rules.visits import SaidNext
from jinlin.core.errors import UsageError
from jinlin.core.i18n import N_, _
from jinlin.core.said import day_on
from jinlin.elevator.consent.doors import PaperDoor
from jinlin.elevator.consent.papers import Signature, Visit, signed_by
from jinlin.elevator.rules.answers import SigningCapacity
from jinlin.output.command.kinds import NAME, TEXT
from jinlin.store.transaction.tx import Tx
from jinlin.works.words import On

NAMES: Final = NAME.several(called=N_("A,B"))

# fmt: off
By = Annotated[Sequence[str] | None, NAMES.option(help=N_("Who went, preferably two; you if left out."))]


class VisitWords(NamedTuple):
    """A visit as it is said."""

    by: By = None
    on: On = None
    next_: Annotated[SaidNext | None, NEXT.option("--next", help=N_("The next visit: 2周后, 10天后, a day."))] = None

    def visit(self, tx: Tx) -> Visit:
        """Return the visit that is meant; who writes went, when nobody is named.

        Raises:
            UsageError: a day cannot be read.
        """
        day = day_on(self.on, tx.clock)
        return Visit(
            on=day,
            visitors=tuple(self.by or ()) or ((tx.user,) if tx.user else ()),
            next_on=self.next_.after(day, tx.clock) if self.next_ else None,
        )


class SignatureWords(NamedTuple):
    """The signatures on a paper as they are said."""

    signed: Annotated[Sequence[str] | None, NAMES.option(help=N_("The names on the paper; all registered owners, if left out."))] = None
    agent: Annotated[str | None, NAME.option(help=N_("Somebody else signed, with written authority."))] = None
    authority: Annotated[str | None, TEXT.option(help=N_("The written authority: its number, or where it lies."))] = None

    def signature(self, door: PaperDoor, tenant: str | None = None) -> Signature:
        """Return who signed for a door, and by what right; `tenant` if one signed.

        Raises:
            RuleError: a signature or an authority is missing.
            UsageError: two of them at once.
        """
        if sum(one is not None for one in (self.signed, self.agent, tenant)) > 1:
            raise UsageError(
                _("The paper is signed by owners, an agent or a tenant."),
                hint=_("Give one of them."),
            )
        if tenant is not None:
            return Signature(SigningCapacity.TENANT, tenant)
        names = self.signed or ()
        return signed_by(door, names, agent=self.agent, authority=self.authority)
