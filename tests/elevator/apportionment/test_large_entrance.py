"""An entrance of 100 doors and a vote of 1 500 stay fast: a fixed number of questions."""

from __future__ import annotations

from typing import Any

import pytest
from harness import Jinlin

Home = tuple[str, str, str, int]
"""Building, entrance (or nothing), room, floor."""


def fill(jinlin: Jinlin, homes: list[Home]) -> None:
    """Record homes of 100 m² with an owner each."""
    lines = ["楼栋,单元,房号,楼层,专有面积,产权人"]
    lines += [f"{','.join(map(str, home))},100,业主{n}" for n, home in enumerate(homes)]
    (jinlin.folder / "房屋.csv").write_text("\n".join(lines) + "\n", "utf-8")
    jinlin("household", "import", "房屋.csv", "--yes")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Collect the statements that readers and writers run."""
    from jinlin.store.transaction.tx import Reader

    found: list[str] = []
    begin = Reader.__init__

    def watched(self: Any, connection: Any, *rest: Any) -> None:
        connection.set_trace_callback(
            lambda sql: found.append(sql) if not sql.startswith("--") else None
        )
        begin(self, connection, *rest)

    monkeypatch.setattr(Reader, "__init__", watched)
    return found


TOWER = [("3", "1", f"{floor}0{door}", floor) for floor in range(1, 26) for door in range(1, 5)]
SMALL = [("3", "1", f"{floor}0{door}", floor) for floor in range(1, 6) for door in range(1, 3)]


def opened(jinlin: Jinlin, homes: list[Home]) -> None:
    fill(jinlin, homes)
    jinlin("elevator", "add", "3-1", "--kind", "更换", "--responsible", "业委会")
    jinlin("elevator", "split", "--total", "98万", "--scheme", "gentle", "--save", "一", "--json")
    jinlin("elevator", "adopt", "--yes")


def test_a_hundred_doors_ask_no_more_than_ten(
    jinlin: Jinlin, tmp_path: Any, asked: list[str]
) -> None:
    """Only the rows of the history grow with what is written."""
    few = Jinlin(tmp_path / "few")
    few.folder.mkdir()
    few.db.write_bytes(jinlin.db.read_bytes())
    for house, homes in ((few, SMALL), (jinlin, TOWER)):
        opened(house, homes)
        house("elevator", "ballot", "open", "--closes", "11-20")
    for words in (
        ("status",),
        ("tally",),
        ("consult", "list", "--limit", "all"),
        ("sheet", "--all", "--json"),
        ("consult", "3-1-502", "同意", "--by", "李华,王芳"),
    ):
        counts = []
        for house in (few, jinlin):
            asked.clear()
            house("elevator", *words)
            counts.append(len(asked))
        assert counts[0] == counts[1] > 0, words


def test_fifteen_hundred_doors_are_counted_and_taken_over_at_once(
    jinlin: Jinlin, asked: list[str]
) -> None:
    homes = TOWER + [
        (str(building), "", f"{floor}{door:02d}", floor)
        for building in range(10, 24)
        for floor in range(1, 21)
        for door in range(1, 6)
    ]
    opened(jinlin, homes)
    jinlin("elevator", "ballot", "open", "--closes", "11-20", "--scope", "complex")
    lines = ["地址,表态"]
    lines += [
        f"{'-'.join(part for part in (code, entrance, room) if part)},同意"
        for code, entrance, room, _floor in homes
    ]
    (jinlin.folder / "票.csv").write_text("\n".join(lines) + "\n", "utf-8")
    got = jinlin("elevator", "ballot", "import", "票.csv", "--yes", "--json").data
    assert got["added"] == len(homes) == 1500
    asked.clear()
    vote = jinlin("elevator", "tally", "--question", "scheme", "--json").data["votes"][0]
    assert (vote["in_favour"]["heads"], vote["passed"]) == (1500, True)
    assert len(asked) < 30
