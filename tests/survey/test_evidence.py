"""What records say beside the ratings of bodies: computed, and each figure opens to its records."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from harness import Jinlin
from hypothesis import given, settings
from hypothesis import strategies as st
from report.records import Records, at, in_memory, kept, recording

from jinlin.output.contribution.evidence import (
    EvidenceKind,
    RatedBodyAsked,
    counted,
    records_of,
)


def test_figures_stand_beside_the_ratings_with_their_base_and_open_to_their_records(
    jinlin: Jinlin,
) -> None:
    with recording(jinlin.folder, jinlin.now) as records:
        for place in range(12):
            records.issue(
                at("10-01"), (at("10-08"), "closed", "closed_solved"),
                (at("10-09"), "rated", "satisfied" if place < 6 else "not_satisfied"),
                due="2026-10-10" if place < 9 else "2026-10-05", handler="物业",
            )  # fmt: skip
        records.issue(at("10-01"), due="2026-10-10", handler="居委会")
        records.meeting(at("10-12"), "owners_committee", resolutions=[("换灯", None, None)])
    jinlin("partner", "add", "春江银行", "--agreement", "2026-03-01")
    jinlin("partner", "support", "春江银行", "--what", "义诊", "--kind", "服务", "--promised",
           "--by", "2026-11-20")  # fmt: skip
    jinlin("partner", "support", "春江银行", "1万", "--promised", "--by", "2026-11-20")
    jinlin("partner", "receive", "D1-2", "--purse", "共建资助")
    jinlin("branch", "fund", "reverse", "F1", "--reason", "没到账")
    jinlin("survey", "add", "两评", "--evaluate", "业委会,物业,D1")
    jinlin("survey", "answer", "满意", "满意", "满意")
    jinlin.now = datetime(2026, 11, 25, 4, tzinfo=UTC)
    found = jinlin("survey", "tally", "--json").data["evidence"]
    figures = {
        (one["body"], one["kind"]): (one["count"], one["base"], one["rate"]) for one in found
    }
    assert figures == {
        ("业委会", "disclosed"): (0, 1, None),
        ("物业服务企业", "on_time"): (9, 12, "3/4"),
        ("物业服务企业", "satisfied"): (6, 12, "1/2"),
        ("物业服务企业", "repeated"): (0, 12, "0/1"),
        ("春江银行", "promises"): (0, 2, None),
    }
    listed = jinlin("survey", "tally", "--body", "物业", "--json").data
    late = [one["number"] for one in listed if one["kind"] == "on_time" and not one["holds"]]
    assert late == ["2026-0010", "2026-0011", "2026-0012"]
    assert "D1-1" in jinlin("survey", "tally", "--body", "春江银行").out
    jinlin("survey", "tally", "--body", "监事会", code=3)
    [counted] = jinlin("survey", "list", "--json").data
    assert (counted["answered"], counted["asked"]) == (1, None)
    jinlin("survey", "close")
    [duty] = [one for one in jinlin("notice", "due", "--json").data if one["number"] == "W1"]
    assert (duty["kind"], duty["due_on"]) == ("post", "2026-12-02")
    assert jinlin("today", "--json").data["evaluations_to_post"]["total"] == 1
    jinlin("notice", "post", "--from", "问卷", "--of", "W1", "--place", "大厅")
    assert jinlin("today", "--json").data["evaluations_to_post"]["total"] == 0
    notice = jinlin("notice", "show", "N1", "--json").data["body"]
    assert "收回无记名评议（答卷）1份" in notice
    assert "物业服务企业\t事项按时办结\t9\t12" in notice
    assert "composite" not in jinlin("survey", "tally", "--json").data
    jinlin("config", "set", "评议权重", "评议=60,按时办结=40", code=2)
    jinlin("config", "set", "评议权重", "评议=60,按时办结=30,来源=街道办法", code=2)
    jinlin("config", "set", "评议权重", "按时办结=60,不重复=40,来源=街道2026年办法")
    composite = jinlin("survey", "tally", "--json").data["composite"]
    assert [(one["body"], one["composite"]) for one in composite] == [
        ("业委会", None), ("物业服务企业", "17/20"), ("春江银行", None),
    ]  # fmt: skip
    shown = jinlin("survey", "tally", "--public").out
    assert "来源：街道2026年办法" in shown
    assert "应收" not in shown
    assert "75.0%" in shown
    assert "2026-0010" not in shown


FIRST = date(2026, 6, 1)
ISSUES = st.lists(
    st.tuples(
        st.integers(-20, 160),  # reported, days after the first
        st.integers(1, 60),  # due after so many days
        st.none() | st.integers(0, 80),  # closed after so many
        st.none() | st.sampled_from(["satisfied", "basically_satisfied", "not_satisfied"]),
        st.sampled_from(["物业", "物业公司", "居委会"]),
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None)
@given(ISSUES)
def test_every_figure_is_the_number_of_its_records(
    issues: list[tuple[int, int, int | None, str | None, str]],
) -> None:
    tx = in_memory(datetime(2026, 12, 1, 4, tzinfo=UTC))
    records, today, last = Records(tx), date(2026, 12, 1), FIRST + timedelta(days=150)
    expected = {kind: [0, 0] for kind in EvidenceKind}

    def moment(day: date) -> str:
        return kept(datetime(day.year, day.month, day.day, 12, tzinfo=UTC))

    for after, due_in, closed_in, said, handler in issues:
        reported = FIRST + timedelta(days=after)
        due = reported + timedelta(days=due_in)
        closed = None if closed_in is None else min(reported + timedelta(days=closed_in), today)
        steps = []
        if closed is not None:
            steps = [(moment(closed), "closed", "closed_solved")]
            steps += [(moment(closed), "rated", said)] if said else []
        records.issue(moment(reported), *steps, due=due, handler=handler)
        if handler == "居委会":
            continue
        if FIRST <= due <= last:
            expected[EvidenceKind.ON_TIME][0] += closed is not None and closed <= due
            expected[EvidenceKind.ON_TIME][1] += 1
        if closed is not None and said and FIRST <= closed <= last:
            expected[EvidenceKind.SATISFIED][0] += said != "not_satisfied"
            expected[EvidenceKind.SATISFIED][1] += 1
        expected[EvidenceKind.REPEATED][1] += FIRST <= reported <= last
    found = records_of(tx, RatedBodyAsked("property_company", ("物业", "物业公司"), FIRST, last))
    figures = {one.kind: [one.rate.numerator, one.rate.denominator] for one in counted(found)}
    assert figures == {kind: pair for kind, pair in expected.items() if pair[1]}
    assert len({(one.kind, one.number) for one in found}) == len(found)
