"""What the commands on the owners of a household say: who owns it now."""

from __future__ import annotations

from collections.abc import Sequence

from jinlin.complex.household import owners
from jinlin.complex.household.door import Door
from jinlin.complex.rules.shares import kept_share, total
from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.output.delivery.show import done


def tell_owners(call: Call, door: Door, now: Sequence[owners.OwnerRow]) -> None:
    """Say who owns a household now; its shares where they do not make up the whole."""
    said = [
        f"{row.person.label} {row.person.name}" + (f" {row.share}" if row.share else "")
        for row in now
    ]
    done(
        call,
        _("Owners of {home}: {owners}.").format(
            home=door.label, owners=_(", ").join(said) or _("none")
        ),
        number=door.label,
        data={
            "household": door.label,
            "owners": [{"number": row.person.label, "share": row.share} for row in now],
        },
    )
    known = total(row.share for row in now)
    if known is not None and known < 1:
        call.tell(_("The shares add up to {total}, not to the whole.").format(total=known))
    elif known is None and any(kept_share(row.share) for row in now):
        call.tell(_("The share of some owner is not known yet."))
