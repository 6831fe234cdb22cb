"""Which category is meant, and which would fit better."""

from __future__ import annotations

import contextlib
import re
import sqlite3
from importlib import resources

import pytest
from harness import Jinlin


def test_every_usual_category_is_there_with_its_group(jinlin: Jinlin) -> None:
    found = jinlin("issue", "categories", "--json").data
    assert len(found) == 39
    assert len({row["group"] for row in found}) == 9
    lighting = next(row for row in found if row["category_code"] == "lighting")
    assert (lighting["group"], lighting["category"]) == ("设施", "公共照明")
    assert "路灯不亮" in lighting["spoken"]


def test_each_group_stands_before_its_own(jinlin: Jinlin) -> None:
    found = jinlin("issue", "categories", "--json").data
    first = {row["group"]: row["category"] for row in reversed(found)}
    assert all(group == category for group, category in first.items())
    assert found[-1]["category"] == "待归类"


def test_limits_are_numbers_for_programs_and_words_for_people(jinlin: Jinlin) -> None:
    [emergency] = (
        row
        for row in jinlin("issue", "categories", "--json").data
        if row["category_code"] == "emergency"
    )
    assert emergency["respond"] == {"amount": 0, "unit": "at_once"}
    assert emergency["close"] == {"amount": 1, "unit": "working_days"}
    assert "at once" in jinlin("issue", "categories", lang="en").out


def test_a_group_of_private_matters_is_private(jinlin: Jinlin) -> None:
    privacy = {
        row["category"]: row["privacy"] for row in jinlin("issue", "categories", "--json").data
    }
    assert (privacy["邻里"], privacy["设施"], privacy["人身侵害线索"]) == (
        "private",
        "open",
        "secret",
    )


def test_a_category_has_a_name_and_a_code(jinlin: Jinlin) -> None:
    for word in (
        "公共照明",
        "lighting",
        " 公共 照明 ",
        "LIGHTING",
    ):
        added = jinlin("issue", "add", "路灯不亮", "--category", word, "--json").data
        assert added["category_code"] == "lighting", word


def test_in_english_every_category_that_came_with_the_program_has_an_english_name(
    jinlin: Jinlin,
) -> None:
    listed = jinlin("issue", "categories", "--fields", "group,category", "--csv", lang="en").out
    assert "Public lighting" in listed
    assert re.findall(r"[\u4e00-\u9fff]+", listed) == []
    for language in ("en", "zh"):
        jinlin("issue", "add", "灯不亮", "--category", "Public lighting", lang=language)
    shown = jinlin("issue", "show", "1", lang="en").out
    assert "Public lighting" in shown
    assert "公共照明" not in shown
    assert jinlin("issue", "show", "1", "--json", lang="en").data["category"] == "公共照明"


def test_dashes_in_a_code_do_not_matter(jinlin: Jinlin) -> None:
    for word in (
        "elevator_run",
        "elevator-run",
        "电梯运行故障",
    ):
        assert (
            jinlin("issue", "add", "x", "--category", word, "--json").data["category"]
            == "电梯运行故障"
        )


def test_a_group_says_which_category_would_fit(jinlin: Jinlin) -> None:
    added = jinlin("issue", "add", "2单元路灯坏了", "--category", "设施", lang="en")
    assert "issue edit 2026-0001 --category lighting" in added.err
    assert jinlin("issue", "show", "1", "--json").data["category"] == "设施"


def test_the_name_of_a_category_is_one_of_its_words(jinlin: Jinlin) -> None:
    added = jinlin("issue", "add", "楼道堆物，6号楼", "--category", "其他", lang="en")
    assert "issue edit 2026-0001 --category corridor" in added.err


def test_nothing_is_said_where_nothing_fits_better(jinlin: Jinlin) -> None:
    for title, category in (
        ("路灯不亮", "公共照明"),
        ("随便写写", "设施"),
        ("路灯不亮", "垃圾与保洁"),
    ):
        assert "--类别" not in jinlin("issue", "add", title, "--category", category).err, title


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("路灯", "公共照明"), ("照明", "公共照明"), ("灯", "公共照明"), ("公共招明", "公共照明"),
        ("垃圾与", "垃圾与保洁"), ("设施", "设施"), ("lighting", "公共照明"), ("ligthing", None),
    ],
)  # fmt: skip
def test_a_word_with_one_reading_is_taken_for_a_category_and_that_is_said(
    jinlin: Jinlin, word: str, meant: str | None
) -> None:
    added = jinlin("issue", "add", "x", "--category", word, "--json", code=0 if meant else 3)
    if meant is not None:
        assert added.data["category"] == meant
        assert ("读作" in added.err) is (word not in {meant, "lighting"})


@pytest.mark.usefixtures("unchanged")
def test_a_word_for_several_categories_is_refused_with_the_lines_that_say_one(
    jinlin: Jinlin,
) -> None:
    refused = jinlin("issue", "add", "x", "--category", "公共管", "--category", "漏水", code=3)
    assert "“漏水”可以指：公共管道下水、屋面外墙、漏水纠纷" in refused.err.replace("，", "、")
    assert "jinlin issue add x --category 公共管 --category 漏水纠纷" in refused.err
    listed = jinlin("issue", "list", "--category=噪声", code=3).err
    assert (
        "jinlin issue list --category=生活与装修噪声；jinlin issue list --category=商业" in listed
    )


def test_on_a_terminal_it_is_asked_which_of_two_is_meant(jinlin: Jinlin) -> None:
    typed = "没有\n生活与装修噪声\n"
    added = jinlin("issue", "add", "x", "--category", "噪声", "--json", typed=typed)
    assert added.data["category"] == "生活与装修噪声"
    assert added.err.count("“噪声” 是哪一个") == 2


@pytest.mark.usefixtures("unchanged")
def test_an_unknown_category_lists_the_groups(jinlin: Jinlin) -> None:
    hint = jinlin("issue", "add", "x", "--category", "天文", "--json", code=3).error["hint"]
    for group in ("设施", "环境", "安全", "邻里", "物业", "部门", "民生", "其他"):
        assert group in hint


def test_limits_are_dated_and_the_past_keeps_its_own(jinlin: Jinlin) -> None:
    changed = jinlin(
        "issue", "category", "公共照明", "--close", "7天", "--raise", "10wd", "--warn", "2",
        "--from", "2026-11-01", "--source", "支委会2026-10-30议定", "--json",
    ).data  # fmt: skip
    assert changed["close"] == {"amount": 7, "unit": "days"}
    assert (changed["since"], changed["warn_days"]) == ("2026-11-01", 2)
    add = ("issue", "add", "路灯不亮", "--category", "公共照明", "--json")
    new, old = jinlin(*add).data, jinlin(*add, "--date", "2026-10-30").data
    assert (new["due_on"], new["warn_on"]) == ("2026-11-12", "2026-11-10")
    assert old["due_on"] == "2026-11-04"  # three working days
    edited = jinlin("issue", "edit", "2", "--category", "设施", "--json").data
    back = jinlin("issue", "edit", "2", "--category", "公共照明", "--json").data
    assert edited["due_on"] != back["due_on"] == "2026-11-04"
    promises = jinlin("issue", "categories", "lighting", "--json").data["promises"]
    assert [promise["since"] for promise in promises] == ["2026-11-01", "1990-01-01"]
    assert promises[0]["source"] == "支委会2026-10-30议定"


def test_a_promise_of_a_day_can_be_corrected_and_taken_back(jinlin: Jinlin) -> None:
    jinlin("issue", "category", "公共照明", "--close", "2wd")
    jinlin("issue", "category", "公共照明", "--close", "4wd")
    found = jinlin("issue", "categories", "公共照明", "--json").data["promises"]
    assert [promise["close"]["amount"] for promise in found] == [4, 3]
    jinlin("undo", "--yes")
    found = jinlin("issue", "categories", "公共照明", "--json").data["promises"]
    assert [promise["close"]["amount"] for promise in found] == [2, 3]


def test_what_a_category_asks_and_minds_can_be_changed(jinlin: Jinlin) -> None:
    jinlin("issue", "category", "其他", "--ask", "哪里", "--ask", "几时", "--advice", "先记下")
    one = jinlin("issue", "categories", "其他", "--json").data
    assert (one["questions"], one["advice"]) == ("哪里\n几时", "先记下")
    assert "哪里；几时" in jinlin("issue", "add", "x", "--category", "其他", lang="en").err


def test_the_questions_of_a_category_are_asked_first(jinlin: Jinlin) -> None:
    added = jinlin("issue", "add", "x", "--category", "公共照明", lang="en")
    assert "几号楼几单元几层" in added.err
    assert jinlin("issue", "add", "x", "--category", "公共照明", "-q").err == ""


def test_a_year_without_known_holidays_is_said(jinlin: Jinlin) -> None:
    add = ("issue", "add", "x", "--category", "公共照明")
    assert "2027" not in jinlin(*add, lang="en").err
    late = jinlin(*add, "--due", "2027-01-08", lang="en")
    assert late.err.count("2027") == 1


def test_a_holiday_is_no_working_day(jinlin: Jinlin) -> None:
    add = ("issue", "add", "x", "--category", "公共照明", "--date", "2026-09-30", "--json")
    assert jinlin(*add).data["due_on"] == "2026-10-10"  # 1 to 7 October off, Saturday the 10th on


def test_an_upgraded_database_knows_what_a_new_one_knows(jinlin: Jinlin) -> None:
    """The script says for the categories of before what `categories.toml` says for new ones."""
    wanted = jinlin.sql("SELECT code, skill, questions, advice FROM category ORDER BY id")
    script = resources.files("jinlin.store.schema").joinpath("0003_issues.sql").read_text("utf-8")
    with contextlib.closing(sqlite3.connect(":memory:")) as new:
        new.execute("CREATE TABLE category (code, first_handler, skill, questions, advice)")
        before = {"emergency": "先打电话再登记；人先撤", "fire": ""}
        for code, handler, advice in jinlin.sql(
            "SELECT code, first_handler, advice FROM category ORDER BY id"
        ):
            new.execute(
                "INSERT INTO category VALUES (?, ?, '', '', ?)",
                (code, handler, before.get(code, advice)),
            )
        for statement in re.findall(r"^UPDATE category .*?;$", script, re.MULTILINE | re.DOTALL):
            new.execute(statement)
        found = new.execute("SELECT code, skill, questions, advice FROM category").fetchall()
    assert found == wanted


def test_closing_later_than_raising_is_warned_of(jinlin: Jinlin) -> None:
    change = ("issue", "category", "公共照明", "--raise", "3wd")
    assert "Mind" in jinlin(*change, "--close", "4wd", lang="en").err
    assert "Mind" not in jinlin(*change, "--close", "2wd", lang="en").err


def test_choices_are_shown_in_the_language_that_is_spoken(jinlin: Jinlin) -> None:
    bad = ("issue", "add", "x", "--category", "公共照明", "--channel", "飞鸽")
    assert "(door)" not in jinlin(*bad, lang="zh", code=2).err
    assert (
        "(wechat)" in jinlin(*bad, lang="en", code=2).err
        or "wechat" in jinlin(*bad, lang="en", code=2).err
    )


def test_what_of_a_category_may_be_public_can_be_changed(jinlin: Jinlin) -> None:
    jinlin("issue", "add", "3号楼路灯不亮", "--category", "公共照明")
    jinlin("issue", "add", "选聘物业公告", "--category", "业委会与选聘物业")
    told = jinlin("issue", "category", "业委会与选聘物业", "--privacy", "公开").err
    assert "仍不公开的在办事项：1件" in told
    jinlin("issue", "edit", "2", "--not-private")
    jinlin("issue", "category", "公共照明", "--privacy", "private")
    rows = jinlin("issue", "board", "--json").data
    assert [row["title"] for row in rows] == ["选聘物业公告"]
    jinlin("undo")
    assert len(jinlin("issue", "board", "--json").data) == 2
    jinlin("issue", "category", "公共照明", "--privacy", "不外传")
    assert jinlin("issue", "categories", "公共照明", "--json").data["privacy"] == "secret"
    jinlin("issue", "category", "公共照明", "--privacy", "半公开", code=2)
    jinlin("issue", "category", "人身侵害线索", "--privacy", "公开", code=1)


def test_adding_says_when_a_category_makes_an_issue_private(jinlin: Jinlin) -> None:
    told = jinlin("issue", "add", "两家争吵", "--category", "其他邻里矛盾").err
    assert "“其他邻里矛盾”属不公开类别" in told
    assert "--公开标题" in told
    assert jinlin("issue", "add", "两家争吵", "--category", "公共照明", "--private").err.count(
        "不公开"
    ) == 0  # fmt: skip


def test_what_a_category_cannot_be_changed_to_is_refused(jinlin: Jinlin) -> None:
    before = jinlin.db.read_bytes()
    for words in (("--warn", "很多"), ("--warn", "61"), ("--close", "很久"),
                  ("--close", "3wd", "--from", "1980-01-01"), ()):  # fmt: skip
        jinlin("issue", "category", "公共照明", *words, code=2)
        assert jinlin.db.read_bytes() == before, words


OWN = (
    "issue",
    "category",
    "快递柜",
    "--group",
    "设施",
    "--close",
    "5wd",
    "--spoken",
    "柜子坏了，取不出件",
)


def test_a_category_of_her_own_is_used_like_those_that_came(jinlin: Jinlin) -> None:
    said = jinlin(*OWN)
    assert "快递柜" in said.out
    assert "5个工作日" in said.out
    [row] = [
        one for one in jinlin("issue", "categories", "--json").data if one["category"] == "快递柜"
    ]
    assert (row["group"], row["close"]["amount"], row["privacy"]) == ("设施", 5, "open")
    assert row["spoken"] == "柜子坏了 取不出件"
    for title, words in (
        ("东门快递柜不亮", ()),
        ("柜子坏了", ()),
        ("灯", ("--category", "快递柜")),
    ):
        made = jinlin("issue", "add", title, *words, "--json").data
        assert made["category"] == "快递柜", title
    assert len(jinlin("issue", "list", "--category", "快递柜", "--json").data) == 3
    assert len(jinlin("issue", "list", "--category", "设施", "--json").data) == 3
    assert jinlin("issue", "add", "路灯不亮", "--json").data["category"] == "公共照明"
    assert "快递柜" in jinlin("issue", "stats", "--by", "类别").out
    jinlin("issue", "category", "快递柜", "--close", "3wd", "--spoken", "柜")
    assert "快递柜" in jinlin("issue", "categories", lang="en").out


def test_a_category_of_her_own_is_undone_and_taken_out_while_nothing_hangs_on_it(
    jinlin: Jinlin,
) -> None:
    before = jinlin.dump()
    jinlin(*OWN)
    jinlin("undo", "--yes")
    assert jinlin.dump() == before
    jinlin(*OWN)
    jinlin("issue", "category", "快递柜", "--remove")
    jinlin("issue", "add", "快递柜坏了", "--category", "快递柜", code=3)
    jinlin("undo", "--yes")
    jinlin("issue", "add", "快递柜坏了")
    assert "1" in jinlin("issue", "category", "快递柜", "--remove", code=1).err
    assert "stays" in jinlin("issue", "category", "公共照明", "--remove", code=1, lang="en").err
    jinlin("db", "check")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("公共照明", "--group", "设施"), 2, "already"),
        (("lighting", "--group", "设施"), 2, "already"),
        (("快递柜", "--group", "公共照明"), 2, "no group"),
        (("快递柜", "--group", "待归类"), 2, "no group"),
        (("快递柜", "--group", "火星"), 3, "no category"),
        (("林秀英的事", "--group", "设施"), 2, "tells of nobody"),
        (("长" * 51, "--group", "设施"), 2, "category"),
        (("快递柜", "--group", "设施", "--close", "很快"), 2, "很快"),
    ],
)
def test_no_category_is_made_that_cannot_be(
    jinlin: Jinlin, words: tuple[str, ...], code: int, said: str
) -> None:
    before = jinlin.db.read_bytes()
    assert said in jinlin("issue", "category", *words, code=code, lang="en").err
    assert jinlin.db.read_bytes() == before


def test_a_category_of_her_own_leaves_the_house_as_its_group(jinlin: Jinlin) -> None:
    jinlin("branch", "edit", "--organisation", "350102001001001")
    jinlin(*OWN)
    jinlin("issue", "add", "快递柜坏了", "--date", "10-20")
    jinlin("report", "monthly", "10月", "--final", "--signed-by", "王书记", "--yes", code=None)
    said = jinlin("report", "bundle", "10月", "--dry-run", "--json", code=None)
    assert "own_" not in said.out
