"""The database is no paper, no table, no place for a page and no folder, whatever it is called."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from harness import Jinlin, seeded
from processes import run_jinlin

from jinlin.store.file.own_files import is_database, own_file

PAPERS = (
    "branch fund voucher F1",
    "branch fund income --purse 党费 --amount 1 --from 社区 --for 拨付 --by 林秀英 --voucher",
    "elevator voucher V1",
    "elevator spend X1 1元 --to 某厂 --for 钉 --by 林秀英 --approved-by 陈书记 --voucher",
    "elevator quote add 甲公司 45万 --file",
    "elevator milestone X1 合同 --file",
    "notice proof N1",
)
TABLES = (
    "meeting ballot M1 1 --matter use-of-fund",
    "issue import", "member import", "household import", "building import", "config holidays",
    "elevator import", "elevator split --total 48万 --households", "notice post 停水 --file",
)  # fmt: skip
PLACES = ("issue list --force -o", "meeting calendar --force --ics", "issue export --force -o")


@seeded
def kept(jinlin: Jinlin) -> Jinlin:
    """Money, a project, a notice and a backup; the database is called as a table would be."""
    jinlin("branch", "fund", "income", "--amount", "500", "--purse", "党费", "--from", "社区党委", "--for", "拨付",
           "--by", "林秀英", "--yes")  # fmt: skip
    jinlin(
        "notice",
        "post",
        "停水",
        "--type",
        "通知",
        "--text",
        "明天停水",
        "--for",
        "全体居民",
        "--place",
        "大厅",
    )
    jinlin("db", "backup")
    return jinlin


def names_of(jinlin: Jinlin) -> dict[str, Path]:
    """Return what the files of a database may be called."""
    link, second = jinlin.folder / "链接.csv", jinlin.folder / "另名.csv"
    link.symlink_to(jinlin.db)
    second.hardlink_to(jinlin.db)
    backup, *_others = sorted((jinlin.folder / "备份").glob("*.db"))
    return {
        "itself": jinlin.db,
        "a link": link,
        "a second name": second,
        "by a detour": jinlin.folder / "备份" / ".." / "jinlin.db",
        "its journal": jinlin.folder / "jinlin.db-journal",
        "its backup": backup,
    }


@pytest.mark.parametrize("line", [*PAPERS, *TABLES])
def test_the_database_is_no_paper_and_no_table(
    kept: Jinlin, line: str, unchanged: Callable[[], None]
) -> None:
    for name in names_of(kept).values():
        told = kept(*line.split(), name, "--yes", code=5, lang="en").err
        assert str(name) in told
        assert any(word in told for word in ("is the database itself", "belongs to", "is a backup"))


@pytest.mark.parametrize("line", PLACES)
def test_nothing_is_written_over_the_database(
    kept: Jinlin, line: str, unchanged: Callable[[], None]
) -> None:
    table = kept.folder / "数据.csv"
    kept.db.rename(table)
    for ending in (".csv", ".xlsx", ".ics"):
        (kept.folder / f"链接{ending}").symlink_to(table)
    before = table.read_bytes()
    for name in ("数据.csv", "链接.csv", "链接.xlsx", "链接.ics"):
        told = kept(*line.split(), name, "--db", table, code=None, lang="en")
        assert told.code in (2, 5), told  # one command takes one kind of file, another another
    assert table.read_bytes() == before
    table.rename(kept.db)
    for link in kept.folder.glob("链接*"):
        assert link.is_symlink()
        link.unlink()


def test_a_backup_takes_no_name_of_sqlite_s(kept: Jinlin) -> None:
    for ending in ("-journal", "-wal"):
        kept("db", "backup", f"jinlin.db{ending}", code=5)
    assert not list(kept.folder.glob("jinlin.db-*"))


def test_a_paper_that_became_the_database_is_not_opened_by_a_look(kept: Jinlin) -> None:
    paper = kept.folder / "收据.txt"
    paper.write_text("500", "utf-8")
    kept("branch", "fund", "voucher", "F1", paper)
    paper.unlink()
    paper.symlink_to(kept.db)
    rows = kept("db", "check", "--json", lang="en").data
    assert "changed since: 收据.txt" in [row["found"] for row in rows]
    kept("branch", "fund", "show", "F1")


def test_a_paper_is_digested_before_others_have_to_wait(
    kept: Jinlin, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = kept.folder / "收据.txt"
    paper.write_text("500", "utf-8")
    opened, free = Path.open, list[bool]()

    def watched(path: Path, *how: Any, **more: Any) -> object:
        if path == paper:
            done = run_jinlin("building", "add", "9", folder=kept.folder)
            free.append(done.returncode == 0)
        return opened(path, *how, **more)

    monkeypatch.setattr(Path, "open", watched)
    kept("branch", "fund", "voucher", "F1", paper)
    assert free == [True]


@pytest.mark.parametrize(
    ("name", "what"),
    [("JINLIN.DB", True), ("jinlin.db", True), ("jinlin2.db", False), ("jinlin.db.csv", False)],
)
def test_the_name_counts_where_nothing_lies_yet(tmp_path: Path, name: str, what: bool) -> None:
    assert is_database(tmp_path / "jinlin.db", tmp_path / name) == what
    assert not is_database(tmp_path / "jinlin.db", tmp_path / "別" / name)


def test_what_lies_in_the_backup_folder_and_is_no_backup_may_be_a_paper(tmp_path: Path) -> None:
    (tmp_path / "备份").mkdir()
    paper = tmp_path / "备份" / "收据.pdf"
    paper.touch()
    assert own_file(tmp_path / "jinlin.db", paper) == ""


@pytest.mark.parametrize("line", ["notice site", "demo"])
@pytest.mark.parametrize(
    "name",
    [
        "jinlin.db",
        "jinlin.db-journal",
        "JINLIN.DB-wal",
        "jinlin.db-shm",
        "备份",
        "模板",
        "备份/网站",
    ],
)
def test_no_folder_is_made_where_the_database_has_its_own(
    jinlin: Jinlin, line: str, name: str, unchanged: Callable[[], None]
) -> None:
    told = jinlin(*line.split(), name, "--yes", code=5).err
    assert str(jinlin.folder / name) in told
    assert "请换一个文件夹" in told
    assert not (jinlin.folder / "备份").exists()
    unchanged()


def test_beside_what_a_link_leads_to_nothing_is_written_either(jinlin: Jinlin) -> None:
    jinlin.db.rename(jinlin.folder / "真.db")
    jinlin.db.symlink_to("真.db")
    for name in ("真.db-journal", "jinlin.db-journal"):
        jinlin("notice", "site", name, "--yes", code=5)


@pytest.mark.parametrize("named", ["网站", "网站/甲.db", "网站/里面/甲.db"])
def test_no_backup_is_put_where_everybody_reads(jinlin: Jinlin, named: str) -> None:
    jinlin("notice", "site", "网站")
    site = jinlin.folder / "网站"
    (site / "里面").mkdir()
    before = sorted(site.rglob("*"))
    assert f"{site} 是公开的网站" in jinlin("db", "backup", named, code=5).err
    assert sorted(site.rglob("*")) == before


def test_a_site_that_took_the_folder_of_the_backups_gets_none(jinlin: Jinlin) -> None:
    jinlin("notice", "site", "网站")
    (jinlin.folder / "网站").rename(jinlin.folder / "备份")
    assert "请把网站移到别处" in jinlin("db", "backup", code=4).err
    assert "公开的网站" in "".join(jinlin("db", "check").out.split())
    assert not [*(jinlin.folder / "备份").glob("*.db*")]
