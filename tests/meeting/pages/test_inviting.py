"""`jinlin meeting notify`: what goes out before a meeting."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import docx
from harness import Jinlin
from icalendar import Calendar


def test_the_notice_is_ready_to_paste_into_wechat(held: Jinlin) -> None:
    held("meeting", "edit", "M1", "--time", "2026-11-10 19:30")
    text = held("meeting", "notify", "M1").out
    lines = text.splitlines()
    assert lines[0].startswith("【会议通知】")
    assert lines[1:3] == [
        "支部各委员：",
        "定于2026年11月10日（星期二）19:30在党群服务站召开支部委员会会议，请准时参加。",
    ]
    assert "1. 电梯更换方案" in lines
    assert "#" not in text
    assert "|" not in text
    assert held("meeting", "notify", "M1", "--json").data["text"] == text.rstrip("\n")


def test_it_is_shorter_than_five_hundred_characters_however_long_the_agenda(held: Jinlin) -> None:
    items = (f"第{number}件要议的很长很长的事情，关于小区的公共部位" for number in range(40))
    held("meeting", "add", "--type", "支委会", "--time", "2026-11-10 19:30",
         *(word for item in items for word in ("--item", item)))  # fmt: skip
    text = held("meeting", "notify", "M2").out
    assert len(text) < 500
    assert "共40项" in text
    assert "请提前请假" in text


def test_owners_are_told_fifteen_days_ahead(jinlin: Jinlin) -> None:
    jinlin(
        "meeting", "add", "--type", "业主大会", "--time", "2026-11-15 9:00", "--item", "选聘物业"
    )
    outcome = jinlin("meeting", "notify", "M1", lang="en")
    assert "days ahead" not in outcome.out, "it is late, and does not say otherwise"
    assert "nothing that is not announced is voted on" in outcome.out
    assert "5 days too late" in outcome.err
    text = jinlin("meeting", "notify", "M1").out
    assert "《物业管理条例》第十四条" in text
    assert "居民委员会" in text
    assert "梅苑小区业主委员会" in text, "the branch does not call the owners' assembly"
    jinlin("meeting", "edit", "M1", "--time", "2026-11-30 9:00")
    outcome = jinlin("meeting", "notify", "M1", lang="en")
    assert outcome.err == ""
    assert "15 days ahead" in outcome.out
    jinlin("meeting", "announce", "M1", "--date", "2026-11-05")
    jinlin("meeting", "edit", "M1", "--time", "2026-11-20 9:00")
    assert jinlin("meeting", "notify", "M1", lang="en").err == "", "it was announced in time"


def test_the_calendar_says_no_more_than_the_notice(held: Jinlin) -> None:
    held("meeting", "item", "M1", "讨论李某预备党员转正")
    held("meeting", "item", "M1", "内部通气", "--internal")
    held("meeting", "notify", "M1", "-o", "会.ics")
    [event] = events(held, "会.ics")
    assert event["description"] == "1. 电梯更换方案\n2. 下月安排"
    assert "2. 下月安排\n另有2项会上说明。" in held("meeting", "notify", "M1").out


def test_the_notice_names_no_resident_of_whom_an_item_is(council: Jinlin) -> None:
    council("building", "add", "3", "--floors", "7")
    council("household", "add", "3-1-502", "--owner", "钱多多", "--phone", "13800001111")
    council("meeting", "item", "M1", "钱多多家漏水，电话13800001111")
    text = council("meeting", "notify", "M1", "--ics", "会.ics").out
    assert "3. 钱**家漏水，电话138****1111" in text
    [event] = events(council, "会.ics")
    assert "多多" not in event["description"]


def test_the_notice_for_the_board_names_nobody_on_the_roll(held: Jinlin) -> None:
    held("meeting", "attend", "M1", "P3", "--state", "expected")
    held("meeting", "notify", "M1", "-o", "通知.docx")
    page = "\n".join(p.text for p in docx.Document(str(held.folder / "通知.docx")).paragraphs)
    assert "支部各委员：" in page
    assert "参加人员" not in page
    assert "联系人：__" in page
    assert "特此通知。" in page
    held("meeting", "notify", "M1", "--contact", "林秀英，0591-88", "-o", "通知.docx", "--force")
    page = "\n".join(p.text for p in docx.Document(str(held.folder / "通知.docx")).paragraphs)
    assert "联系人：林秀英，0591-88" in page
    assert "张伟" not in page


def events(jinlin: Jinlin, name: str) -> Any:
    """Read the entries of a calendar file again."""
    return Calendar.from_ical((jinlin.folder / name).read_bytes()).walk("VEVENT")


def test_one_meeting_becomes_an_entry_of_a_phones_calendar(held: Jinlin) -> None:
    held("meeting", "notify", "M1", "-o", "会.ics")
    outcome = held("meeting", "notify", "M1", "--ics", "二.ics")
    assert "会议通知" in outcome.out
    [event], [same] = events(held, "会.ics"), events(held, "二.ics")
    assert event["uid"] == same["uid"]
    assert event["dtstart"].dt.isoformat() == "2026-11-04T19:30:00+08:00"
    assert event["dtend"].dt > event["dtstart"].dt
    assert "电梯更换方案" in str(event["description"])
    held("meeting", "add", "--type", "党课", "--time", "2026-11-20")
    held("meeting", "notify", "M2", "-o", "三.ics")
    [whole_day] = events(held, "三.ics")
    assert not isinstance(whole_day["dtstart"].dt, datetime)
    held("meeting", "notify", "M2", "-o", "三.ics", code=5)
    held("meeting", "notify", "M2", "-o", "三.ics", "--force")


def test_what_cannot_be_is_refused(held: Jinlin) -> None:
    before = held.db.read_bytes()
    for words, code in (
        (("notify", "M9"), 3),
        (("notify", "M1", "-o", "x.pdf"), 2),
        (("notify", "M1", "--ics", "没有/x.ics"), 5),
        (("notify", "M1", "--ics", "会:1.ics"), 2),
        (("calendar", "--ics", "会.txt"), 2),
    ):
        assert held("meeting", *words, code=code).err, words
        assert held.db.read_bytes() == before, words


def test_of_two_files_none_is_written_where_one_cannot_be(council: Jinlin) -> None:
    (council.folder / "有了.docx").write_bytes(b"mine")
    (council.folder / "有了.xlsx").write_bytes(b"mine")
    council("meeting", "notify", "M1", "--ics", "会.ics", "-o", "有了.docx", code=5)
    council("meeting", "calendar", "--ics", "会.ics", "-o", "有了.xlsx", code=5)
    assert not (council.folder / "会.ics").exists()
    council("meeting", "notify", "M1", "--ics", "会.ics", "-o", "通知.docx")
    assert (council.folder / "会.ics").exists()
    assert (council.folder / "通知.docx").exists()
