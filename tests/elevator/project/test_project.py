"""Projects, quotes, cost lines, versions and their adoption."""

from __future__ import annotations

import hashlib
from datetime import timedelta

from calls import call_in
from elevator.projects import adopted, amounts, next_version, project, stairwell
from harness import Jinlin, seeded

from jinlin.store.command.command import writing


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    project(jinlin)
    return jinlin


@seeded
def running(jinlin: Jinlin) -> Jinlin:
    adopted(jinlin)
    return jinlin


def test_a_project_is_opened_for_an_entrance_and_found_without_its_number(house: Jinlin) -> None:
    [row] = house("elevator", "projects", "--json").data
    assert (row["number"], row["place"], row["kind"], row["stage"]) == (
        "X1", "3-1", "replacement", "sounding",
    )  # fmt: skip
    assert house("elevator", "status", "--json").data["number"] == "X1"
    house("elevator", "edit", "--works-days", "90", "--contact", "业委会，1号楼101")
    shown = house("elevator", "show", "X1", "--json").data
    assert (shown["works_days"], shown["contact"]) == (90, "业委会，1号楼101")
    assert [stage["stage"] for stage in shown["stages"]] == ["sounding"]


def test_a_project_may_be_left_away_before_a_stage(house: Jinlin) -> None:
    for words in (("X1", "方案"), ("方案",), ("1", "方案")):
        told = house("elevator", "stage", *words, "--override", "先拟", "--dry-run", "--json")
        assert (told.data["number"], told.data["stage"]) == ("X1", "scheme")
    for missing in (("X1",), ()):
        assert "阶段" in house("elevator", "stage", *missing, "--json", code=2).error["message"]
    assert "读作" not in house("elevator", "stage", "方案", "--override", "先拟").err


def test_an_entrance_is_read_as_people_write_it(jinlin: Jinlin) -> None:
    stairwell(jinlin)
    words = ("--kind", "加装", "--dry-run", "--json")
    for place in ("3-1", "3号楼1单元", "3栋1单元", "3#1", "3-1单元"):
        got = jinlin("elevator", "add", place, *words).data
        assert (got["building"], got["entrance"]) == ("3", "1"), place


def test_one_entrance_has_one_project(house: Jinlin) -> None:
    before = house.db.read_bytes()
    err = house("elevator", "add", "3-1", "--kind", "加装", code=1).err
    assert "X1" in err
    assert house.db.read_bytes() == before
    house("elevator", "end", "--reason", "资金未落实")
    house("elevator", "add", "3-1", "--kind", "加装")
    assert house("elevator", "status", "--json").data["number"] == "X2"


def test_what_cannot_be_a_project_is_refused(jinlin: Jinlin) -> None:
    stairwell(jinlin)
    before = jinlin.db.read_bytes()
    for words, code in (
        (("3-9", "--kind", "更换"), 3),
        (("8-1", "--kind", "更换"), 3),
        (("3-1", "--kind", "修理"), 2),
        (("3-1",), 2),
        (("3-1", "--kind", "更换", "--responsible", "梅苑小区党支部"), 1),
        (("3-1", "--kind", "更换", "--responsible", "中共梅苑小区支部委员会"), 1),
        (("3-1", "--kind", "更换", "--started", "2026-12-01"), 1),
    ):
        jinlin("elevator", "add", *words, code=code)
        assert jinlin.db.read_bytes() == before, words


def test_an_entrance_must_be_named_where_there_are_several(jinlin: Jinlin) -> None:
    stairwell(jinlin)
    jinlin("building", "edit", "3", "--entrances", "2")
    jinlin("household", "add", "3-2-101", "--floor", "1", "--area", "90")
    assert "3-" in jinlin("elevator", "add", "3", "--kind", "更换", code=2).err


def test_without_a_project_or_with_several_the_number_is_asked_for(house: Jinlin) -> None:
    house("building", "edit", "3", "--entrances", "2")
    house("household", "add", "3-2-101", "--floor", "1", "--area", "90")
    house("elevator", "add", "3-2", "--kind", "更换")
    err = house("elevator", "quote", "add", "甲", "45万", code=3).err
    assert "X1" in err
    assert "X2" in err
    both = house("elevator", "status", "--json").data
    assert [row["number"] for row in both] == ["X2", "X1"]
    house("elevator", "status", "X9", code=3)


def test_no_project_yet(jinlin: Jinlin) -> None:
    assert jinlin("elevator", "projects", "--json").data == []
    assert jinlin("elevator", "status", "--json").data == []
    jinlin("elevator", "tally", code=3)


def test_the_history_says_what_was_done_and_undo_takes_it_back(house: Jinlin) -> None:
    before = house.dump()
    house("elevator", "quote", "add", "甲公司", "45万")
    house("elevator", "quote", "accept", "1")
    house("elevator", "cost", "add", "电力增容", "2万", "--source", "供电公司")
    said = house("log").out
    assert "X1" in said
    for _step in range(3):
        house("undo", "--yes")
    assert house.dump() == before


def test_quotes_stand_side_by_side_and_one_is_chosen(house: Jinlin) -> None:
    house("elevator", "quote", "add", "甲公司", "48万", "--date", "11-01", "--until", "12-31")
    house("elevator", "quote", "add", "乙公司", "45万", "--works-days", "60")
    rows = house("elevator", "quote", "list", "--json").data
    assert [(row["company"], row["above_lowest_fen"]) for row in rows] == [
        ("乙公司", None), ("甲公司", 3_000_000),
    ]  # fmt: skip
    assert house("elevator", "quote", "accept", "甲", "--json").data["total_fen"] == 48_000_000
    house("elevator", "quote", "accept", "甲", code=1)
    house("elevator", "quote", "remove", "甲公司", code=1)
    got = house("elevator", "quote", "accept", "2", "--reason", "价低", "--json").data
    assert got["total_fen"] == 45_000_000
    [line] = house("elevator", "cost", "--json").data
    assert (line["kind"], line["text"], line["amount_fen"]) == ("quote", "乙公司", 45_000_000)
    accepted = {
        row["company"]: row["accepted_on"] for row in house("elevator", "quote", "--json").data
    }
    assert accepted == {"乙公司": "2026-11-05", "甲公司": None}


def test_a_quote_that_is_over_is_not_chosen(house: Jinlin) -> None:
    house(
        "elevator",
        "quote",
        "add",
        "甲公司",
        "48万",
        "--date",
        "2026-09-01",
        "--until",
        "2026-11-30",
    )
    house.now += timedelta(days=60)
    assert "2026-11-30" in house("elevator", "quote", "accept", "1", code=1).err


def test_the_paper_of_a_quote_is_kept_by_path_and_digest(house: Jinlin) -> None:
    (house.folder / "报价.pdf").write_bytes(b"%PDF 1")
    house("elevator", "quote", "add", "甲公司", "48万", "--file", "报价.pdf")
    assert house.sql("SELECT file, sha256 FROM elevator_quote") == [
        ("报价.pdf", hashlib.sha256(b"%PDF 1").hexdigest())
    ]
    house("elevator", "quote", "add", "乙公司", "48万", "--file", "没有.pdf", code=5)


def test_cost_lines_are_dated_sourced_and_summed(house: Jinlin) -> None:
    house("elevator", "quote", "add", "甲公司", "45万")
    house("elevator", "quote", "accept", "1")
    house("elevator", "cost", "add", "电力增容", "2万", "--source", "供电公司报价单")
    house("elevator", "cost", "add", "旧梯残值", "5000", "--minus", "--source", "回收公司")
    got = house(
        "elevator", "cost", "add", "一层补偿", "3000", "--to", "101", "--source", "协议", "--json"
    )
    assert (got.data["kind"], got.data["household"], got.data["total_fen"]) == (
        "compensation", "3-1-101", 46_800_000,
    )  # fmt: skip
    house("elevator", "cost", "add", "别的", "1", code=2)  # where from?
    house("elevator", "cost", "add", "别的", "1", "--kind", "补偿", "--source", "x", code=1)
    house("elevator", "cost", "add", "别的", "1", "--kind", "报价", "--source", "x", code=1)
    house("elevator", "cost", "add", "别的", "99万", "--minus", "--source", "x", code=1)
    house("elevator", "cost", "remove", "1", code=1)  # the chosen quote
    house("elevator", "cost", "remove", "9", code=3)
    assert house("elevator", "cost", "remove", "2", "--json").data["total_fen"] == 44_800_000


def test_a_split_of_a_project_takes_its_cost_and_is_its_next_version(house: Jinlin) -> None:
    house("elevator", "quote", "add", "甲公司", "45万")
    house("elevator", "quote", "accept", "1")
    house("elevator", "cost", "add", "电力增容", "3万", "--source", "供电公司")
    got = house("elevator", "split", "--project", "X1", "--save", "第一版", "--json").data
    assert (got["total_fen"], len(got["households"]), got["plan"]) == (48_000_000, 14, "E1")
    house("elevator", "split", "--save", "第二版", "--scheme", "gentle")  # the one that goes on
    plans = house("elevator", "list", "--json").data
    assert [(p["number"], p["project"], p["version"], p["state"]) for p in plans] == [
        ("E2", "X1", None, "draft"), ("E1", "X1", None, "draft"),
    ]  # fmt: skip
    house("elevator", "split", "--project", "X1", "--building", "3", "--save", "三", code=2)


def test_a_split_without_a_project_stays_as_it_was(house: Jinlin) -> None:
    house(
        "elevator",
        "split",
        "--floors",
        "7",
        "--per-floor",
        "2",
        "--total",
        "48万",
        "--save",
        "试算",
    )
    [plan] = house("elevator", "list", "--json").data
    assert (plan["project"], plan["version"], plan["state"]) == (None, None, None)
    assert "X1" in house("elevator", "adopt", "E1", "--yes", code=1).err


def test_adopting_freezes_the_amounts_owners_and_areas(running: Jinlin) -> None:
    before = amounts(running)
    shown = running("elevator", "show", "E1", "--json").data
    kept = running.sql(
        "SELECT owners, registered_area, area_basis FROM plan_share ORDER BY position"
    )
    assert kept[0] == ("业主甲一", 9000, None)
    running("household", "edit", "3-1-501", "--area", "200")
    running("household", "edit", "3-1-502", "--floor", "7")
    running("household", "sell", "3-1-601", "--to", "赵六", "--yes")
    assert amounts(running) == before
    assert running("elevator", "show", "E1", "--json").data == shown
    again = running.sql(
        "SELECT owners, registered_area, area_basis FROM plan_share ORDER BY position"
    )
    assert again == kept
    sheet = running("elevator", "sheet", "3-1-601").out
    assert "业主己一" in sheet  # as it was adopted
    assert "赵六" not in sheet


def test_one_version_is_in_force_and_a_later_one_needs_a_note_and_a_backup(running: Jinlin) -> None:
    running("elevator", "split", "--total", "50万", "--save", "第二版")
    err = running("elevator", "adopt", "E2", "--yes", code=1).err
    assert "--备注" in err
    kept = list((running.folder / "备份").glob("*.db"))
    got = running("elevator", "adopt", "E2", "--note", "报价上涨", "--yes", "--json").data
    assert (got["version"], got["before"]) == (2, "E1")
    assert len(list((running.folder / "备份").glob("*.db"))) == len(kept) + 1
    states = {p["number"]: p["state"] for p in running("elevator", "list", "--json").data}
    assert states == {"E1": "superseded", "E2": "in_force"}
    running("elevator", "adopt", "E2", "--note", "x", "--yes", code=1)
    running("elevator", "adopt", "E1", "--note", "x", "--yes", code=1)
    assert running("elevator", "show", "X1", "--json").data["round"] == 2


def test_adopting_asks_and_a_rehearsal_leaves_everything(running: Jinlin) -> None:
    running("elevator", "split", "--total", "50万", "--save", "第二版")
    before = running.db.read_bytes()
    running("elevator", "adopt", "E2", "--note", "上涨", code=2)
    running("elevator", "adopt", "E2", "--note", "上涨", typed="n\n", code=130)
    running("elevator", "adopt", "E2", "--note", "上涨", "--dry-run")
    assert running.db.read_bytes() == before
    said = running("elevator", "adopt", "E2", "--note", "上涨", typed="y\n").err
    assert "12户多出" in said


def test_undo_puts_the_earlier_version_in_force_again(running: Jinlin) -> None:
    before = running.dump()
    running("elevator", "split", "--total", "50万", "--save", "第二版")
    running("elevator", "adopt", "E2", "--note", "上涨", "--yes")
    running("undo", "--yes")
    running("undo", "--yes")
    assert running.dump() == before


def test_only_doors_that_pay_more_are_asked_again(running: Jinlin) -> None:
    """Consent is bound to an amount: the gentle ladder lowers the top and raises the second floor."""
    for door in ("3-1-201", "3-1-701", "3-1-702"):
        running("elevator", "consult", door, "同意", "--by", "李华,王芳")
    running("elevator", "agreement", "3-1-201")
    running("elevator", "agreement", "3-1-701")
    got = next_version(running, "48万", "--scheme", "gentle")
    assert [(d["household"], d["papers"]) for d in got["to_see_again"]] == [
        ("3-1-201", ["opinion", "agreement"]),
    ]
    again = {
        row["household"]: row["again"]
        for row in running("elevator", "consult", "list", "--json").data
    }
    assert [door for door, asked in again.items() if asked] == ["3-1-201"]
    tally = running("elevator", "tally", "--json").data
    assert (tally["agreed_doors"], tally["reopened_doors"]) == (2, 1)
    assert (tally["signed_doors"], tally["outdated_agreements"]) == (1, 1)
    pages = running("elevator", "sheet", "--again", "--json").data["sheets"]
    assert [page["household"] for page in pages] == ["3-1-201"]
    running("elevator", "consult", "3-1-201", "同意", "--by", "李华,王芳")
    running("elevator", "agreement", "3-1-201")
    tally = running("elevator", "tally", "--json").data
    assert (tally["agreed_doors"], tally["reopened_doors"], tally["signed_doors"]) == (3, 0, 2)
    running("elevator", "sheet", "--again", code=1)


def test_a_cheaper_version_reopens_nothing(running: Jinlin) -> None:
    for door in ("3-1-201", "3-1-701"):
        running("elevator", "agreement", door)
    assert next_version(running, "40万")["to_see_again"] == []
    assert running("elevator", "tally", "--json").data["signed_doors"] == 2


def test_a_plan_that_no_longer_fits_the_register_says_so(house: Jinlin) -> None:
    house("elevator", "split", "--total", "48万", "--save", "第一版")
    house("household", "add", "3-1-703", "--floor", "7", "--area", "90")
    assert "703" in house("elevator", "adopt", "--yes").err


def test_another_version_says_that_the_old_one_is_still_posted(running: Jinlin) -> None:
    running("elevator", "split", "--project", "X1", "--total", "50万", "--save", "又一版")
    before = running("elevator", "adopt", "--note", "涨价", "--yes", "--dry-run")
    assert "公示还贴着" not in before.out + before.err
    running("elevator", "notice", "--place", "单元门口", "--contact", "王建国")
    said = running("elevator", "adopt", "--note", "涨价", "--yes")
    assert "E1 的公示还贴着" in said.out + said.err


def test_only_what_was_adopted_is_a_version_and_the_first_is_version_one(house: Jinlin) -> None:
    for name, total in (("试算", "50万"), ("讨论稿", "49万"), ("定稿", "48万")):
        house("elevator", "split", "--total", total, "--save", name, "--json")
    report = ("report", "monthly", "2026-11", "--json")
    assert house(*report).data["plans"] == []
    posting = ("notice", "post", "--from", "电梯", "--place", "大厅", "--contact", "0591-87654321",
               "--signer", "业主代表")  # fmt: skip
    assert "E2" in house(*posting, "--of", "E2", code=1).err
    house(*posting, code=3)  # none stands yet
    got = house("elevator", "adopt", "E3", "--yes", "--json").data
    assert got["version"] == 1
    for paper in ("sheet", "status"):
        words = ("3-1-601",) if paper == "sheet" else ()
        assert "第1版" in house("elevator", paper, *words).out.replace(" ", "")
    told = house(*report).data
    assert (told["plans"], told["elevator_projects"][0]["total_fen"]) == ([], 48_000_000)
    house(*posting)
    assert "第1版" in house("notice", "show", "N1").out
    found = {p["number"]: p["version"] for p in house("elevator", "list", "--json").data}
    assert found == {"E1": None, "E2": None, "E3": 1}


def test_a_draft_can_be_removed_and_what_was_in_force_stays(running: Jinlin) -> None:
    before = running.dump()
    running("elevator", "split", "--total", "50万", "--save", "试算")
    running("电梯", "删除", "E2")
    assert [p["number"] for p in running("elevator", "list", "--json").data] == ["E1"]
    running("elevator", "show", "E2", code=3)
    running("undo", "--yes")
    assert running("elevator", "show", "E2", "--json").data["plan"] == "E2"
    running("redo", "--yes")
    running("elevator", "split", "--total", "47万", "--save", "又一版")  # E2 is not given again
    assert (
        running("elevator", "adopt", "E3", "--note", "降价", "--yes", "--json").data["version"] == 2
    )
    for plan in ("E1", "E3"):
        assert "不能删除" in running("elevator", "remove", plan, code=1).err
    assert before != running.dump()


def test_a_plan_that_a_notice_shows_stays(jinlin: Jinlin) -> None:
    stairwell(jinlin)
    jinlin("elevator", "split", "--building", "3", "--total", "48万", "--save", "试算")
    jinlin("notice", "post", "--from", "电梯", "--place", "大厅", "--contact", "0591-87654321",
           "--signer", "业主代表", "--basis", "业主协商")  # fmt: skip
    assert "N1" in jinlin("elevator", "remove", "E1", code=1).err
    jinlin("notice", "withdraw", "N1", "误发")
    jinlin("elevator", "remove", "E1")


def test_a_posted_scheme_says_why_homes_of_one_floor_differ(jinlin: Jinlin) -> None:
    adopted(jinlin, "46.155万", "--round", "100")
    jinlin("elevator", "notice", "--place", "单元门口", "--contact", "王建国")
    text = "".join(jinlin("notice", "show", "N1").out.split())
    assert "同层先归房号小的" in text
    assert "3-1-201" not in text


def test_drafts_that_were_numbered_once_do_not_count_either(house: Jinlin) -> None:
    for name in ("一", "二", "三"):
        house("elevator", "split", "--total", "48万", "--save", name, "--json")
    with writing(call_in(house.folder)) as tx:
        for number in (1, 2, 3):
            tx.update("plan", number, version=number)
    assert [p["version"] for p in house("elevator", "list", "--json").data] == [None] * 3
    assert house("elevator", "adopt", "E3", "--yes", "--json").data["version"] == 1
    got = house("elevator", "adopt", "E1", "--note", "改回", "--yes", "--json").data
    assert got["version"] == 2
    assert house("db", "check").code == 0
