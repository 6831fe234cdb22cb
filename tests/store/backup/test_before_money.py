"""Before the first money of a day the database is backed up: purses and payments alike."""

from __future__ import annotations

import shutil
from datetime import timedelta

from elevator.adopted import with_account
from harness import Jinlin, seeded

INCOME = ("branch", "fund", "income", "--purse", "启动经费", "--amount", "5万", "--from", "街道",
          "--for", "拨款", "--yes")  # fmt: skip


def backups(jinlin: Jinlin) -> int:
    return len(list((jinlin.folder / "备份").glob("*.db")))


@seeded
def house(jinlin: Jinlin) -> Jinlin:
    with_account(jinlin)
    for copy in (jinlin.folder / "备份").glob("*"):
        copy.unlink()
    return jinlin


def test_the_first_money_of_a_day_is_preceded_by_a_backup(house: Jinlin) -> None:
    house("issue", "add", "路灯不亮", "--category", "照明")
    house("elevator", "pay", "3-1-702", "2000", "--dry-run")
    assert backups(house) == 0
    said = house("elevator", "pay", "3-1-702", "2000")
    assert "备份" in said.err
    assert backups(house) == 1
    house("elevator", "pay", "3-1-601", "2000")
    house(*INCOME)
    assert backups(house) == 1
    house.now += timedelta(days=1)
    house(*INCOME, "--date", "11-06")
    assert backups(house) == 2
    house.now += timedelta(days=1)
    house("elevator", "income", "X1", "100", "--as", "利息", "--from", "银行")
    assert backups(house) == 3
    house.now += timedelta(days=1)
    house("elevator", "refund", "3-1-702", "100", code=None)
    house("elevator", "spend", "X1", "100", "--to", "甲公司", "--for", "尾款", "--yes", code=None)
    assert backups(house) == 4


def test_what_takes_money_back_is_always_preceded_by_one(house: Jinlin) -> None:
    house("elevator", "pay", "3-1-702", "2000")
    before = backups(house)
    house("elevator", "reverse", "R99", "--reason", "错", code=3)
    assert backups(house) == before
    house("elevator", "reverse", "R1", "--reason", "银行退票")
    assert backups(house) == before + 1


def test_where_no_backup_can_be_made_no_money_is_written(house: Jinlin) -> None:
    shutil.rmtree(house.folder / "备份", ignore_errors=True)
    (house.folder / "备份").write_text("a file in its place", "utf-8")
    before = house.db.read_bytes()
    house("elevator", "pay", "3-1-702", "2000", code=None)
    assert house.db.read_bytes() == before
