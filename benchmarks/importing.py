"""What taking a roster of households costs, against a script that inserts the same rows by hand.

    python benchmarks/importing.py [ROUNDS]

Goals: 20 000 and 100 000 households from xlsx within 4 times of a script that reads the same file
with python-calamine and writes the same rows into the same schema with the triggers on, and under
500 MB. The script checks nothing, refuses nothing, matches nobody and seals no history.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import xlsxwriter
from measuring import Goal, Installed, installed, report

SIZES: Final = (20_000, 100_000)
SURNAMES: Final = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗"
GIVEN: Final = "美华建国秀英志强丽娟海燕文彬晓东玉兰春生国庆桂香"
HEADER: Final = ("楼栋", "单元", "房号", "楼层", "建筑面积", "业主", "联系电话", "使用状态")

BY_HAND: Final = """
import sqlite3, sys
from pypinyin import lazy_pinyin
from python_calamine import CalamineWorkbook
from jinlin.store.record.watch import Watch

rows = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()[1:]
states = {"自住": "owner_occupied", "出租": "let", "空置": "vacant"}
db = sqlite3.connect(sys.argv[2], isolation_level=None)
for pragma in ("foreign_keys=ON", "journal_mode=TRUNCATE", "synchronous=EXTRA", "secure_delete=ON"):
    db.execute(f"PRAGMA {pragma}")
db.execute("BEGIN IMMEDIATE")
entry = db.execute("INSERT INTO entry (operation, at, user, command, kind)"
                   " VALUES ('by hand', '2026-11-05T00:00:00Z', '', 'by hand', 'do')").lastrowid
watch = Watch(db, entry)
for table in ("building", "household", "person", "ownership"):
    watch.over(table, "insert")
buildings = {}
for row in rows:
    code = row[0].removesuffix("号楼")
    if code not in buildings:
        buildings[code] = db.execute("INSERT INTO building (code) VALUES (?)", (code,)).lastrowid
db.executemany(
    "INSERT INTO household (id, building_id, entrance, room, floor, area, state)"
    " VALUES (?, ?, ?, ?, ?, ?, ?)",
    [(n, buildings[row[0].removesuffix("号楼")], row[1].removesuffix("单元"), row[2], int(row[3]),
      round(row[4] * 100), states[row[7]]) for n, row in enumerate(rows, 1)])
sounds = [lazy_pinyin(row[5]) for row in rows]
db.executemany(
    "INSERT INTO person (id, number, name, phone, pinyin, initials) VALUES (?, ?, ?, ?, ?, ?)",
    [(n + 10, n + 10, row[5], row[6], "".join(sound), "".join(s[0] for s in sound))
     for n, (row, sound) in enumerate(zip(rows, sounds), 1)])
db.executemany("INSERT INTO ownership (household_id, person_id) VALUES (?, ?)",
               [(n, n + 10) for n in range(1, len(rows) + 1)])
db.execute("DELETE FROM watched")
db.execute("COMMIT")
"""


def roster(path: Path, count: int) -> None:
    """Write a roster as property companies keep it; the same one each time."""
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("名册")
    sheet.write_row(0, 0, HEADER)
    for n in range(count):
        building, place = divmod(n, 200)
        entrance, place = divmod(place, 100)
        floor, door = divmod(place, 4)
        name = (
            SURNAMES[n * 7 % len(SURNAMES)]
            + GIVEN[n * 11 % len(GIVEN)]
            + GIVEN[n * 17 % len(GIVEN)]
        )
        state = ("自住", "出租", "空置")[n % 3]
        row = (
            f"{building + 1}号楼", f"{entrance + 1}单元", f"{floor + 1}0{door + 1}", floor + 1,
            89.5 + door, name, f"13{n * 7919 % 10**9:09d}", state,
        )  # fmt: skip
        sheet.write_row(n + 1, 0, row)
    book.close()


def measured(at: Installed, words: list[str | Path]) -> tuple[float, float]:
    """Run one process; return its seconds, and the most memory it or a child of it took, in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(
        [*map(str, words)], cwd=at.folder, env=at.variables, stdout=subprocess.DEVNULL
    )
    _pid, status, usage = os.wait4(process.pid, 0)
    taken = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{words} failed")
    return taken, usage.ru_maxrss / 1024


def main() -> None:
    """Measure, print, and leave with 1 when a goal is missed."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    took: dict[str, float] = {}
    goals: list[Goal] = []
    with installed() as at:
        (at.folder / "by_hand.py").write_text(BY_HAND, "utf-8")
        empty, used = at.folder / "empty.db", at.folder / "jinlin.db"
        at.seconds([at.jinlin, "init", "--name", "梅苑小区", "--yes", "--db", empty])
        for count in SIZES:
            file = at.folder / f"{count}.xlsx"
            roster(file, count)
            cases: dict[str, list[str | Path]] = {
                f"jinlin household import, {count}": [
                    at.jinlin, "household", "import", file, "--yes", "--db", used,
                ],
                f"by hand, {count}": [at.python, "by_hand.py", file, used],
            }  # fmt: skip
            figures: dict[str, list[tuple[float, float]]] = {name: [] for name in cases}
            for _round in range(rounds):
                for name, words in cases.items():
                    shutil.copy(empty, used)
                    figures[name].append(measured(at, words))
            ours, by_hand = (
                statistics.median(seconds for seconds, _memory in figures[name]) for name in cases
            )
            took |= dict(zip(cases, (ours, by_hand), strict=True))
            memory = max(megabytes for _seconds, megabytes in next(iter(figures.values())))
            goals += [
                Goal(f"{count}: import / by hand", 4, ours / by_hand, "x"),
                Goal(f"{count}: memory", 500, memory, "MB"),
            ]
    report("importing", took, goals)


main()
