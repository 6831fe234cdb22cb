"""The papers of a questionnaire: forms to fill in, and the leader's list."""

from __future__ import annotations

from datetime import date

from harness import Jinlin, seeded
from hypothesis import given
from hypothesis import strategies as st

from jinlin.complex.household.question_form import MOST_QUESTIONS
from jinlin.documents.fitting import fitted, sheets
from jinlin.documents.measures import Laid
from jinlin.survey.record.surveys import Survey
from jinlin.survey.rules.kinds import AnswerKind, AnswersPer, SurveyKind
from jinlin.survey.rules.questions import SurveyQuestion
from jinlin.survey.sheet_pages import Asking, form_page


@seeded
def asked(jinlin: Jinlin) -> Jinlin:
    """A survey of two homes, and an evaluation without names."""
    jinlin("building", "add", "3")
    for room, owner in (("3-1-101", "欧阳美华"), ("3-1-102", "司徒乙")):
        jinlin("household", "add", room, "--owner", owner)
    jinlin("survey", "add", "居民需求", "-q", "用餐困难吗=有|没有", "-q", "要什么=多选:理发|义诊",
           "-q", "一餐愿付几元=数字", "-q", "忌口吗=没有|糖尿病", "--purpose", "办长者食堂",
           "--until", "2026-11-20", "--consent", "填表人签字")  # fmt: skip
    jinlin("survey", "add", "两评", "--evaluate", "业委会", "--groups", "党员,居民")
    return jinlin


def test_a_form_tells_what_it_is_for_and_bears_a_receipt(asked: Jinlin) -> None:
    form = asked("survey", "sheet", "W1", "3-1-101").out
    above, receipt = form.split("回执联")
    for said in ("办长者食堂", "自愿", "满一年后删除", "单独同意", "□ 有　　□ 没有", "可多选"):
        assert said in above
    assert "3号楼1单元101室" in above
    assert "2026年11月20日" in receipt
    assert "欧阳" not in form
    every = asked("survey", "sheet", "W1", "--all").out
    assert (every.count("回执联"), every.count("3号楼1单元102室")) == (2, 2)
    assert "房屋：＿" in asked("survey", "sheet", "W1").out
    asked("survey", "sheet", "W1", "3-1-101", "--list", code=2)
    asked("survey", "sheet", "W1", "9-101", code=3)


def test_only_the_receipt_of_an_anonymous_form_names_the_door(asked: Jinlin) -> None:
    above, receipt = asked("survey", "sheet", "W2", "3-1-101").out.split("回执联")
    assert "101" not in above
    assert "不要写姓名和房号" in above
    assert "□ 党员　□ 居民" in above
    assert "3号楼1单元101室" in receipt
    assert "3-1-101" not in receipt


def test_the_list_tells_state_and_next_visit_and_neither_names_nor_answers(asked: Jinlin) -> None:
    asked("survey", "answer", "W1", "3-1-101", "没见到", "--next", "2周后")
    asked("survey", "answer", "W1", "3-1-102", "有", "义诊", "12", "糖尿病")
    listed = asked("survey", "sheet", "W1", "--list").out
    assert "3-1-101     1  未联系上  2026.11.19" in listed
    assert "已收" in listed
    for hidden in ("欧阳", "司徒", "义诊", "糖尿病"):
        assert hidden not in listed
    asked("survey", "close", "W1")
    asked("survey", "sheet", "W1", "--list", code=1)


@given(
    st.lists(
        st.builds(
            SurveyQuestion,
            st.just(1),
            st.text("您对架空层改造有什么意见", min_size=1, max_size=60),
            st.just(AnswerKind.SINGLE),
            st.lists(st.text("赞成不", min_size=1, max_size=8), min_size=2, max_size=6).map(tuple),
        ),
        min_size=1,
        max_size=MOST_QUESTIONS,
    ),
    st.sampled_from(AnswersPer),
)
def test_a_form_of_eight_questions_is_one_sheet_of_paper(
    questions: list[SurveyQuestion], per: AnswersPer
) -> None:
    survey = Survey(
        1, 1, "居民需求", SurveyKind.NEEDS, per, None, None, "办长者食堂", "填表人签字", None, 1,
        "2026-11-05", None, None, None, None, None, None,
    )  # fmt: skip
    page = form_page(Asking(survey, questions, "梅苑小区", "林秀英", date(2026, 11, 5)), None)
    assert sheets(Laid(page, fitted([page]))) == 1
