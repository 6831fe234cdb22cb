"""Leaving the register and coming back; membership moving in and out."""

from __future__ import annotations

from collections.abc import Callable

from harness import Jinlin


def numbers(jinlin: Jinlin, *words: str) -> list[str]:
    return [row["number"] for row in jinlin("member", "list", *words, "--json").data]


def test_who_leaves_is_kept_with_the_reason_and_comes_back(jinlin: Jinlin) -> None:
    jinlin("member", "add", "陈建国", "--party-state", "full", "--skill", "理发", "--post", "委员")
    gone = jinlin(
        "member", "remove", "陈建国", "--reason", "迁出", "--date", "2026-10-01", "--json"
    ).data
    assert gone["posts"] == ["委员"]
    assert numbers(jinlin) == ["P1"]
    [left] = jinlin("member", "list", "--left", "--json").data
    assert (left["number"], left["left_on"], left["left_reason"]) == ("P2", "2026-10-01", "迁出")
    assert jinlin("member", "show", "陈建国", "--json").data["left_reason"] == "迁出"
    assert "党员 恢复 P2" in jinlin("member", "add", "陈建国", "--json", code=1).error["hint"]
    jinlin("member", "restore", "陈建国")
    assert numbers(jinlin) == ["P1", "P2"]
    assert numbers(jinlin, "--left") == []
    assert jinlin("member", "show", "陈建国", "--json").data["skills"] == "理发"


def test_who_leaves_with_work_in_her_hands_is_told_of_with_how_to_hand_it_over(
    jinlin: Jinlin,
) -> None:
    jinlin("building", "add", "3")
    jinlin("member", "add", "陈建国", "--party-state", "full")
    jinlin("team", "cover", "陈建国", "--building", "3")
    jinlin("issue", "add", "路灯不亮", "--building", "3", "--category", "公共照明")
    jinlin("issue", "assign", "1", "陈建国")
    said = jinlin("member", "remove", "陈建国", "--reason", "迁出").err
    assert "jinlin 服务队 取消包联 P2" in said
    assert "jinlin 事项 派单 2026-0001" in said


def test_leaving_and_restoring_are_undone(jinlin: Jinlin) -> None:
    jinlin("member", "add", "陈建国")
    before = jinlin.sql("SELECT * FROM member")
    jinlin("member", "remove", "陈建国", "--reason", "去世")
    gone = jinlin.sql("SELECT * FROM member")
    jinlin("member", "restore", "陈建国")
    jinlin("undo")
    assert jinlin.sql("SELECT * FROM member") == gone
    jinlin("undo")
    assert jinlin.sql("SELECT * FROM member") == before


def test_membership_moves_out_with_its_letter_and_the_posts_are_told(jinlin: Jinlin) -> None:
    jinlin("member", "add", "陈建国", "--party-state", "full", "--post", "组织委员")
    out = jinlin("member", "transfer", "陈建国", "--out", "--other", "省直支部", "--letter", "介字12",
                 "--date", "2026-10-08", lang="en")  # fmt: skip
    assert "She still holds: 组织委员" in out.err
    assert numbers(jinlin) == ["P1"]
    shown = jinlin("member", "show", "陈建国", "--json").data
    assert shown["transfers"] == [
        {"direction": "out", "moved_on": "2026-10-08", "other": "省直支部", "letter": "介字12"}
    ]
    jinlin("undo")
    assert numbers(jinlin) == ["P1", "P2"]
    assert jinlin.sql("SELECT * FROM transfer") == []


def test_who_lives_on_here_reports_in_after_moving_out(jinlin: Jinlin) -> None:
    jinlin("member", "add", "陈建国", "--party-state", "full")
    jinlin(
        "member",
        "transfer",
        "陈建国",
        "--out",
        "--stays",
        "--other",
        "单位支部",
        "--date",
        "2026-10-08",
    )
    shown = jinlin("member", "show", "陈建国", "--json").data
    assert (shown["affiliation"], shown["reported_on"]) == ("report_in", "2026-10-08")


def test_membership_moves_in_for_somebody_known_new_or_back(jinlin: Jinlin) -> None:
    jinlin("member", "report-in", "张伟", "--employer", "市财政局")
    jinlin("member", "transfer", "张伟", "--in", "--other", "市财政局支部")
    shown = jinlin("member", "show", "张伟", "--json").data
    assert (shown["affiliation"], shown["reported_on"], shown["employer"]) == (
        "here",
        None,
        "市财政局",
    )
    jinlin("member", "transfer", "王芳", "--in", "--party-state", "预备", "--other", "A支部")
    assert jinlin("member", "show", "王芳", "--json").data["party_state"] == "probationary"
    jinlin("member", "transfer", "张伟", "--out", "--other", "B支部")
    jinlin("member", "transfer", "张伟", "--in", "--other", "B支部")
    assert numbers(jinlin) == ["P1", "P2", "P3"]
    assert len(jinlin("member", "show", "张伟", "--json").data["transfers"]) == 3


def test_part_of_a_name_does_not_move_somebody_else_in(jinlin: Jinlin) -> None:
    jinlin("member", "report-in", "王芳芳")
    jinlin("member", "transfer", "王芳", "--in", "--party-state", "full", "--other", "A支部")
    assert jinlin("member", "show", "王芳芳", "--json").data["affiliation"] == "report_in"


def test_membership_that_moved_away_stays_away_when_she_is_restored(jinlin: Jinlin) -> None:
    jinlin("member", "add", "陈建国", "--party-state", "full")
    jinlin("member", "transfer", "陈建国", "--out", "--other", "B支部")
    jinlin("member", "restore", "陈建国")
    assert jinlin("member", "show", "陈建国", "--json").data["affiliation"] == "none"


def test_bad_words_are_refused_and_nothing_is_kept(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    for words, code in (
        (("remove", "林秀英"), 2),
        (("remove", "林秀英", "--reason", " "), 2),
        (("remove", "林秀英", "--reason", "迁出", "--date", "2026-11-06"), 2),
        (("remove", "陌生人", "--reason", "迁出"), 3),
        (("restore", "林秀英"), 1),
        (("restore", "陌生人"), 3),
        (("transfer", "林秀英", "--other", "A支部"), 2),
        (("transfer", "林秀英", "--in", "--out", "--other", "A支部"), 2),
        (("transfer", "林秀英", "--out"), 2),
        (("transfer", "林秀英", "--in", "--other", "A支部"), 1),
        (("transfer", "王芳", "--in", "--other", "A支部"), 1),
        (("transfer", "王芳", "--out", "--other", "A支部"), 3),
        (("transfer", "林秀英", "--out", "--other", "A支部", "--date", "2026-12-01"), 2),
    ):
        error = jinlin("member", *words, "--json", code=code).error
        assert error["message"], words
        assert error["hint"], words
        unchanged()


def test_who_was_merged_leaves_and_comes_back_like_anybody(jinlin: Jinlin) -> None:
    jinlin("member", "add", "王晓燕", "--party-state", "full")
    jinlin("member", "add", "王小燕", "--party-state", "full")
    jinlin("member", "merge", "P2", "P3", "--yes")
    jinlin("member", "remove", "P2", "--reason", "迁出")
    jinlin("member", "restore", "P2")
    assert numbers(jinlin) == ["P1", "P3"]


def test_a_move_before_the_last_one_is_refused(jinlin: Jinlin) -> None:
    jinlin("member", "transfer", "林秀英", "--out", "--other", "B支部", "--date", "2026-10-01",
           "--stays")  # fmt: skip
    before = jinlin.db.read_bytes()
    words = ("member", "transfer", "林秀英", "--in", "--other", "B支部", "--date")
    assert "2026-10-01" in jinlin(*words, "2026-09-30", code=1).err
    assert jinlin.db.read_bytes() == before
    jinlin(*words, "2026-10-01")
    assert jinlin("member", "voters", "--json").data["should_attend"] == 1


def test_an_overlay_branch_takes_no_membership_in(jinlin: Jinlin) -> None:
    jinlin("branch", "edit", "--type", "兼合式")
    before = jinlin.db.read_bytes()
    words = ("member", "transfer", "周敏", "--in", "--other", "甲支部", "--party-state", "full")
    assert "党员 报到" in jinlin(*words, "--json", code=1).error["hint"]
    assert jinlin.db.read_bytes() == before
    jinlin("branch", "edit", "--permission", "可转入")
    jinlin(*words)
    assert jinlin("member", "show", "周敏", "--json").data["affiliation"] == "here"


def test_a_transfer_says_which_way_and_where_and_of_whom(jinlin: Jinlin) -> None:
    jinlin("member", "add", "周敏", "--party-state", "applicant")
    before = jinlin.db.read_bytes()
    for words, code in (
        (("周敏", "--other", "甲支部"), 2),
        (("周敏", "--in", "--out", "--other", "甲支部"), 2),
        (("周敏", "--in", "--stays", "--other", "甲支部"), 2),
        (("周敏", "--out", "--other", " "), 2),
        (("周敏", "--in", "--other", "甲支部"), 1),
        (("周敏", "--out", "--other", "甲支部"), 1),
        (("林秀英", "--in", "--other", "甲支部"), 1),
        (("没见过", "--out", "--other", "甲支部"), 3),
    ):
        error = jinlin("member", "transfer", *words, "--json", code=code).error
        assert error["message"], words
        assert error["hint"], words
        assert jinlin.db.read_bytes() == before, words


def test_a_member_who_is_there_is_neither_restored_nor_somebody_who_never_was(
    jinlin: Jinlin,
) -> None:
    before = jinlin.db.read_bytes()
    assert "--已离开" in jinlin("member", "restore", "林秀英", "--json", code=1).error["hint"]
    jinlin("member", "restore", "没见过", code=3)
    assert jinlin.db.read_bytes() == before
