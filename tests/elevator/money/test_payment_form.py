"""What doors pay on a form, and the receipts of many days in one paper."""

from __future__ import annotations

from typing import Any

import pytest
from elevator.adopted import with_account
from forms import choices_of, fill, rows_of
from harness import Jinlin, seeded


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    with_account(jinlin)
    jinlin("elevator", "instalments", "X1", "50%@开工@2026-11-01", "50%@验收@2026-12-01")
    return jinlin


@pytest.fixture
def form(house: Jinlin) -> Jinlin:
    house("elevator", "template", "-o", "收款.xlsx")
    return house


def taken(form: Jinlin, *words: str, code: int = 0) -> Any:
    return form("elevator", "import", "收款.xlsx", "--yes", "--json", *words, code=code).data


PAID = {"已缴金额": 3000, "缴款日期": "2026-11-04", "付款方式": "现金"}


def test_a_form_says_what_each_door_owes_and_names_nobody(form: Jinlin) -> None:
    rows = {row["完整地址"]: row for row in rows_of(form, "收款.xlsx")}
    owed = {row["door"]: row for row in form("elevator", "arrears", "--all", "--json").data}
    assert list(rows) == [door for door, row in owed.items() if row["due_fen"]]
    for door, row in rows.items():
        assert row["到期未缴"] == owed[door]["arrears_fen"] / 100
        assert row["还应缴合计"] == owed[door]["due_fen"] / 100
    assert "现金" in choices_of(form, "收款.xlsx")["付款方式"]
    assert "业主" not in str(rows)


def test_a_half_filled_form_is_booked_once_and_undone_as_one(form: Jinlin) -> None:
    fill(form, "收款.xlsx", {"3-1-301": PAID, "3-1-302": {**PAID, "已缴金额": "1,200.50"}})
    before = form.dump()
    got = taken(form)
    assert got["added"] == 2
    assert any("空着没填的不算" in note and "3-1-401" in note for note in got["notes"])
    booked = form.sql("SELECT amount, method FROM elevator_entry ORDER BY number")
    assert booked == [(300_000, "cash"), (120_050, "cash")]
    now = form.dump()
    assert (taken(form)["added"], form.dump()) == (0, now)
    form("undo", "--yes")
    assert form.dump() == before


def test_what_cannot_be_read_is_refused_with_its_row_and_column(form: Jinlin) -> None:
    cells: dict[str, dict[str, Any]] = {
        "3-1-301": {**PAID, "已缴金额": "三千多"},
        "3-1-302": {"缴款日期": "2026-11-04"},
        "3-1-401": {"已缴金额": 500},
        "3-1-402": {**PAID, "付款方式": "赊账"},
        "3-1-501": PAID,
    }
    fill(form, "收款.xlsx", cells, added=[{"完整地址": "3-1-501", **PAID}])
    got = taken(form, code=5)
    assert got["added"] == 1
    assert [one["column"] for one in got["rejected"]] == [
        "已缴金额", "已缴金额", "缴款日期", "付款方式", "已缴金额",
    ]  # fmt: skip


def test_the_form_of_another_book_is_refused_and_a_renamed_header_named(form: Jinlin) -> None:
    fill(form, "收款.xlsx", {"3-1-301": PAID}, renamed={"已缴金额": "收到多少"})
    form("elevator", "import", "收款.xlsx", "--yes", code=5)
    words = ("--map", "收到多少=已缴金额")
    before = form.db.read_bytes()
    said = form("elevator", "import", "收款.xlsx", "--yes", "--running", *words, code=5).err
    assert "梅苑小区-X1-P" in said
    assert form.db.read_bytes() == before
    assert taken(form, *words)["added"] == 1


def test_the_receipts_of_some_days_are_one_paper(house: Jinlin) -> None:
    for door, day in (("301", "11-02"), ("302", "11-03"), ("301", "11-04"), ("401", "11-04")):
        house("elevator", "pay", f"3-1-{door}", "1000", "--on", f"2026-{day}")
    house("elevator", "reverse", "R4", "--reason", "记错")
    papers = house("elevator", "receipt", "--all", "--json").data
    assert [one["number"] for one in papers["receipts"]] == ["X1-R1", "X1-R2", "X1-R3"]
    assert [one["so_far_fen"] for one in papers["receipts"]] == [100_000, 100_000, 200_000]
    some = house("elevator", "receipt", "--from", "2026-11-03", "--to", "2026-11-03", "--json").data
    assert [one["number"] for one in some["receipts"]] == ["X1-R2"]
    assert papers["markdown"].count("贰") + papers["markdown"].count("壹仟元整") >= 6
    house("elevator", "receipt", "--all", "-o", "收据.docx")
    house("elevator", "receipt", "--from", "2026-11-05", code=3)
    house("elevator", "receipt", "R1", "--all", code=2)
    house("elevator", "receipt", code=2)
