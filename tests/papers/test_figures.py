"""The figures of a month's issues add up wherever they stand, and are the same everywhere."""

from __future__ import annotations

import re
import shlex
import shutil
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

import pytest
from example_year.year import CHINA, TODAY
from harness import Jinlin

MONTH: Final = "2026-10"
TURNS: Final = (
    "事项 重开 5 --原因 又返味",
    "事项 不予受理 23 --原因 属合同纠纷，请走司法途径",
    "事项 新增 草坪又见白蚁 --类别 绿化与虫害",
    "事项 合并 48 41",
)
"""What the year has none of: an issue opened again, one declined, one merged."""
COLUMNS: Final = {
    "结转": "carried_over", "收到": "received", "受理": "received", "重开": "reopened",
    "办结": "closed", "解决": "closed_solved", "未解决": "closed_unsolved",
    "不受理": "declined", "并入": "merged", "在办": "open",
}  # fmt: skip
"""The figures that add up, by what stands above them."""
CAME: Final = ("carried_over", "received", "reopened")
WAYS: Final = ("closed_solved", "closed_unsolved", "declined", "merged")
PLACES: Final = {
    "月报": f"报告 月报 {MONTH}",
    "月报-完整": f"报告 月报 {MONTH} --完整",
    "月报-公开版": f"报告 月报 {MONTH} --公开",
    "公开-事项": "公示 打印 {notice}",
    "表-事项统计": f"事项 统计 --月份 {MONTH}",
    "表-事项统计-楼栋": f"事项 统计 --月份 {MONTH} --按 楼栋",
}
REPORTED: Final = (
    r"受理群众诉求(?P<received>\d+)件（上月结转(?P<carried_over>\d+)件(、重开(?P<reopened>\d+)件)?）"
    r"，办结(?P<closed>\d+)件.*月末在办(?P<open>\d+)件"
)
POSTED: Final = (
    r"结转(?P<carried_over>\d+)件、收到(?P<received>\d+)件(、重开(?P<reopened>\d+)件)?"
    r"；办结(?P<closed>\d+)件.*尚在办理(?P<open>\d+)件"
)
SENTENCES: Final = {
    "月报": REPORTED,
    "月报-完整": REPORTED,
    "月报-公开版": REPORTED,
    "公开-事项": POSTED,
}

Row = dict[str, int]


class Said(NamedTuple):
    """What is said of the month: the pages by their names, and what programs read."""

    pages: dict[str, str]
    report: dict[str, Any]
    stats: list[dict[str, Any]]


@pytest.fixture(scope="module", params=[(), TURNS], ids=["as typed", "with turns"])
def said(
    request: pytest.FixtureRequest, lived: Path, tmp_path_factory: pytest.TempPathFactory
) -> Said:
    place = tmp_path_factory.mktemp("turned") / "year"
    shutil.copytree(lived, place)
    jinlin = Jinlin(place, datetime(2026, 10, 31, 12, tzinfo=CHINA))
    for line in request.param:
        jinlin(*shlex.split(line), "--yes")
    jinlin.now = TODAY
    posting = (
        f"公示 张贴 --取自 事项 --哪个 {MONTH} --地点 小区公示栏 --日期 2026-11-03 --json --yes"
    )
    notice = jinlin(*posting.split()).data["number"]
    pages = {
        name: jinlin(*line.format(notice=notice).split(), "--md").out
        for name, line in PLACES.items()
    }
    report = jinlin("report", "monthly", MONTH, "--json").data
    return Said(pages, report, jinlin("issue", "stats", "--month", MONTH, "--json").data)


def test_every_row_of_figures_adds_up(said: Said) -> None:
    stats = (_named_as_reported(row) for row in said.stats)
    rows = [
        *(row for page in said.pages.values() for table in _tables(page) for row in table.values()),
        *(said.report["issues"], *said.report["categories"], *said.report["buildings"], *stats),
    ]
    assert [row for row in rows if sum(row.get(key, 0) for key in CAME) != _went(row)] == []


def test_every_place_says_the_same_of_the_month(said: Said) -> None:
    month = {key: said.report["issues"][key] for key in ("closed", *COLUMNS.values())}
    assert _agrees(_named_as_reported(said.stats[-1]), month)
    for name, page in said.pages.items():
        tables = _tables(page)
        assert tables, name
        for table in tables:
            total = table.pop("合计", None)
            summed = {
                key: sum(row[key] for row in table.values()) for key in next(iter(table.values()))
            }
            assert total in (None, summed), name
            assert _agrees(summed, month), name


@pytest.mark.parametrize("name", SENTENCES)
def test_what_a_page_tells_in_a_sentence_is_what_its_table_says(name: str, said: Said) -> None:
    found = re.search(SENTENCES[name], said.pages[name])
    assert found is not None
    told = {key: int(count or 0) for key, count in found.groupdict().items()}
    assert told == {key: said.report["issues"][key] for key in told}


def _tables(page: str) -> list[dict[str, Row]]:
    """Return the tables of a page that have figures of this kind: their rows by their names."""
    tables: list[dict[str, Row]] = []
    for lines in re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE):
        headings, _rule, *rows = (
            [cell.strip() for cell in line.split("|")[1:-1]] for line in lines.splitlines()
        )
        if {"结转", "在办"} <= set(headings):
            tables.append(
                {
                    row[0]: {
                        COLUMNS[heading]: int(cell or 0)
                        for heading, cell in zip(headings, row, strict=True)
                        if heading in COLUMNS
                    }
                    for row in rows
                }
            )
    return tables


def _named_as_reported(row: dict[str, Any]) -> Row:
    """Return a row of `issue stats`, its figures called as in a report."""
    own = {"closed_solved": "solved", "closed_unsolved": "unsolved"}
    return {key: row[own.get(key, key)] for key in (*CAME, *WAYS, "open")}


def _went(row: Row) -> int:
    return row["open"] + row.get("closed", sum(row.get(way, 0) for way in WAYS))


def _agrees(row: Row, month: Row) -> bool:
    return row == {key: month[key] for key in row}
