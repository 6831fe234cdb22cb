"""What a report says of times and of what changed since it was filed."""

from __future__ import annotations

from harness import Jinlin
from report.records import at, recording


def test_the_cases_of_a_time_say_that_they_are_not_all_that_was_closed(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        for _number in range(3):
            records.issue(at("10-05"), (at("10-06"), "closed", "closed_solved"))
        records.issue(at("10-05"), (at("10-06"), "closed", "declined"))
    text = "".join(jinlin("report", "monthly", "10", "--full").out.split())
    assert "办结4件" in text
    assert "解决或答复、没有重开的3件，办理时长中位数24.0小时" in text


def test_what_belongs_to_no_building_changes_under_its_own_name(jinlin: Jinlin) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        tower = records.building("5")
        records.issue(at("10-05"), building=tower)
        records.issue(at("10-05"))
    jinlin("report", "monthly", "10", "--final", "--user", "林秀英")
    with recording(jinlin.folder, jinlin.now) as records:
        records.issues = 2
        records.issue(at("10-20"))
    said = jinlin("report", "monthly", "10").err
    assert "不列楼栋 受理 1 → 2" in said
    assert "号楼" not in said
