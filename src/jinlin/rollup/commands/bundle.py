"""`jinlin report bundle`."""

from __future__ import annotations

from typing import Annotated, Final

from jinlin.core.call import Call
from jinlin.core.columns import Column, Kind
from jinlin.core.days.stretch import Length, Stretch, stretch_with
from jinlin.core.files.filenames import ending_of
from jinlin.core.i18n import N_, _
from jinlin.core.said import Said
from jinlin.output.asking import confirm
from jinlin.output.delivery.files import tell_where, write_whole
from jinlin.output.delivery.saving import once_saved
from jinlin.output.delivery.show import show
from jinlin.output.listing.listing import Cell, Listing, Record
from jinlin.report.commands.kinds import MONTH
from jinlin.report.edition.filed_reports import file_report, last_filed
from jinlin.report.figures.queries import period_figures
from jinlin.rollup.labels import in_order, item_label, measure_labels, table_labels
from jinlin.rollup.monthly.bundles import MonthBundle, month_bundle
from jinlin.rollup.rules.cells import Key
from jinlin.rollup.rules.minisign import in_groups
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import Reader

_SLIP: Final = 16
"""So many signs of the digest stand on the slip."""


def bundle(
    call: Call,
    month: Annotated[
        Said[Stretch] | None,
        MONTH.argument(help=N_("Such as 2026-10; the month before if left out.")),
    ] = None,
) -> None:
    if call.output:
        ending_of(call.output, [".zip"])
    unfiled = _is_to_file(call, month)
    with once_saved(call) as held, writing(call) as tx:
        stretch = _stretch(tx, month)
        if unfiled:
            file_report(tx, period_figures(tx, stretch), signed_by=tx.user, reason=None)
            tx.begin_another()
        made = month_bundle(tx, stretch)
        path = call.output or made.file
        here = held.environment.path(path)
        if not (here.is_file() and here.read_bytes() == made.content):
            write_whole(held, path, made.write)
        show(held._replace(output=None), _slip(made))
    if not call.dry_run:
        tell_where(call, here)
    if made.first_key:
        call.tell(
            _(
                "A key was made that signs what is handed up. Read its fingerprint out to the"
                " street: {fingerprint}"
            ).format(fingerprint=made.key.public.fingerprint)
        )


def _stretch(reader: Reader, month: Said[Stretch] | None) -> Stretch:
    if month is not None:
        return month.on(reader.clock)
    return stretch_with(reader.clock.today, Length.MONTH).previous


def _is_to_file(call: Call, month: Said[Stretch] | None) -> bool:
    """Return whether the report is filed with it: not filed yet, and she agrees to it.

    Raises:
        KeyboardInterrupt: she does not agree.
    """
    if not (call.yes or call.environment.interactive):
        return False
    with reading(call) as reader:
        stretch = _stretch(reader, month)
        if stretch.last >= reader.clock.today or last_filed(reader, stretch) is not None:
            return False
    text = _("The report on {month} was not filed yet. It is filed as it stands now.")
    confirm(call, text.format(month=stretch))
    return True


def _slip(made: MonthBundle) -> Record:
    """Return what goes under the sealed report on paper, and every figure that leaves the house."""
    head = made.head
    return Record.of(
        title=_("Slip of what is handed up"),
        fields=[
            (Column(key="organisation", heading=_("Organisation code")), head.organisation),
            (Column(key="period", heading=_("Month")), head.period),
            (Column(key="revision", heading=_("Revision"), kind=Kind.INTEGER), head.revision),
            (
                Column(key="digest", heading=_("Check digits")),
                in_groups(made.digest[:_SLIP]),
            ),
            (
                Column(key="empty", heading=_("Nothing happened (零报告)"), kind=Kind.BOOLEAN),
                head.empty,
            ),
        ],
        listings=(_figures(made),),
        notes=(
            _(
                "Only numbers are in the file: no names, no homes, no texts. It may be sent by"
                " WeChat; nobody can change it on the way without being noticed."
            ),
        ),
    )


def _figures(made: MonthBundle) -> Listing:
    items = {key.item: item_label(key.table, key.item) for key in made.cells}
    cells: list[Cell[tuple[Key, int]]] = [
        Cell("table", _("Table"), lambda row: row[0].table, labels=table_labels()),
        Cell("item", _("Of which"), lambda row: row[0].item, labels=items),
        Cell("measure", _("Counted"), lambda row: row[0].measure, labels=measure_labels()),
        Cell("value", _("How many"), lambda row: row[1], Kind.INTEGER),
    ]
    return Listing.of(
        "cells", _("Figures handed up"), cells, sorted(made.cells.items(), key=in_order)
    )
