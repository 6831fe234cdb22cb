"""Satisfaction calls on a form: whom to call, and what they said."""

from __future__ import annotations

from datetime import timedelta

from forms import choices_of, fill, rows_of
from harness import Jinlin, seeded
from issue.adding import Add


@seeded
def called(jinlin: Jinlin, add: Add) -> Jinlin:
    """Four issues closed eight days ago, one of them secret, and one that is open."""
    for title, *words in (
        ("路灯不亮", "--reporter", "王小明", "--reporter-phone", "13805911234"),
        ("电梯异响", "--category", "电梯运行故障"),
        ("门禁坏了",),
        ("楼下家暴", "--category", "人身侵害线索"),
        ("井盖松动",),
    ):
        add(title, *words)
    for number in ("1", "2", "3", "4"):
        jinlin("issue", "close", number, "--result", "已处理")
    jinlin.now += timedelta(days=8)
    return jinlin


def test_a_form_names_whom_to_call_masked_and_nothing_secret(called: Jinlin) -> None:
    written = called("issue", "rate", "template", "-o", "回访.xlsx")
    assert "填好后导入：jinlin 事项 回访 导入 回访.xlsx" in written.err
    rows = rows_of(called, "回访.xlsx")
    assert [row["事项"] for row in rows] == ["路灯不亮", "电梯异响", "门禁坏了"]
    assert (rows[0]["反映人"], rows[0]["联系电话"]) == ("王**", "138****1234")
    assert choices_of(called, "回访.xlsx") == {"满意度": ["满意", "基本满意", "不满意", "未联系上"]}
    words = ("issue", "rate", "template", "--unmask", "-o", "电话.xlsx")
    called(*words, code=2)
    called(*words, "--yes")
    assert rows_of(called, "电话.xlsx")[0]["联系电话"] == "13805911234"
    assert "电话.xlsx" in called("log", "--json").data[0]["did"]


def test_a_half_filled_form_is_taken_once_and_undone_as_one(called: Jinlin) -> None:
    called("issue", "rate", "template", "-o", "回访.xlsx")
    fill(
        called,
        "回访.xlsx",
        {
            "2026-0001": {"满意度": "满意"},
            "2026-0002": {"满意度": "未联系上"},
        },
    )
    before = called.dump()
    got = called("issue", "rate", "import", "回访.xlsx", "--yes", "--json").data
    assert (got["added"], got["changed"], got["unchanged"]) == (0, 1, 1)
    [note] = got["notes"]
    assert "2026-0003" in note
    assert "2026-0002" not in note
    taken = called.dump()
    again = called("issue", "rate", "import", "回访.xlsx", "--yes", "--json").data
    assert (again["changed"], called.dump()) == (0, taken)
    assert called("issue", "show", "1", "--json").data["satisfaction"] == "satisfied"
    called("undo", "--yes")
    assert called.dump() == before


def test_what_cannot_be_recorded_is_refused_with_its_row_and_column(called: Jinlin) -> None:
    called("issue", "rate", "template", "-o", "回访.xlsx")
    fill(
        called,
        "回访.xlsx",
        {
            "2026-0001": {"满意度": "还行吧"},
            "2026-0002": {"满意度": "不满意"},
            "2026-0003": {"理由": "拖得久"},
        },
        added=[
            {"事项编号": "2026-0005", "满意度": "满意"},
            {"事项编号": "12", "满意度": "满意"},
            {"事项编号": "2026-0002", "满意度": "不满意", "理由": "拖得久"},
            {"事项编号": "2026-0002", "满意度": "满意"},
        ],
    )
    got = called("issue", "rate", "import", "回访.xlsx", "--yes", "--json", code=5).data
    assert [(one["row"], one["column"]) for one in got["rejected"]] == [
        (3, "满意度"), (4, "理由"), (5, "满意度"), (6, "事项编号"), (7, "事项编号"), (9, "事项编号"),
    ]  # fmt: skip
    assert got["changed"] == 1
    assert called("issue", "show", "2", "--json").data["satisfaction_reason"] == "拖得久"


def test_another_complex_s_form_is_refused_and_a_renamed_header_named(called: Jinlin) -> None:
    called("issue", "rate", "template", "-o", "回访.xlsx")
    fill(called, "回访.xlsx", {"2026-0001": {"满意度": "满意"}}, renamed={"满意度": "她怎么说"})
    called("issue", "rate", "import", "回访.xlsx", "--yes", code=5)
    words = ("issue", "rate", "import", "回访.xlsx", "--map", "她怎么说=满意度", "--yes", "--json")
    assert called(*words, "--dry-run").data["changed"] == 1
    fill(called, "回访.xlsx", {"2026-0001": {"表号": "桂苑小区-R"}})
    assert "桂苑小区-R" in called(*words, code=5).err
