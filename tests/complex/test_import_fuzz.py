"""Whatever a file holds: no traceback, and never half of an import."""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import openpyxl
import pytest
from harness import Jinlin
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

HEADER = ["楼栋", "单元", "房号", "楼层", "建筑面积", "面积来源", "业主", "共有人", "产权份额",
          "联系电话", "备用电话", "业主代表", "租户", "租户电话", "常住人口", "使用状态", "独居老人",
          "单独同意日期", "身份证号", "备注"]  # fmt: skip
HOME = ["3号楼", "1", "502", "5", "89.5", "产权证", "张三、李四", "", "1/2", "13800000001", "",
        "张三", "王五", "13800000002", "3人", "出租", "是", "2026-10-01", "", ""]  # fmt: skip
CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from([
        "", "—", "无", "同上", "〃", "3号楼", "十二栋", "A座", "3＃", "03幢", "0502", "3#2-502",
        "502室（复式）", "501、502打通", "店面1#", "-101", "B1", "架空层", "负一层", "89.5/72.3", "约90",
        "1e9", "3.50102197001011E+17", "NaN", "inf", "-0", "１／２", "1/0", "50%", "共同共有",
        "张三（夫）李四（妻）", "张 三", "张三 李四", "（夫）", "张*", "138****1234", "138…/139…",
        "13800000001/13900000002（儿子）", "+86 138 0000 0001", "(0591)87654321", "2026-02-30",
        "昨天", "11010519491231002X", "是", "×", "合计", "注：填表说明", "=1+1", "'x", "\x00", "\ud7ff\u202e",
        "长" * 1001, "9" * 400, "💡", "\n", "，，，", "()()", "((((", "3号楼1单元502室", "1-1-1-1",
    ]),
)  # fmt: skip


@pytest.fixture
def before(jinlin: Jinlin) -> Path:
    """A copy of the fresh database."""
    copy = jinlin.folder / "before.db"
    copy.write_bytes(jinlin.db.read_bytes())
    return copy


def imported(jinlin: Jinlin, before: Path, path: Path) -> bool:
    """Import a file into the fresh database; return whether anything went in."""
    jinlin.db.write_bytes(before.read_bytes())
    words = ("--with-id", "试验", "--yes", "--json")
    outcome = jinlin("household", "import", path, *words, code=None)
    assert outcome.code in {0, 5}, outcome
    if not outcome.out:
        assert outcome.code == 5
        assert jinlin.db.read_bytes() == before.read_bytes()
        return False
    data = json.loads(outcome.out)["data"]
    assert (outcome.code == 5) == bool(data["rejected"])
    assert jinlin.sql("SELECT count(*) FROM household") == [(data["added"],)]
    assert data["changed"] == 0
    strays = " UNION ALL ".join(
        f"SELECT id FROM {table} WHERE household_id NOT IN (SELECT id FROM household)"
        for table in ("ownership", "occupancy", "care")
    )
    assert jinlin.sql(strays) == []
    if data["reject_file"]:
        Path(data["reject_file"]).unlink()
    words = ("--with-id", "试验", "--yes", "--json")
    again = jinlin("household", "import", path, *words, code=outcome.code).data
    assert (again["added"], again["changed"]) == (0, 0), (data, again)
    if again["reject_file"]:
        Path(again["reject_file"]).unlink()
    return bool(data["added"])


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.lists(st.one_of(CELLS, st.none()), min_size=len(HEADER), max_size=len(HEADER)),
        min_size=3,
        max_size=6,
    )
)
def test_cells_of_every_kind(
    jinlin: Jinlin, before: Path, rows: Sequence[Sequence[str | None]]
) -> None:
    """Each row is a good one in which any cell may be anything; None leaves the good cell."""
    filled = [[good if cell is None else cell for good, cell in zip(HOME, row, strict=True)]
              for row in rows]  # fmt: skip
    path = jinlin.folder / "名册.json"
    records = [dict(zip(HEADER, row, strict=True)) for row in filled]
    path.write_text(json.dumps(records), "utf-8")
    imported(jinlin, before, path)


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CELLS, min_size=len(HEADER), max_size=len(HEADER)))
def test_one_strange_cell_in_a_good_row(jinlin: Jinlin, before: Path, cells: list[str]) -> None:
    """Each column has its turn, in a home of its own."""
    records = []
    for place, (header, cell) in enumerate(zip(HEADER, cells, strict=True)):
        home = dict(zip(HEADER, HOME, strict=True)) | {"房号": str(501 + place)}
        records.append(home | {header: cell})
    path = jinlin.folder / "名册.json"
    path.write_text(json.dumps(records), "utf-8")
    imported(jinlin, before, path)


def mutated(data: bytes, source: random.Random) -> bytes:
    """Return bytes with a few of them changed, cut out, doubled or swapped."""
    changed = bytearray(data)
    for _ in range(source.randint(1, 6)):
        place = source.randrange(len(changed))
        match source.randrange(4):
            case 0:
                changed[place] = source.randrange(256)
            case 1:
                del changed[place : place + source.randint(1, 40)]
            case 2:
                changed[place:place] = changed[place : place + source.randint(1, 40)]
            case _:
                changed[place:place] = source.choice(
                    [b'"', b",", b"\n", b"\t", b";", b"\0", b"\xff"]
                )
        if not changed:
            return b"x"
    return bytes(changed)


def test_csv_with_changed_bytes(jinlin: Jinlin, before: Path) -> None:
    source = random.Random(7)
    lines = [HEADER, HOME, [*HOME[:2], "602", "6", *HOME[4:]], ["5号楼", "", "101"]]
    good = "\r\n".join(",".join(line) for line in lines)
    path = jinlin.folder / "名册.csv"
    went_in = 0
    for number in range(24):
        path.write_bytes(mutated(good.encode(("utf-8", "gb18030")[number % 2]), source))
        went_in += imported(jinlin, before, path)
    assert went_in > 3


def workbooks(source: random.Random) -> Iterator[bytes]:
    """Yield workbooks with changed bytes, some in the archive, some in a sheet of it."""
    book = openpyxl.Workbook()
    for name in ("3号楼", "5号楼"):
        sheet = book.create_sheet(name)
        for row in (HEADER, HOME, [*HOME[:2], 602, 6, 90.5, *HOME[5:]]):
            sheet.append(row)
        sheet.merge_cells("A2:A3")
    out = io.BytesIO()
    book.save(out)
    good = out.getvalue()
    yield good
    for number in range(12):
        if number % 4 == 0:
            yield mutated(good, source)
            continue
        changed = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(changed, "w") as new:
            chosen = source.choice([name for name in old.namelist() if name.startswith("xl/")])
            for name in old.namelist():
                content = old.read(name)
                new.writestr(name, mutated(content, source) if name == chosen else content)
        yield changed.getvalue()


def test_workbooks_with_changed_bytes(jinlin: Jinlin, before: Path) -> None:
    path = jinlin.folder / "名册.xlsx"
    went_in = 0
    for data in workbooks(random.Random(11)):
        path.write_bytes(data)
        went_in += imported(jinlin, before, path)
    assert went_in > 1
