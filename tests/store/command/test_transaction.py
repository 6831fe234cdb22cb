"""One command, one transaction, two doors: all of it is kept, or nothing is."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from calls import call_in
from harness import Jinlin
from sqlmodel import select

from jinlin.complex.building.buildings import BUILDINGS
from jinlin.core.errors import RuleError, StoreError
from jinlin.core.i18n import Message
from jinlin.store.command.command import reading, writing
from jinlin.store.transaction.tx import AlreadyDone, Tx

BuildingModel: Any = BUILDINGS.model()
Building: Any = partial(BuildingModel, floors_below=0, stilt_floor=0, elevator=0)


def describe(tx: Tx) -> None:
    tx.describe(Message("something"), reverse=Message("not something"), subject="7")


def codes(jinlin: Jinlin) -> list[str]:
    return [code for (code,) in jinlin.sql("SELECT code FROM building ORDER BY id")]


def entries(jinlin: Jinlin) -> int:
    return int(jinlin.sql("SELECT count(*) FROM entry")[0][0])


def test_a_command_leaves_one_entry_however_many_rows_it_writes(jinlin: Jinlin) -> None:
    before = entries(jinlin)
    with writing(call_in(jinlin.folder, user="陈书记", command="building add")) as tx:
        tx.session.add(Building(code="1"))
        tx.insert("building", code="2")
        tx.insert_many("building", ("code", "floors"), [("3", 7), ("4", 18)])
        describe(tx)
    assert codes(jinlin) == ["1", "2", "3", "4"]
    assert entries(jinlin) == before + 1
    [(seq, user, command, kind, subject)] = jinlin.sql(
        "SELECT seq, user, command, kind, subject FROM entry ORDER BY seq DESC LIMIT 1"
    )
    assert (user, command, kind, subject) == ("陈书记", "building add", "do", "7")
    assert jinlin.sql("SELECT count(*) FROM row_change WHERE entry = ?", seq) == [(4,)]


def test_a_command_that_changes_nothing_leaves_no_entry(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    with writing(call_in(jinlin.folder)) as tx:
        describe(tx)


def test_an_update_to_the_same_values_is_no_change(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3", "--floors", "7")
    before = entries(jinlin)
    with writing(call_in(jinlin.folder)) as tx:
        tx.write("UPDATE building SET floors = 7")
        assert not tx.changed
    assert entries(jinlin) == before


@pytest.mark.parametrize("before", ["0", ""])
def test_a_refused_part_is_taken_back_through_both_doors_and_its_tables_watched_anew(
    jinlin: Jinlin, before: str
) -> None:
    with writing(call_in(jinlin.folder)) as tx:
        if before:
            tx.session.add(Building(code=before))
        with contextlib.suppress(RuleError), tx.savepoint():
            tx.session.add(Building(code="1"))
            tx.insert("building", code="2")
            number = tx.next_number("issue-2026")
            describe(tx)
            raise RuleError("no")
        tx.session.add(Building(code="3"))
        tx.insert("building", code="4")
        assert tx.next_number("issue-2026") == number
    assert codes(jinlin) == [*before, "3", "4"]
    [(seq, subject)] = jinlin.sql("SELECT seq, subject FROM entry ORDER BY seq DESC LIMIT 1")
    assert subject == ""
    kept = jinlin.sql("SELECT count(*) FROM row_change WHERE entry = ?", seq)
    assert kept == [(len(codes(jinlin)),)]


@pytest.mark.parametrize("stop", [RuntimeError, KeyboardInterrupt])
def test_a_command_that_is_stopped_leaves_nothing(
    jinlin: Jinlin, unchanged: Callable[[], None], stop: type[BaseException]
) -> None:
    def stopped() -> None:
        with writing(call_in(jinlin.folder)) as tx:
            tx.session.add(Building(code="1"))
            tx.insert("building", code="2")
            tx.next_number("issue-2026")
            describe(tx)
            raise stop

    with pytest.raises(stop):
        stopped()


def test_ctrl_c_in_the_middle_of_a_command_leaves_nothing_and_says_so(
    jinlin: Jinlin, unchanged: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_register: object, tx: Tx, *_words: object) -> None:
        tx.insert("building", code="9")
        raise KeyboardInterrupt

    monkeypatch.setattr("jinlin.output.register.register.Register.add", interrupted)
    outcome = jinlin("building", "add", "3", code=130, lang="en")
    assert outcome.out == ""
    assert outcome.err == "Stopped; nothing was changed.\n"


def test_a_rehearsal_leaves_the_file_byte_for_byte(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    assert jinlin("building", "add", "3", "--dry-run", "--json").data["dry_run"] is True


def test_a_rehearsal_larger_than_the_page_cache_leaves_the_file_too(
    jinlin: Jinlin, unchanged: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jinlin.store.file.connection.CACHE_KIBIBYTES", 256)
    before = jinlin.db.read_bytes()
    with writing(call_in(jinlin.folder, dry_run=True)) as tx:
        tx.insert_many(
            "building", ("code", "note"), ((f"B{n}", "很长的备注" * 60) for n in range(1000))
        )
        assert jinlin.db.read_bytes() == before
        describe(tx)


def test_each_door_sees_what_the_other_wrote(jinlin: Jinlin) -> None:
    with writing(call_in(jinlin.folder)) as tx:
        tx.session.add(Building(code="1", floors=6))
        assert tx.value("SELECT floors FROM building WHERE code = '1'") == 6
        row = tx.insert("building", code="2", floors=7)
        found = tx.session.exec(select(BuildingModel).where(BuildingModel.code == "2")).one()
        assert (found.id, found.floors) == (row, 7)
        tx.update("building", row, floors=8)
        assert found.floors == 8
        found.floors = 9
        assert tx.value("SELECT floors FROM building WHERE id = ?", (row,)) == 9
        describe(tx)
    assert jinlin.sql("SELECT code, floors FROM building") == [("1", 6), ("2", 9)]


@pytest.mark.parametrize("ending", ["commit", "rollback", "close"])
def test_a_session_never_ends_the_transaction(
    jinlin: Jinlin, unchanged: Callable[[], None], ending: str
) -> None:
    def stray() -> None:
        with writing(call_in(jinlin.folder)) as tx:
            tx.insert("building", code="1")
            tx.session.add(Building(code="2"))
            tx.session.flush()
            getattr(tx.session, ending)()
            assert tx.connection.in_transaction
            assert tx.value("SELECT count(*) FROM building WHERE code = '1'") == 1
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stray()


def test_a_broken_constraint_undoes_what_came_through_both_doors(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    def broken() -> None:
        with writing(call_in(jinlin.folder)) as tx:
            tx.session.add(Building(code="1"))
            tx.insert("building", code="2")
            tx.insert("building", code="3", floors=-1)

    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        broken()


def test_both_doors_fail_with_the_same_error(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    def broken() -> None:
        with writing(call_in(jinlin.folder)) as tx:
            tx.session.add(Building(code="林秀英", floors=-1))
            tx.session.flush()

    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        broken()


def test_two_sessions_at_once_write_each_into_its_own_file(jinlin: Jinlin) -> None:
    other = Jinlin(jinlin.folder / "别处")
    other.folder.mkdir()
    other.db.write_bytes(jinlin.db.read_bytes())
    with writing(call_in(jinlin.folder)) as here, writing(call_in(other.folder)) as there:
        for tx in (here, there):
            assert not tx.session.new
        there.session.add(Building(code="2"))
        here.session.add(Building(code="1"))
    assert (codes(jinlin), codes(other)) == (["1"], ["2"])


def test_a_link_to_nowhere_is_refused(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    with (
        pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"),
        writing(call_in(jinlin.folder)) as tx,
    ):
        tx.insert("household", building_id=99, room="101", floor=1)


def test_a_change_outside_a_command_is_refused(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    connection = sqlite3.connect(jinlin.db)
    with pytest.raises(sqlite3.IntegrityError, match="outside a command"):
        connection.execute("INSERT INTO building (code) VALUES ('7')")
    connection.close()


def test_an_operation_is_carried_out_once_and_gives_the_same_number_again(jinlin: Jinlin) -> None:
    first = jinlin("building", "add", "3", "--operation", "早上-1", "--quiet")
    before = jinlin.db.read_bytes()
    again = jinlin("building", "add", "3", "--operation", "早上-1", "--quiet")
    assert again.out == first.out == "3\n"
    assert jinlin.db.read_bytes() == before
    assert codes(jinlin) == ["3"]
    told = jinlin("building", "add", "3", "--operation", "早上-1", lang="en")
    assert told.out == "This was done before and is not done again: Added building 3\n"


def test_a_repeated_operation_is_known_before_anything_is_checked(jinlin: Jinlin) -> None:
    call = call_in(jinlin.folder, operation="x")
    with writing(call) as tx:
        tx.insert("building", code="1")
        describe(tx)
    with pytest.raises(AlreadyDone) as answer, writing(call):
        pytest.fail("the command ran a second time")
    assert answer.value.subject == "7"


def test_a_failed_operation_may_be_tried_again(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3", "--floors", "0", "--operation", "a", code=2)
    jinlin("building", "add", "3", "--floors", "7", "--operation", "a")
    assert codes(jinlin) == ["3"]


def test_numbers_are_given_once_and_not_used_up_by_a_failure(jinlin: Jinlin) -> None:
    call = call_in(jinlin.folder)
    with writing(call) as tx:
        assert [tx.next_number("series"), tx.next_number("series")] == [1, 2]
        tx.insert("building", code="1")
    with pytest.raises(sqlite3.IntegrityError), writing(call) as tx:
        tx.insert("building", code="2", floors=-tx.next_number("series"))
    with writing(call) as tx:
        assert tx.next_number("series") == 3
        assert tx.next_number("other") == 1


def test_a_reader_cannot_write(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    with (
        pytest.raises(StoreError),
        reading(call_in(jinlin.folder)) as reader,
    ):
        reader.rows("UPDATE building SET note = 'x'")


@pytest.mark.parametrize(
    ("option", "variable", "who"),
    [(["--user", "甲"], "乙", "甲"), ([], "乙", "乙"), ([], None, "林秀英")],
)
def test_the_entry_names_who_wrote(
    jinlin: Jinlin, option: list[str], variable: str | None, who: str
) -> None:
    if variable:
        jinlin.variables["JINLIN_USER"] = variable
    jinlin("building", "add", "3", *option)
    assert jinlin.sql("SELECT user FROM entry ORDER BY seq DESC LIMIT 1") == [(who,)]


def test_a_broken_rule_in_the_middle_leaves_nothing(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    assert jinlin("building", "add", "3", "--floors", "200", "--json", code=2).out == ""


def test_an_operation_id_is_for_the_same_words_only(jinlin: Jinlin) -> None:
    first = jinlin("building", "add", "3", "--floors", "7", "--operation", "x1", "--json").data
    before = jinlin.db.read_bytes()
    again = jinlin("building", "add", "3", "--floors", "7", "--operation", "x1", "--json").data
    assert again["repeated"] is True
    assert "repeated" not in first
    for words in (("3", "--floors", "8"), ("4", "--floors", "7"), ("3",)):
        error = jinlin(
            "building", "add", *words, "--operation", "x1", "--json", code=2, lang="en"
        ).error
        assert "with other words" in error["message"]
    assert jinlin.db.read_bytes() == before


def test_what_only_shows_something_is_shown_under_any_operation(jinlin: Jinlin) -> None:
    jinlin("member", "add", "张美华", "--phone", "13812345678", "--operation", "w1")
    assert jinlin("member", "list", "--operation", "w1").out != ""
    for _again in range(2):
        assert "13812345678" in jinlin("member", "list", "--unmask", "--operation", "r1").out
        assert "张" in jinlin("member", "list", "--operation", "r1").out


def test_an_operation_that_needs_no_database_reads_none(jinlin: Jinlin) -> None:
    jinlin.db.write_bytes(b"not ours" * 100)
    jinlin("elevator", "schemes", "--operation", "q1")
    jinlin("issue", "list", "--operation", "q1", code=4)


def test_an_operation_that_was_a_look_brings_no_older_file_up_to_date(jinlin: Jinlin) -> None:
    jinlin.db.unlink()
    with contextlib.closing(sqlite3.connect(jinlin.db)) as old:
        old.executescript((Path(__file__).parents[2] / "data" / "version1.sql").read_text("utf-8"))
    before = jinlin.db.read_bytes()
    jinlin("db", "check", "--operation", "q1", code=None)
    assert jinlin.db.read_bytes() == before


def test_an_operation_of_a_file_that_cannot_be_looked_at_is_told_like_any_other(
    jinlin: Jinlin,
) -> None:
    words = ("issue", "import", f"{'很' * 100}.csv", "--yes", "--json")
    told = jinlin(*words, code=5).error
    assert jinlin(*words, "--operation", "p1", code=5).error == told
    assert "文件名太长" in told["message"]


def test_an_operation_that_was_undone_since_is_not_called_done(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3", "--operation", "x1")
    jinlin("undo")
    before = jinlin.db.read_bytes()
    error = jinlin("building", "add", "3", "--operation", "x1", "--json", code=1, lang="en").error
    assert "undone since" in error["message"]
    assert "another --operation" in error["hint"]
    assert jinlin.db.read_bytes() == before
    jinlin("redo")
    assert jinlin("building", "add", "3", "--operation", "x1", "--json").data["repeated"] is True


def test_an_operation_is_repeated_whatever_its_words_are_read_as(jinlin: Jinlin) -> None:
    jinlin("config", "set", "书记", "杨卫国", "--operation", "c1")
    assert jinlin("config", "set", "书记", "杨卫国", "--operation", "c1", "--json").data["repeated"]
    jinlin("config", "set", "书记", "王强", "--operation", "c1", code=2)
