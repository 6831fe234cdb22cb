"""Who manages the complex: one at a time, what was before stays, and who sits in its station."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from harness import Jinlin, seeded


@seeded
def led(jinlin: Jinlin) -> Jinlin:
    """A company that went, and a centre of the Party organisation since."""
    jinlin("branch", "manager", "set", "专业物业", "--company", "甲物业", "--since", "2015-01")
    jinlin("branch", "manager", "end", "--date", "2022-02-28", "--reason", "合同到期")
    jinlin("branch", "manager", "set", "党组织领办", "--company", "鹤峰社区物业服务中心",
           "--since", "2022-03", "--fee", "0.6")  # fmt: skip
    return jinlin


def test_a_change_of_the_manager_keeps_the_one_before(led: Jinlin) -> None:
    now, before = led("branch", "manager", "--json").data
    assert (now["model"], now["since"], now["fee_per_m2_fen"]) == ("party_led", "2022-03", 60)
    assert (before["company"], before["ended_on"]) == ("甲物业", "2022-02-28")
    shown = led("branch", "show", "--json").data
    assert (shown["management_model"], shown["manager"]) == ("party_led", "鹤峰社区物业服务中心")


def test_a_manager_that_begins_later_is_not_yet_in_force(led: Jinlin) -> None:
    led("branch", "manager", "end", "--date", "2026-12-31")
    led("branch", "manager", "set", "业主自管", "--since", "2027-01-01")
    assert led("branch", "show", "--json").data["management_model"] == "party_led"


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("set", "社区代管"), 1, "鹤峰社区物业服务中心"),
        (("edit", "专业物业", "--since", "2022-05-01"), 1, "--起"),
        (("edit", "专业物业", "--until", "2014-12"), 1, "--到"),
        (("edit", "党组织领办", "--since", "2022-02-01"), 1, "2022-02-28"),
        (("edit", "党组织领办", "--decided", "M9-1"), 3, "M9-1"),
        (("edit", "党组织领办", "--decided", "G1"), 2, "G1"),
        (("edit", "党组织领办", "--fee", "0"), 2, "0"),
        (("end", "--date", "2021-01-01"), 1, "2022-03"),
        (("set", "好物业"), 2, "好物业"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    led: Jinlin, words: tuple[str, ...], code: int, said: str
) -> None:
    before = led.dump()
    assert said in led("branch", "manager", *words, code=code).err
    assert led.dump() == before


def test_who_comes_next_needs_a_day_while_another_still_manages(led: Jinlin) -> None:
    led("branch", "manager", "end", "--date", "2026-12-31")
    assert "--起" in led("branch", "manager", "set", "业主自管", code=1).err
    led("branch", "manager", "set", "业主自管", "--since", "2026-12-31", code=0)


def test_only_what_was_carried_is_a_decision(led: Jinlin) -> None:
    led("meeting", "add", "--type", "邻里议事会", "--time", "2026-11-04 19:30",
        "--item", "换物业", "--item", "续签")  # fmt: skip
    led("meeting", "attend", "M1", *(f"孙{name}" for name in "一丁七万丈三上下不与"))
    led("meeting", "vote", "M1", "1", "--for", "4", "--against", "6")
    led("meeting", "vote", "M1", "2", "--for", "9", "--against", "1")
    assert "M1-V1" in led("branch", "manager", "edit", "2", "--decided", "M1-V1", code=1).err
    led("branch", "manager", "edit", "2", "--decided", "M1-V2")
    [now, _before] = led("branch", "manager", "--json").data
    assert now["decided"] == "M1-V2"
    led("meeting", "vote", "M1", "2", "--for", "1", "--against", "9", "--revise", "V2",
        "--reason", "记反了")  # fmt: skip
    checked = {one["check"]: one for one in led("db", "check", "--json").data}
    assert "M1-V2" in checked["management_decisions"]["found"]


def test_nobody_ends_what_is_over(led: Jinlin) -> None:
    led("branch", "manager", "end", "--date", "2026-10-31")
    led("branch", "manager", "end", code=1)
    assert led("branch", "show", "--json").data["management_model"] is None
    led("undo")
    assert led("branch", "show", "--json").data["management_model"] == "party_led"


def test_the_history_calls_a_manager_by_its_model_in_each_language(led: Jinlin) -> None:
    [entry] = led("log", "--limit", "1", "--json").data
    assert "党组织领办" in str(entry)
    assert "led by the Party organisation" in str(
        led("log", "--limit", "1", "--json", lang="en").data
    )


def test_who_leads_the_station_and_the_owners_committee_is_noted(led: Jinlin) -> None:
    """The article's own case: secretary, head of the station, chair of the owners' committee."""
    led("member", "post", "add", "林秀英", "站长", "--body", "服务站")
    added = led("member", "post", "add", "林秀英", "业委会主任", "--json")
    assert [one["conflict"] for one in added.data["conflicts"]] == ["committee_and_company"]
    assert "服务站" in led("branch", "show", "--json").data["service_posts"]


def test_a_contract_that_ends_within_three_months_stands_in_today(led: Jinlin) -> None:
    led("branch", "manager", "edit", "2", "--until", "2027-02")
    assert "鹤峰社区物业服务中心" not in led("today").out
    led("branch", "manager", "edit", "2", "--until", "2027-01")
    assert "2027-01-31" in led("today").out
    led.now = datetime(2027, 2, 2, 4, tzinfo=UTC)
    assert "已到期" in led("today").out


def test_the_list_that_is_handed_over_names_who_manages_on_what(led: Jinlin) -> None:
    listed = led("db", "handover", "--md").out
    assert "鹤峰社区物业服务中心（党组织领办）" in listed
    assert "2022年3月" in listed
    assert "0.60" in listed
    assert "甲物业" not in listed


def test_a_new_complex_is_asked_how_it_is_managed_and_may_leave_it(bare: Jinlin) -> None:
    bare("init", typed="梅苑小区\n金山街道\n榕树社区\n林秀英\n" + "\n" * 6 + "党组织领办\n")
    assert bare("branch", "show", "--json").data["management_model"] == "party_led"
    other = Jinlin(bare.folder / "other")
    other.folder.mkdir()
    other("init", typed="梅苑小区\n金山街道\n榕树社区\n林秀英\n" + "\n" * 7)
    assert other("branch", "manager", "--json").data == []
    assert "支部 管理方 设置 专业物业" in other("branch", "manager").out


def test_the_last_day_of_who_went_is_put_right_where_it_is_said(led: Jinlin) -> None:
    led("branch", "manager", "end", "--reason", "合同到期")
    before = led.dump()
    assert led("branch", "manager", "end", code=1).err
    assert led("branch", "manager", "end", "--date", "2022-02-01", code=1).err
    assert led.dump() == before
    led("支部", "管理方", "结束", "--日期", "2026-10-31")
    led("支部", "管理方", "设为", "专业物业", "--公司", "万家物业", "--起", "2026-11-01")
    assert [(one["model"], one["ended_on"]) for one in led("branch", "manager", "--json").data] == [
        ("professional", None), ("party_led", "2026-10-31"), ("professional", "2022-02-28"),
    ]  # fmt: skip
