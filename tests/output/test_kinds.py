"""A word is read by its kind: asked for where it is missing, refused where it says nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any, NamedTuple

import pytest
import typer
from harness import Jinlin, seeded

from jinlin.core.call import Call
from jinlin.core.errors import UsageError
from jinlin.core.money import parse_money
from jinlin.output.command.kind import AskedFor, Number, TypedWord, WordKind, flag
from jinlin.output.command.kinds import COUNT, MONEY, TEXT
from jinlin.output.command.verb import taking_call

ANY = WordKind("money", "MONEY", parse_money)


@seeded
def one(jinlin: Jinlin) -> Jinlin:
    """A database with one issue."""
    jinlin("issue", "add", "路灯不亮", "--category", "公共照明")
    return jinlin


def test_what_is_missing_is_asked_for_and_read_before_anything_is_done(one: Jinlin) -> None:
    told = one("issue", "defer", typed="1\n改天\n11-20\n等配件\n")
    assert "“改天”不是日期" in told.err
    assert one("issue", "show", "1", "--json").data["deferred_until"] == "2026-11-20"


def test_where_nobody_can_be_asked_all_that_is_missing_is_named(
    one: Jinlin, unchanged: Callable[[], None]
) -> None:
    error = one("issue", "defer", "1", "--json", code=2).error
    assert "--到" in error["message"]
    assert "--原因" in error["message"]
    unchanged()


def test_asking_ends_where_no_answer_helps(jinlin: Jinlin) -> None:
    typed = "1\n11-20\n11-21\n等配件\n"
    told = jinlin("issue", "defer", "--db", "none.db", typed=typed, code=4)
    assert told.err.count("11-20") == 0
    assert "none.db" in told.err


@pytest.mark.parametrize("word", ["", "  ", "\u3000", "\u200b"])
def test_a_word_that_says_nothing_is_refused_by_name(
    one: Jinlin, unchanged: Callable[[], None], word: str
) -> None:
    error = one("issue", "defer", "1", "--until", "11-20", "--reason", word, "--json", code=2).error
    assert "--原因" in error["message"]
    unchanged()


def test_an_edit_clears_what_is_set_to_nothing_and_needs_something_to_change(
    jinlin: Jinlin,
) -> None:
    jinlin("branch", "edit", "--founded", "2019-07")
    jinlin("branch", "edit", "--founded", "")
    assert jinlin("branch", "show", "--json").data["founded_on"] is None
    error = jinlin("branch", "edit", "--json", code=2).error
    assert error["message"] == "没有写要改什么。"
    assert error["hint"].startswith("例如：")


def test_a_fixed_choice_is_shown_with_its_question_and_words_that_may_repeat_are_asked_for(
    jinlin: Jinlin,
) -> None:
    assert "预备党员" in jinlin("member", "add", typed="周敏\n\n").err
    jinlin("building", "add", "3")
    jinlin("household", "add", "3-1-502")
    jinlin("household", "owner", "3-1-502", typed="周敏\n")
    owners = jinlin("household", "show", "3-1-502", "--json", "--unmask").data["owners"]
    assert [one["name"] for one in owners] == ["周敏"]


def test_only_what_changes_something_clears(jinlin: Jinlin) -> None:
    error = jinlin("member", "add", "周敏", "--note", "", "--json", code=2).error
    assert "--备注" in error["message"]
    jinlin("member", "add", "周敏", "--note", "晚上在家")
    jinlin("member", "edit", "周敏", "--note", "")
    assert jinlin("member", "show", "周敏", "--json").data["note"] is None


def test_a_masked_name_is_no_name(one: Jinlin) -> None:
    error = one("issue", "defer", "1", "--until", "11-20", "--reason", "何**", "--json", code=2)
    assert "何**" in error.error["message"]


def test_words_between_commas_are_read_one_by_one() -> None:
    assert ANY.several().take("1,2万、3元", "--of") == [100, 20_000_00, 300]
    with pytest.raises(UsageError, match="x"):
        ANY.several().take("1,x", "--of")


@pytest.mark.parametrize(("text", "said"), [("12", 12), ("１２", 12), ("-3", -3)])
def test_a_number_is_whole(text: str, said: int) -> None:
    assert Number().take(text, "N") == said


@pytest.mark.parametrize("text", ["x", "1.5", "0", "5"])
def test_a_number_that_is_none_or_out_of_range_is_left_to_the_line_to_say(text: str) -> None:
    with pytest.raises(ValueError, match=r"integer|range"):
        Number(low=1, high=4).take(text, "N")


def test_a_number_no_record_can_hold_is_refused() -> None:
    with pytest.raises(UsageError, match="--lines"):
        COUNT.take("9999999999", "--lines")


def test_a_default_that_was_read_already_stays() -> None:
    word = TypedWord(MONEY, None, 0)
    assert word.convert(5, None, None) == 5


def test_the_call_is_handed_to_a_function_whose_first_parameter_it_is() -> None:
    def act(call: Call, text: Annotated[str, TEXT.argument(help="")]) -> None:
        raise AssertionError(call, text)

    def old(ctx: typer.Context) -> None:
        raise AssertionError(ctx)

    app = typer.Typer()
    app.command("act")(taking_call(act))
    [param] = typer.main.get_command(app).params[:1]
    assert (param.name, type(param.type)) == ("text", TypedWord)
    assert taking_call(old) is old


def test_a_kind_may_read_one_of_several_things_or_a_list() -> None:
    told: list[object] = []

    def act(
        call: Call,
        who: Annotated[list[Sequence[str]], TEXT.several().argument(help="")],
        much: Annotated[int | Sequence[str] | None, MONEY.option(help="")] = None,
    ) -> None:
        told.extend((call, who, much))

    app = typer.Typer()
    app.command("act")(taking_call(act))
    command = typer.main.get_command(app)
    command.main(["甲、乙", "丙", "--much", "3元"], standalone_mode=False)
    assert told == [None, [["甲", "乙"], ["丙"]], 300]


class Inner(NamedTuple):
    each: Annotated[int | None, MONEY.option(help="")] = None


class Words(NamedTuple):
    text: Annotated[str, TEXT.argument(help="")]
    inner: Inner
    last: Annotated[int, COUNT.option(help="")] = 7


def test_words_that_are_declared_together_are_handed_on_as_one_value() -> None:
    handed: list[Any] = []

    def act(call: Call, words: Words, also: Annotated[bool, flag("--also", help="")]) -> None:
        handed.extend((call, words, also))

    app = typer.Typer()
    app.command("act")(taking_call(act))
    command = typer.main.get_command(app)
    assert [param.name for param in command.params][:4] == ["text", "each", "last", "also"]
    command.main(["甲", "--each", "1万", "--also"], standalone_mode=False)
    assert handed == [None, Words("甲", Inner(10_000_00), 7), True]


def test_what_is_asked_for_keeps_how() -> None:
    kept: Any = TEXT.option("--why", help="", asked=AskedFor("Why"))
    assert kept.click_type.asked.text == "Why"


def test_what_must_be_said_beside_an_answer_is_asked_after_it(one: Jinlin) -> None:
    one("issue", "close", "1", "--result", "已换灯泡")
    told = one("issue", "rate", "1", typed="不满意\n还是不亮\n")
    assert told.err.count(": ") == 2
    assert one("issue", "show", "1", "--json").data["satisfaction"] == "not_satisfied"
    assert one("issue", "rate", "1", typed="满意\n").err.count(": ") == 1


def test_what_needs_no_answer_is_not_asked_for(one: Jinlin) -> None:
    one("issue", "close", "1", "--result", "已换灯泡", typed="")
    one("issue", "add", "-", typed="电梯停运 #电梯运行故障\n\n")
    assert one("issue", "show", "2", "--json").data["title"] == "电梯停运"


def test_a_day_that_was_given_is_read_before_anything_is_asked(one: Jinlin) -> None:
    error = one("issue", "defer", "1", "--until", "改天", typed="等配件\n", code=2).err
    assert "“改天”不是日期" in error
    assert "(--原因)" not in error


def test_words_between_commas_hold_at_least_one() -> None:
    with pytest.raises(UsageError, match="--lines"):
        COUNT.several().take("、，", "--lines")
    with pytest.raises(ValueError, match="range"):
        COUNT.several().take("1、0", "--lines")
    assert TEXT.several(also=" ").take("城管 公安、消防", "") == ["城管", "公安", "消防"]
