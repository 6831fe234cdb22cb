"""The words of headers and cells in rosters of households, as people write them."""

from __future__ import annotations

import pytest
from complex.rosters import homes, reasons, taken, text
from harness import Jinlin


def states(jinlin: Jinlin) -> list[str | None]:
    return [state for (state,) in jinlin.sql("SELECT state FROM household ORDER BY id")]


def test_a_header_on_two_lines_is_told_on_one(jinlin: Jinlin) -> None:
    header = '楼栋,房号,"联系\n电话","Owner\nname"\n'
    outcome = jinlin(
        "household", "import", text(jinlin, f"{header}3,501,138,张三\n"), "--yes", code=5
    )
    assert "  第2行“联系电话”列：“138”不是一个电话号码\n" in outcome.err
    back = (jinlin.folder / "房屋-退回.csv").read_text("utf-8-sig")
    assert back.rstrip().endswith("联系电话：“138”不是一个电话号码")
    lost = jinlin(
        "household", "import", text(jinlin, '"Flat\nno",业主,电话\n501,张三,\n'), "--yes", code=5
    )
    assert "表里有这些列：Flat no、业主、电话" in lost.err


def test_a_column_that_asks_about_care_is_a_care_tag(jinlin: Jinlin) -> None:
    headers = ("是否独居老人", "是否空巢", "是否低保户", "高龄老人", "是否残疾人", "独居")
    fresh = jinlin.db.read_bytes()
    for header in headers:
        jinlin.db.write_bytes(fresh)
        path = text(jinlin, f"楼栋,房号,业主,{header}\n3,501,张三,是\n3,502,李四,否\n")
        taken(jinlin, path, "--care-consent", "2026-11-01")
        [home] = jinlin("household", "list", "--tag", header.removeprefix("是否"), "--json").data
        assert home["room"] == "501", header
        assert jinlin.sql("SELECT interval_days > 0 FROM care") == [(1,)], header


def test_a_tag_is_kept_by_its_usual_name_and_a_degree_behind_it(jinlin: Jinlin) -> None:
    rows = "3,501,张三,二级,失独、80岁以上\n3,502,李四,残疾,孤寡\n3,503,王五,残疾人（一级）,\n"
    path = text(jinlin, f"楼栋,房号,业主,残疾,关爱对象\n{rows}")
    taken(jinlin, path, "--care-consent", "2026-11-01")
    assert jinlin.sql("SELECT tag, interval_days FROM care ORDER BY household_id, tag") == [
        ("残疾人（二级）", 60), ("计划生育特殊家庭", 30), ("高龄老人", 30),
        ("孤寡", None), ("残疾人", 60), ("残疾人（一级）", 60),
    ]  # fmt: skip
    assert taken(jinlin, path, "--care-consent", "2026-11-01").data["unchanged"] == 3


def test_no_other_column_is_understood_by_what_it_asks(jinlin: Jinlin) -> None:
    outcome = taken(jinlin, text(jinlin, "楼栋,房号,是否业主\n3,501,是\n"))
    assert "no place for: 是否业主." in outcome.err


@pytest.mark.parametrize(("header", "state"), [("是否出租", "let"), ("是否空置", "vacant")])
def test_a_column_that_asks_about_the_state_is_answered_with_yes(
    jinlin: Jinlin, header: str, state: str
) -> None:
    rows = "3,501,是\n3,502,否\n3,503,自住\n3,504,\n3,505,√\n"
    taken(jinlin, text(jinlin, f"楼栋,房号,{header}\n{rows}"))
    assert states(jinlin) == [state, None, "owner_occupied", None, state]


def test_yes_says_nothing_of_the_state_where_it_is_not_asked(jinlin: Jinlin) -> None:
    outcome = taken(jinlin, text(jinlin, "楼栋,房号,使用状态\n3,501,是\n"), code=5)
    assert reasons(outcome) == ["“是” is no known state of use"]


def test_who_only_lives_there_leaves_the_state_open_and_is_counted(jinlin: Jinlin) -> None:
    rows = "3,501,已入住\n3,502,未入住\n3,503,有人住\n3,504,出租中\n3,505,店铺\n3,506,待售\n"
    outcome = taken(jinlin, text(jinlin, f"楼栋,房号,入住情况\n{rows}"))
    assert states(jinlin) == [None, "vacant", None, "let", "shop", "developer"]
    assert "use stays open: 2." in outcome.data["notes"][-1]


def test_a_header_is_explained_in_whatever_words(jinlin: Jinlin) -> None:
    path = text(jinlin, "楼栋,门,业主\n3,501,张三\n")
    for lang in ("zh", "en"):
        for field in ("房号", "Room", "room", "门牌号", "室号"):
            words = ("household", "import", path, "--map", f"门={field}", "--dry-run", "--json")
            assert jinlin(*words, lang=lang).data["added"] == 1, (field, lang)
    jinlin("household", "import", path, "--map", "门=门牌号", "--yes")
    assert homes(jinlin) == ["3-501"]


def test_a_field_nobody_knows_is_told_with_those_there_are(jinlin: Jinlin) -> None:
    path = text(jinlin, "楼栋,门,业主\n3,501,张三\n")
    err = jinlin("household", "import", path, "--map", "门=门窗", "--yes", code=2, lang="en").err
    assert "There is no field “门窗” here. Choose from: building (Building)," in err


def test_an_option_reads_the_words_a_file_may_have(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3")
    for room, (option, said) in enumerate(
        (("--basis", "不动产登记簿"), ("--basis", "房产证"), ("--basis", "实测"),
         ("--state", "店铺"), ("--state", "出租中")),
        start=501,
    ):  # fmt: skip
        jinlin("household", "add", f"3-{room}", option, said)
    assert jinlin.sql("SELECT area_basis, state FROM household ORDER BY id") == [
        ("registry", None), ("registry", None), ("survey", None), (None, "shop"), (None, "let"),
    ]  # fmt: skip


def test_a_filter_finds_a_tag_however_closely_it_is_told(jinlin: Jinlin) -> None:
    path = text(jinlin, "楼栋,房号,业主,残疾\n3,501,张三,二级\n3,502,李四,是\n3,503,王五,\n")
    taken(jinlin, path, "--care-consent", "2026-11-01")
    found = jinlin("household", "list", "--tag", "残疾", "--json").data
    assert [home["room"] for home in found] == ["501", "502"]


def test_a_roster_may_say_how_often_to_visit(jinlin: Jinlin) -> None:
    said = ("7", "30天", "", "无", "0", "常常")
    rows = "".join(f"3,{room},张三,是,{word}\n" for room, word in enumerate(said, 501))
    path = text(jinlin, f"楼栋,房号,业主,独居老人,走访间隔\n{rows}")
    taken(jinlin, path, "--care-consent", "2026-11-01", code=5)
    kept = "SELECT room, interval_days FROM care JOIN household AS h ON h.id = household_id"
    assert jinlin.sql(f"{kept} ORDER BY room") == [
        ("501", 7), ("502", 30), ("503", 30), ("504", 30),
    ]  # fmt: skip


def test_a_consent_that_is_still_to_come_is_refused(jinlin: Jinlin) -> None:
    path = text(jinlin, "楼栋,房号,业主,独居老人,单独同意日期\n3,501,张三,是,2027-01-01\n")
    outcome = taken(jinlin, path, code=5)
    assert reasons(outcome) == ["the consent of 2027-01-01 has not been given yet"]
