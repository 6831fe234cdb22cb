"""`jinlin member duplicates`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Column, Personal
from jinlin.core.i18n import _
from jinlin.member.register.duplicates import Likeness, duplicates
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing, rows_wanted
from jinlin.store.command.command import reading


def duplicates_(call: Call) -> None:
    with reading(call) as reader:
        found = duplicates(reader)
    wanted = rows_wanted(call)
    notes: tuple[str, ...] = ()
    if found:
        first = found[0]
        notes = (
            _("If two are one person: jinlin member merge {other} {kept}").format(
                other=first.other.label, kept=first.kept.label
            ),
        )
    show(
        call,
        Listing(
            key="duplicates",
            title=_("Who may be recorded twice"),
            columns=(
                Column(key="number", heading=_("Number")),
                Column(key="name", heading=_("Name"), personal=Personal.NAME),
                Column(key="phone", heading=_("Phone"), personal=Personal.PHONE),
                Column(key="other_number", heading=_("The other")),
                Column(key="other_name", heading=_("Name"), personal=Personal.NAME),
                Column(key="other_phone", heading=_("Phone"), personal=Personal.PHONE),
                Column(key="reason", heading=_("Reason"), labels=Likeness.labels()),
            ),
            rows=[
                (
                    pair.kept.label, pair.kept.name, pair.kept.phone,
                    pair.other.label, pair.other.name, pair.other.phone, pair.reasons[0],
                )
                for pair in (found[:wanted] if wanted else found)
            ],
            total=len(found),
            empty=_("Nobody seems to be recorded twice."),
            notes=notes,
        ),
    )  # fmt: skip
