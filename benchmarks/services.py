"""What service days cost after sixty of them with 500 volunteers each.

    python benchmarks/services.py [ROUNDS]

Goal: at most one second over the same command in an empty complex. What is recorded is rehearsed
with `--dry-run`: all of it but the commit. The list that is read has 500 names.
"""

from __future__ import annotations

import sys

from measuring import Goal, installed, medians, report

FILL = """
import sys
from jinlin.core.call import Call, Environment
from jinlin.store.command.command import writing

target, people, days = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
call = Call(environment=Environment.of_process(), command="fill", database=target)
COUNTED = "WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)"

with writing(call) as tx:
    for _day in range(days):
        tx.next_number("meeting")
    for _one in range(people):
        tx.next_number("person")
    tx.write(
        "INSERT INTO person (number, name, pinyin, initials)"
        f" {COUNTED} SELECT 1 + n, '志愿' || n, 'zhiyuan', 'zy' FROM counted",
        (people,),
    )
    tx.write(
        "INSERT INTO meeting (number, type, title, held_at)"
        f" {COUNTED} SELECT n, 'charity_day', '爱心日',"
        " strftime('%Y-%m-%dT00:30:00Z', '2021-01-25', n || ' months') FROM counted",
        (days,),
    )
    tx.write(
        "INSERT INTO attendance (meeting_id, person_id, name, state) SELECT m.id, p.id, p.name,"
        " 'present' FROM meeting AS m JOIN person AS p ON p.number > 1"
    )
    tx.write("INSERT INTO service_day (meeting_id, minutes) SELECT id, 120 FROM meeting")
    tx.write(
        "INSERT INTO service_item (meeting_id, what, served) SELECT m.id, i.value, m.id % 40"
        " FROM meeting AS m, json_each('[\\"修脚\\", \\"理发\\", \\"草药泡脚\\"]') AS i"
    )
"""

COMMANDS = {
    "service done": ["service", "done", "爱心日", "--date", "2026-03-02", "--people", "名单.txt",
                     "--served", "修脚=12,理发=20", "--hours", "2", "--yes", "--dry-run"],
    "service list": ["service", "list", "--limit", "all"],
    "service kind": ["service", "kind", "爱心日"],
    "team list": ["team", "list"],
    "member report-in list": ["member", "report-in", "list", "--limit", "all"],
    "today": ["today"],
}  # fmt: skip


def main() -> None:
    """Measure, print, and leave with 1 when the goal is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with installed() as at:
        names = "\n".join(f"{number}. 志愿{number}" for number in range(1, 501))
        (at.folder / "名单.txt").write_text(f"#接龙\n\n{names}\n", "utf-8")
        for name, people, days in (("none", 1, 1), ("all", 500, 60)):
            at.seconds([at.jinlin, "init", "--name", "梅苑小区", "--db", f"{name}.db"])
            at.seconds([at.python, "-c", FILL, f"{name}.db", str(people), str(days)])
        took = medians(
            at,
            {
                f"{what}, {name}": [at.jinlin, *words, "--db", f"{name}.db"]
                for what, words in COMMANDS.items()
                for name in ("none", "all")
            },
            rounds=rounds,
        )
    report(
        "services",
        took,
        [Goal(what, 1.0, took[f"{what}, all"] - took[f"{what}, none"], "s") for what in COMMANDS],
    )


main()
