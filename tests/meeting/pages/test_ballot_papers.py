"""`jinlin meeting ballot-paper` and `election-paper`: what owners and electors mark."""

from __future__ import annotations

from pathlib import Path

import docx
from harness import Jinlin, seeded

HOMES = """楼栋,单元,房号,楼层,专有部分面积,面积来源,业主,使用状态
3,1,101,1,71.60,登记簿,王一,自住
3,1,102,1,89.50,登记簿,王二,自住
"""


@seeded
def assembly(jinlin: Jinlin) -> Jinlin:
    homes = Path(jinlin.folder / "房屋.csv")
    homes.write_text(HOMES, "utf-8")
    jinlin("building", "add", "3", "--floors", "2", "--entrances", "1")
    jinlin("household", "import", homes, "--yes", "--source", "物业移交", "--basis", "业主同意")
    jinlin("meeting", "add", "--type", "业主大会", "--time", "2026-11-20 9:00", "--item",
           "使用维修资金修外墙", "--item", "更名")  # fmt: skip
    return jinlin


def test_each_home_has_a_paper_with_its_area_the_law_and_what_is_needed(assembly: Jinlin) -> None:
    words = ("ballot-paper", "M1", "--item", "1", "--closes", "2026-11-27", "--all")
    page = assembly("meeting", *words, "--md").out
    assert page.count("# ") == 2
    for said in ("3-1-101", "71.60平方米", "3-1-102", "89.50平方米",
                 "《中华人民共和国民法典》第二百七十八条", "三分之二以上", "□同意",
                 "2026年11月20日至11月27日", "业主委员会（盖章）"):  # fmt: skip
        assert said in page
    assert "王一" not in page, "the paper is of a home; its owner signs"
    assert assembly("meeting", *words, "--json").data["papers"] == 2


def test_without_homes_it_is_a_sample_and_every_item_says_what_it_is(assembly: Jinlin) -> None:
    before = assembly.db.read_bytes()
    said = assembly("meeting", "ballot-paper", "M1", code=1).err
    assert "--事项" in said
    page = assembly("meeting", "ballot-paper", "M1", "--matter", "其他").out
    assert "房号：＿" in page
    assert page.count("□同意") == 2
    assert assembly.db.read_bytes() == before


def test_a_meeting_of_others_has_no_owners_paper(held: Jinlin) -> None:
    assert "不是业主大会" in held("meeting", "ballot-paper", "M1", code=1).err


def test_the_paper_of_an_election_has_the_candidates_in_order_and_free_rows(held: Jinlin) -> None:
    held(
        "meeting", "election-paper", "M1", "1", "陈建国", "林秀英", "--seats", "2", "-o", "选.docx"
    )
    [table] = docx.Document(str(held.folder / "选.docx")).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert [row[1] for row in rows] == ["候选人", "陈建国", "林秀英", "", ""]
    page = held("meeting", "election-paper", "M1", "1", "陈建国").out
    assert "应选1名" in page
    assert "无效" in page
    assert "（盖章）" in page
