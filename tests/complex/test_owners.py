"""Who owns a home, who owned it before, who votes for it, who lives there."""

from __future__ import annotations

from typing import Any

from harness import Jinlin, seeded


@seeded
def home(jinlin: Jinlin) -> Jinlin:
    jinlin("building", "add", "3")
    jinlin("household", "add", "3-1-502", "--owner", "张三", "--owner", "李四", "--share", "1/2")
    jinlin("household", "add", "3-1-503", "--owner", "张三")
    return jinlin


def shown(jinlin: Jinlin, part: str = "owners", door: str = "3-1-502") -> list[tuple[Any, ...]]:
    keys = {"owners": ("name", "share"), "former_owners": ("name", "until"), "occupants": ("name", "role")}  # fmt: skip
    rows = jinlin("household", "show", door, "--json").data[part]
    return [tuple(row[key] for key in keys[part]) for row in rows]


def test_an_owner_of_two_homes_is_one_person(home: Jinlin) -> None:
    assert shown(home) == [("张三", "1/2"), ("李四", "1/2")]
    assert home.sql("SELECT count(*) FROM person WHERE name = '张三'") == [(1,)]


def test_shares_are_set_for_all_owners_at_once_and_never_exceed_the_whole(home: Jinlin) -> None:
    assert "3/2" in home("household", "owner", "3-1-502", "王五", "--share", "50%", code=1).err
    home("household", "owner", "3-1-502", "张三", "李四", "王五", "--share", "三分之一")
    assert shown(home) == [("张三", "1/3"), ("李四", "1/3"), ("王五", "1/3")]
    home("undo", "--yes")
    assert shown(home) == [("张三", "1/2"), ("李四", "1/2")]
    assert home.sql("SELECT count(*) FROM person WHERE name = '王五'") == [(0,)]


def test_each_owner_may_have_a_share_and_a_phone_of_her_own(home: Jinlin) -> None:
    home("household", "owner", "3-1-502", "张三", "李四", "--share", "3/4", "--share", "1/4",
         "--phone", "13800000001", "--phone", "13800000002")  # fmt: skip
    assert shown(home) == [("张三", "3/4"), ("李四", "1/4")]
    assert home.sql("SELECT phone FROM person WHERE name = '李四'") == [("13800000002",)]


def test_the_phone_of_an_owner_is_corrected_and_a_part_of_her_name_makes_nobody(
    home: Jinlin,
) -> None:
    [(number,)] = home.sql("SELECT 'P' || number FROM person WHERE name = '李四'")
    for phone in ("13800000001", "13900000002"):
        home("household", "owner", "3-1-502", number, "--phone", phone)
        assert home.sql("SELECT phone FROM person WHERE name = '李四'") == [(phone,)]
    home("undo", "--yes")
    assert home.sql("SELECT phone FROM person WHERE name = '李四'") == [("13800000001",)]
    for part in ("李", "四", "王"):
        home("household", "owner", "3-1-502", part, "--phone", "13900000003", code=2)
    home("household", "owner", "3-1-503", "李", code=2)
    home("household", "add", "3-1-504", "--owner", "欧阳小娟")
    assert "--同名" in home("household", "owner", "3-1-504", "小娟", code=2).err
    home("household", "owner", "3-1-504", "小娟", "--namesake")
    assert [name for name, _share in shown(home, door="3-1-504")] == ["欧阳小娟", "小娟"]


def test_shares_that_do_not_make_up_the_whole_are_mentioned(home: Jinlin) -> None:
    got = home("household", "owner", "3-1-502", "李四", "--share", "1/4", lang="en")
    assert "3/4" in got.err


def test_who_sold_stays_known_as_an_owner_before(home: Jinlin) -> None:
    home("household", "sell", "3-1-502", "--to", "王五", "--date", "10-20")
    assert shown(home) == [("王五", "1/1")]
    assert shown(home, "former_owners") == [("张三", "2026-10-20"), ("李四", "2026-10-20")]
    assert shown(home, door="3-1-503") == [("张三", None)]
    rows = home("household", "list", "--owner", "李四", "--json").data
    assert rows == []
    home("undo", "--yes")
    assert shown(home) == [("张三", "1/2"), ("李四", "1/2")]
    assert shown(home, "former_owners") == []


def test_on_a_terminal_seller_and_buyer_are_shown_and_asked_about(home: Jinlin) -> None:
    got = home("household", "sell", "3-1-503", typed="\n王五\nn\n", code=130, lang="en")
    assert "needs an answer" in got.err
    assert "张三 → 王五" in got.err
    assert shown(home, door="3-1-503") == [("张三", None)]
    home("household", "sell", "3-1-503", "--to", "王五", "--yes", typed="")
    assert [name for name, _share in shown(home, door="3-1-503")] == ["王五"]


def test_one_co_owner_sells_her_share_to_the_other(home: Jinlin) -> None:
    home("household", "sell", "3-1-502", "--from", "李四", "--to", "张三")
    assert shown(home) == [("张三", "1/1")]
    assert shown(home, "former_owners") == [("李四", "2026-11-05")]


def test_one_co_owner_sells_to_two_who_say_their_shares(home: Jinlin) -> None:
    words = ("--from", "李四", "--to", "王甲", "--to", "王乙")
    assert "5/4" not in home("household", "sell", "3-1-502", *words, "--share", "1/4").err
    assert shown(home) == [("张三", "1/2"), ("王甲", "1/4"), ("王乙", "1/4")]
    assert "3/2" in home("household", "sell", "3-1-502", "--from", "张三", "--to", "王丙",
                         "--share", "1", code=1).err  # fmt: skip


def test_what_cannot_be_is_refused_in_one_line_and_changes_nothing(home: Jinlin) -> None:
    before = home.db.read_bytes()
    for words, code in (
        (("owner", "3-1-502"), 2),
        (("owner", "3-1-502", "张三"), 1),
        (("owner", "3-1-502", "张三", "--share", "1/2"), 1),
        (("owner", "3-1-502", "张三", "--share", "七成"), 2),
        (("owner", "3-1-502", "赵六", "--remove"), 3),
        (("owner", "9-1-502", "张三"), 3),
        (("sell", "3-1-502"), 2),
        (("sell", "3-1-502", "--to", "张三"), 1),
        (("sell", "3-1-502", "--to", "王五", "--date", "2026-12-01"), 1),
        (("sell", "3-1-502", "--to", "王五", "--from", "赵六"), 3),
        (("sell", "3-1-502", "--to", "王五", "--date", "某天"), 2),
        (("representative", "3-1-502", "赵六"), 3),
        (("representative", "3-1-503", "李四"), 1),
        (("representative", "3-1-502", "李四", "--authority", ""), 2),
        (("representative", "3-1-502", "--remove"), 1),
        (("occupant", "3-1-502"), 2),
        (("occupant", "3-1-502", "赵六", "--left", "11-01"), 3),
        (("occupant", "3-1-502", "赵六", "--left", "11-01", "--remove"), 2),
        (("occupant", "3-1-502", "赵六", "钱七", "--phone", "13800000009"), 2),
    ):
        got = home("household", *words, code=code)
        assert len(got.err.strip().splitlines()) == 1, words
        assert home.db.read_bytes() == before, words


def test_a_home_nobody_is_recorded_to_own_cannot_be_sold(home: Jinlin) -> None:
    home("household", "add", "3-1-504")
    assert "房屋 业主" in home("household", "sell", "3-1-504", "--to", "王五", code=1).err


def test_one_owner_votes_until_she_sells(home: Jinlin) -> None:
    home("household", "representative", "3-1-502", "李四")
    assert "李四" in home("household", "show", "3-1-502", "--json").data["representative"]
    home("household", "sell", "3-1-502", "--from", "李四", "--to", "王五")
    assert home("household", "show", "3-1-502", "--json").data["representative"] is None
    home("undo", "--yes")
    assert "李四" in home("household", "show", "3-1-502", "--json").data["representative"]


def test_somebody_else_votes_with_a_written_authority_only(home: Jinlin) -> None:
    home("household", "representative", "3-1-502", "赵六", "--authority", "2026-10-01 委托书")
    got = home("household", "show", "3-1-502", "--json").data
    assert ("赵六" in got["representative"], got["authority"]) == (True, "2026-10-01 委托书")
    home("household", "owner", "3-1-502", "张三", "--remove")
    assert home("household", "show", "3-1-502", "--json").data["authority"] == "2026-10-01 委托书"
    home("household", "representative", "3-1-502", "--remove")
    got = home("household", "show", "3-1-502", "--json").data
    assert (got["representative"], got["authority"]) == (None, None)


def test_family_and_tenants_come_are_corrected_and_leave(home: Jinlin) -> None:
    home("household", "occupant", "3-1-502", "李小明", "--relation", "儿子")
    home(
        "household", "occupant", "3-1-502", "租客甲", "租客乙", "--tenant", "--since", "2026-03-01"
    )
    assert shown(home, "occupants") == [
        ("李小明", "occupant"), ("租客甲", "tenant"), ("租客乙", "tenant"),
    ]  # fmt: skip
    home("household", "occupant", "3-1-502", "李小明", "--tenant")
    assert shown(home, "occupants")[0] == ("李小明", "tenant")
    assert home("household", "occupant", "3-1-502", "租客甲", "--left", "2026-02-01", code=1).err
    home("household", "occupant", "3-1-502", "租客甲", "--left", "2026-11-01")
    home("household", "occupant", "3-1-502", "租客乙", "--remove")
    assert shown(home, "occupants") == [("李小明", "tenant")]
    home("undo")
    assert shown(home, "occupants") == [("李小明", "tenant"), ("租客乙", "tenant")]


def test_the_history_names_no_residents(home: Jinlin) -> None:
    home("household", "owner", "3-1-502", "王五")
    home("household", "sell", "3-1-503", "--to", "赵六")
    home("household", "representative", "3-1-502", "李四")
    home("household", "occupant", "3-1-502", "李小明")
    log = home("log", "--json").out
    assert not any(name in log for name in ("张三", "李四", "王五", "赵六", "李小明"))


def test_a_rehearsal_keeps_nothing(home: Jinlin) -> None:
    before = home.db.read_bytes()
    home("household", "sell", "3-1-502", "--to", "王五", "--dry-run")
    home("household", "owner", "3-1-502", "王五", "--dry-run")
    home("household", "representative", "3-1-502", "李四", "--dry-run")
    home("household", "occupant", "3-1-502", "李小明", "--dry-run")
    assert home.db.read_bytes() == before


def test_what_is_missing_is_asked_for_on_a_terminal(home: Jinlin) -> None:
    home("household", "owner", "3-1-503", typed="李四\n")
    assert shown(home, door="3-1-503") == [("张三", None), ("李四", None)]


def people_of(home: Jinlin, door: str) -> list[tuple[object, ...]]:
    return home.sql(
        "SELECT p.name, p.phone FROM ownership AS o JOIN person AS p ON p.id = o.person_id"
        " JOIN household AS h ON h.id = o.household_id WHERE h.room = ? AND o.removed_at IS NULL"
        " ORDER BY o.id",
        door,
    )


def test_a_name_named_twice_with_two_phones_is_two_people(home: Jinlin) -> None:
    twice = ("--owner", "张三", "--owner", "张三")
    assert home("household", "add", "3-1-505", *twice, code=1).err
    phones = ("--phone", "13900000021", "--phone", "13900000022")
    home("household", "add", "3-1-505", *twice, *phones)
    assert people_of(home, "505") == [("张三", "13900000021"), ("张三", "13900000022")]


def test_adding_an_owner_of_the_same_name_never_replaces_a_phone(home: Jinlin) -> None:
    home("household", "add", "3-1-505", "--owner", "李军", "--phone", "13900000011")
    other = ("household", "owner", "3-1-505", "李军", "--phone", "13900000012", "--share", "1/2")
    refused = home(*other, code=1).err
    assert "--同名" in refused
    assert "党员 修改 P" in refused
    assert people_of(home, "505") == [("李军", "13900000011")]
    home(*other, typed="n\n", code=130)
    assert people_of(home, "505") == [("李军", "13900000011")]
    home(*other, typed="y\n")
    assert people_of(home, "505") == [("李军", "13900000011"), ("李军", "13900000012")]


def test_a_sale_before_the_seller_owned_it_is_refused(home: Jinlin) -> None:
    home("household", "sell", "3-1-503", "--to", "王五", "--date", "2026-10-20")
    got = home("household", "sell", "3-1-503", "--to", "赵六", "--date", "2026-10-19", code=1)
    assert "2026-10-20" in got.err
    assert [name for name, _share in shown(home, door="3-1-503")] == ["王五"]


def test_who_lives_there_is_remembered_when_a_home_is_sold(home: Jinlin) -> None:
    home("household", "occupant", "3-1-503", "租客甲", "--tenant")
    got = home("household", "sell", "3-1-503", "--to", "王五", lang="en")
    assert "Still recorded to live there: 1" in got.err


def test_an_occupant_who_is_recorded_so_already_changes_nothing(home: Jinlin) -> None:
    home("household", "occupant", "3-1-503", "租客甲", "--tenant")
    before = home.db.read_bytes()
    assert home("household", "occupant", "3-1-503", "租客甲", code=1).err
    assert home("household", "occupant", "3-1-503", "租客甲", "--tenant", code=1).err
    assert home.db.read_bytes() == before


def test_somebody_known_is_named_by_her_number_or_her_building(home: Jinlin) -> None:
    [(number,)] = home.sql("SELECT 'P' || number FROM person WHERE name = '李四'")
    for who in (number, "李四@3"):
        home("household", "occupant", "3-1-503", who)
        assert shown(home, "occupants", "3-1-503") == [("李四", "occupant")]
        home("undo", "--yes")


def test_an_owner_named_twice_takes_the_namesake_who_has_that_phone(home: Jinlin) -> None:
    home("household", "add", "3-1-505", "--owner", "王五", "--phone", "13900000001")
    home("household", "add", "3-1-506", "--owner", "王五", "--phone", "13900000002", "--namesake")
    home("household", "owner", "3-1-505", "王五", "王五", "--phone", "13900000001",
         "--phone", "13900000002")  # fmt: skip
    assert people_of(home, "505") == [("王五", "13900000001"), ("王五", "13900000002")]
    assert home.sql("SELECT count(*) FROM person WHERE name = '王五'") == [(2,)]
