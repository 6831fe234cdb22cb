"""Major matters step by step: a record proves a step, and what is due and not proved is missing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from harness import Jinlin

STEPS = ("first", "council", "vote", "decision", "result", "evaluation")
ROOMS = ("101", "102", "201")


def meet(jinlin: Jinlin, kind: str, day: str, *more: str) -> None:
    jinlin("meeting", "add", "--type", kind, "--time", f"2026-{day} 19:30", *more)


def chain(jinlin: Jinlin, *words: str) -> list[Any]:
    rows = jinlin("meeting", "resolutions", "--chain", *words, "--json").data
    return [(one.get("number"), [one[step] for step in STEPS]) for one in rows]


def test_each_step_is_proved_by_its_record_and_what_was_passed_over_is_missing(
    jinlin: Jinlin,
) -> None:
    jinlin("building", "add", "3")
    for room in ROOMS:
        jinlin(
            "household", "add", f"3-1-{room}", "--owner", f"王{room[0]}{room[-1]}", "--area", "90"
        )
    meet(jinlin, "业主大会", "10-24", "--item", "续聘物业")
    jinlin("notice", "post", "业主大会通知", "--about", "M1", "--matter", "业主大会", "--text", "票样",
           "--for", "全体业主", "--place", "大厅", "--signer", "业委会", "--date", "2026-10-08")  # fmt: skip
    meet(jinlin, "邻里议事会", "10-10", "--item", "物业去留")
    jinlin("meeting", "item", "M2", "物业去留", "--item", "1", "--for", "M1/1")
    jinlin("meeting", "say", "M2", "1", "林秀英", "续聘")
    jinlin("meeting", "announce", "M1", "--date", "2026-10-08")
    ballots = jinlin.folder / "表决.csv"
    ballots.write_text(
        "\n".join(["楼栋,单元,房号,表决意见", *(f"3,1,{room},同意" for room in ROOMS)]), "utf-8"
    )
    jinlin("meeting", "ballot", "M1", "1", ballots, "--matter", "选聘物业")
    jinlin("meeting", "resolve", "M1", "续聘物业三年", "--item", "1", "--owner", "业委会")
    assert chain(jinlin) == [
        ("M1-1", ["missing", "M2/1", "M1-V1", "missing", "not_yet", "not_yet"])
    ]  # fmt: skip
    meet(jinlin, "支委会", "10-30", "--item", "物业去留")
    jinlin("meeting", "resolve", "M3", "建议续聘", "--item", "1")
    jinlin("meeting", "item", "M3", "--item", "1", "--for", "M1/1", "物业去留")
    assert chain(jinlin)[0][1][0] == "missing"  # the branch deliberated after the owners
    jinlin("meeting", "edit", "M3", "--time", "2026-10-09 19:30")
    jinlin(
        "notice", "post", "--from", "决议", "--of", "M1", "--place", "大厅", "--signer", "业委会"
    )
    jinlin("meeting", "done", "M1-1", "--date", "2026-11-04")
    assert chain(jinlin) == [
        ("M1-1", ["M3/1", "M2/1", "M1-V1", "N2", "not_yet", "not_yet"])
    ]  # fmt: skip
    jinlin.now = datetime(2026, 11, 20, 4, tzinfo=UTC)
    assert chain(jinlin)[0][1][4:] == ["missing", "not_yet"]
    jinlin("notice", "post", "--from", "结果", "--of", "M1-1", "--place", "大厅")
    jinlin("survey", "add", "两评", "--evaluate", "物业")
    jinlin("survey", "answer", "满意")
    [(_number, proofs)] = chain(jinlin, "--owner", "业委会")
    assert proofs[4:] == ["N3", "W1"]
    assert chain(jinlin, "--owner", "居委会") == []
    shown = jinlin("meeting", "resolutions", "--chain", "--public").out
    assert "2026-10-09" in shown
    assert "M1" not in shown
    jinlin("meeting", "resolutions", "--public", code=2)


def test_what_is_no_major_matter_has_no_chain_and_advice_is_no_vote(jinlin: Jinlin) -> None:
    meet(jinlin, "邻里议事会", "10-10", "--item", "长椅", "--item", "使用公共收益修长椅")
    jinlin("meeting", "resolve", "M1", "长椅换位置", "--item", "1")
    jinlin("meeting", "resolve", "M1", "建议动用公共收益", "--item", "2")
    assert chain(jinlin) == [
        ("M1-2", ["missing", "M1/2", "not_yet", "not_yet", "not_yet", None])
    ]  # fmt: skip
    due = {one["code"]: one for one in jinlin("meeting", "major", "--json").data}
    assert (due["common_revenue"]["council"], due["common_revenue"]["vote"]) == (False, True)
    jinlin("meeting", "done", "M1-2", "--date", "2026-10-12")
    assert chain(jinlin)[0][1] == ["missing", "M1/2", "missing", "missing", "missing", None]
    jinlin("meeting", "major", "add", "长椅", "--steps", "结果公开，议事", "--source", "议事规则")
    jinlin("meeting", "major", "add", "花坛", "--steps", "打分", code=2)
    own = jinlin("meeting", "major", "--json").data[0]
    assert (own["name"], own["council"], own["first"]) == ("长椅", True, False)
    assert own["confidence"] == "own"
    assert chain(jinlin)[-1] == ("M1-1", [None, "M1/1", None, None, "not_yet", None])
