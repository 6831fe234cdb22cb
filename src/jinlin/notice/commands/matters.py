"""`jinlin notice matters`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Column
from jinlin.core.i18n import _
from jinlin.notice.rules.matters import Mark, Matter, matters
from jinlin.notice.rules.notices import Type
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing


def matters_(call: Call) -> None:
    show(
        call,
        Listing(
            key="matters",
            title=_("What must be public"),
            columns=(
                Column(key="matter", heading=_("Code")),
                Column(key="name", heading=_("Matter")),
                Column(
                    key="type", heading=_("Type"),
                    labels=Type.labels(),
                ),
                Column(key="when", heading=_("How long or when")),
                Column(key="signers", heading=_("Signs the notice")),
                Column(key="basis", heading=_("Basis")),
                Column(
                    key="mark", heading=_("How sure"),
                    labels=Mark.labels(),
                ),
            ),
            rows=[
                (
                    matter.code.replace("_", "-"), matter.name, matter.type.value,
                    when_told(matter),
                    _(" or ").join(signer.label for signer in matter.signers),
                    matter.basis, matter.mark,
                )
                for matter in matters().values()
            ],
            aside=frozenset({"matter", "mark"}),
        ),
    )  # fmt: skip


def when_told(matter: Matter) -> str:
    """Return how long a matter hangs, how soon it must be up or how often."""
    if matter.every:
        return matter.every.label
    period = matter.period or matter.within
    assert period is not None
    said = _("{days} {unit}").format(days=period.days, unit=period.unit.label)
    if matter.period:
        return said
    return (_("{time} ahead") if matter.ahead else _("within {time}")).format(time=said)
