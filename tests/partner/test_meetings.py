"""Meetings with the partners: units on the roll, an agenda of needs and overdue promises."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from harness import Jinlin, seeded


@seeded
def alliance(jinlin: Jinlin) -> Jinlin:
    """Three partners, one of them over; an issue passed up, one private, a late promise."""
    for issue, category in (("南门非机动车道被占", "parking"), ("两户漏水争吵", "neighbours"),
                            ("路灯不亮", "facilities")):  # fmt: skip
        jinlin("issue", "add", issue, "--category", category)
    for number in ("1", "2"):
        jinlin("issue", "escalate", number, "街道", "--request", "请呼叫城管", "--department",
               "城管", "--work-done", "已劝导")  # fmt: skip
    jinlin("partner", "add", "春江银行", "--agreement", "2026-03-01", "--contact", "王经理")
    jinlin("partner", "add", "卫生服务中心", "--agreement", "2026-03-01")
    jinlin("partner", "add", "旧厂", "--agreement", "2024-01-01", "--until", "2026-01-01")
    jinlin("partner", "support", "D2", "--what", "义诊", "--promised", "--due", "2026-11-10",
           "--date", "2026-11-01")  # fmt: skip
    jinlin("project", "add", "东门植树", "--kind", "绿化", "--budget", "5万")
    jinlin.now = datetime(2026, 11, 20, 4, tzinfo=UTC)
    jinlin("meeting", "add", "--type", "联盟联席会", "--time", "2026-11-27 9:00")
    return jinlin


def roll(jinlin: Jinlin) -> list[tuple[str, str]]:
    shown = jinlin("meeting", "show", "M1", "--json").data
    return [(one["name"], one["state"]) for one in shown["attendance"]]


def test_units_are_expected_with_their_representatives_and_come_by_their_names(
    alliance: Jinlin,
) -> None:
    alliance("meeting", "attend", "M1", "--expected")
    assert roll(alliance) == [("春江银行（王经理）", "expected"), ("卫生服务中心", "expected")]
    alliance("partner", "add", "海边书店", "--agreement", "2026-11-02")
    alliance("meeting", "attend", "M1", "--expected")
    assert len(roll(alliance)) == 3
    alliance.now = datetime(2026, 11, 27, 4, tzinfo=UTC)
    alliance("meeting", "attend", "M1", "春江银行", "海边书店")
    alliance("meeting", "attend", "M1", "卫生服务中心", "--state", "请假", "--reason", "义诊")
    assert roll(alliance) == [
        ("春江银行（王经理）", "present"), ("卫生服务中心", "excused"), ("海边书店", "present"),
    ]  # fmt: skip


def test_a_unit_is_on_the_roll_once_whoever_comes_for_it(alliance: Jinlin) -> None:
    alliance("meeting", "attend", "M1", "--expected")
    alliance.now = datetime(2026, 11, 27, 4, tzinfo=UTC)
    alliance("meeting", "attend", "M1", "春江银行（李主任）")
    assert (
        "春江银行（赵行长）"
        in alliance("meeting", "attend", "M1", "春江银行（赵行长）", code=1).err
    )
    assert roll(alliance) == [("春江银行（李主任）", "present"), ("卫生服务中心", "expected")]


def test_guests_with_the_same_name_from_two_houses_stay_two(jinlin: Jinlin) -> None:
    jinlin("meeting", "add", "--type", "邻里议事会", "--time", "2026-11-05 9:00")
    jinlin("meeting", "attend", "M1", "王阿姨（3号楼）", "王阿姨（5号楼）")
    assert len(roll(jinlin)) == 2


def test_papers_call_the_units_and_leave_room_for_who_signs(alliance: Jinlin) -> None:
    assert "各共建单位" in alliance("meeting", "notify", "M1").out
    page = "".join(alliance("meeting", "signin", "M1", "--md").out.split())
    assert "|王经理|春江银行|" in page
    assert "应到2人" in page


def test_the_agenda_has_needs_and_late_promises_and_nothing_private(alliance: Jinlin) -> None:
    alliance("meeting", "agenda", "M1", "--build")
    items = alliance("meeting", "show", "M1", "--json").data["items"]
    assert [(one["source"], one["title"]) for one in items] == [
        ("2026-0001", "南门非机动车道被占"),
        ("G1", "东门植树"),
        ("D2-1", "卫生服务中心：义诊"),
    ]
    assert items[1]["why"] == "还缺5万元"
    alliance("partner", "receive", "D2-1")
    alliance("meeting", "agenda", "M1", "--build")
    items = alliance("meeting", "show", "M1", "--json").data["items"]
    assert [one["source"] for one in items] == ["2026-0001", "G1"]


def test_the_agenda_to_hand_out_says_what_is_missing_and_what_was_promised(
    alliance: Jinlin,
) -> None:
    alliance("meeting", "agenda", "M1", "--build")
    page = "".join(alliance("meeting", "agenda", "M1").out.split())
    assert "情况：还缺5万元。" in page
    assert page.count("情况：") == 3


@pytest.mark.parametrize("kind", ["共建理事会", "联盟联席会"])
def test_without_partners_the_roll_says_what_to_record_first(jinlin: Jinlin, kind: str) -> None:
    jinlin("meeting", "add", "--type", kind, "--time", "2026-11-27 9:00")
    assert "共建单位 新增" in jinlin("meeting", "attend", "M1", "--expected", code=1).err


def test_a_unit_that_comes_is_no_stranger_and_whoever_speaks_for_it_is_named_later(
    alliance: Jinlin,
) -> None:
    alliance.now = datetime(2026, 11, 27, 4, tzinfo=UTC)
    assert "只记下姓名" not in alliance("meeting", "attend", "M1", "卫生服务中心").err
    assert "只记下姓名：海边书店" in alliance("meeting", "attend", "M1", "海边书店").err
    alliance("meeting", "attend", "M1", "卫生服务中心（李主任）")
    alliance("meeting", "attend", "M1", "卫生服务中心", code=1)
    assert roll(alliance) == [("卫生服务中心（李主任）", "present"), ("海边书店", "present")]
