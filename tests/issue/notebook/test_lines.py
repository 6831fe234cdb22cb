"""`jinlin issue import -`: one issue a line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from harness import Jinlin
from hypothesis import given
from hypothesis import strategies as st

from jinlin.issue.notebook.typed_lines import TypedLine, read_line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("路灯不亮", TypedLine("路灯不亮", None, None, None, None)),
        (
            "路灯不亮 #公共照明 @3号楼 !紧急",
            TypedLine("路灯不亮", "公共照明", "3号楼", "紧急", None),
        ),
        ("  3、 井盖  松动 ＠北门 ", TypedLine("井盖 松动", None, "北门", None, None)),
        ("11-03 楼道堆物", TypedLine("楼道堆物", None, None, None, "11-03")),
        ("昨天 #安全 堆物", TypedLine("堆物", "安全", None, None, "昨天")),
        ("11-03", TypedLine("11-03", None, None, None, None)),
        ("3号楼 # 灯", TypedLine("3号楼 # 灯", None, None, None, None)),
        ("- 垃圾桶破了", TypedLine("垃圾桶破了", None, None, None, None)),
    ],
)
def test_a_line_is_taken_apart(text: str, line: TypedLine) -> None:
    assert read_line(text) == line


@given(st.text())
def test_any_line_can_be_taken_apart(text: str) -> None:
    line = read_line(text)
    assert "\n" not in line.title


def typed(
    jinlin: Jinlin, *lines: str, verb: str = "import", words: tuple[str, ...] = (), code: int = 0
) -> Any:
    return jinlin("issue", verb, "-", *words, typed="\n".join((*lines, "", "")), code=code)


def test_each_line_is_an_issue_with_its_number(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    told = typed(
        jinlin, "1. 路灯不亮 #公共照明 @3号楼2单元门口 !紧急", "2. 11-03 垃圾桶破了",
        words=("--channel", "巡查"),
    )  # fmt: skip
    assert "2026-0001" in told.out
    rows = sorted(jinlin("issue", "list", "--json").data, key=lambda row: row["number"])
    told_apart = [
        (r["title"], r["category"], r["building"], r["urgency"], r["reported_at"][:10],
         r["channel"]) for r in rows
    ]  # fmt: skip
    assert told_apart == [
        ("垃圾桶破了", "垃圾与保洁", None, "normal", "2026-11-03", "patrol"),
        ("路灯不亮", "公共照明", "3", "urgent", "2026-11-05", "patrol"),
    ]
    jinlin("undo", "--yes")
    assert jinlin("issue", "list", "--json").data == []


def test_bad_lines_are_told_and_the_others_are_in(jinlin: Jinlin) -> None:
    found = typed(jinlin, "路灯不亮", "堆物 #天文", "x !很急", words=("--json",), code=5)
    data = found.data
    assert (data["added"], [bad["row"] for bad in data["rejected"]]) == (1, [2, 3])
    assert jinlin.sql("SELECT count(*) FROM issue") == [(1,)]


def test_all_or_none_when_asked(jinlin: Jinlin) -> None:
    before = jinlin.db.read_bytes()
    typed(jinlin, "路灯不亮", "堆物 #天文", words=("--strict",), code=5)
    typed(jinlin, "路灯不亮", words=("--dry-run",))
    jinlin("issue", "import", "x.csv", "--channel", "巡查", code=2)
    assert jinlin.db.read_bytes() == before


def test_the_same_lines_twice_add_nothing(jinlin: Jinlin) -> None:
    typed(jinlin, "路灯不亮 @北门")
    assert typed(jinlin, "路灯不亮 @北门", words=("--json",)).data["unchanged"] == 1


def test_other_places_are_other_issues_and_copies_are_named(jinlin: Jinlin) -> None:
    typed(jinlin, "路灯不亮 @北门")
    told = typed(
        jinlin, "路灯不亮 @南门", "路灯不亮 @北门", "路灯不亮 @南门", "路灯不亮 @南门 !紧急",
        words=("--json",),
    ).data  # fmt: skip
    assert told["added"] == 2
    assert told["copies"] == [{"row": 2, "of": "2026-0001"}, {"row": 3, "of": 1}]
    again = jinlin("issue", "import", "-", typed="路灯不亮 @北门\n", lang="en")
    assert "Line 1 was not recorded: 2026-0001 says the same" in again.err


def test_harm_and_danger_are_recognised(jinlin: Jinlin) -> None:
    told = jinlin("issue", "import", "-", typed="5号楼有人家暴\n楼道有煤气味\n", lang="en")
    assert jinlin.sql(
        "SELECT c.code, i.private, i.urgency FROM issue AS i"
        " JOIN category AS c ON c.id = i.category_id ORDER BY i.id"
    ) == [("harm", 1, "normal"), ("emergency", 0, "critical")]
    assert "立即报警" in told.err
    assert "119" in told.err


def test_add_takes_lines_as_an_import_does(jinlin: Jinlin) -> None:
    typed(jinlin, "路灯不亮 #公共照明", "垃圾桶破了", verb="add", words=("--channel", "巡查"))
    rows = jinlin("issue", "list", "--json").data
    assert {(row["title"], row["channel"]) for row in rows} == {
        ("路灯不亮", "patrol"), ("垃圾桶破了", "patrol"),
    }  # fmt: skip


def test_what_belongs_into_the_lines_is_not_an_option(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    typed(jinlin, "路灯不亮", verb="add", words=("--urgency", "紧急"), code=2)


def test_lines_that_a_category_makes_private_are_told(jinlin: Jinlin) -> None:
    told = jinlin("issue", "add", "-", typed="路灯不亮 #公共照明\n两家吵架 #其他邻里矛盾\n\n").err
    assert "属不公开类别，不上公开栏：2026-0002" in told


def piped(jinlin: Jinlin, *lines: str, verb: str = "add", code: int = 0) -> Any:
    return jinlin("issue", verb, "-", piped="\n".join((*lines, "")), code=code)


def test_a_program_writes_an_object_a_line_and_all_are_one_command(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    piped(
        jinlin,
        '{"title": "路灯不亮", "category": "公共照明", "place": "3号楼2单元门口", "urgency": "紧急"}',
        '{"title": "垃圾桶破了", "day": "2026-11-03", "reporter": "王甲", "phone": 13805911234,'
        ' "channel": "phone", "category": null}',
        '{"事项": "井盖松动", "反映时间": "2026-11-02 09:30"}',
        "电梯困人 @北门",
    )
    rows = {row["title"]: row for row in jinlin("issue", "list", "--json").data}
    assert set(rows) == {"路灯不亮", "垃圾桶破了", "井盖松动", "电梯困人"}
    assert (rows["路灯不亮"]["building"], rows["路灯不亮"]["urgency"]) == ("3", "urgent")
    assert [rows[title]["channel"] for title in ("路灯不亮", "垃圾桶破了")] == ["other", "phone"]
    assert jinlin.sql("SELECT reporter, reporter_phone FROM issue WHERE title = '垃圾桶破了'") == [
        ("王甲", "13805911234")
    ]
    assert jinlin.sql("SELECT reported_at FROM issue WHERE title = '井盖松动'") == [
        ("2026-11-02T01:30:00Z",)
    ]
    jinlin("undo")
    assert jinlin("issue", "list", "--json").data == []


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ('{"title": "灯"', "JSON"),
        ('{"title": "灯", "colour": "red"}', "colour"),
        ('{"title": ["灯"]}', "title"),
        ('{"title": true}', "title"),
        ('{"title": "灯", "事项": "门"}', "事项"),
        ('{"category": "公共照明"}', ""),
        ('{"title": "灯", "category": "没有这个类别"}', "没有这个类别"),
        ('{"title": "灯", "day": "2026-13-40"}', "2026-13-40"),
        ('{"title": "灯", "phone": "12"}', "12"),
        ("{" * 100_000, "JSON"),
    ],
)
def test_what_cannot_be_taken_of_an_object_is_named_by_its_line(
    jinlin: Jinlin, line: str, why: str
) -> None:
    told = piped(jinlin, '{"title": "路灯不亮"}', line, code=5)
    assert "2" in told.err
    assert why in told.err
    assert len(jinlin("issue", "list", "--json").data) == 1
    strict = jinlin(
        "issue", "import", "-", "--strict", piped=f'{{"title": "门"}}\n{line}\n', code=5
    )
    assert why in strict.err
    assert len(jinlin("issue", "list", "--json").data) == 1
