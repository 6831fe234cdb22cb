"""What lists and searches cost on 100 000 rows, against the same on 100.

    python benchmarks/listing.py [ROUNDS]

Goal: within 1.5 times, for `issue list`, `household list`, and people searched by initials, by a
part of the name and by the end of a phone. The databases are filled through the store, set-based.
"""

from __future__ import annotations

import sys

from measuring import Goal, installed, medians, report

FILL = """
import sys
from jinlin.core.call import Call, Environment
from jinlin.core.people.pinyin import spelled
from jinlin.store.command.command import writing

SURNAMES, GIVEN = "王李张刘陈杨黄赵吴周林郑", "伟芳娜秀英敏静丽强磊军洋勇艳杰美华国"
target, count = sys.argv[1], int(sys.argv[2])
call = Call(environment=Environment.of_process(), command="fill", database=target)
COUNTED = "WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)"
DAYS = "strftime('%Y-%m-%d', '2026-01-01', (n % 300) || ' days')"


def person(n):
    if n % 1000 == 0:
        return n, 1000 + n, "张美华", "13805911903", *spelled("张美华")
    name = SURNAMES[n % 12] + GIVEN[n // 12 % 18] + GIVEN[n // 216 % 18]
    return n, 1000 + n, name, f"138{n * 7919 % 10**8:08}", *spelled(name)


with writing(call) as tx:
    tx.write(
        "INSERT INTO issue (year, number, title, category_id, place, channel, urgency,"
        " status, reported_at, due_on, closed_at)"
        f" {COUNTED}"
        " SELECT 2026, n, '第' || n || '件事：楼道灯不亮', 1 + n % (SELECT count(*) FROM category),"
        " n % 9 || '号楼', 'phone', CASE n % 10 WHEN 0 THEN 'urgent' ELSE 'normal' END,"
        f" CASE n % 5 WHEN 0 THEN 'in_progress' ELSE 'closed_solved' END, {DAYS} || 'T01:00:00Z',"
        f" {DAYS}, CASE n % 5 WHEN 0 THEN NULL ELSE {DAYS} || 'T08:00:00Z' END FROM counted",
        (count,),
    )
    tx.insert_many(
        "person",
        ("id", "number", "name", "phone", "pinyin", "initials"),
        (person(n) for n in range(1000, 1000 + count)),
    )
    tx.write(f"INSERT INTO building (code, floors) {COUNTED} SELECT n, 33 FROM counted", (100,))
    tx.write(
        "INSERT INTO household (id, building_id, entrance, room, floor, area)"
        f" {COUNTED}"
        " SELECT n, 1 + n % 100, 1, 100 * (1 + n / 100 % 33) + n / 3300, 1 + n / 100 % 33, 8950"
        " FROM counted",
        (count,),
    )
    tx.write(
        f"INSERT INTO ownership (household_id, person_id) {COUNTED} SELECT n, 999 + n FROM counted",
        (count,),
    )
"""

COMMANDS = {
    "issue list": ["issue", "list"],
    "household list": ["household", "list"],
    "household list --text zmh": ["household", "list", "--text", "zmh"],
    "member find zmh": ["member", "find", "zmh"],
    "member find 美华": ["member", "find", "美华"],
    "member find 1903": ["member", "find", "1903"],
}


def main() -> None:
    """Measure, print, and leave with 1 when the goal is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    few, many = "100", "100 000"
    with installed() as at:
        for name, count in ((few, 100), (many, 100_000)):
            at.seconds([at.jinlin, "init", "--name", "梅苑小区", "--db", f"{name}.db"])
            at.seconds([at.python, "-c", FILL, f"{name}.db", str(count)])
        took = medians(
            at,
            {
                f"{what}, {name}": [at.jinlin, *words, "--db", f"{name}.db"]
                for what, words in COMMANDS.items()
                for name in (few, many)
            },
            rounds=rounds,
        )
        took["all 100 000 issues as csv"] = at.seconds(
            [at.jinlin, "issue", "list", "--db", f"{many}.db", "-o", "all.csv"]
        )
    report(
        "listing",
        took,
        [
            Goal(what, 1.5, took[f"{what}, {many}"] / took[f"{what}, {few}"], "x")
            for what in COMMANDS
        ],
    )


main()
