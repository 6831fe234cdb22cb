"""`jinlin service page`: what was served, for the board; nobody is named."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.meeting.pages.services import services_page
from jinlin.meeting.service.public import public_services, stretch_said
from jinlin.output.command.kinds import TEXT
from jinlin.output.delivery.page import show_pages
from jinlin.store.command.command import reading


def page(
    call: Call,
    which: Annotated[
        str | None,
        TEXT.option(
            "--of",
            called=N_("WHICH"),
            help=N_("Which month, quarter or year: 10, 上月, 3季度; else the last with one."),
        ),
    ] = None,
) -> None:
    with reading(call) as reader:
        found = public_services(reader, stretch_said(reader, which))
        printed = services_page(reader, found)
    show_pages(
        call,
        [printed],
        data={
            "from": found.stretch.first.isoformat(),
            "to": found.last.isoformat(),
            **found.sums._asdict(),
            "items": [one._asdict() for one in found.items],
            "names_of_teams": list(found.teams),
        },
        template="服务公开",
    )
