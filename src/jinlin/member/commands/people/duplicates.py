"""`jinlin member duplicates`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.core.columns import Personal
from jinlin.core.i18n import _
from jinlin.member.register.duplicates import Likeness, duplicates
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, rows_wanted
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
        Listing.of(
            "duplicates",
            _("Who may be recorded twice"),
            (
                Cell("number", _("Number"), "kept.label"),
                Cell("name", _("Name"), "kept.name", personal=Personal.NAME),
                Cell("phone", _("Phone"), "kept.phone", personal=Personal.PHONE),
                Cell("other_number", _("The other"), "other.label"),
                Cell("other_name", _("Name"), "other.name", personal=Personal.NAME),
                Cell("other_phone", _("Phone"), "other.phone", personal=Personal.PHONE),
                Cell("reason", _("Reason"), lambda pair: pair.reasons[0], labels=Likeness.labels()),
            ),
            found[:wanted] if wanted else found,
            total=len(found),
            empty=_("Nobody seems to be recorded twice."),
            notes=notes,
        ),
    )
