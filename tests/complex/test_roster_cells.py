"""What a cell of a roster cannot say, and what further rows of a home add."""

from __future__ import annotations

import pytest
from complex.rosters import homes, owners, reasons, taken, text
from harness import Jinlin


@pytest.mark.parametrize(
    ("header", "row", "reason"),
    [
        ("楼栋,单元,地址", "3,1,3号楼2单元502", "the entrance is not the one in its own column"),
        ("楼栋,房号,业主,份额", "3,502,张三、李四,1/2、1/4、1/4", "as many shares as owners are needed"),
        ("楼栋,房号,业主,份额", "3,502,张三,七成", "“七成” is not a share"),
        ("楼栋,房号,关爱对象", f"3,502,{'长' * 21}", f"“{'长' * 21}” is no short tag"),
        ("楼栋,房号,楼层", "3,502,151", "floor 151 does not exist"),
        ("楼栋,房号,楼层", "3,502,-10", "floor -10 does not exist"),
        ("楼栋,房号,楼层", "3,店面,0", "floor 0 does not exist"),
        ("楼栋,房号,使用状态", "3,502,火星", "“火星” is no known state of use"),
        ("楼栋,房号,面积来源", "3,502,听说", "“听说” is no known basis of an area"),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_read_says_why(
    jinlin: Jinlin, header: str, row: str, reason: str
) -> None:
    outcome = taken(jinlin, text(jinlin, f"{header}\n{row}\n"), code=5)
    assert reasons(outcome) == [reason]
    assert homes(jinlin) == []


@pytest.mark.parametrize(
    ("said", "names", "kept"),
    [
        ("共同共有", "张三、李四", [None, None]),
        ("单独所有", "张三", ["1/1"]),
        ("每人1/2", "张三、李四", ["1/2", "1/2"]),
        ("1/3、—", "张三、李四", ["1/3", None]),
    ],
)
def test_shares_are_read_as_certificates_say_them(
    jinlin: Jinlin, said: str, names: str, kept: list[str | None]
) -> None:
    taken(jinlin, text(jinlin, f"楼栋,房号,业主,份额\n3,502,{names},{said}\n"))
    assert [share for *_who, share in owners(jinlin)] == kept


def test_an_identity_number_that_is_none_is_refused_with_its_row(jinlin: Jinlin) -> None:
    path = text(jinlin, "楼栋,房号,业主,身份证号\n3,502,张三,350102198001011235\n3,503,李四,123\n")
    outcome = taken(jinlin, path, "--with-id", "产权核对", code=5)
    wrong, short = reasons(outcome)
    assert "check digit" in wrong
    assert "--override" in wrong
    assert "check digit" not in short
    assert homes(jinlin) == []


def test_rows_of_one_home_fill_in_a_field_of_ones_own_and_must_not_contradict_it(
    jinlin: Jinlin,
) -> None:
    for name in ("车位", "门锁"):
        jinlin("config", "field", "add", "household", name)
    rows = "3,502,张三,12,\n3,502,李四,,电子锁\n3,503,王五,1,\n3,503,赵六,2,\n"
    outcome = taken(jinlin, text(jinlin, f"楼栋,房号,业主,车位,门锁\n{rows}"), code=5)
    [reason] = reasons(outcome)
    assert "Fields of your own" in reason
    home = jinlin("household", "show", "3-502", "--json").data
    assert (home["车位"], home["门锁"]) == ("12", "电子锁")


def test_who_votes_and_owns_nothing_is_told_and_not_taken(jinlin: Jinlin) -> None:
    path = text(jinlin, "楼栋,房号,业主,表决代表\n3,501,,张三\n")
    assert "Representatives who are no owners, and were not taken: 3-501" in taken(jinlin, path).err
    assert "Representatives who are no owners" in taken(jinlin, path).err
    assert jinlin.sql("SELECT representative_id FROM household") == [(None,)]


def test_a_tenant_who_has_a_phone_by_now_is_told_as_changed(jinlin: Jinlin) -> None:
    header = "楼栋,房号,租户,租户电话\n"
    taken(jinlin, text(jinlin, f"{header}3,502,赵六,\n"))
    outcome = taken(jinlin, text(jinlin, f"{header}3,502,赵六,13900000001\n"))
    assert outcome.data["changed"] == 1
    assert jinlin.sql("SELECT phone FROM person WHERE name = '赵六'") == [("13900000001",)]
    assert taken(jinlin, text(jinlin, f"{header}3,502,赵六,13900000001\n")).data["unchanged"] == 1


def test_the_same_identity_number_is_the_same_person_under_another_phone(jinlin: Jinlin) -> None:
    header = "楼栋,房号,业主,电话,身份证号\n"
    card = "11010519491231002X"
    rows = f"3,501,张三,13900000001,{card}\n3,502,张三,13900000002,{card}\n"
    outcome = taken(jinlin, text(jinlin, header + rows), "--with-id", "产权核对")
    assert jinlin.sql("SELECT count(*) FROM person WHERE name = '张三'") == [(1,)]
    assert outcome.data["added"] == 2


def test_who_is_named_again_keeps_the_first_place_and_its_phone(jinlin: Jinlin) -> None:
    row = "3,502,王建国、李华、王建国,13800000001、13800000002"
    taken(jinlin, text(jinlin, f"楼栋,房号,业主,电话\n{row}\n"))
    phones = jinlin.sql("SELECT name, phone FROM person WHERE phone IS NOT NULL ORDER BY phone")
    assert phones == [("王建国", "13800000001"), ("李华", "13800000002")]
