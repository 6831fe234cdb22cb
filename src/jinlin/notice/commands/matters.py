"""`jinlin notice matters`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.core.laws import basis_words
from jinlin.notice.rules.matters import Mark, Matter, matters
from jinlin.notice.rules.notices import Type
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, On


def matters_(call: Call) -> None:
    show(
        call,
        Listing.of(
            "matters",
            _("What must be public"),
            (
                Cell(
                    "matter", _("Code"), lambda matter: matter.code.replace("_", "-"), on=On.FILES
                ),
                Cell("name", _("Matter")),
                Cell("type", _("Type"), "type.value", labels=Type.labels()),
                Cell("when", _("How long or when"), when_told),
                Cell(
                    "signers",
                    _("Signing body"),
                    lambda matter: _(" or ").join(signer.label for signer in matter.signers),
                ),
                Cell("basis", _("Basis"), lambda matter: basis_words(matter.basis)),
                Cell("mark", _("How sure"), labels=Mark.labels(), on=On.FILES),
            ),
            matters().values(),
        ),
    )


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
