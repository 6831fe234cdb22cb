"""What is stuck, for the agenda of the Friday council, and what its decision makes of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from harness import NOON, Jinlin, seeded
from issue.lives import written

from jinlin.core.errors import RuleError
from jinlin.issue.lists.friday_agenda import StuckIssue, stuck
from jinlin.issue.record.actions import decided
from jinlin.issue.record.queries import find
from jinlin.issue.rules.statuses import Status


def add(jinlin: Jinlin, title: str, *words: str) -> None:
    category = () if "--category" in words else ("--category", "公共照明")
    jinlin("issue", "add", title, *category, *words)


def found(jinlin: Jinlin) -> dict[int, StuckIssue]:
    with written(jinlin) as tx:
        return {issue.id: issue for issue in stuck(tx)}


def why(jinlin: Jinlin) -> dict[int, list[str]]:
    return {number: list(map(str, issue.why)) for number, issue in found(jinlin).items()}


@seeded
def kinds(jinlin: Jinlin) -> Jinlin:
    """One of each reason, and some that are not stuck."""
    jinlin("building", "add", "3")
    jinlin("household", "add", "3-1-502")
    add(jinlin, "超期的", "--date", "2026-10-28", "--due", "2026-11-01")
    add(jinlin, "上报的", "--due", "2026-12-30")
    jinlin("issue", "escalate", "2", "--to", "社区", "--request", "请协调")
    add(jinlin, "暂缓的", "--due", "2026-12-30")
    jinlin("issue", "defer", "3", "--until", "2026-11-06", "--reason", "等货")
    add(jinlin, "3-1-502张小梅家门口灯不亮", "--due", "2026-12-30", "--reporter", "张小梅",
        "--room", "3-1-502")  # fmt: skip
    jinlin("issue", "agenda", "4", "请物业答复张小梅，13800001234")
    add(jinlin, "过了上报期限", "--date", "2026-10-01", "--due", "2026-12-30")
    add(jinlin, "还早", "--due", "2026-12-30")
    add(jinlin, "已办结的", "--date", "2026-10-01")
    jinlin("issue", "close", "7", "--result", "好")
    add(jinlin, "楼上打孩子", "--category", "人身侵害线索", "--date", "2026-10-01")
    add(jinlin, "老两口吵架", "--private", "--date", "2026-10-28", "--due", "2026-11-01")
    jinlin.now = NOON + timedelta(days=1)
    return jinlin


def test_each_says_why_it_is_stuck_and_nothing_secret_is_there(kinds: Jinlin) -> None:
    assert why(kinds) == {
        1: ["overdue", "to_raise"],
        2: ["escalated"],
        3: ["back"],
        4: ["put_on"],
        5: ["to_raise"],
        9: ["overdue", "to_raise"],
    }


def test_nobody_is_named_on_the_paper(kinds: Jinlin) -> None:
    row = found(kinds)[4]
    assert row.building == "3"
    for hidden in ("张小梅", "502", "13800001234"):
        assert hidden not in row.title + (row.proposal or "")
    assert "灯不亮" in row.title
    assert (row.proposal or "").startswith("请物业答复")


def test_a_private_matter_is_named_once_the_branch_brings_it_itself(kinds: Jinlin) -> None:
    row = found(kinds)[9]
    assert (row.private, "Public lighting" in row.title, "吵架" in row.title) == (True, True, False)
    kinds("issue", "agenda", "9")
    assert found(kinds)[9].title == "老两口吵架"


def test_what_is_decided_leaves_the_agenda_and_can_come_back(kinds: Jinlin) -> None:
    kinds("issue", "agenda", "4", code=1)
    with written(kinds) as tx:
        decided(tx, find(tx, "4"), text="物业三日内换灯", reference="M12-3")
    assert 4 not in why(kinds)
    kinds("issue", "agenda", "4", "物业没有换")
    row = found(kinds)[4]
    assert ([str(one) for one in row.why], row.proposal) == (["put_on"], "物业没有换")


def test_the_most_urgent_come_first_and_some_may_be_enough(kinds: Jinlin) -> None:
    kinds("issue", "edit", "5", "--urgency", "critical")
    with written(kinds) as tx:
        assert next(stuck(tx, limit=1)).id == 5
        assert len(list(stuck(tx, limit=2))) == 2


def test_no_meeting_decides_on_what_is_secret(kinds: Jinlin) -> None:
    before = kinds.db.read_bytes()
    with pytest.raises(RuleError), written(kinds) as tx:
        decided(tx, find(tx, "8"), text="x", reference="M12-1")
    assert kinds.db.read_bytes() == before


def test_a_decision_to_escalate_lets_the_street_call(kinds: Jinlin) -> None:
    with written(kinds) as tx:
        issue = decided(
            tx, find(tx, "4"), text="报街道", reference="M12-1", to_status=Status.ESCALATED
        )
    assert issue.status is Status.ESCALATED
    assert why(kinds)[4] == ["escalated"]
    kinds("issue", "escalate", "4", "--to", "街道", "--request", "请协调")
    kinds("issue", "call", "4", "--lead", "城管")
    trace = kinds("issue", "trace", "4", "--json").data
    assert [step["kind"] for step in trace["steps"]][-3:] == ["decided", "escalated", "called"]
