"""A stairwell with a project: seven floors, two homes each, areas and owners recorded."""

from __future__ import annotations

from typing import Any

from harness import Jinlin, typed_once

ROSTER = "\n".join(
    [
        "楼栋,单元,房号,楼层,专有面积,产权人",
        *(
            f"3,1,{floor}0{door},{floor},{80 + 10 * door}.00,业主{'甲乙丙丁戊己庚'[floor - 1]}{'一二'[door - 1]}"
            for floor in range(1, 8)
            for door in (1, 2)
        ),
    ]
)
DOORS = [f"3-1-{floor}0{door}" for floor in range(1, 8) for door in (1, 2)]


@typed_once
def stairwell(jinlin: Jinlin, *, roster: str = ROSTER) -> None:
    """Record the homes of 3-1."""
    (jinlin.folder / "房屋.csv").write_text(roster + "\n", "utf-8")
    jinlin("household", "import", "房屋.csv", "--yes")


@typed_once
def project(jinlin: Jinlin, *, kind: str = "更换", roster: str = ROSTER) -> None:
    """Open X1 for the entrance 3-1."""
    stairwell(jinlin, roster=roster)
    words = ("--responsible", "业主代表王建国", "--started", "2026-09-01")
    jinlin("elevator", "add", "3-1", "--kind", kind, *words)


@typed_once
def adopted(jinlin: Jinlin, total: str = "48万", *words: str, kind: str = "更换") -> None:
    """Open X1, and put its first version in force."""
    project(jinlin, kind=kind)
    jinlin("elevator", "split", "--total", total, *words, "--save", "第一版", "--json")
    jinlin("elevator", "adopt", "--yes")


def next_version(jinlin: Jinlin, total: str, *words: str) -> dict[str, Any]:
    """Put another version in force, and return what that meant."""
    jinlin("elevator", "split", "--total", total, *words, "--save", "又一版", "--json")
    got = jinlin("elevator", "adopt", "--note", "报价变了", "--yes", "--json").data
    assert isinstance(got, dict)
    return got


def amounts(jinlin: Jinlin) -> dict[str, int]:
    """Return by door what the version in force asks for, in fen."""
    rows = jinlin.sql(
        "SELECT s.building || '-' || s.entrance || '-' || s.room, s.amount FROM plan_share AS s"
        " JOIN plan AS p ON p.id = s.plan_id WHERE p.adopted_at IS NOT NULL"
        " AND p.superseded_at IS NULL"
    )
    return dict(rows)
