"""What the table and a search of `household list` cost on 100 000 households, against 100.

    python benchmarks/households.py [ROUNDS]

Goal: within 1.5 times. The databases are filled through the store, set-based; both hold 50 homes
that the search finds, so that both print the same number of rows.
"""

from __future__ import annotations

import sys

from measuring import Goal, installed, medians, report

FILL = """
import sys
from jinlin.core.call import Call, Environment
from jinlin.store.command.command import writing

target, count = sys.argv[1], int(sys.argv[2])
call = Call(environment=Environment.of_process(), command="fill", database=target)
COUNTED = "WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)"
with writing(call) as tx:
    tx.write("INSERT INTO counter VALUES ('person', ?)", (count,))
    for code in range(1, 101):
        tx.insert("building", code=str(code), floors=34)
    tx.write(
        "INSERT INTO household (building_id, entrance, room, floor, area, state)"
        f" {COUNTED}"
        " SELECT 1 + n % 100, 1 + n / 100 % 3, (1 + n / 300 % 34) || printf('%02d', n / 10200),"
        " 1 + n / 300 % 34, 8950, CASE n % 5 WHEN 0 THEN 'let' ELSE 'owner_occupied' END"
        " FROM counted", (count,),
    )
    tx.write(
        "INSERT INTO person (number, name, phone, pinyin, initials)"
        f" {COUNTED}"
        " SELECT n, CASE WHEN n <= 50 THEN '张美华' ELSE '林' || char(20000 + n % 9000) END,"
        " printf('138%08d', n), CASE WHEN n <= 50 THEN 'zhangmeihua' ELSE 'lin' END,"
        " CASE WHEN n <= 50 THEN 'zmh' ELSE 'l' END FROM counted", (count,),
    )
    tx.write("INSERT INTO ownership (household_id, person_id) SELECT h.id, p.id"
             " FROM household AS h JOIN person AS p ON p.number = h.id")
"""


def main() -> None:
    """Measure, print, and leave with 1 when a goal is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    kinds = {
        "table": [],
        "search by name": ["--text", "美华"],
        "search by initials": ["--text", "zmh"],
        "filter": ["--state", "let", "--building", "7"],
    }
    sizes = {"100": 100, "100 000": 100_000}
    with installed() as at:
        for name, count in sizes.items():
            at.seconds([at.jinlin, "init", "--name", "梅苑小区", "--db", f"{name}.db"])
            at.seconds([at.python, "-c", FILL, f"{name}.db", str(count)])
        took = medians(
            at,
            {
                f"{kind}, {name}": [at.jinlin, "household", "list", *words, "--db", f"{name}.db"]
                for kind, words in kinds.items()
                for name in sizes
            },
            rounds=rounds,
        )
    goals = [
        Goal(f"{kind}: 100 000 / 100", 1.5, took[f"{kind}, 100 000"] / took[f"{kind}, 100"], "x")
        for kind in kinds
    ]
    report("households", took, goals)


main()
