"""Questionnaires from door to door, as they are typed."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

import pytest
from harness import Jinlin, seeded


@seeded
def asked(jinlin: Jinlin) -> Jinlin:
    """A survey of three questions in two buildings with ten and two homes."""
    for building in ("3", "2"):
        jinlin("building", "add", building)
    for room in (*(f"3-1-{floor}0{side}" for floor in range(1, 6) for side in (1, 2)),
                 "2-101", "2-102"):  # fmt: skip
        jinlin("household", "add", room)
    jinlin("survey", "add", "居民需求", "-q", "用餐困难吗=有|没有", "-q", "一餐愿付几元=数字",
           "-q", "还缺什么=文字", "--purpose", "办长者食堂")  # fmt: skip
    return jinlin


@seeded
def anonymous(jinlin: Jinlin) -> Jinlin:
    """An anonymous survey of two ratings in a building with four homes."""
    jinlin("building", "add", "3")
    for room in ("3-1-101", "3-1-102", "3-1-201", "3-1-202"):
        jinlin("household", "add", room)
    jinlin("survey", "add", "物业评议", "-q", "保洁=评价", "-q", "维修=评价", "--per", "无记名")
    return jinlin


def results(jinlin: Jinlin, *words: str) -> list[tuple[object, ...]]:
    data = jinlin("survey", "tally", *words, "--json").data
    return [(one["position"], one["answer"], one["count"], one["rate"]) for one in data["answers"]]


def test_a_door_answers_and_the_visit_is_recorded_with_it(asked: Jinlin) -> None:
    said = asked("survey", "answer", "3-1-502", "有", "12元", "少盐", "--by", "黄志刚,杨卫国").out
    assert "W1 3-1-502：已收（第1轮）" in said
    assert "走访1" in said
    assert "3号楼已收1/10" in said
    assert asked.sql("SELECT visitors, outcome, purpose, about_number FROM visit") == [
        ("黄志刚、杨卫国", "met", "问卷“居民需求”", "W1")
    ]
    asked("undo", "--yes")
    assert asked.sql("SELECT count(*) FROM visit UNION ALL SELECT count(*) FROM survey_paper") == [
        (0,), (0,),
    ]  # fmt: skip


def test_what_became_of_a_door_otherwise_is_one_word_and_plans_the_next_visit(
    asked: Jinlin,
) -> None:
    asked("survey", "answer", "3-1-101", "没人开门", "--next", "2周后")
    asked("survey", "answer", "3-1-102", "拒答")
    asked("survey", "answer", "2-101", "已发")
    [whole] = [
        one for one in asked("survey", "tally", "--json").data["buildings"]
        if one["building"] == "全部"
    ]  # fmt: skip
    assert (whole["asked"], whole["handed_out"], whole["answered"]) == (12, 2, 0)
    assert (whole["refused"], whole["not_reached"]) == (1, 1)
    assert asked.sql("SELECT outcome, next_on FROM visit") == [("not_at_home", "2026-11-19")]


def test_bad_answers_are_named_all_at_once_and_nothing_is_written(asked: Jinlin) -> None:
    refused = asked("survey", "answer", "3-1-503", "要", "12", code=3).err
    assert "3-1-503" in refused
    refused = asked("survey", "answer", "3-1-502", "要", "很多", code=2).err
    assert "第1题“用餐困难吗”可答有、没有，不能写“" in refused
    assert "第2题“一餐愿付几元”可答数字，不能写“" in refused
    assert "第3题“还缺什么”没有答" in refused
    assert asked.sql("SELECT count(*) FROM survey_paper") == [(0,)]


def test_what_is_answered_again_replaces_within_the_round_and_stays_behind(asked: Jinlin) -> None:
    asked("survey", "answer", "3-1-502", "有", "12", "-")
    told = asked("survey", "answer", "3-1-502", "没有", "8.50", "-").err
    assert "原来的答案留底" in told
    assert results(asked)[:2] == [(1, "有", 0, None), (1, "没有", 1, None)]
    record = asked("survey", "show", "W1", "--room", "3-1-502", "--json").data
    assert [one["replaced"] for one in record["papers"]] == [True, False]
    assert [one["answer"] for one in record["answers"]] == ["没有", "8.5", ""]
    asked("survey", "answer", "3-1-502", "没见到", code=1)
    asked("survey", "answer", "3-1-502", "有", "9", "-", "--round", "3", code=2)
    asked("survey", "answer", "3-1-502", "有", "9", "-", "--round", "2")
    assert results(asked)[0] == (1, "有", 1, None)
    assert results(asked, "--round", "1")[0] == (1, "有", 0, None)


def test_a_percentage_stands_only_where_ten_answered(asked: Jinlin) -> None:
    doors = [f"3-1-{floor}0{side}" for floor in range(1, 6) for side in (1, 2)]
    for door in doors[:9]:
        asked("survey", "answer", door, "有", "10", "-")
    assert results(asked)[0] == (1, "有", 9, None)
    asked("survey", "answer", doors[9], "没有", "20", "-")
    assert results(asked) == [
        (1, "有", 10 - 1, "9/10"),
        (1, "没有", 1, "1/10"),
        (2, "平均11.0，中位数10，10至20", None, None),
        (3, "还没有", None, None),
    ]
    rates = {
        one["building"]: one["rate"] for one in asked("survey", "tally", "--json").data["buildings"]
    }
    assert rates == {"2": None, "3": "1/1", "全部": "5/6"}


def test_several_choices_ratings_and_intentions(asked: Jinlin) -> None:
    asked("survey", "add", "其他", "-q", "要什么=多选:理发|修脚|义诊", "-q", "保洁=评价",
          "-q", "装电梯=意向")  # fmt: skip
    asked("survey", "answer", "W2", "2-101", "义诊、理发", "基本满意", "附条件")
    asked("survey", "answer", "W2", "2-102", "1", "-", "同意")
    given = {(number, answer): count for number, answer, count, _rate in results(asked, "W2")}
    assert (given[1, "理发"], given[1, "修脚"], given[1, "义诊"]) == (2, 0, 1)
    assert (given[2, "基本满意"], given[3, "附条件"], given[3, "同意"]) == (1, 1, 1)
    assert "不是业主表决" in asked("survey", "tally", "W2").out
    [[base]] = {
        (one["base"],) for one in asked("survey", "tally", "W2", "--json").data["answers"]
        if one["position"] == 1
    }  # fmt: skip
    assert base == 2


def test_which_survey_is_meant_and_which_door_is_asked(asked: Jinlin) -> None:
    asked("survey", "add", "2号楼", "-q", "装电梯=意向", "--building", "2")
    assert "有几份问卷在进行" in asked("survey", "answer", "2-101", "同意", code=3).err
    assert "只问2号楼" in asked("survey", "answer", "W2", "3-1-101", "同意", code=3).err
    asked("survey", "answer", "W9", "3-1-101", "同意", code=3)
    assert asked("survey", "show", "W2", "--json").data["kind"] == "sounding"
    asked("survey", "add", "2号楼", "-q", "装电梯=意向", code=1)
    asked("survey", "close", "W2")
    assert "已于2026-11-05截止" in asked("survey", "answer", "W2", "2-101", "同意", code=1).err
    assert asked.sql("SELECT keep_until FROM survey WHERE number = 2") == [("2027-11-05",)]
    asked("survey", "answer", "3-1-101", "有", "1", "-")
    asked("survey", "remove", "W1", code=1)


def test_people_are_asked_by_name(jinlin: Jinlin) -> None:
    jinlin("member", "add", "杨卫国", "--party-state", "full")
    jinlin("survey", "add", "学习意愿", "-q", "周几合适=周三|周五", "--per", "人")
    jinlin("survey", "answer", "杨卫国", "周五")
    jinlin("survey", "answer", "杨卫国", "周三", "--by", "林秀英", code=2)
    assert results(jinlin) == [(1, "周三", 0, None), (1, "周五", 1, None)]
    assert "杨**" in jinlin("survey", "show", "W1", "--person", "杨卫国").out


def test_choices_stand_between_what_no_shell_takes_and_a_question_alone_is_open(
    jinlin: Jinlin,
) -> None:
    jinlin(
        "survey", "add", "需求", "-q", "吃得好吗=好/不好", "-q", "去吗=去、不去", "-q", "还缺什么"
    )
    asked = jinlin("survey", "show", "W1", "--json").data["questions"]
    assert [one["kind"] for one in asked] == ["single", "single", "text"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["-q", "用餐困难吗="], 2, "没有写明怎样作答"),
        (["-q", "用餐困难吗=有|有"], 2, "2至30个不同的选项"),
        (["-q", "用餐困难吗=有|-"], 2, "表示跳过"),
        (["-q", "有慢性病吗=有|没有"], 1, "单独同意"),
        (["-q", "为什么不来食堂=多选:太远|要忌口|糖尿病"], 1, "单独同意"),
        (["-q", "每月多少=低保|两千以上"], 1, "单独同意"),
        (["-q", "a=文字", "-q", "a=数字"], 2, "不能有相同的题"),
        (["-q", "a=文字", "--until", "2026-11-20", "--keep-until", "2026-11-10"], 1, "删除答案"),
        (["-q", "a=文字", "--about", "G9"], 3, "G9"),
        (["-q", "a=文字", "--building", "9"], 3, "没有“9”号楼"),
        (["-q", "a=文字", "--started", "2026-11-20"], 1, "还没有到"),
        ([], 2, "第一题"),
    ],
)
def test_a_survey_that_cannot_be_is_refused(
    jinlin: Jinlin, words: list[str], code: int, said: str
) -> None:
    assert said in jinlin("survey", "add", "居民需求", *words, code=code).err
    assert jinlin.sql("SELECT count(*) FROM survey") == [(0,)]


def test_an_anonymous_door_has_a_state_and_a_slip_has_answers(anonymous: Jinlin) -> None:
    refused = anonymous("survey", "answer", "3-1-101", "满意", "不满意", code=1).err
    assert "房号和答案不能记在一起" in refused
    anonymous("survey", "answer", "满意", "不满意", "--by", "林秀英", code=1)
    anonymous("survey", "answer", "满意", "不满意", "--date", "2026-11-04", code=1)
    for _paper in range(3):
        anonymous("survey", "answer", "满意", "不满意")
    anonymous("survey", "answer", "3-1-101", "已收", "--by", "林秀英")
    anonymous("survey", "answer", "3-1-101", "满意", code=1)
    data = anonymous("survey", "tally", "--json").data
    assert (data["answered"], data["sheets"], data["valid"]) == (1, 3, 3)
    assert results(anonymous)[0] == (1, "满意", 3, None)


def test_papers_without_a_name_count_although_some_door_was_not_reached(anonymous: Jinlin) -> None:
    """A door nobody opened is no base: how many came back is told by the papers alone."""
    for _paper in range(3):
        anonymous("survey", "answer", "满意", "不满意")
    anonymous("survey", "answer", "3-1-101", "没见到")
    data = anonymous("survey", "tally", "--json").data
    assert (data["answered"], data["rate"]) == (3, None)
    [listed] = anonymous("survey", "list", "--json").data
    assert listed["answered"] == 3


def leads(connection: sqlite3.Connection, start: str) -> set[str]:
    """Return every table that foreign keys lead to from a table, those of the survey apart."""
    found, new = set[str](), {start}
    while new:
        found |= new
        new = {
            row[2]
            for table in new
            for row in connection.execute(f"PRAGMA foreign_key_list({table})")
        } - found
    return found


def columns(connection: sqlite3.Connection, table: str) -> Iterable[str]:
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def test_nothing_leads_from_an_anonymous_answer_to_a_door(anonymous: Jinlin) -> None:
    for door in ("3-1-101", "3-1-102", "3-1-201"):
        anonymous("survey", "answer", door, "已收", "--by", "林秀英")
    anonymous("survey", "answer", "满意", "不满意")
    connection = sqlite3.connect(anonymous.db)
    assert leads(connection, "survey_slip") <= {"survey_slip", "survey", "building"}
    assert columns(connection, "survey_slip") == [
        "id", "survey_id", "round", "answers", "rater_group",
    ]  # fmt: skip
    kept = connection.execute("SELECT answers FROM survey_paper").fetchall()
    [entry] = {
        row[0] for row in connection.execute(
            "SELECT entry FROM row_change WHERE table_name = 'survey_slip'"
        )
    }  # fmt: skip
    beside = connection.execute(
        "SELECT DISTINCT table_name FROM row_change WHERE entry = ?", (entry,)
    ).fetchall()
    [told] = connection.execute("SELECT did FROM entry WHERE seq = ?", (entry,)).fetchone()
    connection.close()
    assert kept == [(None,)] * 3
    assert beside == [("survey_slip",)]
    assert "3-1-101" not in json.dumps(told)


def test_no_paper_is_recorded_right_behind_one_or_two_doors(anonymous: Jinlin) -> None:
    """Entries of the log follow each other: a door and a paper by turns would be a pair."""
    anonymous("survey", "answer", "满意", "满意")
    assert "容易对上" in anonymous("survey", "answer", "3-1-101", "已收", code=1).err
    anonymous("survey", "answer", "3-1-101", "没见到")
    anonymous("undo", "--yes")
    anonymous("undo", "--yes")
    assert "容易对上" in anonymous("survey", "answer", "3-1-101", "已收", code=1).err
    for _paper in range(3):
        anonymous("survey", "answer", "满意", "满意")
    for door in ("3-1-101", "3-1-102"):
        anonymous("survey", "answer", door, "已收")
        assert "容易对上" in anonymous("survey", "answer", "满意", "不满意", code=1).err
    anonymous("survey", "answer", "3-1-201", "已收")
    for _paper in range(3):
        anonymous("survey", "answer", "满意", "不满意")
    anonymous("survey", "answer", "3-1-202", "已收")
    anonymous("survey", "answer", "满意", "满意", code=1)
    anonymous("undo", "--yes")
    anonymous("survey", "answer", "满意", "满意", code=1)
    anonymous("survey", "answer", "3-1-202", "拒答")
    assert anonymous.sql("SELECT count(*) FROM survey_slip") == [(6,)]


def test_what_very_few_said_is_joined_before_it_hangs(asked: Jinlin) -> None:
    doors = [f"3-1-{floor}0{side}" for floor in range(1, 6) for side in (1, 2)]
    for place, door in enumerate(doors):
        asked("survey", "answer", door, "没有" if place < 1 else "有", "10", "灯坏了")
    said = asked("survey", "tally", "--public", "--json").data["answers"]
    assert [(one["position"], one["answer"], one["count"]) for one in said] == [
        (1, "其他选项", 10), (2, "平均10.0，中位数10", None),
    ]  # fmt: skip
    assert "灯坏了" not in asked("survey", "tally", "--public").out


def test_when_the_purpose_is_over_answers_go_for_good_and_counts_stay(asked: Jinlin) -> None:
    asked("survey", "answer", "3-1-101", "有", "12", "王阿婆要少盐")
    asked("survey", "answer", "3-1-101", "没有", "13", "王阿婆要少盐")
    before = results(asked)
    asked("survey", "close", "--forget", "--dry-run", "--yes")
    assert asked("survey", "close", "--forget", "--yes", "--json").data["forgotten"] == 1
    [last, one_before] = asked("log", "--limit", "2", "--json").data
    assert (last["command"], one_before["command"]) == ("survey close --forget", "survey answer")
    after = results(asked, "W1")
    assert after[:3] == before[:3]
    assert after[3][1:3] == ("还没有", None)
    assert "王阿婆".encode() not in asked.db.read_bytes()
    assert asked.sql("SELECT state, answers FROM survey_paper WHERE removed_at IS NULL") == [
        ("answered", None)
    ]
    assert asked("db", "check").code == 0
    asked("survey", "close", "W1", "--forget", "--yes", code=1)
    asked("undo", "--yes", code=1)
    assert asked.sql("SELECT forgotten_on FROM survey") == [("2026-11-05",)]
    assert "王阿婆".encode() not in asked.db.read_bytes()


def test_bodies_are_rated_by_groups_and_a_person_never_is(jinlin: Jinlin) -> None:
    jinlin("survey", "add", "上半年两评", "--evaluate", "物业", "--started", "2026-11-01")
    for _each in range(10):
        jinlin("survey", "answer", "W1", "不满意")
    jinlin("survey", "add", "评议", "--evaluate", "物业,林秀英", code=1)
    jinlin("survey", "add", "评议", "--evaluate", "物业,张三", code=1)
    jinlin("survey", "add", "评议", "--evaluate", "W1", code=2)
    jinlin("survey", "add", "评议", "--evaluate", "D3", code=3)
    jinlin("partner", "add", "春江银行", "--agreement", "2026-03-01")
    jinlin("survey", "add", "评议", "--evaluate", "物业", "--per", "户", code=2)
    jinlin("survey", "add", "评议", "-q", "保洁=评价", "--groups", "党员", code=2)
    jinlin("survey", "add", "下半年两评", "--evaluate", "业委会,物业,D1", "--groups", "党员,居民")
    assert "党员、居民" in jinlin("survey", "answer", "W2", "满意", "满意", "-", code=2).err
    for place in range(13):
        given = "满意" if place < 6 else "不满意"
        group = "党员" if place < 3 else "居民"
        jinlin("survey", "answer", "W2", "基本满意", given, "-", "--group", group)
    rated = {
        (one["body"], one["group"]): (one["base"], one["rate"], one["change"])
        for one in jinlin("survey", "tally", "W2", "--json").data["ratings"]
    }
    assert rated["物业服务企业", "全部"] == (
        13, "6/13", "+46.2",
    )  # fmt: skip
    assert rated["业委会", "党员"] == (
        3, None, None,
    )  # fmt: skip
    public = jinlin("survey", "tally", "W2", "--public", "--json").data["ratings"]
    assert [one["group"] for one in public] == ["全部"] * 3
    jinlin("survey", "answer", "W2", "居民", "-", "基本满意", "-")
    few = jinlin("survey", "tally", "W2", "--public", "--json").data["ratings"][1]
    steps = [few[one] for one in ("satisfied", "basically_satisfied", "not_satisfied")]
    assert (steps, few["joined"], few["rate"]) == ([None, None, 7], 7, "1/2")
    jinlin("survey", "answer", "W2", "居民", "不满意", "-", "-")
    few = jinlin("survey", "tally", "W2", "--public", "--json").data["ratings"][0]
    assert (few["joined"], few["base"], few["rate"], few["change"]) == (14, 14, None, None)
    assert ("春江银行", "全部") in rated
    assert jinlin("survey", "show", "W2", "--json").data["kind"] == "evaluation"


def test_a_wish_for_what_is_offered_to_all_takes_no_consent(jinlin: Jinlin) -> None:
    jinlin("survey", "add", "爱心日", "-q", "要什么=多选:理发|量血压|健康讲座")
    jinlin("survey", "add", "食堂", "-q", "忌口吗=没有|糖尿病", "--consent", "单独签字")


def test_the_next_evaluation_shows_what_became_of_what_the_one_before_found(
    jinlin: Jinlin,
) -> None:
    jinlin("survey", "add", "上半年两评", "--evaluate", "物业")
    jinlin("meeting", "add", "--type", "评议会", "--time", "2026-11-04 19:30")
    jinlin("meeting", "action", "M1", "清运改为每日两次", "--about", "W9", code=3)
    jinlin("meeting", "action", "M1", "清运改为每日两次", "--owner", "物业", "--due", "12-15",
           "--about", "W1")  # fmt: skip
    jinlin("meeting", "action", "M1", "修剪树枝")
    found = jinlin("meeting", "actions", "--about", "W1", "--json").data
    assert [(one["number"], one["about"]) for one in found] == [("A1", "W1")]
    jinlin("meeting", "done", "A1", "--note", "已改")
    jinlin("survey", "add", "下半年两评", "--evaluate", "业委会,物业")
    [row] = jinlin("survey", "tally", "W2", "--json").data["rectified"]
    assert (row["about"], row["percent"], row["remark"]) == ("W1", 100, "已改")
    assert "整改1项，已完成1项" in jinlin("survey", "tally", "W2", "--public").out
    assert "每日两次" not in jinlin("survey", "tally", "W2", "--public").out


def test_on_a_terminal_the_question_and_the_answers_are_asked_for(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    jinlin("household", "add", "3-1-101")
    jinlin("survey", "add", "居民需求", typed="用餐困难吗=有|没有\n")
    jinlin("survey", "answer", typed="3-1-101 有\n")
    assert results(jinlin) == [(1, "有", 1, None), (1, "没有", 0, None)]


def test_an_answer_is_recorded_by_any_of_its_words(asked: Jinlin) -> None:
    for floor, word in enumerate(("作答", "填", "录入"), start=1):
        said = asked("问卷", word, f"3-1-{floor}01", "有", "12", "少盐").out
        assert f"3号楼已收{floor}/10" in said
    assert "应收12户" in asked("问卷", "新增", "另一份", "-q", "a=文字").out


def test_how_a_body_was_rated_stays_when_the_answers_are_deleted(jinlin: Jinlin) -> None:
    jinlin("survey", "add", "上半年两评", "--evaluate", "物业,业委会", "--groups", "党员,居民")
    for said in ("满意", "满意", "不满意"):
        jinlin("survey", "answer", "W1", said, "-", "--group", "党员")
    before = jinlin("survey", "tally", "W1", "--json").data["ratings"]
    jinlin("survey", "close", "W1")
    jinlin("survey", "close", "W1", "--forget", "--yes")
    after = jinlin("survey", "tally", "W1", "--json").data["ratings"]
    assert after == [one for one in before if one["group"] == before[0]["group"]]
    assert (after[0]["satisfied"], after[0]["base"]) == (2, 3)


def test_what_is_counted_is_a_paper_that_says_who_counted_it_and_when(asked: Jinlin) -> None:
    asked("survey", "answer", "3-1-502", "有", "12", "少盐")
    asked("survey", "tally", "-o", "汇总.html")
    page = (asked.folder / "汇总.html").read_text("utf-8").replace("<wbr>", "")
    assert "问卷汇总</h1>" in page
    assert "第2题：一餐愿付几元（1份作答）：12。" in page
    assert "<li>少盐</li>" in page
    assert "党支部</p>" in page.split("<footer>")[1]
    asked("survey", "tally", "--public", "-o", "公开.html")
    assert "少盐" not in (asked.folder / "公开.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("title", "question"),
    [
        ("对书记的看法", "表现怎样=评价"),
        ("随便问问", "王小明=评价"),
        ("述职", "给王小明打分=数字"),
        ("问一问", "物业经理怎样=称职、不称职"),
        ("问一问", "阿南=好、不好"),
        ("问一问", "老王怎么样=很好、一般、差"),
        ("问一问", "李大海怎么样=好、不好"),
    ],
)
def test_no_question_rates_a_person(jinlin: Jinlin, title: str, question: str) -> None:
    """A body or a service may be rated; by name or by post, nobody is."""
    jinlin("member", "add", "王小明")
    jinlin("service", "done", "义务劳动", "--people", "阿南", "--yes")
    before = jinlin.db.read_bytes()
    assert "不评议个人" in jinlin("survey", "add", title, "-q", question, code=1).err
    assert jinlin.db.read_bytes() == before
    jinlin("survey", "add", "物业服务", "-q", "保洁怎样=评价", "-q", "书记接待日方便吗=评价",
           "-q", "小区环境=好、一般、差", "-q", "安保怎么样=好、差", "-q", "老年食堂=好、不好")  # fmt: skip
    jinlin("survey", "add", "推选楼长", "-q", "推选谁=王小明、李大海")
