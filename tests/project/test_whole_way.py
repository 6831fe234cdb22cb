"""Works from the first door to their use by typing what each shut gate prints, as it is printed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from harness import Jinlin, seeded

from jinlin.core.typed import words_of

BALLOTS = "楼栋,单元,房号,表决意见\n2,,201,同意\n2,,202,同意\n2,,301,同意\n"


@seeded
def works(jinlin: Jinlin) -> Jinlin:
    """Works on the open ground floor of building 2, just opened."""
    jinlin("building", "add", "2", "--floors", "11", "--stilt-floor")
    for room, owner in (("201", "王小明"), ("202", "李四光"), ("301", "赵大海")):
        jinlin("household", "add", f"2-{room}", "--area", "90", "--owner", owner)
    jinlin("project", "add", "2号楼架空层改造", "--kind", "架空层", "--building", "2",
           "--budget", "8.6万")  # fmt: skip
    (jinlin.folder / "表决.csv").write_text(BALLOTS, "utf-8")
    return jinlin


def blockers(jinlin: Jinlin) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = jinlin("project", "show", "G1", "--json").data["blockers"]
    return found


def type_what_is_printed(jinlin: Jinlin) -> bool:
    """Type the line of the first shut gate; whether it changed anything."""
    before = blockers(jinlin)
    jinlin(*words_of(before[0]["way"]))
    return blockers(jinlin) != before


def go_the_whole_way(jinlin: Jinlin) -> Any:
    """Type what is printed, and let days pass where nothing else helps, until they are in use."""
    days = 0
    while (shown := jinlin("project", "show", "G1", "--json").data)["stage"] != "use":
        if not shown["blockers"]:
            following = next(one["stage"] for one in shown["stages"] if one["state"] == "ahead")
            jinlin("project", "stage", "G1", following)
        elif not type_what_is_printed(jinlin):
            jinlin.now += timedelta(days=1)
            days += 1
            assert days < 40, shown["blockers"]
    entered = jinlin.sql("SELECT stage, override_reason FROM project_stage ORDER BY id")
    assert entered == [(one["stage"], None) for one in shown["stages"]]
    assert all(one["members"] for one in shown["stages"][:-1])
    return shown


def test_each_line_works_as_it_is_printed(works: Jinlin) -> None:
    shown = go_the_whole_way(works)
    assert len(shown["stages"]) == 13
    assert works("project", "stage", "G1", "使用", code=1).err


@pytest.mark.parametrize(
    ("words", "stages"),
    [
        (("--kind", "绿化"), 7),
        (("--kind", "食堂", "--matter-reason", "社区自有用房"), 12),
    ],
)
def test_so_they_do_where_the_owners_decide_nothing(
    jinlin: Jinlin, words: tuple[str, ...], stages: int
) -> None:
    jinlin("building", "add", "2", "--floors", "11")
    jinlin("household", "add", "2-201", "--area", "90")
    jinlin("project", "add", "长者食堂", *words)
    assert len(go_the_whole_way(jinlin)["stages"]) == stages
