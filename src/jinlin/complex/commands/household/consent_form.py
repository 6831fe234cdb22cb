"""`jinlin household consent-form`."""

from __future__ import annotations

from typing import Annotated

from jinlin.complex.building.queries import complex_name
from jinlin.complex.commands.household import options
from jinlin.complex.household.care import usual_tags
from jinlin.complex.household.door import find_household
from jinlin.complex.household.pages import ConsentSheet, consent_form
from jinlin.complex.rules.address import home_words
from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.output.command.kinds import TEXT, WHO
from jinlin.output.delivery.page import show_pages
from jinlin.store.command.command import reading


def consent_form_(
    call: Call,
    home: options.AnyHome = None,
    contact: Annotated[
        str | None,
        WHO.option(called=N_("PERSON"), help=N_("Whom to turn to; else the secretary.")),
    ] = None,
    phone: Annotated[
        str | None, TEXT.option(called=N_("PHONE"), help=N_("The contact's phone, as printed."))
    ] = None,
) -> None:
    with reading(call) as reader:
        door = find_household(reader, home) if home else None
        name = complex_name(reader)
        room = home_words(door.building, door.entrance, door.room) if door else None
        sheet = ConsentSheet(
            collector=_("Party branch of {complex}").format(complex=name),
            contact=contact or reader.setting("secretary"),
            phone=phone,
            home=_("{place}, {room}").format(place=name, room=room) if room else None,
            tags=tuple(tag.label for tag in usual_tags()),
        )
    show_pages(
        call,
        consent_form(sheet),
        data={"household": door.label if door else None},
        template="个人信息告知书",
    )
