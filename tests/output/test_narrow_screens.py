"""Screens of a few columns: everything is printed to its end, and nothing of it is lost."""

from __future__ import annotations

import io
from datetime import date

import pytest
from harness import Jinlin, Stream, seeded

from jinlin.core.call import Call, Environment
from jinlin.core.columns import Column, Kind
from jinlin.output.listing.listing import Listing, Record
from jinlin.output.listing.screen import show_listing, show_record

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


def test_a_heading_is_folded_between_its_words(bare: Jinlin) -> None:
    steps = ("branch first", "owners' vote", "decision posted", "result posted")
    wide = Listing(
        "chains",
        "Chains",
        (Column("text", "Matter decided"), *(Column(one, one) for one in steps)),
        [("南门花坛补种月季，周六一早栽" * 2, "M3/2", "not yet", "N1", "N2")],
    )
    for columns in range(46, 81):
        heads = " ".join(printed(bare, columns, wide).split("──")[0].split()[1:])
        assert all(word in heads.split() for one in steps for word in one.split()), columns


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


@seeded
def with_a_project(jinlin: Jinlin) -> Jinlin:
    """A project with a ballot and a receipt, money of the branch, and a notice."""
    jinlin("building", "add", "3", "--floors", "6", "--entrances", "1")
    for home in ("3-1-201", "3-1-301"):
        jinlin("household", "add", home, "--owner", "张小花", "--area", "80")
    for line in (
        "elevator add 3-1 --kind 更换 --responsible 林某 --started 2026-09-01",
        "elevator quote add 甲公司 45万", "elevator quote accept 1 --reason 价低",
        "elevator split --project X1 --save 第一版", "elevator adopt --yes",
        "elevator ballot open --closes 2026-12-15",
        "elevator account X1 --payee 林某 --account 工行6222 --handler 林秀英 --checker 陈国强",
        "elevator instalments X1 100%@签约@2026-11-20", "elevator pay 3-1-301 2万",
        "branch fund income --amount 500 --purse 党费 --from 社区 --for 拨付 --by 林秀英 --yes",
        "notice post 停水 --type 通知 --text 明天停水 --for 全体居民 --place 大厅",
    ):  # fmt: skip
        jinlin(*line.split())
    return jinlin


@pytest.mark.parametrize("columns", range(1, 31))
def test_papers_of_money_and_notices_do_too(with_a_project: Jinlin, columns: int) -> None:
    with_a_project.variables["COLUMNS"] = str(columns)
    for line in (
        "notice print N1", "elevator sheet 3-1-301", "elevator tally", "elevator receipt R1",
        "elevator ledger", "elevator disclose", "branch fund show F1", "report quarterly",
        "household consent-form 3-1-301",
    ):  # fmt: skip
        assert with_a_project(*line.split()).out, line
