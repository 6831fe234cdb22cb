"""`jinlin meeting ballot`: owners' decisions from lists of doors, by heads and area."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from harness import Jinlin, seeded

HEADER = "楼栋,单元,房号,楼层,专有部分面积,面积来源,业主,使用状态,电话\n"


def written(path: Path, rows: Iterable[str]) -> Path:
    path.write_text("\n".join(rows) + "\n", "utf-8")
    return path


@seeded
def owners(jinlin: Jinlin) -> Jinlin:
    """Thirty flats in two entrances of building 3, and an assembly announced in time.

    李多套 owns 101 and 102 of entrance 1; 801 and 802 of entrance 2 are the developer's.
    """
    rows = []
    for entrance in (1, 2):
        for floor in range(1, 9):
            for side in (1, 2):
                if (entrance, floor, side) in {(1, 8, 1), (1, 8, 2)}:
                    continue
                many = entrance == 1 and floor == 1
                unsold = entrance == 2 and floor == 8
                name = (
                    "李多套" if many else "" if unsold else f"王{'甲乙'[entrance - 1]}{floor}{side}"
                )
                name = name.translate(str.maketrans("12345678", "一二三四五六七八"))
                phone = "13805910000" if many else ""
                state = "开发商" if unsold else "自住"
                rows.append(
                    f"3,{entrance},{floor}0{side},{floor},71.60,登记簿,{name},{state},{phone}"
                )
    path = written(jinlin.folder / "房屋.csv", [HEADER.strip(), *rows])
    jinlin("building", "add", "3", "--floors", "8", "--entrances", "2")
    jinlin("household", "import", path, "--yes", "--source", "物业移交", "--basis", "业主同意")
    jinlin("meeting", "add", "--type", "业主大会", "--time", "2026-11-04 9:00",
           "--item", "使用维修资金更换电梯", "--item", "架空层改造")  # fmt: skip
    jinlin("meeting", "announce", "M1", "--date", "2026-10-15")
    return jinlin


def ballots(jinlin: Jinlin, name: str, entrance: int, answers: dict[str, str]) -> Path:
    """Write a list of one entrance; every door was served."""
    floors = range(1, 8 if entrance == 1 else 9)
    rooms = [f"{floor}0{side}" for floor in floors for side in (1, 2)]
    rows = [f"3,{entrance},{room},{answers.get(room, answers.get('*', ''))}" for room in rooms]
    return written(jinlin.folder / name, ["楼栋,单元,房号,表决意见", *rows])


def test_heads_and_area_are_counted_and_frozen(owners: Jinlin) -> None:
    one = ballots(owners, "一单元.csv", 1, {"*": "同意", "701": "不同意", "702": "弃权"})
    two = ballots(
        owners, "二单元.csv", 2, {"101": "同意", "102": "无效", "801": "同意", "802": "同意"}
    )
    row = owners("meeting", "ballot", "M1", "1", one, two, "--matter", "第5项", "--json").data
    found = row["owners"]
    assert found["entitled"] == {"heads": 28, "area_m2": "2148.00"}
    assert found["taken_part"] == {"heads": 15, "area_m2": "1217.20"}
    assert found["in_favour"] == {"heads": 13, "area_m2": "1074.00"}
    assert found["invalid_ballots"] == 1
    assert found["quorum"]["met"] is False
    assert found["quorum"]["short"] == {"heads": 4, "area_m2": "214.80"}
    assert row["verdict"] == "未通过：参与表决的不足，还差4户、面积214.80㎡。"
    assert [(box["label"], box["handed_out"], box["collected"]) for box in row["batches"]] == [
        ("一单元", 14, 14), ("二单元", 16, 4),
    ]  # fmt: skip
    owners("household", "edit", "3-1-701", "--area", "90.00")
    shown = owners("meeting", "votes", "M1", "V1", "--json").data
    heads = {line["who"]: (line["heads"], line["area_m2"]) for line in shown["heads_and_area"]}
    assert heads["应参与"] == (28, "2148.00"), "counted with the areas of that day"


def test_later_lists_are_added_by_a_correction(owners: Jinlin) -> None:
    one = ballots(owners, "一单元.csv", 1, {"*": "同意"})
    owners("meeting", "ballot", "M1", "1", one, "--matter", "use-of-fund")
    two = ballots(owners, "二单元.csv", 2, {"*": "同意", "801": "", "802": ""})
    words = ("--matter", "use-of-fund", "--revise", "V1", "--reason", "补录二单元")
    row = owners("meeting", "ballot", "M1", "1", two, *words, "--json").data
    assert (row["revision"], row["passed"]) == (2, True)
    assert row["owners"]["in_favour"] == {"heads": 27, "area_m2": "2004.80"}
    assert row["owners"]["unanimous"] is False
    assert [box["label"] for box in row["batches"]] == ["一单元", "二单元"]
    mended = ballots(owners, "一单元.csv", 1, {"*": "反对"})
    words = ("--matter", "use-of-fund", "--revise", "V1", "--reason", "一单元误录")
    row = owners("meeting", "ballot", "M1", "1", mended, *words, "--json").data
    assert row["owners"]["against"]["heads"] == 13
    assert [box["against"] for box in row["batches"]] == [0, 14]
    owners("undo", "--yes")
    assert owners("meeting", "votes", "M1", "--json").data[0]["revision"] == 2


def test_a_door_that_is_corrected_by_another_list_has_one_ballot(owners: Jinlin) -> None:
    one = ballots(owners, "一单元.csv", 1, {"*": "同意"})
    owners("meeting", "ballot", "M1", "1", one, "--matter", "use-of-fund")
    again = written(owners.folder / "更正.csv", ["楼栋,单元,房号,表决意见", "3,1,301,反对"])
    words = ("--matter", "use-of-fund", "--revise", "V1", "--reason", "301误录")
    row = owners("meeting", "ballot", "M1", "1", again, *words, "--json").data
    assert (row["handed_out"], row["collected"]) == (14, 14)
    assert row["owners"]["against"]["heads"] == 1


def test_what_was_added_after_opening_was_not_announced_before(owners: Jinlin) -> None:
    owners("meeting", "open", "M1", "--time", "9:00")
    owners("meeting", "item", "M1", "临时动议", "--reason", "有业主提出")
    before = owners.db.read_bytes()
    said = owners("meeting", "announce", "M1", "--date", "2026-10-15", "--item", "3", code=1).err
    assert "议题3是开会后增加的" in said
    owners("meeting", "announce", "M1", "--date", "2026-10-15", code=1)
    one = ballots(owners, "一单元.csv", 1, {"*": "同意"})
    owners("meeting", "ballot", "M1", "3", one, "--matter", "use-of-fund", code=1)
    assert owners.db.read_bytes() == before


def test_who_types_a_show_of_hands_is_told_the_command_for_ballots(owners: Jinlin) -> None:
    assert "jinlin 会议 业主表决" in owners("meeting", "vote", "M1", "1", "--for", "3", code=1).err


def test_areas_whose_basis_is_not_recorded_are_told(owners: Jinlin) -> None:
    one = ballots(owners, "一单元.csv", 1, {"*": "同意"})
    rehearsal = ("--matter", "use-of-fund", "--dry-run")
    assert "面积口径" not in owners("meeting", "ballot", "M1", "1", one, *rehearsal).err
    owners("household", "add", "3-1-801", "--area", "71.60", "--owner", "周新")
    assert "没有登记" in owners("meeting", "ballot", "M1", "1", one, *rehearsal).err


def test_the_matter_and_the_clause_are_locked_with_the_minutes(owners: Jinlin) -> None:
    one = ballots(owners, "一单元.csv", 1, {"*": "同意"})
    owners("meeting", "attend", "M1", "林秀英")
    seen = set()
    for matter in ("use-of-fund", "other-major"):
        owners("meeting", "ballot", "M1", "1", one, "--matter", matter,
               "--pass", ">1/2", "--source", "议事规则第12条")  # fmt: skip
        seen.add(owners("meeting", "confirm", "M1", "--yes", "--json").data["sha256"])
        owners("undo", "2", "--yes")
    assert len(seen) == 2


def test_what_owners_decided_is_posted_with_heads_area_and_basis(owners: Jinlin) -> None:
    one = ballots(owners, "一单元.csv", 1, {"*": "同意"})
    owners("meeting", "ballot", "M1", "1", one, "--matter", "use-of-fund")
    assert "未参与表决的业主中至少" in owners("meeting", "votes", "M1", "V1").out
    two = ballots(owners, "二单元.csv", 2, {"*": "同意"})
    owners("meeting", "ballot", "M1", "1", two, "--matter", "use-of-fund", "--revise", "V1",
           "--reason", "二单元交回")  # fmt: skip
    owners("meeting", "resolve", "M1", "更换", "--item", "1")
    page = "".join(owners("meeting", "publish", "M1").out.split())
    assert "依据：《中华人民共和国民法典》第二百七十八条、第二百八十一条" in page
    assert "同意28户（2148.00平方米）" in page
    assert "同意28户、反对0户、弃权0户，通过" in owners("meeting", "resolutions", "--csv").out
    owners("meeting", "attend", "M1", "林秀英")
    for paper in ("minutes", "publish"):
        assert "即可通过" not in owners("meeting", paper, "M1").out


def test_one_entrance_decides_alone(owners: Jinlin) -> None:
    one = ballots(owners, "一单元.csv", 1, {"*": "同意", "101": "反对"})
    row = owners("meeting", "ballot", "M1", "1", f"{one}:14/14", "--matter", "加装", "--building", "3",
                 "--entrance", "1", "--json").data  # fmt: skip
    assert row["owners"]["scope"] == "entrance"
    assert row["owners"]["entitled"]["heads"] == 13
    assert row["owners"]["divided_heads"] == 1
    assert row["passed"]
    assert row["rule"]["pass"] == ">=3/4"


def test_a_clause_about_silence_is_named_and_shown_apart(owners: Jinlin) -> None:
    one = ballots(owners, "一单元.csv", 1, {"101": "同意", "102": "同意", "201": "同意"})
    two = ballots(owners, "二单元.csv", 2, {"101": "反对"})
    clause = (
        "--silence",
        "计入多数",
        "--clause",
        "未交回的计入多数",
        "--clause-since",
        "2025-03-01",
    )
    words = ("M1", "1", one, two, "--matter", "使用维修资金")
    row = owners("meeting", "ballot", *words, *clause, "--json").data
    assert row["owners"]["deemed_as"] == "for"
    assert row["owners"]["deemed"]["heads"] == 25
    assert row["passed"]
    assert "条款原文：未交回的计入多数" in owners("meeting", "votes", "M1", "V1").out
    before = owners.db.read_bytes()
    said = owners(
        "meeting", "ballot", *words[:1], "2", *words[2:], *clause, "--building", "3", code=1
    )
    assert "只适用于业主大会" in said.err
    assert owners.db.read_bytes() == before


def test_another_share_needs_its_source(owners: Jinlin) -> None:
    one = ballots(owners, "一单元.csv", 1, {"*": "同意"})
    words = ("M1", "1", one, "--matter", "更换", "--building", "3", "--entrance", "1")
    told = owners("meeting", "ballot", *words, "--pass", ">1/2", "--source", "黄石做法", "--json")
    assert told.data["rule"] == {
        "quorum": ">=2/3", "pass": ">1/2", "base": "present", "source": "黄石做法", "confidence": "own",
    }  # fmt: skip
    assert "别处的做法：黄石" in told.err


@pytest.mark.parametrize(
    ("rows", "code", "said"),
    [
        (["楼栋,单元,房号,表决意见", "3,1,101,同意，但要降价"], 5, "不是表决意见"),
        (["楼栋,单元,房号,表决意见", "3,1,999,同意"], 5, "没有3-1-999"),
        (["楼栋,单元,房号,表决意见", "3,1,101,同意", "3,1,101,反对"], 5, "重复"),
        (["楼栋,房号,表决意见", "3,101,同意"], 5, "可能是"),
        (["楼栋,单元,房号,表决意见", "3,1,,同意"], 5, "没有填写"),
        (["楼栋,单元,房号", "3,1,101"], 5, "没有表决意见一列"),
        (["楼栋,单元,房号,表决意见"], 5, "没有表决票"),
    ],
)
def test_a_list_that_cannot_be_read_is_refused_row_by_row(
    owners: Jinlin, rows: list[str], code: int, said: str
) -> None:
    path = written(owners.folder / "表决.csv", rows)
    before = owners.db.read_bytes()
    outcome = owners("meeting", "ballot", "M1", "1", path, "--matter", "使用维修资金", code=code)
    assert said in outcome.err
    assert owners.db.read_bytes() == before


def test_lists_that_do_not_add_up_are_refused(owners: Jinlin) -> None:
    one = ballots(owners, "一单元.csv", 1, {"*": "同意", "101": ""})
    again = ballots(owners, "重复.csv", 1, {"*": "同意"})
    before = owners.db.read_bytes()
    for lists, code, said in (
        ([f"{one}:14/14"], 1, "清单收回13张，实际收回14张"),
        ([f"{one}:16/13"], 1, "清单发出14张，实际发出16张"),
        ([one, again], 1, "重复出现在两份清单：3-1-101"),
        ([owners.folder / "没有.csv"], 5, "没有.csv"),
    ):
        words = ("M1", "1", *lists, "--matter", "使用维修资金")
        assert said in owners("meeting", "ballot", *words, code=code).err
    assert owners.db.read_bytes() == before


def test_bad_words_are_refused_and_nothing_is_kept(owners: Jinlin) -> None:
    one = ballots(owners, "一单元.csv", 1, {"*": "同意"})
    before = owners.db.read_bytes()
    for words, code in (
        (("M1", "1", "--matter", "停车费"), 3),
        (("M1", "1", "--matter", "5", "--entrance", "1"), 2),
        (("M1", "1", "--matter", "5", "--building", "9"), 3),
        (("M1", "1", "--matter", "5", "--building", "3", "--entrance", "9"), 3),
        (("M1", "9", "--matter", "5"), 3),
        (("M1", "1", "--matter", "5", "--silence", "for"), 2),
        (
            (
                "M1",
                "1",
                "--matter",
                "5",
                "--silence",
                "没意见",
                "--clause",
                "x",
                "--clause-since",
                "2025-01-01",
            ),
            3,
        ),
        (("M1", "1", "--matter", "5", "--pass", "2/3"), 2),
        (("M1", "1", "--matter", "5", "--source", "x"), 2),
        (("M1", "1", "--matter", "5", "--pass", "很多", "--source", "x"), 2),
        (("M1", "1"), 2),
    ):
        owners("meeting", "ballot", *words[:2], one, *words[2:], code=code)
        assert owners.db.read_bytes() == before, words


def test_unknown_areas_stop_the_count_and_name_the_doors(owners: Jinlin) -> None:
    owners("household", "add", "3-1-801", "--floor", "8")
    one = ballots(owners, "一单元.csv", 1, {"*": "同意"})
    before = owners.db.read_bytes()
    said = owners("meeting", "ballot", "M1", "1", one, "--matter", "5", code=1).err
    assert "面积不明，无法计票：3-1-801" in said
    assert owners.db.read_bytes() == before


def test_nothing_is_voted_on_that_was_not_announced_in_time(owners: Jinlin) -> None:
    owners("meeting", "item", "M1", "临时动议", "--reason", "会上提出")
    one = ballots(owners, "一单元.csv", 1, {"*": "同意"})
    before = owners.db.read_bytes()
    said = owners("meeting", "ballot", "M1", "3", one, "--matter", "5", code=1).err
    assert "未提前公布" in said
    assert owners.db.read_bytes() == before
    late = owners("meeting", "announce", "M1", "--date", "2026-10-21", "--item", "3", "--json")
    assert late.data["days_missing"] == 1
    assert "晚了1天" in late.err
    refused = owners("meeting", "ballot", "M1", "3", one, "--matter", "5", code=1).err
    assert "不足15日" in refused
    assert "jinlin 会议 告知 M1 --议题 3 --日期 日期" in refused
    owners("meeting", "announce", "M1", "--date", "2026-10-20", "--item", "3")
    owners("meeting", "ballot", "M1", "3", one, "--matter", "5")


def test_an_announcement_is_of_a_day_that_was_before_the_meeting(owners: Jinlin) -> None:
    before = owners.db.read_bytes()
    for words, code in (
        (("--date", "2026-11-05", "--item", "1"), 1),
        (("--date", "2026-12-05", "--item", "1"), 1),
        ((), 1),
        (("--date", "2026-10-01"), 1),
        (("--date", "某天"), 2),
        (("--item", "9", "--date", "2026-10-01"), 3),
    ):
        owners("meeting", "announce", "M1", *words, code=code)
        assert owners.db.read_bytes() == before
    owners("undo")
    assert owners.sql("SELECT notified_on FROM meeting") == [(None,)]
    assert owners.sql("SELECT DISTINCT announced_on FROM agenda_item") == [(None,)]


def test_hands_do_not_decide_for_owners_and_a_council_only_advises(owners: Jinlin) -> None:
    one = ballots(owners, "一单元.csv", 1, {"*": "同意"})
    owners("meeting", "add", "--type", "邻里议事会", "--time", "2026-11-04 9:00", "--item", "x")
    before = owners.db.read_bytes()
    assert "按户数和面积" in owners("meeting", "vote", "M1", "1", "--for", "5", code=1).err
    said = owners("meeting", "ballot", "M2", "1", one, "--matter", "5", code=1).err
    assert "只是建议" in said
    assert owners.db.read_bytes() == before


def test_people_who_own_alone_and_together_are_pointed_out(owners: Jinlin) -> None:
    owners("household", "owner", "3-1-201", "王甲二一", "李多套@3")
    one = ballots(owners, "一单元.csv", 1, {"*": "同意"})
    told = owners("meeting", "ballot", "M1", "1", one, "--matter", "5").err
    assert "有1人既单独有房又与他人共有" in told


def test_the_matters_are_listed_with_what_they_need(bare: Jinlin) -> None:
    rows = bare("meeting", "matters", "--json").data
    assert {row["matter"]: row["pass"] for row in rows}["elevator_replacement"] == ">=3/4"
    assert any("黄石" in (row["other_practice"] or "") for row in rows)
