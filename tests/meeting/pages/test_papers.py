"""Three forms of one meeting: opened again, each figure compared with the database."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from harness import Jinlin, seeded, typed_once


@seeded
def council(branch: Jinlin) -> Jinlin:
    """A neighbours' council `M1` with a vote, a resolution, a task and another opinion."""
    branch("meeting", "add", "--type", "邻里议事会", "--time", "2026-11-04 19:30", "--place",
           "党群服务站", "--chair", "林秀英", "--recorder", "P2", "--item", "长者食堂选址",
           "--item", "停车秩序")  # fmt: skip
    branch("meeting", "attend", "M1", "林秀英", "P2", "王代表", "赵代表", "钱代表")
    branch("meeting", "attend", "M1", "P3", "--state", "excused", "--reason", "出差")
    branch("meeting", "attend", "M1", "王主任", "--state", "列席")
    branch("meeting", "say", "M1", "1", "林秀英", "介绍三处地点")
    branch("meeting", "say", "M1", "1", "王代表", "担心油烟", "--dissent")
    branch("meeting", "item", "M1", "--item", "1", "--view", "应先征求一楼住户意见")
    branch("meeting", "vote", "M1", "1", "--for", "4", "--against", "1")
    branch("meeting", "resolve", "M1", "长者食堂设在社区用房，请住在3-1-502的张伟协助", "--item", "1",
           "--owner", "P2", "--due", "2026-12-20", "--basis", "小区议事规则")  # fmt: skip
    branch("meeting", "action", "M1", "联系企业报价", "--owner", "物业服务中心", "--due",
           "2026-12-05", "--item", "1")  # fmt: skip
    branch("meeting", "close", "M1", "--time", "21:05")
    return branch


@typed_once
def write(jinlin: Jinlin, verb: str, *words: str) -> None:
    jinlin("meeting", verb, "M1", *words, "-o", f"{verb}.docx", "--force")


def written(jinlin: Jinlin, verb: str, *words: str) -> Any:
    write(jinlin, verb, *words)
    return docx.Document(str(jinlin.folder / f"{verb}.docx"))


def text(document: Any) -> str:
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_every_figure_of_the_minutes_is_that_of_the_database(council: Jinlin) -> None:
    document = written(council, "minutes")
    page = text(document)
    states = dict(
        council.sql("SELECT state, count(*) FROM attendance WHERE removed_at IS NULL GROUP BY 1")
    )
    expected = sum(n for state, n in states.items() if state != "sitting_in")
    assert (
        f"应到{expected}人，实到{states['present']}人、请假{states['excused']}人、"
        f"列席{states['sitting_in']}人"
    ) in page
    [vote] = council.sql(
        "SELECT entitled, present, in_favour, against, abstained, passed, base_count FROM vote"
    )
    assert (
        f"应到会有表决权{vote[0]}人，实到{vote[1]}人。赞成{vote[2]}票、反对{vote[3]}票、弃权{vote[4]}票，"
        f"赞成票超过实到会有表决权人数（{vote[6]}人）的半数，通过。"
    ) in page
    assert vote[5] == 1
    assert page.count("赞成4票") == 1, "each vote is told once"
    for column, table_name in (
        ("text", "resolution"),
        ("text", "action_item"),
        ("text", "statement"),
    ):
        for (kept,) in council.sql(f"SELECT {column} FROM {table_name}"):
            assert kept in page
    assert "王代表（不同意见）：担心油烟" in page
    assert "21:05散会。" in page
    for label in ("主持人（签名）", "记录人（签名）", "出席人（签名）"):
        assert label in page


def test_minutes_are_set_in_the_house_style_with_east_asian_fonts(council: Jinlin) -> None:
    document = written(council, "minutes")
    fonts = {
        style.name: style.element.rPr.rFonts.get(qn("w:eastAsia"))
        for style in document.styles
        if style.element.rPr is not None and style.element.rPr.rFonts is not None
    }
    assert fonts["Normal"] == "仿宋_GB2312"
    assert "小标宋" in fonts["Title"]
    title = next(p for p in document.paragraphs if p.style.name == "Title")
    assert title.text == "会议记录"
    field = next(p for p in document.paragraphs if p.text.startswith("出席："))
    assert field.runs[0].text == "出席："
    assert fonts[field.runs[0].style.name] == "黑体"


def test_in_another_language_a_meeting_without_a_title_is_called_by_its_kind(held: Jinlin) -> None:
    page = held("meeting", "summary", "M1", lang="en").out
    assert "Summary: branch committee meeting" in page
    assert "The branch committee meeting was held" in page


def test_a_summary_tells_what_was_settled_by_whom_and_no_speaker(council: Jinlin) -> None:
    document = written(council, "summary")
    page = text(document)
    assert (
        page.index("会议研究了长者食堂选址、停车秩序事宜")
        < page.index("会议认为，")
        < page.index("会议决定：")
    )
    assert "应先征求一楼住户意见" in page
    for said in ("介绍三处地点", "担心油烟", "赞成", "反对"):
        assert said not in page, "no speaker and no vote"
    assert document.tables == []
    for text_, owner, due in (
        ("长者食堂设在社区用房，请住在3-1-***的张**协助", "陈建国", "2026年12月20日"),
        ("联系企业报价", "物业服务中心", "2026年12月5日"),
    ):
        assert f"{text_}（责任人：{owner}；时限：{due}）。" in page
    assert "以下事项留待下次会议研究：停车秩序。" in page
    for label in ("出席：", "请假：", "列席：", "分送："):
        assert any(p.text.startswith(label) for p in document.paragraphs)
    council("meeting", "edit", "M1", "--sent-to", "街道党建办、社区党委")
    page = text(written(council, "summary"))
    assert page.rstrip().endswith("分送：街道党建办、社区党委"), (
        "below who signs, as GB/T 9704 has it"
    )


def test_a_summary_names_no_resident_no_phone_and_no_door(council: Jinlin) -> None:
    council("member", "add", "吴大妈")
    council("meeting", "edit", "M1", "--place", "3-1-502吴大妈家", "--title", "吴大妈家漏水碰头会")
    council("meeting", "item", "M1", "--item", "2", "吴大妈（13805912222）占道", "--reason", "更正",
            "--view", "3号楼502吴大妈应挪车")  # fmt: skip
    council("meeting", "action", "M1", "打13805912222找吴大妈", "--owner", "钱代表13805912222")
    page = text(written(council, "summary"))
    for said in ("吴大妈", "13805912222", "502"):
        assert said not in page
    assert "3-1-***吴**家" in page
    assert "钱代表138****2222" in page, "who carries it out is named"
    assert "林秀英" in page
    shown = council("meeting", "summary", "M1", "--json")
    assert "吴大妈" not in shown.out
    assert "吴大妈" in council("meeting", "minutes", "M1").out


def test_a_partys_own_summary_names_its_members_and_no_resident(held: Jinlin) -> None:
    held("member", "add", "吴大妈")
    held("meeting", "resolve", "M1", "请李雷走访3-1-502吴大妈", "--item", "1")
    page = text(written(held, "summary"))
    assert "请李雷走访3-1-***吴**" in page


def test_what_was_voted_down_is_not_among_what_was_decided(council: Jinlin) -> None:
    council("meeting", "vote", "M1", "2", "--for", "1", "--against", "4")
    council("meeting", "resolve", "M1", "全部划线", "--item", "2", "--owner", "外包公司")
    document = written(council, "summary")
    page = text(document)
    assert page.index("会议决定：") < page.index("长者食堂设在") < page.index("未通过：")
    assert page.index("未通过：") < page.index("全部划线")
    assert page.count("全部划线") == 1, "nobody is to carry it out"
    assert "外包公司" not in page
    council("meeting", "unresolve", "M1-1", "--reason", "记重了")
    assert "会议决定：联系企业报价" in text(written(council, "summary"))


def test_what_is_posted_names_no_speaker_no_resident_and_no_door(council: Jinlin) -> None:
    page = text(written(council, "publish", "--phone", "0591-12345678"))
    [vote] = council.sql("SELECT in_favour, against, abstained FROM vote")
    assert "赞成{}票、反对{}票、弃权{}票".format(*vote) in page
    for said in ("长者食堂选址", "小区议事规则", "2026年12月20日", "0591-12345678", "陈建国"):
        assert said in page
    for name in ("张伟", "王代表", "担心油烟", "502"):
        assert name not in page
    assert text(written(council, "minutes", "--public")) != text(written(council, "minutes"))


def test_a_meeting_of_the_party_never_goes_to_the_board(held: Jinlin) -> None:
    held("meeting", "resolve", "M1", "同意", "--item", "1")
    before = held.db.read_bytes()
    outcome = held("meeting", "publish", "M1", "-o", "公开.docx", code=1)
    assert "不上公示栏" in outcome.err
    held("meeting", "minutes", "M1", "--public", code=1)
    assert not (held.folder / "公开.docx").exists()
    assert held.db.read_bytes() == before


def test_admissions_and_discipline_stand_in_the_minutes_alone(held: Jinlin) -> None:
    held("meeting", "item", "M1", "讨论李某预备党员转正")
    held("meeting", "attend", "M1", "林秀英")
    held("meeting", "resolve", "M1", "同意李某按期转正", "--item", "3")
    held("meeting", "resolve", "M1", "给予王某警告处分")
    held("meeting", "resolve", "M1", "下月走访", "--item", "2")
    assert "转正" in held("meeting", "minutes", "M1").out
    outcome = held("meeting", "summary", "M1")
    assert "下月走访" in outcome.out
    for word in ("转正", "警告", "李某", "王某"):
        assert word not in outcome.out
    assert "3" in outcome.err
    held("meeting", "edit", "M1", "--type", "邻里议事会")
    outcome = held("meeting", "publish", "M1")
    assert "转正" not in outcome.out
    assert "警告" not in outcome.out


def test_what_only_owners_decide_stands_as_a_proposal(held: Jinlin) -> None:
    held("meeting", "edit", "M1", "--type", "邻里议事会")
    held("meeting", "resolve", "M1", "更换3号楼电梯", "--item", "1")
    for verb in ("publish", "summary"):
        page = held("meeting", verb, "M1").out.replace("\n", "").replace(" ", "")
        assert "业主共同决定事项" in page
        assert "建议" in page
    held("meeting", "edit", "M1", "--type", "业主大会")
    assert "人数和面积" in held("meeting", "publish", "M1", code=1).err


def test_nothing_resolved_is_nothing_to_publish(held: Jinlin) -> None:
    held("meeting", "edit", "M1", "--type", "邻里议事会")
    held("meeting", "publish", "M1", code=1)
    assert "没有登记决议" in held("meeting", "summary", "M1").out


@pytest.mark.parametrize("verb", ["minutes", "summary", "publish", "agenda", "notify", "signin"])
def test_every_paper_comes_in_every_form(council: Jinlin, verb: str) -> None:
    write(council, verb)
    for ending in ("html", "md", "txt", "json"):
        council("meeting", verb, "M1", "-o", f"{verb}.{ending}")
    for ending in ("docx", "html", "md", "txt", "json"):
        assert (council.folder / f"{verb}.{ending}").stat().st_size > 100, ending
    page = (council.folder / f"{verb}.html").read_text("utf-8")
    assert "邻里议事会" in re.sub(r"<[^>]+>", "", page)
    council("meeting", verb, "M9", "-o", "y.md", code=3)
    council("meeting", verb, "M1", "-o", "x.pdf", code=2)


def test_the_branchs_own_template_frames_the_minutes(council: Jinlin) -> None:
    council("config", "template", "会议记录")
    own: Path = council.folder / "模板" / "会议记录.docx"
    document = docx.Document(str(own))
    document.add_paragraph("存档：{{编号}}　主持：{{主持}}")
    document.save(str(own))
    page = text(written(council, "minutes"))
    assert "存档：M1　主持：林秀英" in page


def test_many_items_statements_and_resolutions_make_long_minutes(council: Jinlin) -> None:
    for number in range(1, 13):
        council("meeting", "item", "M1", f"议题甲{number}", "--reason", "临时动议")
        council("meeting", "say", "M1", str(number + 2), "林秀英", f"发言{number}。")
    page = text(written(council, "minutes"))
    assert page.count("临时动议") == 12
    assert all(f"发言{number}。" in page for number in range(1, 13))


def test_times_of_coming_and_going_stand_in_the_minutes(held: Jinlin) -> None:
    held("meeting", "attend", "M1", "林秀英", "--time", "19:45", "--left", "20:30")
    page = held("meeting", "minutes", "M1").out
    assert "19:45到" in page
    assert "20:30离会" in page
    assert held("meeting", "show", "M1", "--json").data["opened_at"] is not None
    held("meeting", "item", "M1", "再加", code=2)


def test_the_first_vote_freezes_the_agenda(council: Jinlin) -> None:
    shown = council("meeting", "show", "M1", "--json").data
    assert shown["opened_at"] == "2026-11-04T19:30:00+08:00"
    council("meeting", "item", "M1", "再加", code=2)
    council("meeting", "item", "M1", "--item", "1", "--remove", "--reason", "x", code=1)


def test_the_register_tells_how_each_resolution_was_voted(council: Jinlin) -> None:
    [row] = council("meeting", "resolutions", "--json", lang="en").data
    assert row["result"] == "for 4, against 1, abstained 0: carried"
    council("meeting", "vote", "M1", "2", "--for", "1", "--against", "4")
    outcome = council("meeting", "resolve", "M1", "划线", "--item", "2", lang="en")
    assert "not carried" in outcome.err


def test_a_resolution_stands_on_its_own_vote_though_another_was_taken_since(
    council: Jinlin,
) -> None:
    council("meeting", "vote", "M1", "1", "--question", "再议", "--for", "5")
    council("meeting", "vote", "M1", "1", "--revise", "V1", "--reason", "重数", "--for", "1",
            "--against", "4")  # fmt: skip
    [row] = council("meeting", "resolutions", "--json", lang="en").data
    assert row["result"] == "for 1, against 4, abstained 0: not carried"


def test_a_changed_vote_breaks_no_draft_and_confirmed_minutes_hold_it(council: Jinlin) -> None:
    first = council("meeting", "confirm", "M1", "--yes", "--json").data["sha256"]
    council("meeting", "vote", "M1", "2", "--for", "5", code=1)
    council("undo")
    council("meeting", "vote", "M1", "2", "--for", "5")
    assert council("meeting", "confirm", "M1", "--yes", "--json").data["sha256"] != first
