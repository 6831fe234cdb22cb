"""`jinlin elevator` as it is typed."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from fractions import Fraction

import openpyxl
import pytest
from harness import Jinlin
from store.meddling import meddle

SEVEN = ("--floors", "7", "--per-floor", "2", "--total", "48万")
CONTRACT = {
    "total_fen", "subsidy_fen", "net_fen", "scheme", "by", "round_fen", "cap_fen", "payers",
    "households",
}  # fmt: skip
DOOR = {
    "room", "floor", "area_m2", "coefficient", "weight", "exact_fen", "amount_fen", "cap_fen",
    "capped", "status", "building", "entrance",
}  # fmt: skip


def test_split_needs_no_database_and_sums_to_the_fen(bare: Jinlin) -> None:
    got = bare("elevator", "split", *SEVEN, "--json").data
    assert set(got) == CONTRACT
    assert all(set(door) == DOOR for door in got["households"])
    assert sum(door["amount_fen"] for door in got["households"]) == got["net_fen"] == 48_000_000
    assert got["cap_fen"] == 6_000_000
    assert got["payers"] == 12
    assert [d["amount_fen"] for d in got["households"] if d["floor"] == 1] == [0, 0]
    exact = sum(Fraction(door["exact_fen"]) for door in got["households"])
    assert exact == got["net_fen"]
    assert not bare.db.exists()


def test_the_same_amounts_on_screen_in_csv_md_xlsx_json_and_the_saved_plan(jinlin: Jinlin) -> None:
    words = (*SEVEN, "--subsidy", "7.3333万", "--cap", "5万", "--round", "yuan")
    doors = jinlin("elevator", "split", *words, "--json", "--save", "试算").data
    assert doors["plan"] == "E1"
    wanted = {d["room"]: d["amount_fen"] for d in doors["households"]}
    texts = {room: f"{fen // 100:,}.{fen % 100:02d}" for room, fen in wanted.items()}

    screen = jinlin("elevator", "split", *words, lang="en").out
    for room, text in texts.items():
        assert any(room in line and text in line for line in screen.splitlines())
    markdown = jinlin("elevator", "split", *words, "--md").out
    assert all(f"| {room} |" in markdown and text in markdown for room, text in texts.items())
    rows = list(csv.reader(io.StringIO(jinlin("elevator", "split", *words, "--csv").out[1:])))
    place = rows[0].index("出资（元）")
    assert {row[0]: row[place] for row in rows[1:]} == {
        room: text.replace(",", "") for room, text in texts.items()
    }
    jinlin("elevator", "split", *words, "-o", "分摊.xlsx")
    sheet = openpyxl.load_workbook(jinlin.folder / "分摊.xlsx")["各户"]
    body = [row for row in sheet.iter_rows(values_only=True) if str(row[0]) in wanted]
    assert {str(row[0]): round(float(str(row[place])) * 100) for row in body} == wanted
    shown = jinlin("elevator", "show", "E1", "--json").data
    assert {d["room"]: d["amount_fen"] for d in shown["households"]} == wanted
    stored = dict(jinlin.sql("SELECT room, amount FROM plan_share"))
    assert stored == wanted


def test_a_saved_plan_is_listed_shown_explained_and_undone(jinlin: Jinlin) -> None:
    out = jinlin("elevator", "split", *SEVEN, "--save", "第一稿")
    assert "E1" in out.err
    [plan] = jinlin("elevator", "list", "--json").data
    assert (plan["number"], plan["name"], plan["payers"]) == ("E1", "第一稿", 12)
    for word in ("E1", "1", "e1", "Ｅ１"):
        assert jinlin("elevator", "show", word, "--json").data["plan"] == "E1"
    said = jinlin("elevator", "explain", "701", lang="en").out
    assert "60,000.00" in said
    assert "cap" in said
    jinlin("undo")
    assert jinlin("elevator", "list", "--json").data == []
    assert jinlin("elevator", "show", "E1", code=3, lang="en").err.startswith("Error: There is no")


def test_dry_run_shows_the_split_and_saves_nothing(
    jinlin: Jinlin, unchanged: Callable[[], None]
) -> None:
    assert "7" in jinlin("elevator", "split", *SEVEN, "--save", "试", "--dry-run").out
    unchanged()


def test_a_file_of_households_with_areas_is_split_by_area(bare: Jinlin) -> None:
    path = bare.folder / "住户.csv"
    path.write_text("房号,楼层,建筑面积\n101,1,50\n201,2,100\n301,3,50.5\n", "utf-8-sig")
    got = bare("elevator", "split", "--households", path, "--total", "20050", "--scheme", "area",
               "--json").data  # fmt: skip
    assert [d["amount_fen"] for d in got["households"]] == [500_000, 1_000_000, 505_000]
    assert [d["area_m2"] for d in got["households"]] == ["50.00", "100.00", "50.50"]


def test_area_mode_without_areas_says_which_door(bare: Jinlin) -> None:
    err = bare("elevator", "split", *SEVEN, "--by", "area", code=1, lang="en").err
    assert "area" in err


def test_a_file_with_bad_rows_lists_them_and_shares_nothing(bare: Jinlin) -> None:
    path = bare.folder / "住户.csv"
    path.write_text("房号,楼层\n201,2\n301,0\n401,200\n501,五楼半\n", "utf-8")
    got = bare("elevator", "split", "--households", path, "--total", "1万", "--json", code=5)
    assert [row["row"] for row in got.error["rows"]] == [3, 4, 5]
    assert got.out == ""


def test_the_recorded_households_of_an_entrance_take_part(jinlin: Jinlin) -> None:
    jinlin("building", "add", "3", "--floors", "3")
    path = jinlin.folder / "房屋.csv"
    rows = "".join(f"3,{e},{f}01,{f},8{f}.5\n" for e in (1, 2) for f in (1, 2, 3))
    path.write_text("楼栋,单元,房号,楼层,建筑面积\n" + rows, "utf-8")
    jinlin("household", "import", path, "--yes")
    got = jinlin("elevator", "split", "--building", "3号楼", "--entrance", "1单元", "--total",
                 "3万", "--json", "--save", "一单元").data  # fmt: skip
    assert [(d["room"], d["amount_fen"]) for d in got["households"]] == [
        ("101", 0), ("201", 1_000_000), ("301", 2_000_000),
    ]  # fmt: skip
    assert jinlin.sql("SELECT count(*) FROM plan_share WHERE household_id IS NOT NULL") == [(3,)]
    whole = jinlin("elevator", "split", "--building", "3", "--total", "3万", lang="en").out
    assert "3-1-201" in whole
    assert "3-2-301" in whole


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--total", "-1"), 2, "-1"),
        (("--total", "1e30"), 2, "1e30"),
        (("--total", "abc"), 2, "abc"),
        (("--total", "0"), 1, "greater than zero"),
        (("--total", "48万", "--cap", "1万"), 1, "360,000.00"),
        (("--total", "48万", "--coefficients", "2=1,3=2"), 1, "4"),
        (("--total", "48万", "--free-up-to", "7"), 1, "Nobody pays"),
        (("--total", "48万", "--free-floor", "0"), 2, "floor"),
        (("--total", "48万", "--free-floor", "200"), 2, "floor"),
        (("--total", "48万", "--scheme", "nosuch"), 3, "jinlin"),
        (("--total", "48万", "--by", "weight"), 2, "household"),
        (("--total", "48万", "--round", "7"), 2, "fen"),
        (("--total", "48万", "--exempt", "999"), 3, "999"),
        (("--total", "48万", "--subsidy-max", "1万"), 2, "--subsidy-rate"),
        (("--total", "48万", "--subsidy-rate", "140%"), 2, "140%"),
        (("--total", "48万", "--entrance", "1"), 2, "--building"),
        ((), 2, "--total"),
    ],
)
def test_bad_words_get_one_line_and_the_right_exit_code(
    bare: Jinlin, words: tuple[str, ...], code: int, said: str
) -> None:
    got = bare(
        "elevator", "split", "--floors", "7", "--per-floor", "2", *words, code=code, lang="en"
    )
    assert said in got.err
    assert len(got.err.strip().splitlines()) == 1
    assert "Traceback" not in got.err
    assert got.out == ""


@pytest.mark.parametrize(
    "who",
    [
        (),
        ("--floors", "7"),
        ("--per-floor", "2"),
        ("--floors", "0", "--per-floor", "2"),
        ("--floors", "151", "--per-floor", "2"),
        ("--floors", "7", "--per-floor", "2", "--households", "x.csv"),
        ("--floors", "seven", "--per-floor", "2"),
    ],
)
def test_who_takes_part_must_be_said_in_one_way(bare: Jinlin, who: tuple[str, ...]) -> None:
    assert bare("elevator", "split", *who, "--total", "1万", code=2).out == ""


def test_full_width_words_are_read(bare: Jinlin) -> None:
    got = bare("elevator", "split", "--floors", "7", "--per-floor", "2", "--total", "４８万",
               "--cap", "１．５倍", "--json").data  # fmt: skip
    assert (got["total_fen"], got["cap_fen"]) == (48_000_000, 6_000_000)


def test_a_steep_ladder_is_warned_of_and_gentle_named(bare: Jinlin) -> None:
    tower = ("elevator", "split", "--floors", "18", "--per-floor", "2", "--total", "48万")
    assert "--scheme gentle" in bare(*tower, lang="en").err
    assert "gentle" not in bare(*tower, "--scheme", "gentle", lang="en").err


def test_a_scheme_file_of_ones_own_is_used(bare: Jinlin) -> None:
    path = bare.folder / "own.toml"
    path.write_text(
        'title_zh = "本楼规则"\ntitle_en = "our own"\nby = "household"\nfree_up_to = 2\n'
        'cap = "none"\n[ladder]\nbase = 1\nstep = 0.5\n',
        "utf-8",
    )
    got = bare("elevator", "split", "--floors", "4", "--per-floor", "1", "--total", "25000",
               "--scheme", path, "--json").data  # fmt: skip
    assert [d["amount_fen"] for d in got["households"]] == [0, 0, 1_000_000, 1_500_000]


def test_every_shipped_scheme_is_listed_with_its_source(bare: Jinlin) -> None:
    names = {row["name"]: row for row in bare("elevator", "schemes", "--json").data}
    assert {"jinlin", "gentle", "linear", "guangzhou", "shanghai-2021", "wuxi", "area"} <= set(
        names
    )
    assert all(row["source"] for row in names.values())


def test_explain_works_without_a_database(bare: Jinlin) -> None:
    got = bare("elevator", "explain", "201", "--floors", "7", "--per-floor", "1", "--total",
               "420000", "--cap", "20%", "--json", lang="en").data  # fmt: skip
    assert got["amount_fen"] == 2_800_000
    assert any("20,000.00" in sentence for sentence in got["explanation"])


def test_an_edited_plan_is_noticed(jinlin: Jinlin) -> None:
    jinlin("elevator", "split", *SEVEN, "--save", "试")
    meddle(jinlin, "UPDATE plan_share SET amount = amount + 100 WHERE position = 5")
    assert jinlin("elevator", "show", "E1", code=4).out == ""


def test_json_errors_have_their_shape(bare: Jinlin) -> None:
    got = bare("elevator", "split", *SEVEN, "--cap", "1", "--json", code=1)
    assert set(json.loads(got.err)["error"]) == {"code", "kind", "message", "hint"}
    assert got.error["code"] == 1
