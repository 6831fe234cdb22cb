"""A resolution stands on its own vote: what was lost is no decision, what owners decide they vote."""

from __future__ import annotations

from harness import NOON, Jinlin, seeded
from meeting.voting.test_owners_ballot import ballots, owners

from jinlin.core.call import Call, Environment
from jinlin.core.i18n import Message
from jinlin.store.command.command import writing

__all__ = ["owners"]


@seeded
def two_votes(council: Jinlin) -> Jinlin:
    """Item 1 had two votes: the first was lost, the second carried."""
    council(
        "meeting", "vote", "M1", "1", "--for", "4", "--against", "6", "--question", "建在1号楼后"
    )
    council(
        "meeting", "vote", "M1", "1", "--for", "8", "--against", "2", "--question", "建在东门内"
    )
    return council


def of(jinlin: Jinlin) -> dict[str, tuple[str | None, str | None]]:
    rows = jinlin("meeting", "resolutions", "--json").data
    return {row["number"]: (row["vote"], row["result"]) for row in rows}


def test_of_several_votes_the_resolution_says_which_is_its_own(two_votes: Jinlin) -> None:
    before = two_votes.db.read_bytes()
    asked = two_votes("meeting", "resolve", "M1", "建在1号楼后", "--item", "1", code=2).err
    assert "M1-V1" in asked
    assert "M1-V2" in asked
    assert "--表决" in asked
    assert two_votes.db.read_bytes() == before
    told = two_votes("meeting", "resolve", "M1", "建在1号楼后", "--item", "1", "--vote", "V1").err
    assert "未通过" in told
    assert two_votes("meeting", "resolutions", "--json").data[0]["status"] == "lost"
    assert two_votes("meeting", "resolutions", "--undone", "--json").data == []
    two_votes("meeting", "resolve", "M1", "建在东门内", "--item", "1")
    two_votes("meeting", "resolve", "M1", "由物业配合", "--item", "1")
    kept = of(two_votes)
    assert kept["M1-1"][0] == "M1-V1"
    assert kept["M1-1"][1].endswith("未通过")  # type: ignore[union-attr]
    assert kept["M1-2"][0] == "M1-V2"
    assert kept["M1-2"][1].endswith("，通过")  # type: ignore[union-attr]
    assert kept["M1-3"] == (None, "未经表决"), "each vote has its resolution already"


def test_a_later_vote_on_the_item_takes_no_resolution_over(council: Jinlin) -> None:
    council("meeting", "vote", "M1", "1", "--for", "8", "--against", "2")
    council("meeting", "resolve", "M1", "建在东门内", "--item", "1")
    council("meeting", "vote", "M1", "1", "--for", "1", "--against", "9", "--question", "再建一座")
    assert of(council)["M1-1"][0] == "M1-V1"
    assert "建在东门内" in council("meeting", "publish", "M1").out


def test_a_resolution_written_down_before_its_vote_keeps_the_first_one(council: Jinlin) -> None:
    council("meeting", "resolve", "M1", "建在东门内", "--item", "1")
    council("meeting", "vote", "M1", "1", "--for", "8", "--against", "2")
    council("meeting", "vote", "M1", "1", "--for", "1", "--against", "9", "--question", "再建一座")
    assert of(council)["M1-1"][0] == "M1-V1"
    council("meeting", "resolve", "M1-1", "--vote", "V2")
    assert of(council)["M1-1"][0] == "M1-V2"
    council("meeting", "resolve", "M1-1", "--vote", "无")
    assert of(council)["M1-1"] == (None, "未经表决")
    council("undo")
    council(
        "meeting",
        "vote",
        "M1",
        "--revise",
        "V2",
        "--for",
        "9",
        "--against",
        "1",
        "--reason",
        "误记",
    )
    assert of(council)["M1-1"][1].endswith("，通过")  # type: ignore[union-attr]


def test_one_of_before_is_told_apart_where_votes_on_its_item_differ(two_votes: Jinlin) -> None:
    two_votes("meeting", "resolve", "M1", "建在东门内", "--item", "1", "--vote", "V2")
    environment = Environment.of_process()._replace(now=lambda: NOON)
    call = Call(environment=environment, command="meeting resolve", database=str(two_votes.db))
    with writing(call) as tx:
        tx.update("resolution", 1, vote=None)
        tx.describe(Message("x", {}), reverse=Message("x", {}))
    assert two_votes("meeting", "resolutions", "--json").data[0]["status"] == "untold"
    assert "没有通过" in two_votes("meeting", "publish", "M1", code=1).err
    two_votes("meeting", "confirm", "M1", "--yes")
    two_votes("meeting", "resolve", "M1-1", "--owner", "物业", "--vote", "V2", code=1)
    two_votes("meeting", "resolve", "M1-1", "--vote", "V2")
    assert two_votes("meeting", "resolutions", "--json").data[0]["status"] == "open"
    assert two_votes("meeting", "show", "M1", "--json").data["hash_fits"]
    two_votes("meeting", "resolve", "M1-1", "--vote", "V1", code=1)


def test_words_that_are_no_vote_of_it_are_refused(two_votes: Jinlin) -> None:
    before = two_votes.db.read_bytes()
    for words, code in (
        (("M1", "x", "--item", "1", "--vote", "V9"), 3),
        (("M1", "x", "--item", "2", "--vote", "V1"), 2),
        (("M1", "x", "--item", "1", "--vote", "哪次"), 2),
    ):
        assert two_votes("meeting", "resolve", *words, code=code).err, words
        assert two_votes.db.read_bytes() == before, words
    two_votes("meeting", "resolve", "M1", "建在东门内", "--vote", "V2")
    assert two_votes("meeting", "resolutions", "--json").data[0]["item"] == 1


def test_what_was_lost_is_never_published_as_a_decision(two_votes: Jinlin) -> None:
    two_votes("meeting", "resolve", "M1", "建在1号楼后", "--item", "1", "--vote", "V1")
    for verb in (("meeting", "publish", "M1"), ("notice", "post", "--from", "决议", "--of", "M1")):
        assert "没有通过" in two_votes(*verb, code=1).err, verb
    two_votes("meeting", "resolve", "M1", "建在东门内", "--item", "1")
    posted = two_votes("meeting", "publish", "M1")
    assert "建在东门内" in posted.out
    assert "建在1号楼后" not in posted.out
    assert "M1-1" in posted.err
    summary = two_votes("meeting", "summary", "M1").out
    assert summary.index("建在东门内") < summary.index("未通过") < summary.index("建在1号楼后")


def test_what_was_lost_is_not_waited_for_on_the_board_nor_counted_as_resolved(
    two_votes: Jinlin,
) -> None:
    two_votes("meeting", "resolve", "M1", "建在1号楼后", "--item", "1", "--vote", "V1")
    assert two_votes("meeting", "list", "--json").data[0]["resolutions"] == 0
    assert "M1" not in [row["number"] for row in two_votes("notice", "due", "--json").data]
    assert two_votes("report", "monthly", "2026-11", "--json").data["resolutions"] == []
    two_votes("meeting", "resolve", "M1", "建在东门内", "--item", "1")
    assert "M1" in [row["number"] for row in two_votes("notice", "due", "--json").data]


def test_what_was_lost_is_no_decision_in_the_life_of_an_issue(council: Jinlin) -> None:
    council("issue", "add", "充电棚", "--category", "公共照明", "--date", "2026-11-01")
    council("meeting", "vote", "M1", "1", "--for", "4", "--against", "6")
    council("meeting", "resolve", "M1", "建在1号楼后", "--item", "1", "--issue", "1")
    told = [e["note"] for e in council("issue", "show", "1", "--json").data["events"]]
    assert "表决未通过：建在1号楼后" in told


def test_a_decision_of_the_owners_assembly_needs_their_vote(owners: Jinlin) -> None:
    before = owners.db.read_bytes()
    said = owners("meeting", "resolve", "M1", "同意使用", "--item", "1", code=1)
    assert "人数和面积" in said.err
    assert "jinlin 会议 业主表决 M1 1" in said.err
    assert owners.db.read_bytes() == before
    answers = [ballots(owners, f"{n}.csv", n, {"*": "同意"}) for n in (1, 2)]
    owners("meeting", "ballot", "M1", "1", *answers, "--matter", "使用维修资金")
    owners("meeting", "resolve", "M1", "同意使用", "--item", "1")
    assert of(owners)["M1-1"][0] == "M1-V1"
    assert "同意使用" in owners("meeting", "publish", "M1").out


def test_people_are_elected_and_firms_and_places_are_chosen(council: Jinlin) -> None:
    firm = council("meeting", "elect", "M1", "2", "甲充电公司=6", "乙充电公司=4", "--hands")
    assert "甲充电公司得6票" in firm.out
    assert "当选" not in firm.out
    place = council("meeting", "elect", "M1", "1", "东门内=5", "方案二=5", "--hands").out
    assert "选定0个" in place
    columns = council("meeting", "votes", "M1", "V1").out
    assert "选定" in columns
    assert "当选" not in columns
    assert "选举" not in columns
    council("meeting", "resolve", "M1", "由甲公司建", "--item", "2")
    assert of(council)["M1-1"][1] == "应选1个，选定1个"
    page = council("meeting", "minutes", "M1").out
    assert "应选1个，选定1个" in page
    assert "当选" not in page
    who = council(
        "meeting", "elect", "M1", "2", "孙一=6", "孙丁=4", "--hands", "--question", "召集人"
    )
    assert "孙一得6票，超过" in who.out
    short = council("meeting", "elect", "M1", "2", "永辉=6", "新华都=4", "--hands", "--question",
                    "选哪家企业").out  # fmt: skip
    assert "永辉得6票，超过" in short
    same = council("meeting", "elect", "M1", "2", "张伟(3号楼)=6", "张伟(5号楼)=4", "--hands",
                   "--question", "楼长人选").out  # fmt: skip
    assert "张伟(3号楼)得6票，超过" in same


def test_the_stilt_floor_has_one_article_of_the_civil_code_everywhere(council: Jinlin) -> None:
    article = "《民法典》第二百七十八条第一款第八项"
    [matter] = [row for row in council("meeting", "matters", "--json").data if row["item"] == 8]
    assert article in matter["reason"]
    [first] = [
        r for r in council("meeting", "first", "--json").data if r["matter"] == matter["matter"]
    ]
    assert (first["name"], first["basis"]) == (matter["name"], article)
    council("meeting", "resolve", "M1", "架空层改造成长者食堂")
    for verb in ("publish", "summary"):
        page = "".join(council("meeting", verb, "M1").out.split())
        assert matter["name"] in page
        assert article in page
        assert "第7项" not in page


def test_a_lost_vote_closes_no_issue_and_one_lost_later_is_told_to_it(council: Jinlin) -> None:
    council("issue", "add", "充电棚", "--category", "公共照明", "--date", "2026-11-01")
    council("meeting", "resolve", "M1", "建在1号楼后", "--item", "1", "--issue", "1")
    council("meeting", "vote", "M1", "1", "--for", "4", "--against", "6")
    notes = [e["note"] for e in council("issue", "show", "1", "--json").data["events"]]
    assert notes[-1] == "决议 M1-1 表决未通过：建在1号楼后"
    council("meeting", "vote", "M1", "2", "--for", "4", "--against", "6")
    before = council.db.read_bytes()
    said = council("meeting", "resolve", "M1", "选甲公司", "--item", "2", "--issue", "1", "--status",
                   "已办结", code=1).err  # fmt: skip
    assert "没有通过" in said
    assert council.db.read_bytes() == before
    council("meeting", "resolve", "M1", "选甲公司", "--item", "2", "--issue", "1", "--status",
            "事项协商中")  # fmt: skip


def test_a_lost_vote_is_not_undone_by_standing_on_none(council: Jinlin) -> None:
    council(
        "meeting", "vote", "M1", "1", "--for", "4", "--against", "6", "--question", "建在1号楼后"
    )
    council("meeting", "resolve", "M1", "建在1号楼后", "--item", "1")
    council("meeting", "vote", "M1", "2", "--for", "8", "--against", "2", "--question", "选甲公司")
    council("meeting", "resolve", "M1", "选甲公司", "--item", "2")
    before = council.db.read_bytes()
    for words in (("M1-1", "--vote", "none"), ("M1", "还是建", "--item", "1"),
                  ("M1", "还是建", "--item", "1", "--vote", "none")):  # fmt: skip
        said = council("meeting", "resolve", *words, code=1).err
        assert "未通过" in said, words
        assert "--结果" in said, words
        assert council.db.read_bytes() == before, words
    told = council("meeting", "resolve", "M1-1", "--vote", "none", "--result", "会后协商")
    assert "不作为决定公布" in told.err
    [row] = [r for r in council("meeting", "resolutions", "--json").data if r["number"] == "M1-1"]
    assert (row["status"], row["result"]) == ("unvoted", "未经表决（会后协商）")
    posted = council("meeting", "publish", "M1")
    assert "选甲公司" in posted.out
    assert "建在1号楼后" not in posted.out
    assert "M1-1" in posted.err
    posted = council("notice", "post", "--from", "决议", "--of", "M1", "--place", "公告栏")
    assert "建在1号楼后" not in posted.out
    summary = council("meeting", "summary", "M1").out
    assert summary.index("选甲公司") < summary.index("未通过") < summary.index("建在1号楼后")


def test_where_all_votes_were_lost_none_is_not_offered(council: Jinlin) -> None:
    for question in ("建在1号楼后", "建在东门内"):
        council(
            "meeting", "vote", "M1", "1", "--for", "4", "--against", "6", "--question", question
        )
    said = council("meeting", "resolve", "M1", "建在东门内", "--item", "1", code=2).err
    assert "--表决 V2" in said
    assert "none" not in said


def test_an_old_resolution_put_to_an_item_is_asked_for_its_vote_too(two_votes: Jinlin) -> None:
    two_votes("meeting", "resolve", "M1", "建在东门内")
    before = two_votes.db.read_bytes()
    assert "--表决 V2" in two_votes("meeting", "resolve", "M1-1", "--item", "1", code=2).err
    assert two_votes.db.read_bytes() == before
    two_votes("meeting", "resolve", "M1-1", "--vote", "none")
    assert "--表决 V2" in two_votes("meeting", "resolve", "M1-1", "--item", "1", code=2).err
    two_votes("meeting", "resolve", "M1-1", "--item", "1", "--vote", "V2")
    assert of(two_votes)["M1-1"][0] == "M1-V2"


def test_cleaning_a_place_is_no_change_of_its_use(council: Jinlin) -> None:
    council("meeting", "resolve", "M1", "每月清扫架空层", "--item", "1")
    assert "第二百七十八条" not in council("meeting", "summary", "M1").out
    council("meeting", "resolve", "M1", "架空层出租给超市", "--item", "2")
    assert "第二百七十八条第一款第八项" in "".join(council("meeting", "summary", "M1").out.split())


def test_owners_are_told_their_matter_and_of_a_vote_they_lost(owners: Jinlin) -> None:
    owners(
        "meeting",
        "add",
        "--type",
        "业主大会会议",
        "--time",
        "2026-11-02 19:30",
        "--item",
        "聘榕城物业",
    )
    said = owners("meeting", "resolve", "M2", "选定榕城物业", "--item", "1", code=1).err
    assert "--事项 选聘物业" in said
    assert "使用维修资金" not in said
    answers = [ballots(owners, f"{n}.csv", n, {"*": "反对"}) for n in (1, 2)]
    owners("meeting", "announce", "M2", "--date", "2026-10-10")
    owners("meeting", "ballot", "M2", "1", *answers, "--matter", "选聘物业")
    owners("meeting", "resolve", "M2", "选定榕城物业", "--item", "1")
    said = owners("meeting", "resolve", "M2", "选聘榕城物业", "--item", "1", code=1).err
    assert "未通过" in said
    assert "会议 业主表决" not in said
