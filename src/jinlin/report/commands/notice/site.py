"""`jinlin notice site`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.issue.privacy.publicity import KeptBack
from jinlin.issue.record.categories import category_label
from jinlin.output.command.kinds import FOLDER
from jinlin.output.delivery.show import done
from jinlin.report.site.content import site_content
from jinlin.report.site.folder import check_folder, write_site
from jinlin.report.site.pages import site_pages
from jinlin.store.command.command import reading


def site(
    call: Call,
    folder: Annotated[
        str,
        FOLDER.argument(help=N_("A new folder, or the site written before.")),
    ],
) -> None:
    target = call.environment.path(folder).absolute()
    check_folder(target)
    with reading(call) as reader:
        found = site_content(reader)
    _tell_left_out(call, found.kept)
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


def _tell_left_out(call: Call, kept: Mapping[str, KeptBack]) -> None:
    """Tell the secretary what is not shown at all, and why.

    Args:
        call: the command.
        kept: by the number of a notice what it is about.
    """
    for label, one in kept.items():
        call.tell(
            _("{records} is left out: issue {number} ({category}) is not public.").format(
                records=label, number=one.number, category=category_label(one.category)
            ),
        )
