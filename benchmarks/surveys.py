"""What a survey of 3 000 homes and 20 questions costs: its answers imported, counted and listed.

    python benchmarks/surveys.py [ROUNDS]

Goals: the import of 3 000 answers from xlsx within twice the time of a script that reads the same
file with openpyxl, as such scripts do, and inserts the same papers with the triggers on, but checks
no answer and seals no history; `survey tally`, `list` and `sheet --list` at most one second over
the same command in an empty complex. What the script takes with python-calamine is shown as well.
"""

from __future__ import annotations

import shutil
import statistics
import sys
from pathlib import Path

import xlsxwriter
from measuring import Goal, installed, medians, report

HOMES, QUESTIONS = 3000, 20
FILL = """
import sys
from jinlin.core.call import Call, Environment
from jinlin.store.command.command import writing

call = Call(environment=Environment.of_process(), command="fill", database=sys.argv[1])
COUNTED = "WITH RECURSIVE counted (n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM counted WHERE n < ?)"
with writing(call) as tx:
    tx.write(f"INSERT INTO building (code) {COUNTED} SELECT 1 + n FROM counted", (29,))
    tx.write(
        "INSERT INTO household (building_id, entrance, room, floor)"
        f" {COUNTED} SELECT 1 + n / 100, 1 + n % 100 / 50, (1 + n % 50 / 2) || '0' || (1 + n % 2),"
        " 1 + n % 50 / 2 FROM counted",
        (int(sys.argv[2]) - 1,),
    )
"""
BY_HAND = """
import sqlite3, sys
from jinlin.store.record.watch import Watch

if sys.argv[3] == "openpyxl":
    from openpyxl import load_workbook
    rows = [*load_workbook(sys.argv[1], read_only=True).worksheets[0].values][1:]
else:
    from python_calamine import CalamineWorkbook
    rows = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()[1:]
db = sqlite3.connect(sys.argv[2], isolation_level=None)
for pragma in ("foreign_keys=ON", "journal_mode=TRUNCATE", "synchronous=EXTRA", "secure_delete=ON"):
    db.execute(f"PRAGMA {pragma}")
db.execute("BEGIN IMMEDIATE")
entry = db.execute("INSERT INTO entry (operation, at, user, command, kind)"
                   " VALUES ('by hand', '2026-11-05T00:00:00Z', '', 'by hand', 'do')").lastrowid
Watch(db, entry).over("survey_paper", "insert")
homes = {f"{building}-{entrance}-{room}": home for home, building, entrance, room in db.execute(
    "SELECT h.id, b.code, h.entrance, h.room FROM household AS h JOIN building AS b"
    " ON b.id = h.building_id")}
db.executemany(
    "INSERT INTO survey_paper (survey_id, round, household_id, state, answers, said_on, user)"
    " VALUES (1, 1, ?, 'answered', ?, '2026-11-05', '')",
    [(homes[row[6]], "\\n".join(map(str, row[7:]))) for row in rows])
db.execute("DELETE FROM watched")
db.execute("COMMIT")
"""


def asked() -> list[str]:
    """Return the questions, half of them choices."""
    kinds = ("有|没有", "多选:理发|修脚|助餐", "数字", "评价")
    return [f"第{place}题问什么={kinds[place % 4]}" for place in range(QUESTIONS)]


def sheet(path: Path) -> None:
    """Write the answers as 问卷星 exports them; the same ones each time."""
    answers = (("有", "没有"), ("理发┋助餐", "修脚"), ("12", "8"), ("满意", "基本满意"))
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    leaf = book.add_worksheet("答卷")
    texts = [one.partition("=")[0] for one in asked()]
    heads = [f"{place}、{text}" for place, text in enumerate(texts, 2)]
    times = ("序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP", "1、您的房号")
    leaf.write_row(0, 0, [*times, *heads])
    for n in range(HOMES):
        door = f"{1 + n // 100}-{1 + n % 100 // 50}-{1 + n % 50 // 2}0{1 + n % 2}"
        said = [answers[place % 4][(n + place) % 2] for place in range(QUESTIONS)]
        head = (str(n + 1), "2026/11/4 8:00:01", "60秒", "微信", "N/A", "117.136.1.2", door)
        leaf.write_row(n + 1, 0, [*head, *said])
    book.close()


def main() -> None:
    """Measure, print, and leave with 1 when a goal is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    questions = [word for one in asked() for word in ("-q", one)]
    with installed() as at:
        used, file = at.folder / "jinlin.db", at.folder / "问卷星.xlsx"
        sheet(file)
        (at.folder / "by_hand.py").write_text(BY_HAND, "utf-8")
        for name, homes in (("none", 1), ("all", HOMES)):
            at.seconds([at.jinlin, "init", "--name", "梅苑小区", "--db", f"{name}.db"])
            at.seconds([at.python, "-c", FILL, f"{name}.db", str(homes)])
            at.seconds([at.jinlin, "survey", "add", "居民需求", *questions, "--db", f"{name}.db"])
        taking: dict[str, list[str | Path]] = {
            "survey import": [at.jinlin, "survey", "import", file, "--yes", "--db", used],
            "by hand": [sys.executable, "by_hand.py", file, used, "openpyxl"],
            "by hand, calamine": [sys.executable, "by_hand.py", file, used, "calamine"],
        }
        seconds: dict[str, list[float]] = {name: [] for name in taking}
        for _round in range(rounds):
            for name, words in taking.items():
                shutil.copy(at.folder / "all.db", used)
                seconds[name].append(at.seconds(words))
        took = {name: statistics.median(of) for name, of in seconds.items()}
        at.seconds([at.jinlin, "survey", "import", file, "--yes", "--db", "all.db"])
        reading = {"tally": ["tally"], "list": ["list"], "sheet": ["sheet", "--list"]}
        took |= medians(
            at,
            {
                f"survey {what}, {name}": [at.jinlin, "survey", *words, "--db", f"{name}.db"]
                for what, words in reading.items()
                for name in ("none", "all")
            },
            rounds=rounds,
        )
    goals = [Goal("import / by hand", 2, took["survey import"] / took["by hand"], "x")]
    goals += [
        Goal(
            f"survey {what}: over an empty complex",
            1,
            took[f"survey {what}, all"] - took[f"survey {what}, none"],
            "s",
        )
        for what in reading
    ]
    report("surveys", took, goals)


main()
