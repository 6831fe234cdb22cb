"""移交清单: one page on which two secretaries sign that the work has changed hands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from jinlin.core.i18n import N_, _
from jinlin.documents.page import BLANK, Block, Field, Heading, Page, Paragraph, Table
from jinlin.report.handover.handover import Handover

TO_DO: Final = 30
"""The place of what is to be carried out among the parts that rooms hand over."""
THINGS: Final = (
    N_("seal of the branch"),
    N_("passbooks and vouchers of the purses"),
    N_("keys of rooms and cabinets"),
    N_("minute books and Party files"),
    N_("this computer and its passwords"),
    N_("passphrase of the encrypted backups"),
)
"""What somebody holds in her hands; no database knows where it is."""


def handover_page(
    what: Handover, *, backup: str = "", digest: str = "", wrong: Sequence[str] = ()
) -> Page:
    """Return the page.

    Args:
        what: what is handed over.
        backup: the name of the checked backup that belongs to it; empty where none was made.
        digest: its SHA-256.
        wrong: what a check of the data found wrong.
    """
    return Page(
        title=_("List of what is handed over"),
        above=(what.whose,),
        below=(_("{complex}, {day}").format(complex=what.complex, day=what.day),),
        blocks=(
            *(block for part in what.parts if part.rank < TO_DO for block in part.blocks),
            *_to_do(what),
            *(block for part in what.parts if part.rank >= TO_DO for block in part.blocks),
            *_data(what, backup, digest, wrong),
            *_things(what),
            *_signatures(what),
        ),
    )


def _to_do(what: Handover) -> Iterator[Block]:
    yield Heading(_("Projects and resolutions to be carried out"))
    rows = tuple(row for part in what.parts for row in part.to_do)
    if not rows:
        yield Paragraph(_("There are none."))
        return
    yield Table(
        headings=(
            _("Number"),
            _("Project or resolution"),
            _("Who carries it out"),
            _("Amount or day"),
        ),
        rows=rows,
        widths=(14, 48, 18, 20),
    )


def _data(what: Handover, backup: str, digest: str, wrong: Sequence[str]) -> Iterator[Block]:
    yield Heading(_("Data and papers"))
    counts = _(", ").join(
        _("{what} {count}").format(what=_(label), count=what.counts[table])
        for table, label in what.registers.items()
    )
    yield Field(_("Registers"), counts)
    yield Field(_("Vouchers kept as files"), str(what.papers))
    yield Field(
        _("Record"),
        _("{count} commands, checksum {checksum}").format(
            count=what.entries, checksum=what.checksum
        ),
    )
    if wrong:
        yield Field(_("The data did not pass the check"), _("; ").join(wrong))
    if backup:
        yield Field(_("Backup") if wrong else _("Checked backup"), backup)
        yield Field("SHA-256", f"{digest[:32]} {digest[32:]}")


def _things(what: Handover) -> Iterator[Block]:
    yield Heading(_("Things, and who holds them"))
    rows = [(_(thing), "", "") for thing in THINGS]
    rows += [(*thing, "") for part in what.parts for thing in part.things]
    yield Table(
        headings=(_("Thing"), _("Where"), _("Who holds it now")),
        rows=tuple(rows),
        widths=(40, 30, 30),
        tall=True,
    )


def _signatures(what: Handover) -> Iterator[Block]:
    yield Paragraph(_("All of the above was handed over and received, and looked at together."))
    yield Field(_("Handed over by"), f"{what.author} {BLANK}".strip())
    yield Field(_("Received by"), BLANK)
    yield Field(_("In the presence of"), BLANK)
    yield Field(_("Date"), BLANK)
