"""Whatever a roster of members or a list of buildings holds: no traceback, and never half of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from harness import Jinlin
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

MEMBER: Mapping[str, str] = {
    "姓名": "张三", "联系电话": "13800000001", "备用电话": "", "性别": "男", "出生年月": "1950-01",
    "政治面貌": "正式党员", "入党时间": "1985年7月", "转正时间": "1986.7", "组织关系": "本支部",
    "党小组": "第一党小组", "党内职务": "书记、业委会主任", "工作单位": "", "报到日期": "",
    "认领岗位": "政策宣讲", "特长": "水电", "可服务时间": "周末", "在册状态": "正常", "流动党员": "",
    "身份证号": "", "备注": "",
}  # fmt: skip
BUILDING: Mapping[str, str] = {
    "楼栋": "3号楼", "楼栋名称": "紫荆阁", "总层数": "18层", "地下层数": "1", "单元数": "2个单元",
    "架空层": "有", "电梯": "2部", "备注": "",
}  # fmt: skip
CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from([
        "", "—", "无", "同上", "〃", "合计", "是", "×", "张*", "张 三", "李四、王五", "Tom", "P12",
        "138****1234", "1.38E+10", "13800000001.0", "13800000001/13900000002", "年龄", "70",
        "党员", "外星人", "2030-01-01", "1900-01", "98年7月", "19850701", "2026-02-30", "昨天",
        "3.50102197001011E+17", "11010519491231002X", "110105194912310021", "书记（其他·甲）",
        "）（", "、、、", "流动", "失联", "A座", "十二栋", "地下1层", "999层", "-1", "NaN", "=1+1",
        "长" * 1001, "9" * 400, "\x00", "\ud7ff\u202e", "💡", "\n",
    ]),
)  # fmt: skip


@pytest.fixture
def before(jinlin: Jinlin) -> Path:
    """A copy of the fresh database."""
    copy = jinlin.folder / "before.db"
    copy.write_bytes(jinlin.db.read_bytes())
    return copy


def imported(jinlin: Jinlin, before: Path, noun: str, records: Sequence[Mapping[str, str]]) -> None:
    """Import records into the fresh database, twice: the second time nothing is new."""
    jinlin.db.write_bytes(before.read_bytes())
    path = jinlin.folder / "名册.json"
    path.write_text(json.dumps(records), "utf-8")
    more = ("--with-id", "试验") if noun == "member" else ()
    table = "member" if noun == "member" else "building"
    count = f"SELECT count(*) FROM {table}"
    [(there,)] = jinlin.sql(count)
    outcome = jinlin(noun, "import", path, *more, "--yes", "--json", code=None)
    assert outcome.code in {0, 5}, outcome
    if not outcome.out:
        assert outcome.code == 5
        assert jinlin.db.read_bytes() == before.read_bytes()
        return
    data = json.loads(outcome.out)["data"]
    assert (outcome.code == 5) == bool(data["rejected"])
    assert jinlin.sql(count) == [(there + data["added"],)]
    again = jinlin(noun, "import", path, *more, "--yes", "--json", code=outcome.code).data
    assert (again["added"], again["changed"]) == (0, 0), (data, again)
    for report in (data, again):
        if report["reject_file"]:
            Path(report["reject_file"]).unlink(missing_ok=True)


def rows(good: Mapping[str, str]) -> st.SearchStrategy[list[dict[str, str]]]:
    """Return good rows in which any cell may be anything."""
    row = st.fixed_dictionaries(
        {header: st.one_of(st.just(cell), CELLS) for header, cell in good.items()}
    )
    return st.lists(row, min_size=3, max_size=5)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows(MEMBER))
def test_members_of_every_kind(
    jinlin: Jinlin, before: Path, records: Sequence[Mapping[str, str]]
) -> None:
    imported(jinlin, before, "member", records)


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(CELLS, min_size=len(MEMBER), max_size=len(MEMBER)))
def test_one_strange_cell_in_a_good_row(jinlin: Jinlin, before: Path, cells: list[str]) -> None:
    """Each column has its turn, in the row of another member."""
    records = [
        {**MEMBER, "姓名": f"张三{name}", "联系电话": f"138000001{number:02}", header: cell}
        for number, (name, header, cell) in enumerate(
            zip("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉", MEMBER, cells, strict=True)
        )
    ]
    imported(jinlin, before, "member", records)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rows(BUILDING))
def test_buildings_of_every_kind(
    jinlin: Jinlin, before: Path, records: Sequence[Mapping[str, str]]
) -> None:
    imported(jinlin, before, "building", records)
