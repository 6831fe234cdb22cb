"""`jinlin branch offer menu`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.member.management.menu_page import menu_page
from jinlin.member.management.offers import offers_on
from jinlin.output.command.kinds import PHONE
from jinlin.output.delivery.page import show_pages
from jinlin.store.command.command import reading


def menu(
    call: Call,
    phone: Annotated[str | None, PHONE.option(help=N_("Where to order, by phone."))] = None,
) -> None:
    with reading(call) as reader:
        offers = offers_on(reader, reader.clock.today)
        page = menu_page(reader, offers, phone=phone)
        day = reader.clock.today.isoformat()
    show_pages(
        call, [page], template="服务菜单", data={"on": day, "offers": [one.label for one in offers]}
    )
    if not offers:
        call.tell(_("Nothing is offered yet: jinlin branch offer add 水管疏通 --price 80"))
