"""Objections, questions, proofs and the note on the result."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime

from harness import Jinlin, seeded


@seeded
def posted(jinlin: Jinlin) -> Jinlin:
    """N1 is a public notice of 5 November for seven days, N2 a notification."""
    jinlin("notice", "post", "车棚规则", "--type", "公示", "--text", "新规则。", "--basis", "讨论",
           "--place", "大厅", "--contact", "支部0591-87654321")  # fmt: skip
    jinlin("notice", "post", "停水的通知", "--text", "停水。", "--for", "全体")
    return jinlin


def test_an_objection_is_kept_with_who_made_it_and_shown_masked(posted: Jinlin) -> None:
    got = posted(
        "notice", "object", "N1", "遮挡采光", "--by", "王小明", "--phone", "13805911234", "--json"
    )
    assert got.data == {
        "number": "N1-1", "received_on": "2026-11-05", "answer_by": "2026-11-10", "late": False,
        "dry_run": False,
    }  # fmt: skip
    [row] = posted("notice", "show", "N1", "--json").data["objections"]
    assert (row["objector"], row["objector_phone"]) == ("王**", "138****1234")
    [row] = posted("notice", "show", "N1", "--json", "--unmask").data["objections"]
    assert row["objector"] == "王小明"


def test_an_answer_says_what_became_of_it(posted: Jinlin) -> None:
    posted("notice", "object", "N1", "遮挡采光", "--by", "王小明")
    posted("notice", "answer", "N1-1", "已测量", code=2)
    posted("notice", "answer", "N1-1", "已测量", "--outcome", "也许", code=3)
    posted("notice", "answer", "N1-1", "已测量", "--outcome", "部分成立")
    posted("notice", "answer", "N1-1", "再答", "--outcome", "成立", code=1)
    [row] = posted("notice", "show", "N1", "--json").data["objections"]
    assert (row["outcome"], row["answered_on"]) == ("partly", "2026-11-05")


def test_what_cannot_be_is_refused(posted: Jinlin) -> None:
    before = posted.db.read_bytes()
    for words, code in (
        (("object", "N2", "不行", "--by", "王小明"), 1),
        (("object", "N9", "不行", "--by", "王小明"), 3),
        (("object", "N1", "不行"), 2),
        (("object", "N1", "", "--by", "王小明"), 2),
        (("object", "N1", "不行", "--by", "王小明", "--phone", "12"), 2),
        (("object", "N1", "不行", "--by", "王小明", "--date", "2026-11-04"), 1),
        (("answer", "N1-1", "好", "--outcome", "成立"), 3),
        (("answer", "Q1", "好"), 3),
        (("answer", "Q1", "好", "--outcome", "成立"), 2),
        (("answer", "M1", "好"), 2),
        (("ask", ""), 2),
        (("proof", "N1", "没有.jpg"), 5),
        (("proof", "N1", "--date", "2026-11-04"), 1),
        (("proof", "N1", "--date", "2026-11-06"), 1),
        (("print", "N1", "--result"), 1),
    ):
        posted("notice", *words, code=code)
        assert posted.db.read_bytes() == before, words


def test_a_late_objection_is_taken_and_marked(posted: Jinlin) -> None:
    posted.now = datetime(2026, 11, 13, 4, tzinfo=UTC)
    assert "公示期后" in posted("notice", "object", "N1", "太晚了", "--by", "王小明").err


def test_a_question_is_answered_on_the_next_working_day(posted: Jinlin) -> None:
    posted.now = datetime(2026, 11, 6, 4, tzinfo=UTC)
    posted("issue", "add", "食堂", "--category", "设施")
    got = posted("notice", "ask", "食堂何时开？", "--by", "王小明", "--about", "2026-1", "--json")
    assert got.data["answer_by"] == "2026-11-09"
    assert posted("today", "--json").data["questions"]["total"] == 1
    posted.now = datetime(2026, 11, 10, 4, tzinfo=UTC)
    assert "2026-11-09" in posted("notice", "answer", "Q1", "年底").err
    [row] = posted("notice", "questions", "--json").data
    assert (row["asker"], row["answered_by"], row["about"]) == ("王**", "林秀英", "2026-0001")
    assert posted("notice", "questions", "--unanswered", "--json").data == []
    for asked, found in (
        (("--from", "2026-11-06", "--text", "年底"), 1),
        (("--from", "2026-11-07"), 0),
        (("--to", "2026-11-05"), 0),
        (("--text", "食堂,车位", "--text", "车位"), 0),
    ):
        assert len(posted("notice", "questions", *asked, "--json").data) == found, asked


def test_an_interim_answer_is_told_and_leaves_the_question_to_be_answered(posted: Jinlin) -> None:
    posted("notice", "ask", "食堂何时开？", "--by", "王小明")
    posted("notice", "object", "N1", "遮挡采光", "--by", "王小明")
    posted("notice", "answer", "N1-1", "在看", "--outcome", "成立", "--interim", code=2)
    posted("notice", "answer", "Q1", "在问王小明家", "--interim", "--by", "何**", code=2)
    told = posted("notice", "answer", "Q1", "正在问街道，王小明也在等", "--interim")
    assert "2026-11-06" in told.out
    posted.now = datetime(2026, 11, 10, 4, tzinfo=UTC)
    [row] = posted("notice", "questions", "--unanswered", "--unmask", "--json").data
    assert (row["interim"], row["overdue"]) == ("正在问街道，王小明也在等", True)
    assert posted("today", "--json").data["questions"]["total"] == 1
    posted("notice", "site", "公示网站")
    page = (posted.folder / "公示网站" / "questions.html").read_text("utf-8")
    assert "正在问街道" in page
    assert "王小明" not in page
    unfinished = posted("notice", "answer", "Q1", "正在核实", "--dry-run").err
    assert "Q1 内容 --先答复" in unfinished
    assert "--先答复" not in posted("notice", "answer", "Q1", "年底").err
    posted("notice", "answer", "Q1", "再等等", "--interim", code=1)
    posted("undo")
    posted("undo")
    assert posted("notice", "questions", "--json").data[0]["interim"] is None


def test_a_photo_is_kept_by_path_and_digest(posted: Jinlin) -> None:
    photo = posted.folder / "照片.jpg"
    photo.write_bytes(b"jpeg")
    posted("notice", "proof", "N1", "照片.jpg", "--place", "大厅", "--witness", "王小明")
    [row] = posted("notice", "show", "N1", "--json", "--unmask").data["proofs"]
    assert row["sha256"] == hashlib.sha256(b"jpeg").hexdigest()
    assert (row["path"], row["photo_state"], row["witness"]) == ("照片.jpg", "there", "王小明")
    photo.write_bytes(b"other")
    assert posted("notice", "show", "N1", "--json").data["proofs"][0]["photo_state"] == "changed"
    photo.unlink()
    assert posted("notice", "show", "N1", "--json").data["proofs"][0]["photo_state"] == "missing"


def test_taking_it_down_too_soon_is_told(posted: Jinlin) -> None:
    assert "公示期未满" in posted("notice", "proof", "N1", "--down").err


def test_the_result_tells_what_was_objected_and_not_by_whom(posted: Jinlin) -> None:
    posted("notice", "object", "N1", "王小明说遮挡采光", "--by", "王小明")
    posted.now = datetime(2026, 11, 13, 4, tzinfo=UTC)
    assert "1件异议没有答复" in posted("notice", "print", "N1", "--result", code=1).err
    posted("notice", "answer", "N1-1", "已请王小明看过", "--outcome", "不成立")
    posted("notice", "proof", "N1", "--down")
    page = posted("notice", "print", "N1", "--result").out
    for part in (
        "公示结果说明",
        "共收到异议1件",
        "经核实不成立，已答复",
        "遮挡采光",
        "2026年11月13日",
    ):
        assert part in page
    assert "王小明" not in page


def test_no_objection_is_a_result_too(posted: Jinlin) -> None:
    posted.now = datetime(2026, 11, 13, 4, tzinfo=UTC)
    assert "未收到异议" in posted("notice", "print", "N1", "--result").out


def test_today_names_what_waits(posted: Jinlin, unchanged: Callable[[], None]) -> None:
    def total(key: str) -> int:
        found: int = posted("today", "--json").data[key]["total"]
        return found

    assert total("ending") == total("take_down") == total("objections") == 0
    posted.now = datetime(2026, 11, 11, 4, tzinfo=UTC)
    assert total("ending") == 1
    posted.now = datetime(2026, 11, 13, 4, tzinfo=UTC)
    assert (total("ending"), total("take_down")) == (0, 1)


def test_today_shows_no_private_question(posted: Jinlin) -> None:
    posted("notice", "ask", "我家的私事", "--private")
    assert "我家的私事" not in posted("today").out
    assert "待答复的提问：Q1 保密事项" in posted("today").out
    posted("notice", "object", "N1", "不行", "--by", "王小明")
    assert posted("today", "--json").data["objections"]["total"] == 1


def test_what_named_an_objector_goes_when_she_is_forgotten(posted: Jinlin) -> None:
    posted("member", "add", "欧阳娜娜", "--phone", "13911112222")
    posted("notice", "object", "N1", "欧阳娜娜不同意", "--by", "欧阳娜娜", "--phone", "13911112222")
    posted("notice", "ask", "欧阳娜娜问", "--by", "欧阳娜娜")
    posted("member", "forget", "欧阳娜娜", "--yes")
    assert "欧阳娜娜" not in str(posted.dump()["notice_objection"] + posted.dump()["question"])
    assert "13911112222" not in str(posted.dump()["notice_objection"])
