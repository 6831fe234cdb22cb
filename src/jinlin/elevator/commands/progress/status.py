"""`jinlin elevator status`: where a project stands."""

from __future__ import annotations

from typing import Any

from jinlin.core.call import Call
from jinlin.core.i18n import _
from jinlin.elevator.commands import shared
from jinlin.elevator.progress.status import project_status
from jinlin.elevator.project.projects import project, projects
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Listing
from jinlin.store.command.command import reading


def status(call: Call, number: shared.Number = None) -> None:
    from jinlin.elevator.progress.pages import status_record, statuses_listing

    with reading(call) as reader:
        going_on = projects(reader, open_only=True)
        if number is None and len(going_on) != 1:
            what: Any = statuses_listing([project_status(reader, one) for one in going_on])
        else:
            what = status_record(project_status(reader, project(reader, number)))
    show(call, what)
    if isinstance(what, Listing) and going_on and not call.json:
        call.tell(
            _("One by itself: jinlin elevator status {number}").format(number=going_on[0].label)
        )
