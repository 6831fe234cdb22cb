"""`jinlin config field`: fields of a branch's own, and where they are seen."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from calls import NOON
from harness import Jinlin, seeded
from hypothesis import given
from hypothesis import strategies as st
from windows import while_asked

from jinlin.complex.rules.own_fields import FieldKind, FieldScope, OwnField, parse_value
from jinlin.core.clock import Clock, zone_of
from jinlin.core.errors import UsageError

CLOCK = Clock(now=NOON, zone=zone_of("+08:00"))


def field(kind: FieldKind, *choices: str) -> OwnField:
    return OwnField(1, FieldScope.HOUSEHOLD, "字段", kind, choices)


@pytest.mark.parametrize(
    ("kind", "said", "kept"),
    [
        (FieldKind.TEXT, " 地下12号 ", "地下12号"),
        (FieldKind.NUMBER, "１２．５０", "12.5"),
        (FieldKind.NUMBER, "1,200", "1200"),
        (FieldKind.NUMBER, "-0", "0"),
        (FieldKind.DATE, "2026/3/1", "2026-03-01"),
        (FieldKind.DATE, "昨天", "2026-11-04"),
        (FieldKind.YES_NO, "有", "yes"),
        (FieldKind.YES_NO, "×", "no"),
        (FieldKind.CHOICE, "南", "南"),
    ],
)
def test_a_value_is_kept_in_one_form(kind: FieldKind, said: str, kept: str) -> None:
    what = field(kind, "南", "北") if kind is FieldKind.CHOICE else field(kind)
    assert parse_value(what, said, CLOCK) == kept
    assert parse_value(what, kept, CLOCK) == kept


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (FieldKind.TEXT, " "), (FieldKind.TEXT, "长" * 1001), (FieldKind.NUMBER, "许多"),
        (FieldKind.NUMBER, "1e5"), (FieldKind.NUMBER, "1,20"), (FieldKind.DATE, "2026-02-30"),
        (FieldKind.YES_NO, "也许"), (FieldKind.CHOICE, "西"),
    ],
)  # fmt: skip
def test_what_is_no_value_is_refused(kind: FieldKind, said: str) -> None:
    what = field(kind, "南", "北") if kind is FieldKind.CHOICE else field(kind)
    with pytest.raises(UsageError):
        parse_value(what, said, CLOCK)


@given(st.decimals(min_value=-(10**12) + 1, max_value=10**12 - 1, places=6))
def test_a_number_keeps_its_value(number: Decimal) -> None:
    kept = parse_value(field(FieldKind.NUMBER), f"{number:f}", CLOCK)
    assert Decimal(kept) == number
    assert parse_value(field(FieldKind.NUMBER), kept, CLOCK) == kept


def made(jinlin: Jinlin) -> None:
    jinlin("config", "field", "add", "household", "车位")
    path = jinlin.folder / "房屋.csv"
    path.write_text(
        "楼栋,房号,业主,车位\n3,101,张伟,地下12\n3,102,李芳,\n3,103,,地下13\n3,201,,x\n", "utf-8"
    )
    jinlin("household", "import", path, "--yes")


@seeded
def listed(jinlin: Jinlin) -> Jinlin:
    """Four homes, two of which have a parking space in a field of its own."""
    made(jinlin)
    return jinlin


def test_a_field_is_seen_in_show_and_named_in_a_list(listed: Jinlin) -> None:
    assert listed("household", "show", "3-101", "--json").data["车位"] == "地下12"
    assert "车位" not in listed("household", "list", "--json").data[0]
    rows = listed("household", "list", "--fields", "房号,车位", "--json").data
    assert rows[0] == {"room": "101", "车位": "地下12"}
    listed("household", "list", "--fields", "房号,车位", "-o", "甲.csv")
    assert (listed.folder / "甲.csv").read_text("utf-8-sig").splitlines()[1] == "101,地下12"
    for words in (("building", "list"), ("building", "show", "3"), ("member", "list"),
                  ("member", "show", "林秀英")):  # fmt: skip
        scope = words[0]
        listed("config", "field", "add", scope, "电表", code=None)
        wanted = ["--fields", "电表"] if words[1] == "list" else []
        found = listed(*words, *wanted, "--json").data
        assert (found[0] if isinstance(found, list) else found)["电表"] is None


def test_fields_are_listed_with_how_many_records_hold_something(listed: Jinlin) -> None:
    listed("config", "field", "add", "房屋", "朝向", "--choices", "南，北")
    assert listed("config", "field", "list", "--json").data == [
        {"scope": "household", "name": "车位", "kind": "text", "choices": None, "filled": 3},
        {"scope": "household", "name": "朝向", "kind": "choice", "choices": "南、北", "filled": 0},
    ]


def test_a_removed_field_is_seen_nowhere_until_undo(listed: Jinlin) -> None:
    listed("config", "field", "remove", "household", "车位", code=2)
    listed("config", "field", "remove", "household", "车位", "--yes")
    assert "车位" not in listed("household", "show", "3-101", "--json").data
    assert listed("config", "field", "list", "--json").data == []
    listed("undo", "--yes")
    assert listed("household", "show", "3-101", "--json").data["车位"] == "地下12"


def test_choices_may_grow_but_not_leave_a_record_behind(jinlin: Jinlin) -> None:
    jinlin("config", "field", "add", "household", "朝向", "--choices", "南,北")
    path = jinlin.folder / "房屋.csv"
    path.write_text("楼栋,房号,朝向\n3,101,北\n", "utf-8")
    jinlin("household", "import", path, "--yes")
    jinlin("config", "field", "edit", "household", "朝向", "--choices", "南,东", code=1)
    jinlin("config", "field", "edit", "household", "朝向", "--choices", "南,北,东西")
    assert jinlin("config", "field", "list", "--json").data[0]["choices"] == "南、北、东西"
    jinlin("config", "field", "edit", "household", "朝向", "--choices", "南,北,东西", code=1)
    jinlin("undo", "--yes")
    assert jinlin("config", "field", "list", "--json").data[0]["choices"] == "南、北"


def test_a_field_that_cannot_be_is_refused(jinlin: Jinlin, unchanged: Callable[[], None]) -> None:
    for words, code in (
        (("household", "房号"), 1),  # the register's own
        (("household", "业主电话"), 1),
        (("household", "note"), 1),
        (("member", "身份证号"), 1),  # goes round --with-id
        (("member", "月工资"), 1),
        (("household", "低保"), 1),
        (("household", "车位=1"), 2),
        (("household", "12"), 2),
        (("household", "很" * 21), 2),
        (("household", "车位", "--kind", "颜色"), 3),
        (("车库", "车位"), 3),
        (("household", "朝向", "--kind", "choice"), 2),
        (("household", "朝向", "--choices", "南"), 2),
        (("household", "朝向", "--kind", "number", "--choices", "1,2"), 2),
        (("household",), 2),
    ):
        jinlin("config", "field", "add", *words, code=code)
        unchanged()


def test_a_name_is_given_once_in_a_scope_and_again_after_removal(jinlin: Jinlin) -> None:
    jinlin("config", "field", "add", "household", "车位")
    jinlin("config", "field", "add", "household", "车位", code=1)
    jinlin("config", "field", "add", "building", "车位")
    jinlin("config", "field", "remove", "household", "车位")
    jinlin("config", "field", "add", "household", "车位", "--kind", "number")
    jinlin("config", "field", "remove", "household", "没有", code=3)


def test_the_template_has_the_field_and_the_name_is_asked_for(jinlin: Jinlin) -> None:
    jinlin("config", "field", "add", typed="房屋\n电动车\n")
    columns = jinlin("household", "template", "--json").data["columns"]
    assert columns[-1] == "电动车"


def test_fields_are_filled_in_and_cleared_by_hand(listed: Jinlin) -> None:
    listed("config", "field", "add", "building", "建成", "--kind", "date")
    listed("config", "field", "add", "member", "党徽", "--kind", "yes_no")
    changed = listed("household", "edit", "3-101", "--set", "车位=地面3", "--json").data
    assert changed["changed"] == ["车位"]
    assert "张" not in listed("log", "--json").data[0]["did"]
    listed("household", "edit", "3-101", "--set", "车位=", "--state", "let")
    home = listed("household", "show", "3-101", "--json").data
    assert (home["车位"], home["state"]) == (None, "let")
    listed("undo", "--yes")
    assert listed("household", "show", "3-101", "--json").data["车位"] == "地面3"
    listed("building", "edit", "3", "--set", "建成=1998-5-1")
    assert listed("building", "show", "3", "--json").data["建成"] == "1998-05-01"
    listed("member", "edit", "林秀英", "--set", "党徽＝是")
    assert listed("member", "show", "林秀英", "--json").data["党徽"] == "yes"


def test_a_value_that_cannot_be_set_changes_nothing(listed: Jinlin) -> None:
    listed("config", "field", "add", "household", "电动车", "--kind", "number")
    before = listed.db.read_bytes()
    for pair, code in (
        ("车位", 2),
        ("车库=1", 3),
        ("电动车=许多", 2),
        ("车位=地下12", 1),
    ):
        listed("household", "edit", "3-101", "--set", pair, code=code)
        assert listed.db.read_bytes() == before, pair


def test_other_windows_write_while_a_removal_is_asked_about(
    listed: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    while_asked(monkeypatch, lambda: listed("building", "add", "77"))
    listed("config", "field", "remove", "房屋", "车位", typed="y\n")
    assert [row["building"] for row in listed("building", "list", "--json").data] == ["3", "77"]
    assert listed("config", "field", "list", "--json").data == []


def test_a_field_gets_another_name_and_keeps_what_it_holds(listed: Jinlin) -> None:
    listed("config", "field", "edit", "household", "车位", "--name", "房号", code=1)
    listed("config", "field", "edit", "member", "车位", "--name", "位", code=3)
    listed("config", "field", "edit", "household", "车位", "--name", "停车位")
    assert listed("household", "show", "3-101", "--json").data["停车位"] == "地下12"


def test_a_field_that_is_not_there_says_how_it_is_made(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    jinlin("household", "add", "3-101")
    said = jinlin("household", "edit", "3-101", "--set", "车位=1", code=3).err
    assert "设置 字段 新增 household 车位" in said


def test_only_a_choice_has_choices(listed: Jinlin) -> None:
    before = listed.db.read_bytes()
    for choices, code in (("地面,地下", 2), ("，", 2)):
        listed("config", "field", "edit", "household", "车位", "--choices", choices, code=code)
        assert listed.db.read_bytes() == before, choices


@pytest.mark.parametrize(
    "said", ["地面,地下", "地面，地下", "地面、地下", "地面；地下", "地面;地下;"]
)
def test_choices_stand_between_any_commas(jinlin: Jinlin, said: str) -> None:
    jinlin("config", "field", "add", "户", "车位", "--choices", said)
    assert jinlin("config", "field", "list", "--json").data[0]["choices"] == "地面、地下"
