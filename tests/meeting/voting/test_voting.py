"""`jinlin meeting vote` and `quorum`: from who was in the room, in words and in figures."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from harness import Jinlin
from meeting.conftest import HALL


def test_a_quorum_is_said_with_what_it_takes(hall: Jinlin) -> None:
    shown = hall("meeting", "quorum", "M1", "--json").data
    assert (shown["entitled"], shown["present"]) == (20, 10)
    assert shown["quorum"][0]["words"] == (
        "应到会有表决权20人，实到10人，达到半数，可以表决；须11票赞成。"
    )
    assert [row["met"] for row in shown["quorum"]] == [True, False, False]
    where = {row["name"]: (row["votes"], row["where"]) for row in shown["people"]}
    assert where[HALL[0]] == (True, "here")
    assert HALL[18] not in where, "who is not in the minutes is masked, as in any list"
    assert where["赵**"] == (True, "away")
    assert where["钱预备"] == (False, "here")


def test_attendance_says_at_once_whether_a_vote_can_be_taken(hall: Jinlin) -> None:
    outcome = hall("meeting", "attend", "M1", HALL[10])
    assert "实到11人，达到半数，可以表决；须11票赞成" in outcome.err


def test_with_ten_of_twenty_nothing_can_be_carried(hall: Jinlin) -> None:
    row = hall("meeting", "vote", "M1", "1", "--for", "10", "--json").data
    assert (row["number"], row["passed"], row["needed"], row["base_count"]) == (
        "M1-V1", False, 11, 20,
    )  # fmt: skip
    assert row["verdict"] == (
        "赞成10票、反对0票、弃权0票，赞成票未超过应到会有表决权人数（20人）的半数（须11票），未通过。"
    )


def test_a_vote_without_counts_is_answered_by_the_line_it_wants(hall: Jinlin) -> None:
    refused = hall("表决", "M1", "2", code=2).err
    assert "还没写多少人赞成" in refused
    assert "jinlin 会议 表决 M1 2 --赞成 11 --反对 2" in refused
    assert len(refused.splitlines()) == 1


def test_a_vote_without_counts_asks_for_them_on_a_terminal(hall: Jinlin) -> None:
    asked = hall("表决", "M1", "1", typed="8\n2\n\n").err
    assert "赞成几人" in asked
    assert "反对几人" in asked
    [row] = hall("meeting", "show", "M1", "--json").data["votes"]
    assert (row["in_favour"], row["against"], row["abstained"]) == (8, 2, 0)
    assert "几人" not in hall("表决", "M1", "1", "--赞成", "10", typed="", code=1).err


def test_a_show_of_hands_is_kept_with_its_numbers_and_its_rule(hall: Jinlin) -> None:
    hall("meeting", "attend", "M1", *HALL[10:14])
    said = hall("meeting", "vote", "M1", "1", "--for", "11", "--against", "2", "--abstain", "1")
    assert said.out.splitlines() == [
        "M1-V1（议题1）：年度工作报告",
        "举手表决：应到会有表决权20人，实到14人。",
        "赞成11票、反对2票、弃权1票，赞成票超过应到会有表决权人数（20人）的半数，通过。",
        "计票依据：《中国共产党支部工作条例（试行）》第十一条",
    ]
    [row] = hall("meeting", "show", "M1", "--json").data["votes"]
    assert {key: row[key] for key in ("number", "item", "method", "passed", "in_favour")} == {
        "number": "M1-V1", "item": 1, "method": "hands", "passed": True, "in_favour": 11,
    }  # fmt: skip
    hall("member", "add", "后来人", "--party-state", "full")
    hall(
        "meeting",
        "rule",
        "党员大会",
        "--pass",
        ">=2/3",
        "--source",
        "试点",
        "--since",
        "2026-01-01",
    )
    [again] = hall("meeting", "votes", "M1", "--json").data
    assert again == row, "what was counted stays as it was counted"
    assert "举手表决" in hall("meeting", "votes", "M1", "V1").out


def test_what_cannot_be_is_refused_and_nothing_is_kept(hall: Jinlin) -> None:
    before = hall.db.read_bytes()
    for words, said in (
        (
            ("--for", "11"),
            "票数多于人数：赞成11票 + 反对0票 + 弃权0票 = 11，而可以投票的只有10人",
        ),
        (("--for", "6", "--against", "3"), "赞成6票 + 反对3票 + 弃权0票 = 9，而可以投票的有10人"),
        (("--for", "钱预备"), "钱预备不能表决：预备党员，无表决权"),
        (("--for", "其余", "--against", "赵东"), "表决时赵东不在场"),
        (("--for", "赵一、赵一"), "赵一重复出现"),
        (("--for", "赵一", "--against", "P2"), "赵一重复出现"),
        (("--for", "赵一"), "票数不符：赞成1票"),
        (("--for", "其余", "--recused", "赵一", "--against", "赵一"), "赵一已回避"),
        (("--for", "9", "--recused", "钱预备"), "钱预备不能表决"),
    ):
        outcome = hall("meeting", "vote", "M1", "1", *words, code=1)
        assert said in outcome.err, words
        assert len(outcome.err.splitlines()) == 1, words
        assert hall.db.read_bytes() == before, words


def test_bad_words_are_refused_and_nothing_is_kept(hall: Jinlin) -> None:
    before = hall.db.read_bytes()
    for words, code in (
        (("M9", "1", "--for", "1"), 3),
        (("M1", "9", "--for", "1"), 3),
        (("M1", "--for", "1"), 2),
        (("M1", "1"), 2),
        (("M1", "1", "--for", "5", "--against", "赵一"), 2),
        (("M1", "1", "--for", "5", "--method", "named"), 2),
        (("M1", "1", "--for", "5", "--method", "抽签"), 3),
        (("M1", "1", "--for", "5", "--kind", "抽签"), 3),
        (("M1", "1", "--for", "5", "--kind", "election"), 2),
        (("M1", "1", "--for", "5", "--method", "secret"), 2),
        (("M1", "1", "--for", "王甲"), 3),
        (("M1", "1", "--for", "10", "--time", "很晚"), 2),
        (("M1", "1", "--for", "10", "--time", "19:00"), 1),
        (("M1", "1", "--for", "10", "--reason", "x"), 2),
        (("M1", "1", "--for", "10", "--revise", "V1", "--reason", "x"), 3),
        (("M1", "1", "--for", "10", "--revise", "第一次", "--reason", "x"), 2),
        (("M1", "1", "--for", "10", "--recused-reason", "x"), 2),
        (("M1", "1", "--batch", "一组=3/2"), 2),
        (("M1", "1", "--batch", "一组=10/10/10/0/0/0", "--for", "10"), 2),
        (("M1", "1", "--for", "10", "--kind", "admission"), 1),
    ):
        error = hall("meeting", "vote", *words, "--json", code=code).error
        assert error["message"], words
        assert error["hint"], words
        assert hall.db.read_bytes() == before, words


def test_a_vote_without_a_quorum_is_refused(hall: Jinlin) -> None:
    hall("meeting", "attend", "M1", HALL[0], "--state", "excused")
    before = hall.db.read_bytes()
    error = hall("meeting", "vote", "M1", "1", "--for", "9", code=1).err
    assert "应到会有表决权20人，实到9人，须到10人" in error
    assert hall.db.read_bytes() == before


def test_a_vote_by_name_tells_who_and_the_rest_can_be_said_at_once(hall: Jinlin) -> None:
    outcome = hall("meeting", "vote", "M1", "1", "--for", "其余", "--against", "赵一、P3",
                   "--abstain", "赵七", "--json")  # fmt: skip
    row = outcome.data
    assert (row["method"], row["in_favour"], row["against"], row["abstained"]) == (
        "named", 7, 2, 1,
    )  # fmt: skip
    assert {one["name"]: one["answer"] for one in row["answers"]}["赵丁"] == "against"
    log = "".join(entry["did"] for entry in hall("log", "--json").data)
    assert "赵一" not in log


def test_names_come_from_a_file_and_from_lines(hall: Jinlin) -> None:
    names = "姓名,表决意见\n" + "\n".join(f"{name},赞成" for name in HALL[:9]) + "\n赵与,反对\n"
    Path(hall.folder / "票.csv").write_text(names, "utf-8")
    row = hall("meeting", "vote", "M1", "1", "--names", hall.folder / "票.csv", "--json").data
    assert (row["in_favour"], row["against"]) == (9, 1)
    lines = "".join(f"{name} 赞成\n" for name in HALL[:9]) + "赵与，弃权\n\n"
    row = hall("meeting", "vote", "M1", "2", "--names", "-", "--json", typed=lines).data
    assert (row["in_favour"], row["abstained"]) == (9, 1)


def test_rows_that_say_no_vote_are_listed(hall: Jinlin) -> None:
    (hall.folder / "票.csv").write_text("姓名,表决意见\n赵一,也许\n,赞成\n", "utf-8")
    before = hall.db.read_bytes()
    hall("meeting", "vote", "M1", "1", "--names", hall.folder / "票.csv", code=5)
    (hall.folder / "票.csv").write_text("意见箱\n好\n", "utf-8")
    hall("meeting", "vote", "M1", "1", "--names", hall.folder / "票.csv", code=5)
    hall("meeting", "vote", "M1", "1", "--names", "-", typed="赵一\n", code=2)
    assert hall.db.read_bytes() == before


def test_a_secret_ballot_is_reconciled_in_one_box_or_several(hall: Jinlin) -> None:
    words = ("--method", "无记名", "--handed-out", "10", "--collected", "9", "--for", "6",
             "--against", "2", "--invalid", "1", "--json")  # fmt: skip
    row = hall("meeting", "vote", "M1", "1", *words).data
    assert (row["method"], row["handed_out"], row["collected"], row["invalid"]) == (
        "secret", 10, 9, 1,
    )  # fmt: skip
    assert row["not_voting"] == 1
    boxes = ("--batch", "一组=6/6/4/1/1/0", "--batch", "二组=4/3/3/0/0/0", "--json")
    row = hall("meeting", "vote", "M1", "2", *boxes).data
    assert (row["in_favour"], row["against"], row["abstained"], row["not_voting"]) == (7, 1, 1, 1)
    assert [box["label"] for box in row["batches"]] == ["一组", "二组"]


def test_papers_that_do_not_add_up_are_refused(hall: Jinlin) -> None:
    before = hall.db.read_bytes()
    for words, said in (
        (
            ("--batch", "一组=6/5/4/1/1/0"),
            "一组：赞成4票 + 反对1票 + 弃权1票 = 6，与收回的5张不符",
        ),
        (("--batch", "一组=5/6/4/1/1/0"), "收回多于发出"),
        (("--batch", "一组=6/6/6/0/0/0", "--batch", "二组=6/6/6/0/0/0"), "发出12张，多于"),
        (("--handed-out", "10", "--collected", "10", "--for", "9"), "与收回的10张不符"),
    ):
        assert said in hall("meeting", "vote", "M1", "1", *words, code=1).err, words
        assert hall.db.read_bytes() == before, words


def test_who_is_in_the_room_then_is_what_counts(hall: Jinlin) -> None:
    hall("meeting", "attend", "M1", HALL[10], HALL[11], "--time", "20:00")
    hall("meeting", "attend", "M1", HALL[0], "--left", "20:30")
    untold = hall("meeting", "vote", "M1", "1", "--for", "11", code=2)
    assert "请写明表决时间" in untold.err
    for at, present in (("19:45", 10), ("20:15", 12), ("20:30", 11)):
        shown = hall("meeting", "quorum", "M1", "--time", at, "--json").data
        assert shown["present"] == present
    assert hall("meeting", "vote", "M1", "1", "--for", "12", "--time", "20:15", "--json").data[
        "passed"
    ]
    said = hall("meeting", "vote", "M1", "2", "--for", "12", "--time", "20:45", code=1).err
    assert "而可以投票的只有11人" in said


def test_while_it_goes_on_now_is_the_moment(hall: Jinlin) -> None:
    hall("meeting", "attend", "M1", HALL[10], "--time", "20:00")
    hall.now = hall.now.replace(day=4, hour=11, minute=45)  # 19:45 in China
    row = hall("meeting", "vote", "M1", "1", "--for", "10", "--json").data
    assert (row["present"], row["taken_at"]) == (10, "2026-11-04T19:45:00+08:00")


def test_a_question_is_answered_once_and_corrected_with_a_reason(hall: Jinlin) -> None:
    hall("meeting", "attend", "M1", *HALL[10:12])
    hall("meeting", "vote", "M1", "1", "--for", "10", "--against", "2")
    twice = hall("meeting", "vote", "M1", "1", "--for", "12", code=1)
    assert "--更正 V1" in twice.err
    hall("meeting", "vote", "M1", "1", "--for", "12", "--question", "是否公开报告")
    hall("meeting", "vote", "M1", "--revise", "V1", "--for", "12", code=2)
    row = hall("meeting", "vote", "M1", "--revise", "V1", "--reason", "误记反对 2票", "--for", "12",
               "--json").data  # fmt: skip
    assert (row["number"], row["revision"], row["passed"]) == ("M1-V1", 2, True)
    shown = hall("meeting", "votes", "M1", "V1", "--json").data
    assert [one["revision"] for one in shown["revisions"]] == [1, 2]
    assert "更正（第2版）：误记反对 2票" in shown["lines"]
    assert [one["revision"] for one in hall("meeting", "votes", "M1", "--json").data] == [2, 1]


def test_undo_takes_a_vote_and_a_correction_back(hall: Jinlin) -> None:
    tables = ("vote", "vote_answer", "vote_batch", "vote_recusal")
    states = [[hall.sql(f"SELECT * FROM {table}") for table in tables]]
    for words in (
        ("1", "--for", "其余", "--against", "赵一"),
        ("1", "--revise", "V1", "--reason", "x", "--batch", "一组=10/10/10/0/0/0"),
    ):
        hall("meeting", "vote", "M1", *words)
        states.append([hall.sql(f"SELECT * FROM {table}") for table in tables])
    said = []
    while len(states) > 1:
        states.pop()
        said.append(hall("undo", lang="en").out.strip())
        assert [hall.sql(f"SELECT * FROM {table}") for table in tables] == states[-1]
    assert said == [
        "Undone: take back the correction of vote M1-V1",
        "Undone: take back vote M1-V1 on item 1",
    ]
    assert hall("meeting", "vote", "M1", "1", "--for", "10", "-q").out == "M1-V2\n"


def test_a_dry_run_leaves_the_file_as_it_was(hall: Jinlin) -> None:
    before = hall.db.read_bytes()
    assert hall("meeting", "vote", "M1", "1", "--for", "10", "--dry-run", "--json").data["dry_run"]
    assert hall.db.read_bytes() == before


def test_an_admission_counts_opinions_in_writing(hall: Jinlin) -> None:
    hall("meeting", "attend", "M1", HALL[10])
    hall("meeting", "attend", "M1", HALL[11], "--written", "同意接收的书面意见")
    row = hall("meeting", "vote", "M1", "1", "--kind", "发展党员", "--for", "12", "--json").data
    assert (row["present"], row["written"], row["passed"]) == (11, 1, True)
    assert "书面意见1人" in hall("meeting", "votes", "M1", "V1").out
    said = hall("meeting", "vote", "M1", "2", "--for", "12", code=1).err
    assert "只有11人" in said, "in a plain decision an opinion in writing is no vote"


def test_in_a_council_everybody_on_the_roll_votes_and_who_is_concerned_stands_back(
    council: Jinlin,
) -> None:
    row = council("meeting", "vote", "M1", "1", "--for", "5", "--against", "4", "--recused", "孙一",
                  "--recused-reason", "棚在其楼下", "--json").data  # fmt: skip
    assert (row["entitled"], row["recused"], row["base_count"], row["needed"]) == (10, 1, 9, 5)
    assert row["passed"]
    assert row["recusals"] == [{"name": "孙一", "reason": "棚在其楼下"}]
    assert row["rule"]["confidence"] == "own"
    said = council("meeting", "vote", "M1", "2", "--for", "其余", "--against", "李经理", code=1).err
    assert "李经理不能表决：列席" in said


def test_in_a_council_somebody_there_votes_for_somebody_absent(council: Jinlin) -> None:
    council("meeting", "attend", "M1", "孙业", "--state", "请假")
    council(
        "meeting", "attend", "M1", "孙一", "--proxy-for", "孙业", "--authority", "11月3日委托书"
    )
    row = council("meeting", "vote", "M1", "1", "--for", "其余", "--json").data
    assert (row["entitled"], row["present"], row["proxies"], row["in_favour"]) == (11, 10, 1, 11)
    assert [one["how"] for one in row["answers"]].count("proxy") == 1
    assert "委托1人" in council("meeting", "votes", "M1", "V1").out


def test_a_meeting_that_takes_no_votes_says_so(jinlin: Jinlin) -> None:
    jinlin("meeting", "add", "--type", "听证会", "--time", "2026-11-04 9:00", "--item", "架空层")
    jinlin("meeting", "attend", "M1", "孙一")
    before = jinlin.db.read_bytes()
    assert "不表决" in jinlin("meeting", "vote", "M1", "1", "--for", "1", code=1).err
    assert jinlin.db.read_bytes() == before


def test_a_meeting_without_attendance_takes_no_vote(jinlin: Jinlin) -> None:
    jinlin("meeting", "add", "--type", "邻里议事会", "--time", "2026-11-04 9:00", "--item", "x")
    jinlin("meeting", "add", "--type", "支委会", "--time", "2026-11-04 9:00", "--item", "x")
    before = jinlin.db.read_bytes()
    assert "没有有表决权的人员" in jinlin("meeting", "vote", "M1", "1", "--for", "1", code=1).err
    said = jinlin("meeting", "vote", "M2", "1", "--for", "1", code=1).err
    assert "实到0人" in said
    assert jinlin.db.read_bytes() == before


def test_in_an_overlay_branch_party_votes_are_off_unless_permitted(hall: Jinlin) -> None:
    hall("branch", "edit", "--type", "兼合式")
    before = hall.db.read_bytes()
    said = hall("meeting", "vote", "M1", "1", "--for", "10", code=1).err
    assert "兼合式支部" in said
    assert "原支部进行" in said
    assert hall.db.read_bytes() == before
    assert hall("meeting", "quorum", "M1", "--json").data["entitled"] == 0
    assert "兼合式支部" in hall("meeting", "types", "党员大会").out
    hall("branch", "edit", "--permission", "街道党工委 2026-01-05 批复：可就小区事务表决")
    assert hall("meeting", "vote", "M1", "1", "--for", "10", "--json").data["entitled"] == 20


def test_in_an_overlay_branch_a_council_votes_all_the_same(council: Jinlin) -> None:
    council("branch", "edit", "--type", "兼合式")
    assert council("meeting", "vote", "M1", "1", "--for", "10", "--json").data["passed"]


def test_opening_says_whether_there_is_a_quorum_then(hall: Jinlin) -> None:
    hall("meeting", "attend", "M1", HALL[0], "--state", "缺席")
    told = hall("meeting", "open", "M1", "--time", "19:35").err
    assert "实到9人，未达到半数（须10人），不能表决" in told


def test_once_the_minutes_are_confirmed_nothing_is_voted_or_corrected(hall: Jinlin) -> None:
    hall("meeting", "vote", "M1", "1", "--for", "10")
    hall("meeting", "confirm", "M1", "--yes")
    before = hall.db.read_bytes()
    for words in (
        ("vote", "M1", "2", "--for", "10"),
        ("vote", "M1", "--revise", "V1", "--reason", "x", "--for", "9", "--against", "1"),
        ("elect", "M1", "2", "赵一=10", "--handed-out", "10", "--collected", "10"),
        ("attend", "M1", HALL[12]),
        ("attend", "M1", "--expected", "--yes"),
        ("announce", "M1"),
    ):
        assert "已于" in hall("meeting", *words, code=1).err
        assert hall.db.read_bytes() == before


def test_a_meeting_that_voted_keeps_its_kind_and_its_day(hall: Jinlin) -> None:
    hall("meeting", "vote", "M1", "1", "--for", "10")
    before = hall.db.read_bytes()
    for words in (("--type", "邻里议事会"), ("--time", "2026-11-03 19:30")):
        assert "已按会议类型和当日的规则" in hall("meeting", "edit", "M1", *words, code=1).err
    assert hall.db.read_bytes() == before
    hall("meeting", "edit", "M1", "--time", "2026-11-04 19:00")
    shown = hall("meeting", "show", "M1", "--json").data
    assert shown["opened_at"] == shown["held_at"] == "2026-11-04T19:00:00+08:00"


def test_who_sits_in_is_in_the_room(council: Jinlin) -> None:
    people = council("meeting", "quorum", "M1", "--json").data["people"]
    assert {one["name"]: one["where"] for one in people}["李经理"] == "here"
    assert "10人" in council("meeting", "attend", "M1", "李主任", "--state", "列席").err


def test_no_meeting_ends_before_its_last_vote(hall: Jinlin) -> None:
    hall("meeting", "vote", "M1", "1", "--for", "10", "--time", "20:15")
    before = hall.db.read_bytes()
    for words in (("close", "M1", "--time", "20:00"), ("edit", "M1", "--end", "20:00")):
        assert "2026-11-04 20:15" in hall("meeting", *words, code=1).err
    assert hall.db.read_bytes() == before
    hall("meeting", "close", "M1", "--time", "20:15")


def test_a_vote_written_down_after_the_meeting_does_not_hold_its_end_back(hall: Jinlin) -> None:
    hall.now = datetime.fromisoformat("2026-11-04T22:30:00+08:00")
    hall("meeting", "vote", "M1", "1", "--for", "10")
    hall("meeting", "close", "M1", "--time", "21:00")


def test_the_only_item_of_a_meeting_needs_no_number(jinlin: Jinlin) -> None:
    for name in ("王一", "王二", "王三"):
        jinlin("member", "add", name, "--party-state", "full")
    jinlin("会议", "新增", "党员大会", "2026-11-05", "09:00", "--议题", "年度工作报告")
    jinlin("会议", "开会", "M1", "--at", "09:00")
    jinlin("签到", "王一", "王二", "王三")
    assert "M1-V1（议题1）：年度工作报告" in jinlin("表决", "M1", "3", "0", "0").out
    jinlin("会议", "议题", "M1", "预算", "--原因", "临时增加")
    assert "还缺：议题" in jinlin("表决", "M1", "3", "0", "0", code=2).err
