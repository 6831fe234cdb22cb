"""A stairwell whose plan is adopted: seven floors, two homes each, works going on."""

from __future__ import annotations

from harness import Jinlin, typed_once

ACCOUNT = ("--payee", "王建国", "--account", "工商银行 6222 0000 1111", "--handler", "赵敏",
           "--checker", "钱芳")  # fmt: skip
ROSTER = "\n".join(
    [
        "楼栋,单元,房号,楼层,专有面积,产权人",
        *(
            f"3,1,{floor}0{door},{floor},{80 + 10 * door}.50,业主{'甲乙丙丁戊己庚'[floor - 1]}{'一二'[door - 1]}"
            for floor in range(1, 8)
            for door in (1, 2)
        ),
    ]
)


@typed_once
def adopt(jinlin: Jinlin, *words: str, roster: str = ROSTER, stage: str = "施工") -> None:
    """Record a stairwell, open project X1, save a plan and adopt it, and go on to a stage."""
    (jinlin.folder / "房屋.csv").write_text(roster + "\n", "utf-8")
    jinlin("household", "import", "房屋.csv", "--yes")
    jinlin("elevator", "add", "3-1", "--kind", "更换", "--responsible", "王建国",
           "--started", "2026-01-01")  # fmt: skip
    split = words or ("--total", "48万", "--subsidy", "5万")
    jinlin("elevator", "split", "--project", "X1", *split, "--save", "第一稿", "--json")
    jinlin("elevator", "adopt", "--yes")
    for step in ("方案", "征求意见", "公示", "签约", "施工"):
        jinlin("elevator", "stage", step, "--override", "材料另存", "--yes")
        if step == stage:
            break


@typed_once
def with_account(jinlin: Jinlin) -> None:
    """Name the account, too."""
    adopt(jinlin)
    jinlin("elevator", "account", "X1", *ACCOUNT)
