"""The walk through the main job: the commands that `jinlin demo` types, and on which days."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final, NamedTuple

from jinlin.core.i18n import N_

MEETING_DAY: Final = datetime(2026, 10, 30, 1, 0, tzinfo=UTC)
TODAY: Final = datetime(2026, 11, 3, 1, 0, tzinfo=UTC)
"""Tuesday, 3 November 2026, nine in the morning in China: the day the example stands still on."""

FILES: Final = ("房屋.xlsx", "党员.xlsx", "事项.csv", "电梯.csv")
PLAN: Final = "3号楼1单元加装电梯"


class Step(NamedTuple):
    """One part of the walk.

    Attributes:
        text: what it is about, not yet translated.
        commands: the words after `jinlin`, typed in the folder of the example.
        day: the moment at which they are typed.
    """

    text: str
    commands: tuple[tuple[str, ...], ...]
    day: datetime = TODAY


STEPS: Final = (
    Step(
        N_("A database for the complex"),
        (("init", "--db", "jinlin.db", "--name", "梅苑小区", "--street", "春江街道",
          "--community", "梅苑社区", "--secretary", "林秀英"),),
        MEETING_DAY,
    ),
    Step(
        N_("Its buildings; its households from the property company's list"),
        (("building", "add", "1", "--floors", "6", "--entrances", "3"),
         ("building", "add", "2", "--floors", "11", "--stilt-floor", "--elevator"),
         ("building", "add", "3", "--floors", "7", "--entrances", "2"),
         ("household", "import", "房屋.xlsx", "--yes")),
        MEETING_DAY,
    ),
    Step(
        N_("The Party members from the branch's roster"),
        (("member", "import", "党员.xlsx", "--yes"),),
        MEETING_DAY,
    ),
    Step(
        N_("Who pays how much for an elevator"),
        (("elevator", "split", "--building", "3", "--entrance", "1", "--total", "48万",
          "--subsidy", "4万", "--round", "100", "--save", PLAN, "--limit", "2"),),
        MEETING_DAY,
    ),
    Step(
        N_("The meeting that talked about it"),
        (("meeting", "add"),),
        MEETING_DAY,
    ),
    Step(
        N_("The paper notebook of September and October"),
        (("issue", "import", "事项.csv", "--yes"),),
    ),
    Step(
        N_("A resident has just called"),
        (("issue", "add", "2单元门口路灯不亮", "--category", "公共照明", "--building", "3"),),
    ),
    Step(
        N_("The report for the street office"),
        (("report", "monthly", "2026-10"),),
    ),
)  # fmt: skip

NEXT: Final = (
    ("issue", "list"),
    ("issue", "close", "2026-0043", "--result", "已换灯泡"),
    ("elevator", "explain", "702", "--plan", "E1"),
    ("report", "monthly", "2026-10", "-o", "10月月报.md"),
    ("undo",),
)
"""What she may try next."""
