"""Works as the tests need them: opened, decided by the owners of their building, taken on."""

from __future__ import annotations

from harness import Jinlin, Outcome

ROOMS = ("201", "202", "301", "302")


def open_works(jinlin: Jinlin) -> None:
    """Open works on the open ground floor of building 2, with four owners and two members."""
    jinlin("building", "add", "2", "--floors", "11", "--stilt-floor")
    for room, owner in zip(ROOMS, ("王小明", "李四光", "赵大海", "孙小红"), strict=True):
        jinlin("household", "add", f"2-{room}", "--area", "90", "--owner", owner)
    jinlin("member", "add", "杨卫国", "--party-state", "full")
    jinlin("project", "add", "2号楼架空层改造", "--kind", "架空层", "--building", "2",
           "--budget", "8.6万", "--responsible", "业委会", "--contact", "物业前台 0591-12345678",
           "--started", "2026-09-01")  # fmt: skip


def owners_decide(jinlin: Jinlin, answer: str = "同意") -> None:
    """Let the owners of the building vote on them."""
    number = jinlin("meeting", "add", "业主大会", "--time", "2026-10-20 19:00", "--json").data[
        "number"
    ]
    jinlin("meeting", "item", number, "2号楼架空层改造方案", "--about", "G1")
    jinlin("meeting", "announce", number, "--date", "2026-09-25")
    rows = ["楼栋,单元,房号,表决意见", *(f"2,,{room},{answer}" for room in ROOMS)]
    path = jinlin.folder / "表决.csv"
    path.write_text("\n".join(rows) + "\n", "utf-8")
    jinlin(
        "meeting", "ballot", number, "1", path, "--matter", "改变共有部分用途", "--building", "2"
    )


def go_to(jinlin: Jinlin, stage: str, *words: str, number: str = "G1") -> Outcome:
    """Take works into a stage whatever is missing."""
    return jinlin("project", "stage", number, stage, "--override", "旧账补录", *words)
