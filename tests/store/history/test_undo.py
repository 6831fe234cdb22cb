"""Taking commands back: as a whole, in order, or not at all."""

from __future__ import annotations

import itertools
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from calls import call_in
from harness import Jinlin
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store.meddling import meddle

from jinlin.core.call import Call, Environment
from jinlin.core.i18n import Message
from jinlin.store.command.command import writing
from jinlin.store.history.undo import reverse, to_undo


def test_undo_and_redo_walk_through_several_commands(jinlin: Jinlin) -> None:
    states = [jinlin.dump()]
    for code in ("1", "2", "3"):
        jinlin("building", "add", code)
        states.append(jinlin.dump())
    for state in reversed(states[:-1]):
        jinlin("undo")
        assert jinlin.dump() == state
    for state in states[1:]:
        jinlin("redo")
        assert jinlin.dump() == state
    jinlin("undo")
    assert jinlin.dump() == states[2]


def test_undo_says_what_it_took_back(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    undone = jinlin("undo", "--json", lang="en").data
    assert undone["subject"] == "3"
    assert undone["did"] == "Undone: remove building 3"
    assert jinlin("redo", "--json", lang="en").data["did"] == "Done again: Added building 3"
    assert jinlin("undo", "--json", lang="en").data["did"] == "Undone: remove building 3"


@pytest.mark.parametrize("verb", ["undo", "redo"])
def test_with_nothing_to_take_back_nothing_happens(
    jinlin: Jinlin, unchanged: Callable[[], None], verb: str
) -> None:
    assert jinlin(verb, "--json", code=1, lang="en").error["message"].startswith("There is nothing")


def test_something_new_after_an_undo_ends_redo(jinlin: Jinlin) -> None:
    jinlin("building", "add", "1")
    jinlin("undo")
    jinlin("building", "add", "2")
    jinlin("redo", code=1)
    jinlin("undo")
    assert jinlin("building", "list", "--json").data == []


def test_a_rehearsed_undo_changes_nothing(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    before = jinlin.db.read_bytes()
    jinlin("undo", "--dry-run")
    assert jinlin.db.read_bytes() == before


def test_an_old_command_that_later_work_built_on_is_not_taken_back(jinlin: Jinlin) -> None:
    """Undo goes from the latest backwards; a repaired row in between stops it in words."""
    jinlin("building", "add", "3")
    meddle(jinlin, "UPDATE building SET floors = 9")
    before = jinlin.db.read_bytes()
    error = jinlin("undo", "--json", code=1, lang="en").error
    assert error["kind"] == "rule"
    assert "no longer as that command left it" in error["message"]
    assert jinlin.db.read_bytes() == before


def test_a_number_given_once_is_not_given_again_after_undo(jinlin: Jinlin) -> None:
    first = jinlin("issue", "add", "路灯不亮", "--category", "设施", "--quiet").out.strip()
    jinlin("undo")
    second = jinlin("issue", "add", "电梯异响", "--category", "设施", "--quiet").out.strip()
    assert first.endswith("0001")
    assert second.endswith("0002")


BUILDINGS = st.sampled_from(["1", "2", "3", "A"])
TITLES = st.sampled_from(["路灯不亮", "楼道堆物", "漏水"])
COMMANDS = st.one_of(
    st.tuples(st.just("building"), st.just("add"), BUILDINGS),
    st.tuples(st.just("issue"), st.just("add"), TITLES, st.just("--category"), st.just("设施")),
    st.tuples(st.just("issue"), st.just("note"), st.integers(1, 4).map(str), st.just("已联系物业")),
    st.tuples(
        st.just("issue"), st.just("close"), st.integers(1, 4).map(str), st.just("--result"),
        st.just("已修好"),
    ),
    st.tuples(st.just("issue"), st.just("reopen"), st.integers(1, 4).map(str), st.just("--reason"), st.just("又坏了")),
    st.tuples(
        st.just("meeting"), st.just("add"), st.just("支委会"), st.just("--type"), st.just("支委会"),
    ),
    st.tuples(st.just("meeting"), st.just("resolve"), st.just("M1"), st.just("同意")),
)  # fmt: skip


@settings(
    max_examples=3, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(commands=st.lists(COMMANDS, min_size=5, max_size=7))
def test_undoing_everything_one_by_one_gives_each_state_back(
    jinlin: Jinlin, commands: list[tuple[str, ...]]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "jinlin.db").write_bytes(jinlin.db.read_bytes())
        fresh = Jinlin(Path(folder))
        states = [fresh.dump()]
        for words in commands:
            outcome = fresh(*words, "--yes", "--json", code=None)
            assert outcome.code in (0, 1, 2, 3), outcome
            state = fresh.dump()
            if state != states[-1]:
                states.append(state)
        for state in reversed(states[:-1]):
            fresh("undo", "--yes")
            assert fresh.dump() == state
        fresh("undo", "--yes", code=1)
        assert fresh.sql("PRAGMA foreign_key_check") == []


def test_many_changes_of_the_same_rows_are_taken_back_in_order(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Batches of one and of many, codes that change hands, rows made, changed and deleted."""
    monkeypatch.setattr("jinlin.store.history.restoring.AT_ONCE", 4)
    for code in ("1", "2", "3"):
        jinlin("building", "add", code)
    before = jinlin.dump()
    environment = Environment.of_process()._replace(now=lambda: jinlin.now, variables={})
    call = Call(environment=environment, command="exercise", database=str(jinlin.db))
    with writing(call) as tx:
        for old, new in (("1", "x"), ("2", "1"), ("x", "2")):
            tx.write("UPDATE building SET code = ? WHERE code = ?", (new, old))
        tx.insert_many("building", ("id", "code"), [(100 + n, f"N{n}") for n in range(9)])
        tx.write("UPDATE building SET floors = id WHERE id >= 100")
        tx.write("UPDATE building SET floors = 7")
        tx.write("DELETE FROM building WHERE code IN ('3', 'N3', 'N4')")
        tx.insert("building", id=200, code="3")
        tx.describe(Message("exercised"), reverse=Message("exercise undone"))
    after = jinlin.dump()
    jinlin("undo", "--yes")
    assert jinlin.dump() == before
    jinlin("redo", "--yes")
    assert jinlin.dump() == after


def tick(ticks: Iterator[int]) -> None:
    """Count; None lets SQLite go on."""
    next(ticks)


def test_four_times_the_homes_take_four_times_the_steps_to_take_back(jinlin: Jinlin) -> None:
    """Were ids set again, SQLite would look through the owners of all homes for each home."""
    jinlin("building", "add", "3")
    steps, first = [], 1
    for last in (400, 1600):
        new = range(first, last + 1)
        with writing(call_in(jinlin.folder)) as tx:
            homes = [(home, 1, str(home), 1) for home in new]
            tx.insert_many("household", ("id", "building_id", "room", "floor"), homes)
            tx.insert_many("ownership", ("household_id", "person_id"), [(home, 1) for home in new])
            tx.describe(Message("exercised"), reverse=Message("exercise undone"))
        with writing(call_in(jinlin.folder)) as tx:
            tx.write("UPDATE household SET floor = 2")
            tx.describe(Message("exercised"), reverse=Message("exercise undone"))
        ticks = itertools.count()
        with writing(call_in(jinlin.folder)) as tx:
            tx.connection.set_progress_handler(partial(tick, ticks), 1000)
            reverse(tx, to_undo(tx))
            tx.connection.set_progress_handler(None, 0)
        steps.append(next(ticks))
        first = last + 1
    assert steps[1] < 6 * steps[0]
    assert jinlin.sql("SELECT DISTINCT floor FROM household") == [(1,)]


def test_several_steps_are_shown_and_undone_each_as_its_own_entry(jinlin: Jinlin) -> None:
    for code in "345":
        jinlin("building", "add", code)
    jinlin("undo", "2", code=2)  # nobody to ask
    seen = jinlin("undo", "2", "--dry-run", lang="en").err
    assert seen.count("To be undone") == 2
    assert jinlin.sql("SELECT count(*) FROM building WHERE removed_at IS NULL") == [(3,)]
    assert jinlin("undo", "2", "--yes", "--json").data["count"] == 2
    assert jinlin.sql("SELECT count(*) FROM building WHERE removed_at IS NULL") == [(1,)]
    jinlin("redo")
    jinlin("redo")
    assert jinlin.sql("SELECT count(*) FROM building WHERE removed_at IS NULL") == [(3,)]
    jinlin("undo", "9", "--yes", code=1)


def test_several_steps_are_done_again_and_undo_goes_back_to_a_command(jinlin: Jinlin) -> None:
    for code in "3456":
        jinlin("building", "add", code)
    seq = jinlin("log", "--json").data[2]["seq"]  # building 4
    assert jinlin("undo", "--to", seq, "--yes", "--json").data["count"] == 2
    assert jinlin.sql("SELECT count(*) FROM building WHERE removed_at IS NULL") == [(2,)]
    jinlin("undo", "--to", 99, "--yes", code=3)
    jinlin("undo", "2", "--to", "3", "--yes", code=2)
    jinlin("redo", "3", "--yes", code=1)
    assert jinlin("redo", "2", "--yes", "--json").data["count"] == 2
    assert jinlin.sql("SELECT count(*) FROM building WHERE removed_at IS NULL") == [(4,)]


def test_several_steps_that_were_stopped_go_on_under_the_same_operation(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jinlin.cli.history import reversal

    for code in "34567":
        jinlin("building", "add", code)
    act, count = reverse, iter(range(99))

    def stopped(*words: Any) -> Any:
        if next(count) == 4 + 2:  # four were rehearsed before
            raise KeyboardInterrupt
        return act(*words)

    monkeypatch.setattr(reversal, "reverse", stopped)
    jinlin("undo", "4", "--yes", "--operation", "x1", code=130)
    assert jinlin.sql("SELECT count(*) FROM building WHERE removed_at IS NULL") == [(3,)]
    jinlin("undo", "4", "--yes", "--operation", "x1")
    assert jinlin.sql("SELECT count(*) FROM building WHERE removed_at IS NULL") == [(1,)]
    jinlin("undo", "4", "--yes", "--operation", "x1")
    assert jinlin.sql("SELECT count(*) FROM building WHERE removed_at IS NULL") == [(1,)]


@pytest.mark.parametrize(
    ("others", "operations"), [("2026", ("2026",)), ("a", ("?", "[ab]")), ("a[b", ("a[b",))]
)
def test_ids_that_begin_alike_are_no_steps_of_an_operation(
    jinlin: Jinlin, others: str, operations: tuple[str, ...]
) -> None:
    for number in "1234":
        jinlin("building", "add", number, "--operation", f"{others}/{number}")
    before = jinlin.db.read_bytes()
    for operation in operations:
        jinlin.db.write_bytes(before)
        for verb, more, left in (("undo", "/7", 2), ("redo", "/7/1", 4), ("undo", "", 2)):
            words = (verb, "2", "--operation", operation + more, "--yes", "--json")
            assert jinlin(*words).data["count"] == 2
            assert jinlin.sql("SELECT count(*) FROM building") == [(left,)]


def test_an_operation_that_was_stopped_is_not_gone_on_with_in_other_words(
    jinlin: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    from jinlin.cli.history import reversal

    for code in "34567":
        jinlin("building", "add", code)
    act, count = reverse, iter(range(99))

    def stopped(*words: Any) -> Any:
        if next(count) == 3 + 2:  # three were rehearsed before
            raise KeyboardInterrupt
        return act(*words)

    monkeypatch.setattr(reversal, "reverse", stopped)
    jinlin("undo", "3", "--yes", "--operation", "x1", code=130)
    before = jinlin.db.read_bytes()
    for words in (("undo", "2"), ("redo", "2"), ("undo", "--to", "2")):
        told = jinlin(*words, "--yes", "--operation", "x1", "--json", code=2, lang="en")
        assert "“x1” was used before" in told.error["message"]
    assert jinlin.db.read_bytes() == before


def test_undo_to_a_command_that_was_undone_and_done_again_leaves_it(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    [line, *_older] = jinlin("log", "--json").data
    jinlin("undo")
    jinlin("undo", "--to", line["seq"], "--yes", code=1)  # it does not stand
    jinlin("redo")
    jinlin("building", "add", "4")
    assert jinlin("undo", "--to", line["seq"], "--yes", "--json").data["count"] == 1
    assert [b["building"] for b in jinlin("building", "list", "--json").data] == ["3"]
    jinlin("undo", "--to", line["seq"], "--yes", code=1)  # nothing more came after it
    jinlin("undo", "--to", "99", "--yes", code=3)


@pytest.mark.parametrize(
    ("words", "range_"),
    [(("undo", "100"), "请填1到99"), (("undo", "0"), "请填1到99"), (("redo", "100"), "请填1到99"),
     (("undo", "--to", "0"), "请填1或更大的数")],
)  # fmt: skip
def test_a_number_out_of_range_is_told_the_range(
    jinlin: Jinlin, words: tuple[str, ...], range_: str
) -> None:
    assert range_ in jinlin(*words, code=2).err


def test_redo_speaks_of_what_it_does_again(jinlin: Jinlin) -> None:
    assert "重做几步" in jinlin("redo", "--help").out


def test_what_holds_somebody_forgotten_is_not_offered_and_the_step_is_named(
    jinlin: Jinlin,
) -> None:
    jinlin("member", "add", "张美华", "--affiliation", "none")
    jinlin("member", "forget", "张美华", "--yes")
    before = jinlin.db.read_bytes()
    told = jinlin("undo", code=1, lang="en").err
    assert "Command 2" in told
    assert "--yes" not in told
    for code in "34":
        jinlin("building", "add", code)
    before = jinlin.db.read_bytes()
    told = jinlin("undo", "3", "--yes", code=1, lang="en").err
    assert "Command 2" in told
    assert "Nothing was changed" in told
    assert "To be undone" not in told
    assert jinlin.db.read_bytes() == before
    jinlin("undo", "2", "--yes")
