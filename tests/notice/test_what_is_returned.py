"""What an action returns is what stands in the database afterwards."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notice.conftest import PLAN, SCHEME, House

from jinlin.core.errors import RuleError
from jinlin.core.reference import Reference
from jinlin.notice import actions, corrections, objections, posting_proofs, questions
from jinlin.notice.notice_fields import about_columns, kept
from jinlin.notice.objections import NewObjection, find_objection
from jinlin.notice.posting_proofs import NewProof
from jinlin.notice.queries import NoticeRow, find_notice
from jinlin.notice.questions import NewQuestion, find_question
from jinlin.notice.rules.notices import (
    NoticePeriod,
    NoticeStatus,
    ObjectionOutcome,
    ProofKind,
    Type,
    Unit,
)


def stands(house: House, notice: NoticeRow) -> None:
    with house.reading() as reader:
        assert find_notice(reader, notice.number) == notice


def test_a_notice_and_a_draft_that_is_posted(house: House) -> None:
    stands(house, house.post())
    stands(house, house.post("2026-10-01"))  # over already
    draft = house.post(None, covers=(date(2026, 7, 1), date(2026, 9, 30)), named=("林秀英",))
    stands(house, draft)
    with house.writing() as tx:
        posted = actions.post_draft(tx, draft.number, on=date(2026, 11, 5))
    assert posted.status is NoticeStatus.RUNNING
    stands(house, posted)


def test_a_paper_without_a_period_hangs_as_long_as_it_is_true(house: House) -> None:
    paper = house.post(type=Type.DISCLOSURE, matter=None, about=None)
    assert (paper.period, paper.ends_on, paper.status) == (None, None, NoticeStatus.RUNNING)
    stands(house, paper)


@pytest.mark.parametrize("day", [None, "2026-11-01"])
@pytest.mark.parametrize(
    "changes",
    [
        {"title": "关于电梯的公示", "places": ("大厅", "北门"), "named": ("林秀英",)},
        {"period": NoticePeriod(1, Unit.NATURAL)},
        {"period": NoticePeriod(20, Unit.WORKING, "惯例")},
        {"about": Reference("plan", "E9"), "attachments": ("图纸",)},
        {"about": None, "witness": "社区"},
    ],
)
def test_a_notice_that_is_put_right(house: House, changes: dict[str, Any], day: str | None) -> None:
    before = house.post(day)
    with house.writing() as tx:
        now, changed = corrections.edit(tx, before.number, changes, reason="写错")
    assert set(changed) == set(changes)
    stands(house, now)


def test_a_period_that_is_shortened_to_a_day_gone_by_is_over(house: House) -> None:
    before = house.post("2026-10-28")
    with house.writing() as tx:
        now, _changed = corrections.edit(
            tx, before.number, {"period": NoticePeriod(2, Unit.NATURAL)}, reason="写错"
        )
    assert now.status is NoticeStatus.ENDED
    stands(house, now)


def test_a_withdrawal_once_for_good_and_no_more(house: House) -> None:
    notice = house.post()
    with house.writing() as tx:
        withdrawn = corrections.withdraw(tx, notice.number, reason="方案改了")
    assert (withdrawn.status, withdrawn.for_good) == (NoticeStatus.WITHDRAWN, False)
    stands(house, withdrawn)
    with house.writing() as tx:
        settled = corrections.withdraw(tx, notice.number, reason="不再张贴", for_good=True)
    assert (settled.withdrawn_because, settled.for_good) == ("方案改了", True)
    stands(house, settled)
    for for_good in (False, True):
        with pytest.raises(RuleError), house.writing() as tx:
            corrections.withdraw(tx, notice.number, reason="再撤", for_good=for_good)


@pytest.mark.parametrize("kind", ProofKind)
def test_a_proof_that_it_hung_or_came_down(house: House, kind: ProofKind) -> None:
    notice = house.post()
    with house.writing() as tx:
        now = posting_proofs.prove(tx, notice.number, NewProof(kind, date(2026, 11, 5)))
    down = kind is ProofKind.TAKEN_DOWN
    assert now.status is (NoticeStatus.ENDED if down else NoticeStatus.RUNNING)
    stands(house, now)


@pytest.mark.parametrize("day", [date(2026, 11, 2), date(2026, 11, 20)])
def test_an_objection_in_time_or_late_and_its_answer(house: House, day: date) -> None:
    notice = house.post()
    house.jinlin.now = datetime(2026, 11, 20, 4, tzinfo=UTC)
    with house.writing() as tx:
        objects = objections.object_to(tx, notice.number, NewObjection("王小明", "遮挡", day))
    assert objects.late == (day > date(2026, 11, 16))
    with house.reading() as reader:
        assert find_objection(reader, notice.number, 1) == objects
        assert find_notice(reader, notice.number).open_objections == 1
    with pytest.raises(RuleError), house.writing() as tx:
        objections.answer_objection(
            tx, notice.number, 1, answer="已测", outcome=ObjectionOutcome.PARTLY,
            on=date(2026, 11, 1),
        )  # fmt: skip
    with house.writing() as tx:
        answered = objections.answer_objection(
            tx, notice.number, 1, answer="已测", outcome=ObjectionOutcome.PARTLY, on=day
        )
    with house.reading() as reader:
        assert find_objection(reader, notice.number, 1) == answered


def test_a_question_and_its_answer_which_comes_once_and_not_before_it(house: House) -> None:
    asked_on = date(2026, 11, 5)
    with house.writing() as tx:
        question = questions.ask(tx, NewQuestion("何时换？", asked_on, private=True, about=PLAN))
    with house.reading() as reader:
        assert find_question(reader, 1) == question
    with pytest.raises(RuleError), house.writing() as tx:
        questions.answer_question(tx, 1, answer="明年", by="林秀英", on=date(2026, 11, 4))
    with house.writing() as tx:
        answered = questions.answer_question(tx, 1, answer="明年", by="林秀英", on=asked_on)
    with house.reading() as reader:
        assert find_question(reader, 1) == answered
    with pytest.raises(RuleError), house.writing() as tx:
        questions.answer_question(tx, 1, answer="后年", by="林秀英", on=asked_on)


def test_what_will_stand_is_foreseen_without_a_number(house: House) -> None:
    new = SCHEME._replace(posted_on=date(2026, 11, 1))
    with house.reading() as reader:
        seen = actions.foreseen(reader, new)
    posted = house.post()
    assert seen._replace(id=posted.id, number=posted.number, status=posted.status) == posted


LINES = st.lists(st.text(st.characters(exclude_characters="\n"), min_size=1), max_size=4)


@given(LINES.map(tuple))
def test_several_of_a_field_are_kept_a_line_each(texts: tuple[str, ...]) -> None:
    assert tuple(filter(None, kept(texts).split("\n"))) == texts


def test_a_reference_is_kept_in_two_columns() -> None:
    assert about_columns(PLAN) == {"about_kind": "plan", "about_number": "E3"}
    assert set(about_columns(None).values()) == {None}
