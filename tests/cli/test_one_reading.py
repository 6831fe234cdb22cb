"""A word that has exactly one reading is taken and said; of two both lines are told or asked."""

from __future__ import annotations

import pytest
from harness import Jinlin

from jinlin.cli.retyping import with_lines
from jinlin.core.errors import JinlinError


@pytest.fixture
def stocked(jinlin: Jinlin) -> Jinlin:
    jinlin("branch", "room", "add", "党群服务中心")
    jinlin("branch", "room", "add", "书画室")
    jinlin("branch", "room", "add", "阅览室")
    jinlin("branch", "group", "add", "第一党小组")
    jinlin("team", "add", "红管家服务队", "--kind", "红管家")
    return jinlin


TAKEN = [
    (("issue", "list", "--status", "待受"), "“待受”读作 待受理。"),
    (("branch", "room", "show", "书画"), "“书画”读作 书画室。"),
    (("branch", "room", "show", "党群服务中新"), "“党群服务中新”读作 党群服务中心。"),
    (("branch", "group", "show", "第一党"), "“第一党”读作 第一党小组。"),
    (("team", "show", "红管家"), "“红管家”读作 红管家服务队。"),
    (("meeting", "list", "--type", "支委"), "“支委”读作"),
    (("branch", "fund", "list", "--purse", "公共收"), "“公共收”读作 公共收益。"),
]


@pytest.mark.parametrize(("words", "said"), TAKEN)
def test_one_reading_is_taken_and_said_once(
    stocked: Jinlin, words: tuple[str, ...], said: str
) -> None:
    outcome = stocked(*words)
    assert outcome.err.count("读作") == 1
    assert said in outcome.err
    assert "读作" not in outcome.out
    assert "读作" not in stocked(*words, "--quiet").err
    assert "读作" not in stocked("branch", "room", "list").err  # of the next command nothing


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("branch", "room", "remove", "书"), "jinlin branch room remove 书画室"),
        (("branch", "group", "remove", "第一党"), "jinlin branch group remove 第一党小组"),
        (("team", "remove", "红管"), "jinlin team remove 红管家服务队"),
        (
            ("branch", "fund", "spend", "--purse", "公共收", "--amount", "300", "--for", "茶水"),
            "jinlin branch fund spend --purse 公共收益 --amount 300 --for 茶水",
        ),
    ],
)
def test_what_goes_and_money_take_whole_names_and_tell_the_line(
    stocked: Jinlin, words: tuple[str, ...], line: str
) -> None:
    before = stocked.db.read_bytes()
    outcome = stocked(*words, code=None)
    assert outcome.code in {2, 3}
    assert f"请输入：{line}" in outcome.err
    assert stocked.db.read_bytes() == before


def test_of_two_readings_both_lines_are_told(stocked: Jinlin) -> None:
    refused = stocked("branch", "room", "show", "室", code=3)
    assert "“室”可以指：书画室，阅览室" in refused.err.replace("、", "，")
    assert "jinlin branch room show 书画室；jinlin branch room show 阅览室" in refused.err
    asked = stocked("branch", "room", "show", "室", "--json", typed="阅览室\n")
    assert "阅览室" in asked.out
    assert "“室” 是哪一个" in asked.err


def test_of_several_words_only_the_one_that_is_unclear_is_put_otherwise() -> None:
    error = JinlinError("几个")
    error.instead = "林", ("林秀英", "林秀珍")
    lines = with_lines(error, ["会议", "签到", "--who=林、林秀英"])
    assert "--who=林秀珍、林秀英" in lines


def test_in_a_file_only_whole_words_are_read(stocked: Jinlin) -> None:
    path = stocked.folder / "本.csv"
    path.write_text("日期,事项,类别,状态\n2026-10-01,x,其他,待受\n", "utf-8")
    refused = stocked("issue", "import", path, "--yes", code=5)
    assert "“待受”不是事项状态" in refused.err
