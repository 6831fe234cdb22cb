"""What rooms above ask: the notices about a record, their objections, and whether it is over."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from harness import Jinlin
from notice.conftest import PLAN, House

from jinlin.core.errors import UsageError
from jinlin.core.i18n import speaking_in
from jinlin.notice import corrections, objections
from jinlin.notice.about_record import open_objections, out_for_comment
from jinlin.notice.objections import NewObjection
from jinlin.notice.queries import notices_about
from jinlin.notice.rules.notices import NoticeStatus, ObjectionOutcome, Unit
from jinlin.store.transaction.tx import Reader


def is_over(reader: Reader, kind: str, number: str) -> bool:
    found = out_for_comment(reader, kind, number)
    return found is not None and found.over


def test_a_matters_own_period_holds_with_its_source(house: House) -> None:
    notice = house.post()
    assert notice.period is not None
    assert notice.period[:2] == (15, Unit.NATURAL)
    assert "问街道" in notice.period.source
    assert (notice.posted_on, notice.ends_on) == (date(2026, 11, 1), date(2026, 11, 16))
    assert notice.status is NoticeStatus.RUNNING


def test_notices_about_a_record_are_found_and_no_others(house: House) -> None:
    house.post(about=None)
    house.post(about=PLAN._replace(number="E4"))
    first, second = house.post(), house.post("2026-11-03")
    with house.reading() as reader:
        assert [n.number for n in notices_about(reader, PLAN)] == [second.number, first.number]
        assert notices_about(reader, PLAN._replace(number="E9")) == []


def test_a_period_is_over_on_the_day_after_its_last(house: House) -> None:
    house.post()
    for day, over in ((16, False), (17, True)):
        house.jinlin.now = datetime(2026, 11, day, 15, 59, tzinfo=UTC)
        with house.reading() as reader:
            assert is_over(reader, *PLAN) is over


def test_no_period_is_over_where_nothing_was_posted(house: House) -> None:
    house.post(None)
    with house.reading() as reader:
        assert not is_over(reader, *PLAN)


def test_a_withdrawn_notice_counts_for_nothing(house: House) -> None:
    notice = house.post("2026-10-01")
    with house.reading() as reader:
        assert is_over(reader, *PLAN)
    with house.writing() as tx:
        corrections.withdraw(tx, notice.number, reason="方案重算")
    with house.reading() as reader:
        assert not is_over(reader, *PLAN)


def test_the_latest_version_decides(house: House) -> None:
    house.post("2026-09-01")
    house.post("2026-11-04")
    with house.reading() as reader:
        assert not is_over(reader, *PLAN)


def test_a_notice_taken_down_too_soon_was_not_out_long_enough(house: House) -> None:
    notice = house.post("2026-10-01")
    with house.writing() as tx:
        tx.update("notice", notice.id, taken_down_on="2026-10-10")
    with house.reading() as reader:
        assert not is_over(reader, *PLAN)


def test_objections_are_open_until_they_are_answered(house: House) -> None:
    notice = house.post()
    with house.writing() as tx:
        got = objections.object_to(
            tx, notice.number, NewObjection("王小明", "遮挡采光", date(2026, 11, 4))
        )
        assert open_objections(tx, *PLAN) == 1
    assert got.label == f"N{notice.number}-1"
    assert got.answer_by == date(2026, 11, 9)  # three working days, over a weekend
    with house.writing() as tx:
        objections.answer_objection(
            tx,
            notice.number,
            1,
            answer="已现场测量",
            outcome=ObjectionOutcome.REJECTED,
            on=date(2026, 11, 5),
        )
        assert open_objections(tx, *PLAN) == 0


def test_what_must_stand_on_a_posted_notice_is_asked_for(house: House) -> None:
    with speaking_in("en"):
        with pytest.raises(UsageError, match="--contact"):
            house.post(contact="")
        with pytest.raises(UsageError, match=r"--basis.*--place"):
            house.post(basis="", places=())
    house.post(None, contact="", basis="", places=())


def test_a_notice_cannot_be_posted_tomorrow(house: House) -> None:
    with pytest.raises(UsageError, match="2026-11-06"):
        house.post("2026-11-06")


def test_a_failed_posting_uses_no_number(house: House, jinlin: Jinlin) -> None:
    before = jinlin.db.read_bytes()
    with pytest.raises(UsageError):
        house.post("2026-11-06")
    assert jinlin.db.read_bytes() == before
