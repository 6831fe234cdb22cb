"""Which column holds what."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from house.sources import SOURCE

import jinlin.exchange
from jinlin.core.errors import UsageError
from jinlin.exchange.table.fields import LABELS
from jinlin.exchange.table.headers import check_mapping, find_headers, match_headers
from jinlin.exchange.table.value_words import meanings, normalised, value_meaning

ALIASES = tomllib.loads(
    Path(jinlin.exchange.__path__[0], "table", "aliases.toml").read_text("utf-8")
)
ENTRIES = [entry for group in ALIASES.values() if isinstance(group, list) for entry in group]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["field"])
def test_every_alias_leads_to_its_field(entry: dict[str, list[str]]) -> None:
    field = str(entry["field"])
    headers = [
        *entry["aliases"],
        *entry.get("uncertain", []),
        *entry.get("english", []),
        field,
        LABELS[field],
    ]
    for header in headers:
        assert match_headers([header], [field]).columns == {field: 0}, header


def test_every_field_has_a_name_and_every_name_a_field() -> None:
    assert {entry["field"] for entry in ENTRIES} == set(LABELS)


def test_the_chinese_name_of_a_field_is_a_header_of_it_too() -> None:
    from babel.messages.pofile import read_po

    with (SOURCE / "locale/zh_CN/LC_MESSAGES/jinlin.po").open("rb") as file:
        catalogue = read_po(file)
    said = {field: catalogue[label].string for field, label in LABELS.items() if label in catalogue}
    assert said["room"] == "房号"
    wrong = [
        field
        for field, label in said.items()
        if label
        and field != "dropped"
        and field not in match_headers([str(label)], [field]).columns
    ]
    assert wrong == []


def test_the_aliases_are_as_many_as_were_collected() -> None:
    assert len(meanings()) > 490


@pytest.mark.parametrize(
    ("header", "plain"),
    [
        (" 姓 名 ", "姓名"),
        ("联系\n电话", "联系电话"),
        ("*房号", "房号"),
        ("房号＊", "房号"),
        ("房号（必填）", "房号"),
        ("电话(选填)：", "电话"),
        ("建筑面积（㎡）", "建筑面积"),
        ("建筑面积(平方米)", "建筑面积"),
        ("应缴金额（元）", "应缴金额"),
        ("1、楼栋", "楼栋"),
        ("12.楼栋", "楼栋"),
        ("ＲＯＯＭ", "room"),
        ("Gross_Area", "grossarea"),
        ("area (m²)", "area"),
        ("1.5", "1.5"),
    ],
)
def test_headers_are_compared_without_what_does_not_matter(header: str, plain: str) -> None:
    assert normalised(header) == plain


def test_the_surer_and_more_specific_column_wins_and_the_other_is_told() -> None:
    found = match_headers(["面积", "建筑面积", "电话", "业主电话"], ["gross_area", "phone"])
    assert found.columns == {"gross_area": 1, "phone": 3}
    assert set(found.doubled) == {"面积", "电话"}
    assert found.uncertain == ()


def test_an_uncertain_header_is_used_when_nothing_better_is_there_and_said_so() -> None:
    found = match_headers(
        ["面积", "户主", "层数"], ["gross_area", "owner", "floor", "floors_total"]
    )
    assert found.columns == {"gross_area": 0, "owner": 1, "floors_total": 2}
    assert set(found.uncertain) == {"gross_area", "owner", "floors_total"}


def test_what_a_header_means_depends_on_what_is_asked_for() -> None:
    assert match_headers(["红管家"], ["steward"]).columns == {"steward": 0}
    assert match_headers(["红管家"], ["handler"]).columns == {"handler": 0}
    assert match_headers(["姓名"], ["owner"]).columns == {"owner": 0}
    assert match_headers(["姓名"], ["owner", "name"]).columns == {"name": 0}


@pytest.mark.parametrize(
    ("header", "handling"),
    [
        ("身份证号码", "left_out"),
        ("独居老人", "consent"),
        ("反映人", "confidential"),
        ("欠款", "internal"),
        ("工资", "ignored"),
    ],
)
def test_sensitive_columns_are_left_out_unless_asked_for(header: str, handling: str) -> None:
    assert match_headers([header, "房号"], ["room"]).left_out == {header: handling}


def test_a_mapping_goes_before_the_aliases() -> None:
    found = match_headers(
        ["门号", "房号"], ["room", "remark"], mapping={"门 号": "room", "房号": "remark"}
    )
    assert found.columns == {"room": 0, "remark": 1}


def test_a_mapping_to_nothing_is_refused() -> None:
    found = match_headers(["房号"], ["room"])
    for mapping in ({"楼号": "room"}, {"房号": "rooms"}):
        with pytest.raises(UsageError) as caught:
            check_mapping(mapping, ["room"], found)
        assert caught.value.hint


def test_a_missing_column_is_named_with_those_that_are_there() -> None:
    refused = match_headers(["房号", "宠物"], ["room", "floor"]).lacking(["Floor"])
    assert "Floor" in refused.message
    assert "宠物" in refused.hint


def test_the_header_is_looked_for_in_the_first_eight_rows_only() -> None:
    title = [(number, ["说明文字"]) for number in range(1, 9)]
    header = (9, ["楼栋", "房号"])
    assert find_headers(Path("x"), [*title, header], ["room"]) is None
    found = find_headers(Path("x"), [*title[:7], header], ["room"])
    assert found is not None
    assert found.row == 9


def test_one_word_in_a_row_of_data_makes_no_header() -> None:
    assert find_headers(Path("x"), [(1, ["502", "业主", "张三"])], ["owner"]) is None


@pytest.mark.parametrize(
    ("kind", "text", "stored"),
    [
        ("answer", "同意", "agree"),
        ("answer", " √ ", "agree"),
        ("answer", "同意但要降价", "conditional"),
        ("answer", "agree", "agree"),
        ("answer", "不签", "disagree"),
        ("answer", "?", None),
        ("answer", "not_reached", "not_reached"),
        ("party_state", "党员", "ask"),
        ("satisfaction", "５", "satisfied"),
    ],
)
def test_value_words_are_read_as_the_stored_word(kind: str, text: str, stored: str | None) -> None:
    assert value_meaning(kind, text) == stored
