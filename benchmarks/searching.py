"""What `jinlin find` costs on 200 000 issues, and why it reads the columns and keeps no index.

    python benchmarks/searching.py [ROUNDS]

Goal: within a second of the same on 100 issues, for a word of one, two and four characters and for
initials. Beside it SQLite's index for texts (FTS5, trigram) over the same titles: what it costs to
build, and how many of the titles that hold a word of two characters it finds.
"""

from __future__ import annotations

import sqlite3
import sys
import time

from measuring import Goal, installed, medians, report

FILL = """
import sys
from jinlin.core.call import Call, Environment
from jinlin.store.command.command import writing

call = Call(environment=Environment.of_process(), command="fill", database=sys.argv[1])
with writing(call) as tx:
    tx.write(
        "INSERT INTO issue (year, number, title, category_id, place, channel, urgency, status,"
        " reported_at, due_on)"
        " WITH RECURSIVE counted (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)"
        " SELECT 2026, n, '第' || n || "
        " CASE n % 50 WHEN 0 THEN '户厨房漏水' ELSE '处楼道灯不亮' END,"
        " 1 + n % (SELECT count(*) FROM category), n % 9 || '号楼', 'phone', 'normal',"
        " 'in_progress', '2026-01-02T01:00:00Z', '2026-01-09' FROM counted",
        (int(sys.argv[2]),),
    )
"""
WORDS = ("灯", "漏水", "厨房漏水", "cfls")


def main() -> None:
    """Measure, print, and leave with 1 when the goal is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    few, many = "100", "200 000"
    with installed() as at:
        for name, count in ((few, 100), (many, 200_000)):
            at.seconds([at.jinlin, "init", "--name", "梅苑小区", "--db", f"{name}.db"])
            at.seconds([at.python, "-c", FILL, f"{name}.db", str(count)])
        took = medians(
            at,
            {
                f"find {word}, {name}": [at.jinlin, "find", word, "--db", f"{name}.db"]
                for word in WORDS
                for name in (few, many)
            },
            rounds=rounds,
        )
        with sqlite3.connect(at.folder / f"{many}.db") as database:
            took["index of the titles (FTS5, trigram)"] = _index(database)
            held, found = (
                database.execute(sql).fetchone()[0]
                for sql in (
                    "SELECT count(*) FROM issue WHERE title LIKE '%漏水%'",
                    "SELECT count(*) FROM indexed WHERE indexed MATCH '\"漏水\"'",
                )
            )
    print(f"titles that hold 漏水: {held}; found by the index: {found}")
    report(
        "searching",
        took,
        [
            Goal(
                f"find {word}", 1.0, took[f"find {word}, {many}"] - took[f"find {word}, {few}"], "s"
            )
            for word in WORDS
        ],
    )


def _index(database: sqlite3.Connection) -> float:
    """Return how long the index over the titles takes to build."""
    start = time.perf_counter()
    database.execute("CREATE VIRTUAL TABLE temp.indexed USING fts5(title, tokenize = 'trigram')")
    database.execute("INSERT INTO temp.indexed (title) SELECT title FROM issue")
    return time.perf_counter() - start


main()
