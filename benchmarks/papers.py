"""What papers for Word cost: a listing of 2 000 issues, a sheet that 600 homes sign.

    python benchmarks/papers.py [ROUNDS]

Goals: `issue list -o x.docx` within 1.5 times `-o x.xlsx`; the sign-in sheet of an owners' assembly
of 600 homes within one second over the start of a command; what 600 survey forms take, one a door,
is shown as well. In the same run a table of 500 rows and 10 columns, as we write it and as
python-docx does cell by cell, each over the start of python-docx: at most a fifth.
"""

from __future__ import annotations

import sys

from measuring import Goal, installed, medians, report

ISSUES, HOMES = 2000, 600
FILL = """
import sys
from jinlin.core.call import Call, Environment
from jinlin.store.command.command import writing

call = Call(environment=Environment.of_process(), command="fill", database=sys.argv[1])
issues, homes = map(int, sys.argv[2:])
COUNTED = "WITH RECURSIVE counted (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)"
DAYS = "strftime('%Y-%m-%d', '2026-01-01', (n % 300) || ' days')"
with writing(call) as tx:
    tx.write(
        "INSERT INTO issue (year, number, title, category_id, place, channel, urgency,"
        " status, reported_at, due_on, closed_at)"
        f" {COUNTED}"
        " SELECT 2026, n + 1, '第' || n || '件事：楼道灯不亮',"
        " 1 + n % (SELECT count(*) FROM category), n % 9 || '号楼', 'phone', 'normal',"
        f" CASE n % 5 WHEN 0 THEN 'in_progress' ELSE 'closed_solved' END, {DAYS} || 'T01:00:00Z',"
        f" {DAYS}, CASE n % 5 WHEN 0 THEN NULL ELSE {DAYS} || 'T08:00:00Z' END FROM counted",
        (issues - 1,),
    )
    tx.write(f"INSERT INTO building (code) {COUNTED} SELECT 1 + n FROM counted", (5,))
    tx.write(
        "INSERT INTO household (id, building_id, entrance, room, floor, area)"
        f" {COUNTED} SELECT n + 1, 1 + n / 100, 1 + n % 100 / 50,"
        " (1 + n % 50 / 2) || '0' || (1 + n % 2), 1 + n % 50 / 2, 8950 FROM counted",
        (homes - 1,),
    )
    tx.write(
        "INSERT INTO person (id, number, name, phone)"
        f" {COUNTED} SELECT n + 1, n + 1, '王' || substr('甲乙丙丁戊己庚辛壬癸', 1 + n % 10, 1),"
        " '138' || (10000000 + n) FROM counted",
        (homes - 1,),
    )
    tx.write(
        f"INSERT INTO ownership (household_id, person_id) {COUNTED} SELECT n + 1, n + 1"
        " FROM counted",
        (homes - 1,),
    )
"""
OURS = """
import io
from jinlin.documents.page import Form, Page, Table
from jinlin.documents.word.document import write_docx

cells = tuple("abcdefghij")
write_docx(io.BytesIO(), [Page("表", (Table(cells, (cells,) * 500),), form=Form.DENSE)])
"""
CELL_BY_CELL = """
import io
import docx

document = docx.Document()
table = document.add_table(rows=0, cols=10)
for _number in range(500):
    for cell, text in zip(table.add_row().cells, "abcdefghij"):
        cell.width = 500_000
        cell.paragraphs[0].style = "Normal"
        cell.paragraphs[0].add_run(text)
document.save(io.BytesIO())
"""
START = "import docx; docx.Document()"


def main() -> None:
    """Measure, print, and leave with 1 when a goal is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with installed() as at:
        at.seconds([at.jinlin, "init", "--name", "梅苑小区"])
        at.seconds([at.python, "-c", FILL, at.folder / "jinlin.db", str(ISSUES), str(HOMES)])
        at.seconds([at.jinlin, "meeting", "add", "业主大会", "--time", "2026-11-21 14:30"])
        at.seconds(
            [
                at.jinlin,
                "survey",
                "add",
                "居民需求",
                "-q",
                "一餐愿付几元=数字",
                "-q",
                "还缺什么=文字",
            ]
        )
        into = ("--force", "-o")
        took = medians(
            at,
            {
                "start of a command": [at.jinlin, "db", "path"],
                "2000 issues, xlsx": [at.jinlin, "issue", "list", *into, "x.xlsx"],
                "2000 issues, docx": [at.jinlin, "issue", "list", *into, "x.docx"],
                "600 homes sign": [at.jinlin, "meeting", "signin", "M1", *into, "s.docx"],
                "600 forms": [at.jinlin, "survey", "sheet", "--all", "W1", *into, "f.docx"],
                "start of python-docx": [at.python, "-c", START],
                "500 rows of 10": [at.python, "-c", OURS],
                "500 rows of 10, cell by cell": [at.python, "-c", CELL_BY_CELL],
            },
            rounds=rounds,
        )
    start, word = took["start of a command"], took["start of python-docx"]
    by_hand = took["500 rows of 10, cell by cell"] - word
    report(
        "papers",
        took,
        [
            Goal(
                "listing, docx against xlsx",
                1.5,
                took["2000 issues, docx"] / took["2000 issues, xlsx"],
                "x",
            ),
            Goal("sign-in sheet over start", 1, took["600 homes sign"] - start, "s"),
            Goal("of cell by cell", 0.2, (took["500 rows of 10"] - word) / by_hand, "x"),
        ],
    )


main()
