"""A branch with a few members, and a meeting of its committee."""

from __future__ import annotations

from harness import Jinlin, seeded

AGENDA = ("--item", "电梯更换方案", "--item", "下月安排")


@seeded
def branch(jinlin: Jinlin) -> Jinlin:
    """The secretary 林秀英 (P1), 陈建国 (P2), two called 张伟 (P3, P4), 李雷 who reported in (P5)."""
    jinlin("member", "add", "陈建国", "--phone", "13805911234", "--party-state", "full",
           "--post", "副书记")  # fmt: skip
    jinlin("member", "add", "张伟", "--phone", "13805915678", "--party-state", "full")
    jinlin("member", "add", "张伟", "--phone", "13805919999", "--party-state", "预备")
    jinlin("member", "add", "李雷", "--party-state", "full", "--reported", "2024-05-01")
    return jinlin


@seeded
def held(branch: Jinlin) -> Jinlin:
    """Its committee has met: `M1`, with two items on the agenda."""
    branch("meeting", "add", "--type", "支委会", "--time", "2026-11-04 19:30", "--place", "党群服务站",
           "--chair", "林秀英", "--recorder", "P2", *AGENDA)  # fmt: skip
    return branch


HALL = tuple(f"赵{name}" for name in "一丁七万丈三上下不与丑专且世丘丙业丛东")
"""Nineteen with the right to vote; the secretary is the twentieth."""


@seeded
def hall(jinlin: Jinlin) -> Jinlin:
    """Twenty full members (P1 to P20), 钱预备 who has no vote yet (P21), and a general meeting `M1`.

    Ten of the twenty are there; item 1 is a report, item 2 an election.
    """
    for name in HALL:
        jinlin("member", "add", name, "--party-state", "full")
    jinlin("member", "add", "钱预备", "--party-state", "预备")
    jinlin("meeting", "add", "--type", "党员大会", "--time", "2026-11-04 19:30",
           "--item", "年度工作报告", "--item", "增补委员")  # fmt: skip
    jinlin("meeting", "attend", "M1", *HALL[:10], "钱预备")
    return jinlin


@seeded
def council(jinlin: Jinlin) -> Jinlin:
    """A neighbours' council `M1` with ten residents' representatives and one guest."""
    jinlin("meeting", "add", "--type", "邻里议事会", "--time", "2026-11-04 19:30",
           "--item", "充电棚选址", "--item", "选定企业")  # fmt: skip
    jinlin("meeting", "attend", "M1", *(f"孙{name}" for name in "一丁七万丈三上下不与"))
    jinlin("meeting", "attend", "M1", "李经理", "--state", "列席")
    return jinlin
