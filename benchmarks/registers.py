"""What a record of a declared register costs, against the same row written plainly.

    python benchmarks/registers.py [ROUNDS]

Goals: warm, in one process, a command that adds a room takes less than twice as long as one that
inserts the same row and says the same sentence; listing rooms from a cold start costs no more than
1.2 times listing the venue's points, which is written out by hand. Adding from a cold start is told
beside a plain write: the difference is SQLModel.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from measuring import Goal, installed, medians, report

COUNT = 60
WARM = f"""
import sys
from jinlin.core.call import Call, Environment
from jinlin.core.i18n import Message, install
from jinlin.member.branch.rooms import ROOMS
from jinlin.store.command.command import writing

install("zh")
call = Call(Environment.of_process(), command="branch room add")
ROOMS.model()
for number in range({COUNT} if sys.argv[2] == "many" else 0):
    with writing(call) as tx:
        name = f"{{sys.argv[1]}}{{number}}"
        if sys.argv[1] == "declared":
            made = ROOMS.add(tx, {{"name": name, "uses": ["书画"]}})
            ROOMS.remove(tx, made.record)
        else:
            made = tx.insert("room", name=name, uses='["书画"]')
            tx.update("room", made, removed_at=tx.clock.stamp)
            said = Message("Added {{what}} {{name}}", {{"what": "room", "name": name}})
            tx.describe(said, reverse=said)
"""


def main() -> None:
    """Measure, print, and leave with 1 when a goal is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with installed() as at:
        (at.folder / "warm.py").write_text(WARM, "utf-8")
        at.seconds([at.jinlin, "init", "--name", "梅苑小区"])
        warm: dict[str, Sequence[str | Path]] = {
            f"{how}, {count}": [at.python, "warm.py", how, count]
            for how in ("declared", "plain")
            for count in ("none", "many")
        }
        took = medians(
            at,
            {
                **warm,
                "branch room list": [at.jinlin, "branch", "room", "list"],
                "branch venue list": [at.jinlin, "branch", "venue", "list"],
            },
            rounds=rounds,
        )
        took["branch room add, cold"] = at.seconds([at.jinlin, "branch", "room", "add", "书屋"])
        took["branch venue add, cold"] = at.seconds([at.jinlin, "branch", "venue", "add", "有茶水"])
    declared, plain = (took[f"{how}, many"] - took[f"{how}, none"] for how in ("declared", "plain"))
    report(
        "registers",
        took,
        [
            Goal("add a record, declared / plain", 2, declared / plain, "x"),
            Goal(
                "list, declared / by hand",
                1.2,
                took["branch room list"] / took["branch venue list"],
                "x",
            ),
        ],
    )


main()
