"""What a monthly report tells of works: as they stood when the month ended."""

from __future__ import annotations

from datetime import UTC, datetime

from harness import Jinlin, seeded
from project.works_on_record import go_to, open_works


@seeded
def works(jinlin: Jinlin) -> Jinlin:
    """In building since October; contract signed and a part of it paid in November."""
    open_works(jinlin)
    go_to(jinlin, "施工", "--with", "杨卫国", "--date", "2026-10-20")
    jinlin("project", "quote", "add", "甲公司", "8.2万", "--date", "2026-10-25")
    jinlin("project", "quote", "accept", "1", "--reason", "报价低", "--fewer", "只有一家报价")
    jinlin("project", "note", "合同2026-8号", "--done", "合同")
    jinlin("branch", "fund", "income", "5万", "启动经费", "--from", "街道", "--for", "启动")
    jinlin("branch", "fund", "spend", "4万", "启动经费", "--to", "甲公司", "--for", "改造", "--by",
           "杨卫国", "--approved-by", "林秀英", "--about", "G1")  # fmt: skip
    go_to(jinlin, "验收")
    return jinlin


def test_stage_members_and_money_are_those_of_the_last_day(works: Jinlin) -> None:
    october = works("report", "monthly", "10", "--json").data["works"]
    assert october == [
        {
            "number": "G1", "title": "2号楼架空层改造", "stage": "works", "since": "2026-10-20",
            "ended_on": None, "members": ["杨卫国"], "budget_fen": 8_600_000,
            "contract_fen": None, "paid_fen": 0,
        }
    ]  # fmt: skip
    page = works("report", "monthly", "10").out.replace("\n", "")
    assert "2号楼架空层改造，截至10月31日处于“施工”阶段，支部杨卫国参加；预算8.6万元。" in page
    works.now = datetime(2026, 12, 2, 4, tzinfo=UTC)
    [november] = works("report", "monthly", "11", "--json").data["works"]
    assert (november["stage"], november["members"]) == ("acceptance", [])
    assert (november["contract_fen"], november["paid_fen"]) == (8_200_000, 4_000_000)
    assert works("report", "monthly", "8", "--json").data["works"] == []


def test_what_is_posted_names_nobody(works: Jinlin) -> None:
    [told] = works("report", "monthly", "10", "--public", "--json").data["works"]
    assert told["members"] == []
    page = works("report", "monthly", "10", "--public").out.replace("\n", "")
    assert "处于“施工”阶段；预算8.6万元。" in page
    assert "杨卫国" not in page


def test_the_full_edition_has_a_table_of_their_progress(works: Jinlin) -> None:
    page = works("report", "monthly", "10", "--full", "--md").out
    assert "小区项目进度表" in page
    assert "86,000.00" in page


def test_what_was_given_up_is_told_once(works: Jinlin) -> None:
    works("project", "end", "--reason", "业主不同意")
    works.now = datetime(2027, 1, 5, 4, tzinfo=UTC)
    page = works("report", "monthly", "2026-11").out.replace("\n", "")
    assert "2号楼架空层改造，已于2026年11月5日终止。" in page
    assert works("report", "monthly", "2026-12", "--json").data["works"] == []


def test_who_is_called_as_a_piece_of_a_firm_s_name_stays_a_person(works: Jinlin) -> None:
    works("project", "quote", "add", "欧阳建国装修工程队", "9.9万")
    works("project", "quote", "add", "福建闽电车棚有限公司", "9万")
    for name in ("欧阳建国", "闽电车棚"):
        works(
            "branch", "fund", "income", "500", "共建资助", "--from", name, "--for", "捐款", "--yes"
        )
    kinds = [one["counterparty_kind"] for one in works("branch", "fund", "list", "--json").data]
    assert kinds[:2] == ["organisation", "person"]
