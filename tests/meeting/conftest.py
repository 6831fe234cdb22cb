"""A branch with a few members, and a meeting of its committee."""

from __future__ import annotations

from conftest import Jinlin, seeded

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
