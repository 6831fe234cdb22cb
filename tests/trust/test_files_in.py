"""Promises 10, 11 and 18: hostile tables, zip bombs, files that are not ours."""

from __future__ import annotations

import contextlib
import io
import os
import random
import shutil
import sqlite3
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest
import xlsxwriter
from harness import Jinlin
from processes import run_python
from trust.conftest import SHARDS, SHARE, Proving, share
from trust.stations import digest_of

from jinlin.store.file.header import APPLICATION_ID
from jinlin.store.schema.upgrade import VERSION

PARTS = len(SHARDS)


class Register(NamedTuple):
    """A table to import, and where its rows are afterwards.

    Attributes:
        owner: the column with somebody's name.
        rows: the headings, then the rows, as text.
        found: which columns of the file SQL finds again, and how.
    """

    noun: str
    owner: int
    rows: list[list[str]]
    found: tuple[tuple[int, ...], str]


HOUSEHOLDS = Register(
    "household",
    5,
    [["楼栋", "单元", "房号", "楼层", "面积", "业主", "电话"]] + [
        [str(b), "1", f"{f}0{r}", str(f), "89.5", f"张三{f}{r}", f"1380000{b}{f}{r}0"]
        for b in (3, 4) for f in range(1, 5) for r in (1, 2)
    ],
    ((0, 1, 2, 5), ("SELECT code, entrance, room, person.name FROM household"
     " JOIN building ON building.id = building_id JOIN ownership ON household_id = household.id"
     " JOIN person ON person.id = person_id")),
)  # fmt: skip
MEMBERS = Register(
    "member",
    0,
    [["姓名", "电话", "党员类别", "工作单位"]] + [
        [f"王小{c}", f"1390000{n:04}", "正式党员", f"第{n}厂"]
        for n, c in enumerate("一二三四五六七八九")
    ],
    ((0, 1, 3), "SELECT name, phone, employer FROM member JOIN person ON person.id = person_id"),
)  # fmt: skip
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


def workbook(rows: list[list[str]]) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("表")
        for number, row in enumerate(rows):
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


def worked() -> float:
    """Return the seconds this process and those it waited for have worked."""
    return sum(os.times()[:4])


def as_csv(register: Register, encoding: str) -> bytes:
    return "".join(",".join(row) + "\n" for row in register.rows).encode(encoding)


def left_as_they_were(register: Register, spoilt: bytes, ending: str) -> list[list[str]]:
    """Return the rows of a spoilt file that anybody would still read as they were.

    Of a workbook openpyxl says so, of a csv its lines; none where the headings are not as they
    were, or quotation marks may have swallowed lines.
    """
    if ending == "csv":
        encoding = "utf-8" if register.rows[0][0].encode() in spoilt else "gb18030"
        lines = spoilt.split(b"\n")
        found = [line.decode(encoding, "replace").split(",") for line in lines[:-1]]
        whole = b'"' not in spoilt
    else:
        try:
            sheet = openpyxl.load_workbook(io.BytesIO(spoilt)).worksheets[0]
            found = [list(map(str, row)) for row in sheet.iter_rows(values_only=True)]
        except Exception:  # noqa: BLE001  (eleven types were counted)
            return []
        whole = True
    if not whole or not found or found[0] != register.rows[0]:
        return []
    return [row for row in register.rows[1:] if row in found]


def missing(jinlin: Jinlin, register: Register, rows: list[list[str]]) -> list[list[str]]:
    """Return the rows that are not in the database."""
    columns, question = register.found
    there = {tuple(map(str, row)) for row in jinlin.sql(question)}
    return [row for row in rows if tuple(row[column] for column in columns) not in there]


@pytest.mark.parametrize("shard", SHARDS)
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_hostile_table_does_no_harm(
    jinlin: Jinlin, proving: Proving, dice: random.Random, ending: str, shard: int
) -> None:
    proof = proving(10, f"mutated {ending}, imported by the real command")
    rows = proving(10, f"{ending}: what is confirmed holds or sends back every row left as it was")
    fresh, before = jinlin.db.read_bytes(), digest_of(jinlin.db)
    books = {register.noun: workbook(register.rows) for register in (HOUSEHOLDS, MEMBERS)}
    path = jinlin.folder / f"表.{ending}"
    for _trial in share(10_000, parts=PARTS, dear=True):
        register = dice.choice((HOUSEHOLDS, HOUSEHOLDS, MEMBERS))
        spoilt = (
            mutated_workbook(books[register.noun], dice)
            if ending == "xlsx"
            else mutated_text(as_csv(register, dice.choice(("utf-8", "utf-8", "gb18030"))), dice)
        )
        path.write_bytes(spoilt)
        began = worked()
        strict = ["--strict"] * dice.randint(0, 1)
        told = jinlin(register.noun, "import", path, "--yes", *strict, code=None)
        took = worked() - began
        said = told.out + told.err
        taken = told.code == 0 or (not strict and "其余的已经收下" in told.err)
        proof.check(
            told.code in (0, 1, 2, 3, 5) and (taken or digest_of(jinlin.db) == before) and took < SECONDS
            and "Traceback" not in said and "jinlin-fault" not in said,
            (told, took),
        )  # fmt: skip
        if taken:
            good = left_as_they_were(register, spoilt, ending)
            sent_back = "".join(map(text_in, refused(jinlin)))
            if good:
                lost = [
                    row
                    for row in missing(jinlin, register, good)
                    if row[register.owner] not in sent_back
                ]
                rows.check(not lost, (lost, told, spoilt if ending == "csv" else ""))
            jinlin.db.write_bytes(fresh)
            for file in refused(jinlin):
                file.unlink()


def refused(jinlin: Jinlin) -> list[Path]:
    """Return the tables of rows that were sent back."""
    return list(jinlin.folder.glob("*退回*"))


def text_in(path: Path) -> str:
    """Return all that a table says: rows are sent back in the form in which they came."""
    if path.suffix == ".csv":
        return path.read_text("utf-8-sig")
    sheets = openpyxl.load_workbook(path).worksheets
    return "".join(
        f"{cell}\n" for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row
    )


ALONE = """
import resource, shutil, sys
from pathlib import Path
from datetime import datetime, UTC
from io import BytesIO, StringIO, TextIOWrapper
from jinlin.cli.main import run
from jinlin.core.call import Environment
fresh, guarded, noun, *files = sys.argv[1:]
for file in files:
    if guarded == "no":
        import python_calamine
        python_calamine.CalamineWorkbook.from_path(file)
        continue
    shutil.copyfile(fresh, "jinlin.db")
    out, err = (TextIOWrapper(BytesIO(), "utf-8", write_through=True) for _ in "12")
    run([noun, "import", file, "--yes"], Environment(
        stdin=StringIO(), stdout=out, stderr=err, folder=Path.cwd(), now=lambda: datetime.now(UTC),
        variables={"JINLIN_DB": "jinlin.db", "JINLIN_CONFIG": "settings.toml"}))
hog = bytearray(int(noun) << 20) if noun.isdecimal() else b""
ours = next(line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM"))
print(max(int(ours), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
"""
"""Imports files in an interpreter that has done nothing else, and says the most memory, in kB.

That is its own or of the process in which it opens workbooks. Its own `ru_maxrss` would begin with
that of the process which started it.
"""


needs_proc = pytest.mark.skipif(
    not Path("/proc/self/status").exists(), reason="nothing tells the memory of a process here"
)


def most_memory(jinlin: Jinlin, noun: str, files: list[Path], *, guarded: str = "yes") -> float:
    """Return the most memory that a fresh interpreter took for imports, in megabytes.

    Not guarded, calamine alone opens the workbooks.
    """
    fresh = jinlin.folder / "fresh.db"
    shutil.copyfile(jinlin.db, fresh)
    folder = jinlin.folder / "alone"
    folder.mkdir(exist_ok=True)
    ended = run_python("-c", ALONE, str(fresh), guarded, noun, *map(str, files), folder=folder)
    assert ended.returncode == 0, ended.stderr
    return int(ended.stdout) / 1024


@needs_proc
@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_hostile_table_takes_little_memory(
    jinlin: Jinlin, proving: Proving, dice: random.Random, ending: str
) -> None:
    """Ten files at a time: the most that one of them takes is known to be no more."""
    proof = proving(10, f"memory for mutated {ending} below {MEGABYTES} MB, in a fresh interpreter")
    control = proving(10, f"memory for {ending} and {MEGABYTES} MB more", control=True)
    for _batch in share(100):
        register = dice.choice((HOUSEHOLDS, MEMBERS))
        rows = register.rows + register.rows[1:] * dice.choice((1, 1, 1, 100, 1000))
        large = register._replace(rows=rows)
        files = []
        for number in range(10 if len(rows) < 100 else 1):
            files.append(jinlin.folder / f"{number}.{ending}")
            files[-1].write_bytes(
                mutated_workbook(workbook(rows), dice)
                if ending == "xlsx"
                else mutated_text(as_csv(large, "utf-8"), dice)
            )
        took = most_memory(jinlin, register.noun, files)
        proof.check(took < MEGABYTES, (took, len(rows)))
    took = most_memory(jinlin, str(MEGABYTES), [])
    control.check(took < MEGABYTES)


def test_openpyxl_alone_would_fail(proving: Proving, dice: random.Random) -> None:
    control = proving(10, "the same files to openpyxl alone", control=True)
    good = workbook(HOUSEHOLDS.rows)
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
    jinlin: Jinlin, proving: Proving, dice: random.Random
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


@needs_proc
def test_a_bomb_does_harm_to_calamine_alone(jinlin: Jinlin, proving: Proving) -> None:
    proof = proving(11, f"memory for a bomb below {MEGABYTES} MB, in a fresh interpreter")
    control = proving(11, "the same bomb to calamine alone", control=True)
    path = jinlin.folder / "房屋.xlsx"
    with (
        zipfile.ZipFile(io.BytesIO(workbook(HOUSEHOLDS.rows))) as good,
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as bomb,
    ):
        for name in set(good.namelist()) - {"xl/sharedStrings.xml"}:
            bomb.writestr(name, good.read(name))
        with bomb.open("xl/sharedStrings.xml", "w") as member:
            member.write(b"<sst><si><t>")
            for _megabyte in range(MEGABYTES):
                member.write(b"1" * 2**20)
            member.write(b"</t></si></sst>")
    proof.check(most_memory(jinlin, "household", [path]) < MEGABYTES)
    control.check(most_memory(jinlin, "household", [path], guarded="no") < MEGABYTES)


def strangers(folder: Path, dice: random.Random) -> Iterator[Path]:
    """Return files that are no database of ours: of chance, of other programs, of a newer one.

    Those of the last kind bear our mark and a version of ours, but other tables.
    """
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
    for version in range(0, VERSION + 1, 1 if SHARE >= 0.1 else 3):
        path = folder / f"v{version}.db"
        with contextlib.closing(sqlite3.connect(path)) as connection:
            connection.execute(dice.choice(FOREIGN))
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {version}")
        yield path


FOREIGN = (
    "CREATE TABLE t (x)",
    'CREATE TABLE "a b" ("c d")',
    "CREATE TABLE setting (x)",
    "CREATE TABLE building (id INTEGER PRIMARY KEY)",
    "CREATE VIEW history_zzz AS SELECT 1",
)
"""What a file holds that only looks like ours."""


def test_a_file_that_is_not_ours_is_left_alone(
    jinlin: Jinlin, proving: Proving, dice: random.Random
) -> None:
    proof = proving(18, "random files and foreign or newer databases, read, written and restored")
    control = proving(18, "the same files written to by sqlite3 as they are", control=True)
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
        with (
            contextlib.suppress(sqlite3.Error),
            contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection,
        ):
            connection.execute("CREATE TABLE ours (x)")
        control.check(path.read_bytes() == before)
    left = {path.suffix for path in jinlin.folder.iterdir()}
    proof.check(left == {".db"}, left)
