"""What `-o x.xlsx.age` writes: encrypted with a passphrase, behind the same gate, opened again."""

from __future__ import annotations

import pytest
from harness import Jinlin
from pyrage import passphrase as age

SECRET = "四个互不相关的词语"

pytestmark = pytest.mark.usefixtures("quick_age")


@pytest.fixture
def people(jinlin: Jinlin) -> Jinlin:
    jinlin("member", "add", "王甲", "--phone", "13805910003", "--party-state", "full")
    jinlin.variables["JINLIN_PASSPHRASE"] = SECRET
    return jinlin


def test_a_listing_a_page_and_an_export_are_encrypted_whole(people: Jinlin) -> None:
    for words, name in (
        (("member", "list"), "名册.txt"),
        (("meeting", "calendar"), "日历.csv"),
        (("report", "monthly"), "月报.docx"),
        (("member", "contacts"), "名片.vcf"),
    ):
        people(*words, "-o", f"{name}.age")
        file = people.folder / f"{name}.age"
        content = file.read_bytes()
        assert content.startswith(b"age-encryption.org/v1")
        assert not (people.folder / name).exists()
        assert age.decrypt(content, SECRET)
        assert name in people(*words, "-o", f"{name}.age", code=5).err
    assert not list(people.folder.glob(".*.new"))


def test_it_goes_through_the_gate_is_logged_and_comes_in_again(people: Jinlin) -> None:
    people("member", "list", "--unmask", "-o", "全.csv.age", code=2)
    assert not (people.folder / "全.csv.age").exists()
    people("member", "list", "--unmask", "-o", "全.csv.age", "--yes")
    assert "全.csv.age" in people("log", "--json").data[0]["did"]
    assert b"13805910003" not in (people.folder / "全.csv.age").read_bytes()
    people("member", "export", "-o", "党员.xlsx.age", "--yes")
    refused = people("member", "import", "党员.xlsx.age", "--yes", code=5).err
    assert "解密" in refused
    people("db", "decrypt", "党员.xlsx.age")
    told = people("member", "import", "党员.xlsx", "--yes", "--json").data
    assert told["rejected"] == []
    assert told["unchanged"] == len(people("member", "list", "--json").data)


def test_without_an_ending_of_its_own_it_is_the_usual_one(people: Jinlin) -> None:
    people("member", "list", "-o", "名册.age")
    assert (people.folder / "名册.xlsx.age").is_file()
    assert age.decrypt((people.folder / "名册.xlsx.age").read_bytes(), SECRET).startswith(b"PK")


def test_a_rehearsal_writes_nothing_and_needs_no_passphrase(people: Jinlin) -> None:
    people.variables.clear()
    people("member", "list", "-o", "名册.txt.age", "--dry-run")
    assert not list(people.folder.glob("*.age"))
    missing = people("member", "list", "-o", "名册.txt.age", code=2).err
    assert "JINLIN_PASSPHRASE" in missing
    assert "--" not in missing


def test_it_is_typed_twice_and_a_short_or_wrong_one_is_refused(people: Jinlin) -> None:
    people.variables.clear()
    asked = people(
        "member", "list", "-o", "甲.txt.age", typed="短\n够长的另外一个口令\n够长的另外一个口令\n"
    ).err
    assert "至少8个字符" in asked
    content = (people.folder / "甲.txt.age").read_bytes()
    assert "王**".encode() in age.decrypt(content, "够长的另外一个口令")
    people.variables["JINLIN_PASSPHRASE"] = "不对的另外一个口令"
    people("db", "decrypt", "甲.txt.age", code=4)
    assert not (people.folder / "甲.txt").exists()
    people("member", "list", "-o", "乙.txt.age", "--open", code=2)


def test_only_what_is_encrypted_is_decrypted_and_nothing_is_overwritten(people: Jinlin) -> None:
    people("member", "list", "-o", "名册.txt.age")
    (people.folder / "名册.txt").write_text("mine", "utf-8")
    people("db", "decrypt", "名册.txt.age", code=5)
    assert (people.folder / "名册.txt").read_text("utf-8") == "mine"
    people("db", "decrypt", "名册.txt", code=2)
    people("db", "decrypt", "名册.txt", "x.txt", code=5)
    people("db", "decrypt", "没有.age", code=5)
    people("db", "decrypt", "名册.txt.age", "新.txt")
    assert "王**" in (people.folder / "新.txt").read_text("utf-8")
