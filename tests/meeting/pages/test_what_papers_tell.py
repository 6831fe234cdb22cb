"""What papers say of those away, of long notices, and of meetings without an agenda."""

from __future__ import annotations

from harness import Jinlin


def test_minutes_say_who_voted_for_whom_and_who_is_not_recorded(council: Jinlin) -> None:
    council("meeting", "attend", "M1", "赵甲", "赵乙", "--state", "请假")
    council("meeting", "attend", "M1", "孙一", "--proxy-for", "赵甲", "--authority", "委托书")
    council("meeting", "attend", "M1", "赵丙", "--state", "应到")
    page = council("meeting", "minutes", "M1").out
    assert "赵甲（由孙一代理）" in page or "孙一" in page.split("赵甲（")[1].split("）")[0]
    assert "未登记" in page


def test_an_opinion_in_writing_is_told_and_not_what_it_says(hall: Jinlin) -> None:
    hall("meeting", "attend", "M1", "赵东", "--written", "同意")
    page = hall("meeting", "minutes", "M1").out
    told = page.split("赵东（")[1].split("）")[0]
    assert "书面" in told
    assert "同意" not in told


def test_a_notice_of_a_place_that_is_too_long_is_cut_below_five_hundred(branch: Jinlin) -> None:
    branch(
        "meeting", "add", "--type", "支委会", "--time", "2026-11-10 19:30", "--place", "很远" * 300
    )
    text = branch("meeting", "notify", "M1").out
    assert len(text) <= 500
    assert text.rstrip().endswith("…")


def test_the_notice_on_the_board_of_an_assembly_without_items_tells_the_rule(
    branch: Jinlin,
) -> None:
    branch("meeting", "add", "--type", "业主大会", "--time", "2026-12-20 9:00")
    page = branch("meeting", "notify", "M1", "--md").out
    assert "议题" not in page.split("15")[0]
    assert "第十四条" in page


def test_a_summary_of_a_meeting_without_an_agenda_heard_nothing(branch: Jinlin) -> None:
    branch("meeting", "add", "--type", "支委会", "--time", "2026-11-04 19:30")
    assert "会议听取" not in branch("meeting", "summary", "M1").out


def test_an_item_drawn_from_an_issue_is_told_without_its_number(branch: Jinlin) -> None:
    branch("issue", "add", "路灯不亮", "--category", "公共照明", "--date", "2026-10-01")
    branch("meeting", "agenda", "--build")
    page = branch("meeting", "summary", "M1").out
    assert "路灯不亮" in page
    assert "2026-0001" not in page


def test_what_is_about_discipline_stays_inside_even_where_it_stems_from_an_issue(
    council: Jinlin,
) -> None:
    council("issue", "add", "老两口吵架", "--category", "其他邻里矛盾")
    council("meeting", "resolve", "M1", "建议给予处分", "--issue", "1")
    council("meeting", "action", "M1", "跟进处分", "--issue", "1", "--owner", "孙一")
    page = council("meeting", "summary", "M1").out
    assert "处分" not in page


def test_what_is_decided_of_a_private_matter_is_counted_until_it_has_a_public_title(
    council: Jinlin,
) -> None:
    council("issue", "add", "老两口吵架", "--category", "其他邻里矛盾")
    council("meeting", "resolve", "M1", "登门调解", "--issue", "1")
    refused = council("meeting", "publish", "M1", "--json", code=1).error
    assert "1件" in refused["message"]
    assert "--公开标题" in refused["hint"]
    council("meeting", "resolve", "M1", "充电棚建在东门内", "--item", "1")
    page = council("meeting", "publish", "M1").out
    assert "1件" in page
    assert "登门调解" not in page
    council("issue", "edit", "1", "--public-title", "邻里纠纷调解")
    page = council("meeting", "publish", "M1").out
    assert "邻里纠纷调解" in page
    assert "登门调解" not in page


def test_an_item_deliberated_for_a_private_one_is_kept_in_the_house_too(council: Jinlin) -> None:
    council("issue", "add", "老两口吵架", "--category", "其他邻里矛盾")
    council("meeting", "item", "M1", "老两口的事", "--issue", "1")
    council("meeting", "add", "--type", "邻里议事会", "--time", "2026-11-20 19:30")
    council("meeting", "item", "M2", "先听一听", "--for", "M1/3")
    for number in ("M1", "M2"):
        page = council("meeting", "agenda", number).out
        assert "老两口" not in page
        assert "先听一听" not in page


def test_what_is_brought_before_the_owners_needs_no_note_that_they_decide(branch: Jinlin) -> None:
    branch("meeting", "add", "--type", "支委会", "--time", "2026-11-04 19:30")
    branch("meeting", "resolve", "M1", "使用维修资金修缮外墙")
    assert "本次会议的意见为建议" in branch("meeting", "summary", "M1").out
    branch("meeting", "add", "--type", "支委会", "--time", "2026-11-05 19:30")
    branch("meeting", "resolve", "M2", "将使用维修资金修缮外墙提请业主大会表决")
    assert "本次会议的意见为建议" not in branch("meeting", "summary", "M2").out
