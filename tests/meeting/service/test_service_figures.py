"""Figures of service days: no figure mixes kinds, and each total equals the records it counts."""

from __future__ import annotations

from collections import Counter
from typing import Any, NamedTuple

from harness import Jinlin, seeded
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

KNOWN = ("陈建国", "王芳", "林秀英")
NICKS = ("阿林", "阿南", "李姐")
KINDS = {"爱心日": "charity_day", "义务劳动": "work_day"}


class Held(NamedTuple):
    """A service day as it is typed."""

    kind: str
    day: int
    people: tuple[str, ...]
    more: int
    others: int
    minors: int
    hours: int | None
    served: dict[str, int]


DAYS = st.lists(
    st.builds(
        Held,
        st.sampled_from(sorted(KINDS)),
        st.integers(1, 31),
        st.lists(st.sampled_from((*KNOWN, *NICKS)), unique=True, max_size=6).map(tuple),
        st.integers(0, 3),
        st.integers(0, 4),
        st.integers(0, 3),
        st.sampled_from([None, 1, 2]),
        st.dictionaries(st.sampled_from(["修脚", "理发"]), st.integers(0, 30)),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda one: (one.kind, one.day),
)


@seeded
def volunteers(jinlin: Jinlin) -> Jinlin:
    for name in KNOWN[:2]:
        jinlin("member", "report-in", name, "--employer", "教育局", "--date", "2026-03-01")
    return jinlin


def typed(jinlin: Jinlin, one: Held) -> dict[str, Any]:
    people = [f"{name}+{one.more}" if not place and one.more else name
              for place, name in enumerate(one.people)]  # fmt: skip
    said: list[object] = ["--others", one.others]
    said += ["--people", ",".join(people)] if people else []
    said += ["--minors", one.minors, "--guardians-agree"] if one.minors else []
    said += ["--hours", one.hours] if one.hours else []
    if one.served:
        said += ["--served", ",".join(f"{what}={count}" for what, count in one.served.items())]
    day = f"2026-10-{one.day:02}"
    found: dict[str, Any] = jinlin(
        "service", "done", one.kind, "--date", day, *said, "--yes", "--json"
    ).data
    return found


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(days=DAYS, twice=st.booleans())
def test_every_total_equals_the_records_and_no_figure_mixes_kinds(
    volunteers: Jinlin, days: list[Held], twice: bool
) -> None:
    jinlin = volunteers
    before = jinlin.db.read_bytes()
    numbers = [typed(jinlin, one)["number"] for one in days]
    if twice and days[0].people:
        jinlin("service", "done", numbers[0], "--people", ",".join(days[0].people), "--yes")
    counted = [one.more * bool(one.people) + one.others + one.minors + len(one.people)
               for one in days]  # fmt: skip
    minutes = sum((one.hours or 0) * 60 * n for one, n in zip(days, counted, strict=True))
    served = sum(sum(one.served.values()) for one in days)

    rows = {row["number"]: row for row in jinlin("service", "list", "--json").data}
    assert [rows[number]["volunteers"] for number in numbers] == counted
    for kind, code in KINDS.items():
        those = jinlin("service", "list", "--type", kind, "--json").data
        assert len(those) == sum(one.kind == kind for one in days)
        assert {row["type"] for row in those} <= {code}
    report = jinlin("report", "monthly", "2026-10", "--json").data["services"]
    page = jinlin("service", "page", "--of", "10月", "--json").data
    for sums in (report, page):
        assert (sums["days"], sums["times"]) == (len(days), sum(counted))
        assert (sums["minutes"], sums["served"]) == (minutes, served)
        assert sums["persons"] == len({n for one in days for n in one.people} & set(KNOWN))
    times = Counter(name for one in days for name in one.people if name in KNOWN)
    listed = jinlin("member", "report-in", "list", "--unmask", "--yes", "--json").data
    assert {row["name"]: row["times"] for row in listed if row["times"]} == dict(times)
    jinlin.db.write_bytes(before)
