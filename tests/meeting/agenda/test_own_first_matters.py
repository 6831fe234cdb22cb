"""Matters a branch deliberates first of its own accord, beside those of the law."""

from __future__ import annotations

from harness import Jinlin


def test_a_matter_of_its_own_marks_items_from_then_on(jinlin: Jinlin) -> None:
    def item(title: str) -> bool:
        said = jinlin("meeting", "item", "M1", title, "--json").data
        assert isinstance(said["branch_first"], bool)
        return said["branch_first"]

    jinlin("meeting", "add", "业委会会议", "2026-11-20 19:30")
    jinlin("meeting", "add", "邻里议事会", "2026-11-21 19:30")
    assert not item("补种桂花")
    jinlin(
        "meeting", "first", "add", "绿化调整", "--words", "花坛，桂花", "--source", "议事规则12条"
    )
    assert item("再补种桂花")
    assert item("东门绿化调整方案")
    assert not item("修路灯")
    council = jinlin("meeting", "item", "M2", "补种桂花", "--json").data
    assert council["branch_first"] is False, "a council is no body of owners"
    lines = {row["matter"]: row for row in jinlin("meeting", "first", "--json").data}
    assert lines["use_of_fund"]["confidence"] == "law"
    own = lines["绿化调整"]
    assert (own["words"], own["basis"], own["confidence"]) == ("花坛，桂花", "议事规则12条", "own")
    jinlin("meeting", "first", "edit", "绿化调整", "--words", "")
    assert not item("三补桂花")
    jinlin("meeting", "first", "add", "动用维修资金", code=1)
    jinlin("meeting", "first", "remove", "绿化调整")
    assert not item("西门绿化调整方案")
    jinlin("undo", "--yes")
    jinlin("undo", "--yes")
    assert "绿化调整" in jinlin("meeting", "first").out


def test_an_item_of_the_branch_is_called_as_the_one_it_is_for(jinlin: Jinlin) -> None:
    named = jinlin("meeting", "add", "业委会会议", "2026-11-20 19:30", "更换物业")
    [line] = [line for line in named.err.splitlines() if "会议名称" in line]
    jinlin(*line.partition("jinlin ")[2].split())
    jinlin("meeting", "add", "支委会", "2026-11-10 19:30")
    jinlin("meeting", "item", "M2", code=2)
    assert jinlin("meeting", "item", "M2", "--for", "M1/1", "--json").data["title"] == "更换物业"
    jinlin("meeting", "item", "M2", "--for", "M1/2", code=3)
    assert "会议名称" not in jinlin("meeting", "add", "业委会会议", "2026-11-21 19:30", "例会").err
