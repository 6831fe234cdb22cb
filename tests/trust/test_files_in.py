"""Promises 10, 11 and 18: hostile tables, zip bombs, files that are not ours."""

from __future__ import annotations

import contextlib
import io
import os
import random
import sqlite3
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from conftest import Jinlin
from trust.conftest import SHARDS, Proving, share
from trust.stations import digest_of

from jinlin.exchange import gate
from jinlin.store.file import APPLICATION_ID

PARTS = len(SHARDS)
ROWS = [["楼栋", "单元", "房号", "楼层", "面积", "业主", "电话"]] + [
    [str(b), "1", f"{f}0{r}", str(f), "89.5", f"张三{f}{r}", f"1380000{b}{f}{r}0"]
    for b in (3, 4) for f in range(1, 5) for r in (1, 2)
]  # fmt: skip
SECONDS, MEGABYTES = 2.0, 300
NASTY = (
    "\x00",
    "\x1b[2J",
    "=cmd()",
    "\u202e",
    "\ufffe",
    "9" * 400,
    "<",
    "&#0;",
    "\r",
    '"',
    "张",
    "1e999",
    ",",
    "\t",
)


def workbook() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("房屋")
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
    return out.getvalue()


def mutated_text(text: bytes, dice: random.Random) -> bytes:
    spoilt = bytearray(text)
    for _change in range(dice.randint(1, 6)):
        at = dice.randrange(len(spoilt) + 1)
        how = dice.randrange(5)
        if how == 0 and at < len(spoilt):
            spoilt[at] ^= 1 << dice.randrange(8)
        elif how == 1:
            del spoilt[at : at + dice.randrange(1, 40)]
        elif how == 2:
            spoilt[at:at] = dice.choice(NASTY).encode("utf-8", "surrogatepass") * dice.choice(
                (1, 1, 9)
            )
        elif how == 3:
            spoilt[at:at] = dice.randbytes(dice.randrange(1, 12))
        else:
            spoilt[at:at] = spoilt[at // 2 : at // 2 + dice.randrange(1, 60)]
    return bytes(spoilt)


def mutated_workbook(data: bytes, dice: random.Random) -> bytes:
    """Spoil the archive itself, or one of its members with a right checksum."""
    if dice.random() < 0.4:
        return mutated_text(data, dice)
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        chosen = dice.choice(old.namelist())
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, mutated_text(content, dice) if name == chosen else content)
    return out.getvalue()


def largest_child() -> float:
    """Return the most memory a process we waited for has taken beyond ours, in megabytes.

    A fork begins with what this process holds, which in the middle of a suite is much.
    """
    resource = pytest.importorskip("resource")
    ours, theirs = (
        resource.getrusage(which).ru_maxrss
        for which in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return float(max(0, theirs - ours)) / 1024


def worked() -> float:
    """Return the seconds this process and those it waited for have worked."""
    return sum(os.times()[:4])


@pytest.mark.parametrize("shard", SHARDS)
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_hostile_table_does_no_harm(
    jinlin: Jinlin, proving: Proving, dice: random.Random, ending: str, shard: int
) -> None:
    proof = proving(10, f"mutated {ending}, imported by the real command")
    memory = proving(10, f"memory for {ending} below {MEGABYTES} MB")
    csv = "".join(",".join(row) + "\n" for row in ROWS).encode()
    good = {"csv": csv, "xlsx": workbook()}[ending]
    fresh, before = jinlin.db.read_bytes(), digest_of(jinlin.db)
    path = jinlin.folder / f"房屋.{ending}"
    larger = largest_child()
    for _trial in share(10_000, parts=PARTS):
        spoil = mutated_workbook if ending == "xlsx" else mutated_text
        path.write_bytes(
            spoil(
                good if ending == "xlsx" or dice.random() < 0.8 else csv.decode().encode("gb18030"),
                dice,
            )
        )
        began = worked()
        told = jinlin("household", "import", path, "--yes", "--strict", code=None)
        took = worked() - began
        said = told.out + told.err
        kept = told.code == 0 or digest_of(jinlin.db) == before
        proof.check(
            told.code in (0, 1, 2, 3, 5) and kept and took < SECONDS
            and "Traceback" not in said and "jinlin-fault" not in said,
            (told, took),
        )  # fmt: skip
        if told.code == 0:
            jinlin.db.write_bytes(fresh)
    largest = largest_child()  # or a fork of another trial was larger
    memory.check(largest < MEGABYTES or largest == larger, largest)


def test_openpyxl_alone_would_fail(proving: Proving, dice: random.Random) -> None:
    control = proving(10, "the same files to openpyxl alone", control=True)
    good = workbook()
    for _trial in range(max(20, len(share(1000)))):
        try:
            openpyxl.load_workbook(io.BytesIO(mutated_workbook(good, dice)))
        except Exception as error:  # noqa: BLE001  (eleven types were counted)
            control.check(kept=False, said=error)
        else:
            control.check(kept=True)


def bombs(dice: random.Random) -> Iterator[bytes]:
    """Return archives that unpack to too much, have too many members, or strange paths."""
    size = dice.choice((20, 60, 150)) * 2**20
    yield packed({"xl/workbook.xml": b"<workbook/>", "xl/worksheets/sheet1.xml": b"0" * size})
    yield packed({f"xl/{n}.xml": b"" for n in range(201)} | {"xl/workbook.xml": b""})
    for name in ("../../x", "/etc/x", "C:/x", "xl/../../x", "..\\x"):
        yield packed({"xl/workbook.xml": b"", name: b"x"})
    told = bytearray(
        packed({"xl/workbook.xml": b"<workbook/>", "xl/media/a.xml": b"0" * (8 * 2**20)})
    )
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):  # the sizes the archive admits
        at = told.rfind(mark)
        told[at + place : at + place + 4] = (1000).to_bytes(4, "little")
    yield bytes(told)
    yield b"0" * (21 * 2**20)


def packed(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_a_zip_bomb_is_refused_at_once(
    jinlin: Jinlin, proving: Proving, dice: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    proof = proving(11, "bombs, liars and strange paths, through the real command")
    path = jinlin.folder / "房屋.xlsx"
    before = digest_of(jinlin.db)
    for _round in share(100):
        for bomb in bombs(dice):
            path.write_bytes(bomb)
            took = 1.0
            for _again in range(3):  # the least of three: a busy machine is not the gate's doing
                began = time.process_time()
                told = jinlin("household", "import", path, "--yes", code=None)
                took = min(took, time.process_time() - began)
                if took < 0.1:
                    break
            proof.check(
                told.code == 5 and took < 0.1 and digest_of(jinlin.db) == before, (told, took)
            )
    control = proving(11, "a bomb without the gate", control=True)
    monkeypatch.setattr(gate, "check_archive", lambda *_words: None)
    sheet = (
        b"<worksheet><sheetData>" + b"<row><c t='inlineStr'><is><t>1</t></is></c></row>" * 2 * 10**5
    )
    with zipfile.ZipFile(io.BytesIO(workbook())) as good:
        members = {name: good.read(name) for name in good.namelist()}
    path.write_bytes(
        packed({**members, "xl/worksheets/sheet1.xml": sheet + b"</sheetData></worksheet>"})
    )
    began = time.perf_counter()
    told = jinlin("household", "import", path, "--yes", "--dry-run", code=None)
    control.check(told.code == 5 and time.perf_counter() - began < 0.1, told)


def strangers(folder: Path, dice: random.Random) -> Iterator[Path]:
    """Return files that are no database of ours: of chance, of other programs, of a newer one."""
    for number in share(500):
        path = folder / f"r{number}.db"
        head = dice.choice((b"", b"SQLite format 3\0", b"PK\x03\x04", b"age-encryption.org/v1\n"))
        path.write_bytes(head + dice.randbytes(dice.choice((0, 1, 50, 99, 100, 5000))))
        yield path
    for number in share(50):
        path = folder / f"f{number}.db"
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.execute(f"CREATE TABLE t{number} (x)")
            if number % 2:
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {dice.choice((99, 2**30))}")
        yield path


def test_a_file_that_is_not_ours_is_left_alone(
    jinlin: Jinlin, proving: Proving, dice: random.Random
) -> None:
    proof = proving(18, "random files and foreign or newer databases, read, written and restored")
    own = jinlin.db.read_bytes()
    for path in strangers(jinlin.folder, dice):
        before = path.read_bytes()
        for words in (
            ("building", "list", "--db", path),
            ("building", "add", "3", "--db", path),
            ("db", "check", "--db", path),
            ("db", "upgrade", "--db", path),
            ("db", "restore", path, "--yes"),
        ):
            told = jinlin(*words, code=None)
            proof.check(
                told.code in (2, 4) and "Traceback" not in told.err and "jinlin-fault" not in told.err
                and path.read_bytes() == before and jinlin.db.read_bytes() == own,
                (words, told),
            )  # fmt: skip
    left = {path.suffix for path in jinlin.folder.iterdir()}
    proof.check(left == {".db"}, left)
