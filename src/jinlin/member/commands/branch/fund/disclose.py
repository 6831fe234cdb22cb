"""`jinlin branch fund disclose`."""

from __future__ import annotations

from typing import Annotated

from jinlin.core.call import Call
from jinlin.core.i18n import N_, _
from jinlin.member.commands.branch.fund.page import (
    TEMPLATE,
    From,
    OnlyPurse,
    To,
    disclosure,
    entries_meant,
    this_quarter,
)
from jinlin.member.fund import marks, queries
from jinlin.output.asking import confirm
from jinlin.output.command.kind import AskedFor
from jinlin.output.command.kinds import TEXT
from jinlin.output.delivery.page import check_page, show_pages
from jinlin.output.delivery.saving import once_saved
from jinlin.store.command.command import reading, writing

MANY = 3
"""What changes so many records asks first."""


def disclose(
    call: Call,
    *,
    from_: From = None,
    to: To = None,
    place: Annotated[
        str,
        TEXT.option(
            called=N_("PLACE"),
            help=N_("Where it is put up, such as 3号楼公示栏."),
            asked=AskedFor(N_("Where it is put up")),
        ),
    ],
    purse: OnlyPurse = None,
) -> None:
    check_page(call)
    with reading(call) as reader:
        wanted = entries_meant(reader.clock, from_, to, purse)
        open_ones = queries.count_entries(reader, wanted.condition & queries.UNDISCLOSED)
        hint = "" if from_ or to else this_quarter(reader, wanted)
    if open_ones >= MANY:
        confirm(
            call,
            _("Entries from {start} to {stop} to be marked as disclosed: {count}.").format(
                start=wanted.start, stop=wanted.stop, count=open_ones
            ),
        )
    with once_saved(call) as held, writing(call) as tx:
        marked = marks.disclose(tx, wanted, place=place)
        sheet, data = disclosure(tx, wanted)
        show_pages(
            held,
            [sheet],
            data={**data, "marked": [entry.label for entry in marked]},
            template=TEMPLATE,
        )
    call.tell(_("Marked as disclosed: {count}.").format(count=len(marked)))
    if hint:
        call.tell(hint)
    if call.dry_run:
        call.tell(_("This was a rehearsal (--dry-run): nothing was saved."))
    elif not call.output:
        call.tell(
            _(
                "For the board: jinlin branch fund page --from {start} --to {stop} -o 公开页.docx"
            ).format(start=wanted.start, stop=wanted.stop),
        )
