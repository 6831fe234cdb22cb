"""A day without a year: never silently last year's, asked about on a terminal, told in the answer."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from elevator.adopted import with_account
from harness import Jinlin, seeded

FIVE_DAYS_AHEAD = "11-20"


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    """14 November 2026: a lift with its account, a purse, a member, an issue."""
    jinlin.now = datetime(2026, 9, 1, 4, tzinfo=UTC)
    with_account(jinlin)
    jinlin("elevator", "edit", "X1", "--started", "2026-09-01")
    jinlin("elevator", "pay", "3-1-502", "42000", "--yes")
    jinlin("elevator", "subsidy", "add", "3万", "--text", "国债补贴")
    jinlin(
        "branch",
        "fund",
        "income",
        *GRANT,
        "--from",
        "街道党工委",
        "--for",
        "启动",
        "--amount",
        "5万",
    )
    jinlin("member", "add", "李华")
    jinlin("issue", "add", "路灯不亮", "--category", "公共照明")
    jinlin.now = datetime(2026, 11, 14, 4, tzinfo=UTC)
    return jinlin


GRANT = ("--purse", "启动经费")
MONEY = (
    ("elevator", "pay", "3-1-602", "100", "--date"),
    ("elevator", "spend", "X1", "100", "--to", "甲公司", "--for", "款", "--date"),
    ("elevator", "income", "X1", "100", "--as", "利息", "--from", "银行", "--date"),
    ("elevator", "refund", "3-1-502", "100", "--date"),
    ("elevator", "reverse", "R1", "--reason", "记错", "--date"),
    ("elevator", "fund", "3-1-702", "--balance", "100", "--date"),
    ("elevator", "subsidy", "edit", "1", "--state", "已到账", "--date"),
    ("branch", "fund", "income", *GRANT, "--amount", "9", "--from", "甲", "--for", "乙", "--date"),
    ("branch", "fund", "spend", *GRANT, "--amount", "9", "--to", "甲", "--for", "乙", "--by", "丙",
     "--approved-by", "丁", "--date"),
    ("branch", "fund", "reverse", "F1", "--reason", "记错", "--date"),
)  # fmt: skip
OTHERS = (
    ("elevator", "running", "X1", "--power", "320", "12"),
    ("elevator", "add", "3-1", "--kind", "加装", "--started"),
    ("elevator", "stage", "X1", "验收", "--override", "材料另存", "--date"),
    ("issue", "add", "水管爆裂", "--category", "公共照明", "--date"),
    ("issue", "note", "1", "看过了", "--date"),
    ("issue", "close", "1", "--result", "修好了", "--date"),
    ("household", "visit", "3-1-502", "--by", "李华", "--met", "本人", "--date"),
    ("member", "report-in", "李华", "--employer", "市财政局", "--date"),
    ("notice", "post", "停电", "--type", "通知", "--text", "停电", "--for", "全体", "--place", "栏",
     "--signer", "党支部", "--date"),
)  # fmt: skip


@pytest.mark.parametrize("words", [*MONEY, *OTHERS], ids=lambda words: " ".join(words[:3]))
def test_what_lies_ahead_this_year_is_not_booked_last_year(
    house: Jinlin, words: tuple[str, ...]
) -> None:
    before = house.db.read_bytes()
    day = () if words[-1] == "12" else (FIVE_DAYS_AHEAD,)
    refused = house(*words, *day, code=2)
    for reading in ("2025-12", "2026-12") if not day else ("2025-11-20",):
        assert reading in refused.err
    assert "2026-11-20" not in refused.err.partition("。")[2]  # it is not offered
    assert house.db.read_bytes() == before


@pytest.mark.parametrize("words", MONEY, ids=lambda words: " ".join(words[:3]))
def test_every_answer_about_money_tells_the_day_it_booked(
    house: Jinlin, words: tuple[str, ...]
) -> None:
    taken = house(*words, "11-13", "--yes", code=None)
    if taken.code:  # nothing to pay back yet
        assert words[1] == "refund"
        return
    assert "2026-11-13" in taken.out
    assert "2026-11-13" not in taken.err


def test_other_answers_tell_the_day_as_it_was_read(house: Jinlin) -> None:
    told = house("issue", "add", "水管爆裂", "--category", "公共照明", "--date", "11-10")
    assert "2026-11-10" in told.out + told.err
    told = house("household", "visit", "3-1-502", "--by", "李华", "--met", "本人", "--date", "昨天")
    assert "2026-11-13" in told.out + told.err
    assert "2026-11-13" not in house("issue", "add", "灯", "--date", "11-13", "-q",
                                     "--category", "公共照明").err  # fmt: skip


def test_on_a_terminal_it_is_asked_which_one_is_meant(house: Jinlin) -> None:
    words = ("elevator", "pay", "3-1-602", "100", "--date", FIVE_DAYS_AHEAD)
    before = house.db.read_bytes()
    house(*words, typed="", code=130)
    asked = house(*words, typed="n\n", code=130)
    assert "2025-11-20" in asked.err
    assert "2026-11-20" not in asked.err
    house(*words, "--yes", typed="是\n", code=2)
    assert house.db.read_bytes() == before
    house("elevator", "edit", "X1", "--started", "2025-09-01")
    assert "2025-11-20" in house(*words, typed="是\n").out
    asked = house("issue", "add", "灯", "--category", "公共照明", "--date", FIVE_DAYS_AHEAD,
                  typed="y\n")  # fmt: skip
    assert "2025-11-20" in asked.err
    assert (
        house.sql("SELECT reported_at FROM issue ORDER BY id DESC")[0][0] == "2025-11-19T16:00:00Z"
    )


def test_where_both_years_may_be_meant_it_is_asked_which(house: Jinlin) -> None:
    asked = house("elevator", "running", "X1", "12", "--power", "320", typed="后年\n2026-12\n",
                  code=None)  # fmt: skip
    assert "2025-12" in asked.err
    assert "2026-12" in asked.out + asked.err


def test_an_import_that_takes_nothing_has_written_down_no_day(house: Jinlin) -> None:
    (house.folder / "流水.csv").write_text("日期,房号,金额\n2026-11-03,999,5\n", "utf-8")
    assert "日期记作" not in house("elevator", "import", "流水.csv", "--yes", code=5).err
    (house.folder / "流水.csv").write_text("日期,房号,金额\n11-03,3-1-601,5\n", "utf-8")
    assert "日期记作2026-11-03" in house("elevator", "import", "流水.csv", "--yes").err


def test_a_time_of_day_is_told_with_its_day(house: Jinlin) -> None:
    told = house("issue", "add", "灯", "--category", "公共照明", "--date", "11-12 9点")
    assert "2026-11-12 09:00" in told.out + told.err
    told = house("issue", "close", "2", "--result", "好了", "--date", "2026-11-13 18:00")
    assert "2026-11-13 18:00" in told.out + told.err


def test_which_one_is_meant_is_asked_before_anything_else(house: Jinlin) -> None:
    house("branch", "fund", "income", "--date", FIVE_DAYS_AHEAD,
          typed="是\n启动经费\n9\n街道\n拨款\n")  # fmt: skip
    assert house("branch", "fund", "list", "--json").data[-1]["day"] == "2025-11-20"
    asked = house("elevator", "spend", "X1", "100", "--date", "11-20", typed="是\n甲公司\n款\n",
                  code=1)  # fmt: skip
    assert "电梯 修改 X1 --开始日期 2025-11-20" in " ".join(asked.err.split())
    house("issue", "add", "--date", "11-20", typed="是\n灯坏\n公共照明\n\n\n\n\n")
    assert house.sql("SELECT title FROM issue ORDER BY id DESC")[0] == ("灯坏",)


def test_after_the_turn_of_the_year_last_december_is_meant_and_told(house: Jinlin) -> None:
    house.now = datetime(2027, 1, 5, 4, tzinfo=UTC)
    assert "2026-12-28" in house("elevator", "pay", "3-1-602", "100", "--date", "12-28").out
    told = house("issue", "add", "灯", "--category", "公共照明", "--date", "12-28")
    assert "2026-12-28" in told.out + told.err


def test_a_page_of_money_begins_on_a_day_that_is_clear(house: Jinlin) -> None:
    assert house("branch", "fund", "page", "--from", "12-01", code=2).err
    page = house("branch", "fund", "page", "--from", "10-01", "--to", "12-31").out
    assert "12月31日" in page


def test_no_money_is_entered_before_its_project_began(house: Jinlin) -> None:
    before = house.db.read_bytes()
    for words in (
        ("pay", "3-1-602", "100", "--date", "2026-08-31"),
        ("income", "X1", "100", "--as", "利息", "--from", "银行", "--date", "2026-08-31"),
        ("fund", "X1", "--by-area", "8万", "--record", "--date", "2026-08-31"),
        ("running", "X1", "2026-08", "--power", "320"),
        ("subsidy", "edit", "1", "--state", "已到账", "--date", "2026-08-31"),
    ):
        refused = house("elevator", *words, "--yes", code=1)
        assert "2026-09-01" in refused.err
        assert "电梯 修改 X1 --开始日期 2026-08-31" in refused.err
        assert house.db.read_bytes() == before


def test_a_project_that_began_earlier_takes_what_was_paid_then(house: Jinlin) -> None:
    edited = house("elevator", "edit", "X1", "--started", "2026-03-02", "--json").data
    assert edited["started_on"] == "2026-03-02"
    stages = house.sql("SELECT entered_on FROM elevator_stage ORDER BY id")
    assert stages[:2] == [("2026-03-02",), ("2026-09-01",)]
    house("elevator", "pay", "3-1-602", "100", "--date", "3-2")
    refused = house("elevator", "edit", "X1", "--started", "2026-03-03", code=1)
    assert "2026-03-02" in refused.err
    assert house("elevator", "edit", "X1", "--started", "2026-12-01", code=1).err
    house("undo", "--yes")
    house("undo", "--yes")
    assert house.sql("SELECT started_on FROM elevator_project") == [("2026-09-01",)]


def test_a_branch_has_no_purse_before_it_was_founded(house: Jinlin) -> None:
    words = ("branch", "fund", "income", "--amount", "9", "--from", "甲", "--for", "乙", "--date",
             "2026-02-28")  # fmt: skip
    house(*words, *GRANT)  # nobody has said when it was founded
    house("branch", "edit", "--founded", "2026-03")
    refused = house(*words, *GRANT, "--yes", code=1)
    assert "2026-03" in refused.err
    assert "支部 修改 --成立日期 2026-02-28" in refused.err
    house(*words, "--purse", "公共收益")  # the owners' money is older than the branch
    house(*words[:-1], "2026-03-01", *GRANT)
