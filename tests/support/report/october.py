"""The rows of an October like the ones a secretary has."""

from __future__ import annotations

from report.records import Records, at


def october(records: Records) -> None:
    """Write an October like the ones a secretary has."""
    tower = records.building("3")
    steward = records.person("陈建国")
    records.issue(
        at("09-20"), (at("10-02"), "closed", "closed_solved"), (at("10-03"), "rated", "satisfied"),
        due="2026-10-02", building=tower,
    )  # fmt: skip
    records.issue(at("09-28"), category="refuse", due="2026-10-01", steward_id=steward)
    records.issue(
        at("10-05"), (at("10-06"), "closed", "closed_unsolved"), category="parking",
        due="2026-10-20", building=tower,
    )  # fmt: skip
    records.issue(at("10-08"), (at("10-09"), "closed", "declined"), category="business")
    records.issue(
        at("10-10"), (at("10-11"), "assigned", "escalated"), category="roof_wall",
        due="2026-11-10", building=tower,
    )  # fmt: skip
    records.meeting(
        at("10-09"),
        resolutions=[
            ("再次走访未联系上的两户。", "林秀英", "2026-11-06"),
            ("作废", None, "2026-11-06"),
        ],
    )
    records.meeting(at("10-15"), "party_day")
    records.meeting(at("10-16"), "friday_council")
    records.meeting(at("10-25"), "charity_day")
    records.meeting(at("11-13"), "general_meeting")
    records.meeting(at("10-26"), removed=True)
    records.plan(
        at("10-12"), "电梯更换", total=48000000, subsidy=8000000, building=tower,
        amounts=[0, 10000000, 30000000],
    )  # fmt: skip
    records.plan(at("10-13"), "作废方案", total=100, amounts=[100], removed=True)
    records.member("李红", "report_in", reported_on="2026-10-31")
    records.member("王刚", "report_in", reported_on="2026-03-01")
    records.member("赵明", "report_in", reported_on="2026-11-01")
    records.member("周强", "report_in", reported_on="2026-10-02", removed_at=at("10-03"))
    records.tx.write("UPDATE resolution SET removed_at = ? WHERE text = '作废'", (at("10-09"),))
