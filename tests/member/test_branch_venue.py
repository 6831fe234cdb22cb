"""`jinlin branch venue` and `room`."""

from __future__ import annotations

from collections.abc import Callable

from harness import Jinlin


def points(jinlin: Jinlin) -> list[tuple[int, str, str]]:
    return [
        (row["point"], row["name"], row["state"])
        for row in jinlin("branch", "venue", "--json").data
    ]


def test_the_checklist_begins_with_six_points_and_tells_their_origin(jinlin: Jinlin) -> None:
    assert [name for _n, name, _s in points(jinlin)] == [
        "有场所", "有设施", "有标志", "有党旗", "有书报", "有制度",
    ]  # fmt: skip
    assert {state for *_rest, state in points(jinlin)} == {"unchecked"}
    assert "Origin: " in jinlin("branch", "venue", lang="en").out


def test_a_point_is_checked_by_number_or_name(jinlin: Jinlin) -> None:
    jinlin("branch", "venue", "check", "3", "--met")
    jinlin("branch", "venue", "check", "有书报", "--not", "--note", "报纸没续订", "--date", "11-01")
    states = {name: state for _n, name, state in points(jinlin)}
    assert (states["有标志"], states["有书报"], states["有场所"]) == ("met", "missing", "unchecked")
    [row] = [r for r in jinlin("branch", "venue", "--json").data if r["name"] == "有书报"]
    assert (row["note"], row["checked_on"]) == ("报纸没续订", "2026-11-01")
    assert jinlin("branch", "show", "--json").data["venue"] == "1/6"


def test_a_point_can_be_added_and_removed_and_its_number_is_not_given_again(jinlin: Jinlin) -> None:
    assert (
        jinlin("branch", "venue", "add", "有监控", "--origin", "街道2026年要求", "-q").out == "7\n"
    )
    jinlin("branch", "venue", "remove", "有监控")
    assert jinlin("branch", "venue", "add", "有热水", "--quiet").out == "8\n"
    jinlin("undo")
    assert len(points(jinlin)) == 6


def test_a_wrong_point_is_refused(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    for words, code in (
        (["check", "3"], 2),
        (["check", "9", "--met"], 3),
        (["add", "有场所"], 1),
        (["add", ""], 2),
        (["add"], 2),
        (["remove", "没有的"], 3),
    ):
        assert jinlin("branch", "venue", *words, code=code, lang="en").err.startswith("Error:"), (
            words
        )


def test_a_room_has_several_uses(jinlin: Jinlin) -> None:
    jinlin("branch", "room", "add", "党群活动室", "--whose", "物业用房", "--place", "3号楼架空层",
           "--use", "四点半课堂 周一至周五16:30", "--use", "书画 周六上午")  # fmt: skip
    jinlin("branch", "room", "edit", "党群活动室", "--use", "议事 周五19:30", "--no-use", "书画")
    got = jinlin("branch", "room", "show", "党群活动室", "--json").data
    assert [use["use"] for use in got["uses"]] == ["四点半课堂 周一至周五16:30", "议事 周五19:30"]
    assert (got["whose"], got["place"]) == ("物业用房", "3号楼架空层")
    [row] = jinlin("branch", "room", "--json").data
    assert row["uses"] == "四点半课堂 周一至周五16:30；议事 周五19:30"


def test_a_room_is_renamed_removed_and_brought_back(jinlin: Jinlin) -> None:
    jinlin("branch", "room", "add", "会议室")
    jinlin("branch", "room", "edit", "会议室", "--name", "议事厅")
    jinlin("branch", "room", "remove", "议事厅")
    assert jinlin("branch", "room", "--json").data == []
    jinlin("undo")
    assert [row["name"] for row in jinlin("branch", "room", "--json").data] == ["议事厅"]


def test_a_wrong_room_is_refused(jinlin: Jinlin) -> None:
    jinlin("branch", "room", "add", "会议室")
    before = jinlin.db.read_bytes()
    for words, code in (
        (["add", "会议室"], 1),
        (["edit", "会议室"], 2),
        (["edit", "会议室", "--no-use", "打牌"], 3),
        (["edit", "会议室", "--name", ""], 2),
        (["edit", "会议室", "--note", ""], 1),
        (["show", "仓库"], 3),
        (["remove", "仓库"], 3),
    ):
        assert jinlin("branch", "room", *words, code=code, lang="en").err.startswith("Error:"), (
            words
        )
        assert jinlin.db.read_bytes() == before, words


def test_a_point_is_there_or_not_in_a_word(jinlin: Jinlin) -> None:
    for word, met in (("有", True), ("没有", False)):
        got = jinlin("branch", "venue", "check", "有场所", word, "--json").data
        assert got["met"] is met
    jinlin("branch", "venue", "check", "有场所", "也许", code=2)


def test_a_point_keeps_its_remark_until_another_is_said(jinlin: Jinlin) -> None:
    jinlin("branch", "venue", "check", "1", "有", "--note", "门口", "--date", "2026-11-01")
    jinlin("branch", "venue", "check", "1", "没有", "--date", "2026-11-02")
    point = jinlin("branch", "venue", "--json").data[0]
    assert (point["state"], point["checked_on"], point["note"]) == ("missing", "2026-11-02", "门口")
    jinlin("branch", "venue", "check", "1", "--met", "--note", "")
    assert jinlin("branch", "venue", "--json").data[0]["note"] is None


def test_a_new_point_is_not_looked_at_yet(jinlin: Jinlin) -> None:
    jinlin("branch", "venue", "add", "有热水", "--origin", "街道", "--note", "夏天")
    point = jinlin("branch", "venue", "--json").data[-1]
    assert (point["point"], point["name"], point["state"]) == (7, "有热水", "unchecked")
    assert (point["origin"], point["note"]) == ("街道", "夏天")


def test_a_use_is_meant_by_its_beginning_where_only_one_begins_so(jinlin: Jinlin) -> None:
    jinlin("branch", "room", "add", "会议室", "--use", "书画 周六", "--use", "书法 周日")
    before = jinlin.db.read_bytes()
    error = jinlin("branch", "room", "edit", "会议室", "--no-use", "书", "--json", code=3).error
    assert "书画 周六" in error["hint"]
    assert jinlin.db.read_bytes() == before
    jinlin(
        "branch",
        "room",
        "edit",
        "会议室",
        "--no-use",
        "书法",
        "--use",
        "书画 周六",
        "--note",
        "二楼",
    )
    shown = jinlin("branch", "room", "show", "会议室", "--json").data
    assert ([use["use"] for use in shown["uses"]], shown["note"]) == (["书画 周六"], "二楼")


def test_a_room_never_takes_the_name_of_another_and_may_be_spelt_anew(jinlin: Jinlin) -> None:
    for name in ("会议室", "书屋 A"):
        jinlin("branch", "room", "add", name)
    before = jinlin.db.read_bytes()
    jinlin("branch", "room", "edit", "会议室", "--name", "书屋a", code=1)
    jinlin("branch", "room", "add", " ", code=2)
    assert jinlin.db.read_bytes() == before
    jinlin("branch", "room", "edit", "书屋a", "--name", "书屋A")
    assert [row["name"] for row in jinlin("branch", "room", "--json").data] == ["会议室", "书屋A"]


def test_whether_a_point_is_there_is_said_once(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    for words in (["有", "--not"], ["没"], ["有", "--date", "2026-11-06"]):
        jinlin("branch", "venue", "check", "1", *words, code=2)
    unchanged()
