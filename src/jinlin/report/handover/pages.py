"""移交清单: what two secretaries sign when the work changes hands, every running thing on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from jinlin.core.days.written import day_words
from jinlin.core.i18n import N_, _
from jinlin.core.sentences import ordinal
from jinlin.documents.page import (
    BLANK,
    Block,
    Closing,
    Field,
    Form,
    Heading,
    Page,
    Paragraph,
    Table,
)
from jinlin.report.handover.handover import Handover

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
    parts = (
        *(block for part in what.parts for block in part.blocks),
        *_data(what, backup, digest, wrong),
        *_things(what),
    )
    return Page(
        title=_("List of what is handed over"),
        above=(what.whose,),
        below=(_("{complex}, {day}").format(complex=what.complex, day=day_words(what.day)),),
        blocks=(*_numbered(parts), *_signatures(what)),
        form=Form.SHEET,
    )


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks with their headings of the first level counted: 一、二、."""
    number = 0
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            number += 1
            text = _("{number}. {heading}").format(number=ordinal(number), heading=block.text)
            yield block._replace(text=text)
        else:
            yield block


def _data(what: Handover, backup: str, digest: str, wrong: Sequence[str]) -> Iterator[Block]:
    yield Heading(_("Data and papers"))
    counts = _(", ").join(
        _("{what} {count}").format(what=_(label), count=what.counts[table])
        for table, label in what.registers.items()
        if what.counts[table]
    )
    yield Field(_("Registers"), counts or _("none"))
    if what.papers:
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
    yield Heading(_("Things, and who keeps them"))
    rows = [(_(thing), "", "") for thing in THINGS]
    rows += [(*thing, "") for part in what.parts for thing in part.things]
    yield Table(
        headings=(_("Name of the thing"), _("Where it is kept"), _("Kept by")),
        rows=tuple(rows),
        widths=(40, 30, 30),
        tall=True,
    )


def _signatures(what: Handover) -> Iterator[Block]:
    yield Paragraph(_("All of the above was handed over and received, and looked at together."))
    yield Closing(
        tuple(
            _("{label}: {text}").format(label=label, text=f"{name}{BLANK}")
            for label, name in (
                (_("Handed over by"), f"{what.author}　" if what.author else ""),
                (_("Received by"), ""),
                (_("In the presence of"), ""),
                (_("Date"), ""),
            )
        ),
        left=True,
    )
