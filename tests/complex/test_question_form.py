"""A sheet of questions from door to door: one sheet a home, boxes to tick, room to write."""

from __future__ import annotations

import docx
import pytest
from harness import Jinlin, seeded
from hypothesis import given
from hypothesis import strategies as st

from jinlin.complex.household.question_form import (
    MOST_QUESTIONS,
    FormQuestion,
    QuestionSheet,
    parse_question,
    question_page,
)
from jinlin.documents.fitting import fitted, sheets
from jinlin.documents.measures import Laid

ASKED = ("--问题", "是否赞成改造：赞成/不赞成/无所谓", "--问题", "您还需要什么")


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    jinlin("building", "add", "3", "--floors", 7, "--entrances", 2)
    for home in ("3-1-502", "3-1-101", "3-2-702"):
        jinlin("household", "add", home)
    return jinlin


def test_each_home_of_a_building_has_a_sheet_of_its_own(house: Jinlin) -> None:
    house("房屋", "征询表", "架空层改造", *ASKED, "--楼栋", "3", "--到", "11-20", "-o", "表.docx")
    document = docx.Document(str(house.folder / "表.docx"))
    homes = [table.cell(0, 1).text for table in document.tables]
    assert homes == ["3-1-101", "3-1-502", "3-2-702"]
    assert len(document.sections) == len(homes)
    said = [cell.text for row in document.tables[0].rows for cell in row.cells]
    assert "1. 是否赞成改造" in said
    assert "□ 赞成　　□ 不赞成　　□ 无所谓" in said
    assert "2026年11月20日" in said


def test_without_a_home_it_is_one_blank_sheet_that_says_it_is_no_vote(house: Jinlin) -> None:
    said = house("房屋", "征询表", "架空层改造", *ASKED, "--md").out
    assert "梅苑小区架空层改造入户征询表" in said
    assert "不是表决" in said
    assert "- **房屋**：" in said


def test_a_home_that_is_not_known_is_refused(house: Jinlin) -> None:
    assert "3-2-999" in house("房屋", "征询表", "改造", *ASKED, "--房号", "3-2-999", code=3).err


@pytest.mark.parametrize(
    ("question", "told"), [("：赞成/不赞成", "没有问什么"), ("是否赞成：赞成", "只有一个选项")]
)
def test_a_question_that_cannot_be_answered_is_refused(
    house: Jinlin, question: str, told: str
) -> None:
    assert told in house("房屋", "征询表", "改造", "--问题", question, code=2).err


def test_more_questions_than_a_sheet_holds_are_refused(house: Jinlin) -> None:
    many = [word for n in range(MOST_QUESTIONS + 1) for word in ("--问题", f"问{n}")]
    assert "一张纸放不下" in house("房屋", "征询表", "改造", *many, code=2).err


@given(
    st.lists(
        st.builds(
            FormQuestion,
            st.text("您对架空层改造有什么意见", min_size=1, max_size=60),
            st.lists(st.text("赞成不", min_size=1, max_size=8), min_size=2, max_size=6).map(tuple),
        ),
        min_size=1,
        max_size=MOST_QUESTIONS,
    ),
)
def test_a_sheet_is_one_sheet_of_paper(questions: list[FormQuestion]) -> None:
    page = question_page(QuestionSheet("梅苑小区", "架空层改造", tuple(questions), "党支部"))
    assert sheets(Laid(page, fitted([page]))) == 1


def test_choices_are_parted_by_a_slash() -> None:
    assert parse_question("赞成吗: 是／否") == FormQuestion("赞成吗", ("是", "否"))
