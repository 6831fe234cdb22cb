"""What other rooms hear of works: the agenda of a council, the issue they come from."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from harness import Jinlin, seeded
from project.works_on_record import go_to, open_works


@seeded
def works(jinlin: Jinlin) -> Jinlin:
    open_works(jinlin)
    go_to(jinlin, "议事", "--due", "2026-11-10")
    return jinlin


def agenda(jinlin: Jinlin) -> list[dict[str, Any]]:
    jinlin("meeting", "agenda", "M1", "--build")
    found: list[dict[str, Any]] = jinlin("meeting", "show", "M1", "--json").data["items"]
    return [item for item in found if item["source"] == "G1"]


def test_a_council_that_hears_issues_hears_of_overdue_stages(works: Jinlin) -> None:
    works("meeting", "add", "周五议事日", "--time", "2026-11-20 19:00")
    assert agenda(works) == []
    works.now = datetime(2026, 11, 12, 4, tzinfo=UTC)
    [item] = agenda(works)
    assert item["title"] == "2号楼架空层改造"
    assert item["why"] == "“议事”环节应于2026年11月10日前完成"
    assert len(agenda(works)) == 1
    works("project", "edit", "G1", "--due", "2026-12-30")
    assert agenda(works) == []


def test_a_meeting_that_hears_no_issues_hears_of_none(works: Jinlin) -> None:
    works.now = datetime(2026, 11, 12, 4, tzinfo=UTC)
    works("meeting", "add", "主题党日", "--time", "2026-11-20 19:00")
    assert agenda(works) == []


def test_the_issue_behind_it_hears_when_it_begins_and_is_in_use(works: Jinlin) -> None:
    works("issue", "add", "东门没有地方充电", "--category", "公共照明")
    works("project", "add", "东门充电棚", "--kind", "充电棚", "--about", "2026-1")
    told = go_to(works, "使用", number="G2").err
    assert "jinlin 事项 办结 2026-0001 --结果" in told
    life = works("issue", "trace", "1", "--json").data["steps"]
    assert [(one["kind"], one["note"]) for one in life if one["reference"] == "G2"] == [
        ("noted", "项目立项：东门充电棚"), ("decided", "项目投入使用：东门充电棚"),
    ]  # fmt: skip
    works("undo")
    assert len(works("issue", "trace", "1", "--json").data["steps"]) == len(life) - 1


def test_the_issue_behind_it_hears_that_it_was_given_up(works: Jinlin) -> None:
    works("issue", "add", "东门没有地方充电", "--category", "公共照明")
    works("project", "add", "东门充电棚", "--kind", "充电棚", "--about", "2026-1")
    works("project", "end", "G2", "--reason", "消防不允许")
    assert "项目终止：东门充电棚，消防不允许" in works("issue", "show", "1").out
