"""What the table of `issue list` costs on 100 000 issues, against the same on 100.

    python benchmarks/listing.py [ROUNDS]

Goal: within 1.5 times. The databases are filled through the store, set-based.
"""

from __future__ import annotations

import sys

from measuring import Goal, installed, medians, report

FILL = """
import sys
from jinlin.core.call import Call, Environment
from jinlin.store.command import writing

target, count = sys.argv[1], int(sys.argv[2])
call = Call(environment=Environment.of_process(), command="fill", database=target)
DAYS = "strftime('%Y-%m-%d', '2026-01-01', (n % 300) || ' days')"
with writing(call) as tx:
    tx.write(
        "WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)"
        " INSERT INTO issue (year, number, title, category_id, place, channel, urgency, status,"
        " reported_at, due_on, closed_at)"
        " SELECT 2026, n, '第' || n || '件事：楼道灯不亮', 1 + n % (SELECT count(*) FROM category),"
        " n % 9 || '号楼', 'phone', CASE n % 10 WHEN 0 THEN 'urgent' ELSE 'normal' END,"
        f" CASE n % 5 WHEN 0 THEN 'in_progress' ELSE 'closed_solved' END, {DAYS} || 'T01:00:00Z',"
        f" {DAYS}, CASE n % 5 WHEN 0 THEN NULL ELSE {DAYS} || 'T08:00:00Z' END FROM counted",
        (count,),
    )
"""


def main() -> None:
    """Measure, print, and leave with 1 when the goal is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    few, many = "100 issues", "100 000 issues"
    with installed() as at:
        for name, count in ((few, 100), (many, 100_000)):
            at.seconds([at.jinlin, "init", "--name", "梅苑小区", "--db", f"{name}.db"])
            at.seconds([at.python, "-c", FILL, f"{name}.db", str(count)])
        took = medians(
            at,
            {name: [at.jinlin, "issue", "list", "--db", f"{name}.db"] for name in (few, many)},
            rounds=rounds,
        )
        took["all 100 000 as csv"] = at.seconds(
            [at.jinlin, "issue", "list", "--db", f"{many}.db", "-o", "all.csv"]
        )
    report("listing", took, [Goal("100 000 / 100", 1.5, took[many] / took[few], "x")])


main()
