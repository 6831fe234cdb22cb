"""`jinlin notice site`."""

from __future__ import annotations

from typing import Annotated

import typer

from jinlin.core.i18n import _
from jinlin.meeting.commands.withheld import tell_left_out
from jinlin.output.command.grammar import called
from jinlin.output.delivery.show import done
from jinlin.report.site.content import site_content
from jinlin.report.site.folder import check_folder, write_site
from jinlin.report.site.pages import site_pages
from jinlin.store.command.command import reading


def site(
    ctx: typer.Context,
    folder: Annotated[
        str,
        typer.Argument(metavar=_("FOLDER"), help=_("A new folder, or the site written before.")),
    ],
) -> None:
    call = called(ctx)
    target = call.environment.path(folder).absolute()
    check_folder(target)
    with reading(call) as reader:
        found = site_content(reader)
    tell_left_out(call, found.kept)
    pages = list(site_pages(found))
    if not call.dry_run:
        write_site(target, pages)
    counts = {
        "notices": len(found.posted),
        "issues": len(found.issues),
        "months": len(found.months),
        "questions": len(found.questions),
    }
    done(
        call,
        _(
            "{path}: {pages} pages, notices {notices}, issues {issues}, questions {questions}."
        ).format(path=target, pages=len(pages), **counts),
        number=str(target),
        data={"folder": str(target), "pages": [name for name, _content in pages], **counts},
    )
    call.tell(_("Open index.html in it with any browser; the folder may be copied anywhere."))
