"""Promises 8, 9, 16 and 19: the record, undo, forgetting, types and links."""

from __future__ import annotations

import contextlib
import random
import re
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from harness import Jinlin
from store.meddling import forget_ids, guards_aside, reseal
from trust.conftest import SHARDS, SHARE, Proof, Proving, share
from trust.stations import Stations, arrive, digest_by, digest_of, version_of

from jinlin.store.file import connection as store_file
from jinlin.store.history import forgetting
from jinlin.store.record import watch
from jinlin.store.record.counters import SERIES
from jinlin.store.schema.upgrade import OUTSIDE_HISTORY, columns_of

PARTS = len(SHARDS)
Connection = sqlite3.Connection
Meddle = Callable[[Connection, int, random.Random], None]


def tables_by_chance(connection: Connection, dice: random.Random) -> list[str]:
    """Return the tables that hold rows, in an order of chance."""
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    found = [
        name
        for (name,) in names
        if name not in OUTSIDE_HISTORY and connection.execute(f"SELECT 1 FROM {name}").fetchone()
    ]
    return dice.sample(found, len(found))


def row_by_chance(connection: Connection, table: str, dice: random.Random) -> int:
    ids: list[int] = [row_id for (row_id,) in connection.execute(f"SELECT id FROM {table}")]
    return dice.choice(ids)


def change_a_row(connection: Connection, _last: int, dice: random.Random) -> None:
    """Change one value of one row of one table; where a CHECK forbids it, of another."""
    connection.execute("PRAGMA ignore_check_constraints = ON")
    for table in tables_by_chance(connection, dice):
        columns = connection.execute(f"SELECT name, type FROM pragma_table_info('{table}')")
        values = [(name, kind) for name, kind in columns if name != "id"]
        name, kind = dice.choice(values)
        value = f"ifnull({name}, 0) + 1" if kind == "INTEGER" else f"ifnull({name}, '') || 'x'"
        try:
            connection.execute(
                f"UPDATE {table} SET {name} = {value} WHERE id = ?",
                (row_by_chance(connection, table, dice),),
            )
        except sqlite3.IntegrityError:
            continue
        return


def delete_a_row(connection: Connection, _last: int, dice: random.Random) -> None:
    connection.execute("PRAGMA foreign_keys = OFF")
    [table, *_others] = tables_by_chance(connection, dice)
    row_id = row_by_chance(connection, table, dice)
    connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))


def add_a_row(connection: Connection, _last: int, dice: random.Random) -> None:
    """Put a copy of a row beside it, with what must be unique changed; where that fails, another."""
    for table in tables_by_chance(connection, dice):
        columns = [
            name for (name,) in connection.execute(f"SELECT name FROM pragma_table_info('{table}')")
        ]
        unique = {
            column
            for (index,) in connection.execute(
                f"SELECT name FROM pragma_index_list('{table}') WHERE [unique]"
            ).fetchall()
            for (column,) in connection.execute(f"SELECT name FROM pragma_index_info('{index}')")
        }
        kinds = dict(connection.execute(f"SELECT name, type FROM pragma_table_info('{table}')"))
        values = [
            f"(SELECT max(id) + 1 FROM {table})" if column == "id"
            else f"{column} + 900" if column in unique and kinds[column] == "INTEGER"
            else f"{column} || 'x'" if column in unique
            else column
            for column in columns
        ]  # fmt: skip
        try:
            connection.execute(
                f"INSERT INTO {table} ({', '.join(columns)}) SELECT {', '.join(values)} FROM {table}"
                " WHERE id = ?",
                (row_by_chance(connection, table, dice),),
            )
        except sqlite3.IntegrityError:
            continue
        return


def lower_a_counter(connection: Connection, _last: int, dice: random.Random) -> None:
    counters = connection.execute("SELECT name, value FROM counter WHERE value > 0").fetchall()
    name, value = dice.choice(counters)
    connection.execute("UPDATE counter SET value = ? WHERE name = ?", (dice.randrange(value), name))


def raise_a_counter(connection: Connection, _last: int, dice: random.Random) -> None:
    names = [name for (name,) in connection.execute("SELECT name FROM counter")]
    name = dice.choice([*names, "issue-2031", "?"])
    connection.execute(
        "INSERT INTO counter (name, value) VALUES (?1, ?2)"
        " ON CONFLICT (name) DO UPDATE SET value = value + ?2",
        (name, dice.randint(1, 9)),
    )


def change_the_days_off(connection: Connection, _last: int, dice: random.Random) -> None:
    changes = (
        "UPDATE public_holiday SET source = source || 'x'",
        "UPDATE public_holiday SET kind = 'work' WHERE day LIKE '2026-10-0%'",
        "DELETE FROM public_holiday WHERE day LIKE '2026-10%'",
        (
            "INSERT INTO public_holiday (day, kind, name, source)"
            " SELECT '2026-12-01', kind, name, source FROM public_holiday LIMIT 1"
        ),
    )
    connection.execute(dice.choice(changes))


def change_an_entry(connection: Connection, last: int, dice: random.Random) -> None:
    column = dice.choice(("user", "at", "command", "did", "words", "outside"))
    connection.execute(
        f"UPDATE entry SET {column} = ifnull({column}, '') || 'x' WHERE seq = ?",
        (dice.randint(2, last),),
    )


def change_a_value(connection: Connection, last: int, dice: random.Random) -> None:
    connection.execute(
        "UPDATE row_change SET after = replace(after, ':', ': ') WHERE after IS NOT NULL AND id ="
        " (SELECT id FROM row_change WHERE after IS NOT NULL AND entry >= ? ORDER BY id LIMIT 1)",
        (dice.randint(1, last - 2),),
    )


def drop_an_entry(connection: Connection, last: int, dice: random.Random) -> None:
    seq = dice.randint(2, last - 1)
    connection.execute("DELETE FROM row_change WHERE entry = ?", (seq,))
    connection.execute("DELETE FROM entry WHERE seq = ?", (seq,))


def take_values_away(connection: Connection, last: int, dice: random.Random) -> None:
    connection.execute(
        "UPDATE row_change SET before = NULL, after = NULL, salt = NULL WHERE id ="
        " (SELECT max(id) FROM row_change WHERE entry <= ? AND salt IS NOT NULL)", (last,)
    )  # fmt: skip


def rewrite_all(connection: Connection, last: int, dice: random.Random) -> None:
    seq = dice.randint(2, last)
    connection.execute("UPDATE entry SET user = '别人' WHERE seq = ?", (seq,))
    reseal(connection, seq)


def drop_and_rewrite(connection: Connection, last: int, dice: random.Random) -> None:
    rows = "SELECT seq FROM entry WHERE seq NOT IN (SELECT entry FROM row_change) AND seq > 1"
    found = [seq for (seq,) in connection.execute(rows)]
    seq = dice.choice(found) if found else last
    connection.execute("DELETE FROM row_change WHERE entry = ?", (seq,))
    connection.execute("DELETE FROM entry WHERE seq = ?", (seq,))
    reseal(connection, seq)


def blank_after_forgetting(connection: Connection, _last: int, dice: random.Random) -> None:
    """Take the values of a row's last change away, as forgetting does, and rewrite the row."""
    lasts = connection.execute(
        "SELECT max(id), row_id FROM row_change WHERE table_name = 'issue' AND salt IS NOT NULL"
        " GROUP BY row_id"
    ).fetchall()
    change, row_id = dice.choice(lasts)
    connection.execute(
        "UPDATE row_change SET before = NULL, after = NULL, salt = NULL WHERE id = ?", (change,)
    )
    connection.execute("UPDATE issue SET title = title || '。' WHERE id = ?", (row_id,))


def change_what_was_forgotten(connection: Connection, last: int, dice: random.Random) -> None:
    """Change a row from which somebody was taken out."""
    rows = connection.execute(
        "SELECT DISTINCT table_name, row_id FROM row_change WHERE entry = ?", (last,)
    ).fetchall()
    table, row_id = dice.choice(rows)
    if table == "person":
        connection.execute("UPDATE person SET note = 'x' WHERE id = ?", (row_id,))
    else:
        connection.execute(f"DELETE FROM {table} WHERE id = ?", (row_id,))


def blank_before_forgetting(connection: Connection, last: int, dice: random.Random) -> None:
    """Take values away, for somebody to be forgotten afterwards as it should be."""
    blank_after_forgetting(connection, last, dice)


SOMEBODY = "欧阳美华"
ENTERED = (
    ("issue", "add", "漏水", "--category", "设施", "--reporter", SOMEBODY),
    ("member", "add", SOMEBODY, "--affiliation", "none"),
)
FORGOTTEN = ("member", "forget", SOMEBODY, "--yes")
BEFORE: dict[Meddle, tuple[tuple[str, ...], ...]] = {
    blank_after_forgetting: (*ENTERED, FORGOTTEN),
    change_what_was_forgotten: (*ENTERED, FORGOTTEN),
    blank_before_forgetting: ENTERED,
}
"""What is typed before the head is printed."""
AFTER: dict[Meddle, tuple[tuple[str, ...], ...]] = {blank_before_forgetting: (FORGOTTEN,)}
"""What is typed after somebody has meddled, by others who know nothing of it."""
KINDS: tuple[Meddle, ...] = (
    change_a_row, delete_a_row, change_an_entry, change_a_value, drop_an_entry, take_values_away,
    rewrite_all, drop_and_rewrite, add_a_row, lower_a_counter, raise_a_counter, change_the_days_off, blank_after_forgetting,
    change_what_was_forgotten, blank_before_forgetting,
)  # fmt: skip


def test_every_counter_is_compared(stations: Stations, tmp_path: Path) -> None:
    jinlin = stations.stand(tmp_path / "at")
    arrive(jinlin, stations.all[-1])
    known = [re.escape(series.counter).replace(r"\{\}", r"\d+") for series in SERIES]
    counters = [name for (name,) in jinlin.sql("SELECT name FROM counter")]
    assert len(counters) > len(known) // 2
    assert [name for name in counters if not any(re.fullmatch(k, name) for k in known)] == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_record_cannot_be_rewritten_quietly(
    stations: Stations, proving: Proving, dice: random.Random, tmp_path: Path, kind: Meddle
) -> None:
    proof = proving(8, f"{kind.__name__.replace('_', ' ')}: found by db check --head")
    jinlin = stations.stand(tmp_path / "at")
    for _trial in share(100):
        arrive(jinlin, dice.choice(stations.all[len(stations.all) // 2 : -8]))
        for words in BEFORE.get(kind, ()):
            jinlin(*words)
        head = jinlin("log", "--head", "--quiet").out.strip()
        if kind in BEFORE:  # what the trial adds is nothing that would be found by itself
            jinlin("db", "check", "--head", head)
        [(last,)] = jinlin.sql("SELECT max(seq) FROM entry")
        with guards_aside(jinlin.db) as connection:
            kind(connection, last, dice)
        for words in AFTER.get(kind, ()):
            jinlin(*words)
        told = jinlin("db", "check", "--head", head, code=None)
        proof.check(told.code in (3, 4), told)


def test_what_comes_after_the_last_print_is_not_anchored(
    stations: Stations, proving: Proving, dice: random.Random, tmp_path: Path
) -> None:
    control = proving(8, "the last entry cut, after the last print", control=True)
    unprinted = proving(8, "all rewritten, and no printed head at hand", control=True)
    jinlin = stations.stand(tmp_path / "at")
    for _trial in share(100):
        arrive(jinlin, dice.choice(stations.all[20:40]))
        head = jinlin("log", "--head", "--quiet").out.strip()
        jinlin("building", "add", "88")
        [(last,)] = jinlin.sql("SELECT max(seq) FROM entry")
        with guards_aside(jinlin.db) as connection:
            connection.execute("DELETE FROM building WHERE code = '88'")
            connection.execute("DELETE FROM row_change WHERE entry = ?", (last,))
            connection.execute("DELETE FROM entry WHERE seq = ?", (last,))
            forget_ids(connection)
        control.check(jinlin("db", "check", "--head", head, code=None).code)
        with guards_aside(jinlin.db) as connection:
            rewrite_all(connection, last - 1, dice)
        unprinted.check(jinlin("db", "check", code=None).code)


def test_each_command_is_undone_exactly(
    stations: Stations, proving: Proving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proof = proving(9, "every writing command of the tree, undone")
    control = proving(9, "undone from a history of every second column", control=True)
    jinlin = stations.stand(tmp_path / "at")
    undoable = [station for station in stations.all if station.undoable]
    for station in undoable[:: max(1, round(0.12 / max(len(share(100)) / 100, 0.01)))]:
        arrive(jinlin, station)
        jinlin(*station.words(jinlin))
        told = jinlin("undo", "--yes", code=None)
        proof.check(told.code == 0 and digest_of(jinlin.db) == station.before, (station.line, told))
    monkeypatch.setattr(watch, "columns_of", lambda *table: columns_of(*table)[::2])
    edits = [station for station in undoable if " edit " in station.line]
    for station in edits[:: 1 if SHARE >= 0.1 else 3]:
        arrive(jinlin, station)
        jinlin(*station.words(jinlin))
        told = jinlin("undo", "--yes", code=None)
        control.check(told.code == 0 and digest_of(jinlin.db) == station.before)


def typed(dice: random.Random) -> list[str]:
    """Return a command of chance; many are refused, which is as good a trial."""
    number, building = str(dice.randint(1, 12)), str(dice.randint(1, 9))
    return dice.choice(
        (
            ["building", "add", building, "--floors", str(dice.randint(2, 30))],
            ["building", "edit", building, "--floors", str(dice.randint(2, 30))],
            ["building", "remove", building],
            ["household", "add", f"{building}-{number}", "--floor", "1"],
            ["household", "owner", f"{building}-{number}", f"甲{number}"],
            ["household", "remove", f"{building}-{number}"],
            ["member", "add", f"乙{number}"],
            ["member", "edit", f"乙{number}", "--employer", f"某厂{building}"],
            ["member", "remove", f"乙{number}", "--reason", "迁出"],
            ["issue", "add", f"路灯{number}", "--category", "设施", "--building", building],
            ["issue", "note", number, f"看过{building}"],
            ["issue", "assign", number, "林秀英"],
            ["issue", "close", number, "--result", "修好"],
            ["issue", "reopen", number],
            ["branch", "fund", "income", "--amount", number, "--purse", "党费", "--from", "社区",
             "--for", "拨付", "--by", "林秀英"],
            ["branch", "group", "add", f"党小组{building}"],
            ["config", "set", "回访天数", number],
        )
    )  # fmt: skip


@pytest.mark.parametrize("shard", SHARDS)
def test_random_commands_are_undone_one_by_one(
    jinlin: Jinlin, proving: Proving, dice: random.Random, shard: int
) -> None:
    proof = proving(9, "random commands, undone one by one")
    left, fresh = len(share(6000, parts=PARTS, dear=True)), jinlin.db.read_bytes()
    while left > 0:
        jinlin.db.write_bytes(fresh)
        with contextlib.closing(sqlite3.connect(jinlin.db)) as watcher:
            states = [digest_by(watcher)]
            while len(states) <= min(left, 30):
                before = version_of(watcher)
                told = jinlin(*typed(dice), "--yes", code=None)
                now = states[-1] if version_of(watcher) == before else digest_by(watcher)
                if now != states[-1]:
                    states.append(now)
                assert "inside jinlin" not in told.err, told
            for state in reversed(states[:-1]):
                left -= 1
                told = jinlin("undo", "--yes", code=None)
                proof.check(told.code == 0 and digest_by(watcher) == state, told)
            proof.check(watcher.execute("PRAGMA foreign_key_check").fetchall() == [])


def hits(jinlin: Jinlin, *texts: str, named: str = "") -> list[str]:
    """Return the files in which a text still stands, but the roster and what a command named."""
    return [
        file.name
        for file in jinlin.folder.rglob("*")
        if file.is_file() and file.suffix not in {".csv", ".sha256"} and file.name not in named
        and any(text.encode() in file.read_bytes() for text in texts)
    ]  # fmt: skip


def remembered(jinlin: Jinlin, fresh: bytes, name: str, phone: str) -> str:
    """Enter somebody in many places, make a backup, and return its name.

    What a sentence of the log names stays, and is told: names of groups and teams are left out.
    """
    jinlin.db.write_bytes(fresh)
    roster = jinlin.folder / "房屋.csv"
    roster.write_text(f"楼栋,单元,房号,业主,电话\n3,1,501,{name},{phone}\n3,1,502,李雷,\n", "utf-8")
    for words in (
        ("household", "import", roster, "--yes"),
        ("household", "edit", "3-1-502", "--note", f"钥匙在{name}处"),
        ("household", "visit", "3-1-502", "--met", "李雷", "--by", f"{name},王芳"),
        ("household", "visit", "3-1-501", "--met", name, "--result", f"{name}同意"),
        ("issue", "add", "漏水", "--category", "设施", "--reporter", name, "--reporter-phone", phone),
        ("issue", "add", f"{name}家噪音", "--category", "邻里", "--against", name),
        ("issue", "note", "1", f"{name}在家，电话{phone}"),
        ("meeting", "add", "--type", "邻里议事会", "--time", "2026-11-04 19:30", "--item", f"{name}的提议",
         "--chair", name, "--recorder", name),
        ("meeting", "attend", "M1", name, "李雷"),
        ("meeting", "say", "M1", "1", name, f"{name}愿意出资"),
        ("meeting", "resolve", "M1", f"请{name}牵头", "--item", "1", "--owner", name),
        ("meeting", "action", "M1", f"{name}收意见", "--owner", name),
        ("elevator", "add", "3-1", "--kind", "加装", "--responsible", name, "--contact", f"{name} {phone}"),
        ("branch", "room", "add", "党群活动室", "--use", f"{name}教书画"),
    ):  # fmt: skip
        jinlin(*words)
    return Path(jinlin("db", "backup", "--quiet").out.strip()).name


def test_deleted_means_deleted(jinlin: Jinlin, proving: Proving, dice: random.Random) -> None:
    proof = proving(16, "a forgotten person in database, history, other files")
    named = proving(16, "older backups that hold her are named")
    fresh = jinlin.db.read_bytes()
    for _trial in share(200):
        name = "欧阳" + "".join(chr(dice.randint(0x4E00, 0x9FA5)) for _ in "12")
        phone = f"138{dice.randrange(10**8):08}"
        copy = remembered(jinlin, fresh, name, phone)
        told = jinlin("member", "forget", name, "--yes")
        left = hits(jinlin, name, phone, named=told.err)
        proof.check(not left, (name, left))
        named.check(copy in told.err + told.out, told)


def test_without_overwriting_it_would_stay(
    jinlin: Jinlin, proving: Proving, monkeypatch: pytest.MonkeyPatch
) -> None:
    control = proving(16, "secure_delete off and no packing", control=True)
    connect, fresh = store_file._connect, jinlin.db.read_bytes()

    def careless(path: Path, *, mode: str, settings: str) -> store_file.Connection:
        return connect(
            path, mode=mode, settings=settings.replace("secure_delete = ON", "secure_delete = OFF")
        )

    for number in range(5 if SHARE >= 0.1 else 2):
        name, phone = f"欧阳美{'一二三四五'[number]}", f"1380591000{number}"
        remembered(jinlin, fresh, name, phone)
        with monkeypatch.context() as patch:
            patch.setattr(store_file, "_connect", careless)
            patch.setattr(forgetting, "pack", lambda _path: None)
            patch.setattr(
                "jinlin.member.commands.people.forget.pack", lambda _path: None, raising=False
            )
            told = jinlin("member", "forget", name, "--yes")
        control.check(not hits(jinlin, name, phone, named=told.err), number)


def tried(proof: Proof, connection: Connection, change: str, table: str) -> None:
    """Count whether SQLite refuses a change; a table without rows is no trial."""
    if connection.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is None:
        return
    connection.execute("BEGIN")
    try:
        connection.execute(
            f"UPDATE {table} SET {change} WHERE rowid = (SELECT min(rowid) FROM {table})"
        )
        connection.execute("COMMIT")
        kept = False
    except sqlite3.IntegrityError:
        kept = True
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    proof.check(kept, (table, change))


def test_types_and_links_cannot_rot(stations: Stations, proving: Proving, tmp_path: Path) -> None:
    strict = proving(19, "tables are STRICT")
    types = proving(19, "words in columns of numbers are refused")
    links = proving(19, "links to nothing are refused")
    fen = proving(19, "money below zero is refused")
    control = proving(19, "links on a connection as SQLite gives it", control=True)
    jinlin = stations.stand(tmp_path / "at")
    arrive(jinlin, stations.all[-1])
    with guards_aside(jinlin.db, back=False):  # it is the tables themselves that must refuse
        pass
    writer = store_file.open_writing(jinlin.db)
    plain = sqlite3.connect(jinlin.db, isolation_level=None)
    for table, is_strict in writer.execute(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite_%'"
    ).fetchall():
        strict.check(is_strict, table)
        if table in OUTSIDE_HISTORY:
            continue
        columns = writer.execute(f"PRAGMA table_info({table})").fetchall()
        for name in [row["name"] for row in columns if row["type"] == "INTEGER"]:
            tried(types, writer, f"{name} = '三'", table)
            if name in {"amount", "total", "subsidy"}:
                tried(fen, writer, f"{name} = -1", table)
        for link in writer.execute(f"PRAGMA foreign_key_list({table})").fetchall():
            tried(links, writer, f"{link['from']} = 999999", table)
            tried(control, plain, f"{link['from']} = 999999", table)
    plain.close()
    store_file.shut_cleanly(writer)
