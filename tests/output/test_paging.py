"""A long result on a terminal stops at each full screen."""

from __future__ import annotations

import re
from typing import NamedTuple

import pytest
from harness import NOON, Jinlin, Stream, seeded

from jinlin.cli.main import run
from jinlin.core.call import Environment

LINES = 12


class Sat(NamedTuple):
    """What somebody saw who sat before a terminal."""

    out: str
    err: str

    @property
    def titles(self) -> list[str]:
        return re.findall(r"路灯不亮\d+", self.out)

    @property
    def stops(self) -> int:
        return self.err.count("回车")


@pytest.fixture(autouse=True)
def _screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINES", str(LINES))
    monkeypatch.setenv("COLUMNS", "80")


@seeded
def many(jinlin: Jinlin) -> Jinlin:
    titles = "\n".join(f"路灯不亮{n},设施,2026-11-01" for n in range(30))
    (jinlin.folder / "many.csv").write_text(f"事项,类别,反映时间\n{titles}\n", encoding="utf-8")
    jinlin("issue", "import", "many.csv", "--yes")
    return jinlin


def before(jinlin: Jinlin, *words: str, typed: str = "", **variables: str) -> Sat:
    """Type a command on a terminal, and what is typed while it waits."""
    stdout, stderr = Stream(terminal=True), Stream(terminal=True)
    environment = Environment(
        stdin=Stream(typed, terminal=True),
        stdout=stdout,
        stderr=stderr,
        variables={"JINLIN_DB": str(jinlin.db), "COLUMNS": "80", **variables},
        folder=jinlin.folder,
        now=lambda: NOON,
    )
    assert run(words, environment) == 0, stderr.written().decode()
    out = re.sub(r"\x1b\[[0-9;]*m", "", stdout.written().decode())
    return Sat(out, stderr.written().decode())


def test_enter_shows_the_next_screen_and_nothing_is_lost(many: Jinlin) -> None:
    sat = before(many, "issue", "list", typed="\n" * 9)
    assert len(set(sat.titles)) == 30
    assert sat.stops == len(sat.out.splitlines()) // (LINES - 2)
    assert sat.out == before(many, "issue", "list", "--yes").out


def test_no_more_is_shown_when_enough_was_seen(many: Jinlin) -> None:
    sat = before(many, "issue", "list", typed="q\n")
    assert sat.stops == 1
    assert len(sat.out.splitlines()) == LINES - 2


@pytest.mark.parametrize("typed", ["a\n", "全部\n", ""])
def test_all_of_it_is_shown_at_a_word_or_where_nobody_answers(many: Jinlin, typed: str) -> None:
    sat = before(many, "issue", "list", typed=typed)
    assert (sat.stops, len(sat.titles)) == (1, 30)


@pytest.mark.parametrize("words", [("--yes",), ("--json",), ("--csv",), ("--md",), ("--quiet",)])
def test_what_is_not_read_on_a_screen_does_not_stop(many: Jinlin, words: tuple[str, ...]) -> None:
    assert before(many, "issue", "list", *words, typed="q\n").stops == 0


@pytest.mark.parametrize("pager", ["", "cat"])
def test_it_does_not_stop_where_no_pager_is_wanted(many: Jinlin, pager: str) -> None:
    sat = before(many, "issue", "list", typed="q\n", PAGER=pager)
    assert (sat.stops, len(sat.titles)) == (0, 30)


def test_it_does_not_stop_once_that_was_set(many: Jinlin) -> None:
    many("config", "set", "分屏", "关")
    assert before(many, "issue", "list", typed="q\n").stops == 0
    many("config", "set", "分屏", "")
    assert before(many, "issue", "list", typed="q\n").stops == 1


def test_what_fits_does_not_stop(many: Jinlin) -> None:
    assert before(many, "issue", "list", "--limit", "3", typed="q\n").stops == 0


def test_a_pipe_and_a_listing_in_the_window_do_not_stop(many: Jinlin) -> None:
    assert "回车" not in many("issue", "list", typed="q\n").err


def test_the_day_and_a_page_stop_as_well(many: Jinlin) -> None:
    for words in (("today", "--all"), ("report", "monthly", "2026-11")):
        assert before(many, *words, typed="q\n").stops == 1
