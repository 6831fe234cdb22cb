"""Nothing that anybody typed about a person is in anything that leaves a branch or an office."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path
from typing import Final, NamedTuple

from harness import Jinlin
from offices import STREET, branch, lake
from trust.conftest import SHARE

from jinlin.rollup.office.folder import OfficeFolder

_RARE: Final = "燚翀珝瓮蠹蟊赟堃喆垚淼焱犇骉麤羴猋鱻蕤薿蘅芃茠荺莜菡萏蒗蓂蓊蔌蕖藦"
"""Characters that stand in no text of the program."""
COMPLEXES: Final = 4
HOMES: Final = max(10, round(3_000 * SHARE / COMPLEXES))
"""So many homes each complex has: 3 000 together in the full count."""
CATEGORIES: Final = ("公共照明", "卫生保洁", "消防通道", "其他邻里矛盾", "物业收费")

SECRETARY, CLERK, CLERKS_PHONE = "赵翀珝", "赟堃喆", "13980000001"


class Planted(NamedTuple):
    """What is typed about a home."""

    room: str
    name: str
    phone: str
    text: str


def planted(complex_: int) -> list[Planted]:
    chance = random.Random(complex_)
    homes = []
    names = chance.sample([*permutations(_RARE, 2)], HOMES)
    for number in range(HOMES):
        building, floor, door = number // 90, number // 6 % 15 + 1, number % 6 + 1
        homes.append(
            Planted(
                f"88{building}-{complex_}-{floor}{door:02}",
                "王" + "".join(names[number]),
                f"139{complex_}{7_000_000 + number}",
                "".join(chance.sample(_RARE, 4)),
            )
        )
    return homes


def said(home: Planted) -> str:
    """What is typed of an issue: its title is public on a board, and who is named in it is not."""
    return f"{home.room}{home.name}家{home.text}不亮 {home.phone}"


def lived_in(jinlin: Jinlin, complex_: int) -> list[Planted]:
    """Make the database of a complex: homes, owners, an issue of each, members, a service."""
    jinlin.variables["JINLIN_DB"] = str(jinlin.folder / f"{complex_}.db")
    jinlin("init", "--name", "梅苑小区", "--yes")
    jinlin("config", "set", "secretary", SECRETARY)
    jinlin("branch", "edit", "--organisation", branch(complex_))
    homes = planted(complex_)
    for building in sorted({one.room.partition("-")[0] for one in homes}):
        jinlin("building", "add", building, "--floors", "15")
    rows = [f"{','.join(one.room.split('-'))},90,{one.name},{one.phone}" for one in homes]
    table = jinlin.folder / "房屋.csv"
    table.write_text("楼栋,单元,房号,面积,业主姓名,联系电话\n" + "\n".join(rows), "utf-8")
    jinlin("household", "import", table, "--yes", "--source", "街道", "--basis", "业主同意")
    rows = [
        f"2026-10-{number % 28 + 1:02},{said(one)},{CATEGORIES[number % 5]},{one.room},{one.name},"
        f"{one.phone},{'2026-10-30' if number % 3 else ''}"
        for number, one in enumerate(homes)
    ]  # fmt: skip
    table = jinlin.folder / "事项.csv"
    table.write_text("日期,事项,类别,房号,反映人,电话,办结日期\n" + "\n".join(rows), "utf-8")
    jinlin("issue", "import", table, "--yes")
    jinlin("issue", "close", "1", f"{homes[0].text}已换", "--solved", "2026-10-31", "--at",
           "2026-10-31")  # fmt: skip
    jinlin("member", "add", homes[1].name)
    jinlin("notice", "post", "--from", "事项", "--of", "10", "--place", "大厅", "--yes")
    jinlin("report", "monthly", "2026-10", "--final")
    return homes


def told(path: Path) -> Iterator[str]:
    """Everything that can be read in a file, and in the files within it."""
    yield path.name
    yield from told_by(path.read_bytes())


def told_by(content: bytes) -> Iterator[str]:
    if content[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name
                yield from told_by(archive.read(name))
    else:
        yield content.decode("utf-8", "ignore")


def files_in(jinlin: Jinlin, *names: str) -> list[Path]:
    return [path for name in names for path in (jinlin.folder / name).rglob("*") if path.is_file()]


def words_of(texts: Iterable[str]) -> str:
    """Every run of characters, of figures and of signs once: so little that all is searched."""
    found: set[str] = set()
    for text in texts:
        found.update(re.findall(r"[\u3400-\u9fff]+|[0-9-]+", text))
    return "\n".join(sorted(found))


def test_nothing_that_was_typed_of_a_person_leaves_the_branch_or_the_office(bare: Jinlin) -> None:
    bare.now = datetime(2026, 11, 2, 4, tzinfo=UTC)
    homes: list[Planted] = []
    stick = bare.folder / "U盘"
    stick.mkdir()
    for complex_ in range(1, COMPLEXES + 1):
        homes += lived_in(bare, complex_)
        bare("report", "bundle", "2026-10", "-o", stick / f"{branch(complex_)}.zip")
        bare("notice", "site", f"网站{complex_}")
    (bare.folder / "名册.csv").write_text(
        "代码,名称,联系人,电话\n350102001004,社区,,\n"
        + "".join(f"{branch(n)},小区{n},{CLERK},{CLERKS_PHONE}\n" for n in range(1, COMPLEXES + 1)), "utf-8",
    )  # fmt: skip
    street, city = ("--folder", "街道"), ("--folder", "市")
    for code, at in ((STREET, street), ("350100000000", city)):
        bare("rollup", "init", "--organisation", code, "--name", at[1], *at)
        if at is city:
            (bare.folder / "上.csv").write_text(
                f"代码,名称\n350102000000,区\n{STREET},街道\n", "utf-8"
            )
            bare("rollup", "org", "上.csv", *at)
        bare("rollup", "org", "名册.csv", *at)
    assert bare("rollup", "add", stick, *street, "--json").data["accepted"] == COMPLEXES
    bare("rollup", "publish", "2026-10", "-o", "公布", *street)
    bare("rollup", "pass", "2026-10", "-o", "转报.zip", *street)
    bare("rollup", "add", "转报.zip", *city)
    for ending in ("html", "xlsx", "docx", "json", "csv"):
        bare("rollup", "report", "2026-10", "-o", f"汇总.{ending}", *city)
    sites = files_in(bare, *(f"网站{number}" for number in range(1, COMPLEXES + 1)))
    out = files_in(bare, "U盘", "公布", "街道/archive", "市/archive")
    out += [*bare.folder.glob("汇总.*"), bare.folder / "转报.zip"]
    lakes = [repr(lake(OfficeFolder(bare.folder / at))) for at in ("街道", "市")]
    board = words_of(text for path in sites for text in told(path))
    left = words_of([*lakes, *(text for path in out for text in told(path))])
    assert branch(1) in left
    assert "公共照明" in left
    assert homes[0].text in board, "a board has the issues"
    for one in homes:
        for typed in one:
            assert typed not in left, typed
        for typed in (one.name, one.phone, one.room):
            assert typed not in board, typed
    for typed in (SECRETARY, CLERK, CLERKS_PHONE):
        assert typed not in left
    assert homes[0].name in words_of(told(bare.folder / "1.db")), "it must be findable"
