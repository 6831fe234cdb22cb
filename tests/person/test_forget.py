"""Forgetting somebody: gone for good, from the history too, and yet everything is counted."""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from harness import Jinlin, seeded
from store.chain import broken_links
from store.meddling import as_a_command, meddle

from jinlin.core.errors import StoreError
from jinlin.person.merge.duties import REASONS, WAYS_OUT
from jinlin.person.references.table_names import TABLES
from jinlin.store.schema.duties import DUTIES
from jinlin.store.schema.person_rows import ABOUT, PERSON_KEYS
from jinlin.store.schema.personal import PERSONAL, Content
from jinlin.store.schema.retention import COUNTED, ENDED, FORGOTTEN, KEPT

NAME, PHONE, OTHER = "欧阳美华", "13805915678", "0591-87654321"
ROSTER = (
    "楼栋,单元,房号,业主,电话\n"
    f"3,1,501,{NAME},{PHONE}\n"
    "3,1,502,李雷,13805910000\n"
    "5,1,301,张伟,13805910001\n"
    "5,1,302,张伟,13805910002\n"
    "5,1,303,张伟国,13805910003\n"
)


@seeded
def known(jinlin: Jinlin) -> Jinlin:
    """P2 欧阳美华 of 3-1-501, who reported an issue and is named in a note; two called 张伟."""
    roster = jinlin.folder / "房屋.csv"
    roster.write_text(ROSTER, "utf-8")
    jinlin("household", "import", roster, "--yes")
    jinlin("issue", "add", "厨房漏水", "--category", "设施", "--building", "3", "--reporter", NAME,
           "--reporter-phone", PHONE)  # fmt: skip
    jinlin("issue", "note", "1", f"{NAME}说明天在家，电话{PHONE}")
    jinlin("issue", "add", "路灯不亮", "--category", "设施", "--building", "5")
    return jinlin


def forget(jinlin: Jinlin, who: str) -> Any:
    return jinlin("member", "forget", who, "--yes", "--json", lang="en").data


def bytes_of_all_files(jinlin: Jinlin) -> bytes:
    return b"".join(path.read_bytes() for path in jinlin.folder.glob("jinlin.db*"))


@seeded
def without_her(known: Jinlin) -> Jinlin:
    """The same after P2 was forgotten."""
    assert NAME.encode() in bytes_of_all_files(known)
    forget(known, NAME)
    return known


def test_neither_name_nor_phone_is_left_in_the_file(without_her: Jinlin) -> None:
    left = bytes_of_all_files(without_her)
    for told in (NAME, NAME[:3], PHONE, "ouyangmeihua"):
        assert told.encode() not in left
    assert "李雷".encode() in left


def test_where_a_table_is_missing_nobody_is_called_forgotten(known: Jinlin) -> None:
    with closing(sqlite3.connect(known.db)) as other:
        other.execute("DROP TABLE question")
    error = known("member", "forget", NAME, "--yes", "--json", code=4, lang="en").error
    assert "table question" in error["message"]


def test_a_table_that_is_spelled_otherwise_is_swept_too(known: Jinlin) -> None:
    meddle(known, f"UPDATE household SET note = '{NAME}的家' WHERE room = '502'")
    with closing(sqlite3.connect(known.db)) as other:
        other.execute("PRAGMA legacy_alter_table = ON")
        other.execute("ALTER TABLE household RENAME TO q2")
        other.execute("ALTER TABLE q2 RENAME TO Household")
    known("member", "forget", NAME, "--yes", code=None)
    assert NAME.encode() not in known.db.read_bytes()


def test_an_earlier_name_and_phone_go_too(known: Jinlin) -> None:
    known("member", "add", "P2", "--party-state", "activist")
    known("member", "edit", "P2", "--name", "欧阳梅花", "--phone", "13900001111")
    forget(known, "P2")
    left = bytes_of_all_files(known)
    for told in (NAME, "欧阳梅花", PHONE, "13900001111"):
        assert told.encode() not in left


def test_everything_is_still_counted(known: Jinlin) -> None:
    def counts() -> list[Any]:
        report = known("report", "monthly", "2026-11", "--json").data
        numbers = [key for key, value in report.items() if isinstance(value, int)]
        return [
            {key: report[key] for key in numbers},
            [len(known(noun, "list", "--json").data) for noun in ("household", "member", "issue")],
            known.sql("SELECT count(*), count(DISTINCT person_id) FROM ownership"),
        ]

    before = counts()
    forget(known, "P2")
    assert counts() == before
    [home] = [h for h in known("household", "list", "--json").data if h["room"] == "501"]
    assert [owner["name"] for owner in home["owners"]] == [FORGOTTEN]
    assert known("issue", "show", "1", "--json").data["reporter"].startswith(FORGOTTEN)


def test_the_chain_of_the_history_still_holds(without_her: Jinlin) -> None:
    without_her("building", "add", "9")
    assert broken_links(without_her) == []
    with closing(sqlite3.connect(without_her.db)) as connection:
        for change in (
            "UPDATE row_change SET after = '{}' WHERE digest IS NOT NULL",
            "UPDATE row_change SET before = NULL, after = NULL, salt = NULL, digest = 'x'",
            "UPDATE row_change SET before = NULL, after = NULL, salt = NULL, row_id = 9",
        ):
            with pytest.raises(sqlite3.IntegrityError, match="sealed"):
                connection.execute(change)


def test_it_shows_first_and_asks_and_a_rehearsal_changes_nothing(known: Jinlin) -> None:
    before = known.db.read_bytes()
    shown = known("member", "forget", "P2", "--dry-run", lang="en").err
    assert "issues 1, notes on issues 1" in shown
    assert "can then no longer be undone" in shown
    known("member", "forget", "P2", code=2)
    known("member", "forget", "P2", typed="n\n", code=130)
    assert known.db.read_bytes() == before


def test_undo_never_takes_it_back_and_says_so_before_it_goes_past_it(known: Jinlin) -> None:
    known("building", "add", "8")
    forget(known, "P2")
    known("building", "add", "9")
    known("undo")
    before = known.db.read_bytes()
    error = known("undo", "--json", lang="en", code=2).error
    assert "stays forgotten" in error["message"]
    assert known.db.read_bytes() == before
    known("undo", "--yes")
    assert {b["building"] for b in known("building", "list", "--json").data} == {"3", "5"}
    known("undo", "--yes")  # the lamp of building 5, which tells nothing of her
    error = known("undo", "--yes", "--json", lang="en", code=1).error
    assert "was forgotten" in error["message"]
    assert known.sql("SELECT name FROM person WHERE number = 2") == [(FORGOTTEN,)]
    assert broken_links(known) == []


def test_later_work_on_what_she_left_can_be_undone(without_her: Jinlin) -> None:
    without_her("issue", "close", "1", "--result", "已修好")
    without_her("undo")
    assert without_her("issue", "show", "1", "--json").data["status"] == "reported"


def test_she_is_not_found_any_more_and_not_forgotten_twice(without_her: Jinlin) -> None:
    for text in (NAME, "oymh", "5678", FORGOTTEN):
        without_her("member", "find", text, code=3)
    assert without_her("member", "find", "P2", "--json").data[0]["name"] == FORGOTTEN
    without_her("member", "forget", "P2", "--yes", code=3)


def test_namesakes_keep_theirs_and_what_may_be_theirs(known: Jinlin) -> None:
    known("issue", "add", "楼道堆物", "--category", "设施", "--reporter", "张伟")
    known(
        "issue",
        "add",
        "噪音",
        "--category",
        "设施",
        "--reporter",
        "张伟",
        "--reporter-phone",
        "13805910001",
    )
    known("issue", "add", "停车", "--category", "设施", "--reporter", "张伟国")
    told = forget(known, "0001")
    assert (told["left"], told["left_in"]) == (1, {"issue": 1})
    reporters = [row[0] for row in known.sql("SELECT reporter FROM issue WHERE id > 2 ORDER BY id")]
    assert reporters == ["张伟", f"{FORGOTTEN}P4", "张伟国"]
    assert known.sql("SELECT name FROM person WHERE number IN (5, 6) ORDER BY number") == [
        ("张伟",), ("张伟国",),
    ]  # fmt: skip
    assert b"13805910001" not in bytes_of_all_files(known)


def test_a_longer_name_is_left_alone(known: Jinlin) -> None:
    forget(known, "0001")
    known("issue", "note", "2", "张伟国和张伟都说灯不亮")
    forget(known, "P5")
    notes = known("issue", "show", "2", "--json").out
    assert "张伟国和某某都说灯不亮" in notes


def test_what_was_merged_into_her_goes_with_her(known: Jinlin) -> None:
    known("member", "merge", "P4", "P5", "--yes")
    forget(known, "P5")
    for told in ("13805910001", "13805910002"):
        assert told.encode() not in bytes_of_all_files(known)


def commands(error: Any, who: str) -> list[list[str]]:
    """Return what an error says is to be typed first."""
    said = error["hint"].replace("WHO", who).replace("<BRANCH>", "某支部")
    return [part.split()[1:] for part in re.findall(r"jinlin [^;]+", said)]


def test_everything_that_still_needs_her_is_told_at_once_with_what_to_type(known: Jinlin) -> None:
    known("member", "add", "P2", "--party-state", "full", "--post", "组织委员")
    known("member", "post", "add", "P2", "--title", "业委会主任")
    known("team", "cover", "P2", "--building", "3,5")
    known("household", "representative", "3-1-501", "P2")
    known("issue", "assign", "1", "P2", "--doing", "P2")
    known("issue", "assign", "2", "李雷", "--doing", "P2")
    before = known.db.read_bytes()
    error = known("member", "forget", "P2", "--yes", "--json", lang="en", code=1).error
    assert known.db.read_bytes() == before
    for told in ("组织委员", "主任", "Party member", "3, 5", "2026-0001, 2026-0002", "3-1-501"):
        assert told in error["message"]
    for words in commands(error, "李雷"):
        known(*words)
    forget(known, "P2")
    assert known.sql("SELECT count(*) FROM issue WHERE steward_id = 2 OR doer_id = 2") == [(0,)]


def test_two_posts_of_one_title_are_ended_each_by_its_own_command(known: Jinlin) -> None:
    known("member", "post", "add", "P2", "--title", "业委会主任")
    known("member", "post", "add", "P2", "--title", "居委会主任")
    error = known("member", "forget", "P2", "--yes", "--json", lang="en", code=1).error
    for words in commands(error, "李雷"):
        known(*words)
    forget(known, "P2")


def test_every_file_of_the_backup_folder_that_may_hold_her_is_named(known: Jinlin) -> None:
    (folder := known.folder / "备份").mkdir()
    (folder / "早先").mkdir()
    known("db", "backup", folder / "早.db")
    shutil.copy(folder / "早.db", folder / "早先" / "更早.db")
    with closing(sqlite3.connect(folder / "别家.db")) as connection:
        connection.execute("CREATE TABLE person (number INTEGER, name TEXT)")
        connection.execute("INSERT INTO person VALUES (2, '李雷')")
        connection.commit()
    (folder / "坏.db").write_bytes(b"not a database at all")
    (folder / ".jinlin-20261105-120000.db.77.new").write_bytes(
        (folder / "早.db").read_bytes()[:9000]
    )
    (folder / "名册.xlsx").write_bytes(b"PK\3\4")
    (folder / "笔记.txt").write_text(f"{NAME}来过", "utf-8")
    (folder / "锁.db.age").write_bytes(b"age-encryption.org/v1")
    (folder / "空").touch()
    told = known("member", "forget", "P2", "--yes", "--dry-run", lang="en").err
    [holding] = re.findall(r"still hold the person.*: (.*)", told)
    [perhaps] = re.findall(r"may hold the person.*: (.*)", told)
    assert {"早.db", "早先/更早.db", "别家.db", "笔记.txt"} <= set(holding.split(", "))
    assert {"坏.db", "名册.xlsx", "锁.db.age"} <= set(perhaps.split(", "))
    assert ".jinlin-20261105-120000.db.77.new" in told
    assert "空" not in told
    assert "Only the folder 备份 was searched" in told
    assert set(forget(known, "P2")["backups_unread"]) == set(perhaps.split(", "))
    shutil.copy(known.db, folder / "晚.db")
    later = known("member", "forget", "李雷", "--yes", "--json").data
    assert "晚.db" in later["backups"]


def test_forgetting_somebody_hides_no_values_that_another_took_away(known: Jinlin) -> None:
    blank = "UPDATE row_change SET before = NULL, after = NULL, salt = NULL WHERE table_name ="
    meddle(known, f"{blank} 'building'", "UPDATE building SET floors = 99")
    for who in (NAME, "李雷"):
        forget(known, who)
        told = known("log", "--verify", code=4, lang="en").err
        assert "values were taken away" in told
        found = {
            line["check"]: line["found"] for line in known("db", "check", "--json", code=4).data
        }
        assert found["history"].endswith("：2处")


def test_the_history_counts_as_log_verify_does(known: Jinlin) -> None:
    shown = known("member", "forget", "P2", "--yes", "--dry-run", "--json").data
    told = forget(known, "P2")
    assert told["history"] == shown["history"]
    assert known("log", "--verify", "--json").data["forgotten"] == told["history"]
    later = forget(known, "李雷")
    both = told["history"] + later["history"]
    assert known("log", "--verify", "--json").data["forgotten"] == both


def test_it_says_what_will_go_before_it_asks_and_what_went_only_afterwards(known: Jinlin) -> None:
    asked = known("member", "forget", "P2", typed="n\n", code=130, lang="en").err
    assert "To be deleted of P2" in asked
    assert "Deleted of" not in asked
    assert "Deleted of P2" in known("member", "forget", "P2", "--yes", lang="en").err


def test_nobody_is_called_a_woman_whom_the_program_does_not_know(known: Jinlin) -> None:
    (known.folder / "备份").mkdir()
    known("db", "backup", known.folder / "备份" / "早.db")
    known("building", "add", "7", "--user", NAME)
    told = known("member", "forget", "P2", "--yes")
    assert "她" not in told.err + told.out
    assert "此人" in told.err


@pytest.mark.parametrize("words", [("member", "show"), ("member", "forget"), ("member", "add")])
def test_the_number_of_somebody_forgotten_is_known_as_that(
    without_her: Jinlin, words: tuple[str, ...]
) -> None:
    error = without_her(*words, "P2", "--json", lang="en", code=3).error
    assert "P2 was forgotten on 2026-11-05" in error["message"]


def test_what_is_called_like_her_stays_unique_and_in_step(known: Jinlin) -> None:
    known("branch", "group", "add", NAME)
    known("branch", "group", "add", f"{NAME}党小组")
    known("member", "add", "韩梅梅", "--party-state", "full", "--group", f"{NAME}党小组")
    known("branch", "group", "add", "李雷党小组")
    known("team", "add", NAME, "--kind", "志愿者")
    forget(known, "P2")
    forget(known, "李雷")
    names = [row[0] for row in known.sql("SELECT name FROM party_group ORDER BY id")]
    assert names == [f"{FORGOTTEN}P2", "某某党小组", "某某党小组-2"]
    assert known.sql("SELECT name FROM team") == [(f"{FORGOTTEN}P2",)]
    assert known.sql("SELECT group_name FROM member WHERE group_name IS NOT NULL") == [
        ("某某党小组",)
    ]


def test_confirmed_minutes_say_that_somebody_was_deleted_from_them(known: Jinlin) -> None:
    known("meeting", "add", "--type", "邻里议事会", "--time", "2026-11-05 09:00", "--item", "漏水")
    known("meeting", "attend", "M1", NAME, "李雷")
    known("meeting", "say", "M1", "1", NAME, "不同意")
    known("meeting", "confirm", "M1", "--yes")
    forget(known, "P2")
    for words in (("meeting", "show", "M1"), ("meeting", "minutes", "M1")):
        told = known(*words, lang="en")
        assert "deleted as the law asks" in told.err
        assert "past this program" not in told.err
    assert "On 5 November 2026 what was said here of a person was deleted" in " ".join(
        told.out.split()
    )


SENTINEL = "赵钱孙李"


def table_info(connection: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    return connection.execute(f"PRAGMA table_info({table})").fetchall()


def telling_of(path: Path, tables: Iterable[str]) -> set[str]:
    """Return the tables in which the sentinel stands, or in the history of whose rows it does."""
    with closing(sqlite3.connect(path)) as connection:
        return {table for table in tables if _tells(connection, table)}


def _tells(connection: sqlite3.Connection, table: str) -> bool:
    columns = [*(name for _place, name, *_rest in table_info(connection, table))]
    either = " OR ".join(f"instr({column}, ?1)" for column in columns)
    history = "table_name = ?2 AND (instr(before, ?1) OR instr(after, ?1))"
    found = connection.execute(
        f"SELECT 1 FROM {table} WHERE {either} UNION SELECT 1 FROM row_change WHERE {history}",
        (SENTINEL, table),
    )
    return found.fetchone() is not None


def row_about(connection: sqlite3.Connection, table: str) -> dict[str, str]:
    """Return a row that tells a sentinel in every personal column that takes any text, as SQL."""
    [(sql,)] = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,))
    values = {ABOUT[table][0]: ""}
    if table == "post":
        values["ended_on"] = "'2026-01-01'"  # else it must stay
    for _place, name, kind, required, default, primary in table_info(connection, table):
        if primary or name in values:
            continue
        if name in PERSONAL[table] and name not in COUNTED.get(table, ()):
            values[name] = f"'{SENTINEL}'"
        elif required and default is None:
            values[name] = _any_value(kind, name, sql)
    return values


def _any_value(kind: str, name: str, sql: str) -> str:
    start = sql.find(f"{name} IN (")
    if start >= 0:
        return re.split(r"[,)]", sql[sql.index("(", start) + 1 :], maxsplit=1)[0].strip()
    return "1" if kind == "INTEGER" else "'x'"


def test_every_listed_column_of_her_own_rows_is_cleared(known: Jinlin) -> None:
    """Whatever a table is given to tell of a person, nothing of it is left."""
    telling = [
        table
        for table in sorted(ABOUT.keys() & PERSONAL.keys(), key=lambda table: ABOUT[table][1])[::-1]
        if not set(PERSONAL[table]) <= COUNTED.get(table, frozenset())
    ]
    with closing(sqlite3.connect(known.db)) as connection:
        rows = {table: row_about(connection, table) for table in telling}
    with as_a_command(known.db) as write:
        write("INSERT INTO field (scope, name, kind) VALUES ('member', 'x', 'text')")
        write("INSERT INTO meeting (number, type, title, held_at) VALUES (1, 'x', 'x', 'x')")
        for table, values in rows.items():
            key, parent = ABOUT[table]
            hers = "2" if parent == "person" else f"(SELECT id FROM {parent} WHERE person_id = 2)"
            values[key] = hers
            write(
                f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join(values.values())})"
            )
    assert telling_of(known.db, telling) == {*telling}
    forget(known, "P2")
    assert telling_of(known.db, telling) == set()
    assert SENTINEL.encode() not in known.db.read_bytes()


def test_every_personal_column_is_decided_on() -> None:
    """A table that tells of one person is in ABOUT; any other can hold her only in words."""
    for table, columns in PERSONAL.items():
        if table in ABOUT or table == "person" or table in KEPT:
            continue
        assert Content.PARTICULARS not in columns.values(), table


def test_the_lists_of_forgetting_speak_of_what_there_is(jinlin: Jinlin) -> None:
    with closing(sqlite3.connect(jinlin.db)) as connection:
        for table, (key, _parent) in ABOUT.items():
            assert key in {row[1] for row in table_info(connection, table)}
    for table, kept in COUNTED.items():
        assert kept <= set(PERSONAL[table])
    for table, duty in DUTIES.items():
        assert set(duty.keys) <= set(PERSON_KEYS[table])
    assert set(KEPT) <= set(PERSONAL)
    assert set(ENDED) <= set(ABOUT)
    assert DUTIES.keys() == REASONS.keys() == WAYS_OUT.keys()


def test_every_table_has_a_name_for_people() -> None:
    assert {*PERSONAL, *PERSON_KEYS, "entry"} <= TABLES.keys()


def test_a_file_that_cannot_be_written_anew_is_not_called_unchanged(
    known: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: object) -> None:
        raise StoreError("The disk is full; it is as it was before.")

    monkeypatch.setattr("jinlin.member.commands.people.forget.pack", full)
    told = known("member", "forget", NAME, "--yes", code=4, lang="en")
    assert "was forgotten and saved" in told.err
    assert "as it was" not in told.err
    assert known.sql("SELECT name FROM person WHERE number = 2") == [(FORGOTTEN,)]


def cared_for(jinlin: Jinlin, home: str, *, by: str = "本人") -> None:
    jinlin("household", "care", home, "--tag", "独居老人", "--consent-on", "2026-10-20",
           "--consent-by", by, "--note", "药放在冰箱上")  # fmt: skip
    jinlin("household", "visit", home, "--by", "林秀英", "--result", "药盒快用完", "--next",
           "2026-11-10")  # fmt: skip


def test_the_care_tag_and_the_visits_of_a_home_in_which_nobody_else_is_go_with_her(
    known: Jinlin,
) -> None:
    cared_for(known, "3-1-501")
    told = forget(known, "P2")
    assert (told["own"]["care"], told["own"]["visit"], told["shared"]) == (1, 1, {})
    left = bytes_of_all_files(known)
    for text in ("独居老人", "药放在冰箱上", "药盒快用完"):
        assert text.encode() not in left
    home = known("household", "show", "3-1-501", "--json").data
    assert (home["care"], home["next_visit_on"]) == ([], None)
    [visit] = home["visits"]
    assert (visit["visitors"], visit["result"]) == ("林秀英", None)
    assert broken_links(known) == []


def test_of_a_home_with_others_goes_what_says_it_is_hers_and_the_rest_is_named(
    known: Jinlin,
) -> None:
    known("household", "occupant", "3-1-501", "李雷")
    cared_for(known, "3-1-501", by=NAME)
    known("household", "visit", "3-1-501", "--by", "林秀英", "--met", NAME, "--result", "腿疼")
    known("household", "care", "3-1-501", "--tag", "残疾人", "--consent-on", "2026-10-20",
          "--consent-by", "李雷", "--person", "李雷")  # fmt: skip
    said = known("member", "forget", "P2", "--dry-run", lang="en").err
    assert "visits 1 (3-1-501). See: jinlin household show 3-1-501" in said
    told = forget(known, "P2")
    assert (told["own"]["care"], told["own"]["visit"], told["shared"]) == (1, 1, {"visit": 1})
    left = bytes_of_all_files(known)
    for text, stays in (("独居老人", False), ("腿疼", False), ("残疾人", True), ("药盒", True)):
        assert (text.encode() in left) is stays


@seeded
def sold(jinlin: Jinlin) -> Jinlin:
    """2-1-909 was 欧阳甲甲's (P2) up to 10-20, and is 司徒乙乙's (P3) since; a visit of each."""
    jinlin("building", "add", "2", "--floors", "10")
    jinlin("household", "add", "2-1-909", "--floor", "9", "--owner", "欧阳甲甲")
    for line in (
        "visit 2-1-909 --by 林秀英 --met 欧阳甲甲 --result 甲腿疼 --date 2026-10-01",
        "visit 2-1-909 --by 林秀英 --result 甲睡不好 --date 2026-10-02",
        "care 2-1-909 --tag 独居老人 --consent-on 2026-10-01 --consent-by 本人",
        "care 2-1-909 --tag 独居老人 --remove",
        "sell 2-1-909 --to 司徒乙乙 --date 2026-10-20 --yes",
        "visit 2-1-909 --by 林秀英 --result 乙有喜 --date 2026-10-25",
        "visit 2-1-909 --by 林秀英 --met 欧阳甲甲 --result 甲回来取信 --date 2026-10-26",
        "visit 2-1-909 --by 林秀英 --met 表姐王某 --result 不知是谁的 --date 2026-10-27",
    ):
        jinlin("household", *line.split())
    return jinlin


@pytest.mark.parametrize(
    ("who", "own", "shared", "gone"),
    [
        ("P3", {"visit": 1, "care": 0}, {"visit": 2}, {"乙有喜"}),
        ("P2", {"visit": 3, "care": 1}, {}, {"甲腿疼", "甲睡不好", "甲回来取信", "独居老人"}),
    ],
)
def test_who_owned_a_home_takes_along_what_tells_of_her_own_time_alone(
    sold: Jinlin, who: str, own: dict[str, int], shared: dict[str, int], gone: set[str]
) -> None:
    told = forget(sold, who)
    assert {table: told["own"].get(table, 0) for table in own} == own
    assert told["shared"] == shared
    left = bytes_of_all_files(sold)
    texts = ("甲腿疼", "甲睡不好", "独居老人", "乙有喜", "甲回来取信", "不知是谁的")
    assert {text for text in texts if text.encode() not in left} == gone


def test_a_tenant_who_moved_out_leaves_the_next_ones_visits(known: Jinlin) -> None:
    known("household", "occupant", "3-1-501", "王租", "--tenant", "--since", "2026-08-01")
    visit = ("household", "visit", "3-1-501", "--by", "林秀英")
    known(*visit, "--result", "煤气罐", "--date", "2026-09-10")
    known("household", "occupant", "3-1-501", "王租", "--left", "2026-09-30")
    known(*visit, "--result", "空屋", "--date", "2026-10-05")
    assert forget(known, "P2")["shared"] == {"visit": 1}
    left = bytes_of_all_files(known)
    assert ("煤气罐".encode() in left, "空屋".encode() in left) == (True, False)


def test_of_two_namesakes_in_one_home_none_takes_what_names_both(known: Jinlin) -> None:
    known("household", "occupant", "3-1-501", NAME, "--namesake")
    known("household", "visit", "3-1-501", "--by", "林秀英", "--met", NAME, "--result", "腿疼")
    assert forget(known, "P2")["shared"] == {"visit": 1}
    assert "腿疼".encode() in bytes_of_all_files(known)


def test_other_windows_can_write_while_the_backups_are_searched(
    known: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jinlin.person.erasure import copies

    def writes_meanwhile(*_given: object) -> copies.Copies:
        with closing(sqlite3.connect(known.db, timeout=0)) as connection:
            connection.execute("UPDATE counter SET value = value")
            connection.commit()
        return copies.Copies((), ())

    monkeypatch.setattr("jinlin.member.commands.people.forget.copies_telling", writes_meanwhile)
    forget(known, "P2")


def test_a_merge_that_was_undone_leaves_nothing_of_her_in_the_history_of_the_other(
    known: Jinlin,
) -> None:
    known("member", "add", "P2", "--party-state", "applicant", "--employer", "福州三中")
    known("member", "add", "P3", "--party-state", "applicant")
    known("member", "merge", "P2", "P3", "--yes")
    known("member", "edit", "P3", "--skill", "电工")
    known("undo")
    known("undo")
    told = forget(known, "P2")
    assert "person" not in told["kept"]
    for text in (PHONE, NAME, "福州三中"):
        assert text.encode() not in bytes_of_all_files(known)
    assert known.sql("SELECT phone FROM person WHERE number = 3") == [("13805910000",)]
    assert broken_links(known) == []
