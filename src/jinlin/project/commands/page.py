"""`jinlin project page`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_
from jinlin.output.command.kind import flag
from jinlin.output.delivery.page import show_pages
from jinlin.project.commands import shared
from jinlin.project.progress.comparison_page import comparison_page
from jinlin.project.progress.public_page import public_page
from jinlin.project.progress.status import works_status
from jinlin.project.record.projects import find_project
from jinlin.store.command.command import reading


def page_(
    call: Call,
    number: shared.Number = None,
    quotes: Annotated[
        bool,
        flag(
            "--quotes",
            "--比选",
            "--报价",
            help=N_("How the quotes were compared, with reasons; internal."),
        ),
    ] = False,
) -> None:
    with reading(call) as reader:
        project = find_project(reader, number)
        page = (
            comparison_page(reader, project)
            if quotes
            else public_page(reader, works_status(reader, project))
        )
    show_pages(
        call, [page], data=shared.as_json(project), template="比选记录" if quotes else "项目公开"
    )
