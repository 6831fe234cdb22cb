"""Who is meant by a name, a number, a building or the end of a phone."""

from __future__ import annotations

import pytest
from harness import Jinlin, seeded


@seeded
def namesakes(jinlin: Jinlin) -> Jinlin:
    """Two called 张伟, of whom one owns a home in building 3; and one 陈建国."""
    roster = jinlin.folder / "房屋.csv"
    roster.write_text(
        "楼栋,房号,业主,电话\n3,502,张伟,13805915678\n5,301,李雷,13805910000\n", "utf-8"
    )
    jinlin("household", "import", roster, "--yes")
    jinlin("member", "add", "张伟", "--phone", "13805915678", "--party-state", "full")
    jinlin("member", "add", "张伟", "--phone", "13805919999", "--party-state", "full")
    jinlin("member", "add", "陈建国", "--phone", "0591-87654321", "--party-state", "full")
    return jinlin


def number_of(jinlin: Jinlin, who: str) -> str:
    number: str = jinlin("member", "show", who, "--json").data["number"]
    return number


def test_a_unique_name_a_number_a_phones_end_and_a_building_find_the_same_person(
    namesakes: Jinlin,
) -> None:
    chen = number_of(namesakes, "陈建国")
    assert number_of(namesakes, "陈 建国") == chen
    assert number_of(namesakes, chen.lower()) == chen
    assert number_of(namesakes, "4321") == chen
    owner = number_of(namesakes, "张伟@3号楼")
    assert number_of(namesakes, "5678") == owner != number_of(namesakes, "9999")


def test_two_of_one_name_are_listed_masked_and_never_guessed(namesakes: Jinlin) -> None:
    error = namesakes("member", "show", "张伟", "--json", code=3).error
    listed = error["message"] + error["hint"]
    assert number_of(namesakes, "张伟@3") in listed
    assert number_of(namesakes, "9999") in listed
    assert "138****5678" in listed
    assert "13805915678" not in listed


@pytest.mark.parametrize("who", ["王五", "P99", "张伟@5", "张伟@9", "0000000"])
def test_nobody_is_exit_3(namesakes: Jinlin, who: str) -> None:
    assert namesakes("member", "show", who, "--json", code=3).error["kind"] == "not_found"


def test_an_owner_who_is_no_member_is_told_apart_from_nobody(namesakes: Jinlin) -> None:
    error = namesakes("member", "show", "李雷", "--json", lang="en", code=3).error
    assert "register" in error["message"]
    assert "jinlin member add P" in error["hint"]


@pytest.mark.parametrize(
    "word", ["help", "HELP", "h", "?", "？", "帮助", "显示", "看看", "查询", "所有", "全部", "all"]
)
def test_what_is_typed_to_a_program_is_nobodys_name(jinlin: Jinlin, word: str) -> None:
    jinlin("member", "add", word, code=2)
    jinlin("member", "report-in", word, "--employer", "区医院", code=2)
