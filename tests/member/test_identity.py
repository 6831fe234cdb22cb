"""`jinlin member id`: an identity number by hand, for a purpose, and kept wrong with a reason only."""

from __future__ import annotations

from collections.abc import Callable

from harness import Jinlin, seeded

RIGHT = "11010519491231002X"
WRONG = "110105194912310021"
KEPT = "SELECT id_number, id_purpose, id_override, birth_on, sex FROM person WHERE number = 2"


@seeded
def owned(jinlin: Jinlin) -> Jinlin:
    roster = jinlin.folder / "房屋.csv"
    roster.write_text(
        "楼栋,房号,业主,电话\n3,501,张三,13800000001\n3,502,李四,13800000002\n", "utf-8"
    )
    jinlin("household", "import", roster, "--yes")
    return jinlin


def test_a_number_is_recorded_shown_masked_and_removed_and_each_is_undone(owned: Jinlin) -> None:
    said = owned("member", "id", "张三", "--number", RIGHT, "--purpose", "电梯签约")
    assert said.out == "P2 张三 的身份证号已登记，1949-12-31出生。\n"
    assert owned.sql(KEPT) == [(RIGHT, "电梯签约", None, "1949-12-31", "female")]
    [shown] = owned("member", "id", "张三", "--json").data
    assert (shown["id_number"], shown["birth_on"]) == ("1101**********002X", "1949-12-31")
    assert RIGHT in owned("member", "id", "P2", "--unmask").out
    owned("member", "id", "P2", "--remove")
    assert owned.sql(KEPT) == [(None, None, None, "1949-12-31", "female")]
    assert "张三" not in owned("log", "--json").out
    owned("undo", "--yes")
    assert owned.sql(KEPT)[0][:2] == (RIGHT, "电梯签约")
    owned("undo", "--yes")
    assert owned.sql(KEPT) == [(None,) * 5]


def test_a_wrong_check_digit_needs_a_reason_which_is_kept(owned: Jinlin) -> None:
    before = owned.db.read_bytes()
    words = ("member", "身份证", "张三", "--number", WRONG, "--purpose", "换届")
    refused = owned(*words, code=1)
    assert "--仍继续 理由" in refused.err
    assert owned.db.read_bytes() == before
    owned(*words, "--override", "户口簿上如此")
    assert owned.sql(KEPT)[0][:3] == (WRONG, "换届", "户口簿上如此")
    assert owned("member", "id", "张三", "--json").data[0]["override"] == "户口簿上如此"


def test_what_cannot_be_kept_is_refused(owned: Jinlin, unchanged: Callable[[], None]) -> None:
    for words, code in (
        (("--number", RIGHT), 2),
        (("--number", RIGHT, "--purpose", " "), 2),
        (("--number", "123", "--purpose", "换届"), 2),
        (("--number", RIGHT, "--remove"), 2),
        (("--purpose", "换届"), 2),
        (("--remove",), 1),
    ):
        owned("member", "id", "张三", *words, code=code)
        unchanged()


def test_a_number_belongs_to_one_person_and_is_recorded_once(owned: Jinlin) -> None:
    words = ("--number", RIGHT, "--purpose", "换届")
    owned("member", "id", "张三", *words)
    before = owned.db.read_bytes()
    assert "jinlin 党员 合并 P3 P2" in owned("member", "id", "李四", *words, code=1).err
    owned("member", "id", "张三", *words, code=1)
    assert owned.db.read_bytes() == before


def test_a_rehearsal_keeps_nothing(owned: Jinlin, unchanged: Callable[[], None]) -> None:
    owned("member", "id", "张三", "--number", RIGHT, "--purpose", "换届", "--dry-run")
    unchanged()
