"""A meeting was held where somebody came, or where a notebook says so and no attendance is kept."""

from __future__ import annotations

import pytest
from harness import Jinlin


@pytest.fixture
def committee(jinlin: Jinlin) -> Jinlin:
    """The owners' committee, with three members, has a meeting `M1` on record."""
    for name, title in (("孙一", "主任"), ("孙二", "委员"), ("孙三", "委员")):
        jinlin("member", "post", "add", name, "--title", title, "--body", "业委会", "--new")
    jinlin(
        "meeting",
        "add",
        "--type",
        "业委会会议",
        "--time",
        "2026-11-02 19:30",
        "--item",
        "定保洁次数",
    )
    return jinlin


def counted(jinlin: Jinlin) -> int:
    return int(jinlin("report", "monthly", "11", "--json").data["meetings"]["held"])


def test_a_notebook_with_decisions_alone_counts_and_is_told_what_it_lacks(
    committee: Jinlin,
) -> None:
    committee.now = committee.now.replace(day=20)
    assert counted(committee) == 0
    told = committee("meeting", "resolve", "M1", "每周拖洗楼道两次", "--item", "1").err
    assert "没有记到会情况" in told
    assert "jinlin 会议 签到 M1" in told
    assert counted(committee) == 1
    body = committee("notice", "post", "--from", "决议", "--of", "M1", "--place", "公告栏",
                     "--signer", "业委会").out  # fmt: skip
    page = committee("notice", "show", "1").out
    assert "到会0人" not in body + page
    committee("meeting", "attend", "M1", "孙一", "孙二")
    assert (
        "没有记到会" not in committee("meeting", "resolve", "M1", "周三、周六", "--item", "1").err
    )


def test_where_nobody_came_nothing_is_held_nor_decided(committee: Jinlin) -> None:
    committee.now = committee.now.replace(day=20)
    committee("meeting", "attend", "M1", "孙一", "孙二", "孙三", "--state", "缺席")
    committee("meeting", "open", "M1", "--time", "19:30")
    told = committee("meeting", "resolve", "M1", "每周拖洗楼道两次", "--item", "1").err
    assert "没有一个到会" in told
    assert counted(committee) == 0
    assert committee("meeting", "resolutions", "--json").data[0]["status"] == "unattended"
    for verb in (("meeting", "publish", "M1"), ("notice", "post", "--from", "决议", "--of", "M1")):
        assert "jinlin 会议 签到 M1" in committee(*verb, code=1).err, verb
    assert "M1" not in [row["number"] for row in committee("notice", "due", "--json").data]
    committee("meeting", "attend", "M1", "孙一", "孙二")
    assert counted(committee) == 1
    assert "每周拖洗楼道两次" in committee("meeting", "publish", "M1").out


def test_a_planned_end_is_no_sign_that_it_was_held_and_closing_it_then_is(
    committee: Jinlin,
) -> None:
    committee.now = committee.now.replace(day=20)
    committee("meeting", "edit", "M1", "--end", "21:00")
    assert counted(committee) == 0
    closed = committee("meeting", "close", "M1", "--time", "21:00")
    assert "留待下次的议题：1" in closed.err
    assert counted(committee) == 1
