"""`jinlin report list`."""

from __future__ import annotations

from jinlin.core.call import Call
from jinlin.output.delivery.show import show
from jinlin.output.listing.filter import FilterWords
from jinlin.report.edition.filed_pages import filed_listing
from jinlin.report.edition.filed_reports import PERIODS, all_filed
from jinlin.store.command.command import reading


def list_(call: Call, asked: FilterWords) -> None:
    with reading(call) as reader:
        found = all_filed(reader, PERIODS.condition(reader, asked))
        clock = reader.clock
    show(call, filed_listing(found, clock))
