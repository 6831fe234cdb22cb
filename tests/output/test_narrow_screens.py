"""Screens of a few columns: everything is printed to its end, and nothing of it is lost."""

from __future__ import annotations

import io
from datetime import date

import pytest
from harness import Jinlin, Stream, seeded

from jinlin.core.call import Call, Environment
from jinlin.core.columns import Column, Kind
from jinlin.output.listing import Listing, Record
from jinlin.output.screen import show_listing, show_record

TITLE = "路灯不亮说不完，no end of it"
LISTING = Listing(
    "issues",
    "事项",
    (
        Column("title", "标题"),
        Column("days", "天数", Kind.INTEGER),
        Column("on", "日期", Kind.DATE),
    ),
    [(TITLE, 120_000, date(2026, 11, 5))],
    notes=(TITLE,),
)
RECORD = Record.of(TITLE, [(Column("title", "标题"), TITLE)], (LISTING,), (TITLE,))


def printed(jinlin: Jinlin, columns: int, what: Listing | Record) -> str:
    stdout = Stream()
    call = Call(
        Environment(
            stdin=io.StringIO(), stdout=stdout, stderr=Stream(),
            variables={"COLUMNS": str(columns)}, folder=jinlin.folder, now=lambda: jinlin.now,
        )
    )  # fmt: skip
    if isinstance(what, Listing):
        show_listing(call, what)
    else:
        show_record(call, what)
    return stdout.written().decode()


def test_listings_and_records_end_at_every_width(bare: Jinlin) -> None:
    for columns in range(1, 31):
        listing, record = printed(bare, columns, LISTING), printed(bare, columns, RECORD)
        assert "120000" in listing, columns
        assert "2026-11-05" in listing, columns
        assert (listing.count("说"), record.count("说")) == (2, 5), columns


@seeded
def lived_in(jinlin: Jinlin) -> Jinlin:
    """A complex with a home, a meeting and an issue."""
    jinlin("building", "add", "3", "--floors", "6")
    jinlin("household", "add", "3-501", "--owner", "张小花")
    jinlin("meeting", "add", "支委会", "--type", "committee-meeting", "--time", "2026-11-04T19:30")
    jinlin("issue", "add", TITLE, "--category", "公共照明")
    return jinlin


@pytest.mark.parametrize("columns", range(1, 31))
def test_papers_and_pages_end_on_a_narrow_screen(lived_in: Jinlin, columns: int) -> None:
    lived_in.variables["COLUMNS"] = str(columns)
    for line in (
        "household consent-form", "household consent-form 3-501", "household show 3-501",
        "meeting minutes M1", "meeting signin M1", "report monthly", "report weekly", "today",
        "issue list", "issue list --help",
    ):  # fmt: skip
        assert lived_in(*line.split()).out, line
