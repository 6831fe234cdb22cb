"""`db check` says what is wrong, where, and repairs nothing."""

from __future__ import annotations

import contextlib
import re
import shlex
import sqlite3
from datetime import timedelta
from pathlib import Path, PurePath

import pytest
from harness import Jinlin, seeded
from store.daily import back_up_daily
from store.meddling import forget_ids, guards_aside, meddle, reseal

from jinlin.person.references.table_names import TABLES
from jinlin.store.check import surroundings
from jinlin.store.check.checks import State
from jinlin.store.history.forgetting import Buried
from jinlin.store.schema.known_days import known_days


def states(jinlin: Jinlin, *words: str, code: int = 0) -> dict[str, str]:
    return {
        row["check"]: row["state"]
        for row in jinlin("db", "check", *words, "--json", code=code).data
    }


def found(jinlin: Jinlin, check: str, *, code: int = 0) -> str:
    rows = jinlin("db", "check", "--json", code=code, lang="en").data
    return next(str(row["found"]) for row in rows if row["check"] == check)


@seeded
def kept(jinlin: Jinlin) -> Jinlin:
    """Some buildings, an issue, money, and a fresh backup."""
    for code in "345":
        jinlin("building", "add", code, "--floors", "7")
    jinlin("issue", "add", "路灯不亮", "--category", "设施")
    jinlin("branch", "fund", "income", "--amount", "500", "--purse", "党费", "--from", "社区党委", "--for", "拨付",
           "--by", "林秀英", "--yes")  # fmt: skip
    jinlin("db", "backup")
    return jinlin


@seeded
def without_her(kept: Jinlin) -> Jinlin:
    """The same after somebody was forgotten who had reported an issue."""
    kept("issue", "add", "漏水", "--category", "设施", "--reporter", "张美华")
    kept("member", "add", "张美华")
    kept("member", "forget", "张美华", "--yes")
    return kept


def test_a_well_kept_database_is_ok_and_stays_as_it_is(kept: Jinlin) -> None:
    before = kept.db.read_bytes()
    kept.db.chmod(0o600)
    assert set(states(kept).values()) == {"ok"}
    assert kept.db.read_bytes() == before


def test_people_see_a_table_in_chinese(kept: Jinlin) -> None:
    out = kept("db", "check").out
    assert "检查项目" in out
    assert "操作记录链" in out
    assert "problem" not in out


@pytest.mark.parametrize("table", ["counter", "entry", "watched"])
def test_a_history_of_what_has_none_ends_nothing_in_a_fault(kept: Jinlin, table: str) -> None:
    with guards_aside(kept.db) as connection:
        connection.execute(
            "INSERT INTO row_change (entry, table_name, row_id, after, salt, digest)"
            " SELECT max(seq), ?, 1, '{}', '', '' FROM entry",
            (table,),
        )
        reseal(connection, 1)
    assert found(kept, "rows") == ""
    copy = kept.folder / "副本.db"
    kept("db", "backup", copy)
    copy.with_name("副本.db.sha256").unlink()
    kept("db", "restore", copy, "--yes")


@pytest.mark.parametrize("column", ["x_sha256", "_sha256", "a b_sha256"])
def test_a_digest_of_no_file_is_not_looked_for(kept: Jinlin, column: str) -> None:
    meddle(kept, f'ALTER TABLE person ADD COLUMN "{column}" TEXT')
    assert found(kept, "papers", code=4) == ""
    assert "person" in found(kept, "schema", code=4)
    assert "compared row by row" not in kept("db", "handover", "移交.docx", code=4, lang="en").err


@pytest.mark.parametrize(
    ("statement", "check"),
    [
        ("UPDATE building SET floors = 9 WHERE code = '3'", "rows"),
        ("DELETE FROM building WHERE code = '5'", "rows"),
        ("UPDATE row_change SET after = replace(after, '500', '5') WHERE table_name = 'fund_entry'", "history"),
        ("UPDATE entry SET user = '某人' WHERE seq = 3", "history"),
        ("DELETE FROM entry WHERE seq = 3", "history"),
        ("UPDATE row_change SET before = NULL, after = NULL, salt = NULL WHERE id = 5", "history"),
        ("UPDATE fund_entry SET purpose = '别的'", "rows"),
        (
            ("INSERT INTO fund_entry (number, purse, direction, amount, day, purpose, counterparty, handled_by)"
            " SELECT 99, purse, direction, 99900, day, purpose, counterparty, handled_by FROM fund_entry"),
            "rows",
        ),
        ("INSERT INTO building (code) VALUES ('77')", "rows"),
        ("UPDATE category SET privacy = 'open' WHERE privacy = 'secret'", "rows"),
        ("UPDATE venue_item SET met = 1 WHERE id = 2", "rows"),
        ("DELETE FROM venue_item WHERE id = 2", "rows"),
        ("DELETE FROM public_holiday WHERE id = 100", "rows"),
        (
            ("INSERT INTO public_holiday (day, kind, name, source)"
            " SELECT '2031-01-02', kind, name, source FROM public_holiday LIMIT 1"),
            "rows",
        ),
        ("UPDATE counter SET value = 0 WHERE name = 'issue-2026'", "numbers"),
        ("DELETE FROM counter WHERE name = 'fund_entry'", "numbers"),
        ("UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'building'", "numbers"),
        ("UPDATE counter SET value = value + 1 WHERE name = 'issue-2026'", "numbers"),
        ("INSERT INTO counter (name, value) VALUES ('issue-2031', 4)", "numbers"),
        ("INSERT INTO counter (name, value) VALUES ('whatever', 4)", "numbers"),
        ("UPDATE counter SET value = 9223372036854775807 WHERE name = 'fund_entry'", "numbers"),
        ("UPDATE public_holiday SET source = 'x'", "rows"),
        ("UPDATE public_holiday SET source = 'x', kind = 'work' WHERE kind = 'off'", "rows"),
        ("DELETE FROM public_holiday", "rows"),
        ("UPDATE entry SET words = 'x' WHERE seq = 3", "history"),
        ("UPDATE entry SET outside = NULL WHERE seq = 3", "history"),
        ("UPDATE entry SET outside = NULL, words = 'x' WHERE seq = 6", "history"),
        ("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = 'building'", "numbers"),
        ("DELETE FROM sqlite_sequence WHERE name = 'building'", "numbers"),
        ("INSERT INTO sqlite_sequence (name, seq) VALUES ('plan', 4)", "numbers"),
        ("CREATE VIEW extra AS SELECT 1", "schema"),
        ("CREATE TRIGGER extra AFTER INSERT ON building BEGIN DELETE FROM setting; END", "schema"),
        ("DROP INDEX building_code", "schema"),
    ],
)  # fmt: skip
def test_meddling_is_found_where_it_was_done(kept: Jinlin, statement: str, check: str) -> None:
    meddle(kept, statement)
    told = kept("db", "check", "--json", code=4, lang="en")
    assert {row["check"]: row["state"] for row in told.data}[check] == "problem"
    assert "nothing was changed" in told.error["message"]
    assert "jinlin-2026" in told.error["hint"]


def test_days_off_that_a_library_gave_stay_as_they_are(
    kept: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Earlier databases took them from there; what is changed of it is found."""
    days = [(day, kind, name, "chinesecalendar 99") for day, kind, name, _source in known_days()]
    monkeypatch.setattr("jinlin.store.schema.known_days.known_days", lambda: iter(days[5:]))
    assert states(kept)["rows"] == "ok"
    meddle(kept, "UPDATE public_holiday SET kind = 'work' WHERE id = 100")
    assert states(kept, code=4)["rows"] == "problem"
    assert "public holidays" in found(kept, "rows", code=4)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE counter SET value = value + 1 WHERE name = 'issue-2026'",
        "INSERT INTO counter (name, value) VALUES ('issue-2031', 4)",
        "UPDATE public_holiday SET source = 'x'",
        "DELETE FROM public_holiday",
    ],
)
def test_the_next_commands_do_not_make_right_what_somebody_changed(
    kept: Jinlin, statement: str
) -> None:
    meddle(kept, statement)
    kept("issue", "add", "漏水", "--category", "设施")
    kept("building", "add", "9")
    assert "problem" in states(kept, code=4).values()
    kept("log", "--verify", code=4)


def test_days_off_that_a_command_took_are_right(kept: Jinlin) -> None:
    days = "日期,类别,名称\n2027-01-01,放假,元旦\n2027-10-01,放假,国庆节\n"
    (kept.folder / "节假日.csv").write_text(days, "utf-8")
    kept("config", "holidays", "节假日.csv", "--yes", code=None)
    kept("building", "add", "9")
    assert set(states(kept).values()) <= {"ok", "warning"}
    assert states(kept)["rows"] == "ok"


def test_raised_counters_are_named(kept: Jinlin) -> None:
    meddle(kept, "UPDATE counter SET value = 7 WHERE name = 'issue-2026'",
           "INSERT INTO counter (name, value) VALUES ('什么', 4)")  # fmt: skip
    said = found(kept, "numbers", code=4)
    assert "issues" in said
    assert "什么" in said


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE counter SET value = 9223372036854775807 WHERE name = 'issue-2026'",
        "UPDATE counter SET value = 2000000000 WHERE name = 'issue-2026'",
        "UPDATE counter SET value = 999999 WHERE name = 'issue-2026'",
        "UPDATE counter SET value = 0 WHERE name = 'issue-2026'",
        "DELETE FROM counter WHERE name = 'issue-2026'",
    ],
)
def test_where_the_next_number_cannot_be_given_nothing_is_written(
    kept: Jinlin, statement: str
) -> None:
    meddle(kept, statement)
    before = kept.db.read_bytes()
    error = kept("issue", "add", "漏水", "--category", "设施", "--json", code=4, lang="en").error
    assert "counters" in error["message"]
    assert "db restore" in error["hint"]
    assert kept.db.read_bytes() == before


def test_a_number_that_was_undone_is_not_given_again_where_its_counter_is_gone(
    kept: Jinlin,
) -> None:
    kept("undo", "2", "--yes")
    meddle(kept, "DELETE FROM counter WHERE name = 'issue-2026'")
    kept("issue", "add", "漏水", "--category", "设施", code=4)


@pytest.mark.parametrize(
    "trigger",
    [
        "extra AFTER INSERT ON building BEGIN DELETE FROM setting; END",
        "extra AFTER INSERT ON building BEGIN SELECT RAISE(ABORT, 'no'); END",
        "extra AFTER INSERT ON entry BEGIN UPDATE counter SET value = 0; END",
        (
            "history_building_insert2 BEFORE INSERT ON building BEGIN INSERT INTO watch VALUES"
            " ('building insert'); DELETE FROM counter; END"
        ),
    ],
)
def test_nothing_is_written_where_a_trigger_of_another_program_would_act(
    kept: Jinlin, trigger: str
) -> None:
    with contextlib.closing(sqlite3.connect(kept.db)) as other:
        other.execute(f"CREATE TRIGGER {trigger}")
    before = kept.db.read_bytes()
    error = kept("building", "add", "9", "--json", code=4, lang="en").error
    assert "has parts that jinlin did not make" in error["message"]
    assert kept.db.read_bytes() == before
    kept("building", "list")


def test_rows_that_refer_to_nothing_are_found(kept: Jinlin) -> None:
    meddle(kept, "UPDATE issue SET building_id = 99")
    assert states(kept, code=4)["links"] == "problem"
    assert "issue" in found(kept, "links", code=4)


def test_a_damaged_page_is_a_problem_and_no_traceback(kept: Jinlin) -> None:
    content = bytearray(kept.db.read_bytes())
    [(page,)] = kept.sql("SELECT rootpage FROM sqlite_schema WHERE name = 'building'")
    content[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    kept.db.write_bytes(content)
    assert states(kept, code=4)["pages"] == "problem"
    assert kept.db.read_bytes() == bytes(content)


def test_a_purse_that_does_not_add_up_is_found(kept: Jinlin) -> None:
    kept("branch", "fund", "reverse", "F1", "--reason", "记错")
    meddle(kept, "UPDATE fund_entry SET amount = 40000 WHERE number = 2")
    assert states(kept, code=4)["purse_reversals"] == "problem"


def test_papers_that_are_missing_or_changed_are_named(kept: Jinlin) -> None:
    for name in ("收据.txt", "发票.txt"):
        (kept.folder / name).write_text(name, "utf-8")
    kept("branch", "fund", "voucher", "F1", "收据.txt")
    kept("branch", "fund", "spend", "--amount", "10", "--purse", "党费", "--to", "某店", "--for", "笔", "--by",
         "林秀英", "--approved-by", "陈书记", "--voucher", "发票.txt", "--yes")  # fmt: skip
    assert "2 files" in found(kept, "papers")
    (kept.folder / "收据.txt").unlink()
    (kept.folder / "发票.txt").write_text("别的", "utf-8")
    assert states(kept)["papers"] == "warning"
    assert found(kept, "papers") == "missing: 收据.txt; changed since: 发票.txt"


def test_imports_without_a_source_are_named(kept: Jinlin) -> None:
    (kept.folder / "楼栋.csv").write_text("楼栋,层数\n7,6\n", "utf-8")
    kept("building", "import", "楼栋.csv", "--yes")
    assert "楼栋.csv" in found(kept, "imports")


def test_a_clock_that_goes_backwards_is_noted(kept: Jinlin) -> None:
    kept.now -= timedelta(days=2)
    assert states(kept)["clock"] == "warning"


def test_backups_are_asked_for_when_there_is_none_or_only_old_ones(jinlin: Jinlin) -> None:
    assert states(jinlin)["backups"] == "warning"
    jinlin("db", "backup")
    assert states(jinlin)["backups"] == "ok"
    jinlin.now += timedelta(days=8)
    assert "8 days old" in found(jinlin, "backups")
    [copy] = (jinlin.folder / "备份").glob("*.db")
    copy.write_bytes(copy.read_bytes() + b"x")
    assert "none is as it was written" in found(jinlin, "backups")


def test_backups_that_are_not_as_they_were_written_are_named_and_not_counted(
    jinlin: Jinlin,
) -> None:
    first, second, *_good = back_up_daily(jinlin, 4)
    first.write_bytes(b"")
    content = bytearray(second.read_bytes())
    content[5000] ^= 1
    second.write_bytes(content)
    said = found(jinlin, "backups")
    assert said.startswith("2, the latest of")
    assert first.name in said
    assert second.name in said
    assert states(jinlin)["backups"] == "warning"


def test_a_file_that_others_can_read_is_noted(kept: Jinlin) -> None:
    kept.db.chmod(0o644)
    assert states(kept)["readers"] == "warning"
    kept.db.chmod(0o600)
    assert states(kept)["readers"] == "ok"


@pytest.mark.parametrize(
    ("folder", "client"),
    [
        ("C:/Users/林/OneDrive/近邻", "OneDrive"),
        ("C:/Users/林/OneDrive - 街道办/近邻", "OneDrive"),
        ("D:/我的坚果云/近邻", "坚果云"),
        ("/home/l/Nutstore Files/近邻", "坚果云"),
        ("D:/BaiduSyncdisk/近邻", "百度网盘"),
        ("C:/Users/l/WPSDrive/1234/WPS云盘", "WPS 云盘"),
        ("/Users/l/Library/Mobile Documents/com~apple~CloudDocs/近邻", "iCloud"),
        ("C:/Users/l/iCloudDrive/近邻", "iCloud"),
        ("D:/腾讯微云/近邻", "微云"),
        ("C:/Users/l/Dropbox/近邻", "Dropbox"),
        ("C:/Users/林/Documents/近邻", None),
        ("/home/l/驱动", None),
    ],
)
def test_folders_of_sync_programs_are_known(folder: str, client: str | None) -> None:
    assert surroundings.sync_client(PurePath(folder)) == client


def test_a_database_in_such_a_folder_is_noted(kept: Jinlin) -> None:
    inside = kept.folder / "OneDrive"
    inside.mkdir()
    kept.db.rename(inside / "jinlin.db")
    rows = kept("db", "check", "--json", "--db", inside / "jinlin.db").data
    assert next(row for row in rows if row["check"] == "folder")["state"] == "warning"


MOUNTS = [
    "/dev/sda1 / ext4 rw 0 0",
    "//nas/share /mnt/nas\\040disk cifs rw 0 0",
    "tmpfs /tmp tmpfs rw 0 0",
]


@pytest.mark.parametrize(
    ("folder", "kind"), [("/mnt/nas disk/近邻", "cifs"), ("/home/l", "ext4"), ("/tmp/x", "tmpfs")]
)
def test_folders_on_another_computer_are_known(folder: str, kind: str) -> None:
    assert surroundings.kind_of_mount(PurePath(folder), MOUNTS) == kind
    assert (kind in surroundings.REMOTE) == (kind == "cifs")
    assert surroundings.on_network(Path("\\\\server\\share"))


@pytest.mark.parametrize(
    ("version", "faulty"),
    [
        ((3, 46, 1), True),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 50, 7), False),
        ((3, 44, 6), False),
    ],
)
def test_the_faulty_versions_of_sqlite_are_named_softly(
    version: tuple[int, ...], faulty: bool
) -> None:
    said = surroundings.sqlite_finding(version)
    assert said.state is State.OK
    assert ("WAL" in said.said) == faulty


def test_too_little_room_is_noted(kept: Jinlin) -> None:
    assert surroundings._space(kept.db, kept.db.stat().st_size).state is State.WARNING
    assert surroundings._space(kept.db, 3 * kept.db.stat().st_size).state is State.OK


def test_an_older_database_is_looked_at_without_being_changed(kept: Jinlin) -> None:
    with contextlib.closing(sqlite3.connect(kept.db)) as connection:
        connection.execute("PRAGMA user_version = 1")
    before = kept.db.read_bytes()
    assert states(kept, code=None)["version"] == "warning"  # type: ignore[arg-type]
    assert kept.db.read_bytes() == before


def test_the_file_is_checked_against_a_printed_head(kept: Jinlin) -> None:
    printed = kept("log", "--head", "--quiet").out.strip()
    kept("building", "add", "8")
    wide = printed.upper().translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789ABCDEF"})
    for spelling in (wide, printed.replace(" ", "")):
        assert states(kept, "--head", spelling)["head"] == "ok"
    rows = kept("db", "check", "--head", printed, "--json", lang="en").data
    assert rows[0]["found"].endswith("done since: 1")
    meddle(kept, "DELETE FROM building WHERE code = '8'", "DELETE FROM row_change WHERE entry = 7",
           "DELETE FROM entry WHERE seq = 7")  # fmt: skip
    assert states(kept, code=4)["numbers"] == "problem"
    with guards_aside(kept.db) as connection:
        forget_ids(connection)
    assert states(kept, "--head", printed)["head"] == "ok"  # a tail cut after the print is not seen
    meddle(kept, "DELETE FROM row_change WHERE entry = 6", "DELETE FROM entry WHERE seq = 6")
    error = kept("db", "check", "--head", printed, "--json", code=3, lang="en").error
    assert "rewritten or cut" in error["hint"]


def test_a_part_of_a_printed_head_is_not_taken_for_the_whole(kept: Jinlin) -> None:
    printed = kept("log", "--head", "--quiet").out.strip()
    rows = kept("db", "check", "--head", printed[:9], "--json", lang="en").data
    assert rows[0]["state"] == "warning"
    assert rows[0]["found"].startswith("only 8 of 16 digits were compared")


def test_a_head_that_was_copied_wrong_is_told_so_beside_all_that_was_looked_at(
    kept: Jinlin,
) -> None:
    told = kept("db", "check", "--head", "1111 2222 3333 4444", "--json", code=3, lang="en")
    assert told.error["message"].startswith("Check first whether it was copied right")
    assert {row["check"]: row["state"] for row in told.data}["history"] == "ok"


def test_the_head_is_printed_with_a_command_that_can_be_typed(kept: Jinlin) -> None:
    advice = kept("log", "--head").err
    [command] = re.findall(r"jinlin (数据库 检查 --\S+ .*)", advice)
    kept(*shlex.split(command))


@pytest.mark.parametrize("option", ["--head", "--verify"])
@pytest.mark.parametrize("more", [["6862"], ["-o", "log.xlsx"]])
def test_what_head_and_verify_would_ignore_is_refused(
    kept: Jinlin, option: str, more: list[str]
) -> None:
    kept("log", option, *more, code=2)
    assert not (kept.folder / "log.xlsx").exists()


@pytest.mark.parametrize("text", ["", "abc", "3f2a 91bc 07dg", "x" * 16])
def test_what_is_no_checksum_is_refused(kept: Jinlin, text: str) -> None:
    kept("db", "check", "--head", text, code=2)


def test_the_log_verifies_itself(kept: Jinlin) -> None:
    verdict = kept("log", "--verify", "--json").data
    assert verdict["entries"] == 6
    assert kept("log", "--head", "--json").data["head"] == verdict["head"]
    meddle(kept, "UPDATE entry SET did = NULL WHERE seq = 4")
    error = kept("log", "--verify", "--json", code=4, lang="en").error
    assert "command 4" in error["message"]


def test_forgetting_a_person_leaves_the_record_whole(without_her: Jinlin) -> None:
    assert without_her("log", "--verify", "--json").data["forgotten"] > 0
    told = states(without_her)
    assert (told["history"], told["rows"]) == ("ok", "ok")


def test_a_counter_below_a_number_that_was_undone_is_found(kept: Jinlin) -> None:
    kept("issue", "add", "漏水", "--category", "设施")
    kept("undo")
    assert states(kept)["numbers"] == "ok"
    meddle(kept, "UPDATE counter SET value = 1 WHERE name = 'issue-2026'")
    assert states(kept, code=4)["numbers"] == "problem"
    assert "编号" in kept("log", "--verify", code=4).err


def test_rows_are_called_as_people_call_them(kept: Jinlin) -> None:
    meddle(kept, "UPDATE issue SET place = 'x'", "UPDATE issue_event SET note = 'x'",
           "DELETE FROM building WHERE code = '5'")  # fmt: skip
    said = kept("db", "check", "--json", code=4).data
    [rows] = [row["found"] for row in said if row["check"] == "rows"]
    for name in ("事项 2026-0001", "2026-0001 的事项记录", "楼栋 5"):
        assert name in rows
        assert name in kept("log", "--verify", code=4).err
    assert "issue" not in rows


def test_every_table_has_a_name_for_people(kept: Jinlin) -> None:
    outside = {"entry", "row_change", "counter"}
    tables = {name for (name,) in kept.sql("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    ours = {name for name in tables if not name.startswith("sqlite_")} - outside
    assert ours - TABLES.keys() == set()


def test_a_text_that_is_none_is_told_without_quoting_it(kept: Jinlin) -> None:
    kept("member", "add", "张美华")
    spoilt = "CAST(CAST('张美华' AS BLOB) || x'ff' AS TEXT)"
    meddle(kept, f"UPDATE person SET name = {spoilt} WHERE name = '张美华'",
           f"UPDATE entry SET did = {spoilt} WHERE seq = 3")  # fmt: skip
    for words in (("db", "check"), ("db", "check", "--json"), ("log", "--verify")):
        told = kept(*words, code=4)
        assert "张美华" not in told.out + told.err
        assert "UTF-8" not in told.out + told.err
    assert "3" in found(kept, "history", code=4)
    assert "P2" in found(kept, "rows", code=4)


@pytest.mark.parametrize(("table", "check"), [("entry", "history"), ("building", "pages")])
def test_what_of_a_damaged_file_cannot_be_read_is_said_in_chinese(
    kept: Jinlin, table: str, check: str
) -> None:
    content = bytearray(kept.db.read_bytes())
    [(page,)] = kept.sql("SELECT rootpage FROM sqlite_schema WHERE name = ?", table)
    content[(page - 1) * 4096 : page * 4096] = b"\xa5" * 4096
    kept.db.write_bytes(content)
    said = {row["check"]: row["found"] for row in kept("db", "check", "--json", code=4).data}
    assert {"entry": "第1条操作", "building": "楼栋"}[table] in said[check]
    assert not any("malformed" in text for text in said.values())


BLANK = (
    "UPDATE row_change SET before = NULL, after = NULL, salt = NULL"  # noqa: ISC004
    " WHERE (table_name, row_id) = ('building', 1)",
    "UPDATE building SET floors = 9 WHERE id = 1",
)
"""A change is given out for a forgotten one, and its row rewritten."""


def test_what_no_forgetting_tells_of_is_not_taken_for_forgotten(without_her: Jinlin) -> None:
    without_her("building", "add", "9")
    head = without_her("log", "--head", "--quiet").out.strip()
    meddle(without_her, *BLANK)
    assert states(without_her, "--head", head, code=4)["history"] == "problem"
    without_her("log", "--verify", code=4)


def test_a_row_from_which_somebody_was_taken_out_is_compared_too(without_her: Jinlin) -> None:
    meddle(without_her, "UPDATE issue SET title = '别的' WHERE number = 2")
    assert "2026-0002" in found(without_her, "rows", code=4)


def test_a_forgetting_of_an_older_jinlin_is_taken_as_it_was(
    kept: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept("member", "add", "张美华")
    with monkeypatch.context() as then:
        then.setattr(Buried, "_asdict", lambda _self: {})
        kept("member", "forget", "张美华", "--yes")
    assert states(kept)["history"] == "ok"
    kept("member", "add", "李雷")
    kept("member", "forget", "李雷", "--yes")
    assert states(kept)["history"] == "ok"
    meddle(kept, *BLANK)
    assert states(kept, code=4)["history"] == "problem"


@pytest.mark.parametrize(
    ("key", "value"),
    [("zone", "+08:00x"), ("fixed_now", "x"), ("fixed_now", "9999-12-31T23:59:59+00:00")],
)
def test_a_clock_that_no_command_has_set_is_damage_and_no_fault(
    kept: Jinlin, key: str, value: str
) -> None:
    meddle(kept, f"INSERT OR REPLACE INTO setting (key, value) VALUES ('{key}', '{value}')")
    for words in (("db", "check"), ("log", "--verify"), ("building", "list")):
        assert "is damaged" in kept(*words, code=4, lang="en").err
