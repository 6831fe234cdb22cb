"""`jinlin meeting minutes`: the record that is signed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from harness import Jinlin, seeded
from hypothesis import given
from hypothesis import strategies as st

from jinlin.core.text import clean
from jinlin.documents.markdown import escaped, escaped_lines, markdown_of
from jinlin.meeting.pages.minutes import minutes_page
from jinlin.meeting.pages.paper import Paper
from jinlin.meeting.record.agenda import AgendaItem
from jinlin.meeting.record.queries import Attendee, MeetingRow, WholeMeeting
from jinlin.meeting.record.register import Resolution
from jinlin.meeting.rules.meetings import AttendanceState


@seeded
def recorded(held: Jinlin) -> Jinlin:
    held("meeting", "attend", "M1", "林秀英")
    held("meeting", "attend", "M1", "P2", "--state", "late", "--reason", "堵车")
    held("meeting", "attend", "M1", "P3", "--state", "excused", "--reason", "出差")
    held("meeting", "attend", "M1", "P4", "--state", "absent")
    held("meeting", "attend", "M1", "李主任", "--state", "sitting-in")
    held("meeting", "item", "M1", "--item", "1", "--note", "林秀英：先问一楼\n陈建国：同意")
    held("meeting", "edit", "M1", "--end", "21:00", "--note", "会风良好")
    held("meeting", "resolve", "M1", "逐户征求意见", "--item", "1", "--owner", "P2",
         "--due", "2026-12-20")  # fmt: skip
    return held


def test_minutes_hold_what_a_record_must_show_in_its_order(recorded: Jinlin) -> None:
    page = recorded("meeting", "minutes", "M1", "--md", lang="en").out
    places = [
        page.index(text)
        for text in (
            "Minutes", "**Meeting**", "branch committee meeting",
            "4 November 2026 (Wednesday) 19:30–21:00", "**Place**: 党群服务站", "**Chair**: 林秀英",
            "**Recorder**: 陈建国",
            "expected 4, present 2, excused 1, absent 1, sitting in 1",
            "**Attended**: 林秀英, 陈建国 (late, 堵车)", "**Excused**: 张伟 (出差)",
            "**Absent**: 张伟", "**Sat in**: 李主任",
            "## 1\\. 电梯更换方案", "林秀英：先问一楼", "陈建国：同意",
            "Resolved: 逐户征求意见", "responsible: 陈建国", "by 20 December 2026",
            "## 2\\. 下月安排", "Left for the next meeting", "## 3\\. Besides", "会风良好",
            "closed at 21:00", "Chair (signature)", "Recorder (signature)", "M1\n",
        )
    ]  # fmt: skip
    assert places == sorted(places)


def test_voters_are_counted_apart_where_votes_are_taken(recorded: Jinlin) -> None:
    recorded("meeting", "edit", "M1", "--type", "小区事务听证会")
    page = recorded("meeting", "minutes", "M1", "--md", lang="en").out
    assert "right to vote" not in page
    recorded("meeting", "edit", "M1", "--type", "党员大会")
    page = recorded("meeting", "minutes", "M1", "--md", lang="en").out
    assert "**With the right to vote**: expected 3, present 2" in page


def test_the_minutes_count_the_voters_that_member_voters_counts(recorded: Jinlin) -> None:
    recorded("meeting", "edit", "M1", "--type", "党员大会")
    recorded("member", "edit", "P3", "--not-counted", "长期卧床")
    recorded("member", "add", "韩梅", "--party-state", "full")
    assert recorded("member", "voters", "--json").data["should_attend"] == 3
    page = recorded("meeting", "minutes", "M1", "--md", lang="en").out
    assert "**With the right to vote**: expected 3, present 2" in page
    recorded("member", "edit", "P1", "--no-vote", "留党察看")
    page = recorded("meeting", "minutes", "M1", "--md", lang="en").out
    assert "**With the right to vote**: expected 2, present 1" in page


def test_minutes_are_written_whole_and_never_over_another_file(recorded: Jinlin) -> None:
    page = recorded("meeting", "minutes", "M1", "--md").out
    recorded("meeting", "minutes", "M1", "-o", "记录.md")
    file = recorded.folder / "记录.md"
    assert file.read_text("utf-8") == page
    recorded("meeting", "minutes", "M1", "-o", "记录.md", code=5)
    recorded("meeting", "minutes", "M1", "-o", "记录.md", "--force", lang="en")
    assert file.read_text("utf-8").startswith("# ")
    assert "Minutes" in file.read_text("utf-8")
    recorded("meeting", "minutes", "M1", "-o", "记录.pdf", code=2)
    recorded("meeting", "minutes", "M1", "-o", "没有/记录.md", code=5)


def test_minutes_come_as_markdown_and_as_json(recorded: Jinlin) -> None:
    page = recorded("meeting", "minutes", "M1", "--md").out
    data = recorded("meeting", "minutes", "M1", "--json").data
    assert (data["number"], data["markdown"]) == ("M1", page)
    recorded("meeting", "minutes", "M1", "-o", "记录.json")
    recorded("meeting", "minutes", "M1", "--md", "--json", code=2)


def test_a_meeting_of_which_little_is_recorded_says_so(jinlin: Jinlin) -> None:
    jinlin("meeting", "add", "--type", "党课", "--time", "2026-11-04")
    outcome = jinlin("meeting", "minutes", "M1", "--md", lang="en")
    assert "**Time**: 4 November 2026 (Wednesday)\n" in outcome.out
    assert "**Attendance**: ＿" in outcome.out
    assert "No agenda was recorded." in outcome.out
    assert "jinlin meeting attend M1" in outcome.err


MEETING = MeetingRow(
    id=1, number=1, type="party_lecture", title="x", held_at=datetime(2026, 11, 4, 9, tzinfo=UTC),
    ended_at=None, place=None, chair=None, recorder=None, note=None,
)  # fmt: skip
HOSTILE = st.text(alphabet="ab \n#*_`[]()<>|\\!&~$-+=1.", max_size=30).map(clean)
"""What somebody may write, as it is kept."""


@given(HOSTILE, HOSTILE, HOSTILE)
def test_no_text_makes_a_heading_a_table_or_a_tag_of_its_own(
    title: str, note: str, decided: str
) -> None:
    whole = WholeMeeting(
        meeting=MEETING._replace(title=title, place=title, note=note),
        attendees=(Attendee(title, AttendanceState.EXCUSED, note),),
        items=(AgendaItem(1, 1, title, note),),
        resolutions=(Resolution("M1-1", decided, 1, title, date(2026, 12, 20)),),
    )
    paper = Paper(whole, "x", "x", "x", date(2026, 11, 5), {})
    page = markdown_of([minutes_page(paper)])
    headings = [line for line in page.splitlines() if line.startswith("#")]
    assert len(headings) == (3 if note else 2)
    assert not re.search(r"(?<!\\)(?:\\\\)*[<|`]", page)


@given(HOSTILE)
def test_escaped_text_reads_as_it_was_written(text: str) -> None:
    lines = escaped_lines(text)
    assert [unescaped(line) for line in lines] == [line.strip() for line in text.split("\n")]
    assert "\n" not in escaped(text)


def unescaped(text: str) -> str:
    return re.sub(r"\\([^\w\s]|_)", r"\1", text)


def test_the_rule_of_a_count_stands_under_its_item_and_what_was_only_heard_is_told(
    branch: Jinlin,
) -> None:
    branch(
        "meeting", "add", "--type", "支委会", "--time", "2026-11-04 19:30",
        "--item", "选定活动室", "--item", "听取党费收支情况",
    )  # fmt: skip
    branch("meeting", "attend", "M1", "林秀英")
    branch("meeting", "vote", "M1", "1", "--for", "1", "--against", "0")
    branch("meeting", "resolve", "M1", "活动室设在三号楼。", "--item", "1", "--owner", "王强")
    page = branch("meeting", "minutes", "M1", "--md").out
    assert page.index("计票依据") < page.index("听取党费收支情况")
    assert "会议听取了党费收支情况。" in page
    assert "活动室设在三号楼（责任人：王强）。" in page, "brackets stand before the full stop"
    assert "有表决权" not in page.split("选定活动室")[0], "said once where all have a vote"
