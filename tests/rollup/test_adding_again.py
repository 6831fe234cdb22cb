"""Whatever the order, however often, and wherever an addition was cut short: the same figures."""

from __future__ import annotations

import os
import random
import signal
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import pytest
from harness import Jinlin
from hypothesis import given, settings
from hypothesis import strategies as st
from offices import add, begun, branch, bundle, kept, lake, made, send
from processes import forked, killed_after, needs_fork
from trust.conftest import SHARE

from jinlin.core.errors import StoreError
from jinlin.core.files import disk
from jinlin.rollup.office import archive
from jinlin.rollup.office import lake as lake_files
from jinlin.rollup.office.folder import OfficeFolder
from jinlin.rollup.office.ledger import reading_ledger
from jinlin.rollup.office.passing import pass_on

OCTOBER, SEPTEMBER = "2026-10", "2026-09"
MADE = {OCTOBER: "2026-11-03T08:00:00Z", SEPTEMBER: "2026-10-03T08:00:00Z"}
SENT = [
    (1, OCTOBER, 0), (1, OCTOBER, 1), (1, SEPTEMBER, 0), (2, OCTOBER, 0), (2, SEPTEMBER, 2),
    (9, OCTOBER, 0),
]  # fmt: skip
"""Branch, month and revision of what comes; the last is not in the tree."""


class State(NamedTuple):
    """What an office has counted and knows."""

    lake: dict[str, list[tuple[Any, ...]]]
    ledger: set[Any]


def state(at: OfficeFolder) -> State:
    with reading_ledger(at) as ledger:
        assert not ledger.running()
    assert not [*at.path.rglob("*.new"), *at.path.rglob(".staging")]
    return State(lake(at), kept(at))


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everything that comes, and a consignment with some of it that a street had earlier."""
    folder = tmp_path_factory.mktemp("sent")
    for number, period, revision in SENT:
        received = 10 * number + revision
        send(folder, number, revision, period=period, made=MADE[period], received=received)
    street = made(folder / "street")
    add(street, *sorted(folder.glob("*-r0.zip")))
    with reading_ledger(street) as ledger, (folder / "consignment.zip").open("wb") as file:
        pass_on(ledger, OCTOBER, file)
    return folder


@pytest.fixture(scope="module")
def clean(sent: Path, tmp_path_factory: pytest.TempPathFactory) -> State:
    at = made(tmp_path_factory.mktemp("clean") / "office")
    add(at, *sorted(sent.glob("*.zip")))
    return state(at)


@settings(max_examples=max(6, round(600 * SHARE)))
@given(st.data())
def test_any_order_repetition_and_split_gives_the_same(
    sent: Path, clean: State, data: st.DataObject
) -> None:
    files = sorted(sent.glob("*.zip"))
    order = data.draw(st.permutations(files))
    order += data.draw(st.lists(st.sampled_from(files), max_size=3))
    cuts = data.draw(st.lists(st.integers(0, len(order)), max_size=2).map(sorted))
    with tempfile.TemporaryDirectory(dir=sent) as folder:
        at = made(Path(folder, "office"))
        for begin, end in zip([0, *cuts], [*cuts, len(order)], strict=True):
            add(at, *order[begin:end])
        assert state(at) == clean


def ended(task: Callable[[], object]) -> int:
    """Carry a task out in a process of its own; return how that ended."""
    _child, status = os.waitpid(forked(task), 0)
    return os.waitstatus_to_exitcode(status)


def dying_at(number: int) -> Callable[..., None]:
    """Return what gives files their names, and ends the process before so many have got one."""
    named = iter(range(number))

    def give(draft: Path, path: Path) -> None:
        if next(named, None) is None:
            os._exit(9)
        disk.give_name(draft, path)

    return give


STEPS = 2 + 2 * 8 + 1
"""So many files an addition of two months names: two archives, eight tables each, the tree."""


@needs_fork
@pytest.mark.parametrize(
    "step", range(STEPS + 1) if SHARE > 0.01 else (0, 1, 2, 3, 12, STEPS)
)  # fmt: skip
def test_an_addition_that_dies_at_any_step_is_made_good_by_the_same_again(
    sent: Path, clean: State, tmp_path: Path, step: int
) -> None:
    at, files = made(tmp_path / "office"), sorted(sent.glob("*.zip"))

    def die() -> None:
        vars(archive)["give_name"] = vars(lake_files)["give_name"] = dying_at(step)
        add(at, *files)
        os._exit(9)

    assert ended(die) == 9
    add(at, *files)
    assert state(at) == clean


@needs_fork
@pytest.mark.parametrize("round_", range(max(2, round(100 * SHARE))))
def test_an_addition_that_is_killed_is_made_good_by_the_same_again(
    sent: Path, clean: State, tmp_path: Path, round_: int
) -> None:
    at, files = made(tmp_path / "office"), sorted(sent.glob("*.zip"))
    chance = random.Random(round_)

    def die() -> None:
        killed_after(chance.uniform(0.01, 0.3))
        add(at, *files)

    assert ended(die) in (0, -signal.SIGALRM)
    add(at, *files)
    assert state(at) == clean


@needs_fork
@pytest.mark.parametrize("most", [0, 400, 2_000, 5_000])
def test_a_full_disk_is_told_and_loses_nothing(
    sent: Path, clean: State, tmp_path: Path, most: int
) -> None:
    at, files = made(tmp_path / "office"), sorted(sent.glob("*.zip"))
    (at.path / "rollup.lock").touch(0o600)

    def fill() -> None:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
        try:
            add(at, *files)
        except StoreError:
            os._exit(4)

    assert ended(fill) == 4
    add(at, *files)
    assert state(at) == clean


def test_who_comes_second_waits_and_then_is_told(bare: Jinlin, impatient: None) -> None:
    at = begun(bare)
    path = send(bare.folder / "stick")
    with at.locked():
        assert "别的窗口" in bare("rollup", "add", path, code=4).err
    assert bare("rollup", "add", path, "--json").data["accepted"] == 1


@needs_fork
def test_who_comes_second_goes_on_when_the_first_has_ended(tmp_path: Path) -> None:
    at, path = made(tmp_path / "office"), send(tmp_path / "stick")

    def hold() -> None:
        with at.locked():
            (tmp_path / "held").touch()
            time.sleep(0.3)

    child = forked(hold)
    while not (tmp_path / "held").exists():
        time.sleep(0.01)
    assert add(at, path).states == {"accepted": 1}
    os.waitpid(child, 0)


def mutated(content: bytes, chance: random.Random) -> bytes:
    """Return a bundle to which something was done on its way."""
    copy = bytearray(content)
    for _each in range(chance.randint(1, 3)):
        at = chance.randrange(len(copy) or 1)
        match chance.randrange(5):
            case 0:
                copy[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del copy[at : at + chance.randint(1, 60)]
            case 2:
                copy[at:at] = chance.randbytes(chance.randint(1, 60))
            case 3:
                other = chance.randrange(len(copy) or 1)
                copy[at : at + 20] = copy[other : other + 20]
            case _:
                del copy[at:]
    return bytes(copy)


def test_whatever_is_done_to_a_bundle_no_other_content_is_counted(tmp_path: Path) -> None:
    chance = random.Random(0)
    stick, whole = tmp_path / "stick", bundle()
    stick.mkdir()
    count = round(100_000 * SHARE)
    for number in range(count):
        (stick / f"{number}.zip").write_bytes(mutated(whole, chance))
    at = made(tmp_path / "office")
    came = add(at, stick)
    assert sum(came.states.values()) + came.same + len(came.refused) == count
    assert set(came.states.values()) <= {1}
    assert {(one.why.value) for one in came.refused} <= {"damaged", "signature", "newer"}
    clean = made(tmp_path / "clean")
    add(clean, send(tmp_path / "whole"))
    assert lake(at) in (lake(clean), {})


def raised(*_words: object) -> NoReturn:
    raise AssertionError


def test_what_came_before_is_known_by_its_descriptor_alone(
    sent: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at, files = made(tmp_path / "office"), sorted(sent.glob(f"{branch(1)}*.zip"))
    add(at, *files)
    for name in ("judging.opened", "adding.lake_connection"):
        monkeypatch.setattr(f"jinlin.rollup.office.{name}", raised)
    assert add(at, *files).same == len(files)
