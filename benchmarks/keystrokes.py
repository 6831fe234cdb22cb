"""How many keys a lamp, a Friday and an elevator payment take: the old form against the new.

    python benchmarks/keystrokes.py

Goal: less than half. A Chinese character is three keys, with pinyin; any other one; Enter one. A
switch is one of the input method, from Chinese characters to Latin letters and marks or back;
digits, blanks and what stands between digits belong to both. The old form is typed behind `jinlin`,
as it was before words could stand in any order, the new one in the window. Both are carried out,
each on an example of its own, and must leave the same records.
"""

from __future__ import annotations

import contextlib
import io
import os
import shlex
import sqlite3
import sys
import tempfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, NamedTuple

from jinlin.cli.main import run
from jinlin.core.call import Environment
from jinlin.store.file.connection import Connection
from jinlin.store.schema.upgrade import OUTSIDE_HISTORY, tables_of

PINYIN: Final = 3
NOW: Final = datetime(2026, 11, 3, 4, tzinfo=UTC)
"""The day on which the example stands."""


class Task(NamedTuple):
    """A task: what was done before, and its lines in both forms."""

    before: Sequence[str]
    old: Sequence[str]
    new: Sequence[str]


TASKS: Final[Mapping[str, Task]] = {
    "a lamp, from report to satisfaction": Task(
        before=(),
        old=(
            ("issue add 楼道灯不亮 --category 公共照明 --room 3-2-301 --reporter-phone 13900000082"
            " --channel 电话"),
            "issue assign 44 郑国梁",
            "issue accept 44",
            "issue close 44 --result 已换灯泡",
            "issue rate 44 满意",
        ),
        new=(
            "事项 楼道灯不亮 3-2-301 电话 13900000082",
            "派单 44 郑国梁",
            "受理 44",
            "办结 44 已换灯泡",
            "回访 44 满意",
        ),
    ),
    "a Friday, from the agenda to the public text": Task(
        before=("meeting add --type 周五议事日 --time '2026-11-03 08:00'",),
        old=(
            "meeting notify M5",
            "meeting agenda M5 --build",
            "meeting signin M5",
            "meeting open M5 --at 8:00",
            "meeting attend M5 林秀英 郑国梁 黄志刚",
            "meeting resolve M5 三天内贴挪车通知 --owner 黄志刚 --due 11-13",
            "meeting resolve M5 请交警来划线 --owner 林秀英 --due 11-20",
            "meeting close M5",
            "meeting publish M5",
        ),
        new=(
            "通知",
            "议程 生成",
            "签到表",
            "开会 8:00",
            "签到 林秀英 郑国梁 黄志刚",
            "决议 三天内贴挪车通知 黄志刚 11-13",
            "决议 请交警来划线 林秀英 11-20",
            "散会",
            "公开 .",
        ),
    ),
    "an elevator payment with its receipt": Task(
        before=(
            "household import 房屋.xlsx --source 物业移交 --basis 业主登记时同意 --yes",
            "elevator add 3-1 --kind 加装 --responsible 业主代表王建华",
            "elevator split --project X1 --total 48万 --subsidy 4万 --round 100 --save 第一版",
            "elevator adopt --yes",
            ("elevator account X1 --payee 业主代表王建华 --account 6222020200112233"
            " --handler 陈国强 --checker 许文澜"),
        ),
        old=("elevator pay 3-1-502 12000 --method mobile", "elevator receipt R1"),
        new=("收款 502 1.2万 微信", "收据 R1"),
    ),
}  # fmt: skip


class Keys(NamedTuple):
    """What a line takes."""

    strokes: int
    switches: int

    def plus(self, other: Keys) -> Keys:
        """Return both together."""
        return Keys(self.strokes + other.strokes, self.switches + other.switches)


def keys(line: str) -> Keys:
    """Count the keys of a line with its Enter, and how often the input method is changed."""
    strokes, switches, chinese = 1, 0, None
    for letter in line:
        is_chinese = not letter.isascii()
        strokes += PINYIN if is_chinese else 1
        if letter.isdecimal() or letter in " -.:":
            continue
        switches += chinese is not None and chinese != is_chinese
        chinese = is_chinese
    return Keys(strokes, switches)


def carried_out(task: Task, lines: Sequence[str], folder: Path) -> Mapping[str, list[object]]:
    """Carry lines out in a new example and return the records they leave."""
    _run("demo example", folder)
    example = folder / "example"
    for line in (*task.before, *lines):
        _run(line, example)
    with contextlib.closing(
        sqlite3.connect(example / "jinlin.db", factory=Connection)
    ) as connection:
        return {
            table: connection.execute(f"SELECT * FROM {table}").fetchall()
            for table in tables_of(connection)
            if table not in OUTSIDE_HISTORY
        }


def _run(line: str, folder: Path) -> None:
    screen = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
    environment = Environment(
        stdin=io.StringIO(), stdout=screen, stderr=screen, folder=folder, now=lambda: NOW,
        variables={"JINLIN_DB": "jinlin.db", "JINLIN_CONFIG": os.devnull},
    )  # fmt: skip
    with contextlib.redirect_stdout(screen), contextlib.redirect_stderr(screen):
        code = run(shlex.split(line), environment)
    if code:
        buffer = screen.buffer
        assert isinstance(buffer, io.BytesIO)
        raise SystemExit(f"{line} failed: {buffer.getvalue().decode()}")


def main() -> None:
    """Count, print, and leave with 1 where a task takes half or more, or leaves other records."""
    print(f"{'keystrokes':<46}{'old':>6}{'new':>6}{'':>7}   {'switches':<10}{'old':>4}{'new':>5}")
    missed = False
    for name, task in TASKS.items():
        left = []
        for lines in (task.old, task.new):
            with tempfile.TemporaryDirectory() as folder:
                left.append(carried_out(task, lines, Path(folder)))
        took, takes = _together([f"jinlin {line}" for line in task.old]), _together(task.new)
        share = takes.strokes / took.strokes
        same = left[0] == left[1]
        missed = missed or share >= 0.5 or not same
        verdict = "" if same else "  OTHER RECORDS"
        print(
            f"{name:<46}{took.strokes:>6}{takes.strokes:>6}{share:>7.1%}   {'':<10}"
            f"{took.switches:>4}{takes.switches:>5}{verdict}"
        )
    sys.exit(missed)


def _together(lines: Sequence[str]) -> Keys:
    total = Keys(0, 0)
    for line in lines:
        total = total.plus(keys(line))
    return total


if __name__ == "__main__":
    main()
