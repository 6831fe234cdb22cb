"""A stairwell whose plan is adopted: seven floors, two homes each, works going on."""

from __future__ import annotations

from calls import call_in
from conftest import Jinlin

from jinlin.store.command import writing

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


def adopt(jinlin: Jinlin, *words: str, roster: str = ROSTER, stage: str = "works") -> None:
    """Record a stairwell, save a plan of it, and adopt it in project X1."""
    (jinlin.folder / "房屋.csv").write_text(roster + "\n", "utf-8")
    jinlin("household", "import", "房屋.csv", "--yes")
    split = words or ("--total", "48万", "--subsidy", "5万")
    jinlin("elevator", "split", "--building", "3", "--entrance", "1", *split, "--save", "第一稿")
    with writing(call_in(jinlin.folder)) as tx:
        project = tx.insert(
            "elevator_project",
            number=tx.next_number("elevator_project"),
            building_id=tx.value("SELECT id FROM building"),
            entrance="1",
            kind="replacement",
            stage=stage,
            stage_since="2026-09-01",
            started_on="2026-01-01",
        )
        plan = tx.value("SELECT max(id) FROM plan")
        tx.update("plan", plan, project_id=project, version=1, adopted_at="2026-09-01T00:00:00Z")


def with_account(jinlin: Jinlin) -> Jinlin:
    """Name the account, too."""
    adopt(jinlin)
    jinlin("elevator", "account", "X1", *ACCOUNT)
    return jinlin
