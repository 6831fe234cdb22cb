"""`jinlin meeting agenda --build` and `item`: drawn from what is stuck, edited by hand, frozen."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import docx
from harness import NOON, Jinlin, seeded

TOMORROW = NOON + timedelta(days=1)


@seeded
def stuck(branch: Jinlin) -> Jinlin:
    """Issues 1 overdue, 2 private and overdue, 3 on the ladder, 4 deferred and back, 5 in time."""
    for title, *words in (
        ("3号楼路灯不亮", "--date", "2026-10-01", "--reporter", "赵小梅"),
        ("老两口吵架", "--private", "--date", "2026-10-01"),
        ("赵小梅反映垃圾桶破损", "--due", "2026-12-30"),
        ("围墙开裂", "--due", "2026-12-30"),
        ("花坛缺土", "--due", "2026-12-30"),
    ):
        branch("issue", "add", title, "--category", "公共照明", *words)
    branch("issue", "add", "邻居打孩子", "--category", "人身侵害线索", "--date", "2026-10-01")
    branch("issue", "agenda", "3", "请赵小梅家旁加设一只")
    branch("issue", "defer", "4", "--until", "2026-11-06", "--reason", "等物业报价")
    branch.now = TOMORROW
    return branch


def agenda(jinlin: Jinlin, number: str = "M1") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = jinlin("meeting", "agenda", number, "--json").data["items"]
    return found


def references(jinlin: Jinlin, number: str = "M1") -> list[str | None]:
    return [item["reference"] for item in agenda(jinlin, number)]


def test_the_next_friday_council_is_planned_and_gets_what_is_stuck(stuck: Jinlin) -> None:
    outcome = stuck("meeting", "agenda", "--build", "--json", lang="en")
    data = outcome.data
    assert (data["number"], data["created"], data["held_at"]) == ("M1", True, "2026-11-06")
    assert references(stuck) == ["2026-0001", "2026-0002", "2026-0003", "2026-0004"]
    assert "M1 is planned now for 2026-11-06" in outcome.err
    whys = [item["why"] for item in data["items"]]
    assert "overdue since" in whys[0]
    assert "put on the Friday agenda" in whys[2]
    assert "deferred until now" in whys[3]
    stuck("undo")
    assert stuck.sql("SELECT count(*) FROM meeting")[0][0] == 0
    assert stuck.sql("SELECT count(*) FROM agenda_item")[0][0] == 0


def test_no_reporter_stands_on_it_and_of_what_is_private_only_category_and_number(
    stuck: Jinlin,
) -> None:
    stuck("meeting", "agenda", "--build")
    stuck("meeting", "agenda", "M1", "-o", "议题.md")
    for text in (
        stuck("meeting", "agenda", "M1").out,
        stuck("meeting", "agenda", "M1", "--json").out,
        stuck("meeting", "notify", "M1").out,
        (stuck.folder / "议题.md").read_text("utf-8"),
    ):
        assert "赵小梅" not in text
        assert "吵架" not in text
        assert "打孩子" not in text
    assert agenda(stuck)[1]["title"] == "公共照明1件（内容略）"
    page = stuck("meeting", "agenda", "M1").out
    assert "街道挂点联系领导、社区“两委”、物业服务人、小区党支部" in page.replace("\n", "").replace(
        " ", ""
    )


def test_building_again_adds_what_is_new_and_keeps_what_was_done_by_hand(stuck: Jinlin) -> None:
    stuck("meeting", "agenda", "--build")
    stuck("meeting", "item", "M1", "路灯改LED", "--item", "1")
    stuck("meeting", "item", "M1", "--item", "3", "--remove")
    stuck("meeting", "item", "M1", "充电桩选址")
    stuck("meeting", "item", "M1", "--item", "4", "--to", "1")
    stuck("issue", "agenda", "5")
    data = stuck("meeting", "agenda", "M1", "--build", "--json").data
    assert (data["added"], data["left_off"]) == ([5], ["2026-0003"])
    assert [(i["title"], i["reference"]) for i in data["items"]] == [
        ("充电桩选址", None),
        ("路灯改LED", "2026-0001"),
        ("公共照明1件（内容略）", "2026-0002"),
        ("围墙开裂", "2026-0004"),
        ("花坛缺土", "2026-0005"),
    ]
    assert stuck("meeting", "agenda", "M1", "--build", "--json").data["added"] == []
    again = stuck("meeting", "agenda", "M1", "--build", "--again", "--json").data
    assert (again["added"], again["left_off"]) == ([6], [])


def test_nothing_new_leaves_no_entry_and_a_rehearsal_leaves_nothing(stuck: Jinlin) -> None:
    before = stuck.db.read_bytes()
    assert stuck("meeting", "agenda", "--build", "--dry-run", "--json").data["created"] is True
    assert stuck.db.read_bytes() == before
    stuck("meeting", "agenda", "--build")
    entries = stuck.sql("SELECT count(*) FROM entry")
    stuck("meeting", "agenda", "--build")
    assert stuck.sql("SELECT count(*) FROM entry") == entries


def test_a_page_that_cannot_be_written_builds_nothing(stuck: Jinlin) -> None:
    (stuck.folder / "议题.docx").write_bytes(b"x")
    before = stuck.db.read_bytes()
    stuck("meeting", "agenda", "--build", "-o", "议题.docx", code=5)
    stuck("meeting", "agenda", "--build", "-o", "没有/议题.docx", code=5)
    assert stuck.db.read_bytes() == before


def test_without_anything_stuck_the_agenda_is_empty_and_says_so(branch: Jinlin) -> None:
    branch("meeting", "agenda", code=3)
    assert "还没有列入议题" in branch("meeting", "agenda", "--build").out


def test_tasks_and_resolutions_return_to_the_next_agenda(held: Jinlin) -> None:
    held("meeting", "resolve", "M1", "换灯", "--item", "1", "--review", "2026-11-20")
    held("meeting", "resolve", "M1", "修墙", "--owner", "物业", "--due", "2026-11-10")
    held("meeting", "resolve", "M1", "早着", "--due", "2027-01-10", "--review", "2027-02-01")
    held("meeting", "action", "M1", "问三家报价", "--owner", "P2", "--due", "2026-11-12")
    held("meeting", "action", "M1", "还不急", "--due", "2026-12-31")
    held.now = NOON + timedelta(days=20)
    held("meeting", "add", "--type", "支委会", "--time", "2026-11-26 19:30")
    held("meeting", "agenda", "M2", "--build", lang="en")
    items = agenda(held, "M2")
    assert [(i["source"], i["reference"]) for i in items] == [
        ("item", "M1/2"), ("action", "A1"), ("resolution", "M1-2"), ("resolution", "M1-1"),
    ]  # fmt: skip
    assert "问三家报价" in items[1]["title"]
    assert "陈建国" in items[1]["why"]
    held("meeting", "done", "A1")
    held("meeting", "done", "M1-2")
    held("meeting", "review", "M1-1", "--note", "好", "--next", "2027-05-01")
    held("meeting", "add", "--type", "支委会", "--time", "2026-11-28 19:30")
    held("meeting", "agenda", "M3", "--build")
    assert references(held, "M3") == ["M1/2"], "what the committee left unsettled last time"


def test_what_was_not_settled_is_carried_over_to_the_next_of_its_kind(held: Jinlin) -> None:
    held("meeting", "attend", "M1", "林秀英")
    held("meeting", "resolve", "M1", "同意", "--item", "1")
    held("meeting", "item", "M1", "春节慰问")
    held("meeting", "item", "M1", "--item", "3", "--settled")
    held("meeting", "add", "--type", "支委会", "--time", "2026-11-20 19:30")
    held("meeting", "agenda", "M2", "--build", lang="en")
    assert [(i["title"], i["reference"]) for i in agenda(held, "M2")] == [("下月安排", "M1/2")]
    held.now = NOON + timedelta(days=30)
    held("meeting", "attend", "M2", "林秀英")
    held("meeting", "add", "--type", "支委会", "--time", "2026-12-20 19:30")
    held("meeting", "agenda", "M3", "--build")
    assert references(held, "M3") == ["M1/2"], "it keeps where it came from"


def test_a_higher_room_puts_up_items_of_its_own(held: Jinlin) -> None:
    from jinlin.core.call import Call, Environment
    from jinlin.core.i18n import Message
    from jinlin.meeting.agenda.agenda_sources import SourceItem, add_agenda_source
    from jinlin.meeting.record.opening import meeting_to_change
    from jinlin.store.command.command import writing

    environment = Environment.of_process()._replace(now=lambda: NOON)
    call = Call(environment=environment, command="meeting agenda", database=str(held.db))
    item = SourceItem("elevator", "E3", "3号楼1单元电梯", "卡在出资约定")
    for expected in ((3,), ()):
        with writing(call) as tx:
            meeting = meeting_to_change(tx, 1)
            added = add_agenda_source(tx, meeting, [item])
            tx.describe(Message("x", {}), reverse=Message("x", {}))
        assert added.positions == expected
    assert agenda(held)[2]["reference"] == "E3"


def test_after_opening_a_change_needs_a_reason_and_is_shown(held: Jinlin) -> None:
    held("meeting", "open", "M1", "--time", "19:35")
    before = held.db.read_bytes()
    held("meeting", "item", "M1", "临时动议", code=2)
    held("meeting", "item", "M1", "--item", "1", "改名", code=2)
    held("meeting", "item", "M1", "--item", "1", "--remove", code=2)
    held("meeting", "item", "M1", "--item", "2", "--to", "1", code=1)
    held("meeting", "agenda", "M1", "--build", code=1)
    held("meeting", "open", "M1", code=1)
    assert held.db.read_bytes() == before
    held("meeting", "item", "M1", "--item", "1", "--note", "先问一楼")
    held("meeting", "item", "M1", "临时动议", "--reason", "居民当场提出")
    held("meeting", "item", "M1", "电梯方案二", "--item", "1", "--reason", "笔误")
    held("meeting", "item", "M1", "--item", "2", "--remove", "--reason", "时间不够")
    shown = held("meeting", "show", "M1", "--json").data
    assert [(c["kind"], c["item"], c["before"], c["reason"]) for c in shown["changes"]] == [
        ("added", 3, None, "居民当场提出"),
        ("edited", 1, "电梯更换方案", "笔误"),
        ("removed", 2, "下月安排", "时间不够"),
    ]
    assert [i["item"] for i in shown["items"]] == [1, 3], "numbers that were spoken of stay"
    assert held("meeting", "item", "M1", "再加", "--reason", "x", "--json").data["item"] == 4
    for page in (held("meeting", "agenda", "M1").out, held("meeting", "minutes", "M1").out):
        assert "居民当场提出" in page


def test_before_opening_numbers_stay_without_gaps(held: Jinlin) -> None:
    held("meeting", "item", "M1", "三")
    held("meeting", "item", "M1", "--item", "1", "--remove")
    held("meeting", "item", "M1", "--item", "1", "--to", "99")
    assert [(i["item"], i["title"]) for i in agenda(held)] == [(1, "三"), (2, "下月安排")]
    held("undo")
    held("undo")
    assert [(i["item"], i["title"]) for i in agenda(held)] == [
        (1, "电梯更换方案"), (2, "下月安排"), (3, "三"),
    ]  # fmt: skip


def test_what_was_talked_about_stays_on_the_agenda(held: Jinlin) -> None:
    held("meeting", "say", "M1", "1", "林秀英", "先问一楼")
    before = held.db.read_bytes()
    held("meeting", "item", "M1", "--item", "1", "--remove", code=1)
    assert held.db.read_bytes() == before


def test_what_cannot_be_is_refused_and_nothing_is_kept(held: Jinlin) -> None:
    before = held.db.read_bytes()
    for words, code in (
        (("item", "M1", "--item", "1", "--remove", "--to", "2"), 2),
        (("item", "M1", "--remove"), 2),
        (("item", "M1", "x", "--item", "1", "--remove"), 2),
        (("item", "M1", "--item", "9", "--remove"), 3),
        (("item", "M1", "x", "--for", "M9/1"), 3),
        (("item", "M1", "x", "--for", "三"), 2),
        (("agenda", "M9", "--build"), 3),
        (("agenda", "M9"), 3),
        (("open", "M9"), 3),
        (("open", "M1"), 1),
        (("open", "M1", "--time", "2026-11-09 10:00"), 2),
        (("close", "M1"), 1),
        (("close", "M1", "--time", "19:00"), 1),
        (("say", "M1", "9", "林秀英", "x"), 3),
        (("say", "M1", "1", "P99", "x"), 3),
        (("say", "M1", "1", "林秀英", " "), 2),
        (("unsay", "M1", "1"), 3),
    ):
        assert held("meeting", *words, code=code).err, words
        assert held.db.read_bytes() == before, words


def test_opening_and_closing_keep_their_moments(held: Jinlin) -> None:
    held("meeting", "open", "M1", "--time", "19:35")
    outcome = held("meeting", "close", "M1", "--time", "21:00", "--json")
    assert outcome.data["ended_at"] == "2026-11-04T21:00:00+08:00"
    assert outcome.data["unsettled"] == [1, 2]
    shown = held("meeting", "show", "M1", "--json").data
    assert shown["opened_at"] == "2026-11-04T19:35:00+08:00"
    held("undo")
    held("undo")
    shown = held("meeting", "show", "M1", "--json").data
    assert (shown["opened_at"], shown["ended_at"]) == (None, None)


def test_what_was_said_is_kept_by_speaker_and_can_be_put_right(held: Jinlin) -> None:
    held("meeting", "say", "M1", "1", "林秀英", "先问一楼")
    held("meeting", "say", "M1", "1", "居民甲", "太贵", "--dissent")
    held("meeting", "say", "M1", "0", "P2", "会风良好")
    held("meeting", "say", "M1", "2", "林秀英", "先问二楼", "--replace", "1")
    held("meeting", "unsay", "M1", "3")
    kept = held("meeting", "show", "M1", "--json").data["statements"]
    assert [tuple(s.values()) for s in kept] == [
        (1, 2, "林秀英", "先问二楼", False),
        (2, 1, "居民甲", "太贵", True),
    ]
    page = held("meeting", "minutes", "M1").out
    assert "居民甲（不同意见）：太贵" in page
    assert held("meeting", "say", "M1", "1", "林秀英", "再说", "-q").out == "4\n"


OWNERS: tuple[str, ...] = ("meeting", "add", "--type", "业委会会议", "--time", "2026-11-20 19:30")


@seeded
def owners(held: Jinlin) -> Jinlin:
    held(*OWNERS, "--item", "使用维修资金更换电梯", "--item", "春节联欢")
    return held


def test_what_the_branch_deliberates_first_says_so_until_it_has(owners: Jinlin) -> None:
    def state() -> Any:
        return agenda(owners, "M2")[0]["branch_first"]

    assert state() == "not_yet"
    assert agenda(owners, "M2")[1]["branch_first"] is None
    outcome = owners("meeting", "agenda", "M2", lang="en")
    assert "the branch has not deliberated them" in " ".join(outcome.out.split())
    assert "the owners decide" in " ".join(outcome.out.split())
    assert "jinlin meeting item M… --for M2/1" in outcome.err
    owners("meeting", "add", "--type", "支委会", "--time", "2026-11-10 19:30")
    owners("meeting", "item", "M3", "先议：维修资金", "--for", "M2/1")
    assert state() == "planned"
    owners("undo")
    owners("meeting", "item", "M1", "先议：维修资金", "--for", "M2/1")
    assert state() == "planned", "the meeting was, but nobody is recorded as having been there"
    owners("meeting", "attend", "M1", "林秀英")
    assert state() == "done"
    owners("meeting", "resolve", "M1", "建议更换", "--item", "3")
    assert "M1-1" in owners("meeting", "show", "M2", "--json").data["items"][0]["branch_first"]


def test_the_owners_may_decide_all_the_same(owners: Jinlin) -> None:
    owners.now = NOON + timedelta(days=20)
    opened = owners("meeting", "open", "M2", "--time", "19:35", lang="en")
    assert "It may be decided all the same" in opened.err
    owners("meeting", "resolve", "M2", "同意使用", "--item", "1")


def test_the_same_issue_on_a_branch_agenda_counts_as_deliberated(owners: Jinlin) -> None:
    owners("issue", "add", "电梯坏了", "--category", "公共照明", "--date", "2026-10-01")
    owners("meeting", "agenda", "M2", "--build")
    owners("meeting", "item", "M2", "--item", "3", "--branch-first")
    assert agenda(owners, "M2")[2]["branch_first"] == "not_yet"
    owners("meeting", "attend", "M1", "林秀英")
    owners("meeting", "resolve", "M1", "先议同意", "--item", "1", "--issue", "1")
    assert agenda(owners, "M2")[2]["branch_first"] == "done"


def test_internal_items_stand_on_no_paper_that_leaves_the_house(held: Jinlin) -> None:
    held("meeting", "item", "M1", "人选酝酿", "--internal")
    held("meeting", "edit", "M1", "--type", "邻里议事会")
    held("meeting", "attend", "M1", "林秀英")
    held("meeting", "resolve", "M1", "推荐某某", "--item", "3")
    held("meeting", "resolve", "M1", "可以公开的", "--item", "2")
    for verb in ("agenda", "notify", "summary", "publish"):
        outcome = held("meeting", verb, "M1")
        assert "人选酝酿" not in outcome.out
        assert "推荐某某" not in outcome.out
    assert "1" in held("meeting", "agenda", "M1", lang="en").err
    assert "人选酝酿" in held("meeting", "agenda", "M1", "--internal").out
    assert "人选酝酿" in held("meeting", "minutes", "M1").out


def test_the_list_of_what_is_deliberated_first_names_the_law(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    rows = jinlin("meeting", "first", "--json").data
    assert all(row["name"] and row["basis"] for row in rows)
    unchanged()


def test_hundreds_of_stuck_issues_are_put_on_it_at_once(branch: Jinlin) -> None:
    rows = "".join(f"2026-10-01,第{n}件,公共照明\n" for n in range(120))
    (branch.folder / "旧.csv").write_text(f"日期,事项,类别\n{rows}", "utf-8")
    branch("issue", "import", "旧.csv", "--yes")
    data = branch("meeting", "agenda", "--build", "--json").data
    assert [item["item"] for item in data["items"]] == list(range(1, 121))
    assert branch("meeting", "agenda", "M1", "--build", "--json").data["added"] == []
    assert len(branch("meeting", "notify", "M1").out) < 500


def test_below_an_item_stands_what_the_table_needs_to_know_of_it(branch: Jinlin) -> None:
    branch("issue", "add", "南门车道被占", "--category", "公共照明", "--date", "2026-10-01")
    branch("issue", "escalate", "1", "街道", "--request", "请现场处置", "--stuck", "无执法权",
           "--summary", "机动车占道", "--work-done", "已劝导4次")  # fmt: skip
    branch("meeting", "agenda", "--build")
    page = branch("meeting", "agenda").out
    for said in ("情况：机动车占道。", "已做工作：已劝导4次。", "存在困难：无执法权。",
                 "请求事项：请现场处置。", "汇报人："):  # fmt: skip
        assert said in page
    assert "2026-0001" not in page


def test_what_was_done_is_told_step_by_step_without_dispatch_and_without_residents(
    branch: Jinlin,
) -> None:
    branch("building", "add", "3", "--floors", "7")
    branch("issue", "add", "邻居漏水", "--category", "公共照明", "--date", "2026-10-01",
           "--place", "3号楼", "--reporter", "赵小梅")  # fmt: skip
    branch("issue", "assign", "1", "林秀英")
    branch("issue", "note", "1", "到3-1-502看过\n赵小梅同意维修")
    branch(
        "issue", "escalate", "1", "街道", "--request", "请现场处置", "--departments", "住建、城管"
    )
    branch("issue", "note", "1", "住建电话答复下周到场")
    branch("meeting", "agenda", "--build")
    branch("meeting", "agenda", "-o", "议题.docx")
    head, item = docx.Document(str(branch.folder / "议题.docx")).tables
    rows = {row.cells[0].text: row.cells[1].text for row in item.rows}
    assert [row.cells[0].text for row in head.rows] == ["时间", "地点", "参加"]
    assert rows["已做工作"].splitlines() == [
        "2026年11月5日，到3-1某户看过；某居民同意维修。",
        "2026年11月5日，住建电话答复下周到场。",
    ]
    assert rows["请求事项"] == "请现场处置。请呼叫住建（牵头）、城管到场。"
    assert rows["汇报人"] == "林秀英"
    assert "存在困难" not in rows, "nothing is recorded of it"


def test_of_a_private_item_there_is_one_line(stuck: Jinlin) -> None:
    stuck("meeting", "agenda", "--build")
    page = stuck("meeting", "agenda", "M1", "--md").out
    private = page.partition("（内容略）")[2].partition("##")[0]
    assert private.strip() == ""
    inside = stuck("meeting", "agenda", "M1", "--internal", "--md").out
    assert "情况" in inside.partition("## 二、")[2].partition("##")[0]


def test_who_is_away_cannot_have_spoken(held: Jinlin) -> None:
    held("meeting", "attend", "M1", "P2", "--state", "excused", "--reason", "出差")
    before = held.db.read_bytes()
    refused = held("meeting", "say", "M1", "1", "P2", "同意", code=1).err
    assert "陈建国登记为请假" in refused
    assert held.db.read_bytes() == before
    held("meeting", "attend", "M1", "P2")
    held("meeting", "say", "M1", "1", "P2", "同意")
