"""Questions a person answers on a terminal; nobody is asked anywhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from calls import call_in, said_err

from jinlin.core.errors import JinlinError, UsageError
from jinlin.core.money import parse_money
from jinlin.output.asking import Question, answers, confirm

TITLE = Question(option="--title", text="标题", given=None)
CATEGORY = Question(option="--category", text="类别", given=None, choices=("设施", "环境"))
PLACE = Question(option="--place", text="地点", given=None, optional=True)


def test_what_is_missing_is_asked_one_at_a_time(tmp_path: Path) -> None:
    call = call_in(tmp_path, typed="路灯不亮\n设施\n\n")
    assert answers(call, [TITLE, CATEGORY, PLACE]) == ["路灯不亮", "设施", ""]
    assert "(1 设施, 2 环境)" in said_err(call)


def test_the_number_of_a_choice_chooses_it(tmp_path: Path) -> None:
    assert answers(call_in(tmp_path, typed="2\n"), [CATEGORY]) == ["环境"]
    years = CATEGORY._replace(choices=("3", "5"))
    assert answers(call_in(tmp_path, typed="3\n"), [years]) == ["3"]


def test_a_question_mark_tells_what_it_is_for_and_an_arrow_goes_back(tmp_path: Path) -> None:
    questions = [TITLE._replace(about="一句话说清"), CATEGORY, PLACE]
    call = call_in(tmp_path, typed="?\n路灯不亮\n设施\n<\n<\n路灯坏了\n环境\n\n")
    assert answers(call, questions) == ["路灯坏了", "环境", ""]
    assert said_err(call).startswith("标题: 一句话说清\n标题: ")


def test_many_choices_have_lines_of_their_own(tmp_path: Path) -> None:
    call = call_in(tmp_path, typed="7\n")
    assert answers(call, [CATEGORY._replace(choices=tuple("甲乙丙丁戊己庚"))]) == ["庚"]
    assert said_err(call) == "类别\n  1 甲  2 乙  3 丙  4 丁  5 戊  6 己  7 庚\n> "


def test_what_is_given_is_not_asked(tmp_path: Path) -> None:
    call = call_in(tmp_path, typed="")
    given = [TITLE._replace(given="路灯"), CATEGORY._replace(given="设施"), PLACE]
    assert answers(call, given) == ["路灯", "设施", ""]
    assert said_err(call) == ""


@pytest.mark.parametrize("yes", [False, True])
def test_without_a_terminal_all_that_is_missing_is_named(tmp_path: Path, *, yes: bool) -> None:
    call = call_in(tmp_path, typed="x\n" if yes else None, yes=yes)
    with pytest.raises(UsageError) as refused:
        answers(call, [TITLE, CATEGORY, PLACE])
    assert "--title" in refused.value.message
    assert "--category" in refused.value.message
    assert "--place" not in refused.value.message


def test_an_empty_answer_is_asked_again_and_stray_controls_go(tmp_path: Path) -> None:
    call = call_in(tmp_path, typed="\n  \n\x1b[A路灯\u202e \n")
    assert answers(call, [TITLE]) == ["[A路灯"]


def test_an_answer_that_cannot_be_read_is_explained_and_asked_again(tmp_path: Path) -> None:
    total = Question(option="--total", text="总价", given=None, check=parse_money)
    call = call_in(tmp_path, typed="很多\n48万\n")
    assert answers(call, [total]) == ["48万"]
    assert "很多" in said_err(call)


def test_the_end_of_the_input_stops_the_command(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        answers(call_in(tmp_path, typed="路灯\n"), [TITLE, CATEGORY])


@pytest.mark.parametrize("said", ["y", "YES", "是", " 好 ", "确认"])
def test_a_yes_goes_on(tmp_path: Path, said: str) -> None:
    confirm(call_in(tmp_path, typed=f"{said}\n"), "三条记录将被修改。")


@pytest.mark.parametrize("said", ["n\n", "\n", "不\n", "yep\n", ""])
def test_anything_else_stops(tmp_path: Path, said: str) -> None:
    with pytest.raises(KeyboardInterrupt):
        confirm(call_in(tmp_path, typed=said), "三条记录将被修改。")


def test_a_confirmation_nobody_can_give_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(JinlinError) as refused:
        confirm(call_in(tmp_path), "三条记录将被修改。")
    assert (refused.value.exit_code, "--yes" in refused.value.hint) == (2, True)


@pytest.mark.parametrize(
    ("yes", "dry_run", "told"),
    [
        (True, False, ""),
        (False, True, "三条记录将被修改。\n"),
        (True, True, "三条记录将被修改。\n"),
    ],
)
def test_what_was_agreed_beforehand_is_not_asked_and_in_a_rehearsal_told(
    tmp_path: Path, *, yes: bool, dry_run: bool, told: str
) -> None:
    call = call_in(tmp_path, yes=yes, dry_run=dry_run)
    confirm(call, "三条记录将被修改。")
    assert said_err(call) == told
