"""A filled sheet taken over: good rows in, bad rows told, each paper by itself."""

from __future__ import annotations

import openpyxl
from elevator.projects import DOORS, adopted
from harness import Jinlin, seeded


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    adopted(jinlin)
    return jinlin


def fill(jinlin: Jinlin, name: str, cells: dict[str, dict[str, object]]) -> None:
    """Fill in the cells of a list by door and heading."""
    book = openpyxl.load_workbook(jinlin.folder / name)
    sheet = book.worksheets[0]
    rows = list(sheet.iter_rows())
    start = next(n for n, row in enumerate(rows) if "完整地址" in [cell.value for cell in row])
    headings = {cell.value: place for place, cell in enumerate(rows[start])}
    for row in rows[start + 1 :]:
        for heading, value in cells.get(str(row[headings["完整地址"]].value), {}).items():
            row[headings[heading]].value = value
    book.save(jinlin.folder / name)


def test_the_list_comes_back_filled_in(house: Jinlin) -> None:
    house("elevator", "sheet", "--list", "-o", "汇总.xlsx")
    fill(
        house,
        "汇总.xlsx",
        {
            "3-1-502": {"表态": "同意", "走访人": "李华、王芳", "走访日期": "2026-11-04", "下次走访": "2026-11-20"},
            "3-1-501": {"表态": "不同意", "理由": "贵"},
            "3-1-401": {"表态": "不同意"},
            "3-1-402": {"表态": "√"},
            "3-1-302": {"表态": "也许吧"},
        },
    )  # fmt: skip
    outcome = house("elevator", "consult", "import", "汇总.xlsx", "--yes", "--json", code=5)
    assert outcome.data["added"] == 3
    assert outcome.data["unchanged"] == 0
    assert "9行" in outcome.data["notes"][0]
    assert [r["column"] for r in outcome.data["rejected"]] == ["表态", "表态"]
    rows = {r["household"]: r for r in house("elevator", "consult", "list", "--json").data}
    assert (rows["3-1-502"]["answer"], rows["3-1-502"]["next_on"]) == ("agree", "2026-11-20")
    assert (rows["3-1-501"]["answer"], rows["3-1-501"]["reason"]) == ("disagree", "贵")
    assert rows["3-1-402"]["answer"] == "agree"
    assert rows["3-1-401"]["answer"] is None
    again = house("elevator", "consult", "import", "汇总.xlsx", "--yes", "--json", code=5).data
    assert (again["added"], again["changed"]) == (0, 0)
    assert house.sql("SELECT visitors, visited_on FROM visit") == [("李华、王芳", "2026-11-04")]


def test_a_list_nobody_filled_in_changes_nothing(house: Jinlin) -> None:
    house("elevator", "sheet", "--list", "-o", "汇总.xlsx")
    before = house.db.read_bytes()
    got = house("elevator", "consult", "import", "汇总.xlsx", "--yes", "--json").data
    assert (got["added"], got["changed"], got["unchanged"]) == (0, 0, 0)
    assert "14行" in got["notes"][0]
    assert house.db.read_bytes() == before


def test_what_a_second_sheet_changes_is_said_from_what_to_what(house: Jinlin) -> None:
    sheet = house.folder / "表态.csv"
    for answer, reason, wanted in (
        ("同意", "", []),
        (
            "不同意",
            "太贵",
            [{"record": "3-1-502", "what": "Answer given agrees → disagrees; Reason"}],
        ),
    ):
        sheet.write_text(f"地址,表态,理由\n3-1-502,{answer},{reason}\n3-1-501,,\n", "utf-8")
        words = ("elevator", "consult", "import", sheet, "--yes", "--json")
        got = house(*words, lang="en").data
        assert got["changes"] == wanted
        assert "3-1-501" in got["notes"][0]


def test_votes_come_in_question_by_question(house: Jinlin) -> None:
    house("elevator", "ballot", "open", "--closes", "11-20")
    house("elevator", "sheet", "--list", "-o", "表决.xlsx")
    fill(
        house,
        "表决.xlsx",
        {
            "3-1-502": {"表态": "同意", "维修资金表态": "反对", "签字日期": "2026-11-05"},
            "3-1-501": {"表态": "附条件"},
            "3-1-402": {"维修资金表态": "弃权"},
            "3-1-401": {"表态": "同意", "签字人": "路人"},
            "3-1-302": {"表态": "同意", "签字人": "周丽", "授权委托书": "委托书7"},
        },
    )  # fmt: skip
    outcome = house("elevator", "ballot", "import", "表决.xlsx", "--yes", "--json", code=5)
    assert (outcome.data["added"], len(outcome.data["rejected"])) == (3, 2)
    rows = {r["household"]: r for r in house("elevator", "ballot", "list", "--json").data}
    assert (rows["3-1-502"]["scheme"], rows["3-1-502"]["fund"]) == ("for", "against")
    assert (rows["3-1-402"]["scheme"], rows["3-1-402"]["fund"]) == (None, "abstain")
    assert rows["3-1-302"]["scheme"] == "for"
    assert house.sql("SELECT signer, authority FROM elevator_vote WHERE signed_name = '周丽'") == [
        ("agent", "委托书7")
    ]
    again = house("elevator", "ballot", "import", "表决.xlsx", "--yes", "--json", code=5).data
    assert (again["added"], again["changed"]) == (0, 0)


def test_votes_need_an_open_ballot(house: Jinlin) -> None:
    (house.folder / "票.csv").write_text("地址,表态\n3-1-502,同意\n", "utf-8")
    house("elevator", "ballot", "import", "票.csv", "--yes", code=3)


def test_agreements_come_in_where_a_day_of_signing_stands(house: Jinlin) -> None:
    house("elevator", "sheet", "--list", "--for", "出资约定", "-o", "签约.xlsx")
    fill(
        house,
        "签约.xlsx",
        {"3-1-502": {"签字日期": "2026-11-05"}, "3-1-501": {"签字日期": "2026-12-30"}},
    )
    got = house("elevator", "agreement", "import", "签约.xlsx", "--yes", "--json", code=5).data
    assert (got["added"], len(got["rejected"])) == (1, 1)
    assert house("elevator", "tally", "--json").data["signed_doors"] == 1


def test_bad_sheets_are_told(house: Jinlin) -> None:
    for content, code in (
        ("地址,表态\n3-9-999,同意\n", 5),
        ("地址,表态\n3-1-502,同意\n502,不同意\n", 5),
        ("姓名,电话\n张三,1\n", 5),
        ("", 5),
    ):
        (house.folder / "坏.csv").write_text(content, "utf-8")
        house("elevator", "consult", "import", "坏.csv", "--yes", code=code)


def test_strict_takes_all_or_nothing(house: Jinlin) -> None:
    before = house.db.read_bytes()
    (house.folder / "坏.csv").write_text("地址,表态\n3-1-502,同意\n3-9-999,同意\n", "utf-8")
    house("elevator", "consult", "import", "坏.csv", "--yes", "--strict", code=5)
    assert house.db.read_bytes() == before


def test_an_import_is_one_step_back(house: Jinlin) -> None:
    before = house.dump()
    lines = ["地址,表态,走访人", *(f"{door},同意,李华、王芳" for door in DOORS)]
    (house.folder / "全.csv").write_text("\n".join(lines) + "\n", "utf-8")
    house("elevator", "consult", "import", "全.csv", "--yes")
    assert house("elevator", "tally", "--json").data["unanimous"] is True
    house("undo", "--yes")
    assert house.dump() == before
