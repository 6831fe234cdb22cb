"""The page of works for the board, and the record of how their quotes were compared."""

from __future__ import annotations

import docx
from harness import Jinlin, seeded
from project.works_on_record import go_to, open_works, owners_decide


@seeded
def works(jinlin: Jinlin) -> Jinlin:
    """In building, decided by the owners, one quote of three chosen and one out."""
    open_works(jinlin)
    owners_decide(jinlin)
    go_to(jinlin, "施工", "--with", "杨卫国", "--due", "2026-12-20")
    for firm, price in (
        ("甲公司", "8.2万"),
        ("乙公司", "9万"),
        ("丙公司", "7万"),
        ("丁公司", "10万"),
    ):
        jinlin("project", "quote", "add", firm, price, "--works-days", "30", "--warranty", "24")
    jinlin("project", "quote", "exclude", "丙公司", "--reason", "资质过期")
    jinlin("project", "quote", "accept", "1", "--reason", "报价低且保修两年")
    return jinlin


def text_of(jinlin: Jinlin, *words: str) -> str:
    jinlin("project", "page", *words, "-o", "页.md", "--force")
    return (jinlin.folder / "页.md").read_text("utf-8")


def test_the_board_sees_who_watched_which_stage_the_vote_and_the_money(works: Jinlin) -> None:
    page = text_of(works)
    assert "2号楼架空层改造进展情况公开" in page
    assert "| 施工 | 2026年11月5日 | 进行中 | 杨卫国 |" in page
    assert "2026年10月20日业主表决：2号楼业主应参与表决4户" in page
    assert "82,000.00" in page
    assert "下一环节为“验收”" in page
    assert "2026年12月20日" in page
    assert "物业前台" in page
    for name in ("王小明", "资质过期", "丙公司"):
        assert name not in page


def test_residents_are_not_named_on_the_board(works: Jinlin) -> None:
    works("project", "edit", "--title", "王小明家门前架空层改造")
    assert "王小明" not in text_of(works)


def test_the_record_of_comparison_says_who_is_out_and_why_one_was_chosen(works: Jinlin) -> None:
    page = text_of(works, "--quotes")
    assert "排除丙公司，原因：资质过期。" in page
    assert "选定甲公司，理由：报价低且保修两年。" in page
    assert "记录人（签名）" in page


def test_fewer_than_three_quotes_are_explained_there(jinlin: Jinlin) -> None:
    open_works(jinlin)
    assert "还没有登记报价" in text_of(jinlin, "--quotes")
    jinlin("project", "quote", "add", "甲公司", "8.2万")
    assert "尚未选定。" in text_of(jinlin, "--quotes")
    jinlin("project", "quote", "accept", "1", "--reason", "报价低", "--fewer", "只有一家报价")
    assert "参与比选不足三家，原因：只有一家报价。" in text_of(jinlin, "--quotes")


def test_works_the_owners_do_not_decide_say_why(jinlin: Jinlin) -> None:
    jinlin("project", "add", "东门植树", "--kind", "绿化")
    page = text_of(jinlin)
    assert "本项目无须业主表决：志愿劳动" in page
    assert "尚未确定预算。" in page
    jinlin("project", "end", "--reason", "过季")
    assert "过季" in text_of(jinlin, "G1")


def test_the_page_is_a_word_document(works: Jinlin) -> None:
    works("project", "page", "-o", "页.docx")
    document = docx.Document(str(works.folder / "页.docx"))
    assert any("进展情况公开" in one.text for one in document.paragraphs)
